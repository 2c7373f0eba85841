-- Reminders.

CREATE TABLE reminders (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    id              UUID    NOT NULL,
    number          BIGINT  NOT NULL,
    creator_id      UUID    NOT NULL REFERENCES people (id),
    platform        TEXT, -- the room it is for; none for whoever set it
    place           TEXT,
    room            TEXT,
    text            TEXT    NOT NULL,
    zone            TEXT    NOT NULL, -- of both wall clocks
    next_at         BIGINT,
    next_local      TEXT,
    repeats         TEXT, -- as people type it: every mon
    snoozed_at      BIGINT,
    snoozed_local   TEXT,
    fired_at        BIGINT,
    state           TEXT    NOT NULL, -- waiting, paused, over or cancelled
    created_at      BIGINT  NOT NULL,
    version         BIGINT  NOT NULL,
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, number),
    CHECK ((platform IS NULL) = (place IS NULL) AND (platform IS NULL) = (room IS NULL)),
    CHECK ((next_at IS NULL) = (next_local IS NULL)),
    CHECK ((snoozed_at IS NULL) = (snoozed_local IS NULL))
);
CREATE INDEX reminders_by_creator ON reminders (creator_id);
CREATE INDEX reminders_live_in ON reminders (group_id, platform, place, room)
    WHERE state IN ('waiting', 'paused') AND room IS NOT NULL;
