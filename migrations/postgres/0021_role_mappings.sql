-- What a platform's roles give in a group, and who held them when they last acted there.

CREATE TABLE role_mappings (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    role            TEXT    NOT NULL, -- the role, by the platform's id
    name            TEXT    NOT NULL,
    team_id         UUID, -- the team that it gives a place in; none: it makes captains
    PRIMARY KEY (group_id, platform, place, role),
    FOREIGN KEY (group_id, team_id) REFERENCES teams (group_id, id)
);

CREATE TABLE role_holds (
    group_id        UUID    NOT NULL,
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    role            TEXT    NOT NULL,
    account         TEXT    NOT NULL,
    given           BOOLEAN NOT NULL, -- whether what the role gives was given for its sake
    PRIMARY KEY (group_id, platform, place, role, account),
    FOREIGN KEY (group_id, platform, place, role) REFERENCES role_mappings (group_id, platform, place, role)
        ON UPDATE CASCADE ON DELETE CASCADE,
    FOREIGN KEY (platform, account) REFERENCES accounts (platform, account)
);
CREATE INDEX role_holds_by_account ON role_holds (platform, account);
