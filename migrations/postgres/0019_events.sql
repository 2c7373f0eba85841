-- Events that came to nothing, and cards that are not followed any more until somebody acts on one.

ALTER TABLE inbox ADD COLUMN refused BOOLEAN NOT NULL DEFAULT FALSE; -- of one that is done: whether nothing took effect, of an edited form neither

ALTER TABLE live_cards ADD COLUMN resting BOOLEAN NOT NULL DEFAULT FALSE; -- later copies are followed in its place
CREATE INDEX live_cards_resting ON live_cards (platform, place, room, message) WHERE resting;
