-- The addresses at which people's own calendars are read.

CREATE TABLE calendar_feeds (
    hash            BLOB    NOT NULL PRIMARY KEY CHECK (length(hash) = 32), -- SHA-256 of the secret in the address
    person_id       BLOB    NOT NULL REFERENCES people (id),
    made_at         INTEGER NOT NULL
) STRICT;
CREATE INDEX calendar_feeds_by_person ON calendar_feeds (person_id);
