//! Who gets it: whoever asked for it, as long as they are there and want to be written to.

use super::ward;

#[tokio::test]
async fn it_is_asked_for_and_ended_and_needs_private_messages() {
    let mut world = ward().await;
    world.say("Cleo", "shift list").await;
    world
        .plays(
            "
            Cleo> me digest 7am
            (only Cleo sees this)
            The morning digest comes in private, and you have not written to me there yet. Write to me in private:
            Type: me digest 07:00

            @Cleo> me digest 7am
            Every day at 07:00, New York time, I'll write to you what your day holds: your shifts and tasks, open polls, and shifts that are still short. When it holds nothing, I write nothing. To end it: me digest off

            @Cleo> me
            Cleo
            Accounts: Cleo (console) · to join another one: me link
            In \"console\": member
            Time zone: New York time, as in the group · to set your own: me timezone Chicago
            Language: as in the group · to set your own: me language es
            Reminders before a shift: 1 day and 2 h · to change: me reminders 24h,2h
            Quiet hours: none · to set them: me quiet 21:00-08:00
            Messages: as they come · to pause them: me pause fri
            Morning digest: every day at 07:00 · to end it: me digest off
            Skills: none · to be asked where one is needed: me skills driver, spanish
            Private messages: yes, I write to you in private.

            Cleo> me digest 6
            (only Cleo sees this)
            I can't read \"6\" as a time of day.
            Type: me digest 8:00

            @Cleo> me digest soon
            I can't read \"soon\" as a time of day.
            Type: me digest 8:00

            Ana> task add Print flyers due:wed 17:00 for:Cleo
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1
            [@Cleo] Ana gave you T1.
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-02 07:30
            [@Cleo] T1 is due in a day or less.
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1
            [@Cleo] Your day in \"console\" · Wed 2 Dec
            Your tasks:
              T1 · Print flyers · Due Wed 2 Dec, 17:00 New York time
            Done T1                               or type: task done T1

            @Cleo> me digest off
            I won't write to you in the morning any more.

            @Cleo> undo
            Taken back: your settings are as they were before.

            @Cleo> me digest off
            I won't write to you in the morning any more.

            ... 2d
            [@Cleo] T1 is due, and not done yet.
            T1 · Print flyers
            Due Wed 2 Dec, 17:00 New York time · Cleo has it
            Done · Hand back                      or type: task done T1
            ",
        )
        .await;
}

#[tokio::test]
async fn whoever_leaves_hears_no_more_and_whoever_comes_back_does() {
    ward()
        .await
        .plays(
            "
            Ana> shift add Canvass dec 20 6pm needs:2
            S1 · Canvass
            Sun 20 Dec, 18:00 New York time
            0 of 2 · 2 seats open
            Claim · Can't make it · Who's in      or type: shift claim S1

            Ben> group leave yes
            You left \"console\".

            ... until 2026-12-18 12:00

            Ben> shift list
              S1 · Sun 20 Dec, 18:00 · Canvass · 2 seats open
            You are in the register of \"console\" again, as a member.
            Type: shift claim S1

            ... until 2026-12-19 08:00
            [#main] Ana: S1, Canvass, has 2 seats open.
            Sun 20 Dec, 18:00 New York time
            0 of 2 · 2 seats open
            Ask 5 · Who's in                      or type: shift ask S1 5
            [@Ben] Your day in \"console\" · Sat 19 Dec
            Still short in the next days:
              S1 · Canvass · Sun 20 Dec, 18:00 New York time · 2 seats open
            Claim S1                              or type: shift claim S1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_pause_silences_it_and_quiet_hours_do_not() {
    ward()
        .await
        .plays(
            "
            @Ben> me quiet 21:00-09:00
            From 21:00 to 09:00, New York time, personal messages wait for the end of your quiet hours. What would come too late then comes at once.

            Ana> task add Print flyers due:thu 17:00 for:Ben
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Ana gave you T1.
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1

            ... until 2026-12-03 08:00
            [@Ben] T1 is due in a day or less.
            T1 · Print flyers
            Due Thu 3 Dec, 17:00 New York time · Ben has it
            Done · Hand back                      or type: task done T1
            [@Ben] Your day in \"console\" · Thu 3 Dec
            Your tasks:
              T1 · Print flyers · Due Thu 3 Dec, 17:00 New York time
            Done T1                               or type: task done T1

            @Ben> me pause
            Your messages wait until you end the pause. What cannot wait, such as your shifts, comes anyway and says so; reminders that you set for yourself come as well. To end it: me pause off

            ... 2d

            @Ben> me pause off
            Your pause is over. If anything waited for you, it comes when your quiet hours are over.

            ... 1d
            [@Ben] T1 is due, and not done yet.
            T1 · Print flyers
            Overdue since Thu 3 Dec, 17:00 New York time · Ben has it
            I kept this until your quiet hours were over.
            Done · Hand back                      or type: task done T1
            [@Ben] Your day in \"console\" · Sun 6 Dec
            Your tasks:
              T1 · Print flyers · Overdue since Thu 3 Dec, 17:00 New York time
            Done T1                               or type: task done T1
            ",
        )
        .await;
}
