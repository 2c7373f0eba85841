-- The code by which a voter finds a secret ballot in the file of its poll, where they asked for one.

ALTER TABLE sealed_ballots ADD COLUMN receipt TEXT;
ALTER TABLE unlinked_ballots ADD COLUMN receipt TEXT;
