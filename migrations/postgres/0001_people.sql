-- People, groups, places, memberships, teams, link codes, and what belongs to the instance.
-- Instants are microseconds since 1970 in UTC.

CREATE TABLE people (
    id              UUID    NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL,
    zone            TEXT,
    language        TEXT,
    quiet_from      BIGINT, -- seconds since midnight
    quiet_to        BIGINT, -- seconds since midnight
    ladder          TEXT    NOT NULL, -- JSON array of seconds
    agreed_at       BIGINT,
    version         BIGINT  NOT NULL
);

CREATE TABLE accounts (
    platform        TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    person_id       UUID    NOT NULL REFERENCES people (id),
    name            TEXT    NOT NULL,
    seen_at         BIGINT  NOT NULL,
    PRIMARY KEY (platform, account)
);
CREATE INDEX accounts_by_person ON accounts (person_id);

CREATE TABLE groups (
    id              UUID    NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL,
    zone            TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    founded_at      BIGINT  NOT NULL,
    version         BIGINT  NOT NULL
);

-- The last number that was given to a shift, task, reminder or poll of the group.
CREATE TABLE numbers (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    kind            TEXT    NOT NULL,
    given           BIGINT  NOT NULL,
    PRIMARY KEY (group_id, kind)
);

CREATE TABLE places (
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    group_id        UUID    NOT NULL REFERENCES groups (id),
    name            TEXT    NOT NULL,
    PRIMARY KEY (platform, place)
);
CREATE INDEX places_by_group ON places (group_id);

CREATE TABLE memberships (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    person_id       UUID    NOT NULL REFERENCES people (id),
    role            TEXT    NOT NULL,
    joined_at       BIGINT  NOT NULL,
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    room            TEXT    NOT NULL,
    private         BOOLEAN NOT NULL,
    PRIMARY KEY (group_id, person_id)
);
CREATE INDEX memberships_by_person ON memberships (person_id);

CREATE TABLE teams (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    id              UUID    NOT NULL,
    name            TEXT    NOT NULL,
    name_key        TEXT    NOT NULL, -- the name in lower case, made by us
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, name_key)
);

CREATE TABLE team_members (
    group_id        UUID    NOT NULL,
    team_id         UUID    NOT NULL,
    person_id       UUID    NOT NULL REFERENCES people (id),
    captain         BOOLEAN NOT NULL,
    joined_at       BIGINT  NOT NULL,
    PRIMARY KEY (group_id, team_id, person_id),
    FOREIGN KEY (group_id, team_id) REFERENCES teams (group_id, id)
);
CREATE INDEX team_members_by_person ON team_members (person_id);

CREATE TABLE link_codes (
    hash            BYTEA   NOT NULL PRIMARY KEY CHECK (length(hash) = 32),
    person_id       UUID    NOT NULL REFERENCES people (id), -- who asked for it
    group_id        UUID    REFERENCES groups (id), -- the group that a place joins; none: an account joins the person
    expires_at      BIGINT  NOT NULL,
    claimed_by      UUID    REFERENCES people (id),
    used_at         BIGINT
);
CREATE INDEX link_codes_by_person ON link_codes (person_id);

CREATE TABLE wrong_codes (
    platform        TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    at              BIGINT  NOT NULL
);
CREATE INDEX wrong_codes_by_account ON wrong_codes (platform, account, at);

CREATE TABLE instance (
    one             BIGINT  NOT NULL PRIMARY KEY CHECK (one = 1),
    hand_set_clock  BIGINT
);
