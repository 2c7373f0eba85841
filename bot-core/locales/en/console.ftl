# What the local console says of itself.

console-greeting =
    Muster { $version }, a desk for shifts, tasks, reminders and polls.
    Type: help   (or :help for what this console can do, :quit to leave)
console-help =
    Type a command as you would in a chat. To see them all: help
    ben: shift claim S1     speak as somebody else
    :room picnic            go to another room; :room @ben is Ben's private room
    :clock +2h              move the clock; :clock 2026-12-05 09:00 sets it; :clock run lets it run again
    :quit                   leave; everything is kept
console-unknown = I don't know "{ $typed }". Type: { $usage }
console-private-room = This is { $owner }'s private room. Type: :room main
console-only = (only { $account } sees this)
console-hour = { $moment }
console-clock-stands = It is { $moment }. The clock stands until you move it. To let it run: :clock run
console-clock-runs = It is { $moment }. The clock runs.
console-clock-back = The clock moves forward only, and it is { $moment }. Type: :clock +2h
console-clock-real-people = The clock cannot be set by hand here: people on other platforms use this desk.
console-fault = Something went wrong here, and the log says what. Nothing was half done. Try again.
