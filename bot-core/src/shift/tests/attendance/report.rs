//! How a shift went.

use crate::shift::tests::{all_say, ward_with};

#[tokio::test]
async fn those_who_run_a_shift_tell_how_it_went() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    all_say(&mut world, &["Ben"], "shift claim S1").await;
    world
        .plays(
            "
            Ana> shift report S1 doors:40
            S1 begins Sat 5 Dec, 10:00 New York time. How it went can be told from then on.
            Usage: shift report S12 [conversations:<number>] [doors:<number>] [note:<text>]

            ... until 2026-12-05 13:20
            [#main] Ben: S1 · Canvass is in 1 day: Sat 5 Dec, 10:00–13:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1
            [#main] Ben: S1 · Canvass is in 2 h: Sat 5 Dec, 10:00–13:00 New York time
            Can you make it?
            Confirm · Can't make it · Find cover  or type: shift confirm S1

            Ben> shift report S1 doors:40
            Captains and organizers can do this.
            Usage: shift report S12 [conversations:<number>] [doors:<number>] [note:<text>]

            Ana> shift report S1
            Say how S1 went: how many conversations, at how many doors, or a note.
            Type: shift report S1 conversations:12 doors:40 note:\"Two more next time\"

            Ana> shift report S1 doors:40 note:\"Two more next time\"
            How S1 went is written down, for everybody who sees its card.
            S1 · Canvass · over
            Sat 5 Dec, 10:00–13:00 New York time
            1 in
            In: Ben
            40 doors
            How it went: Two more next time

            Ana> shift report S1 conversations:12 note:none
            How S1 went is written down, for everybody who sees its card.
            S1 · Canvass · over
            Sat 5 Dec, 10:00–13:00 New York time
            1 in
            In: Ben
            12 conversations · 40 doors

            Ana> undo
            What you did on S1 is taken back.
            S1 · Canvass · over
            Sat 5 Dec, 10:00–13:00 New York time
            1 in
            In: Ben
            40 doors
            How it went: Two more next time

            Cleo> shift show S1
            S1 · Canvass · over
            Sat 5 Dec, 10:00–13:00 New York time
            1 in
            In: Ben
            40 doors
            How it went: Two more next time
            ",
        )
        .await;
}
