-- The place that an administrator there wants to join to a group, until an organizer of the group confirms.

ALTER TABLE link_codes ADD COLUMN claimed_platform TEXT; -- with the three below
ALTER TABLE link_codes ADD COLUMN claimed_place TEXT;
ALTER TABLE link_codes ADD COLUMN claimed_room TEXT; -- where the administrator said so
ALTER TABLE link_codes ADD COLUMN claimed_name TEXT; -- what the platform called the place
