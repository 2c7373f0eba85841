-- Hidden and secret polls.

ALTER TABLE polls ADD COLUMN secrecy TEXT NOT NULL DEFAULT 'open';

-- The key of a secret poll that was not closed: its closing deletes it.
CREATE TABLE poll_keys (
    group_id        BLOB    NOT NULL,
    poll_id         BLOB    NOT NULL,
    mark_key        BLOB    NOT NULL CHECK (length(mark_key) = 32),
    PRIMARY KEY (group_id, poll_id),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
) STRICT;

-- A ballot of a secret poll that was not closed. One row and one text a ballot, and no row number, so that neither the
-- statements of a log nor the order of the rows say more than the ballot does.
CREATE TABLE sealed_ballots (
    group_id        BLOB    NOT NULL,
    poll_id         BLOB    NOT NULL,
    voter           BLOB    NOT NULL CHECK (length(voter) = 32), -- HMAC-SHA256 of the poll's key and the person
    chosen          TEXT    NOT NULL, -- the numbers as JSON; [] is an abstention
    PRIMARY KEY (group_id, poll_id, voter),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
) STRICT, WITHOUT ROWID;

-- A ballot of a secret poll that was closed: nobody's.
CREATE TABLE unlinked_ballots (
    group_id        BLOB    NOT NULL,
    poll_id         BLOB    NOT NULL,
    id              BLOB    NOT NULL CHECK (length(id) = 16), -- random, sorted as the choices are
    chosen          TEXT    NOT NULL, -- the numbers as JSON; [] is an abstention
    PRIMARY KEY (group_id, poll_id, id),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
) STRICT, WITHOUT ROWID;

-- The events that carried a vote in a secret poll that was not closed: its closing purges them and this list.
CREATE TABLE secret_votes (
    group_id        BLOB    NOT NULL,
    poll_id         BLOB    NOT NULL,
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    room            TEXT    NOT NULL,
    private         INTEGER NOT NULL,
    event           TEXT    NOT NULL,
    answer          TEXT    NOT NULL, -- the key of its message in the outbox
    account         TEXT    NOT NULL, -- whose
    PRIMARY KEY (group_id, poll_id, answer),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX secret_votes_by_account ON secret_votes (platform, account);

-- What was removed and must leave the disk too: kept until that is done, so that a crash in between is made good.
CREATE TABLE scrubs (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16) -- random
) STRICT, WITHOUT ROWID;
