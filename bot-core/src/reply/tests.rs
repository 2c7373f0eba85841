//! Cards as people see them in plain text.

use insta::assert_snapshot;
use uuid::Uuid;

use super::plain::render;
use super::{Button, Card, Line, refusal};
use crate::catalogue::by_area;
use crate::error::{Hint, UserError};
use crate::ids::GroupId;
use crate::locale::{Language, Voice};
use crate::phrase;
use crate::testing::cards::{bar, time, voice};

const GROUP: GroupId = GroupId(Uuid::nil());

/// The rendered card, with the two marks that isolate text made visible.
fn with_marks_shown(card: &Card) -> String {
    render(card).replace('\u{2068}', "<FSI>").replace('\u{2069}', "<PDI>")
}

fn shift(voice: &Voice) -> Card {
    let people = ["Ana", "Ben", "Cleo", "Dev", "Eva"].map(|name| match name {
        "Ana" => Line::default().person(name).text(" (driver)"),
        name => Line::default().person(name),
    });
    Card::new()
        .heading(Line::default().command("S12").text(" · ").user("Canvass Ward 3"))
        .line(Line::joined(
            [
                time("Sat 5 Dec, 10:00–13:00 New York time").into(),
                Line::default().user("Main Library"),
            ],
            " · ",
        ))
        .line("Drivers 1 of 2 · Knockers 4 of 6 · 3 seats open")
        .line(Line::joined([Line::from("In:"), Line::joined(people, ", ")], " "))
        .actions(
            voice,
            [
                Button::new("Claim", GROUP, "shift claim S12"),
                Button::new("Can't make it", GROUP, "shift drop S12"),
                Button::new("Who's in", GROUP, "shift roster S12"),
            ],
            "shift claim S12",
        )
}

#[test]
fn a_shift() {
    assert_snapshot!(render(&shift(&voice(Language::English))), @r#"
    S12 · Canvass Ward 3
    Sat 5 Dec, 10:00–13:00 New York time · Main Library
    Drivers 1 of 2 · Knockers 4 of 6 · 3 seats open
    In: Ana (driver), Ben, Cleo, Dev, Eva
    Claim · Can't make it · Who's in      or type: shift claim S12
    "#);
}

#[test]
fn a_card_speaks_its_readers_language() {
    let card = render(&shift(&voice(Language::Spanish)));
    assert_snapshot!(card.lines().last().unwrap(), @"Claim · Can't make it · Who's in      o escribe: shift claim S12");
}

#[test]
fn a_poll() {
    let card = Card::new()
        .heading(Line::default().command("P4").text(" · ").user("Pizza or tacos?"))
        .aside(Line::from("open until ").push(time("Fri 18:00 New York time")))
        .bars([bar("Pizza", 8, 1), bar("Tacos", 5, 2)])
        .line("13 voted · everyone here can see who chose what")
        .actions(
            &voice(Language::English),
            [
                Button::new("Pizza", GROUP, "poll vote P4 1"),
                Button::new("Tacos", GROUP, "poll vote P4 2"),
            ],
            "poll vote P4 tacos",
        );
    assert_snapshot!(render(&card), @r#"
    P4 · Pizza or tacos?                  open until Fri 18:00 New York time
      Pizza  8  ████████
      Tacos  5  █████
    13 voted · everyone here can see who chose what
    Pizza · Tacos                         or type: poll vote P4 tacos
    "#);
}

#[test]
fn a_broadcast() {
    let card = Card::new()
        .heading(
            Line::default()
                .command("B6")
                .text(" · \"")
                .user("Rain tomorrow: meet inside")
                .text("\" · finished"),
        )
        .line(
            Line::from("Reached 18 of 20 · 1 has private messages closed (")
                .person("Eva")
                .text(") · 1 never pressed Start (")
                .person("Dev")
                .text(")"),
        )
        .actions(
            &voice(Language::English),
            [Button::new("Mention the 2 here", GROUP, "broadcast mention B6")],
            "broadcast mention B6",
        );
    assert_snapshot!(render(&card), @r#"
    B6 · "Rain tomorrow: meet inside" · finished
    Reached 18 of 20 · 1 has private messages closed (Eva) · 1 never pressed Start (Dev)
    Mention the 2 here                    or type: broadcast mention B6
    "#);
}

#[test]
fn a_list_stands_in_by_two_and_what_is_empty_takes_no_room() {
    let card = Card::new()
        .heading("Open shifts")
        .line(Line::default())
        .list([])
        .bars([])
        .list([Line::from("S1 · Sat"), Line::from("S2 · Sun")])
        .actions(&voice(Language::English), [None], "shift claim S1");
    assert_snapshot!(render(&card), @r#"
    Open shifts
      S1 · Sat
      S2 · Sun
    Type: shift claim S1
    "#);
}

#[test]
fn bars_line_up_whatever_their_labels_and_are_at_most_twenty_cells() {
    let card = Card::new().line("Where to eat?").bars([
        bar("🌮 tacos", 4000, 1),
        bar("寿司", 1999, 2),
        bar("A place that nobody can find without being shown the way", 1, 3),
        bar("שלום", 0, 4),
    ]);
    assert_snapshot!(with_marks_shown(&card), @r#"
    Where to eat?
      🌮 tacos                  4000  ████████████████████
      寿司                      1999  ██████████
      A place that nobody can…     1  █
      <FSI>שלום<PDI>                         0
    "#);
}

#[test]
fn nothing_typed_breaks_a_card() {
    let hostile = "\x1b[2J**Free**\nClaim · \u{202e}tixe\u{202c} <@everyone> \u{7}";
    let card = Card::new()
        .heading(Line::default().command("S1").text(" · ").user(hostile))
        .line(Line::from("In: ").person("אבי\u{2069}").text(", ").person("Ben"))
        .bars([bar("one\ntwo", 1, 1)])
        .actions(
            &voice(Language::English),
            [Button::new("one\ntwo", GROUP, "poll vote P1 1")],
            "poll vote P1 \"one\ntwo\"",
        );
    let text = render(&card);
    assert!(!text.contains('\x1b') && !text.contains('\u{202e}'));
    assert_snapshot!(with_marks_shown(&card), @r#"
    S1 · [2J**Free** Claim · tixe <@everyone>
    In: <FSI>אבי<PDI>, Ben
      one two  1  █
    one two                               or type: poll vote P1 "one two"
    "#);
}

#[test]
fn a_command_too_long_for_a_button_is_left_to_typing() {
    let long = format!("poll vote P4 {}", "x".repeat(40));
    assert_eq!(Button::new("x", GROUP, long), None);
}

#[test]
fn a_refusal_says_what_is_wrong_and_what_to_type_next() {
    let error = UserError::new(phrase!("member-unknown", name = user "Anna"))
        .type_next("group members")
        .hint(Hint::DidYouMean("Ana".to_owned()))
        .hint(Hint::Say(phrase!("forbidden-captains")));
    assert_snapshot!(render(&refusal::card(&error, &voice(Language::English))), @r#"
    I know no member called "Anna" here. I know people once they have written to me in one of the group's rooms. Did you mean: Ana
    Type: group members
    Captains and organizers can do this.
    "#);
    assert_snapshot!(render(&refusal::card(&error, &voice(Language::Spanish))), @r#"
    Aquí no conozco a nadie que se llame «Anna». Conozco a quien me ha escrito alguna vez en una sala del grupo. ¿Querías decir Ana?
    Escribe: group members
    Esto lo pueden hacer responsables y quienes organizan el grupo.
    "#);
}

#[test]
fn where_several_commands_were_meant_they_are_a_list() {
    let error = UserError::new(phrase!("team-unknown", name = user "nort"))
        .hint(Hint::DidYouMean("North".to_owned()))
        .hint(Hint::DidYouMean("Nord".to_owned()));
    let several = by_area("help").chain(by_area("help"));
    let error = several.map(Hint::Usage).fold(error, UserError::hint);
    assert_snapshot!(render(&refusal::card(&error, &voice(Language::English))), @r#"
    There is no team called "nort". Did you mean one of these?
      North
      Nord
      help [topic]
      help [topic]
    "#);
}
