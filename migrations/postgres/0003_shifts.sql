-- Shifts, and who is on them.

CREATE TABLE shifts (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    id              UUID    NOT NULL,
    number          BIGINT  NOT NULL,
    title           TEXT    NOT NULL,
    zone            TEXT    NOT NULL, -- of both wall clocks
    starts_at       BIGINT  NOT NULL,
    start_local     TEXT    NOT NULL,
    end_at          BIGINT,
    end_local       TEXT,
    over_at         BIGINT  NOT NULL, -- end_at, or when it is taken to be over
    place           TEXT,
    team_id         UUID,
    note            TEXT,
    cutoff          BIGINT, -- seconds
    needs           TEXT    NOT NULL, -- as people type it: none, 6, driver=2,knocker=6
    cancelled_at    BIGINT,
    cancel_reason   TEXT,
    version         BIGINT  NOT NULL,
    turn            BIGINT  NOT NULL, -- the last that was given out
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, number),
    FOREIGN KEY (group_id, team_id) REFERENCES teams (group_id, id),
    CHECK ((end_at IS NULL) = (end_local IS NULL))
);
CREATE INDEX shifts_by_end ON shifts (group_id, over_at) WHERE cancelled_at IS NULL;
CREATE INDEX shifts_by_team ON shifts (group_id, team_id) WHERE team_id IS NOT NULL;

CREATE TABLE shift_seats (
    group_id        UUID    NOT NULL,
    shift_id        UUID    NOT NULL,
    id              UUID    NOT NULL,
    person_id       UUID    REFERENCES people (id), -- the member, or
    guest           TEXT, -- the name of a guest, whom
    guest_key       TEXT, -- (in lower case, made by us)
    host_id         UUID    REFERENCES people (id), -- this member brings
    role            TEXT, -- in: what they are; waiting: what they wait for
    standing        TEXT    NOT NULL,
    turn            BIGINT  NOT NULL,
    PRIMARY KEY (group_id, shift_id, id),
    UNIQUE (group_id, person_id, shift_id), -- also finds the shifts of a member
    UNIQUE (group_id, shift_id, guest_key),
    FOREIGN KEY (group_id, shift_id) REFERENCES shifts (group_id, id),
    CHECK ((person_id IS NULL) = (guest IS NOT NULL)),
    CHECK ((guest IS NULL) = (guest_key IS NULL)),
    CHECK ((guest IS NULL) = (host_id IS NULL))
);
CREATE INDEX shift_seats_by_person ON shift_seats (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX shift_seats_by_host ON shift_seats (host_id) WHERE host_id IS NOT NULL;
