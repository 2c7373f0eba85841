# The morning digest: what a day holds.

digest-heading = Your day in "{ $group }" · { $day }
digest-shifts = Your shifts:
digest-confirmed = you have confirmed
digest-unconfirmed = not confirmed yet
digest-tasks = Your tasks:
digest-polls = Polls in which you have not voted:
digest-poll = { $poll } · { $question } · open until { $closes }
digest-short = Still short in the next days:
