-- The day of a shift: who came and left, who is there beyond the plan, and how it went.

ALTER TABLE shift_seats ADD COLUMN came_at INTEGER;
ALTER TABLE shift_seats ADD COLUMN came_by BLOB REFERENCES people (id); -- who checked them in, where it was somebody else
ALTER TABLE shift_seats ADD COLUMN left_at INTEGER;
ALTER TABLE shift_seats ADD COLUMN no_show_at INTEGER; -- when it was noted that a member did not come
ALTER TABLE shift_seats ADD COLUMN walk_in INTEGER NOT NULL DEFAULT 0 CHECK (walk_in IN (0, 1)); -- takes none of the seats
CREATE INDEX shift_seats_by_came_by ON shift_seats (came_by) WHERE came_by IS NOT NULL;

CREATE TABLE shift_reports (
    group_id        BLOB    NOT NULL,
    shift_id        BLOB    NOT NULL,
    conversations   INTEGER,
    doors           INTEGER,
    note            TEXT,
    reporter_id     BLOB    NOT NULL REFERENCES people (id), -- who wrote it last
    reported_at     INTEGER NOT NULL,
    PRIMARY KEY (group_id, shift_id),
    FOREIGN KEY (group_id, shift_id) REFERENCES shifts (group_id, id)
) STRICT;
CREATE INDEX shift_reports_by_reporter ON shift_reports (reporter_id);
