-- The day of a shift: who came and left, who is there beyond the plan, and how it went.

ALTER TABLE shift_seats ADD COLUMN came_at BIGINT;
ALTER TABLE shift_seats ADD COLUMN came_by UUID REFERENCES people (id); -- who checked them in, where it was somebody else
ALTER TABLE shift_seats ADD COLUMN left_at BIGINT;
ALTER TABLE shift_seats ADD COLUMN no_show_at BIGINT; -- when it was noted that a member did not come
ALTER TABLE shift_seats ADD COLUMN walk_in BOOLEAN NOT NULL DEFAULT FALSE; -- takes none of the seats
CREATE INDEX shift_seats_by_came_by ON shift_seats (came_by) WHERE came_by IS NOT NULL;

CREATE TABLE shift_reports (
    group_id        UUID    NOT NULL,
    shift_id        UUID    NOT NULL,
    conversations   BIGINT,
    doors           BIGINT,
    note            TEXT,
    reporter_id     UUID    NOT NULL REFERENCES people (id), -- who wrote it last
    reported_at     BIGINT  NOT NULL,
    PRIMARY KEY (group_id, shift_id),
    FOREIGN KEY (group_id, shift_id) REFERENCES shifts (group_id, id)
);
CREATE INDEX shift_reports_by_reporter ON shift_reports (reporter_id);
