# Counts of ballots, as a card and `muster tally` say them

## The table

tally-stage = Stage
tally-quota = Quota
tally-exhausted = Exhausted
tally-lost = Lost in decimals
tally-marks = * elected, - out of the count
tally-grid-preferring = How many prefer the row to the column
tally-grid-paths = How strong the strongest path is from the row to the column

## What a stage did

tally-step-first = first counts
tally-step-surplus = surplus of { $names }: { $votes }
tally-step-lowest = out with the fewest votes: { $name }
tally-step-batch = out together: { $names }
tally-step-runoff = run-off: { $names }
tally-step-elected = { $step }; elected: { $names }

## What broke a tie

tally-tie = stage { $stage }, { $about }: { $names } are tied; { $broken }
tally-tie-seat = who is elected
tally-tie-elimination = who leaves the count
tally-tie-surplus = whose surplus goes on first
tally-tie-finalist = who goes into the run-off
tally-tie-open = nothing breaks the tie, and the count stops here
tally-tie-earlier-stage = { $name }, by their counts in stage { $stage }
tally-tie-seed = { $name }, by the lots drawn from the seed
tally-tie-same-winner = { $name } wins whoever of them goes on
tally-tie-head-to-head = { $name }, by how they do against each other
tally-tie-points = { $name }, with more points
tally-tie-top-scores = { $name }, with the top score more often
tally-tie-fewest-no = { $name }, with fewer no
tally-tie-earliest = { $name }, the earliest
tally-tie-no-votes = none has a vote, so all of them do, and their order changes nothing

## The picture

poll-picture-alt = The poll as a picture: { $said }
poll-picture-share = { $votes } · { $percent } %
poll-picture-points =
    { $points ->
        [one] 1 point
       *[other] { $points } points
    }
poll-picture-first =
    { $votes ->
        [one] 1 first choice
       *[other] { $votes } first choices
    }
poll-picture-time = { $ifneedbe ->
    [0] { $votes } can
   *[other] { $votes } can, { $ifneedbe } if need be
}
