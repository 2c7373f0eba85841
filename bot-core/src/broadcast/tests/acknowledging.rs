//! *Got it*.

use super::ward;

#[tokio::test]
async fn whoever_got_it_says_so_once() {
    let mut world = ward().await;
    world
        .plays(
            r#"
            ana> broadcast everyone Doors open at noon ack:yes
            B1 · "Doors open at noon" · draft
            ana to everyone of console:
            Doors open at noon
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it. Everyone is asked to say "Got it".
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Doors open at noon" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B1
            [@ben] ana to everyone of console:
            Doors open at noon
            Got it                                or type: broadcast ack B1
            [@cleo] ana to everyone of console:
            Doors open at noon
            Got it                                or type: broadcast ack B1
            [#main] B1 · "Doors open at noon" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            0 of 2 said "Got it".
            Mention that one person here          or type: broadcast mention B1

            @ben> broadcast ack B1
            Noted. ana sees how many said it.

            @ben> broadcast ack B1
            You had said it already. B1 is noted.

            ana> broadcast ack B1
            (only ana sees this)
            B1 was not for you, so there is nothing to say "Got it" to.
            Usage: broadcast ack B12

            ana> broadcast show B1
            B1 · "Doors open at noon" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            1 of 2 said "Got it".
            Mention that one person here          or type: broadcast mention B1

            ana> broadcast everyone Thanks
            B2 · "Thanks" · draft
            ana to everyone of console:
            Thanks
            This goes to everyone: 3 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B2

            ana> broadcast send B2
            B2 · "Thanks" · going out
            Reached 0 of 3 so far · 3 are on their way
            Stop                                  or type: broadcast stop B2
            [@ben] ana to everyone of console:
            Thanks
            To pause messages like this: me pause
            [@cleo] ana to everyone of console:
            Thanks
            To pause messages like this: me pause
            [#main] B2 · "Thanks" · finished
            Reached 2 of 3 · 1 never pressed Start (dev)
            Mention that one person here          or type: broadcast mention B2

            ben> broadcast ack B2
            (only ben sees this)
            B2 asks for no "Got it".
            Usage: broadcast ack B12

            ben> broadcast ack B9
            (only ben sees this)
            There is no B9 in this group.
            Usage: broadcast ack B12
            "#,
        )
        .await;
}
