# Who is in a group: the list, leaving and removing, coming back, and which group somebody means in private.

## The commands, one line each

command-group-members = See who is in the group, with roles and teams.
command-group-use = Choose which of your groups you mean in private, or see them all.
command-group-leave = Leave the group.
command-group-remove = Remove somebody from the group.
help-group = a group of yours: its name, or its number in the list, such as "#2"

## group members

members-heading = { $group } · { $count ->
    [one] { $count } member
   *[other] { $count } members
}
members-line = { $member } · { $role ->
    [organizer] organizer
    [captain] captain
   *[member] member
}
members-line-teams = { $member } · { $role ->
    [organizer] organizer
    [captain] captain
   *[member] member
} · teams: { $teams }
members-more = { $count } more on the next page
members-no-page = The list of members has { $pages ->
    [one] one page
   *[other] { $pages } pages
}.

## group use

group-use-heading = { $count ->
    [one] You are in one group
   *[other] You are in { $count } groups
}
group-use-line = { $number } · { $group } · { $role ->
    [organizer] organizer
    [captain] captain
   *[member] member
} · meets in: { $places }
group-use-is-chosen = the one you mean in private
group-use-chosen = In private your commands are about "{ $group }" now.
group-use-already = In private your commands are about "{ $group }" already.
group-use-several = { $count } of your groups are called "{ $name }". Choose by number; the list tells them apart.
group-use-unknown = You are in no group called "{ $name }".
me-chosen-group = In private your commands are about "{ $group }" · to change: { $change }
me-no-chosen-group = In private I ask which group you mean · to choose one: { $change }

## Leaving and removing

leave-asks = You would leave "{ $group }". This cannot be undone; your next command in one of its rooms would enter you again, as a plain member.
leave-asks-last = You are the last in "{ $group }". If you leave, it rests with all that is in it, until an administrator of one of its places types a command there.
leave-button = Leave
leave-left = You left "{ $group }".
remove-asks = This takes { $member } out of "{ $group }". It cannot be undone, and { $member } would come back only if an organizer allows it.
remove-button = Remove
remove-removed = { $member } is no longer in "{ $group }".
remove-way-back = To let { $member } in again: { $again }
remove-oneself = You cannot remove yourself; you can leave.
remove-told = { $by } took you out of "{ $group }". Your coming shifts there are free again, and I won't remind you of anything there.
going-would-end = This ends with it:
going-ended = This ended with it:
going-shifts = Seats or waiting: { $shifts }
going-tasks = Tasks, handed back: { $tasks }
going-reminders = { $count ->
    [one] { $count } personal reminder
   *[other] { $count } personal reminders
}
going-broadcasts = Will not be sent: { $broadcasts }.
going-ballots = { $count ->
    [one] { $count } vote in an open poll
   *[other] { $count } votes in open polls
}

## At the door

register-returned = You are in the register of "{ $group }" again, as a member.
register-removed = An organizer took you out of "{ $group }". An organizer can let you in again: { $again }
register-empty = Nobody is in the register of "{ $group }". An administrator of this place wakes it with a command.
register-woken = Nobody was in the register of "{ $group }". You are its organizer now.

## Letting somebody in again

readmit-done = { $member } is in "{ $group }" again, as { $role ->
    [organizer] an organizer
    [captain] a captain
   *[member] a member
}.
readmit-told = { $by } let you in again in "{ $group }". You are { $role ->
    [organizer] an organizer
    [captain] a captain
   *[member] a member
} there.
undo-readmit = Taken back: { $member } is no longer in "{ $group }".

## The audit log

audit-member-left = { $actor } left the group.
audit-member-removed = { $actor } removed { $person } from the group.
audit-member-readmitted = { $actor } let { $person } in again.
