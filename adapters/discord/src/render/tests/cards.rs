//! The cards of product.md, and what else a card can hold.

use insta::assert_snapshot;
use muster_core::reply::{Block, Card, Line, Span, ZoneWords};
use muster_core::surface::Platform;

use super::{bar, button, english, shown, voice};

fn time() -> Span {
    Span::Time {
        at: "2026-12-05T15:00:00Z".parse().unwrap(),
        words: "Sat 5 Dec, 10:00–13:00 New York time".to_owned(),
        zone: ZoneWords::default(),
    }
}

fn mention(name: &str, account: &str) -> Span {
    Span::Mention {
        name: name.to_owned(),
        accounts: vec![
            (Platform::Telegram, "9".to_owned()),
            (Platform::Discord, account.to_owned()),
        ],
    }
}

#[test]
fn a_shift() {
    let names = ["Ana", "Ben_2", "Cleo"].map(|name| Line::default().person(name));
    let card = Card::new()
        .heading(Line::default().command("S12").text(" · ").user("Canvass *Ward* 3"))
        .line(Line::from(time()).text(" · ").user("Main Library"))
        .line("Drivers 1 of 2 · Knockers 4 of 6 · 3 seats open")
        .line(
            Line::from("In: ")
                .text("")
                .push(Span::Text(String::new()))
                .text("")
                .user("")
                .person("Ana")
                .text(", ")
                .person("Ben_2"),
        )
        .list(names)
        .actions(
            &voice(),
            [
                button("Claim", "shift claim S12"),
                button("Who's in", "shift roster S12"),
            ],
            "shift claim S12",
        );
    assert_snapshot!(shown(&english(&card)));
    assert_snapshot!(
        "a shift as the API takes it",
        serde_json::to_string_pretty(&english(&card).body()).unwrap()
    );
}

#[test]
fn a_poll() {
    let card = Card::new()
        .heading(Line::default().command("P4").text(" · ").user("Pizza or tacos?"))
        .aside("open until Fri 18:00")
        .bars([bar("Pizza", 8, 1), bar("Tacos ```", 5, 2), bar("", 0, 3)])
        .line("13 voted · everyone here can see who chose what")
        .actions(&voice(), [button("Pizza", "poll vote P4 #1")], "poll vote P4 tacos");
    assert_snapshot!(shown(&english(&card)));
}

#[test]
fn a_mention_stands_above_the_card_and_once() {
    let line = Line::from(mention("Ana", "11"))
        .text(" and ")
        .push(mention("Ben", "12"))
        .text(", ")
        .push(mention("Ana", "11"));
    let elsewhere = Span::Mention {
        name: "Cleo".to_owned(),
        accounts: vec![
            (Platform::Matrix, "@cleo:x".to_owned()),
            (Platform::Discord, "@everyone".to_owned()),
        ],
    };
    let card = Card::new().line(line).line(Line::from(elsewhere));
    assert_snapshot!(shown(&english(&card)));
}

#[test]
fn commands_go_by_the_words_that_they_have_here() {
    let line = [
        "me",
        "me timezone Madrid",
        "broadcast everyone \"Rain\"",
        "shift",
        "S12",
        "group",
    ]
    .into_iter()
    .fold(Line::default(), |line, command| line.command(command).text(" | "));
    assert_snapshot!(english(&Card::new().line(line)).embeds[0].description);
}

#[test]
fn a_file_goes_beside_the_card() {
    let card = Card::new()
        .line("All that I keep of you.")
        .json("muster-ana.json", "{}");
    let message = english(&card);
    assert_snapshot!(shown(&message));
    assert_eq!(
        message.body()["attachments"],
        serde_json::json!([{"id": "0", "filename": "muster-ana.json"}])
    );
    let alone = english(&Card::new().json("muster-ana.json", "{}"));
    assert!(alone.embeds.is_empty() && alone.documents.len() == 1);
}

#[test]
fn what_is_no_instant_of_discords_is_told_in_words() {
    let ancient = Span::Time {
        at: "-0044-03-15T12:00:00Z".parse().unwrap(),
        words: "long ago".to_owned(),
        zone: ZoneWords::default(),
    };
    let card = Card::new()
        .line(Line::from(ancient))
        .block(Block::Heading(Line::from("A second title")));
    assert_eq!(english(&card).embeds[0].description, "long ago\n**A second title**");
}

#[test]
fn a_card_of_nothing_is_still_a_message() {
    assert_eq!(english(&Card::new()).embeds[0].description, "…");
}
