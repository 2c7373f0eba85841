# Calendar files, taken in and given out.

# The title of an event that has none.
calendar-untitled = Untitled
# The name of somebody's own calendar.
calendar-own = My shifts
# Whoever runs the bot, where the audit log names who acted.
calendar-operator = operator
audit-calendar-imported = { $actor } took in a calendar file.
