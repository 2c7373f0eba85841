# People, groups, teams, link codes, undo, and the audit log.

## The commands, one line each

command-me = See what I know of you, and what changes it.
command-me-timezone = Set your own time zone.
command-me-language = Set the language I write to you in.
command-me-reminders = Set how long before a shift I remind you.
command-me-quiet = Set the hours in which personal messages wait.
command-me-pause = Pause personal messages, until a time or until you end it; "off" ends it.
command-me-digest = Hear every morning what your day holds; "off" ends it.
command-me-prefer = Choose where private messages try first to reach you.
command-me-skills = Name what you can do, so that shifts that need it ask you; "none" takes it away.
command-me-link = Join another account of yours to this one.
command-me-calendar = Get the address of your shifts for your own calendar; "new" makes another one, "revoke" ends it.
command-me-export = Take everything I keep about you with you, as a file.
command-me-forget = Have me forget you: I show what would go, and you confirm.
command-group = See the group: zone, language, members, teams and places.
command-group-role = Make a member organizer, captain or member, of the group or of one team.
command-group-map = Let a role of this place make captains or members of a team; "none" ends that.
command-group-set = Set the group's time zone, language, name, the sign before commands, or the rest between shifts.
command-group-link = Join another place to this group.
command-group-audit = See who granted, removed and settled what.
command-group-export = Take everything the group keeps with you, as a file.
command-team-add = Add a team.
command-team-list = See the teams.
command-team-show = See who is in a team.
command-team-join = Join a team.
command-team-leave = Leave a team.
command-undo = Take back your last act, within ten minutes.

## Names

account-on = { $name } ({ $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] console
})
place-on = { $name } ({ $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] console
})

## me

me-accounts = Accounts: { $accounts } · to join another one: { $change }
me-no-group = You are in no group yet.
me-group = In "{ $group }": { $role ->
    [organizer] organizer
    [captain] captain
   *[member] member
}
me-group-teams = In "{ $group }": { $role ->
    [organizer] organizer
    [captain] captain
   *[member] member
} · teams: { $teams }
me-team = { $team }
me-team-captain = { $team } (captain)
me-zone = Time zone: { $zone } · to change: { $change }
me-zone-inherited = Time zone: { $zone }, as in the group · to set your own: { $change }
me-language = Language: { $language ->
    [es] Spanish
   *[en] English
} · to change: { $change }
me-language-inherited = Language: as in the group · to set your own: { $change }
me-reminders = Reminders before a shift: { $ladder } · to change: { $change }
me-reminders-none = Reminders before a shift: none · to have some: { $change }
me-quiet = Quiet hours: { $from } to { $to } · to change: { $change }
me-quiet-none = Quiet hours: none · to set them: { $change }
me-not-paused = Messages: as they come · to pause them: { $change }
me-paused = Messages: paused until you end it · to end it: { $end }
me-paused-until = Messages: paused until { $until } · to end it earlier: { $end }
me-digest = Morning digest: every day at { $time } · to end it: { $end }
me-digest-none = Morning digest: none · to have one: { $change }
me-preferred = Private messages go to { $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] the console
} first · to have them where you acted last: { $change }
me-preferred-last = Private messages go where you acted last, now to { $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] the console
} · to choose: { $change }
me-prefer-set = Private messages go to { $platform ->
    [discord] Discord
    [telegram] Telegram
    [matrix] Matrix
   *[console] the console
} first now. Where it does not take one, your other accounts are tried.
me-prefer-last-set = Private messages go where you acted last now. Where it does not take one, your other accounts are tried.
me-prefer-nowhere = I know of no account of yours on "{ $platform }". Another one is joined with { $link }.
me-skills = Skills: { $skills } · to change: { $change }
me-skills-none = Skills: none · to be asked where one is needed: { $change }
me-skills-set = I'll think of you where one of these is needed: { $skills }.
me-skills-off = You name no skill any more.
skill-unfit = "{ $skill }" can't name a skill. A skill is one word of at most { $most } letters, digits and hyphens, and begins with a letter.
skill-count = You can name from 1 to { $most } skills, or none with "none".
me-private-agreed = Private messages: yes, I write to you in private.
me-private-not-yet = Private messages: not yet. Write to me in private once, and I'll write to you there.
me-timezone-set = Your times are in { $zone } now.
me-language-set = I write to you in English now.
me-reminders-set = I'll remind you { $ladder } before each of your shifts.
me-reminders-off = I won't remind you before your shifts any more.
me-quiet-set = From { $from } to { $to }, { $zone }, personal messages wait for the end of your quiet hours. What would come too late then comes at once.
me-quiet-off = You have no quiet hours any more. Personal messages come at once.
me-pause-until = Your messages wait until { $until }. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: { $end }
me-pause-open = Your messages wait until you end the pause. What cannot wait, such as your shifts, comes anyway and says so; reminders that you set for yourself come as well. To end it: { $end }
me-pause-off = Your pause is over. If anything waited for you, it comes now.
me-pause-off-quiet = Your pause is over. If anything waited for you, it comes when your quiet hours are over.
me-pause-none = Your messages are not paused. To pause them: { $pause }
me-calendar-made = At this address your own calendar finds your shifts, those you wait for too. Whoever has it sees them: give it to nobody.
me-calendar-where = Subscribe to it: in Google Calendar under "Other calendars", "From URL"; in Apple Calendar as a "New Calendar Subscription"; in Thunderbird as a "New Calendar", "On the Network".
me-calendar-how = It is shown this once, since I keep only a hash of it. For another one in its place: { $renew } · to end it: { $end }
me-calendar-stands = Your calendar has had an address since { $since }. I keep only a hash of it and cannot show it again. For another one in its place: { $renew } · to end it: { $end }
me-calendar-ended = The address of your calendar is worth nothing any more.
me-calendar-none = Your calendar has no address. To have one: { $have }
me-calendar-nowhere = Here I have no address on the web, so neither can your calendar. Whoever runs the bot gives it one with MUSTER_PUBLIC_LISTEN and MUSTER_PUBLIC_URL, for as long as "muster run" is on; the console has none. One shift as a file: { $file }
me-digest-set = Every day at { $time }, { $zone }, I'll write to you what your day holds: your shifts and tasks, open polls, and shifts that are still short. When it holds nothing, I write nothing. To end it: { $end }
me-digest-off = I won't write to you in the morning any more.
me-digest-private = The morning digest comes in private, and you have not written to me there yet. Write to me in private:

## Settings that do not read

pause-ends-once = A pause begins now and ends at one time, so not “{ $when }”.
pause-past = { $until } has passed. A pause ends later than now.
digest-unreadable = I can't read "{ $time }" as a time of day.

zone-unknown = I know no time zone or city called "{ $zone }".
language-unknown = I don't speak "{ $language }". I speak English and Spanish.
ladder-count = You can have from 1 to { $most } reminders before a shift, or none with "off".
ladder-early = A reminder can come at most { $days } days before a shift.

## Link codes

link-code = On your other account, type the command below within ten minutes. It works once. Give it to nobody: whoever types it asks to become one person with you.
link-would-join = This makes you one person with { $name }: { $accounts }. If both accounts are yours, say yes. If somebody else gave you this code, do nothing.
link-waits = Now { $name } has the last word. On that account, type this within ten minutes: { $confirm }
link-asks = { $name } wants to become one person with you: { $accounts }. If that is you, confirm. If it is not, do nothing, and it ends within ten minutes.
link-joined = You and { $name } are one person now: { $accounts }. Your settings stay as they are here; seats, tasks and votes of both are yours.
link-one-seat = Both of you were on { $shifts }: you have one seat there now, and the other is free.
link-one-vote = Both of you had voted in { $polls }: the later vote counts, the earlier one is dropped.
link-one-secret-vote = If both of you voted in a secret poll that is open, the vote of this account counts.
link-nothing-to-confirm = Nobody is waiting to be joined with you.
link-own = That is your own code. Type it from your other account.
link-claimed = Another account said yes to this code first. Ask for a new one.
link-used = This code was used already. Ask for a new one.
link-expired = This code has ended. Codes work for ten minutes; ask for a new one.
link-not-a-code = That is no code. A code has 26 letters and digits, such as 7ZQ4-….
link-unknown = I don't know this code. { $left ->
    [0] That was the last try for now; wait ten minutes.
    [one] You have { $left } more try.
   *[other] You have { $left } more tries.
}
link-too-many-wrong = Too many wrong codes came from this account. Try again in { $wait }.
link-is-for-places = This code joins a place to a group, not an account.
link-is-personal = This code joins an account to a person, not a place to a group.

## group

group-heading = Group "{ $group }"
group-about = { $members ->
    [one] { $members } member
   *[other] { $members } members
} · { $zone } · { $language ->
    [es] Spanish
   *[en] English
} · founded { $founded }
group-organizers = Organizers: { $names }
group-captains = Captains: { $names }
group-teams = Teams: { $teams }
group-places = Meets in: { $places }
group-asks = { $count ->
    [0] Nobody is asked for shifts.
    [one] A member is asked for shifts once a week at most.
   *[other] A member is asked for shifts { $count } times a week at most.
}
group-prefix = Before a command, where the app needs a sign: { $prefix }
group-rest = Rest between two shifts of a member: { $rest } · to end that: { $change }
group-timezone-set = The group's times are in { $zone } now. What was posted before stays at its own time.
group-language-set = I speak { $language ->
    [es] Spanish
   *[en] English
} in the group's rooms now.
group-name-set = The group is called "{ $name }" now.
group-name-empty = The group needs a name.
group-asks-set = { $count ->
    [one] I'll ask a member for shifts once a week at most.
   *[other] I'll ask a member for shifts { $count } times a week at most.
}
group-asks-off = I'll ask nobody for shifts.
asks-unreadable = "{ $asks }" does not say how often. Give a number of times a week, at most { $most }, or "off".
group-prefix-set = In the group's rooms a command begins with { $prefix } now, where the app needs a sign.
group-rest-set = Whoever claims a shift that leaves them less than { $rest } of rest before or after another one is told so now. To end that: { $end }
group-rest-off = Nobody is told any more how much rest lies between two shifts.
rest-long = The rest between two shifts can be at most { $days } days.
prefix-unfit = "{ $prefix }" cannot stand before commands. Take one to three signs like !, without letters, digits, / and @.
group-link-code = In a room of the other place, an administrator there types the command below within ten minutes. It works once. They are shown the name of "{ $group }", and you confirm when you have been shown theirs.
group-link-would-join = This joins "{ $place }" to the group "{ $group }", on the word of { $by }: whoever acts here is in its register from then on. If you know both and want that, say yes. If not, do nothing.
group-link-waits = Now { $by } has the last word. Within ten minutes they type in "{ $group }", or in private to me: { $confirm }
group-link-asks = { $by } wants to join { $place } to "{ $group }" with your code. If you know both, confirm. If not, do nothing, and it ends within ten minutes.
group-link-nothing-to-confirm = No place is waiting to be joined to a group on your word.
group-link-taken = "{ $place }" has come to a group in the meantime.
group-link-in-private = Type this in a room of the place that is to join, so that I know which one.
group-link-administrators = Only an administrator of this place can join it to a group.
group-link-already = This place belongs to "{ $group }" already.
group-link-has-group = This place has a group of its own, "{ $group }", and two groups cannot be made one.
group-linked = "{ $place }" belongs to the group "{ $group }" now: one register, one desk.

## Coming to a place, and going

place-welcome = I keep a group's shifts, tasks, reminders, polls and broadcasts, in this chat and in any other that the group meets in.
place-found = An administrator founds a group here with { $found }, or joins this place to a group that exists with { $link }.
place-found-button = Found a group here
place-help = What I understand: { $help }
place-back = I am back. This place belongs to "{ $group }", and everything is as it was.
place-left-told = I was taken out of "{ $place }". What I knew of it stays; bring me back and everything goes on.

unreadable = I could not decrypt your message, so I don't know whether it was for me.
unreadable-again = Send it again. If that does not help, verify the device that you write with; in Element: Settings, Encryption, where sending to verified people only must be off too.
unreadable-elsewhere = Or write to me in a room that is not encrypted.

## What is held, as a file

me-export = Everything I keep about you, as of now. To have it removed: { $forget }
group-export = Everything that "{ $group }" keeps, as of now. Reminders that people set for themselves are not in it.
export-cut = It is too much for one file: under "left_out" it says what is missing.

## me forget

forget-heading = I would forget you, and it cannot be undone. Nothing has happened yet.
forget-yours = Gone for good: your name and settings, { $accounts ->
    [one] your account
   *[other] your { $accounts } accounts
}, your memberships, what waits for you, and what I kept of what you typed.
forget-in-group = In "{ $group }":
forget-group-goes = Nobody else is in it: the whole group goes with you.
forget-seats = { $count ->
    [one] Your seat on { $what } is freed, and whoever waits moves up.
   *[other] Your seats on { $what } are freed, and whoever waits moves up.
}
forget-tasks = { $count ->
    [one] { $what } is handed back.
   *[other] { $what } are handed back.
}
forget-ballots = { $count ->
    [one] Your vote in { $what } is taken out.
   *[other] Your votes in { $what } are taken out.
}
forget-going = { $count ->
    [one] { $what } is yours alone and goes.
   *[other] { $what } are yours alone and go.
}
forget-past = { $count ->
    [one] On { $what } it says "a former member" in your place.
   *[other] On { $what } it says "a former member" in your place.
}
forget-staying = { $count ->
    [one] { $what } stays, without your name, since others are part of it. What you don't want to leave behind, delete first.
   *[other] { $what } stay, without your name, since others are part of them. What you don't want to leave behind, delete first.
}
forget-groups-own = Shifts, teams and the group's name have no author here, so what they say stays.
forget-more = { $count } more
forget-export = To take what is yours along first: { $export }
forget-button = Forget me
forget-done = It is done: I know nothing of you any more. If you write to me again, we meet for the first time.
forget-nobody = I know nothing of you, so there is nothing to forget.
forget-last-organizer = You are the only organizer of "{ $group }", and { $others ->
    [one] one other is
   *[other] { $others } others are
} in it. Make somebody else an organizer first.

## group role

role-given = { $member } is { $role ->
    [organizer] an organizer
    [captain] a captain
   *[member] a member
} now.
role-already = { $member } is { $role ->
    [organizer] an organizer
    [captain] a captain
   *[member] a member
} already.
role-told = { $by } made you { $role ->
    [organizer] an organizer
    [captain] a captain
   *[member] a member
} of "{ $group }".
role-last-organizer = This is the only organizer, and a group needs one. Make somebody else an organizer first.
role-no-team-organizer = A team has captains and members; organizers are of the whole group.
team-role-given = { $member } is { $role ->
    [captain] a captain
   *[member] a member
} of the team "{ $team }" now.
team-role-already = { $member } is { $role ->
    [captain] a captain
   *[member] a member
} of the team "{ $team }" already.
team-role-told = { $by } made you { $role ->
    [captain] a captain
   *[member] a member
} of the team "{ $team }" in "{ $group }".

## group map: what a platform's roles give

mapping-none = No role of a place gives anything in "{ $group }" yet.
mapping-heading = What roles give in "{ $group }"
mapping-line-captain = { $role } · { $place } · captain
mapping-line-team = { $role } · { $place } · in the team { $team }
mapping-captain-set = Whoever has the role { $role } in { $place } is a captain, from their next act here for as long as they have it.
mapping-team-set = Whoever has the role { $role } in { $place } is in the team "{ $team }", from their next act here for as long as they have it.
mapping-removed = { $count ->
    [0] The role { $role } gives nothing in { $place } any more.
    [one] The role { $role } gives nothing in { $place } any more, and what 1 person had by it is taken away.
   *[other] The role { $role } gives nothing in { $place } any more, and what { $count } people had by it is taken away.
}
mapping-already = That is what the role { $role } gives already.
mapping-what = Say what the role { $role } gives: captain, a team, or none.
mapping-which = Say which role of this place gives "{ $gives }": mention the role, or type what the platform calls it.
mapping-one = A role makes captains or gives a place in a team: give either captain or team:.
mapping-no-role = "{ $typed }" is no role that I can remember. Mention the role, or type what the platform calls it.
mapping-in-private = A role belongs to a place. Type this in a room of that place.
mapping-captain = By your role here you are a captain of "{ $group }" now.
mapping-no-captain = You don't have the role here any more that made you a captain of "{ $group }".
mapping-joined = By your role here you are in the team "{ $team }" now.
mapping-left = You don't have the role here any more that put you in the team "{ $team }".

## team

team-added = Added the team "{ $team }". To be in it: { $join }
team-exists = There is a team "{ $team }" already.
team-name-length = A team's name has from 1 to { $most } characters.
team-none = There are no teams yet. A captain adds one.
team-heading = { $count ->
    [one] { $count } team
   *[other] { $count } teams
}
team-line = { $team } · { $count ->
    [0] nobody yet
    [one] { $count } person
   *[other] { $count } people
}
team-of-captains = { $team } ({ $count ->
    [one] captain
   *[other] captains
} { $names })
team-captains = Captains: { $names }
team-members = In: { $names }
team-button-join = Join
team-button-leave = Leave
team-joined = { $member } is in the team "{ $team }" now.
team-in-already = You are in the team "{ $team }" already.
team-left = { $member } left the team "{ $team }".
team-not-in = You are not in the team "{ $team }".

## undo

undo-in-private = You did your last act where only you and I write. To take it back, write me there:
undo-nothing = There is nothing of yours from the last ten minutes to take back here.
undo-lasting = Your last act cannot be taken back.
undo-changed-since = Somebody changed this since; it stays as it is now.
undo-me = Taken back: your settings are as they were before.
undo-group = Taken back: the group's settings are as they were before.
undo-mapping = Taken back: the role { $role } gives what it gave before.
undo-role = Taken back: { $member } is { $role ->
    [organizer] an organizer
    [captain] a captain
   *[member] a member
} again.
undo-team-added = Taken back: there is no team "{ $team }" any more.
undo-team-in-use = The team "{ $team }" has people or work by now; it stays.
undo-team = Taken back: { $place ->
    [captain] { $member } is a captain of the team "{ $team }" again.
    [member] { $member } is a member of the team "{ $team }" again.
   *[out] { $member } is not in the team "{ $team }" any more.
}

## The board

command-group-board = Post a card of what is open in the group; it is pinned and follows what it shows.
board-heading = Open in "{ $group }"
board-shifts = Shifts with open seats
board-tasks = Tasks to be done
board-polls = Polls to vote in
board-more = and { $count } more: { $all }
board-nothing = Nothing is open at the moment.

## doctor

command-doctor = Check what I may do in this room, and who can let me do more.
doctor-heading = How I stand in "{ $place }"
doctor-can = { $ability ->
    [see] I can see this room.
    [write] I can write here.
    [cards] I can show cards here.
    [reply] I can reply to messages here.
    [files] I can send files here.
    [pin] I can pin the board here.
   *[administrators] I can see who administers this place.
}
doctor-cannot = { $ability ->
    [see] I cannot see this room, so I can only answer commands in it.
    [write] I cannot write here.
    [cards] I cannot embed links here, so nobody would see my cards.
    [reply] I cannot read what was said here before, so I cannot reply to it.
    [files] I cannot send files here, so exports and recounts stay text.
    [pin] I cannot pin here, so the board stays where it was posted.
   *[administrators] I cannot see who administers this place, so nobody can found a group here or join it to one.
}
doctor-missing = { $missing } An administrator of this place can allow it.
doctor-missing-from = { $missing } { $people } can allow it.
doctor-unverified = My device is not verified, so some apps may keep from me what they encrypt. Whoever runs me can verify it.
doctor-undecrypted = { $messages ->
    [one] I could not decrypt one message here.
   *[other] I could not decrypt { $messages } messages here.
} Whoever wrote it can send it again.
doctor-throttled = The server lets me send no more than { $messages ->
    [one] one message
   *[other] { $messages } messages
} in { $seconds ->
    [one] a second
   *[other] { $seconds } seconds
}. Whoever runs it can lift that with: { $lift }
doctor-power = I have a power level of { $has } here, and need { $needed } { $ability ->
    [see] to see this room.
    [write] to write.
    [cards] to show cards.
    [reply] to reply.
    [files] to send files.
    [pin] to pin the board.
   *[administrators] to see who administers this place.
}
doctor-administrator = I am an administrator of this place. I need no more than what stands above.
doctor-no-administrator = I am no administrator of this place, and need not be one.
doctor-group = This place belongs to "{ $group }": { $members ->
    [one] { $members } member
   *[other] { $members } members
}, times in { $zone }.
doctor-unserved = Nobody hears what is said in { $place } at the moment. Whoever runs me finds the reason in my log.
doctor-unserved-keys = Nobody hears what is said in { $place } at the moment: the computer that has my keys for it does not run. Whoever runs me can start it, or bring the keys to another one.
doctor-heading-private = How I may write to you
doctor-private = You write to me in private, so reminders and broadcasts come to you here.
doctor-private-closed = You have not agreed to private messages: what is for you stands in your group's room, with your name.
doctor-groups = You are in { $groups }.

## The audit log

audit-heading = { $group } · { $count ->
    [one] the latest entry of the audit log
   *[other] the latest { $count } entries of the audit log
}
audit-line = { $at } · { $act }
audit-member-joined = { $actor } entered the register.
audit-group-founded = { $actor } founded the group and is its organizer.
audit-group-founded-anonymously = { $actor } founded the group: an administrator who wrote as the place.
audit-role-organizer = { $actor } made { $person } an organizer.
audit-role-captain = { $actor } made { $person } a captain.
audit-role-member = { $actor } made { $person } a member.
audit-mapping-set = { $actor } said what a role of a place gives.
audit-mapping-removed = { $actor } ended what a role of a place gives.
audit-mapping-captain = { $person } became a captain by a role of a place.
audit-mapping-captain-ended = { $person } is no captain any more, since the role of a place that made them one is gone.
audit-team-captain = { $actor } made { $person } a captain of a team.
audit-team-captain-ended = { $actor } ended that { $person } is a captain of a team.
audit-place-linked = { $actor } joined another place to the group with a code from { $person }.
audit-place-left = { $actor } took me out of a place of the group.
audit-member-gone = { $actor } is gone from the group's place, and so from the group.
audit-stranger = somebody I don't know
audit-account-linked = { $actor } joined two accounts; both are { $person } now.
audit-person-forgotten = { $person } was forgotten at their own wish.
audit-group-exported = { $actor } exported everything the group keeps.
