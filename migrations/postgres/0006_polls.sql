-- Polls, their options, and one ballot a person in each. Open polls only: a ballot names its person.

CREATE TABLE polls (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    id              UUID    NOT NULL,
    number          BIGINT  NOT NULL,
    question        TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    creator_id      UUID    NOT NULL REFERENCES people (id),
    platform        TEXT    NOT NULL, -- the room that hears of it
    place           TEXT    NOT NULL,
    room            TEXT    NOT NULL,
    private         BOOLEAN NOT NULL,
    opened_at       BIGINT  NOT NULL,
    closes_at       BIGINT  NOT NULL,
    closes_local    TEXT    NOT NULL, -- the wall clock that was set
    closes_zone     TEXT    NOT NULL,
    closed_at       BIGINT, -- from when it counts as closed
    withdrawn_at    BIGINT,
    version         BIGINT  NOT NULL,
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, number)
);
CREATE INDEX polls_by_creator ON polls (creator_id);
CREATE INDEX polls_unsettled ON polls (group_id, number) WHERE closed_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE poll_options (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    number          BIGINT  NOT NULL, -- from 1
    words           TEXT    NOT NULL,
    PRIMARY KEY (group_id, poll_id, number),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
);

CREATE TABLE ballots (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    person_id       UUID    NOT NULL REFERENCES people (id),
    cast_at         BIGINT  NOT NULL,
    PRIMARY KEY (group_id, poll_id, person_id),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
);
CREATE INDEX ballots_by_person ON ballots (person_id);

-- What a ballot chooses; a ballot without choices is an abstention.
CREATE TABLE ballot_choices (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    person_id       UUID    NOT NULL,
    number          BIGINT  NOT NULL,
    PRIMARY KEY (group_id, poll_id, person_id, number),
    FOREIGN KEY (group_id, poll_id, person_id) REFERENCES ballots (group_id, poll_id, person_id) ON DELETE CASCADE,
    FOREIGN KEY (group_id, poll_id, number) REFERENCES poll_options (group_id, poll_id, number)
);
CREATE INDEX ballot_choices_by_option ON ballot_choices (group_id, poll_id, number);
