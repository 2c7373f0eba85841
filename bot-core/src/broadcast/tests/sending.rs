//! From a draft to a report.

use super::{blocks, ward};

#[tokio::test]
async fn a_draft_is_shown_and_goes_out_only_when_it_is_sent() {
    let mut world = ward().await;
    blocks(&mut world, "cleo");
    world
        .plays(
            "
            ana> broadcast everyone Rain tomorrow: meet inside
            x

            ana> broadcast send B1
            x

            ana> broadcast show B1
            x

            ana> broadcast list
            x

            ana> broadcast send B1
            x

            ana> undo
            x

            ana> group audit
            x
            ",
        )
        .await;
}

#[tokio::test]
async fn a_scheduled_one_waits_for_its_time_and_can_be_taken_back() {
    let mut world = ward().await;
    world
        .plays(
            "
            ana> broadcast everyone Doors open at:10:30am ack:yes
            x

            ana> broadcast send B1
            x

            ana> undo
            x

            ana> broadcast send B1
            x

            ... 2h
            x

            @ben> broadcast ack B1
            x

            @ben> broadcast ack B1
            x

            dev> broadcast ack B1
            x

            ana> broadcast mention B1
            x

            dev> broadcast ack B1
            x

            ana> broadcast mention B1
            x

            ana> broadcast everyone Late at:noon
            x

            ana> broadcast send B2
            x

            ... late 2h
            x
            ",
        )
        .await;
}
