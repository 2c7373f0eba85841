-- Who said that they will come, when somebody wants to hear nothing, and when they want to hear of their day.

ALTER TABLE shift_seats ADD COLUMN confirmed_at INTEGER; -- of a member who is in

ALTER TABLE people ADD COLUMN paused_at INTEGER;
ALTER TABLE people ADD COLUMN pause_until INTEGER; -- of a pause that ends by itself, with the two below
ALTER TABLE people ADD COLUMN pause_local TEXT;
ALTER TABLE people ADD COLUMN pause_zone TEXT;
ALTER TABLE people ADD COLUMN digest_at INTEGER; -- seconds of the day, by their wall clock
