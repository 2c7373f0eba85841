//! A date that is set apart has a time and a text of its own.

use crate::reminder::tests::ward;

#[tokio::test]
async fn a_date_has_a_time_and_a_text_of_its_own_that_outlast_what_changes_for_all() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me every fri 17:00 Send the newsletter
            R1 · Send the newsletter
            I'll remind you every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 text:Send the long newsletter on:18 dec
            R1 · Send the newsletter
            Comes every Fri, 17:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec (own text)
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 when:sat 10:00 dates:one
            R1 · Send the newsletter
            Comes every Fri, 17:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec, Fri 18 Dec (own text)
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 when:18:00 on:11 dec
            R1 · Send the newsletter
            Comes every Fri, 17:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec (18:00), Fri 18 Dec (own text)
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 when:19:00 dates:all text:Send it
            R1 · Send it
            Comes every Fri, 19:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec (18:00), Fri 18 Dec (own text)
            Pause · Cancel                        or type: remind cancel R1

            @Ben> undo
            R1 is as it was before.

            @Ben> remind edit R1 when:19:00 dates:all text:Send it
            R1 · Send it
            Comes every Fri, 19:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec (18:00), Fri 18 Dec (own text)
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind list
            1 reminder
              R1 · Send it · Comes every Fri, 19:00 New York time, next Sat 5 Dec (10:00, moved from Fri 4 Dec), Fri 11 Dec (18:00), Fri 18 Dec (own text)
            Type: remind cancel R1

            ... until 2026-12-25 20:00
            [@Ben] R1 · Send it
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · Send it
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · Send the long newsletter
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            [@Ben] R1 · Send it
            Snooze 1 h · Pause                    or type: remind snooze R1 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn another_rule_keeps_what_was_set_apart_on_the_days_it_has_too() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me every day 08:00 Water
            R1 · Water
            I'll remind you every day, 08:00 New York time, next Wed 2 Dec, Thu 3 Dec, Fri 4 Dec.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind cancel R1 on:4 dec
            R1 does not come on Fri 4 Dec. To bring that back within ten minutes: undo
            R1 · Water
            Comes every day, 08:00 New York time, next Wed 2 Dec, Thu 3 Dec, Sat 5 Dec; not Fri 4 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 text:Water and feed on:7 dec
            R1 · Water
            Comes every day, 08:00 New York time, next Wed 2 Dec, Thu 3 Dec, Sat 5 Dec; not Fri 4 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 repeat:every weekday
            R1 · Water
            Comes every weekday, 08:00 New York time, next Wed 2 Dec, Thu 3 Dec, Mon 7 Dec (own text); not Fri 4 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 when:every mon 9:00
            R1 · Water
            Comes every Mon, 09:00 New York time, next Mon 7 Dec (own text), Mon 14 Dec, Mon 21 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 when:wed 9:00 dates:all
            R1 · Water
            Comes every Wed, 09:00 New York time, next Wed 2 Dec (own text), Wed 9 Dec, Wed 16 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 repeat:none
            R1 · Water and feed
            Comes Wed 2 Dec, 09:00 New York time
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 repeat:every fri when:12:00
            R1 · Water and feed
            Comes every Fri, 12:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 repeat:tomorrow
            \"repeat:\" takes a rule such as: every fri 17:00
            Type: repeat:every fri 17:00

            @Ben> remind edit R1 when:every mon 9:00 dates:one
            One date has one time: a repeat is for dates:later or dates:all.
            Usage: remind edit R12 [text:<text>] [when:<when>] [repeat:<rule>|none] [dates:one|later|all] [on:<date>]

            @Ben> remind edit R1
            Say what to change in R1.
            Type: remind edit R1 when:18:00

            @Ben> remind edit R1 text:Water
            R1 repeats, and nothing is changed yet. Which dates do you mean?
              dates:one · only this date
              dates:later · this date and every later one
              dates:all · every coming date
            Only this date · This and later · All dates  or type: remind edit R1 text:Water dates:one

            @Ben> remind edit R1 text:Water dates:all
            R1 · Water
            Comes every Fri, 12:00 New York time, next Fri 4 Dec, Fri 11 Dec, Fri 18 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 when:01:00 dates:one on:today
            R1 has no date on Tue 1 Dec. It has: Fri 4 Dec, Fri 11 Dec, Fri 18 Dec.
            Usage: remind edit R12 [text:<text>] [when:<when>] [repeat:<rule>|none] [dates:one|later|all] [on:<date>]

            @Ben> remind edit R1 when:fri dates:all
            R1 is like that already.
            Type: remind list

            @Ben> remind cancel R1 dates:some
            <dates>: \"some\" is none of one, later and all.
            Usage: remind cancel R12 [dates:one|later|all] [on:<date>]
            For example: remind cancel R12

            @Ben> remind cancel R1 on:someday
            I can't read “someday” as a time.
            Usage: remind cancel R12 [dates:one|later|all] [on:<date>]
            Type: sat 10am-1pm
            Type: tomorrow 17:00
            ",
        )
        .await;
}

#[tokio::test]
async fn what_was_set_apart_is_snoozed_paused_and_missed_as_such() {
    ward()
        .await
        .plays(
            "
            @Ben> remind me every day 09:00 Water
            R1 · Water
            I'll remind you every day, 09:00 New York time, next Wed 2 Dec, Thu 3 Dec, Fri 4 Dec.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 text:Feed dates:one
            R1 · Water
            Comes every day, 09:00 New York time, next Wed 2 Dec (own text), Thu 3 Dec, Fri 4 Dec
            Pause · Cancel                        or type: remind cancel R1

            ... 1d
            [@Ben] R1 · Feed
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            @Ben> remind snooze R1 2h
            R1 comes Wed 2 Dec, 11:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 text:Prune on:4 dec
            R1 · Water
            Snoozed until Wed 2 Dec, 11:00 New York time · Comes every day, 09:00 New York time, next Thu 3 Dec, Fri 4 Dec (own text), Sat 5 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind cancel R1 on:5 dec
            R1 does not come on Sat 5 Dec. To bring that back within ten minutes: undo
            R1 · Water
            Snoozed until Wed 2 Dec, 11:00 New York time · Comes every day, 09:00 New York time, next Thu 3 Dec, Fri 4 Dec (own text), Sun 6 Dec; not Sat 5 Dec
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind edit R1 when:6 dec 15:00 on:6 dec
            R1 · Water
            Snoozed until Wed 2 Dec, 11:00 New York time · Comes every day, 09:00 New York time, next Thu 3 Dec, Fri 4 Dec (own text), Sun 6 Dec (15:00); not Sat 5 Dec
            Pause · Cancel                        or type: remind cancel R1

            ... 3h
            [@Ben] R1 · Feed
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            ... late 5d
            [@Ben] R1 · Water
            This comes late, once for all the times that I missed:
              Thu 3 Dec, 09:00 New York time
              Fri 4 Dec, 09:00 New York time · Prune
              Sun 6 Dec, 15:00 New York time
              Mon 7 Dec, 09:00 New York time
            Snooze 1 h · Pause                    or type: remind snooze R1 1h

            @Ben> remind pause R1
            R1 is paused.
            Resume · Cancel                       or type: remind resume R1

            @Ben> remind cancel R1 dates:one
            R1 does not come on Tue 8 Dec. To bring that back within ten minutes: undo
            R1 · Water
            Paused · Comes every day, 09:00 New York time, next Wed 9 Dec, Thu 10 Dec, Fri 11 Dec; not Tue 8 Dec
            Resume · Cancel                       or type: remind resume R1

            @Ben> remind edit R1 when:10:00 dates:one
            R1 · Water
            Paused · Comes every day, 09:00 New York time, next Wed 9 Dec (10:00), Thu 10 Dec, Fri 11 Dec; not Tue 8 Dec
            Resume · Cancel                       or type: remind resume R1

            ... 3d

            @Ben> remind resume R1
            R1 is on again. It comes Fri 11 Dec, 09:00 New York time.
            Pause · Cancel                        or type: remind cancel R1

            @Ben> remind list
            1 reminder
              R1 · Water · Comes every day, 09:00 New York time, next Fri 11 Dec, Sat 12 Dec, Sun 13 Dec
            Type: remind cancel R1
            ",
        )
        .await;
}
