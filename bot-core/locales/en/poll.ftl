# Polls

command-poll-new = Ask the group; with no options it asks for yes or no, and with no time it closes after 24 hours.
command-poll-vote = Vote, by an option's words or number, or abstain; voting again replaces your vote.
command-poll-list = Show the open polls.
command-poll-show = Show a poll, and who chose what where that may be seen.
command-poll-close = Close a poll now; for whoever asked it, and for captains.
command-poll-export = Gives the ballots of a closed poll as files, without names, to count again.
command-poll-receipt = In private: a code by which you find your secret ballot in the file of a closed poll.
command-poll-extend = Keep a poll open longer; for whoever asked it, and for captains.
command-poll-mint = Make what a closed poll decided a task, or a shift at the time it found; for captains.
command-poll-nudge = Remind those who have not voted, once and in private; for whoever asked it, and for captains.

## The form: at most 45 characters above, 45 beside a field and 100 in it

form-poll-new = Ask the group
form-poll-question = The question
form-poll-question-hint = Pizza or tacos?
form-poll-option = The options, each on a line of its own
form-poll-option-hint = With none it asks for yes or no.
form-poll-kind = How people choose
form-poll-kind-hint = single, approval, ranked, score, star, availability or consent; empty for single
form-poll-until = When it closes
form-poll-until-hint = fri 18:00; empty for 24 hours from now
form-poll-secret = Secret
form-poll-secret-hint = yes, or empty for an open poll

## The card

poll-yes = Yes
poll-no = No
poll-agree = Agree
poll-stand-aside = Stand aside
poll-block = Block
poll-none-of-these = None of these

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
poll-voted-of = { $voted } of { $of } voted
poll-voted-of-abstained = { $voted } of { $of } voted, { $abstained } of them abstaining
poll-quorum = { $needed } must vote
poll-choose-several = choose as many as you like
poll-choose-order = choose in order, what you like best first; a second tap takes one out
poll-choose-points = each tap gives a point, up to { $top }
poll-choose-times = tap once for yes, twice for if need be, three times for no
poll-pass = passes with { $pass } %
poll-seats = { $seats } win
poll-won-runoff-of-two = the two with the most points go into a run-off
poll-won-by-lots = counted by { $method ->
    [irv] instant run-off
    [stv] single transferable vote
    [meek] Meek's transferable vote
    [schulze] Schulze
   *[pairs] Ranked Pairs
}{ $seats ->
    [one] {""}
   *[other] , { $seats } win
}; ties: by the stage before, then by lots from { $seed }
poll-won-by-pass-lots = counted by { $method ->
    [irv] instant run-off
    [stv] single transferable vote
    [meek] Meek's transferable vote
    [schulze] Schulze
   *[pairs] Ranked Pairs
}, passes with { $pass } %; ties: by the stage before, then by lots from { $seed }
poll-label-open = everyone here can see who chose what
poll-label-hidden = counts stay hidden until it closes; then everyone here can see who chose what
poll-label-secret = secret: nobody in the group sees who voted or who chose what; until it closes the operator of this server could link a vote to its voter, and backups and logs made until then may keep that link
poll-label-secret-closed = secret: nobody can link a vote to its voter any more, except from backups and logs that were kept from before it closed
poll-chose = { $option }: { $people }
poll-abstained = Abstained: { $people }
poll-blocks = { $person } blocks: { $reason }
poll-person-mark = { $person } ({ $mark })
poll-place = no. { $place }
poll-points = { $points }
poll-answer-yes = yes
poll-answer-if-need-be = if need be
poll-answer-no = no

poll-no-vote-yet = You have not voted yet.
poll-nudge = You have not voted yet. I remind you this once.
poll-nudging =
    { $count ->
        [one] I'm writing to 1 person who has not voted.
       *[other] I'm writing to { $count } people who have not voted.
    }
poll-nudging-later =
    { $count ->
        [one] 1 person hears it when their quiet hours are over.
       *[other] { $count } people hear it when their quiet hours are over.
    }
poll-nudging-not =
    { $count ->
        [one] 1 person cannot be written to: no private messages, a pause, or quiet hours until it closes.
       *[other] { $count } people cannot be written to: no private messages, a pause, or quiet hours until it closes.
    }
poll-nudge-nobody =
    { $count ->
        [one] 1 person has not voted in { $poll }, and cannot be written to: no private messages, a pause, or quiet hours until it closes.
       *[other] { $count } people have not voted in { $poll }, and none of them can be written to: no private messages, a pause, or quiet hours until it closes.
    }
poll-nudge-all-voted = Everybody who may vote in { $poll } has voted.
poll-nudge-not-yours = Whoever asked { $poll }, and captains, can have those reminded who have not voted.
poll-nudged-already = Those who had not voted in { $poll } were written to already, { $at }. That is done once.
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
poll-ranked-choice = { $place }. { $option }
poll-time-answer = { $option }: { $answer }

poll-won = { $option } wins with { $votes } of { $voted }.
poll-tied = A tie: { $options } have { $votes } each, of { $voted }.
poll-won-points = { $option } wins with { $points ->
    [one] 1 point
   *[other] { $points } points
}.
poll-won-runoff = { $option } wins with { $votes } of { $voted } in the last stage.
poll-won-pairs = { $option } comes first: compared with each other option one by one.
poll-won-time = { $option } suits most: { $votes } of { $voted } can come{ $ifneedbe ->
    [0] {""}
   *[other] , { $ifneedbe } if need be
}.
poll-elected = Elected: { $options }.
poll-tied-for-seat = Elected: { $elected }. A tie for the next seat: { $options }.
poll-none-won = None of these wins with { $votes } of { $voted }: nothing is decided.
poll-not-passed = { $option } is in front with { $votes } and needed { $needed }: nothing is decided.
poll-no-quorum = { $voted ->
    [0] Nobody voted
   *[other] { $voted } voted
} and { $needed } had to: nothing is decided.
poll-consent-passed = It passes: { $agree ->
    [one] 1 agrees
   *[other] { $agree } agree
} and nobody blocks.
poll-consent-blocked = It does not pass: { $block ->
    [one] 1 blocks
   *[other] { $block } block
}.
poll-consent-waiting = It does not pass: { $silent ->
    [one] 1 has not spoken
   *[other] { $silent } have not spoken
}, and silence is not consent.
poll-consent-nobody = It does not pass: nobody agrees.
poll-methods-disagree = Methods disagree on these ballots:
poll-method-chooses = { $method }: { $options }
poll-method-chosen = { $options }
poll-method-first = Most first choices
poll-method-runoff = Instant run-off
poll-method-pairs = One to one against every other
poll-nobody-of-them = nobody
poll-nobody = Nobody voted.
poll-nobody-chose = Nobody chose an option; { $abstained } abstained.
poll-close-sure = Once { $poll } is closed, nobody can open it again. To close it for good:
poll-close-undo = To open it again within ten minutes: { $command }

poll-button-abstain = Abstain
poll-button-task = Make it a task
poll-button-shift = Make it a shift
poll-button-show = Who chose what
poll-became = { $poll } became { $works }.
poll-work-of = Decided in { $poll }
poll-work-of-question = Decided in { $poll }: { $question }
poll-work-done = Decided in { $poll }, done: { $work } · { $title }
poll-mint-open = { $poll } is open until { $closes }. Once it is closed, what it decides can become work.
poll-mint-nothing = { $poll } left nothing to be done. { $result }
poll-mint-twice = { $poll } became { $works } already.
poll-mint-no-time = A shift needs a time, and { $poll } did not look for one.
poll-mint-secret = { $poll } was secret, so nobody can tell who said yes, and nobody is put in.
poll-mint-if-need-be = { $people } can come if need be, and { $count ->
    [one] is
   *[other] are
} not put in.

poll-list =
    { $count ->
        [one] 1 poll is open
       *[other] { $count } polls are open
    }
poll-list-none = No poll is open.

poll-one-option = A poll needs two options or more, and this one has only "{ $option }". With no option at all it asks for yes or no.
poll-option-twice = The option "{ $option }" is there twice.
poll-quorum-form = "{ $typed }" is no quorum: a number of people, as 10, or a share of those who may vote, as 50%.
poll-pass-form = "{ $typed }" is no share: write a percentage from 1 to 100, as 60%.
poll-who-form = Who may vote is fixed when a poll opens: everyone, captains, a team or a roster.
poll-term-unfit = { $term } says nothing of a { $kind } poll. It goes with { $kinds }.
poll-consent-options = A poll for consent has its own options: agree, stand aside, block. Put the proposal into the question.
poll-consent-secret = A block needs a written reason, and a reason tells who wrote it, so a poll for consent cannot be secret. It can be hidden until it closes.
poll-seats-many = { $seats } seats for { $options } options leave nothing to choose. Take fewer seats or more options.
poll-seats-one = The method { $method } fills one seat. For several: method:stv or method:meek.
poll-times-missing = A poll that looks for a time needs times to choose from, as: sat 10am-1pm, sun 2pm-4pm
poll-time-unread = "{ $option }" is no time. { $why }
poll-time-repeats = "{ $option }" repeats. Each option is one time.
poll-time-past = "{ $option }" is in the past. Each option is later than now.
poll-until-one-time = A poll closes at one time: a day or a clock time, not a range or a repeat.
poll-until-past = { $closes } is in the past. A poll closes later than now.
poll-unknown = There is no { $poll } in this group.
poll-taken-back = { $poll } was taken back by whoever asked it.
poll-choice-unknown = { $poll } has no option "{ $choice }". You can choose { $options }.
poll-choice-two = "{ $choice }" could be { $options }.
poll-choice-one = { $poll } takes one choice, and you named { $options }.
poll-rank-one = { $poll } asks for one option at each place, and "{ $typed }" is none or several.
poll-rank-twice = { $option } is there twice.
poll-points-range = "{ $value }" is no number of points: give 0 to { $top }.
poll-answer-unknown = "{ $value }" is no answer: say yes, maybe or no.
poll-figure-missing = { $poll } asks for a figure behind each option, and "{ $option }" has none.
poll-block-why = A block needs its reason in writing, so nothing was counted. Say why:
poll-not-elector = Who may vote in { $poll } was fixed when it opened, and you are not among them.
poll-closed-already = { $poll } closed { $closed }, so nothing about it changes any more. { $result }
poll-export = The ballots of { $poll }, sorted and without names.
poll-export-count = To count them again: { $command }
poll-export-stages = How { $poll } was counted, stage by stage.
poll-export-unranked = Only ranked ballots go into a BLT file, and those of { $poll } are none.
poll-export-one-stage = { $poll } was counted in one stage: its card says everything.
poll-stage = Stage { $stage }, { $step }: { $counts }
poll-stage-count = { $option } { $count }
poll-export-open = { $poll } is open until { $closes }; its ballots can be counted again once it is closed.
poll-export-few = { $poll } is secret and has only { $cast } ballots. A file of fewer than { $least } could tell who chose what, so it is kept back.
poll-receipt-offer = If you want to find your ballot in the file later: { $command }
poll-receipt = Your receipt in { $poll }: { $receipt }
poll-receipt-use = It stands beside your ballot in the file that { $command } gives once { $poll } is closed and has { $least } ballots or more. If you change your vote, it goes along.
poll-receipt-warning = Keep it to yourself: until the file is out, whoever sees this code can learn how you voted from it, and you could prove it to them. Nobody needs a receipt, and nobody may ask you for one.
poll-receipt-no-vote = You have not voted in { $poll } yet, so there is no ballot that a receipt could stand beside. Vote first.
poll-receipt-in-private = { $poll } is secret, and a receipt is for you alone. Ask for it where only you and I write:
poll-receipt-not-secret = { $poll } is not secret, so it needs no receipts: at the latest when it closes, everyone here can see who chose what.
poll-receipt-too-late = { $poll } is closed and its ballots are nobody's any more, so it is too late for a receipt.
poll-extend-earlier = { $poll } is open until { $closes } already. To end it sooner, close it.
poll-not-yours = { $poll } can be closed or extended by whoever asked it, and by captains.

poll-undone-new = { $poll } is taken back: it is asked no more.
poll-undone-vote = Your vote in { $poll } is taken back.
poll-undone-vote-secret = Your vote in { $poll } is taken back, and you have none in it now.
poll-undone-vote-again = Your vote in { $poll } is { $choice } again.
poll-undone-close = { $poll } is open again, until { $closes }.
poll-undone-extend = { $poll } closes { $closes } again.
poll-undone-mint = What { $poll } became is taken back.
poll-undo-voted =
    { $others ->
        [one] Somebody else has voted in { $poll }, so it cannot be taken back.
       *[other] { $others } others have voted in { $poll }, so it cannot be taken back.
    }
poll-undo-changed = { $poll } has changed since, so this cannot be taken back.
poll-undo-past = { $closes } has passed, so { $poll } stays closed. { $result }

audit-poll-closed = { $actor } closed { $subject }.
audit-poll-minted = { $actor } made work of { $subject }.
audit-poll-nudged = { $actor } had those reminded who had not voted in { $subject }.
audit-poll-withdrawn = { $actor } took { $subject } back.
