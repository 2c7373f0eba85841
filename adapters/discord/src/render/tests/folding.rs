//! Cards that are longer than a message.

use insta::assert_snapshot;
use muster_core::reply::cut::units;
use muster_core::reply::{Card, Line};

use super::super::DESCRIPTION_CHARS;
use super::{bar, button, english, voice};

fn roster(people: usize) -> Card {
    let names = (1..=people).map(|number| Line::default().person(format!("Member_{number}")).text(" · confirmed"));
    Card::new()
        .heading(Line::default().command("S12").text(" · ").user("Canvass Ward 3"))
        .list(names)
        .actions(&voice(), [button("Claim", "shift claim S12")], "shift claim S12")
}

#[test]
fn a_long_roster_says_how_many_more_there_are_and_what_to_type() {
    let message = english(&roster(1_000));
    let description = &message.embeds[0].description;
    assert!(units(description) <= DESCRIPTION_CHARS);
    let last: Vec<&str> = description.lines().rev().take(3).collect();
    assert_snapshot!(last.into_iter().rev().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_long_line_of_names_ends_behind_a_name() {
    let line = (1..=800).fold(Line::from("In: "), |line, number| {
        line.person(format!("Member {number}")).text(", ")
    });
    let message = english(&Card::new().line(line));
    let description = &message.embeds[0].description;
    assert!(units(description) <= DESCRIPTION_CHARS);
    assert_snapshot!(
        description
            .chars()
            .rev()
            .take(60)
            .collect::<Vec<_>>()
            .into_iter()
            .rev()
            .collect::<String>()
    );
}

#[test]
fn bars_keep_their_block() {
    let bars = (1..=400).map(|number| bar(&format!("Option {number}"), number, number));
    let message = english(
        &Card::new()
            .heading("P1")
            .bars(bars)
            .actions(&voice(), [], "poll vote P1 1"),
    );
    let description = &message.embeds[0].description;
    assert!(units(description) <= DESCRIPTION_CHARS);
    assert!(description.starts_with("```\n") && description.contains("\n```\n"));
    assert!(description.ends_with("`/poll vote P1 1`"));
}
