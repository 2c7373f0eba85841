//! What is taken back comes without those who are out.

use super::{bens_work, ward};

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
