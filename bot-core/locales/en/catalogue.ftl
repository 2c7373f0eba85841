# What is said of words that are no command, and of arguments that do not fit. The commands' own sentences
# (command-…) stand with their domains.

## No such command

input-empty = I read no words there. Type a command, and I'll see to it.
input-unknown = I don't know "{ $words }".
input-area = "{ $area }" needs one more word. These are its commands:
input-too-long = That message has { $length } characters; I read up to { $max }.

## Arguments that do not fit

input-example = For example: { $command }
input-missing = The <{ $name }> is missing.
input-surplus = I don't know what to do with "{ $words }" there.
input-twice = "{ $name }" is given twice.
input-no-value = "{ $name }" needs a value.
input-option-unknown = I don't know the option "{ $name }:". In a text, put it in quotes.
input-reference = <{ $name }>: "{ $typed }" is no reference. One looks like { $example }.
input-reference-kind = { $typed } is a { $kind ->
    [shift] shift
    [task] task
    [poll] poll
    [broadcast] broadcast
   *[reminder] reminder
}. This command takes a { $wanted ->
    [shift] shift
    [task] task
    [poll] poll
    [broadcast] broadcast
   *[reminder] reminder
}, such as { $example }.
input-text-long = The <{ $name }> has { $length } characters; it may have { $max }.
input-control = The <{ $name }> has characters in it that cannot be shown. Type it again by hand.
input-one-line = The <{ $name }> must be on one line.
input-choice = <{ $name }>: "{ $typed }" is none of { $choices }.
input-number = <{ $name }>: "{ $typed }" is no whole number from { $min } to { $max }.
input-too-few = There must be at least { $min } of <{ $name }>.
input-too-many = That is { $given } of <{ $name }>; there may be { $max }.
option-member = a member who is on this server
option-member-name = or a member by name, wherever they are
option-role = a role of this server
option-team = a team's name
option-several = one or several, with commas between them
form-field = That is about the field "{ $field }".
form-again = What you filled in, as a command to mend and send again: { $command }

## Help

command-help = Say what I can do, or how one command works.
help-title = What I can do here
help-go-on = Type "help" and one of these words to see its commands, or a whole command to see how it works.
help-unknown = There is no command or area "{ $topic }".
help-reference = a reference, such as { $example }
help-when = a time, such as "sat 10am-1pm", "tomorrow 17:00" or "every tue 18:30"
help-duration = a length of time, such as "2h" or "3 days"
help-text = text of up to { $max } characters
help-word = a word, or several in quotes, of up to { $max } characters
help-choice = one of { $choices }
help-number = a whole number from { $min } to { $max }
help-member = a member: a mention, or the name, in quotes if it has several words
help-zone = a time zone or a city, such as "Europe/Madrid" or "New York"
help-audience = whom it is for: everyone, captains, team:North, roster:S12, unconfirmed:S12 or nonvoters:P4
help-team = a team's name, in quotes if it has several words

## What the areas are for

area-shift = Shifts: post them, take a seat, see who is in.
area-task = Tasks: what is to be done, and who has it.
area-remind = Reminders, for you or for this room.
area-broadcast = Broadcasts: write to many people at once, and learn who was reached.
area-poll = Polls: put a question to the group and count the answers.
area-me = What I know of you, and your settings.
area-group = The group: who is in it, its roles and settings, the places where it meets.
area-team = The teams of the group.
