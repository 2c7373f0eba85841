-- Entries of calendar files, and what became of them: they are known when they come again.

CREATE TABLE imports (
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    uid             TEXT    NOT NULL,
    date            TEXT    NOT NULL, -- one date of a repeating entry, by its wall clock; empty for the whole
    kind            TEXT    NOT NULL, -- what it became: shift, task, …
    subject_id      BLOB    NOT NULL CHECK (length(subject_id) = 16), -- no foreign key: it is of that kind
    sequence        INTEGER NOT NULL,
    modified_at     INTEGER,
    fingerprint     TEXT    NOT NULL, -- a hash of what was taken
    PRIMARY KEY (group_id, uid, date)
) STRICT;
