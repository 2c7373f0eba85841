-- What people can do, how long they rest between two shifts, when sign-up opens, who gave a seat, and templates.

CREATE TABLE person_skills (
    person_id       BLOB    NOT NULL REFERENCES people (id),
    skill_key       TEXT    NOT NULL, -- the skill in lower case, made by us
    skill           TEXT    NOT NULL,
    PRIMARY KEY (person_id, skill_key)
) STRICT;
CREATE INDEX person_skills_by_skill ON person_skills (skill_key, person_id);

ALTER TABLE groups ADD COLUMN rest INTEGER; -- seconds between two shifts of a member
ALTER TABLE shifts ADD COLUMN opens INTEGER; -- seconds before the start
ALTER TABLE shift_series ADD COLUMN opens INTEGER;

ALTER TABLE shift_seats ADD COLUMN given_by BLOB REFERENCES people (id); -- who claimed it for the member
CREATE INDEX shift_seats_by_giver ON shift_seats (given_by) WHERE given_by IS NOT NULL;

CREATE TABLE shift_templates (
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    name_key        TEXT    NOT NULL, -- the name in lower case, made by us
    name            TEXT    NOT NULL,
    length          INTEGER, -- seconds of the wall clock
    whole_days      INTEGER NOT NULL,
    title           TEXT    NOT NULL,
    place           TEXT,
    team_id         BLOB,
    note            TEXT,
    cutoff          INTEGER, -- seconds
    opens           INTEGER, -- seconds
    needs           TEXT    NOT NULL,
    PRIMARY KEY (group_id, name_key),
    FOREIGN KEY (group_id, team_id) REFERENCES teams (group_id, id)
) STRICT;
CREATE INDEX shift_templates_by_team ON shift_templates (group_id, team_id) WHERE team_id IS NOT NULL;
