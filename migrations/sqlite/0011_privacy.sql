-- Whose event it was, and whose act an answer answers: so that both are found when somebody wants to be forgotten.

ALTER TABLE inbox ADD COLUMN author TEXT; -- the account; none on what came before this column
CREATE INDEX inbox_by_author ON inbox (platform, author) WHERE author IS NOT NULL;
ALTER TABLE outbox ADD COLUMN author TEXT; -- the account whose act it answers
CREATE INDEX outbox_by_author ON outbox (platform, author) WHERE author IS NOT NULL;
CREATE INDEX outbox_by_account ON outbox (platform, account) WHERE account IS NOT NULL;
CREATE INDEX audit_by_actor ON audit (actor_id, at);
CREATE INDEX audit_by_person ON audit (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX link_codes_by_claimer ON link_codes (claimed_by) WHERE claimed_by IS NOT NULL;
