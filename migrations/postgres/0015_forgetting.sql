-- Finding what is to be forgotten: audit lines by their age, and who had chosen a group that goes.

CREATE INDEX audit_by_instant ON audit (at);
CREATE INDEX people_by_chosen_group ON people (chosen_group) WHERE chosen_group IS NOT NULL;
