-- Events that came to nothing, and cards that are not followed any more until somebody acts on one.

ALTER TABLE inbox ADD COLUMN refused INTEGER NOT NULL DEFAULT 0; -- of one that is done: whether nothing took effect, of an edited form neither

ALTER TABLE live_cards ADD COLUMN resting INTEGER NOT NULL DEFAULT 0; -- later copies are followed in its place
CREATE INDEX live_cards_resting ON live_cards (platform, place, room, message) WHERE resting;
