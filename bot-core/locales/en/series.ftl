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

course-coming = { $rule }, { $clock } { $zone }, next { $dates }
course-coming-but = { $rule }, { $clock } { $zone }, next { $dates }; not { $skipped }
course-last = { $rule }, { $clock } { $zone }, no date after this
course-moved = moved from { $from }
course-own-text = own text
course-own-title = own title
course-no-date = { $subject } has no date on { $day }. It has: { $dates }.
course-ended = { $subject } has no date to come.
course-is-skipped = { $subject } leaves out { $day } already.
course-full = { $subject } has { $count } dates out of the ordinary, and that is the limit. Change its rule instead.
course-not-turned = The days of { $subject } cannot all move like that. Say the whole rule.
course-over = { $at } is over.
course-repeats-not = { $subject } does not repeat, so it has only one date.
course-one-time = One date has one time: a repeat is for dates:later or dates:all.
course-was-last = That was the last date.
course-was-last-of = { $count ->
    [one] That was the only date.
   *[other] That was the last of { $count }.
}
