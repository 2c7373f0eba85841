//! Whatever a card holds, Discord takes the message.

use std::collections::HashSet;

use muster_core::ids::GroupId;
use muster_core::reply::{Actions, Block, Button, Card, Line, Span, ZoneWords};
use muster_core::surface::Platform;
use proptest::prelude::*;

use super::super::buttons::{LABEL_CHARS, MOST_CHOICES, MOST_ROWS, ROW_BUTTONS};
use super::super::{CONTENT_CHARS, DESCRIPTION_CHARS, MOST_FILES, Message, Row, TITLE_CHARS};
use super::{bar, english};

fn chars(text: &str) -> usize {
    // Whichever way Discord counts, this is not less.
    text.encode_utf16().count()
}

fn check(message: &Message) {
    assert!(chars(&message.content) <= CONTENT_CHARS);
    assert!(message.embeds.len() <= 1);
    for embed in &message.embeds {
        let title = embed.title.as_deref();
        assert!(
            title.is_none_or(|title| (1..=TITLE_CHARS).contains(&chars(title))),
            "{title:?}"
        );
        assert!(
            chars(&embed.description) <= DESCRIPTION_CHARS,
            "{}",
            chars(&embed.description)
        );
        assert!(title.is_some() || !embed.description.is_empty());
    }
    assert!(!message.embeds.is_empty() || !message.documents.is_empty());
    assert!(message.documents.len() <= MOST_FILES);
    assert!(message.components.len() <= MOST_ROWS);
    let mut tokens = HashSet::new();
    for row in &message.components {
        match row {
            Row::Buttons(buttons) => {
                assert!((1..=ROW_BUTTONS).contains(&buttons.len()));
                for button in buttons {
                    assert!((1..=LABEL_CHARS).contains(&button.label.chars().count()));
                    assert!((1..=100).contains(&button.custom_id.chars().count()));
                    assert!(tokens.insert(&button.custom_id));
                }
            }
            Row::Menu(choices) => assert!((1..=MOST_CHOICES).contains(&choices.len())),
        }
    }
    let users: HashSet<_> = message.allowed_mentions.users.iter().collect();
    assert!(users.len() == message.allowed_mentions.users.len() && users.len() <= 100);
    assert!(users.iter().all(|id| message.content.contains(&format!("<@{id}>"))));
}

#[test]
fn four_thousand_signs_of_several_units_fit() {
    for text in [
        "😀".repeat(4_096),
        "👩‍👩‍👧".repeat(1_000),
        "`".repeat(5_000),
        "*".repeat(5_000),
        "e\u{301}".repeat(4_000),
    ] {
        let line = || Line::default().user(text.clone());
        let card = Card::new()
            .heading(line())
            .aside(line())
            .line(line())
            .list([line(), line()])
            .bars([bar(&text, 1, 1)]);
        check(&english(&card));
    }
}

#[test]
fn more_mentions_than_fit_are_named_without_a_ping() {
    let mention = |number: u64| Span::Mention {
        name: format!("Member {number}"),
        accounts: vec![(Platform::Discord, (10_u64.pow(18) + number).to_string())],
    };
    let line = (0..300)
        .map(mention)
        .fold(Line::default(), |line, span| line.push(span).text(", "));
    let message = english(&Card::new().line(line));
    check(&message);
    assert_eq!(message.allowed_mentions.users.len(), super::super::MOST_MENTIONS);
    assert!(message.embeds[0].description.contains("Member 299"));
}

#[test]
fn buttons_beyond_the_rows_are_in_a_menu_and_the_same_one_is_there_once() {
    let buttons = |count: u32| -> Vec<Button> {
        let button = |number| {
            Button::new(
                format!("Option {number}"),
                GroupId(uuid::Uuid::nil()),
                format!("poll vote P4 #{number}"),
            )
        };
        (1..=count).chain([1]).filter_map(button).collect()
    };
    let rows = |count| {
        let block = Block::Actions(Actions {
            ballot: None,
            buttons: buttons(count),
            forms: Vec::new(),
            typed: Line::from("or type"),
        });
        let message = english(&Card::new().block(block));
        check(&message);
        message
            .components
            .iter()
            .map(|row| match row {
                Row::Buttons(buttons) => buttons.len(),
                Row::Menu(choices) => 100 + choices.len(),
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(3), [3]);
    assert_eq!(rows(25), [5, 5, 5, 5, 5]);
    assert_eq!(rows(26), [5, 5, 5, 5, 106]);
    assert_eq!(rows(90), [5, 5, 5, 5, 125]);
}

fn span() -> impl Strategy<Value = Span> {
    let text = "[ -~é😀שׁ\u{301}\u{200d}\n*_`@<>\\\\]{0,300}";
    prop_oneof![
        text.prop_map(Span::Text),
        text.prop_map(Span::User),
        text.prop_map(Span::Person),
        text.prop_map(Span::Command),
        text.prop_map(|rest| Span::Command(format!("shift claim {rest}"))),
        (text, any::<u64>()).prop_map(|(name, id)| Span::Mention {
            name,
            accounts: vec![(Platform::Discord, id.to_string())]
        }),
        (text, 0..4_000_000_000_i64).prop_map(|(words, at)| Span::Time {
            at: muster_core::chrono::DateTime::from_timestamp(at, 0).unwrap(),
            words,
            zone: ZoneWords::default(),
        }),
    ]
}

fn line() -> impl Strategy<Value = Line> {
    prop::collection::vec(span(), 0..6).prop_map(Line)
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        line().prop_map(Block::Heading),
        line().prop_map(Block::Aside),
        line().prop_map(Block::Line),
        prop::collection::vec(line(), 0..40).prop_map(Block::List),
        prop::collection::vec(("[ -~`😀]{0,200}", 0..50_u32), 0..40)
            .prop_map(|bars| Block::Bars(bars.iter().map(|(label, count)| bar(label, *count, 1)).collect())),
        line().prop_map(|typed| Block::Actions(Actions {
            ballot: None,
            buttons: Vec::new(),
            forms: Vec::new(),
            typed
        })),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_card_is_a_message_that_discord_takes(blocks in prop::collection::vec(block(), 0..12)) {
        check(&english(&Card { blocks }));
    }
}
