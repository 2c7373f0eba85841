-- The store of keys from which alone an encrypted platform is served.

CREATE TABLE keystores (
    platform        TEXT    NOT NULL PRIMARY KEY,
    keystore        TEXT    NOT NULL -- the name that was made up for it
);
