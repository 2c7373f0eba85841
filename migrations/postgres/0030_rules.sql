-- What people can do.

CREATE TABLE person_skills (
    person_id       UUID    NOT NULL REFERENCES people (id),
    skill_key       TEXT    NOT NULL, -- the skill in lower case, made by us
    skill           TEXT    NOT NULL,
    PRIMARY KEY (person_id, skill_key)
);
CREATE INDEX person_skills_by_skill ON person_skills (skill_key, person_id);
