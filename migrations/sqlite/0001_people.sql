-- People, groups, places, memberships, teams, link codes, and what belongs to the instance.
-- Ids are UUIDs of 16 bytes. Instants are microseconds since 1970 in UTC.

CREATE TABLE people (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name            TEXT    NOT NULL,
    zone            TEXT,
    language        TEXT,
    quiet_from      INTEGER, -- seconds since midnight
    quiet_to        INTEGER, -- seconds since midnight
    ladder          TEXT    NOT NULL, -- JSON array of seconds
    agreed_at       INTEGER,
    version         INTEGER NOT NULL
) STRICT;

CREATE TABLE accounts (
    platform        TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    person_id       BLOB    NOT NULL REFERENCES people (id),
    name            TEXT    NOT NULL,
    seen_at         INTEGER NOT NULL,
    PRIMARY KEY (platform, account)
) STRICT;
CREATE INDEX accounts_by_person ON accounts (person_id);

CREATE TABLE groups (
    id              BLOB    NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    name            TEXT    NOT NULL,
    zone            TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    founded_at      INTEGER NOT NULL,
    version         INTEGER NOT NULL
) STRICT;

-- The last number that was given to a shift, task, reminder or poll of the group.
CREATE TABLE numbers (
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    kind            TEXT    NOT NULL,
    given           INTEGER NOT NULL,
    PRIMARY KEY (group_id, kind)
) STRICT;

CREATE TABLE places (
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    name            TEXT    NOT NULL,
    PRIMARY KEY (platform, place)
) STRICT;
CREATE INDEX places_by_group ON places (group_id);

CREATE TABLE memberships (
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    person_id       BLOB    NOT NULL REFERENCES people (id),
    role            TEXT    NOT NULL,
    joined_at       INTEGER NOT NULL,
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    room            TEXT    NOT NULL,
    private         INTEGER NOT NULL,
    PRIMARY KEY (group_id, person_id)
) STRICT;
CREATE INDEX memberships_by_person ON memberships (person_id);

CREATE TABLE teams (
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    id              BLOB    NOT NULL CHECK (length(id) = 16),
    name            TEXT    NOT NULL,
    name_key        TEXT    NOT NULL, -- the name in lower case, made by us
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, name_key)
) STRICT;

CREATE TABLE team_members (
    group_id        BLOB    NOT NULL,
    team_id         BLOB    NOT NULL,
    person_id       BLOB    NOT NULL REFERENCES people (id),
    captain         INTEGER NOT NULL,
    joined_at       INTEGER NOT NULL,
    PRIMARY KEY (group_id, team_id, person_id),
    FOREIGN KEY (group_id, team_id) REFERENCES teams (group_id, id)
) STRICT;
CREATE INDEX team_members_by_person ON team_members (person_id);

CREATE TABLE link_codes (
    hash            BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    person_id       BLOB    NOT NULL REFERENCES people (id), -- who asked for it
    group_id        BLOB    REFERENCES groups (id), -- the group that a place joins; none: an account joins the person
    expires_at      INTEGER NOT NULL,
    claimed_by      BLOB    REFERENCES people (id),
    used_at         INTEGER
) STRICT;
CREATE INDEX link_codes_by_person ON link_codes (person_id);

CREATE TABLE wrong_codes (
    platform        TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    at              INTEGER NOT NULL
) STRICT;
CREATE INDEX wrong_codes_by_account ON wrong_codes (platform, account, at);

CREATE TABLE instance (
    one             INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
    hand_set_clock  INTEGER
) STRICT;
