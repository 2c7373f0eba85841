//! Whoever is removed stays out until they are let in again.

use super::{bens_work, ward};

#[tokio::test]
async fn whoever_is_removed_hears_of_it_once_and_stays_out() {
    let mut world = ward().await;
    bens_work(&mut world).await;
    world
        .plays(
            "
            ben> group remove cleo
            Organizers can do this.
            Usage: group remove <member> [yes]

            ana> group remove ana
            You cannot remove yourself; you can leave.
            Type: group leave

            ana> group remove Bem
            I know no member called \"Bem\" here. I know people once they have written to me in one of the group's rooms.
            Usage: group remove <member> [yes]

            ana> group remove ben
            This takes ben out of \"console\". It cannot be undone, and ben would come back only if an organizer allows it.
            This ends with it:
              Seats or waiting: S1
              Tasks, handed back: T1
              1 personal reminder
              1 vote in an open poll
            Remove                                or type: group remove ben yes

            ana> group remove ben yes
            ben is no longer in \"console\".
            This ended with it:
              Seats or waiting: S1
              Tasks, handed back: T1
              1 personal reminder
              1 vote in an open poll
            To let ben in again: group role ben member
            [#main] ben: ana took you out of \"console\". Your coming shifts there are free again, and I won't remind you of anything there.
            [#main] cleo: A seat opened: you are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1

            ana> undo
            Your last act cannot be taken back.
            Usage: undo

            ben> shift claim S1
            An organizer took you out of \"console\". An organizer can let you in again: group role ben member

            @ben> shift list
            There is no group here. Write to me in a room of your group, and I'll know you next time.

            ben> me
            (only ben sees this)
            ben
            Accounts: ben (console) · to join another one: me link
            You are in no group yet.
            Time zone: New York time, as in the group · to set your own: me timezone Chicago
            Language: as in the group · to set your own: me language es
            Reminders before a shift: 1 day and 2 h · to change: me reminders 24h,2h
            Quiet hours: none · to set them: me quiet 21:00-08:00
            Messages: as they come · to pause them: me pause fri
            Morning digest: none · to have one: me digest 8:00
            Skills: none · to be asked where one is needed: me skills driver, spanish
            Private messages: not yet. Write to me in private once, and I'll write to you there.

            ana> task assign T1 ben
            I know no member called \"ben\" here. I know people once they have written to me in one of the group's rooms.
            Usage: task assign T12 <member>

            ana> group remove ben yes
            I know no member called \"ben\" here. I know people once they have written to me in one of the group's rooms.
            Usage: group remove <member> [yes]

            ana> group audit
            (only ana sees this)
            console · the latest 6 entries of the audit log
              Tue 1 Dec, 09:00 New York time · ana removed ben from the group.
              Tue 1 Dec, 09:00 New York time · dev entered the register.
              Tue 1 Dec, 09:00 New York time · cleo entered the register.
              Tue 1 Dec, 09:00 New York time · ben entered the register.
              Tue 1 Dec, 09:00 New York time · ana founded the group and is its organizer.
              Tue 1 Dec, 09:00 New York time · ana entered the register.

            ... until 2026-12-05 10:00
            [#main] ana: T1 is due in a day or less, and nobody has taken it.
            T1 · Print flyers
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1
            [#main] cleo: S1 · Canvass is in 1 day: Sat 5 Dec, 10:00–13:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [#main] ana: T1 is due, and nobody has taken it.
            T1 · Print flyers
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1
            [#main] cleo: S1 · Canvass is in 2 h: Sat 5 Dec, 10:00–13:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [#main] doors open
            Snooze 1 h                            or type: remind snooze R2 1h
            ",
        )
        .await;
}

#[tokio::test]
async fn an_organizer_lets_somebody_in_again_and_can_take_that_back() {
    let mut world = ward().await;
    bens_work(&mut world).await;
    world
        .plays(
            "
            ana> group remove ben yes
            ben is no longer in \"console\".
            This ended with it:
              Seats or waiting: S1
              Tasks, handed back: T1
              1 personal reminder
              1 vote in an open poll
            To let ben in again: group role ben member
            [#main] ben: ana took you out of \"console\". Your coming shifts there are free again, and I won't remind you of anything there.
            [#main] cleo: A seat opened: you are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1

            ana> group role ben captain
            ben is in \"console\" again, as a captain.
            [#main] ben: ana let you in again in \"console\". You are a captain there.

            ben> group
            Group \"console\"
            4 members · New York time · English · founded Tue 1 Dec, 09:00 New York time
            Organizers: ana
            Captains: ben
            Teams: North
            Meets in: console (console)
            Before a command, where the app needs a sign: !
            A member is asked for shifts 3 times a week at most.
            Type: team list

            ana> undo
            Taken back: ben is no longer in \"console\".

            ben> group
            An organizer took you out of \"console\". An organizer can let you in again: group role ben member

            ana> group role ben member
            ben is in \"console\" again, as a member.
            [#main] ben: ana let you in again in \"console\". You are a member there.

            ben> shift claim S1
            S1 is full. You are 1st on the waiting list, and I'll write to you when a seat opens. To leave the list: shift drop S1

            ana> undo
            Somebody changed this since; it stays as it is now.
            Usage: undo
            ",
        )
        .await;
}
