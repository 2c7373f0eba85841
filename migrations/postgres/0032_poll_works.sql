-- The tasks and shifts that a poll's decision became.

CREATE TABLE poll_works (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    kind            TEXT    NOT NULL, -- task or shift
    number          BIGINT  NOT NULL, -- of its reference
    told_at         BIGINT, -- when the voters heard that it is done
    PRIMARY KEY (group_id, kind, number),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
);
CREATE INDEX poll_works_by_poll ON poll_works (group_id, poll_id);
