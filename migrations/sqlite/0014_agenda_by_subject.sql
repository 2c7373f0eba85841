-- What falls due of a shift, task, reminder or poll, for whoever it is: an act on one of them plans these lines anew. The
-- two indexes that keep a line from standing twice serve only where it is said whether a line is somebody's.

CREATE INDEX agenda_by_subject ON agenda (group_id, subject_id);
