-- Shifts that repeat. Their dates are shifts.

CREATE TABLE shift_series (
    group_id        BLOB    NOT NULL REFERENCES groups (id),
    id              BLOB    NOT NULL CHECK (length(id) = 16),
    rule            TEXT    NOT NULL, -- RFC 5545
    first_local     TEXT    NOT NULL,
    zone            TEXT    NOT NULL, -- of every wall clock of it
    skipped         TEXT    NOT NULL, -- JSON: the wall clocks that are left out
    length          INTEGER, -- seconds of the wall clock
    whole_days      INTEGER NOT NULL,
    title           TEXT    NOT NULL,
    place           TEXT,
    team_id         BLOB,
    note            TEXT,
    cutoff          INTEGER, -- seconds
    needs           TEXT    NOT NULL,
    ended           INTEGER NOT NULL,
    version         INTEGER NOT NULL,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, team_id) REFERENCES teams (group_id, id)
) STRICT;
CREATE INDEX shift_series_by_team ON shift_series (group_id, team_id) WHERE team_id IS NOT NULL;

ALTER TABLE shifts ADD COLUMN whole_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE shifts ADD COLUMN series_id BLOB; -- in shift_series; a table refers only to older ones
ALTER TABLE shifts ADD COLUMN series_at INTEGER; -- what the rule gives it
ALTER TABLE shifts ADD COLUMN series_local TEXT;
ALTER TABLE shifts ADD COLUMN series_own TEXT; -- JSON: what is its own
CREATE UNIQUE INDEX shifts_of_series ON shifts (group_id, series_id, series_local) WHERE series_id IS NOT NULL;
