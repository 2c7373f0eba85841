//! Cards, as people see them in Matrix.

use muster_core::ids::GroupId;
use muster_core::locale::Language;
use muster_core::reply::{Actions, Bar, Block, Button, Card, Line, Span, plain};
use muster_core::surface::Platform;
use serde_json::json;

use super::short::CONTENT_BYTES;
use super::{Message, OFFERS, Style, Tone, ballot, end, message};

const ROOM: Style<'_> = Style {
    language: Language::English,
    mark: Some("!"),
};
const PRIVATE: Style<'_> = Style { mark: None, ..ROOM };

fn group() -> GroupId {
    "1AZNjaPIBcACAAAAAAAAAAQ."
        .parse::<muster_core::reply::action::ActionToken>()
        .unwrap()
        .group()
}

fn actions(commands: &[(&str, &str)], typed: &str) -> Actions {
    let buttons = commands
        .iter()
        .filter_map(|(label, command)| Button::new(*label, group(), *command));
    Actions {
        buttons: buttons.collect(),
        forms: Vec::new(),
        typed: Line(vec![
            Span::Text("or type: ".to_owned()),
            Span::Command(typed.to_owned()),
        ]),
        ballot: None,
    }
}

fn line(span: Span) -> Block {
    Block::Line(Line(vec![span]))
}

fn shift() -> Card {
    let commands = [("Claim", "shift claim S1"), ("Can't make it", "shift drop S1")];
    Card {
        blocks: vec![
            Block::Heading(Line(vec![
                Span::Text("S1 · ".to_owned()),
                Span::User("Canvass <b>".to_owned()),
            ])),
            line(Span::User(
                "@room see https://example.org & \"bring\" <script>".to_owned(),
            )),
            Block::List(vec![Line(vec![Span::Person("Ana".to_owned())])]),
            Block::Actions(actions(&commands, "shift claim S1")),
        ],
    }
}

#[test]
fn a_card_reads_in_both_bodies() {
    let shown = message(&shift(), ROOM);
    assert_eq!(
        shown.body,
        "S1 · Canvass <b>\n@room see https://example.org & \"bring\" <script>\n  Ana\n✅ Claim · ❌ Can't make it           \
         or type: !shift claim S1"
    );
    assert_eq!(
        shown.formatted,
        "<strong>S1 · Canvass &lt;b&gt;</strong><br>@room see https://example.org &amp; &quot;bring&quot; \
         &lt;script&gt;<ul><li>Ana</li></ul>✅ Claim · ❌ Can&#39;t make it<br>or type: <code>!shift claim S1</code>"
    );
    assert!(message(&shift(), PRIVATE).body.ends_with("or type: shift claim S1"));
    let question = Style {
        mark: Some("?"),
        ..ROOM
    };
    let shown = message(&shift(), question);
    assert!(shown.body.ends_with("or type: ?shift claim S1"), "{}", shown.body);
    assert!(
        shown.formatted.ends_with("<code>?shift claim S1</code>"),
        "{}",
        shown.formatted
    );
}

#[test]
fn nobody_is_called_but_whom_a_mention_names() {
    let content = message(&shift(), ROOM).content(Tone::Quiet);
    assert_eq!(content["m.mentions"], json!({}));
    assert_eq!(content["msgtype"], "m.notice");
    assert_eq!(content[OFFERS][0]["key"], "✅");
    let mention = |accounts| Card {
        blocks: vec![line(Span::Mention {
            name: "Ben".to_owned(),
            accounts,
        })],
    };
    let here = mention(vec![(Platform::Matrix, "@ben:example.org".to_owned())]);
    let called = message(&here, ROOM);
    assert_eq!(
        called.formatted,
        "<a href=\"https://matrix.to/#/@ben:example.org\">Ben</a>"
    );
    let content = called.content(Tone::Loud);
    assert_eq!(content["m.mentions"], json!({ "user_ids": ["@ben:example.org"] }));
    let elsewhere = mention(vec![(Platform::Discord, "7".to_owned())]);
    assert_eq!(message(&elsewhere, ROOM).formatted, "Ben");
}

#[test]
fn an_edit_takes_the_place_of_the_card_with_all_that_it_offers() {
    let content = message(&shift(), ROOM).instead_of("$card", Tone::Quiet);
    assert_eq!(
        content["m.relates_to"],
        json!({ "rel_type": "m.replace", "event_id": "$card" })
    );
    assert_eq!(
        content["m.new_content"][OFFERS][1]["token"],
        "1AZNjaPIBcACAAAAAAAAAAQ.shift drop S1"
    );
    assert_eq!(content["m.mentions"], json!({}));
    assert_eq!(content["m.new_content"]["m.mentions"], json!({}));
}

#[test]
fn what_is_too_long_is_folded_and_says_so() {
    let names = (1..=2_000).map(|number| Line(vec![Span::Person(format!("Somebody with a long name {number}"))]));
    let mut card = shift();
    card.blocks.insert(1, Block::List(names.collect()));
    card.blocks.insert(1, line(Span::User("<&>'\"".repeat(4_000))));
    let shown = message(&card, ROOM);
    let edit = shown.instead_of("$card", Tone::Quiet);
    let bytes = serde_json::to_string(&edit).unwrap().len();
    assert!((CONTENT_BYTES / 2..CONTENT_BYTES + 100).contains(&bytes), "{bytes}");
    let more = shown.body.lines().find(|line| line.contains("… and")).unwrap();
    let missing: usize = more
        .chars()
        .filter(char::is_ascii_digit)
        .collect::<String>()
        .parse()
        .unwrap();
    let listed = shown.body.lines().filter(|line| line.contains("long name")).count();
    assert_eq!(listed + missing, 2_000);
    assert!(shown.body.starts_with("S1 · Canvass"));
    assert!(shown.body.ends_with("or type: !shift claim S1"));
}

#[test]
fn counts_line_up() {
    let bars = [("Pizza", 3), ("Tacos", 12)].map(|(label, count)| Bar {
        label: label.to_owned(),
        count,
        number: 1,
    });
    let card = Card {
        blocks: vec![Block::Bars(bars.to_vec())],
    };
    let shown = message(&card, ROOM);
    assert_eq!(shown.body, plain::render(&card));
    assert!(
        shown.formatted.starts_with("<pre><code>Pizza   3 "),
        "{}",
        shown.formatted
    );
}

fn poll(most: Option<u32>) -> Card {
    let commands = [("Pizza", "poll vote P4 #1"), ("Tacos & <more>", "poll vote P4 #2")];
    let choose = Actions {
        ballot: most,
        ..actions(&commands, "poll vote P4 tacos")
    };
    Card {
        blocks: vec![
            Block::Heading(Line(vec![
                Span::Text("P4 · ".to_owned()),
                Span::User("Lunch?".to_owned()),
            ])),
            Block::Actions(choose),
        ],
    }
}

#[test]
fn an_open_poll_is_a_poll_of_matrix_too() {
    let ballot = ballot(&poll(Some(1))).unwrap();
    assert_eq!(ballot.poll, "1AZNjaPIBcACAAAAAAAAAAQ.poll vote P4");
    let start = ballot.start();
    let opened = &start["org.matrix.msc3381.poll.start"];
    assert_eq!(opened["question"]["org.matrix.msc1767.text"], "P4 · Lunch?");
    assert_eq!(opened["max_selections"], 1);
    assert_eq!(
        opened["answers"][1],
        json!({ "id": "#2", "org.matrix.msc1767.text": "Tacos & <more>" })
    );
    assert_eq!(
        start["org.matrix.msc1767.text"],
        "P4 · Lunch?\n1. Pizza\n2. Tacos & <more>"
    );
    assert_eq!(start["m.mentions"], json!({}));
    assert_eq!(end("$poll", "Tacos won.")["m.relates_to"]["event_id"], "$poll");
}

#[test]
fn a_poll_whose_votes_not_everybody_may_see_is_none_of_matrix() {
    assert_eq!(ballot(&poll(None)), None);
    assert_eq!(ballot(&shift()), None);
}

#[test]
fn a_card_of_nothing_is_a_message_of_nothing() {
    assert_eq!(message(&Card::default(), ROOM), Message::default());
}
