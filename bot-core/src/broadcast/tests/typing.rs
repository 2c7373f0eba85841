//! How audiences are typed, and what a slip is answered with.

use super::ward;
use crate::catalogue::complete::Query;
use crate::surface::{Author, Platform, RoomAddress, Standing};
use crate::testing::World;

#[tokio::test]
async fn a_slip_is_no_audience() {
    let mut world = ward().await;
    world.say("ana", "team add \"North Side\"").await;
    world.say("dev", "team join \"North Side\"").await;
    world
        .plays(
            r#"
            ana> broadcast shwo B6
            I don't know "broadcast shwo". Did you mean: broadcast show B6

            ana> broadcast lst
            I don't know "broadcast lst". Did you mean: broadcast list

            ana> broadcast evryone Hello
            <audience>: "evryone" is none of everyone, captains, team:<team>, roster:S12, unconfirmed:S12 and nonvoters:P4. Did you mean: broadcast everyone Hello
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]

            ana> broadcast tem:North Hello
            <audience>: "tem:North" is none of everyone, captains, team:<team>, roster:S12, unconfirmed:S12 and nonvoters:P4. Did you mean: broadcast team:North Hello
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]

            ana> broadcast roster:P1 Hello
            <audience>: "roster:P1" is none of everyone, captains, team:<team>, roster:S12, unconfirmed:S12 and nonvoters:P4.
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]
            For example: broadcast everyone call the printer

            ana> broadcast Hello everybody
            <audience>: "Hello" is none of everyone, captains, team:<team>, roster:S12, unconfirmed:S12 and nonvoters:P4.
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]
            For example: broadcast everyone call the printer

            ana> broadcast
            "broadcast" needs one more word. These are its commands:
              broadcast <audience> <text> [at:<when>] [ack:<yes>]
              broadcast list
              broadcast show B12
              broadcast send B12
              broadcast stop B12
              broadcast mention B12
              broadcast ack B12

            ana> broadcast everyone
            The <text> is missing.
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]
            For example: broadcast everyone call the printer

            ana> broadcast everyone Hello when:noon
            I don't know the option "when:". In a text, put it in quotes.
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]
            For example: broadcast everyone call the printer

            ana> broadcast TEAM:"North side" note to all: be on time
            B1 · "note to all: be on time" · draft
            ana to the team North Side of console:
            note to all: be on time
            This goes to the team North Side: 1 person besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast "team:North Side" "note:this"
            B2 · "note:this" · draft
            ana to the team North Side of console:
            note:this
            This goes to the team North Side: 1 person besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B2

            ana> brodcast everyone Hello
            I don't know "brodcast". Did you mean: broadcast everyone Hello

            ana> B1
            I don't know "B1". Did you mean: broadcast show B1
            "#,
        )
        .await;
}

async fn offered(world: &World, name: &str, text: &str) -> Vec<String> {
    let room = RoomAddress {
        platform: Platform::Console,
        place: "console".to_owned(),
        room: "main".to_owned(),
        private: false,
    };
    let query = Query::line(room, Author::new(name, name, Standing::Member), text.to_owned());
    let choices = world.app().complete(&query).await.unwrap();
    choices.into_iter().map(|choice| choice.value).collect()
}

#[tokio::test]
async fn audiences_and_references_are_completed_for_whoever_may_use_them() {
    let mut world = ward().await;
    world.say("ana", "shift add Canvass sat 10am team:North").await;
    world.say("ana", "shift add Phones sun 10am").await;
    world.say("ana", "poll new Pizza or tacos? pizza, tacos").await;
    world.say("ana", "broadcast everyone Hello").await;
    assert_eq!(
        offered(&world, "ana", "broadcast ").await,
        [
            "list",
            "show",
            "send",
            "stop",
            "mention",
            "ack",
            "everyone",
            "captains",
            "team:North",
            "roster:S1",
            "unconfirmed:S1",
            "roster:S2",
            "unconfirmed:S2",
            "nonvoters:P1",
            "at:",
            "ack:",
        ]
    );
    assert_eq!(offered(&world, "ana", "broadcast team:N").await, ["team:North"]);
    assert_eq!(
        offered(&world, "cleo", "broadcast ").await[6..9],
        ["team:North", "roster:S1", "unconfirmed:S1"]
    );
    assert_eq!(offered(&world, "ana", "broadcast show ").await, ["B1"]);
    assert_eq!(offered(&world, "ben", "broadcast ").await, ["ack"]);
}
