//! Cards that are longer than a message.

use insta::assert_snapshot;
use muster_core::locale::Language;
use muster_core::reply::cut::units;
use muster_core::reply::{Button, Card, Line};

use super::super::{CAPTION_UNITS, EntityKind, TEXT_UNITS, caption, message};
use super::{bar, english, group, shown, time, voice};

fn roster(people: usize) -> Card {
    let names = (1..=people).map(|number| Line::default().person(format!("Member {number}")).text(" · confirmed"));
    Card::new()
        .heading(Line::default().command("S12").text(" · ").user("Canvass Ward 3"))
        .line(time("Sat 5 Dec, 10:00").into_line())
        .list(names)
        .actions(
            &voice(Language::English),
            [Button::new("Claim", group(), "shift claim S12")],
            "shift claim S12",
        )
}

trait IntoLine {
    fn into_line(self) -> Line;
}

impl IntoLine for muster_core::reply::Span {
    fn into_line(self) -> Line {
        self.into()
    }
}

/// The first lines and the last ones.
fn ends(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let (first, last) = (&lines[..4], &lines[lines.len() - 4..]);
    format!("{}\n(…)\n{}", first.join("\n"), last.join("\n"))
}

#[test]
fn a_roster_of_five_hundred_says_how_many_more() {
    let long = message(&roster(500), Language::English);
    assert!(
        (TEXT_UNITS - 30..=TEXT_UNITS).contains(&units(&long.text)),
        "{}",
        units(&long.text)
    );
    assert_snapshot!(ends(&shown(&long)), @r#"
    **S12 · Canvass Ward 3**
    [Sat 5 Dec, 10:00|1796482800]
    • Member 1 · confirmed
    • Member 2 · confirmed
    (…)
    • Member 165 · confirmed
    … and 335 more
    or type: `/shift claim S12`
    [Claim](shift claim S12)
    "#);
    let below_a_file = caption(&roster(500), Language::Spanish);
    assert!((CAPTION_UNITS - 30..=CAPTION_UNITS).contains(&units(&below_a_file.text)));
    assert_snapshot!(ends(&shown(&below_a_file)), @r#"
    **S12 · Canvass Ward 3**
    [Sat 5 Dec, 10:00|1796482800]
    • Member 1 · confirmed
    • Member 2 · confirmed
    (…)
    • Member 39 · confirmed
    … y 461 más
    or type: `/shift claim S12`
    [Claim](shift claim S12)
    "#);
}

#[test]
fn what_fits_is_shown_whole() {
    let short = english(&roster(100));
    assert!(!short.contains('…'), "{short}");
    assert!(short.contains("• Member 100 · confirmed\n"));
}

#[test]
fn a_line_of_names_ends_behind_a_name() {
    let names = (1..=500).map(|number| Line::default().person(format!("Member {number}")));
    let card = Card::new()
        .heading("Who")
        .line(Line::joined([Line::from("In:"), Line::joined(names, ", ")], " "))
        .actions(&voice(Language::English), [], "shift claim S12");
    let text = english(&card);
    let (_, end) = text.rsplit_once(", ").unwrap();
    assert_snapshot!(end, @r#"
    Member 346 … and 154 more
    Type: `/shift claim S12`
    "#);
}

#[test]
fn a_long_line_is_cut_and_the_title_and_what_can_be_done_stay() {
    let card = Card::new()
        .heading(Line::from("Note on ").user("a".repeat(3000)))
        .line(Line::default().user("👩‍👩‍👧".repeat(800)))
        .line(Line::default().user("ש".repeat(3000)))
        .actions(&voice(Language::English), [], "shift claim S12");
    let long = message(&card, Language::English);
    assert!(units(&long.text) <= TEXT_UNITS);
    let lines: Vec<&str> = long.text.lines().collect();
    assert!(lines[0].starts_with("Note on aaa") && lines[0].ends_with("a…"));
    assert!(lines[1].ends_with("👩‍👩‍👧…"), "a family is not torn");
    assert!(lines[2].ends_with("ש\u{2069}…"), "what is isolated is closed");
    assert_eq!(lines[3], "Type: /shift claim S12");
}

#[test]
fn an_instant_or_a_command_is_shown_whole_or_not_at_all() {
    for padding in 3900..4100 {
        let card = Card::new().line(
            Line::from("x".repeat(padding))
                .push(time("Sat 5 Dec, 10:00"))
                .text(" ")
                .command("shift claim S12")
                .text(&*"y".repeat(300)),
        );
        let long = message(&card, Language::English);
        for entity in &long.entities {
            let text: Vec<u16> = long.text.encode_utf16().collect();
            let covered = String::from_utf16(&text[entity.offset..entity.offset + entity.length]).unwrap();
            let whole = match entity.kind {
                EntityKind::DateTime => "Sat 5 Dec, 10:00",
                _ => "/shift claim S12",
            };
            assert_eq!(covered, whole);
        }
        assert!(!long.text.contains("Sat 5 Dec") || long.text.contains("Sat 5 Dec, 10:00"));
        assert!(!long.text.contains('/') || long.text.contains("/shift claim S12"));
    }
}

#[test]
fn of_too_many_lines_the_last_go() {
    let lines = (0..900).fold(Card::new().heading("Log"), |card, number| {
        card.line(format!(
            "{number} is a line of some length that is cut at a point which nobody cares for"
        ))
    });
    let long = message(&lines.actions(&voice(Language::English), [], "undo"), Language::English);
    assert!(units(&long.text) <= TEXT_UNITS);
    assert!(long.text.ends_with("…\n…\nType: /undo"), "{}", long.text);
}

#[test]
fn of_too_many_bars_the_last_go() {
    let bars = (1..=400).map(|number| bar(&format!("Option {number}"), 2, number));
    let card = Card::new()
        .heading("P4")
        .bars(bars)
        .actions(&voice(Language::English), [], "poll vote P4 1");
    let text = english(&card);
    assert_snapshot!(ends(&text), @r#"
    **P4**
    ```Option 1    2 ██
    Option 2    2 ██
    Option 3    2 ██
    (…)
    Option 237  2 ██
    Option 238  2 ██```
    … and 162 more
    Type: `/poll vote P4 1`
    "#);
}

#[test]
fn where_a_hundred_entities_are_not_enough_the_names_stay_covered() {
    let items = (0..120).map(|number| {
        Line::default()
            .person(format!("@name{number}"))
            .text(" ")
            .push(time("now"))
    });
    let card = Card::new()
        .heading("Who")
        .list(items)
        .line(Line::from("and ").person("@other"));
    let crowded = message(&card, Language::English);
    assert_snapshot!(ends(&shown(&crowded)), @r#"
    **Who**
    ```• @name0 now
    • @name1 now
    • @name2 now
    (…)
    • @name117 now
    • @name118 now
    • @name119 now```
    and `@other`
    "#);
}

#[test]
fn instants_are_the_first_to_lose_their_mark() {
    let items = (0..70).map(|number| {
        Line::default()
            .person(format!("@name{number}"))
            .text(" ")
            .push(time("now"))
    });
    let card = Card::new().heading("Who").list(items);
    let crowded = message(&card, Language::English);
    let count = |kind| crowded.entities.iter().filter(|entity| entity.kind == kind).count();
    assert_eq!(count(EntityKind::Code), 70);
    assert_eq!(count(EntityKind::Bold), 1);
    assert_eq!(count(EntityKind::DateTime), 29);
}
