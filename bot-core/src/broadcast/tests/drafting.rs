//! What a draft is for, and who may write it.

use super::ward;

#[tokio::test]
async fn a_captain_of_a_team_writes_to_that_team_and_to_those_on_its_shifts() {
    let mut world = ward().await;
    for text in ["shift add Canvass sat 10am team:North", "shift add Phones sun 10am"] {
        world.say("ana", text).await;
    }
    world.say("ben", "shift claim S1").await;
    world.say("ben", "shift claim S2").await;
    world
        .plays(
            r#"
            cleo> broadcast everyone Hello
            Captains of the whole group and organizers can do this. As captain of a team, you write to that team, and to those on its shifts.
            Type: broadcast team:North <text>

            cleo> broadcast captains Hello
            Captains of the whole group and organizers can do this. As captain of a team, you write to that team, and to those on its shifts.
            Type: broadcast team:North <text>

            cleo> broadcast roster:S2 Hello
            Captains of the whole group and organizers can do this. As captain of a team, you write to that team, and to those on its shifts.
            Type: broadcast team:North <text>

            cleo> broadcast roster:S1 Bring boots
            B1 · "Bring boots" · draft
            cleo to those on S1 of console:
            Bring boots
            This goes to those on S1: 1 person besides its author. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            cleo> broadcast team:North Bring boots
            B2 · "Bring boots" · draft
            cleo to the team North of console:
            Bring boots
            This goes to the team North: 1 person besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B2

            cleo> broadcast send B2
            B2 · "Bring boots" · going out
            Reached 0 of 1 so far · 1 is on its way
            Stop                                  or type: broadcast stop B2
            [#main] B2 · "Bring boots" · finished
            Reached 0 of 1 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B2

            ben> broadcast team:North Hello
            Captains and organizers can do this.
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]

            ben> broadcast show B2
            Captains and organizers can do this.
            Usage: broadcast show B12

            ana> broadcast stop B1
            B1 is discarded. Nobody got it.

            ana> broadcast everyone Hello
            B3 · "Hello" · draft
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B3

            cleo> broadcast send B3
            B3 is ana's. Captains of the whole group and organizers see and run it, too.
            Type: broadcast list

            cleo> broadcast list
            The latest broadcasts
              B2 · "Bring boots" · finished · Reached 0 of 1
              B1 · "Bring boots" · taken back
            Type: broadcast show B2
            "#,
        )
        .await;
}

#[tokio::test]
async fn an_audience_that_is_not_there_is_refused() {
    let mut world = ward().await;
    world.say("ana", "team add Empty").await;
    world
        .plays(
            r#"
            ana> broadcast team:Nort Hello
            There is no team called "Nort". Did you mean: North

            ana> broadcast roster:S1 Hello
            There is no shift S1 here.
            Type: shift list

            ana> broadcast nonvoters:P1 Hello
            There is no P1 in this group.
            Type: poll list

            ana> broadcast team:Empty Hello
            There is nobody there to write to besides you.
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]

            ana> broadcast show B1
            There is no B1 in this group.
            Type: broadcast list

            ana> broadcast everyone Hello at:sat
            A broadcast goes out at one time: a day and a clock time, such as at:sat 9am.
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]
            For example: broadcast everyone call the printer

            ana> broadcast everyone Hello at:8am
            B1 · "Hello" · draft
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. Once you send it, it waits until Wed 2 Dec, 08:00 New York time.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast everyone Hello at:"every tue 18:30"
            A broadcast goes out at one time: a day and a clock time, such as at:sat 9am.
            Usage: broadcast <audience> <text> [at:<when>] [ack:<yes>]
            For example: broadcast everyone call the printer
            "#,
        )
        .await;
}

#[tokio::test]
async fn those_who_have_not_voted_are_asked_while_the_poll_is_open() {
    let mut world = ward().await;
    world.say("ana", "poll new Pizza or tacos? pizza, tacos").await;
    world.say("ben", "poll vote P1 tacos").await;
    world.say("ana", "poll new Red or blue? red, blue secret:yes").await;
    world.private("cleo", "poll vote P2 red").await;
    world
        .plays(
            r#"
            ana> broadcast nonvoters:P1 Two hours left
            B1 · "Two hours left" · draft
            ana to those who have not voted in P1 of console:
            Two hours left
            This goes to those who have not voted in P1: 2 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            cleo> poll vote P1 pizza
            Your vote: pizza. You can change it until Wed 2 Dec, 09:00 New York time.
            P1 so far: pizza 1 and tacos 1 · 2 voted
            pizza · tacos                         or type: poll vote P1 tacos

            ana> broadcast send B1
            B1 · "Two hours left" · going out
            Reached 0 of 2 so far · 2 are on their way
            Stop                                  or type: broadcast stop B1
            [#main] B1 · "Two hours left" · finished
            Reached 0 of 1 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1

            ana> broadcast nonvoters:P2 Two hours left
            B2 · "Two hours left" · draft
            ana to those who have not voted in P2 of console:
            Two hours left
            This goes to those who have not voted in P2: 2 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B2

            ana> broadcast send B2
            B2 · "Two hours left" · going out
            Reached 0 of 2 so far · 2 are on their way
            Stop                                  or type: broadcast stop B2
            [@ben] ana to those who have not voted in P2 of console:
            Two hours left
            To pause messages like this: me pause
            [#main] B2 · "Two hours left" · finished
            Reached 1 of 2 · 1 never pressed Start
            Type: broadcast list

            ana> broadcast mention B2
            B2 went to those who had not voted in a secret poll, so none of them is named.
            Type: broadcast show B2

            ana> poll close P1
            P1 · Pizza or tacos? · closed
            A tie: pizza and tacos have 1 each, of 2.
              pizza  1  █
              tacos  1  █
            2 voted · everyone here can see who chose what
            To open it again within ten minutes: undo

            ana> broadcast nonvoters:P1 Too late
            P1 is closed, so nobody can vote in it any more.
            Type: poll show P1
            "#,
        )
        .await;
}

#[tokio::test]
async fn a_text_too_long_is_refused_with_its_count() {
    let mut world = ward().await;
    let long = "x".repeat(1501);
    let refused = world.say("ana", &format!("broadcast everyone {long}")).await;
    assert!(
        refused.starts_with("The <text> has 1501 characters; it may have 1500."),
        "{refused}"
    );
    let longest = world.say("ana", &format!("broadcast everyone {}", &long[..1500])).await;
    assert!(longest.starts_with("B1 · "), "{longest}");
}

#[tokio::test]
async fn a_draft_that_nobody_confirms_ends_after_a_day() {
    let mut world = ward().await;
    world
        .plays(
            r#"
            ana> broadcast everyone Hello
            B1 · "Hello" · draft
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ... 1d

            ana> broadcast send B1
            B1 waited a day to be sent and has ended. Nobody got it.
            Type: broadcast <audience> <text>

            ana> broadcast stop B1
            B1 waited a day to be sent and has ended. Nobody got it.
            Type: broadcast list

            ana> broadcast show B1
            B1 · "Hello" · draft, ended
            Nobody got it.
            Type: broadcast list

            ana> broadcast everyone Line one
            B2 · "Line one" · draft
            ana to everyone of console:
            Line one
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B2

            ana> undo
            B2 is discarded. Nobody got it.

            ana> undo
            There is nothing of yours from the last ten minutes to take back here.
            Usage: undo
            "#,
        )
        .await;
}

#[tokio::test]
async fn lines_stay_lines() {
    let mut world = ward().await;
    let draft = world.say("ana", "broadcast everyone First\n\nThird").await;
    assert!(
        draft.contains("B1 · \"First…\" · draft\nana to everyone of console:\nFirst\n\nThird\nThis goes"),
        "{draft}"
    );
}

#[tokio::test]
async fn those_who_have_not_confirmed_are_asked_as_they_are_when_it_goes_out() {
    let mut world = ward().await;
    world.say("ana", "shift add Canvass fri 10am").await;
    for name in ["ben", "cleo", "dev"] {
        world.say(name, "shift claim S1").await;
    }
    world.say("ben", "shift confirm S1").await;
    world
        .plays(
            r#"
            ana> broadcast unconfirmed:S1 Do you come?
            B1 · "Do you come?" · draft
            ana to those who have not confirmed S1 of console:
            Do you come?
            This goes to those who have not confirmed S1: 2 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            cleo> shift confirm S1
            Thanks, you are confirmed for S1, Canvass.
            Fri 4 Dec, 10:00 New York time
            2 of 3 confirmed
            Can't make it · Who's in              or type: shift drop S1

            ana> broadcast send B1
            B1 · "Do you come?" · going out
            Reached 0 of 2 so far · 2 are on their way
            Stop                                  or type: broadcast stop B1
            [#main] B1 · "Do you come?" · finished
            Reached 0 of 1 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1

            ana> broadcast roster:S1 Bring boots
            B2 · "Bring boots" · draft
            ana to those on S1 of console:
            Bring boots
            This goes to those on S1: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B2

            ana> broadcast send B2
            B2 · "Bring boots" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B2
            [@ben] ana to those on S1 of console:
            Bring boots
            To pause messages like this: me pause
            [@cleo] ana to those on S1 of console:
            Bring boots
            To pause messages like this: me pause
            [#main] B2 · "Bring boots" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B2
            "#,
        )
        .await;
}
