-- What stands before a command in a group's rooms, where a platform tells commands from talk by a sign alone.

ALTER TABLE groups ADD COLUMN prefix TEXT NOT NULL DEFAULT '!';
