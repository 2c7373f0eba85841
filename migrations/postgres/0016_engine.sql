-- What the engine keeps: doubtful attempts, tries, who holds what, and cards that are kept up to date.

ALTER TABLE outbox ADD COLUMN language TEXT NOT NULL DEFAULT 'en';
ALTER TABLE outbox ADD COLUMN about_group UUID; -- of a broadcast, which; of another message, whose card it is
ALTER TABLE outbox ADD COLUMN about TEXT; -- its reference: B6, S12
ALTER TABLE outbox ADD COLUMN doubtful_since BIGINT; -- since when it may have been delivered without our knowing
-- Messages of before may have been cut off.
UPDATE outbox SET doubtful_since = created_at WHERE state = 'sending';
DROP INDEX outbox_by_freedom;
CREATE INDEX outbox_to_send ON outbox (platform, kind, free_at, id) WHERE free_at IS NOT NULL;
CREATE INDEX outbox_next ON outbox (platform, free_at) WHERE free_at IS NOT NULL;
CREATE INDEX outbox_by_subject ON outbox (about_group, about) WHERE about IS NOT NULL AND free_at IS NOT NULL;
CREATE INDEX outbox_doubtful ON outbox (platform) WHERE doubtful_since IS NOT NULL AND free_at IS NOT NULL;
CREATE INDEX outbox_unknown ON outbox (id) WHERE state = 'unknown';
CREATE INDEX outbox_by_owner ON outbox (owner) WHERE owner IS NOT NULL;

ALTER TABLE inbox ADD COLUMN tries BIGINT NOT NULL DEFAULT 0; -- how often it was taken up again

CREATE TABLE leases (
    name            TEXT    NOT NULL PRIMARY KEY, -- what is served: a platform
    owner           TEXT    NOT NULL, -- the node
    until           BIGINT  NOT NULL
);

CREATE TABLE live_cards (
    id              UUID    NOT NULL PRIMARY KEY,
    group_id        UUID    NOT NULL REFERENCES groups (id),
    about           TEXT    NOT NULL, -- a reference: S12
    platform        TEXT    NOT NULL,
    place           TEXT    NOT NULL,
    room            TEXT    NOT NULL,
    private         BOOLEAN NOT NULL,
    message         TEXT    NOT NULL, -- the platform's id of it
    changes         BIGINT  NOT NULL, -- of what it shows, since it was posted
    shown           BIGINT  NOT NULL, -- how many of them it shows
    stale           BOOLEAN NOT NULL, -- whether that is fewer
    not_before      BIGINT  NOT NULL -- not to be edited before
);
CREATE INDEX live_cards_by_subject ON live_cards (group_id, about);
CREATE INDEX live_cards_stale ON live_cards (platform, not_before, id) WHERE stale;
