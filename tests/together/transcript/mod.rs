//! `tests/scenarios/three-rooms-one-group.txt`: what people do in three rooms, as they do it on their platform, and what each of
//! them sees of it.
//!
//! ```text
//! # a comment
//! :clock 2026-11-30 09:00
//! Cleo on Telegram> /shift claim S1
//! ↩ You are in S1, Canvass.
//! [Cleo on Telegram, in private]
//!   …
//! :cards
//! ```
//!
//! A line `NAME on PLATFORM> text` is typed in the group's room there, and with `, in private` before the `>` in that person's
//! private chat; what stands in brackets is a deed. `:clock` moves the clock, through every hour at which something happens;
//! `:cards` shows what the cards say now that changed since they were shown. All other lines are what is seen: in the place
//! where the act is, or in the one that is named above. The codes of links all stand as `7ZQ4-…`; typed, that is the last one.
//!
//! - [`act`]: what is done; [`stage`]: where it is done

mod act;
mod stage;

use std::fs;
use std::path::Path;

use muster_test_servers::scenario;

use crate::play::replayed;
use act::Act;
use stage::Stage;

/// The story as it is when it is played.
fn played(story: &str) -> String {
    let mut acts = story.lines().filter_map(|line| Some((line, Act::read(line)?)));
    let (begins, _) = acts.next().expect("something happens");
    let mut stage = Stage::new(scenario::beginning(begins));
    let page = replayed(story, |line| Some(stage.plays(&Act::read(line)?)));
    stage.ends_well();
    page
}

#[test]
fn three_rooms_one_group() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios/three-rooms-one-group.txt");
    let story = fs::read_to_string(&file).unwrap();
    scenario::holds(&file, "together", &played(&story));
}
