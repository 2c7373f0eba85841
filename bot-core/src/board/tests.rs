//! The board: what it shows, and that it follows.

use crate::ids::CardOf;
use crate::surface::{Address, Content};
use crate::testing::World;
use crate::testing::world::answered;

#[tokio::test]
async fn it_shows_what_is_open_and_how_to_take_it_up() {
    let mut world = World::memory();
    world.say("ana", "group").await;
    world
        .plays(
            r#"
            ana> group board
            Open in "console"
            Nothing is open at the moment.
            Type: help

            ben> group board
            Captains and organizers can do this.
            Usage: group board

            ana> shift add Canvass sat 10am-1pm needs:2
            S1 · Canvass
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Claim · Can't make it · Who's in      or type: shift claim S1

            ana> shift add Phones fri 5pm-8pm needs:1
            S2 · Phones
            Fri 4 Dec, 17:00–20:00 New York time
            0 of 1 · 1 seat open
            Claim · Can't make it · Who's in      or type: shift claim S2

            ana> shift add Doors every tue 18:00-20:00 needs:1
            It repeats. The first 4 dates are S3 to S6; others follow as they come nearer.
            S3 · Doors
            Tue 1 Dec, 18:00–20:00 New York time
            0 of 1 · 1 seat open
            ↻ every Tue · next Tue 8 Dec, Tue 15 Dec, Tue 22 Dec
            Claim · Can't make it · Who's in      or type: shift claim S3

            ana> task add Print flyers due:fri 17:00
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1

            ana> task add Call the hall for:ben
            I know no member called "ben" here. I know people once they have written to me in one of the group's rooms.
            Usage: task add <title> [due:<when>] [for:<member>] [team:<team>] [repeat:<rule>] [note:<text>]

            ana> poll new Pizza or tacos? pizza, tacos until:thu 18:00
            P1 · Pizza or tacos?                  open until Thu 3 Dec, 18:00 New York time
              pizza  0
              tacos  0
            nobody has voted yet · everyone here can see who chose what
            pizza · tacos                         or type: poll vote P1 tacos

            ana> poll vote P1 pizza
            Your vote: pizza. You can change it until Thu 3 Dec, 18:00 New York time.
            P1 so far: pizza 1 and tacos 0 · 1 voted
            pizza · tacos                         or type: poll vote P1 tacos

            ben> shift claim S2
            You are in S2, Phones.
            Fri 4 Dec, 17:00–20:00 New York time
            You are now in the register of "console".
            Can't make it · Who's in · Calendar   or type: shift drop S2

            @ana> group board
            Open in "console"
            Shifts with open seats
              S3 · Tue 1 Dec, 18:00–20:00 · Doors · 1 seat open · shift claim S3
              S1 · Sat 5 Dec, 10:00–13:00 · Canvass · 2 seats open · shift claim S1
              S4 · Tue 8 Dec, 18:00–20:00 · Doors · 1 seat open · ↻ and 2 more dates until Tue 22 Dec · shift claim S4
            Tasks to be done
              T1 · Print flyers · Due Fri 4 Dec, 17:00 New York time · Nobody has it yet · task claim T1
            Polls to vote in
              P1 · Pizza or tacos? · 1 voted · open until Thu 3 Dec, 18:00 New York time · poll show P1
            Type: shift claim S3

            ... until 2026-12-05 10:00
            [@ana] S1, Canvass, has 2 seats open.
            Sat 5 Dec, 10:00–13:00 New York time
            0 of 2 · 2 seats open
            Ask 5 · Who's in                      or type: shift ask S1 5
            [#main] ben: S2 · Phones is in 1 day: Fri 4 Dec, 17:00–20:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S2
            [@ana] T1 is due in a day or less, and nobody has taken it.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1
            [#main] P1 · Pizza or tacos? · closes soon    open until Thu 3 Dec, 18:00 New York time
              pizza  1  █
              tacos  0
            1 voted · everyone here can see who chose what
            pizza · tacos                         or type: poll vote P1 tacos
            [#main] P1 · Pizza or tacos? · closed
            pizza wins with 1 of 1.
              pizza  1  █
              tacos  0
            1 voted · everyone here can see who chose what
            Make it a task · Who chose what       or type: poll mint P1
            [#main] ben: S2 · Phones is in 2 h: Fri 4 Dec, 17:00–20:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S2
            [@ana] T1 is due, and nobody has taken it.
            T1 · Print flyers
            Due Fri 4 Dec, 17:00 New York time · Nobody has it yet
            Take it · Done                        or type: task claim T1

            ana> group board
            Open in "console"
            Shifts with open seats
              S4 · Tue 8 Dec, 18:00–20:00 · Doors · 1 seat open · shift claim S4
              S5 · Tue 15 Dec, 18:00–20:00 · Doors · 1 seat open · ↻ and 2 more dates until Tue 29 Dec · shift claim S5
            Tasks to be done
              T1 · Print flyers · Overdue since Fri 4 Dec, 17:00 New York time · Nobody has it yet · task claim T1
            Type: shift claim S4
            "#,
        )
        .await;
}

#[tokio::test]
async fn of_each_kind_ten_stand_on_it() {
    let mut world = World::memory();
    for n in 1..=12 {
        world
            .say("ana", &format!("shift add Canvass {n} sat 10am-1pm needs:2"))
            .await;
        world.say("ana", &format!("task add Call {n}")).await;
    }
    world.say("ana", "shift claim S1").await;
    world
        .plays(
            r#"
            ana> group board
            Open in "console"
            Shifts with open seats
              S1 · Sat 5 Dec, 10:00–13:00 · Canvass 1 · 1 seat open · shift claim S1
              S2 · Sat 5 Dec, 10:00–13:00 · Canvass 2 · 2 seats open · shift claim S2
              S3 · Sat 5 Dec, 10:00–13:00 · Canvass 3 · 2 seats open · shift claim S3
              S4 · Sat 5 Dec, 10:00–13:00 · Canvass 4 · 2 seats open · shift claim S4
              S5 · Sat 5 Dec, 10:00–13:00 · Canvass 5 · 2 seats open · shift claim S5
              S6 · Sat 5 Dec, 10:00–13:00 · Canvass 6 · 2 seats open · shift claim S6
              S7 · Sat 5 Dec, 10:00–13:00 · Canvass 7 · 2 seats open · shift claim S7
              S8 · Sat 5 Dec, 10:00–13:00 · Canvass 8 · 2 seats open · shift claim S8
              S9 · Sat 5 Dec, 10:00–13:00 · Canvass 9 · 2 seats open · shift claim S9
              S10 · Sat 5 Dec, 10:00–13:00 · Canvass 10 · 2 seats open · shift claim S10
            and 2 more: shift list open
            Tasks to be done
              T1 · Call 1 · Nobody has it yet · task claim T1
              T2 · Call 2 · Nobody has it yet · task claim T2
              T3 · Call 3 · Nobody has it yet · task claim T3
              T4 · Call 4 · Nobody has it yet · task claim T4
              T5 · Call 5 · Nobody has it yet · task claim T5
              T6 · Call 6 · Nobody has it yet · task claim T6
              T7 · Call 7 · Nobody has it yet · task claim T7
              T8 · Call 8 · Nobody has it yet · task claim T8
              T9 · Call 9 · Nobody has it yet · task claim T9
              T10 · Call 10 · Nobody has it yet · task claim T10
            and 2 more: task list
            Type: shift claim S1
            "#,
        )
        .await;
}

#[tokio::test]
async fn it_is_a_live_card_that_everybody_sees() {
    let mut world = World::memory();
    world.say("ana", "shift add Canvass sat 10am-1pm needs:2").await;
    let asked = Content::Typed("group board".to_owned());
    let inbound = world.inbound("ana", "main".to_owned(), false, asked);
    let row = answered(world.app(), &inbound).await;
    assert!(matches!(row.about, Some((_, CardOf::Board))), "{row:?}");
    assert!(matches!(row.to, Address::Room { only_for: None, .. }), "{row:?}");
}
