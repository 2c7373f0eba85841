# Shifts: work for a number of people at a time, their seats and their waiting list.

command-shift-add = Post a shift.
command-shift-list = List the shifts that are coming.
command-shift-show = Show a shift.
command-shift-claim = Take a seat, or a place on the waiting list.
command-shift-drop = Give your seat back, or leave the waiting list.
command-shift-cover = Stay on a shift until somebody takes your place.
command-shift-ask = Ask people whom a shift suits, so many at a time.
command-shift-decline = Say no to a shift you were asked for.
command-shift-confirm = Say that you will come; a captain says so for a member.
command-shift-roster = Show who is in and who waits.
command-shift-calendar = Get a shift as a file for a calendar.
command-shift-edit = Change a shift; "none" takes away what was there.
command-shift-move = Move a shift to another time.
command-shift-cancel = Cancel a shift, and tell everyone on it.
command-shift-checkin = Say that you are here; a captain says so for others, or for "all".
command-shift-checkout = Say that you are going; a captain says so for others, or for "all".
command-shift-noshow = Note that somebody did not come, for those who run the shift.
command-shift-hours = Show your hours; a captain sees those on the shifts they run.
command-shift-report = Tell how a shift went.
command-shift-save = Save a shift as a template, to post it again by that name.
command-shift-templates = List the templates.
command-shift-forget = Take a template away; what was posted from it stays.
command-shift-copy = Post this week's shifts once more in a later week.

## The card

shift-when = { $when }
shift-team = team { $team }
shift-state-cancelled = cancelled
shift-state-over = over
shift-cancel-reason = Reason: { $reason }
shift-count = { $taken } of { $seats }
shift-role-count = { $role } { $taken } of { $seats }
shift-count-in = { $taken } in
shift-count-full = full
shift-count-open = { $open ->
    [one] { $open } seat open
   *[other] { $open } seats open
}
shift-count-offered = { $count ->
    [one] 1 offered to the waiting list
   *[other] { $count } offered to the waiting list
}
shift-count-left = { $open } left
shift-count-confirmed = { $confirmed } of { $all } confirmed
shift-confirmed-mark = confirmed
shift-unconfirmed-mark = not confirmed yet
shift-in = In:
shift-waiting = Waiting:
shift-more-names = and { $more } more
shift-guest-of = guest of { $host }
shift-covers-mark = looks for cover
shift-offered-mark = asked
shift-cutoff = Can be dropped until { $cutoff } before the start.
shift-cutoff-days = Can be dropped until { $until }.
shift-opens = Sign-up opens { $opens }.
shift-button-claim = Claim
shift-button-confirm = Confirm
shift-button-fine = Fine
shift-button-drop = Can't make it
shift-button-roster = Who's in
shift-button-calendar = Calendar
shift-button-cover = Find cover
shift-button-stay = I can come after all
shift-button-leave = Leave it open
shift-button-decline = Not this time
shift-button-ask = Ask { $count }
shift-button-edit = Edit
shift-button-copy = Copy

## Forms: at most 45 characters above, 45 beside a field and 100 in it

form-shift-add = Post a shift
form-shift-edit = Change
form-shift-copy = A shift like
form-shift-title = What is to be done
form-shift-title-hint = Canvass Ward 3
form-shift-when = When
form-shift-when-hint = sat 10am-1pm
form-shift-needs = How many people
form-shift-needs-hint = 6, or with roles driver=2,knocker=6; empty for as many as come
form-shift-at = Where
form-shift-at-hint = Main Library
form-shift-team = Which team runs it
form-shift-team-hint = a team's name; empty for the whole group
form-shift-note = What else is good to know
form-shift-note-hint = Bring water and a hat.

## Lists

shift-list-none = No shifts are coming up.
shift-list-none-mine = You are on no shift. To see those with open seats: { $open }
shift-list-none-open = No shift that is coming up has open seats.
shift-list-none-today = No shifts are left today.
shift-list-none-week = No shifts in the next seven days.
shift-list-more = … and { $more } more: { $narrower }
shift-list-opens = sign-up opens { $day }
shift-list-in = you are in
shift-list-in-as = you are in as { $role }
shift-list-waiting = you are on the waiting list

## A file for a calendar

shift-calendar = { $shift } as a file for a calendar. If it changes, ask for it again: { $again }
shift-calendar-all = A calendar of all that you are in follows by itself: { $calendar }

## The week

shift-week-counts = { $shifts ->
    [one] { $shifts } shift
   *[other] { $shifts } shifts
} · { $short } short · { $open ->
    [one] { $open } seat open
   *[other] { $open } seats open
}
shift-week-none-short = { $shifts ->
    [one] { $shifts } shift
   *[other] { $shifts } shifts
} · none short
shift-week-short = Short
shift-week-rest = The rest
shift-week-section = { $kind } · { $team }
shift-week-team = { $team }
shift-week-no-team = no team
shift-week-more-teams = { $teams } more
shift-week-open = { $open } open
shift-week-in = { $taken } in
shift-week-cell = { $short } of { $shifts } short
shift-week-alt = The week as a picture: { $days }, { $counts }.
shift-week-legend-short = seats are open
shift-week-legend-half = half or more are open
shift-week-legend-full = full
shift-week-legend-none = none open
shift-week-legend-free = no limit

## Posting and changing

shift-unknown = There is no shift { $shift } here.
shift-needs-clock-time = "{ $when }" has no clock time. Say when the shift begins, such as "sat 10am-1pm", or that it takes the whole day: "sat all day".
shift-in-the-past = { $when } has passed. A shift begins in the future.
shift-too-long = A shift lasts at most { $longest }.
shift-needs-unreadable = I can't read "{ $text }" as a number of people.
shift-needs-range = A shift or a role takes from 1 to { $most } people.
shift-needs-role-name = "{ $role }" can't name a role. A role is one word of at most { $most } letters, digits and hyphens, and begins with a letter.
shift-needs-role-twice = The role "{ $role }" is there twice.
shift-needs-too-many-roles = A shift has at most { $most } roles.
shift-needs-how = For six people, type { $seats }. With roles, { $roles }.
shift-edit-nothing = Say what to change in { $shift }.
shift-edit-same = { $shift } is like that already.
shift-move-same = { $shift } is at that time already: { $when }.
shift-edited = { $shift } is changed.
shift-moved = { $shift } is moved. It was { $was }.
shift-cancelled = { $shift }, { $title }, is cancelled.
shift-telling = { $count ->
    [one] I'm writing to 1 person about it.
   *[other] I'm writing to { $count } people about it.
}
shift-asking = { $count ->
    [one] 1 person had confirmed: I'm asking again whether they can make it.
   *[other] { $count } people had confirmed: I'm asking them again whether they can make it.
}
shift-needs-below = { $have ->
    [one] One is
   *[other] { $have } are
} in { $shift }, so it can't have only { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}. Nobody is thrown out: first take somebody off.
shift-needs-below-role = { $have ->
    [one] One is
   *[other] { $have } are
} in { $shift } as { $role }, so it can't take only { $seats }. Nobody is thrown out: first take somebody off.
shift-needs-without-role = { $have ->
    [one] One is
   *[other] { $have } are
} in { $shift } without a role, so it can't have roles only. Nobody is thrown out: first take them off.
shift-is-cancelled = { $shift } is cancelled.
shift-is-over = { $shift } is over. It was { $when }.

## Claiming

shift-claimed = You are in { $shift }, { $title }.
shift-claimed-as = You are in { $shift }, { $title }, as { $role }.
shift-claimed-other = { $who } is in { $shift }, { $title }.
shift-claimed-other-as = { $who } is in { $shift }, { $title }, as { $role }.
shift-already-in = You are in { $shift } already.
shift-already-in-as = You are in { $shift } already, as { $role }.
shift-already-in-other = { $who } is in { $shift } already.
shift-already-in-other-as = { $who } is in { $shift } already, as { $role }.
shift-full = { $shift } is full.
shift-full-role = { $shift } has no seat open for { $role }.
shift-still-full = { $shift } is still full.
shift-still-full-role = { $shift } still has no seat open for { $role }.
shift-waits = { $full } You are { NUMBER($place, type: "ordinal") ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
} on the waiting list, and I'll write to you when a seat opens. To leave the list: { $leave }
shift-waits-as = { $full } You are { NUMBER($place, type: "ordinal") ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
} on the waiting list for { $role }, and I'll write to you when a seat opens. To leave the list: { $leave }
shift-waits-other = { $full } { $who } is { NUMBER($place, type: "ordinal") ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
} on the waiting list. To take them off the list: { $leave }
shift-waits-other-as = { $full } { $who } is { NUMBER($place, type: "ordinal") ->
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
} on the waiting list for { $role }. To take them off the list: { $leave }
shift-clash = It overlaps { $shift }, { $title }, { $when }, which you are in too.
shift-clash-other = It overlaps { $shift }, { $title }, { $when }, which { $who } is in too.
shift-skill-next-time = To be asked the next time that { $role } is needed: { $naming }
shift-short-rest = Less than { $rest } of rest lies between it and { $shift }, { $title }, { $when }, which you are in too.
shift-short-rest-other = Less than { $rest } of rest lies between it and { $shift }, { $title }, { $when }, which { $who } is in too.
shift-opens-later = Sign-up for { $shift } opens { $opens }.
shift-which-role = { $shift } has seats open in several roles: { $roles }. Which one?
shift-role-unknown = { $shift } has no role "{ $role }". Its roles are { $roles }.
shift-has-no-roles = { $shift } has no roles.
shift-role-full-keep = { $shift } has no seat open for { $role }. You keep your seat as { $own }.
shift-for-or-guest = A seat is for a member or for a guest: give either for: or guest:.
shift-guest-needs-host = Whoever brings a guest to { $shift } is in it too. Claim a seat for yourself first.
shift-guests-enough = You bring { $most } guests to { $shift } already, which is the most. An organizer or a captain can add more.
shift-guest-name-taken = Somebody else brings a guest named "{ $name }" to { $shift }. Add a surname, so that I can tell them apart.

## Confirming

shift-confirmed = Thanks, you are confirmed for { $shift }, { $title }.
shift-confirmed-already = You have confirmed { $shift }, { $title }, already; there is nothing more to do.
shift-confirmed-other = { $who } is confirmed for { $shift }, { $title }.
shift-confirmed-already-other = { $who } is confirmed for { $shift }, { $title }, already.
shift-confirm-waits = You are on the waiting list of { $shift }, so there is nothing to confirm yet. I'll write to you when a seat opens.
shift-confirm-waits-other = { $who } is on the waiting list of { $shift }, so there is nothing to confirm yet.
shift-asks = Can you make it?
shift-you-confirmed = You have confirmed.

## The day of the shift

shift-checkin-too-early = Check-in for { $shift } opens { $from }.
shift-checkin-no-seat = You have no seat in { $shift }, and none is open. Whoever runs it can check you in: { $typed }
shift-checked-in = You are checked in for { $shift }, { $title }.
shift-checked-in-as = You are checked in for { $shift }, { $title }, as { $role }.
shift-checked-in-already = You are checked in for { $shift }, { $title }, already.
shift-checked-in-others = { $count ->
    [one] { $who } is
   *[other] { $who } are
} checked in for { $shift }, { $title }.
shift-checked-in-beyond = { $count ->
    [one] { $who } has no seat in { $shift }, { $title }, and is
   *[other] { $who } have no seat in { $shift }, { $title }, and are
} checked in beyond the plan.
shift-checked-in-already-others = { $count ->
    [one] { $who } was
   *[other] { $who } were
} checked in before.
shift-checked-in-nobody = Nobody in { $shift } is left to check in.
shift-checked-out = You are checked out of { $shift }, { $title }, after { $length }.
shift-checked-out-already = You were checked out of { $shift }, { $title }, before, after { $length }.
shift-checked-out-other = { $who } is checked out of { $shift }, { $title }, after { $length }.
shift-checked-out-already-other = { $who } was checked out of { $shift } before, after { $length }.
shift-checked-out-nobody = Nobody in { $shift } is left to check out.
shift-checkout-not-here = You are not checked in for { $shift }.
shift-checkout-not-here-other = { $who } is not checked in for { $shift }.
shift-drop-came = You are checked in for { $shift }. When you go, check out: that keeps your hours.
shift-noshow = Noted for those who run { $shift }: { $who } did not come. Nobody else is told, and no card shows it. A check-in lifts it.
shift-noshow-all = Noted so far: { $who }.
shift-noshow-came = { $who } is checked in for { $shift }.
shift-noshow-too-early = { $shift } begins { $start }. That somebody did not come can be noted from then on.
shift-count-came = { $came } checked in
shift-came-mark = checked in
shift-left-mark = checked out
shift-walk-in = walk-in
shift-walk-ins = Walk-ins:
shift-button-here = I'm here
shift-button-checkout = Check out

## What comes of it

shift-hours = { $count ->
    [one] You gave { $sum } here, on 1 shift.
   *[other] You gave { $sum } here, on { $count } shifts.
}
shift-hours-other = { $count ->
    [one] { $who } gave { $sum }, on 1 shift that you run.
   *[other] { $who } gave { $sum }, on { $count } shifts that you run.
}
shift-hours-none = No hours of yours are written down here yet. They count from a check-in on the day of a shift.
shift-hours-none-other = No hours of { $who } are written down on shifts that you run.
shift-hours-nobody = No hours are written down { $of } yet. They count from check-ins on the day of a shift.
shift-hours-everybody = { $count ->
    [one] 1 person gave { $sum } { $of }.
   *[other] { $count } people gave { $sum } { $of }.
}
shift-hours-of-team = on shifts of { $team }
shift-hours-of-all = on shifts that you run
shift-hours-of = { $who } · { $length }
shift-hours-length = { $length }
shift-hours-member-or-team = Hours are a member's or a team's: name one of them.
shift-report-too-early = { $shift } begins { $start }. How it went can be told from then on.
shift-report-nothing = Say how { $shift } went: how many conversations, at how many doors, or a note.
shift-reported = How { $shift } went is written down, for everybody who sees its card.
shift-went-conversations = { $count ->
    [one] 1 conversation
   *[other] { $count } conversations
}
shift-went-doors = { $count ->
    [one] 1 door
   *[other] { $count } doors
}
shift-went-note = How it went: { $note }

## Afterwards

shift-thanks = Thank you for { $title } on { $day }: { $length }.
shift-thanks-came = Thank you for coming to { $title } on { $day }.
shift-asks-went = { $came ->
    [one] { $shift } · { $title } is over, and 1 person was there.
   *[other] { $shift } · { $title } is over, and { $came } people were there.
} How did it go?
shift-asks-went-shown = What you tell shows on the shift's card.

## Dropping

shift-dropped = You are out of { $shift }, { $title }.
shift-dropped-other = { $who } is out of { $shift }, { $title }.
shift-left-list = You are off the waiting list of { $shift }, { $title }.
shift-left-list-other = { $who } is off the waiting list of { $shift }, { $title }.
shift-moved-up = { $count ->
    [one] { $names } moves up from the waiting list, and I'm writing to them.
   *[other] { $names } move up from the waiting list, and I'm writing to them.
}
shift-moved-up-untold = { $count ->
    [one] { $names } moves up from the waiting list.
   *[other] { $names } move up from the waiting list.
}
shift-moved-up-telling = { $count ->
    [one] { $names } moves up from the waiting list, and I'm writing to { $told }.
   *[other] { $names } move up from the waiting list, and I'm writing to { $told }.
}
shift-guest-stays = Your guest { $name } is still in { $shift }. To take them off: { $leave }
shift-not-on-it = You are not in { $shift }, nor on its waiting list.
shift-other-not-on-it = { $who } is not in { $shift }, nor on its waiting list.
shift-drop-too-late-days = { $shift } could be dropped until { $until }. Ask a captain to take you off.
shift-drop-too-late = { $shift } begins { $start }, and can be dropped until { $cutoff } before. Ask a captain to take you off.

## News

shift-news-promoted = A seat opened: you are in { $shift }, { $title }.
shift-news-promoted-as = A seat opened: you are in { $shift }, { $title }, as { $role }.
shift-news-promoted-guest = A seat opened: your guest { $name } is in { $shift }, { $title }.
shift-news-put-in = { $captain } put you in { $shift }, { $title }.
shift-given-asks = Is that all right with you?
shift-news-declined = { $member }, whom you put in { $shift }, { $title }, can't make it and is out.
shift-news-declined-list = { $member }, whom you put on the waiting list of { $shift }, { $title }, left it.
shift-news-put-on-list = { $captain } put you on the waiting list of { $shift }, { $title }.
shift-news-taken-off = { $captain } took you off { $shift }, { $title }.
shift-news-guest-taken-off = { $captain } took your guest { $name } off { $shift }, { $title }.
shift-news-cancelled = { $shift }, { $title }, is cancelled.
shift-news-restored = { $shift }, { $title }, is on again.
shift-news-elsewhere = { $shift }, { $title }, meets at another place than when you confirmed.
shift-news-confirmed = { $captain } confirmed for you that you are coming to { $shift }, { $title }.
shift-news-moved = { $shift }, { $title }, is moved from { $was } to { $now }. Nothing else changes.

## Reminders

shift-reminder = { $shift } · { $title } is in { $ahead }: { $when }
shift-reminder-days = { $shift } · { $title } is coming up: { $when }
shift-reminder-over = { $shift } · { $title } is over: { $when }
shift-reminder-begun = { $shift } · { $title } has begun: { $when }

## Second thoughts

shift-unposted = { $shift } is cancelled, as if it had not been posted.
shift-restored = { $shift } is as it was before.
shift-seat-restored = What you did on { $shift } is taken back.
shift-seat-taken-since = Somebody else has that seat in { $shift } by now.

## The audit log

audit-shift-cancelled = { $actor } cancelled { $subject }.
audit-shift-removed = { $actor } took { $person } off { $subject }.
audit-shift-checked-in = { $actor } checked { $person } in for { $subject }.
audit-shift-checked-in-several = { $actor } checked people in for { $subject }.
audit-shift-checked-out = { $actor } checked { $person } out of { $subject }.
audit-shift-checked-out-several = { $actor } checked people out of { $subject }.
audit-shift-no-show = { $actor } noted that { $person } did not come to { $subject }.

## Templates and weeks

template-name = A template's name has from 1 to { $most } characters.
template-too-many = A group has at most { $most } templates. Forget one that is not needed any more.
template-saved = { $shift } is saved as "{ $template }". To post another one like it: { $post }
template-replaced = { $shift } is saved as "{ $template }", in place of what was saved before. To post another one like it: { $post }
template-none = There are no templates yet. A shift is saved as one with { $save }
template-list = { $count ->
    [one] 1 template
   *[other] { $count } templates
}
template-length = { $length }
template-whole-days = whole days
template-unknown = There is no template "{ $template }".
template-forgotten = The template "{ $template }" is gone. Shifts that were posted from it stay.
template-restored = Taken back: the template "{ $template }" is as it was before.
template-used = From the template "{ $template }", with what you typed in its place.
week-not-ahead = This week's shifts are copied to a later week: name a day of that week.
week-empty = This week has no shift that could be copied.
week-only-series = This week has only shifts that repeat, and those come by themselves.
week-there = All shifts of this week are in that week already.
week-too-many = At most { $most } shifts are copied at once, and this week has { $count }.
week-copied = { $count ->
    [one] 1 shift of this week is copied to the week of { $day }. Nobody is on it yet.
   *[other] { $count } shifts of this week are copied to the week of { $day }. Nobody is on them yet.
}
week-left = { $count ->
    [one] 1 shift stood there already.
   *[other] { $count } shifts stood there already.
}
week-series = Shifts that repeat come by themselves.
week-uncopied = { $count ->
    [one] The shift that was copied is cancelled.
   *[other] The { $count } shifts that were copied are cancelled.
}

## Series

series-added = { $count ->
    [one] It repeats, with { $first } as its only date ahead.
   *[other] It repeats. The first { $count } dates are { $first } to { $last }; others follow as they come nearer.
}
series-own = This date has its own { $fields }.
series-field-title = title
series-field-hours = hours
series-field-needs = number of people
series-field-place = place
series-field-team = team
series-field-note = note
series-field-cutoff = cut-off
series-field-opens = sign-up opening
series-list-more = { $count ->
    [one] ↻ and 1 more date until { $last }
   *[other] ↻ and { $count } more dates until { $last }
}
series-none = { $shift } does not repeat, so there are no other dates. Leave out dates: and on:.
series-not-from-one = { $shift } is one date. To have it repeat, post it anew with its rule and cancel this one.
series-two-rules = The repeat is said twice. Give either the rule with the time or repeat:.
series-no-rule = After repeat: I need a rule, such as "weekly" or "every 2 weeks".
series-other-clock = The time and repeat: name two different clock times. Say it once.
series-other-day = { $when } is no date of that rule. Its first would be { $first }.
series-never = That rule has no date ahead.
series-overlaps-itself = Each date would last { $length }, but the next one begins { $next } later. Make them shorter, or further apart.
series-too-many = A group has at most { $most } series that go on. Cancel one that is not needed any more.
series-too-far = { $date } is too far ahead: too many dates lie before it.
series-rule-for-one = One date alone has no rule. Say dates:later or dates:all.
series-nothing-left = No date of this series is left to change.
series-no-such-date = There is no date of it on { $day }. The nearest are { $dates }.
series-no-such-date-left = There is no date of it on { $day }, and no other is coming.
series-cannot-turn = Dates of "{ $rule }" can't be moved along like that. Say the new rule.
series-people-on = { $shifts } { $count ->
    [one] has people on it and would be gone. First move or cancel it.
   *[other] have people on them and would be gone. First move or cancel them.
}
series-edit-same = All those dates are like that already.
series-move-same = All those dates are at that time already.
series-edited = { $shifts } { $count ->
    [one] is
   *[other] are
} changed.
series-moved = { $shifts } { $count ->
    [one] is
   *[other] are
} moved.
series-gone = { $shifts } { $count ->
    [one] is
   *[other] are
} cancelled.
series-new = { $shifts } { $count ->
    [one] is
   *[other] are
} new.
series-more-dates = { $more } more
series-no-more = No more dates are made.
series-and-so-on = The dates that follow go by it too.
series-kept = { $shifts } { $count ->
    [one] keeps what is its own.
   *[other] keep what is their own.
}
series-left-out = { $title } on { $date } is left out.
series-unposted = { $title } is cancelled with all its dates, as if it had not been posted.
series-restored = { $title } and its dates are as they were before.
series-news = { $title } has changed on dates that you are on:
series-news-cancelled = { $shift }, { $when }, is cancelled.
series-news-restored = { $shift }, { $when }, is on again.
series-news-moved = { $shift } is moved from { $was } to { $now }.
series-news-elsewhere = { $shift }, { $when }, meets at another place.
series-news-asks = You had confirmed { $shifts }. Can you still make it? To confirm again: { $confirm }
series-news-offered = A seat opened in { $shift }, { $when }. If you still want it: { $claim }
series-news-relieved = Somebody takes your place in { $shift }, { $when }.
series-news-promoted = A seat opened in { $shift }, { $when }: you are in.
series-news-promoted-as = A seat opened in { $shift }, { $when }: you are in as { $role }.
series-news-promoted-guest = A seat opened in { $shift }, { $when }: your guest { $name } is in.

## Cover, offers, and the search for people

shift-has-begun = { $shift } has begun: { $when }.
shift-drop-or-cover = { $shift }, { $title }, is near, and nobody waits for your seat. I can look for somebody: you stay in until they take your place.
shift-cover-begun = You stay in { $shift }, { $title }, until somebody takes your place. I'll write to you then.
shift-cover-already = I'm looking for somebody to take your place in { $shift }, { $title }. Until then you are in.
shift-cover-needless = { $shift } takes as many as come, so nobody needs to take your place.
shift-cover-waits = You are on the waiting list of { $shift }, so there is no place to be taken.
shift-offering = { $count ->
    [one] I'm asking { $names } from the waiting list.
   *[other] I'm asking { $names } from the waiting list.
}
shift-relieving = { $count ->
    [one] { $names } looked for cover and is free now; I'm writing to them.
   *[other] { $names } looked for cover and are free now; I'm writing to them.
}
shift-news-offered = A seat opened in { $shift }, { $title }. Do you still want it?
shift-offer-until = It is kept for you until { $until }. After that I ask the next.
shift-news-relieved = Somebody takes your place in { $shift }, { $title }. You are free.
shift-news-short = { $open ->
    [one] { $shift }, { $title }, has 1 seat open.
   *[other] { $shift }, { $title }, has { $open } seats open.
}
shift-ask = { $who } asks: can you take a seat in { $shift }, { $title }?
shift-ask-cover = { $who } can't make it to { $shift }, { $title }. Can you take their place?
shift-ask-free = To say no costs nothing, and nobody else sees it.
shift-asking-people = { $count ->
    [one] I'm asking 1 person now, and the next if they can't.
   *[other] I'm asking { $count } people now, and the next where somebody can't.
}
shift-ask-waiting = I have asked already, and wait for an answer. I'll write to you when it is full, or when nobody is left to ask.
shift-asking-from = Those I could ask don't want to be disturbed now. I'll ask from { $from }.
shift-asking-opens = Sign-up opens { $opens }. Before that nobody I ask could take a seat, so I'll ask then.
shift-asking-nobody = There is nobody I may ask: nobody who agreed to private messages, is free then and was not asked too often already.
shift-ask-off = This group asks nobody for shifts.
shift-ask-unlimited = { $shift } takes as many as come, so I would not know when it has enough.
shift-ask-full = { $shift } is full.
shift-decline-unasked = I did not ask you for { $shift }.
shift-declined = That's fine. I won't ask you for { $shift } again.
shift-search-full = { $shift }, { $title }, is full now.
shift-search-stays = { $asked ->
    [0] Nobody was there to ask to take your place in { $shift }, { $title }. You are still in.
    [one] I asked 1 person to take your place in { $shift }, { $title }, and nobody could. You are still in.
   *[other] I asked { $asked } people to take your place in { $shift }, { $title }, and nobody could. You are still in.
}
shift-search-failed = { $asked ->
    [0] Nobody is left to ask for { $shift }, { $title }.
    [one] I asked 1 person for { $shift }, { $title }, and nobody is left to ask.
   *[other] I asked { $asked } people for { $shift }, { $title }, and nobody is left to ask.
}
shift-search-covers = { $count ->
    [one] { $names } can't make it and still looks for cover.
   *[other] { $names } can't make it and still look for cover.
}
shift-confirm-promised = The place in { $shift } is offered to somebody on the waiting list. If they don't take it, it stays as it was; then confirm again.
shift-you-look-for-cover = You look for cover, and nobody has taken your place yet.
shift-ask-role = As: { $role }
