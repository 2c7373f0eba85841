-- What a poll goes by besides its kind, what a ballot says in its own order, and who may vote where that is fixed.

ALTER TABLE polls ADD COLUMN terms TEXT NOT NULL DEFAULT '{}'; -- method, seats, quorum and so on, as JSON
ALTER TABLE polls ADD COLUMN nudged_at BIGINT; -- when those without a vote were written to

-- A ballot that ranks has its choices in order, one that gives points a figure for each option.
ALTER TABLE ballots ADD COLUMN chosen TEXT NOT NULL DEFAULT '[]'; -- numbers as JSON; [] is an abstention
ALTER TABLE ballots ADD COLUMN reason TEXT; -- why it blocks
UPDATE ballots SET chosen = (
    SELECT '[' || coalesce(string_agg(theirs.number::TEXT, ',' ORDER BY theirs.number), '') || ']'
    FROM ballot_choices AS theirs
    WHERE theirs.group_id = ballots.group_id AND theirs.poll_id = ballots.poll_id
        AND theirs.person_id = ballots.person_id);
DROP TABLE ballot_choices;

CREATE TABLE poll_electors (
    group_id        UUID    NOT NULL,
    poll_id         UUID    NOT NULL,
    person_id       UUID    NOT NULL REFERENCES people (id),
    PRIMARY KEY (group_id, poll_id, person_id),
    FOREIGN KEY (group_id, poll_id) REFERENCES polls (group_id, id)
);
CREATE INDEX poll_electors_by_person ON poll_electors (person_id);
