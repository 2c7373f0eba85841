//! Posting a series.

use crate::testing::World;

#[tokio::test]
async fn a_series_is_posted_with_its_first_dates() {
    let mut world = World::memory();
    world
        .plays(
            "
            ana> shift add Canvass sat 10am-1pm repeat:weekly needs:2
            x
            ana> shift show S2
            x
            ana> shift list
            x
            ana> shift add Doors every sat 10am-1pm
            x
            ana> shift edit S2 needs:5
            x
            ana> shift edit S2 needs:5 dates:one
            x
            ana> shift edit S1 needs:4 dates:all
            x
            ana> shift move S2 11am dates:later
            x
            ana> shift move S3 sun 11am dates:one
            x
            ana> shift move S2 fri 9am dates:all
            x
            ana> undo
            x
            ana> shift cancel S2 dates:one
            x
            ana> shift show S1
            x
            ana> undo
            x
            ana> shift cancel S3 dates:later
            x
            ana> undo
            x
            ana> shift cancel S2 dates:one on:jan 23
            x
            ana> shift cancel S2 dates:one on:jan 24
            x
            ",
        )
        .await;
}
