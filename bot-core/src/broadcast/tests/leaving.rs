//! What becomes of broadcasts and copies when somebody goes.

use super::ward;

#[tokio::test]
async fn whoever_leaves_before_their_turn_is_not_written_to_and_what_they_scheduled_is_taken_back() {
    let mut world = ward().await;
    world.say("ana", "group role ben captain").await;
    world
        .plays(
            r#"
            ana> broadcast everyone Hello at:noon
            B1 · "Hello" · draft
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. Once you send it, it waits until Tue 1 Dec, 12:00 New York time.
            Send · Discard                        or type: broadcast send B1
            [@ben] ana made you a captain of "console".

            ana> broadcast send B1
            B1 · "Hello" · scheduled
            ana to everyone of console:
            Hello
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out Tue 1 Dec, 12:00 New York time.
            Take it back                          or type: broadcast stop B1

            ben> broadcast everyone Farewell at:1pm
            B2 · "Farewell" · draft
            ben to everyone of console:
            Farewell
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. Once you send it, it waits until Tue 1 Dec, 13:00 New York time.
            Send · Discard                        or type: broadcast send B2

            ben> broadcast send B2
            B2 · "Farewell" · scheduled
            ben to everyone of console:
            Farewell
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out Tue 1 Dec, 13:00 New York time.
            Take it back                          or type: broadcast stop B2

            ben> group leave
            You would leave "console". This cannot be undone; your next command in one of its rooms would enter you again, as a plain member.
            This ends with it:
              Will not be sent: B2.
            Leave                                 or type: group leave yes

            ben> group leave yes
            You left "console".
            This ended with it:
              Will not be sent: B2.

            ... 6h
            [@cleo] ana to everyone of console:
            Hello
            To pause messages like this: me pause
            [#main] B1 · "Hello" · finished
            Reached 1 of 2 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1

            ana> broadcast show B2
            B2 · "Farewell" · taken back
            Nobody got it.
            Type: broadcast list
            "#,
        )
        .await;
}

#[tokio::test]
async fn what_went_out_stays_the_groups_when_its_author_is_forgotten() {
    let mut world = ward().await;
    world.say("ana", "group role ben captain").await;
    world
        .plays(
            r#"
            ben> broadcast everyone Rain tomorrow
            B1 · "Rain tomorrow" · draft
            ben to everyone of console:
            Rain tomorrow
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1
            [@ben] ana made you a captain of "console".

            ben> broadcast send B1
            B1 · "Rain tomorrow" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B1
            [@ana] ben to everyone of console:
            Rain tomorrow
            To pause messages like this: me pause
            [@cleo] ben to everyone of console:
            Rain tomorrow
            To pause messages like this: me pause
            [#main] B1 · "Rain tomorrow" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1

            ben> broadcast everyone Never sent
            B2 · "Never sent" · draft
            ben to everyone of console:
            Never sent
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B2

            ana> broadcast everyone Also rain
            B3 · "Also rain" · draft
            ana to everyone of console:
            Also rain
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B3

            ana> broadcast send B3
            B3 · "Also rain" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B3
            [@ben] ana to everyone of console:
            Also rain
            To pause messages like this: me pause
            [@cleo] ana to everyone of console:
            Also rain
            To pause messages like this: me pause
            [#main] B3 · "Also rain" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B3

            @ben> me forget
            I would forget you, and it cannot be undone. Nothing has happened yet.
            Gone for good: your name and settings, your account, your memberships, what waits for you, and what I kept of what you typed.
            In "console":
              B2 is yours alone and goes.
              B1 stays, without your name, since others are part of it. What you don't want to leave behind, delete first.
            Shifts, teams and the group's name have no author here, so what they say stays.
            To take what is yours along first: me export
            Forget me                             or type: me forget confirm:yes

            @ben> me forget confirm:yes
            It is done: I know nothing of you any more. If you write to me again, we meet for the first time.

            ana> broadcast show B1
            B1 · "Rain tomorrow" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1

            ana> broadcast show B2
            There is no B2 in this group.
            Type: broadcast list

            ana> broadcast show B3
            B3 · "Also rain" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B3
            "#,
        )
        .await;
    let export = world.say("ana", "group export").await;
    assert!(!export.contains("ben") && !export.contains("Never sent"), "{export}");
    assert!(export.contains("\"text\": \"Rain tomorrow\""), "{export}");
}

#[tokio::test]
async fn a_copy_that_waits_goes_with_whoever_is_forgotten_and_the_report_still_comes() {
    let mut world = ward().await;
    world.private("ben", "me quiet 21:00-08:00").await;
    world
        .plays(
            r#"
            ... until 2026-12-01 22:00

            ana> broadcast everyone Rain tomorrow: meet inside
            B1 · "Rain tomorrow: meet inside" · draft
            ana to everyone of console:
            Rain tomorrow: meet inside
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Rain tomorrow: meet inside" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B1
            [@cleo] ana to everyone of console:
            Rain tomorrow: meet inside
            To pause messages like this: me pause

            @ben> me forget confirm:yes
            It is done: I know nothing of you any more. If you write to me again, we meet for the first time.

            ... 2h
            [#main] B1 · "Rain tomorrow: meet inside" · finished
            Reached 1 of 3 · 1 never pressed Start (dev) · 1 was not sent
            Mention that one person here          or type: broadcast mention B1
            "#,
        )
        .await;
}

#[tokio::test]
async fn everybody_is_shown_what_they_wrote_and_what_they_got() {
    let mut world = ward().await;
    world.say("ana", "broadcast everyone Hello there").await;
    world.say("ana", "broadcast send B1").await;
    world.post().await;
    let writer = world.private("ana", "me export").await;
    assert!(writer.contains("\"written_by_you\": true"), "{writer}");
    assert!(writer.contains("\"came_to\": \"delivered\""), "{writer}");
    let reader = world.private("ben", "me export").await;
    assert!(reader.contains("\"text\": \"Hello there\""), "{reader}");
    assert!(reader.contains("\"report\": null"), "{reader}");
    let unreached = world.private("dev", "me export").await;
    assert!(unreached.contains("\"refused\": \"never_started\""), "{unreached}");
}

#[tokio::test]
async fn two_accounts_that_are_one_person_have_one_copy() {
    let mut world = ward().await;
    world.say("ana", "broadcast everyone Hello ack:yes").await;
    world.say("ana", "broadcast send B1").await;
    world.post().await;
    world.private("dev", "broadcast ack B1").await;
    let code = world.private("ben", "me link").await;
    let code = code.lines().last().unwrap().trim_start_matches("Type: ").to_owned();
    world.private("dev", &format!("{code} yes")).await;
    world.private("ben", "me link confirm").await;
    let shown = world.say("ana", "broadcast show B1").await;
    assert!(
        shown.contains("Reached 2 of 2") && shown.contains("1 of 2 said"),
        "{shown}"
    );
}
