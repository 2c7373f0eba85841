-- Shifts that repeat. Their dates are shifts.

CREATE TABLE shift_series (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    id              UUID    NOT NULL,
    rule            TEXT    NOT NULL, -- RFC 5545
    first_local     TEXT    NOT NULL,
    zone            TEXT    NOT NULL, -- of every wall clock of it
    skipped         TEXT    NOT NULL, -- JSON: the wall clocks that are left out
    length          BIGINT, -- seconds of the wall clock
    whole_days      BOOLEAN NOT NULL,
    title           TEXT    NOT NULL,
    place           TEXT,
    team_id         UUID,
    note            TEXT,
    cutoff          BIGINT, -- seconds
    needs           TEXT    NOT NULL,
    ended           BOOLEAN NOT NULL,
    version         BIGINT NOT NULL,
    PRIMARY KEY (group_id, id),
    FOREIGN KEY (group_id, team_id) REFERENCES teams (group_id, id)
);
CREATE INDEX shift_series_by_team ON shift_series (group_id, team_id) WHERE team_id IS NOT NULL;

ALTER TABLE shifts ADD COLUMN whole_days BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE shifts ADD COLUMN series_id UUID; -- in shift_series; a table refers only to older ones
ALTER TABLE shifts ADD COLUMN series_at BIGINT; -- what the rule gives it
ALTER TABLE shifts ADD COLUMN series_local TEXT;
ALTER TABLE shifts ADD COLUMN series_own TEXT; -- JSON: what is its own
CREATE UNIQUE INDEX shifts_of_series ON shifts (group_id, series_id, series_local) WHERE series_id IS NOT NULL;
