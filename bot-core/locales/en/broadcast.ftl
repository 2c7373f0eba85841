# Broadcasts

command-broadcast = Write to many people at once; you see first how it looks and how many it is for, then you send it.
command-broadcast-list = Show the latest broadcasts.
command-broadcast-show = Show a broadcast: what it says, how far it has come, who was reached.
command-broadcast-send = Send a broadcast that you have looked at.
command-broadcast-stop = Discard a draft, take a scheduled broadcast back, or stop one in the middle.
command-broadcast-mention = Mention those who were not reached in this room, once, with the text.
command-broadcast-ack = Say "Got it" to a broadcast that asks for it.

## The form: at most 45 characters above, 45 beside a field and 100 in it

form-broadcast = Write to many people at once
form-broadcast-audience = Whom it is for
form-broadcast-audience-hint = everyone, captains, team:North, roster:S12, unconfirmed:S12 or nonvoters:P4
form-broadcast-text = What it says
form-broadcast-text-hint = Rain tomorrow: meet inside
form-broadcast-at = When it goes out
form-broadcast-at-hint = sat 8am; empty for when you send it
form-broadcast-ack = Ask everybody to say "Got it"
form-broadcast-ack-hint = yes, or empty

## Whom it is for

broadcast-to-everyone = to everyone
broadcast-to-captains = to the captains
broadcast-to-team = to the team { $team }
broadcast-to-roster = to those on { $shift }
broadcast-to-unconfirmed = to those who have not confirmed { $shift }
broadcast-to-nonvoters = to those who have not voted in { $poll }
broadcast-says = { $author } { $to } of { $group }:

## The card

broadcast-heading = { $broadcast } · "{ $text }" · { $state ->
    [draft] draft
    [lapsed] draft, ended
    [scheduled] scheduled
    [taken-back] taken back
    [running] going out
    [stopping] stopping
    [stopped] stopped
   *[finished] finished
}
broadcast-people =
    { $count ->
        [one] This goes { $to }: 1 person besides its author.
       *[other] This goes { $to }: { $count } people besides its author.
    }
broadcast-out-of-reach = Out of reach in private for now: { $reasons }.
broadcast-would-go-now = It goes out when you send it.
broadcast-would-go-at = Once you send it, it waits until { $at }.
broadcast-would-go-late = It was to go out { $at }, which has passed; it goes out when you send it.
broadcast-goes-at = It goes out { $at }.
broadcast-asks-ack = Everyone is asked to say "Got it".
broadcast-nobody-got-it = Nobody got it.
broadcast-were-mentioned = Those who were not reached were mentioned { $at }.
broadcast-list = The latest broadcasts
broadcast-list-none = Nothing has been broadcast yet.

broadcast-button-send = Send
broadcast-button-discard = Discard
broadcast-button-take-back = Take it back
broadcast-button-stop = Stop
broadcast-button-ack = Got it
broadcast-button-mention =
    { $count ->
        [one] Mention that one person here
       *[other] Mention the { $count } here
    }

broadcast-how-to-pause = To pause messages like this: { $pause }

## The report

broadcast-reached = Reached { $reached } of { $people }
broadcast-reached-so-far = Reached { $reached } of { $people } so far
broadcast-reached-nobody = There was nobody left to write to
broadcast-on-their-way =
    { $count ->
        [one] 1 is on its way
       *[other] { $count } are on their way
    }
broadcast-held =
    { $count ->
        [one] 1 waits until quiet hours are over
       *[other] { $count } wait until quiet hours are over
    }
broadcast-refused-blocked =
    { $count ->
        [one] 1 has blocked me
       *[other] { $count } have blocked me
    }
broadcast-refused-never-started = { $count } never pressed Start
broadcast-refused-never-wrote = { $count } never wrote to me in private
broadcast-refused-private-closed =
    { $count ->
        [one] 1 has private messages closed
       *[other] { $count } have private messages closed
    }
broadcast-refused-deactivated =
    { $count ->
        [one] 1 has closed their account
       *[other] { $count } have closed their accounts
    }
broadcast-refused-left =
    { $count ->
        [one] 1 has left the chat with me
       *[other] { $count } have left the chat with me
    }
broadcast-refused-forbidden =
    { $count ->
        [one] 1 is where I may not write
       *[other] { $count } are where I may not write
    }
broadcast-refused-closed =
    { $count ->
        [one] 1 is in a room that is closed
       *[other] { $count } are in a room that is closed
    }
broadcast-refused-gone =
    { $count ->
        [one] the chat with 1 is gone
       *[other] the chats with { $count } are gone
    }
broadcast-refused-too-long =
    { $count ->
        [one] for 1 the platform finds it too long
       *[other] for { $count } the platform finds it too long
    }
broadcast-refused-unreachable =
    { $count ->
        [one] for 1 the platform could not be reached
       *[other] for { $count } the platform could not be reached
    }
broadcast-unknown-whether = of { $count } I cannot say whether it came
broadcast-paused = { $count } paused messages
broadcast-not-sent =
    { $count ->
        [one] 1 was not sent
       *[other] { $count } were not sent
    }
broadcast-names = ({ $names })
broadcast-more = { $count } more
broadcast-acknowledged = { $said } of { $of } said "Got it".

## What is answered

broadcast-discarded = { $broadcast } is discarded. Nobody got it.
broadcast-taken-back = { $broadcast } is taken back. Nobody got it.
broadcast-undone-send = { $broadcast } is a draft again: nothing goes out until you send it.
broadcast-mention = { $people }:
broadcast-mention-how =
    { $count ->
        [one] I could not write to you in private. Write to me there once, and the next one comes to you.
       *[other] I could not write to you in private. Write to me there once, and the next ones come to you.
    }
broadcast-mentioned =
    { $count ->
        [one] I mentioned the one who was not reached in the group's room.
       *[other] I mentioned the { $count } who were not reached in the group's room.
    }
broadcast-mentioned-already = Those whom { $broadcast } did not reach were mentioned { $at }, and are not mentioned twice. Not reached since: { $people }.
broadcast-mentioned-all-reached = Those whom { $broadcast } did not reach were mentioned { $at }, and nobody is left.
broadcast-mention-nobody = { $broadcast } missed nobody whom a word here could reach, so there is nobody to mention.
broadcast-ack-said = Noted. { $author } sees how many said it.
broadcast-ack-said-before = You had said it already. { $broadcast } is noted.

## What is refused

broadcast-at-one-time = A broadcast goes out at one time: a day and a clock time, such as at:sat 9am.
broadcast-at-past = { $at } is in the past. A broadcast goes out later than now; without "at:" it goes out when you send it.
broadcast-to-nobody = There is nobody there to write to besides you.
broadcast-poll-closed = { $poll } is closed, so nobody can vote in it any more.
broadcast-unknown = There is no { $broadcast } in this group.
broadcast-not-yours = { $broadcast } is { $author }'s. Captains of the whole group and organizers see and run it, too.
broadcast-own-team-only = Captains of the whole group and organizers can do this. As captain of a team, you write to that team, and to those on its shifts.
broadcast-has-lapsed = { $broadcast } waited a day to be sent and has ended. Nobody got it.
broadcast-is-taken-back = { $broadcast } was taken back. Nobody got it.
broadcast-is-sent = { $broadcast } has been sent already.
broadcast-is-over = { $broadcast } has gone out, and there is nothing left to stop.
broadcast-undo-going-out = { $broadcast } is going out, and what was sent cannot be taken back. To stop the rest:
broadcast-undo-gone-out = { $broadcast } has gone out and cannot be taken back.
broadcast-not-out-yet = { $broadcast } has not gone out, so there is nobody to mention.
broadcast-still-going-out = { $broadcast } is still going out. Once that is over, I can mention those who were not reached.
broadcast-mention-secret = { $broadcast } went to those who had not voted in a secret poll, so none of them is named.
broadcast-mention-where = I don't know in which room. Type it in a room of the group.
broadcast-ack-not-for-you = { $broadcast } was not for you, so there is nothing to say "Got it" to.
broadcast-ack-not-asked = { $broadcast } asks for no "Got it".

audit-broadcast-sent = { $actor } sent { $subject }.
audit-broadcast-stopped = { $actor } stopped { $subject }.
audit-broadcast-mentioned = { $actor } mentioned in a room those whom { $subject } did not reach.
