-- Polls, their options, and one ballot a person in each. Open polls only: a ballot names its person.

CREATE TABLE polls (
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    id              BLOB    NOT NULL CHECK (length(id) = 16),
    number          INTEGER NOT NULL,
    question        TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    creator_id      BLOB    NOT NULL REFERENCES people (id),
    platform        TEXT    NOT NULL, -- the room that hears of it
    place           TEXT    NOT NULL,
    room            TEXT    NOT NULL,
    private         INTEGER NOT NULL,
    opened_at       INTEGER NOT NULL,
    closes_at       INTEGER NOT NULL,
    closes_local    TEXT    NOT NULL, -- the wall clock that was set
    closes_zone     TEXT    NOT NULL,
    closed_at       INTEGER, -- from when it counts as closed
    withdrawn_at    INTEGER,
    version         INTEGER NOT NULL,
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, number)
) STRICT;
CREATE INDEX polls_by_creator ON polls (creator_id);
CREATE INDEX polls_unsettled ON polls (group_id, number) WHERE closed_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE poll_options (
    group_id        BLOB    NOT NULL,
    poll_id         BLOB    NOT NULL,
    number          INTEGER NOT NULL, -- from 1
    words           TEXT    NOT NULL,
    PRIMARY KEY (group_id, poll_id, number),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
) STRICT;

CREATE TABLE ballots (
    group_id        BLOB    NOT NULL,
    poll_id         BLOB    NOT NULL,
    person_id       BLOB    NOT NULL REFERENCES people (id),
    cast_at         INTEGER NOT NULL,
    PRIMARY KEY (group_id, poll_id, person_id),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
) STRICT;
CREATE INDEX ballots_by_person ON ballots (person_id);

-- What a ballot chooses; a ballot without choices is an abstention.
CREATE TABLE ballot_choices (
    group_id        BLOB    NOT NULL,
    poll_id         BLOB    NOT NULL,
    person_id       BLOB    NOT NULL,
    number          INTEGER NOT NULL,
    PRIMARY KEY (group_id, poll_id, person_id, number),
    FOREIGN KEY (group_id, poll_id, person_id) REFERENCES ballots (group_id, poll_id, person_id) ON DELETE CASCADE,
    FOREIGN KEY (group_id, poll_id, number) REFERENCES poll_options (group_id, poll_id, number)
) STRICT;
CREATE INDEX ballot_choices_by_option ON ballot_choices (group_id, poll_id, number);
