-- On which platform somebody wants private messages first, and where a message was refused before it went to another account.

ALTER TABLE people ADD COLUMN preferred TEXT; -- none: the account that was used last
ALTER TABLE outbox ADD COLUMN tried TEXT; -- accounts, while it is not settled
