-- What people call an account by, so that a mention of it finds its person.

ALTER TABLE accounts ADD COLUMN handle TEXT;
ALTER TABLE accounts ADD COLUMN handle_key TEXT; -- the same in lower case, as it is looked for
CREATE INDEX accounts_by_handle ON accounts (platform, handle_key);
