-- What comes in, what goes out, what falls due, who did what, and what may be taken back.

CREATE TABLE agenda (
    at              INTEGER NOT NULL,
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    kind            TEXT    NOT NULL,
    subject_id      BLOB    NOT NULL CHECK (length(subject_id) = 16),
    act             TEXT    NOT NULL,
    person_id       BLOB    REFERENCES people (id)
) STRICT;
-- One line a key, whether it names a person or not.
CREATE UNIQUE INDEX agenda_of_one ON agenda (group_id, subject_id, kind, act, at, person_id) WHERE person_id IS NOT NULL;
CREATE UNIQUE INDEX agenda_of_all ON agenda (group_id, subject_id, kind, act, at) WHERE person_id IS NULL;
CREATE INDEX agenda_by_instant ON agenda (at);
CREATE INDEX agenda_by_person ON agenda (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE audit (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    at              INTEGER NOT NULL,
    actor_id        BLOB    NOT NULL, -- outlives the person: no foreign key
    act             TEXT    NOT NULL,
    subject         TEXT,
    person_id       BLOB -- outlives the person: no foreign key
) STRICT;
CREATE INDEX audit_by_group ON audit (group_id, at, id);

CREATE TABLE inbox (
    came            INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- the order of coming
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    room            TEXT    NOT NULL,
    private         INTEGER NOT NULL,
    event           TEXT    NOT NULL,
    received_at     INTEGER NOT NULL,
    done_at         INTEGER,
    payload         TEXT, -- JSON; none once it is done
    UNIQUE (platform, place, room, private, event),
    CHECK ((done_at IS NULL) = (payload IS NOT NULL))
) STRICT;
CREATE INDEX inbox_waiting ON inbox (came) WHERE done_at IS NULL;

CREATE TABLE outbox (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    message_key     TEXT    NOT NULL UNIQUE,
    kind            TEXT    NOT NULL,
    platform        TEXT    NOT NULL,
    place           TEXT, -- of a message to a room
    room            TEXT, -- of a message to a room
    private         INTEGER NOT NULL,
    answers         TEXT,
    account         TEXT, -- in a room: who alone sees it; without one: whom it is for
    person_id       BLOB    REFERENCES people (id),
    state           TEXT    NOT NULL,
    refusal         TEXT,
    not_before      INTEGER NOT NULL,
    created_at      INTEGER NOT NULL,
    owner           TEXT,
    free_at         INTEGER, -- when it can be taken: pending, not before; held, the end of the hold; settled, never
    attempts        INTEGER NOT NULL,
    settled_at      INTEGER,
    payload         TEXT, -- JSON; none once it is settled
    CHECK ((settled_at IS NULL) = (payload IS NOT NULL)),
    CHECK ((settled_at IS NULL) = (free_at IS NOT NULL))
) STRICT;
CREATE INDEX outbox_by_freedom ON outbox (free_at) WHERE free_at IS NOT NULL;
CREATE INDEX outbox_by_person ON outbox (person_id) WHERE person_id IS NOT NULL;

CREATE TABLE undo (
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    person_id       BLOB    NOT NULL REFERENCES people (id),
    at              INTEGER NOT NULL,
    payload         TEXT    NOT NULL, -- JSON
    PRIMARY KEY (group_id, person_id)
) STRICT;
CREATE INDEX undo_by_person ON undo (person_id);
