# What repeats: its dates, and which of them are meant.

series-which = { $subject } repeats, and nothing is changed yet. Which dates do you mean?
series-dates-one = { $typed } · only this date
series-dates-later = { $typed } · this date and every later one
series-dates-all = { $typed } · every coming date
series-button-one = Only this date
series-button-later = This and later
series-button-all = All dates
series-line = ↻ { $rule } · next
series-line-last = ↻ { $rule } · no date after this
