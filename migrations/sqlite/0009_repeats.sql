-- Tasks and reminders as series: from where their rule counts, how far it has come, and what is out of the ordinary.
-- Rows of before have none of it: their rule counts from when they are due next.

ALTER TABLE reminders ADD COLUMN first_local TEXT;
ALTER TABLE reminders ADD COLUMN past_local TEXT; -- the latest date of the rule that has come
ALTER TABLE reminders ADD COLUMN exceptions TEXT; -- JSON: the dates left out, and those with a time or text of their own
ALTER TABLE reminders ADD COLUMN said TEXT; -- what the date that came last said, if that was its own

ALTER TABLE tasks ADD COLUMN first_local TEXT;
ALTER TABLE tasks ADD COLUMN rule_zone TEXT; -- of the rule's wall clocks
ALTER TABLE tasks ADD COLUMN past_local TEXT; -- the latest date of the rule that has had its task
ALTER TABLE tasks ADD COLUMN exceptions TEXT; -- JSON: the dates left out, and those with a time or title of their own
ALTER TABLE tasks ADD COLUMN date_local TEXT; -- the date of the rule that this task is for
ALTER TABLE tasks ADD COLUMN usual_title TEXT; -- what all others are called, where this one was changed alone
ALTER TABLE tasks ADD COLUMN usual_note TEXT;
ALTER TABLE tasks ADD COLUMN usual_team_id BLOB;
