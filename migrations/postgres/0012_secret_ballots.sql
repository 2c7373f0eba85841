-- Hidden and secret polls.

ALTER TABLE polls ADD COLUMN secrecy TEXT NOT NULL DEFAULT 'open';

-- The key of a secret poll that was not closed: its closing deletes it.
CREATE TABLE poll_keys (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    mark_key        BYTEA   NOT NULL CHECK (length(mark_key) = 32),
    PRIMARY KEY (group_id, poll_id),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
);

-- A ballot of a secret poll that was not closed. One row and one text a ballot, so that the
-- statements of a log say no more than the ballot does.
CREATE TABLE sealed_ballots (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    voter           BYTEA   NOT NULL CHECK (length(voter) = 32), -- HMAC-SHA256 of the poll's key and the person
    chosen          TEXT    NOT NULL, -- the numbers as JSON; [] is an abstention
    PRIMARY KEY (group_id, poll_id, voter),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
);

-- A ballot of a secret poll that was closed: nobody's.
CREATE TABLE unlinked_ballots (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    id              UUID    NOT NULL, -- random, sorted as the choices are
    chosen          TEXT    NOT NULL, -- the numbers as JSON; [] is an abstention
    PRIMARY KEY (group_id, poll_id, id),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
);

-- The events that carried a vote in a secret poll that was not closed: its closing purges them and this list.
CREATE TABLE secret_votes (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    room            TEXT    NOT NULL,
    private         BOOLEAN NOT NULL,
    event           TEXT    NOT NULL,
    answer          TEXT    NOT NULL, -- the key of its message in the outbox
    account         TEXT    NOT NULL, -- whose
    PRIMARY KEY (group_id, poll_id, answer),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
);
CREATE INDEX secret_votes_by_account ON secret_votes (platform, account);

-- What was removed and must leave the disk too: kept until that is done, so that a crash in between is made good.
CREATE TABLE scrubs (
    id              UUID    NOT NULL PRIMARY KEY -- random
);

-- The planner keeps samples of a column's values, which no closing could take back: none of what ties a vote to a voter.
ALTER TABLE poll_keys ALTER COLUMN mark_key SET STATISTICS 0;
ALTER TABLE sealed_ballots ALTER COLUMN voter SET STATISTICS 0;
ALTER TABLE sealed_ballots ALTER COLUMN chosen SET STATISTICS 0;
ALTER TABLE secret_votes ALTER COLUMN room SET STATISTICS 0;
ALTER TABLE secret_votes ALTER COLUMN event SET STATISTICS 0;
ALTER TABLE secret_votes ALTER COLUMN answer SET STATISTICS 0;
ALTER TABLE secret_votes ALTER COLUMN account SET STATISTICS 0;
ALTER TABLE inbox ALTER COLUMN payload SET STATISTICS 0;
ALTER TABLE outbox ALTER COLUMN payload SET STATISTICS 0;
ALTER TABLE undo ALTER COLUMN payload SET STATISTICS 0;
