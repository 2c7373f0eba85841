## Commands

command-remind-me = Remind me, once or again and again.
command-remind-here = Remind this room, once or again and again.
command-remind-list = List my reminders and those of this room.
command-remind-edit = Change a reminder: its text, its time, its rule.
command-remind-cancel = Cancel a reminder.
command-remind-snooze = Let a reminder come later.
command-remind-pause = Silence a reminder until it is resumed.
command-remind-resume = Let a paused reminder come again.

reminder-heading = { $reminder } · { $text }
reminder-set-me = I'll remind you { $when }.
reminder-set-here = I'll remind this room { $when }.
reminder-nine = You named no time of day, so it comes at 09:00.
reminder-by-name = It comes in the room where you last wrote, with your name. To get it in private, write to me in private once.

reminder-comes = Comes { $when }
reminder-comes-again = Snoozed until { $at }
reminder-paused-line = Paused
reminder-in-room = For a room

reminder-button-snooze = Snooze 1 h
reminder-button-pause = Pause
reminder-button-resume = Resume
reminder-button-cancel = Cancel

reminder-late = This comes late: it was for { $at }.
reminder-late-several = This comes late, once for all the times that I missed:
reminder-missed-time = { $at }
reminder-missed-time-own = { $at } · { $text }
reminder-late-before = { $count ->
    [one] and 1 time before these
   *[other] and { $count } times before these
}

reminder-list = { $count ->
    [one] 1 reminder
   *[other] { $count } reminders
}
reminder-list-none = No reminders of yours or of this room.
reminder-list-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}

reminder-snoozed = { $reminder } comes { $at }.
reminder-paused = { $reminder } is paused.
reminder-resumed = { $reminder } is on again. It comes { $at }.
reminder-cancelled = { $reminder } is cancelled. To bring it back within ten minutes: { $undo }
reminder-undone = { $reminder } is as it was before.
reminder-undone-set = { $reminder } is cancelled again.
reminder-notice-cancelled = { $actor } cancelled your reminder { $reminder } · { $text }

reminder-skips = { $reminder } does not come on { $day }. To bring that back within ten minutes: { $undo }
reminder-ends = { $reminder } comes no more from { $day } on. To take that back within ten minutes: { $undo }
reminder-parted = { $reminder } ends before { $day }, and { $next } goes on from there.
reminder-edit-nothing = Say what to change in { $reminder }.
reminder-edit-same = { $reminder } is like that already.
reminder-notice-changed = { $actor } changed your reminder { $reminder } · { $text }

reminder-unknown = There is no { $reminder } here.
reminder-is-cancelled = { $reminder } was cancelled.
reminder-is-over = { $reminder } has come for the last time.
reminder-is-paused = { $reminder } is paused already.
reminder-not-paused = { $reminder } is not paused.
reminder-missed = { $reminder } was for { $at }, while it was paused.
reminder-too-far = That is more than a year away.
reminder-not-yours = { $reminder } can be changed by { $person }, who set it, and by captains.
reminder-past-nine = You named no time of day, and 09:00 of that day is over.
reminder-full-me = You have { $count } reminders, and that is the limit. Cancel one first.
reminder-full-here = This room has { $count } reminders, and that is the limit. Cancel one first.

audit-reminder-cancelled = { $actor } cancelled { $subject }.
audit-reminder-changed = { $actor } changed { $subject }.
