-- Tasks.

CREATE TABLE tasks (
    group_id        UUID    NOT NULL REFERENCES groups (id),
    id              UUID    NOT NULL,
    number          BIGINT  NOT NULL,
    title           TEXT    NOT NULL,
    note            TEXT,
    team_id         UUID,
    creator_id      UUID    NOT NULL REFERENCES people (id),
    owner_id        UUID    REFERENCES people (id), -- who has it
    keeper_id       UUID    REFERENCES people (id), -- who gets the next one of a repeat
    due_at          BIGINT,
    due_local       TEXT, -- wall clock, in
    due_zone        TEXT, -- this zone
    repeats         TEXT, -- as people type it: every fri
    next_id         UUID, -- the task that followed; no foreign key, since it is saved after this one
    state           TEXT    NOT NULL, -- open, done or deleted
    done_by         UUID    REFERENCES people (id),
    done_at         BIGINT,
    done_note       TEXT,
    created_at      BIGINT  NOT NULL,
    version         BIGINT  NOT NULL,
    PRIMARY KEY (group_id, id),
    UNIQUE (group_id, number),
    FOREIGN KEY (group_id, team_id) REFERENCES teams (group_id, id),
    CHECK ((due_at IS NULL) = (due_local IS NULL) AND (due_at IS NULL) = (due_zone IS NULL)),
    CHECK ((state = 'done') = (done_by IS NOT NULL) AND (state = 'done') = (done_at IS NOT NULL))
);
CREATE INDEX tasks_done ON tasks (group_id, done_at, number) WHERE state = 'done';
CREATE INDEX tasks_open ON tasks (group_id, number) WHERE state = 'open';
CREATE INDEX tasks_by_team ON tasks (group_id, team_id) WHERE team_id IS NOT NULL;
CREATE INDEX tasks_by_creator ON tasks (creator_id);
CREATE INDEX tasks_by_owner ON tasks (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX tasks_by_keeper ON tasks (keeper_id) WHERE keeper_id IS NOT NULL;
CREATE INDEX tasks_by_doer ON tasks (done_by) WHERE done_by IS NOT NULL;
