-- From where somebody voted in a poll that is not secret, so that a vote from elsewhere says what it replaces.

ALTER TABLE ballots ADD COLUMN platform TEXT; -- none: cast before this was kept
