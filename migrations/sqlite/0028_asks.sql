-- Cover, offers, and the search for people.

ALTER TABLE shift_seats ADD COLUMN cover_since INTEGER; -- of a member who is in and looks for cover
ALTER TABLE shift_seats ADD COLUMN offered_at INTEGER; -- of whoever waits, while a seat is kept for them

ALTER TABLE groups ADD COLUMN asks INTEGER NOT NULL DEFAULT 3; -- the most a member is asked in a week
ALTER TABLE memberships ADD COLUMN asked_at INTEGER NOT NULL DEFAULT 0; -- the last time for any shift
CREATE INDEX memberships_by_ask ON memberships (group_id, asked_at, person_id);

CREATE TABLE shift_searches (
    group_id        BLOB    NOT NULL,
    shift_id        BLOB    NOT NULL,
    by_person       BLOB    NOT NULL REFERENCES people (id),
    at_once         INTEGER NOT NULL,
    begun_at        INTEGER NOT NULL,
    PRIMARY KEY (group_id, shift_id),
    FOREIGN KEY (group_id, shift_id) REFERENCES shifts (group_id, id)
) STRICT;
CREATE INDEX shift_searches_by_person ON shift_searches (by_person);

CREATE TABLE shift_asks (
    group_id        BLOB    NOT NULL,
    shift_id        BLOB    NOT NULL,
    person_id       BLOB    NOT NULL REFERENCES people (id),
    asked_at        INTEGER NOT NULL,
    until_at        INTEGER NOT NULL, -- how long an answer is waited for
    declined_at     INTEGER,
    PRIMARY KEY (group_id, shift_id, person_id),
    FOREIGN KEY (group_id, shift_id) REFERENCES shifts (group_id, id)
) STRICT;
CREATE INDEX shift_asks_by_person ON shift_asks (person_id, group_id, asked_at);
