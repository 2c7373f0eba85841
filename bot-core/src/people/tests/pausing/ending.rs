//! What a pause lets go when it ends.

use super::ward;

#[tokio::test]
async fn a_pause_that_is_ended_lets_go_what_it_held() {
    ward()
        .await
        .plays(
            "
            @Ben> me pause
            Your messages wait until you end the pause. What cannot wait, such as your shifts, comes anyway and says so; reminders that you set for yourself come as well. To end it: me pause off

            @Ben> me
            Ben
            Accounts: Ben (console) · to join another one: me link
            In \"console\": member
            Time zone: New York time, as in the group · to set your own: me timezone Chicago
            Language: as in the group · to set your own: me language es
            Reminders before a shift: 1 day and 2 h · to change: me reminders 24h,2h
            Quiet hours: none · to set them: me quiet 21:00-08:00
            Messages: paused until you end it · to end it: me pause off
            Morning digest: none · to have one: me digest 8:00
            Skills: none · to be asked where one is needed: me skills driver, spanish
            Private messages: yes, I write to you in private.

            Ana> task add Bake bread due:thu 17:00 for:Ben
            T1 · Bake bread
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-03 18:00
            [@Ben] T1 is due in a day or less.
            T1 · Bake bread
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            You have paused messages; this comes anyway, because after the pause it would be too late.
            Done · Hand back                      or type: task done T1

            @Ben> me pause off
            Your pause is over. If anything waited for you, it comes now.
            [@Ben] T1 is due, and not done yet.
            T1 · Bake bread
            Overdue since Thu 3 Dec, 17:00 New York time · Ben has it
            I kept this for you until now.
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T1.
            T1 · Bake bread
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T1

            @Ben> me pause off
            Your messages are not paused. To pause them: me pause fri
            ",
        )
        .await;
}

#[tokio::test]
async fn a_pause_that_is_made_shorter_lets_go_earlier() {
    ward()
        .await
        .plays(
            "
            @Ben> me pause
            Your messages wait until you end the pause. What cannot wait, such as your shifts, comes anyway and says so; reminders that you set for yourself come as well. To end it: me pause off

            Ana> task add Bake bread for:Ben
            T1 · Bake bread
            Ben has it
            Done · Hand back                      or type: task done T1

            @Ben> me pause tomorrow 9:00
            Your messages wait until Wed 2 Dec, 09:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off

            ... 2d
            [@Ben] Ana gave you T1.
            T1 · Bake bread
            Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn undo_ends_a_pause_and_begins_it_again() {
    ward()
        .await
        .plays(
            "
            @Ben> me pause
            Your messages wait until you end the pause. What cannot wait, such as your shifts, comes anyway and says so; reminders that you set for yourself come as well. To end it: me pause off

            Ana> task add Bake bread for:Ben
            T1 · Bake bread
            Ben has it
            Done · Hand back                      or type: task done T1

            @Ben> undo
            Taken back: your settings are as they were before.
            [@Ben] Ana gave you T1.
            T1 · Bake bread
            Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T1

            @Ben> me pause
            Your messages wait until you end the pause. What cannot wait, such as your shifts, comes anyway and says so; reminders that you set for yourself come as well. To end it: me pause off

            @Ben> me pause off
            Your pause is over. If anything waited for you, it comes now.

            @Ben> undo
            Taken back: your settings are as they were before.

            Ana> task add Print flyers for:Ben
            T2 · Print flyers
            Ben has it
            Done · Hand back                      or type: task done T2
            ",
        )
        .await;
}

#[tokio::test]
async fn what_a_pause_lets_go_in_quiet_hours_waits_for_the_morning() {
    ward()
        .await
        .plays(
            "
            @Ben> me quiet 21:00-08:00
            From 21:00 to 08:00, New York time, personal messages wait for the end of your quiet hours. What would come too late then comes at once.

            @Ben> me pause tomorrow 23:00
            Your messages wait until Wed 2 Dec, 23:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off

            Ana> task add Bake bread for:Ben
            T1 · Bake bread
            Ben has it
            Done · Hand back                      or type: task done T1

            Ana> task add Print flyers due:wed 22:00 for:Ben
            T2 · Print flyers
            Due Wed 2 Dec, 22:00 New York time · Ben has it
            Done · Hand back                      or type: task done T2

            ... until 2026-12-03 07:59
            [@Ben] T2 is due in a day or less.
            T2 · Print flyers
            Due Wed 2 Dec, 22:00 New York time · Ben has it
            You have paused messages; this comes anyway, because after the pause it would be too late.
            Done · Hand back                      or type: task done T2

            ... until 2026-12-03 08:00
            [@Ben] T2 is due, and not done yet.
            T2 · Print flyers
            Overdue since Wed 2 Dec, 22:00 New York time · Ben has it
            I kept this until your quiet hours were over.
            Done · Hand back                      or type: task done T2
            [@Ben] Ana gave you T1.
            T1 · Bake bread
            Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T2.
            T2 · Print flyers
            Due Wed 2 Dec, 22:00 New York time · Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T2

            @Ben> me pause
            Your messages wait until you end the pause. What cannot wait, such as your shifts, comes anyway and says so; reminders that you set for yourself come as well. To end it: me pause off

            Ana> task add Sweep for:Ben
            T3 · Sweep
            Ben has it
            Done · Hand back                      or type: task done T3

            ... until 2026-12-03 22:00

            @Ben> me pause off
            Your pause is over. If anything waited for you, it comes when your quiet hours are over.

            ... until 2026-12-04 08:00
            [@Ben] Ana gave you T3.
            T3 · Sweep
            Ben has it
            I kept this while you had paused messages.
            Done · Hand back                      or type: task done T3
            ",
        )
        .await;
}

#[tokio::test]
async fn other_settings_lose_nothing_that_is_held() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Canvass fri 10am-1pm
            S1 · Canvass
            Fri 4 Dec, 10:00–13:00 New York time
            0 in
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> shift claim S1
            You are in S1, Canvass.
            Fri 4 Dec, 10:00–13:00 New York time
            Can't make it · Who's in · Calendar   or type: shift drop S1

            @Ben> me pause thu 23:00
            Your messages wait until Thu 3 Dec, 23:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off

            ... until 2026-12-03 10:30

            @Ben> me reminders 24h,30m
            I'll remind you 1 day and 30 min before each of your shifts.

            @Ben> me timezone New York
            Your times are in New York time now.

            ... until 2026-12-03 23:00
            [@Ben] S1 · Canvass is in 11 h: Fri 4 Dec, 10:00–13:00 New York time
            Can you make it?
            I kept this while you had paused messages.
            Confirm · Can't make it · Find cover  or type: shift confirm S1

            @Ben> me pause fri 9:00
            Your messages wait until Fri 4 Dec, 09:00 New York time. What would be too late then comes anyway and says so; reminders that you set for yourself come as well. To end the pause earlier: me pause off

            ... until 2026-12-04 10:00
            [@Ben] S1 · Canvass is in 30 min: Fri 4 Dec, 10:00–13:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            ",
        )
        .await;
}
