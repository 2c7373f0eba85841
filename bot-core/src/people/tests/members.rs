//! `group members`, `group leave`, `group remove`, and coming back.

use crate::testing::World;

async fn ward() -> World {
    let mut world = World::memory();
    for name in ["ana", "ben", "cleo", "dev"] {
        world.say(name, "team list").await;
    }
    world
}

#[tokio::test]
async fn the_list_says_who_is_who_and_no_account() {
    let mut world = ward().await;
    world.say("ana", "team add North").await;
    world.say("ana", "group role ben captain team:North").await;
    world.say("ana", "group role dev captain").await;
    world.say("dev", "team join North").await;
    world.post().await;
    world
        .plays(
            "
            cleo> group members
            console · 4 members
              ana · organizer
              dev · captain · teams: North
              ben · member · teams: North (captain)
              cleo · member

            cleo> group members 2
            The list of members has one page.
            Type: group members
            ",
        )
        .await;
}

#[tokio::test]
async fn a_long_list_is_folded() {
    let mut world = World::memory();
    for n in 0..65 {
        world.say(&format!("m{n}"), "team list").await;
    }
    let first = world.say("m0", "group members").await;
    assert_eq!(first.lines().count(), 33, "{first}");
    assert!(
        first.ends_with("35 more on the next page\nType: group members 2"),
        "{first}"
    );
    let last = world.say("m0", "group members 3").await;
    assert!(last.ends_with("\n  m64 · member"), "{last}");
    assert_eq!(last.lines().count(), 6, "{last}");
}

/// A shift that Ben has and Cleo waits for, a task, a reminder and a vote of Ben's.
async fn bens_work(world: &mut World) {
    for (name, text) in [
        ("ana", "shift add Canvass sat 10am-1pm needs:1"),
        ("ana", "poll new Pizza or tacos? pizza, tacos until:sat 6pm"),
        ("ana", "team add North"),
        ("ana", "task add Print flyers due:fri"),
        ("ben", "team join North"),
        ("ben", "shift claim S1"),
        ("cleo", "shift claim S1"),
        ("ben", "task claim T1"),
        ("ben", "remind me sat 9am call Ana"),
        ("ben", "remind here sat 8am doors open"),
        ("ben", "poll vote P1 pizza"),
    ] {
        world.say(name, text).await;
    }
    world.post().await;
}

#[tokio::test]
async fn leaving_asks_first_and_gives_back_what_one_had() {
    let mut world = ward().await;
    bens_work(&mut world).await;
    world
        .plays(
            "
            ben> group leave
            You would leave \"console\". This cannot be undone; your next command in one of its rooms would enter you again, as a plain member.
            This ends with it:
              Seats or waiting: S1
              Tasks, handed back: T1
              1 personal reminder
              1 vote in an open poll
            Leave                                 or type: group leave yes

            ben> group leave yes
            You left \"console\".
            This ended with it:
              Seats or waiting: S1
              Tasks, handed back: T1
              1 personal reminder
              1 vote in an open poll
            [#main] cleo: A seat opened: you are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1

            ana> poll show P1
            P1 · Pizza or tacos?                  open until Sat 5 Dec, 18:00 New York time
              pizza  0
              tacos  0
            nobody has voted yet · everyone here can see who chose what
            pizza · tacos                         or type: poll vote P1 tacos

            ana> task show T1
            T1 · Print flyers
            Due Fri 4 Dec, 23:59 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1

            ana> team show North
            North · nobody yet
            Join · Leave                          or type: team join North

            ana> group members
            console · 3 members
              ana · organizer
              cleo · member
              dev · member

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

            ben> team join North
            ben is in the team \"North\" now.
            You are in the register of \"console\" again, as a member.

            ben> undo
            Taken back: ben is not in the team \"North\" any more.

            @ben> group leave yes
            You left \"console\".

            ben> undo
            Your last act cannot be taken back.
            Usage: undo
            ",
        )
        .await;
}

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

#[tokio::test]
async fn the_last_organizer_names_another_first() {
    let mut world = ward().await;
    world
        .plays(
            "
            ana> group leave
            This is the only organizer, and a group needs one. Make somebody else an organizer first.
            Type: group role ben organizer

            ana> group role ben organizer
            ben is an organizer now.
            [#main] ben: ana made you an organizer of \"console\".

            ana> group leave yes
            You left \"console\".

            cleo> group
            Group \"console\"
            3 members · New York time · English · founded Tue 1 Dec, 09:00 New York time
            Organizers: ben
            Meets in: console (console)
            Before a command, where the app needs a sign: !
            A member is asked for shifts 3 times a week at most.
            Type: team list
            ",
        )
        .await;
}

#[tokio::test]
async fn a_group_that_everybody_left_is_woken_by_an_administrator() {
    let mut world = World::memory();
    world.say("ana", "task add Print flyers").await;
    world
        .plays(
            "
            ana> group leave
            You are the last in \"console\". If you leave, it rests with all that is in it, until an administrator of one of its places types a command there.
            Leave                                 or type: group leave yes

            ana> group leave yes
            You left \"console\".

            ben> task list
            Nobody is in the register of \"console\". An administrator of this place wakes it with a command.
            Type: help

            @ana> task list
            There is no group here. Write to me in a room of your group, and I'll know you next time.

            ana> task list
            1 task to do
              T1 · Print flyers · Nobody has it yet
            Nobody was in the register of \"console\". You are its organizer now.
            Type: task claim T1

            ben> task list
            1 task to do
              T1 · Print flyers · Nobody has it yet
            You are now in the register of \"console\".
            Type: task claim T1
            ",
        )
        .await;
}

#[tokio::test]
async fn an_undo_gives_nothing_to_whoever_is_out() {
    let mut world = ward().await;
    bens_work(&mut world).await;
    world
        .plays(
            "
            ana> group role dev organizer
            dev is an organizer now.
            [#main] dev: ana made you an organizer of \"console\".

            ana> task assign T1 cleo
            T1 · Print flyers is with cleo now. I'll tell them.
            Done · Hand back                      or type: task done T1
            [#main] ben: T1 · Print flyers is not yours any more: ana changed that.
            [#main] cleo: ana gave you T1.
            T1 · Print flyers
            Due Fri 4 Dec, 23:59 New York time · cleo has it
            Done · Hand back                      or type: task done T1

            dev> group remove ben yes
            ben is no longer in \"console\".
            This ended with it:
              Seats or waiting: S1
              1 personal reminder
              1 vote in an open poll
            To let ben in again: group role ben member
            [#main] ben: dev took you out of \"console\". Your coming shifts there are free again, and I won't remind you of anything there.
            [#main] cleo: A seat opened: you are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1

            ana> undo
            Somebody changed this since; it stays as it is now.
            Usage: undo
            ",
        )
        .await;
}

#[tokio::test]
async fn a_shift_that_comes_again_comes_without_those_who_left() {
    let mut world = ward().await;
    bens_work(&mut world).await;
    world
        .plays(
            "
            ana> shift cancel S1
            S1, Canvass, is cancelled.
            I'm writing to 2 people about it.
            Type: undo
            [#main] ben: S1, Canvass, is cancelled.
            Sat 5 Dec, 10:00–13:00 New York time
            [#main] cleo: S1, Canvass, is cancelled.
            Sat 5 Dec, 10:00–13:00 New York time

            ben> group leave yes
            You left \"console\".
            This ended with it:
              Tasks, handed back: T1
              1 personal reminder
              1 vote in an open poll

            ana> undo
            S1 is as it was before.
            I'm writing to 1 person about it.
            cleo moves up from the waiting list, and I'm writing to them.
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            1 of 1 · full
            In: cleo
            Claim · Can't make it · Who's in      or type: shift claim S1
            [#main] cleo: S1, Canvass, is on again.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1
            [#main] cleo: A seat opened: you are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1
            ",
        )
        .await;
}

#[tokio::test]
async fn a_poll_that_opens_again_counts_those_who_are_in() {
    let mut world = ward().await;
    bens_work(&mut world).await;
    world
        .plays(
            "
            ana> poll close P1
            P1 · Pizza or tacos? · closed
            pizza wins with 1 of 1.
              pizza  1  █
              tacos  0
            1 voted · everyone here can see who chose what
            To open it again within ten minutes: undo
            Make it a task                        or type: poll mint P1

            ben> group leave yes
            You left \"console\".
            This ended with it:
              Seats or waiting: S1
              Tasks, handed back: T1
              1 personal reminder
            [#main] cleo: A seat opened: you are in S1, Canvass.
            Sat 5 Dec, 10:00–13:00 New York time
            Can't make it                         or type: shift drop S1

            ana> undo
            P1 is open again, until Sat 5 Dec, 18:00 New York time.

            ana> poll show P1
            P1 · Pizza or tacos?                  open until Sat 5 Dec, 18:00 New York time
              pizza  0
              tacos  0
            nobody has voted yet · everyone here can see who chose what
            pizza · tacos                         or type: poll vote P1 tacos
            ",
        )
        .await;
}
