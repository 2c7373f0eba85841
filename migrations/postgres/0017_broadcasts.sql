-- Broadcasts, and what became of everybody's copy.

CREATE TABLE broadcasts (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    id              UUID    NOT NULL,
    number          BIGINT  NOT NULL,
    text            TEXT    NOT NULL,
    audience        TEXT    NOT NULL,
    audience_team_id UUID, -- of team
    audience_number BIGINT, -- of roster, unconfirmed and nonvoters: the shift's or the poll's
    asks            BOOLEAN NOT NULL, -- for "Got it"
    author_id       UUID    NOT NULL REFERENCES people (id),
    platform        TEXT, -- the room that hears the report; none for the author alone
    place           TEXT,
    room            TEXT,
    created_at      BIGINT  NOT NULL,
    goes_at         BIGINT,
    goes_local      TEXT, -- the wall clock that was set
    goes_zone       TEXT,
    people          BIGINT  NOT NULL, -- how many it was for when it was written
    confirmed_at    BIGINT,
    begun_at        BIGINT,
    cursor_id       UUID, -- the last person who is dealt with, while there may be others
    written_at      BIGINT, -- when everybody was written to
    stopped_at      BIGINT,
    unwritten       BIGINT  NOT NULL, -- how many were still to be written to when it was stopped
    finished_at     BIGINT,
    mentioned_at    BIGINT,
    version         BIGINT  NOT NULL,
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, number),
    FOREIGN KEY (group_id, audience_team_id) REFERENCES teams (group_id, id)
);
CREATE INDEX broadcasts_by_author ON broadcasts (author_id);
CREATE INDEX broadcasts_by_team ON broadcasts (group_id, audience_team_id) WHERE audience_team_id IS NOT NULL;

CREATE TABLE broadcast_people (
    group_id        UUID    NOT NULL,
    broadcast_id    UUID    NOT NULL,
    person_id       UUID    NOT NULL REFERENCES people (id),
    reach           TEXT    NOT NULL, -- what became of their copy
    refusal         TEXT, -- why a platform refused it
    open            BOOLEAN NOT NULL, -- whether something may still become of it
    acknowledged_at BIGINT,
    PRIMARY KEY (group_id, broadcast_id, person_id),
    FOREIGN KEY (group_id, broadcast_id) REFERENCES broadcasts (group_id, id)
);
CREATE INDEX broadcast_people_by_person ON broadcast_people (person_id);
CREATE INDEX broadcast_people_open ON broadcast_people (group_id, broadcast_id, person_id) WHERE open;
