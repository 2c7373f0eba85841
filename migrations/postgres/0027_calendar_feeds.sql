-- The addresses at which people's own calendars are read.

CREATE TABLE calendar_feeds (
    hash            BYTEA   NOT NULL PRIMARY KEY CHECK (length(hash) = 32), -- SHA-256 of the secret in the address
    person_id       UUID    NOT NULL REFERENCES people (id),
    made_at         BIGINT  NOT NULL
);
CREATE INDEX calendar_feeds_by_person ON calendar_feeds (person_id);
