-- Memberships that are suspended, and the group that somebody means in private.

ALTER TABLE memberships ADD COLUMN suspended_at BIGINT;
ALTER TABLE memberships ADD COLUMN departure TEXT CHECK ((departure IS NULL) = (suspended_at IS NULL));
ALTER TABLE people ADD COLUMN chosen_group UUID; -- outlives the group: no foreign key
