-- What has ended is found by when it ended, to be forgotten.

CREATE INDEX inbox_by_end ON inbox (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX outbox_by_end ON outbox (settled_at) WHERE settled_at IS NOT NULL;
