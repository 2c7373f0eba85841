//! Each kind of card.

use insta::assert_snapshot;
use muster_core::error::{Hint, UserError};
use muster_core::locale::Language;
use muster_core::phrase;
use muster_core::reply::{Button, Card, Line, refusal};

use super::super::toast;
use super::{bar, english, group, time, voice};

fn shift(language: Language) -> Card {
    let people = ["Ana", "Ben", "Cleo"].map(|name| Line::default().person(name));
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
            &voice(language),
            [
                Button::new("Claim", group(), "shift claim S12"),
                Button::new("Can't make it", group(), "shift drop S12"),
                Button::new("Who's in", group(), "shift roster S12"),
            ],
            "shift claim S12",
        )
}

#[test]
fn a_shift() {
    assert_snapshot!(english(&shift(Language::English)), @r#"
    **S12 · Canvass Ward 3**
    [Sat 5 Dec, 10:00–13:00 New York time|1796482800] · Main Library
    Drivers 1 of 2 · Knockers 4 of 6 · 3 seats open
    In: Ana, Ben, Cleo
    or type: `/shift claim S12`
    [Claim](shift claim S12) [Can't make it](shift drop S12) [Who's in](shift roster S12)
    "#);
}

#[test]
fn a_card_speaks_its_readers_language() {
    let text = english(&shift(Language::Spanish));
    assert_snapshot!(text.lines().nth(4).unwrap(), @"o escribe: `/shift claim S12`");
}

#[test]
fn a_poll() {
    let card = Card::new()
        .heading(Line::default().command("P4").text(" · ").user("Pizza or tacos?"))
        .aside(Line::from("open until ").push(time("Fri 18:00 New York time")))
        .bars([bar("Pizza", 8, 1), bar("Tacos", 5, 2), bar("寿司", 0, 3)])
        .line("13 voted · everyone here can see who chose what")
        .actions(
            &voice(Language::English),
            [
                Button::new("Pizza", group(), "poll vote P4 #1"),
                Button::new("Tacos", group(), "poll vote P4 #2"),
                Button::new("寿司", group(), "poll vote P4 #3"),
            ],
            "poll vote P4 tacos",
        );
    assert_snapshot!(english(&card), @r#"
    **P4 · Pizza or tacos?**
    open until [Fri 18:00 New York time|1796482800]
    ```Pizza  8 ████████
    Tacos  5 █████
    寿司   0```
    13 voted · everyone here can see who chose what
    or type: `/poll vote P4 tacos`
    [Pizza](poll vote P4 #1) [Tacos](poll vote P4 #2) [寿司](poll vote P4 #3)
    "#);
}

#[test]
fn a_label_too_wide_for_a_phone_stands_above_its_bar() {
    let card = Card::new().line("Where to eat?").bars([
        bar("🌮 tacos", 4000, 1),
        bar("A place that nobody can find without being shown the way", 1999, 2),
        bar("@ana's", 1, 3),
        bar("שלום", 0, 4),
    ]);
    assert_snapshot!(english(&card), @r#"
    Where to eat?
    ```🌮 tacos
      4000 ██████████
    A place that nobody can find without being shown the way
      1999 █████
    @ana's
         1 █
    <FSI>שלום<PDI>
         0```
    "#);
}

#[test]
fn what_stands_beside_a_short_title_is_on_its_line() {
    let card = Card::new()
        .heading("Day")
        .aside(Line::from("until ").push(time("Fri 18:00")));
    assert_snapshot!(english(&card), @"**Day** · until [Fri 18:00|1796482800]");
}

#[test]
fn a_list() {
    let items = ["shift", "help shift claim"].map(|command| Line::default().command(command).text(" · what it is"));
    let card = Card::new()
        .heading("What I can do here")
        .list(items)
        .list([Line::default().command("S1").text(" · Sat")])
        .actions(&voice(Language::English), [], "help shift");
    assert_snapshot!(english(&card), @r#"
    **What I can do here**
    • `/shift` · what it is
    • `/help shift claim` · what it is
    • S1 · Sat
    Type: `/help shift`
    "#);
}

#[test]
fn a_refusal() {
    let error = UserError::new(phrase!("member-unknown", name = user "@anna"))
        .type_next("group members")
        .hint(Hint::DidYouMean("Ana".to_owned()));
    assert_snapshot!(english(&refusal::card(&error, &voice(Language::English))), @r#"
    I know no member called "`@anna`" here. I know people once they have written to me in one of the group's rooms. Did you mean: Ana
    Type: `/group members`
    "#);
}

#[test]
fn what_is_done_is_shown_above_the_line_that_says_what_to_type() {
    let card = Card::new()
        .actions(
            &voice(Language::English),
            [Button::new("Undo", group(), "undo")],
            "undo",
        )
        .line("Done.");
    assert_snapshot!(english(&card), @r#"
    Done.
    or type: `/undo`
    [Undo](undo)
    "#);
}

#[test]
fn nothing_typed_is_markup_or_triggers_anything() {
    let card = Card::new()
        .heading(
            Line::default()
                .command("S1")
                .text(" · ")
                .user("**Free** <b>@ana_1</b> /start@bot now"),
        )
        .line(
            Line::from("In: ")
                .person("@ben")
                .text(", ")
                .person("אבי\u{2069}")
                .text(", @")
                .person("cleo"),
        )
        .line(Line::default().user("mail ana@example.org, 10/12, and/or, https://example.org/a?b=1 (@x) /stop."))
        .line(Line::from("until ").push(time("Fri @noon")))
        .actions(
            &voice(Language::English),
            [Button::new("@all\none", group(), "poll vote P1 #1")],
            "poll vote P1 \"@all\u{202e}\none\" שלום",
        );
    assert_snapshot!(english(&card), @r#"
    **S1 · **Free** <b>**`@ana_1`**<**`/b`**>** `/start@bot` **now**
    In: `@ben`, <FSI>אבי<PDI>, `@cleo`
    mail ana@example.org, 10/12, and/or, https://example.org/a?b=1 (`@x`) `/stop`.
    until Fri `@noon`
    or type: <FSI>`/poll vote P1 "@all one" שלום`<PDI>
    [@all one](poll vote P1 #1)
    "#);
}

#[test]
fn a_short_answer_is_a_notice() {
    let card = Card::new()
        .heading(Line::default().command("S12").text(" · ").user("Canvass"))
        .line(Line::from("You are in. To leave: ").command("shift drop S12"))
        .actions(&voice(Language::English), [], "shift drop S12");
    assert_snapshot!(toast(&card).unwrap(), @r#"
    S12 · Canvass
    You are in. To leave: /shift drop S12
    "#);
}

#[test]
fn a_long_answer_or_one_with_a_file_is_no_notice() {
    assert!(toast(&Card::new().line("x".repeat(200))).is_some());
    assert_eq!(toast(&Card::new().line("x".repeat(201))), None);
    assert_eq!(toast(&Card::new().line("😀".repeat(101))), None);
    assert_eq!(toast(&Card::new().line("Here it is.").json("a.json", "{}")), None);
    assert_eq!(toast(&Card::new().actions(&voice(Language::English), [], "undo")), None);
}
