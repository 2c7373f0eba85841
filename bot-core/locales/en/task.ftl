## Commands

command-task-add = Add a task.
command-task-list = List tasks: what is to be done, yours, overdue or done.
command-task-show = Show a task.
command-task-claim = Take a task.
command-task-release = Hand a task back.
command-task-assign = Give a task to somebody.
command-task-done = Mark a task as done.
command-task-reopen = Open a task again that was done.
command-task-edit = Change a task; "none" takes away what was there.
command-task-delete = Delete a task.

task-heading = { $task } · { $title }
task-due = Due { $due }
task-overdue = Overdue since { $due }
task-has = { $owner } has it
task-free = Nobody has it yet
task-team = Team { $team }
task-note = Note: { $note }
task-done-note = Afterwards: { $note }
task-repeats = Repeats { $repeat }
task-done-by = Done by { $by }, { $at }

task-button-claim = Take it
task-button-done = Done
task-button-release = Hand back
task-button-reopen = Reopen

task-claimed = { $task } · { $title } is yours, { $person }.
task-claimed-due = { $task } · { $title } is yours, { $person }. Due { $due }.
task-released = { $task } · { $title } is handed back. Nobody has it now.
task-assigned = { $task } · { $title } is with { $person } now. I'll tell them.
task-done = { $task } · { $title } is done. Thank you, { $person }.
task-next = The next one is { $task }, due { $due }.
task-reopened = { $task } · { $title } is open again.
task-reopened-alone = { $next } goes on repeating, so { $task } does not repeat any more.
task-reopened-whole = { $next } is deleted: { $task } repeats again.
task-deleted = { $task } · { $title } is deleted. To bring it back within ten minutes: { $undo }
task-undone = { $task } · { $title } is as it was before.
task-undone-added = { $task } · { $title } is deleted again.

task-list-open = { $count ->
    [one] 1 task to do
   *[other] { $count } tasks to do
}
task-list-mine = { $count ->
    [one] 1 task of yours
   *[other] { $count } tasks of yours
}
task-list-overdue = { $count ->
    [one] 1 task overdue
   *[other] { $count } tasks overdue
}
task-list-done = { $count ->
    [one] 1 task done
   *[other] The latest { $count } tasks done
}
task-list-none-open = No tasks to do.
task-list-none-mine = You have no tasks to do.
task-list-none-overdue = No task is overdue.
task-list-none-done = No task is done yet.
task-list-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}

task-notice-given = { $actor } gave you { $task }.
task-notice-gone = { $task } · { $title } is not yours any more: { $actor } changed that.
task-notice-moved = { $actor } changed when { $task } is due.
task-notice-done = { $actor } marked { $task } · { $title } as done.
task-notice-back = { $actor } put { $task } back on the list, and it is yours.
task-notice-deleted = { $actor } deleted { $task } · { $title }.

task-remind-soon = { $task } is due in a day or less.
task-remind-due = { $task } is due, and not done yet.
task-remind-soon-free = { $task } is due in a day or less, and nobody has taken it.
task-remind-due-free = { $task } is due, and nobody has taken it.

task-unknown = There is no { $task } here.
task-is-deleted = { $task } was deleted.
task-is-done = { $task } · { $title } is done already.
task-not-done = { $task } · { $title } is not done yet.
task-taken = { $person } has { $task } · { $title }.
task-already-yours = { $task } · { $title } is yours already.
task-already-theirs = { $person } has { $task } · { $title } already.
task-is-free = Nobody has { $task } · { $title }.
task-not-yours = { $task } · { $title } can be changed by { $person }, who added it, and by captains.
task-repeat-missing = "repeat:" takes a rule such as: every fri 17:00
task-edit-same = { $task } is like that already.
task-edit-nothing = Say what to change in { $task }.
task-repeat-other-clock = The due date and the repeat name two times of day. Leave one of them out.
task-repeat-needs-due = A task that repeats needs a due date.

task-skipped = { $task } is not for { $day } any more: it goes on with the next date. To take that back within ten minutes: { $undo }
task-leaves-out = { $task } will leave out { $day }. To take that back within ten minutes: { $undo }
task-ends = { $task } repeats no more from { $day } on. To take that back within ten minutes: { $undo }
task-keeps-own = { $task } keeps what is its own; those that follow are changed.
task-edit-from-here = { $task } is done one date at a time, so its rule changes from this date on. Leave "on:" out.
task-edit-in-advance = A coming date of { $task } can have its own title and due time.

audit-task-deleted = { $actor } deleted { $subject }.
audit-task-skipped = { $actor } left out dates of { $subject }.
