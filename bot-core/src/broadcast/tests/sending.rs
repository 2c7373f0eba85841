//! From a draft to a report.

use super::{blocks, ward};

#[tokio::test]
async fn a_draft_is_shown_and_goes_out_only_when_it_is_sent() {
    let mut world = ward().await;
    blocks(&mut world, "cleo");
    world
        .plays(
            r#"
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
            [@ben] ana to everyone of console:
            Rain tomorrow: meet inside
            To pause messages like this: me pause
            [#main] B1 · "Rain tomorrow: meet inside" · finished
            Reached 1 of 3 · 1 has blocked me (cleo) · 1 never pressed Start (dev)
            Mention the 2 here                    or type: broadcast mention B1

            ana> broadcast show B1
            B1 · "Rain tomorrow: meet inside" · finished
            Reached 1 of 3 · 1 has blocked me (cleo) · 1 never pressed Start (dev)
            Mention the 2 here                    or type: broadcast mention B1

            ana> broadcast list
            The latest broadcasts
              B1 · "Rain tomorrow: meet inside" · finished · Reached 1 of 3
            Type: broadcast show B1

            ana> broadcast send B1
            B1 has been sent already.
            Type: broadcast show B1

            ana> undo
            B1 has gone out and cannot be taken back.
            Type: broadcast show B1

            ana> group audit
            (only ana sees this)
            console · the latest 7 entries of the audit log
              Tue 1 Dec, 09:00 New York time · ana sent B1.
              Tue 1 Dec, 09:00 New York time · ana made cleo a captain of a team.
              Tue 1 Dec, 09:00 New York time · dev entered the register.
              Tue 1 Dec, 09:00 New York time · cleo entered the register.
              Tue 1 Dec, 09:00 New York time · ben entered the register.
              Tue 1 Dec, 09:00 New York time · ana founded the group and is its organizer.
              Tue 1 Dec, 09:00 New York time · ana entered the register.
            "#,
        )
        .await;
}

#[tokio::test]
async fn a_scheduled_one_waits_for_its_time() {
    let mut world = ward().await;
    world
        .plays(
            r#"
            ana> broadcast everyone Doors open at:10:30am
            B1 · "Doors open" · draft
            ana to everyone of console:
            Doors open
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. Once you send it, it waits until Tue 1 Dec, 10:30 New York time.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Doors open" · scheduled
            ana to everyone of console:
            Doors open
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out Tue 1 Dec, 10:30 New York time.
            Take it back                          or type: broadcast stop B1

            ana> undo
            B1 is a draft again: nothing goes out until you send it.
            B1 · "Doors open" · draft
            ana to everyone of console:
            Doors open
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. Once you send it, it waits until Tue 1 Dec, 10:30 New York time.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Doors open" · scheduled
            ana to everyone of console:
            Doors open
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out Tue 1 Dec, 10:30 New York time.
            Take it back                          or type: broadcast stop B1

            ... 1h

            ... 1h
            [@ben] ana to everyone of console:
            Doors open
            To pause messages like this: me pause
            [@cleo] ana to everyone of console:
            Doors open
            To pause messages like this: me pause
            [#main] B1 · "Doors open" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1

            ana> undo
            There is nothing of yours from the last ten minutes to take back here.
            Usage: undo
            "#,
        )
        .await;
}

#[tokio::test]
async fn what_fell_due_while_the_bot_was_down_goes_late_and_says_so() {
    let mut world = ward().await;
    world
        .plays(
            r#"
            ana> broadcast team:north Meet at the hall at:noon
            B1 · "Meet at the hall" · draft
            ana to the team North of console:
            Meet at the hall
            This goes to the team North: 2 people besides its author. Out of reach in private for now: 1 never pressed Start. Once you send it, it waits until Tue 1 Dec, 12:00 New York time.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Meet at the hall" · scheduled
            ana to the team North of console:
            Meet at the hall
            This goes to the team North: 2 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out Tue 1 Dec, 12:00 New York time.
            Take it back                          or type: broadcast stop B1

            ... late 4h
            [@cleo] ana to the team North of console:
            Meet at the hall
            This comes late: it was due Tue 1 Dec, 12:00 New York time.
            To pause messages like this: me pause
            [#main] B1 · "Meet at the hall" · finished
            Reached 1 of 2 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1
            "#,
        )
        .await;
}

#[tokio::test]
async fn a_draft_that_was_confirmed_after_its_time_goes_at_once_and_is_not_late() {
    let mut world = ward().await;
    world
        .plays(
            r#"
            ana> broadcast captains Bring the keys at:noon
            B1 · "Bring the keys" · draft
            ana to the captains of console:
            Bring the keys
            This goes to the captains: 1 person besides its author. Once you send it, it waits until Tue 1 Dec, 12:00 New York time.
            Send · Discard                        or type: broadcast send B1

            ... 4h

            ana> broadcast show B1
            B1 · "Bring the keys" · draft
            ana to the captains of console:
            Bring the keys
            This goes to the captains: 1 person besides its author. It was to go out Tue 1 Dec, 12:00 New York time, which has passed; it goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Bring the keys" · going out
            Reached 0 of 1 so far · 1 is on its way
            Stop                                  or type: broadcast stop B1
            [@cleo] ana to the captains of console:
            Bring the keys
            To pause messages like this: me pause
            [#main] B1 · "Bring the keys" · finished
            Reached 1 of 1
            Type: broadcast list
            "#,
        )
        .await;
}

#[tokio::test]
async fn a_copy_speaks_the_readers_language_and_the_text_stays_as_it_was_written() {
    let mut world = ward().await;
    world.private("ben", "me language es").await;
    world
        .plays(
            r#"
            ana> broadcast everyone **Bring** <b>water</b> @everyone ack:yes
            B1 · "**Bring** <b>water</b> @everyone" · draft
            ana to everyone of console:
            **Bring** <b>water</b> @everyone
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it. Everyone is asked to say "Got it".
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "**Bring** <b>water</b> @everyone" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B1
            [@ben] ana, a todo el grupo (console):
            **Bring** <b>water</b> @everyone
            Enterado                              o escribe: broadcast ack B1
            [@cleo] ana to everyone of console:
            **Bring** <b>water</b> @everyone
            Got it                                or type: broadcast ack B1
            [#main] B1 · "**Bring** <b>water</b> @everyone" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            0 of 2 said "Got it".
            Mention that one person here          or type: broadcast mention B1

            @ben> broadcast ack B1
            Anotado. ana ve cuántas personas lo han dicho.

            @ben> broadcast show B1
            Esto lo pueden hacer responsables y quienes organizan el grupo.
            Uso: broadcast show B12
            "#,
        )
        .await;
}

#[tokio::test]
async fn quiet_hours_hold_a_copy_until_morning_and_the_report_with_it() {
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

            ana> broadcast show B1
            B1 · "Rain tomorrow: meet inside" · going out
            Reached 1 of 3 so far · 1 waits until quiet hours are over · 1 never pressed Start (dev)
            Stop                                  or type: broadcast stop B1

            ... until 2026-12-02 07:59

            ... until 2026-12-02 08:00
            [@ben] ana to everyone of console:
            Rain tomorrow: meet inside
            To pause messages like this: me pause
            I kept this until your quiet hours were over.
            [#main] B1 · "Rain tomorrow: meet inside" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B1
            "#,
        )
        .await;
}

#[tokio::test]
async fn the_report_of_what_was_written_in_private_is_told_in_private() {
    let mut world = ward().await;
    world
        .plays(
            r#"
            @ana> broadcast captains Bring the keys
            B1 · "Bring the keys" · draft
            ana to the captains of console:
            Bring the keys
            This goes to the captains: 1 person besides its author. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            @ana> broadcast send B1
            B1 · "Bring the keys" · going out
            Reached 0 of 1 so far · 1 is on its way
            Stop                                  or type: broadcast stop B1
            [@cleo] ana to the captains of console:
            Bring the keys
            To pause messages like this: me pause
            [@ana] B1 · "Bring the keys" · finished
            Reached 1 of 1
            Type: broadcast list

            @ana> broadcast list
            The latest broadcasts
              B1 · "Bring the keys" · finished · Reached 1 of 1
            Type: broadcast show B1
            "#,
        )
        .await;
}

#[tokio::test]
async fn whoever_paused_messages_is_not_written_to_and_counted() {
    let mut world = ward().await;
    world.private("ben", "me pause").await;
    world
        .plays(
            r#"
            ana> broadcast everyone Rain tomorrow: meet inside
            B1 · "Rain tomorrow: meet inside" · draft
            ana to everyone of console:
            Rain tomorrow: meet inside
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start and 1 paused messages. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Rain tomorrow: meet inside" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B1
            [@cleo] ana to everyone of console:
            Rain tomorrow: meet inside
            To pause messages like this: me pause
            [#main] B1 · "Rain tomorrow: meet inside" · finished
            Reached 1 of 3 · 1 never pressed Start (dev) · 1 paused messages
            Mention that one person here          or type: broadcast mention B1

            @ben> me pause off
            Your pause is over. If anything waited for you, it comes now.

            ana> broadcast mention B1
            dev: ana to everyone of console:
            Rain tomorrow: meet inside
            I could not write to you in private. Write to me there once, and the next one comes to you.
            "#,
        )
        .await;
}
