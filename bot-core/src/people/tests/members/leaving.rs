//! Whoever leaves gives back what they had.

use super::{bens_work, ward};
use crate::testing::World;

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
