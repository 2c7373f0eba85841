# Polls

command-poll-new = Ask the group; with no options it asks for yes or no, and with no time it closes after 24 hours.
command-poll-vote = Vote, by an option's words or number, or abstain; voting again replaces your vote.
command-poll-list = Show the open polls.
command-poll-show = Show a poll, and who chose what where that may be seen.
command-poll-close = Close a poll now; for whoever asked it, and for captains.
command-poll-extend = Keep a poll open longer; for whoever asked it, and for captains.

## The form: at most 45 characters above, 45 beside a field and 100 in it

form-poll-new = Ask the group
form-poll-question = The question
form-poll-question-hint = Pizza or tacos?
form-poll-option = The options, each on a line of its own
form-poll-option-hint = With none it asks for yes or no.
form-poll-kind = How people choose
form-poll-kind-hint = single or approval; empty for single
form-poll-until = When it closes
form-poll-until-hint = fri 18:00; empty for 24 hours from now
form-poll-secret = Secret
form-poll-secret-hint = yes, or empty for an open poll

## The card

poll-yes = Yes
poll-no = No

poll-heading = { $poll } · { $question }
poll-heading-closed = { $poll } · { $question } · closed
poll-heading-soon = { $poll } · { $question } · closes soon
poll-heading-longer = { $poll } · { $question } · open longer
poll-open-until = open until { $closes }
poll-voted-count =
    { $voted ->
        [0] nobody has voted yet
       *[other] { $voted } voted
    }
poll-voted-abstained = { $voted } voted, { $abstained } of them abstaining
poll-choose-several = choose as many as you like
poll-label-open = everyone here can see who chose what
poll-label-hidden = counts stay hidden until it closes; then everyone here can see who chose what
poll-label-secret = secret: nobody in the group sees who voted or who chose what; until it closes the operator of this server could link a vote to its voter, and backups and logs made until then may keep that link
poll-label-secret-closed = secret: nobody can link a vote to its voter any more, except from backups and logs that were kept from before it closed
poll-chose = { $option }: { $people }
poll-abstained = Abstained: { $people }

poll-no-vote-yet = You have not voted yet.
poll-vote-in-private = { $poll } is secret, and what is typed here others can read, so nothing was counted. Vote where only you and I write:
poll-vote-counted = Your vote in { $poll } was counted before it closed.
poll-your-vote = Your vote: { $choice }.
poll-your-vote-again = Your vote: { $choice }. It replaces your earlier one: { $before }.
poll-your-vote-same = Your vote was { $choice } already, and stays.
poll-vote-from = This replaces your vote from { $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] the console
}: you have one vote, whichever account it comes from.
poll-abstention = abstention
poll-change-until = You can change it until { $closes }.
poll-so-far = { $poll } so far: { $counts }
poll-option-count = { $option } { $count }

poll-won = { $option } wins with { $votes } of { $voted }.
poll-tied = A tie: { $options } have { $votes } each, of { $voted }.
poll-nobody = Nobody voted.
poll-nobody-chose = Nobody chose an option; { $abstained } abstained.
poll-close-sure = Once { $poll } is closed, nobody can open it again. To close it for good:
poll-close-undo = To open it again within ten minutes: { $command }

poll-list =
    { $count ->
        [one] 1 poll is open
       *[other] { $count } polls are open
    }
poll-list-none = No poll is open.

poll-one-option = A poll needs two options or more, and this one has only "{ $option }". With no option at all it asks for yes or no.
poll-option-twice = The option "{ $option }" is there twice.
poll-until-one-time = A poll closes at one time: a day or a clock time, not a range or a repeat.
poll-until-past = { $closes } is in the past. A poll closes later than now.
poll-unknown = There is no { $poll } in this group.
poll-taken-back = { $poll } was taken back by whoever asked it.
poll-choice-unknown = { $poll } has no option "{ $choice }". You can choose { $options }.
poll-choice-two = "{ $choice }" could be { $options }.
poll-choice-one = { $poll } takes one choice, and you named { $options }.
poll-closed-already = { $poll } closed { $closed }, so nothing about it changes any more. { $result }
poll-extend-earlier = { $poll } is open until { $closes } already. To end it sooner, close it.
poll-not-yours = { $poll } can be closed or extended by whoever asked it, and by captains.

poll-undone-new = { $poll } is taken back: it is asked no more.
poll-undone-vote = Your vote in { $poll } is taken back.
poll-undone-vote-secret = Your vote in { $poll } is taken back, and you have none in it now.
poll-undone-vote-again = Your vote in { $poll } is { $choice } again.
poll-undone-close = { $poll } is open again, until { $closes }.
poll-undone-extend = { $poll } closes { $closes } again.
poll-undo-voted =
    { $others ->
        [one] Somebody else has voted in { $poll }, so it cannot be taken back.
       *[other] { $others } others have voted in { $poll }, so it cannot be taken back.
    }
poll-undo-changed = { $poll } has changed since, so this cannot be taken back.
poll-undo-past = { $closes } has passed, so { $poll } stays closed. { $result }

audit-poll-closed = { $actor } closed { $subject }.
audit-poll-withdrawn = { $actor } took { $subject } back.
