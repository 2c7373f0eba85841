//! Whatever people type: a message stays within the limits, its entities are good, and nothing in it triggers anything.

use muster_core::locale::Language;
use muster_core::reply::clean::typed_by_people;
use muster_core::reply::{Actions, Block, Button, Card, Line, Span};
use proptest::prelude::*;

use super::super::{CAPTION_UNITS, Entity, EntityKind, Message, TEXT_UNITS, caption, message, toast};
use super::{bar, group, time, voice};

/// Text that somebody types who wants to break something.
fn typed() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[a-z ]{1,12}",
        "@[A-Za-z0-9_]{1,40}",
        "/[a-z0-9_]{1,70}(@[a-z_]{1,9})?",
        "\\PC{1,6}",
        ".{1,6}",
        prop::sample::select(vec![
            "**b**",
            "<b>x</b>",
            "<@everyone>",
            "`code`",
            "```",
            "[a](tg://user?id=1)",
            "&lt;",
            "@",
            "/",
            "//",
            "@@a",
            "/a/b",
            "\0",
            "\u{7}",
            "\r\n",
            "\t",
            "\u{202e}",
            "\u{2068}",
            "\u{2069}",
            "\u{200b}",
            "\u{200d}",
            "\u{feff}",
            "שלום @x",
            "مرحبا /y",
            "👩‍👩‍👧‍👦",
            "🇪🇸🇪🇸",
            "e\u{301}\u{302}",
            "𝔘",
            "a@b.org",
            "https://a.org/@b/c",
            "é@x",
            "_@y",
            "  ",
        ])
        .prop_map(ToOwned::to_owned),
    ];
    let long = prop_oneof![
        Just("😀".repeat(4096)),
        Just("@a ".repeat(1500)),
        Just("e\u{301}".repeat(3000)),
        Just("x".repeat(9000))
    ];
    prop_oneof![
        12 => prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat()),
        1 => long,
    ]
}

fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        typed().prop_map(Span::Text),
        typed().prop_map(Span::User),
        typed().prop_map(Span::Person),
        typed().prop_map(|words| time(&words)),
        typed().prop_map(|rest| Span::Command(format!("shift claim {rest}"))),
        typed().prop_map(Span::Command),
    ]
}

fn line() -> impl Strategy<Value = Line> {
    prop::collection::vec(span(), 0..5).prop_map(Line)
}

fn block() -> impl Strategy<Value = Block> {
    prop_oneof![
        line().prop_map(Block::Heading),
        line().prop_map(Block::Aside),
        line().prop_map(Block::Line),
        prop::collection::vec(line(), 0..60).prop_map(Block::List),
        prop::collection::vec((typed(), any::<u32>()), 0..30).prop_map(|bars| Block::Bars(
            bars.iter()
                .zip(1..)
                .map(|((label, count), number)| bar(label, *count, number))
                .collect()
        )),
        (prop::collection::vec(typed(), 0..12), typed()).prop_map(|(labels, typed)| {
            let buttons = labels
                .into_iter()
                .map(|label| Button::new(label, group(), "shift claim S1"));
            Block::Actions(Actions::new(
                &voice(Language::English),
                buttons,
                format!("undo {typed}"),
            ))
        }),
    ]
}

fn card() -> impl Strategy<Value = Card> {
    prop::collection::vec(block(), 0..12).prop_map(|blocks| Card { blocks })
}

fn is_solid(entity: &Entity) -> bool {
    matches!(entity.kind, EntityKind::Code | EntityKind::Pre)
}

/// The rules of the Bot API ("Nested entities", `MessageEntity`).
fn entities_are_good(message: &Message) {
    let text: Vec<u16> = message.text.encode_utf16().collect();
    assert!(message.entities.len() <= 100);
    assert!(message.entities.is_sorted_by_key(|entity| entity.offset));
    for (at, entity) in message.entities.iter().enumerate() {
        let (start, end) = (entity.offset, entity.offset + entity.length);
        let covered = String::from_utf16(&text[start..end]).expect("no half of a surrogate pair");
        assert!(!covered.is_empty() && covered.trim() == covered, "{covered:?}");
        assert_eq!(entity.unix_time.is_some(), entity.kind == EntityKind::DateTime);
        for other in &message.entities[at + 1..] {
            let (from, to) = (other.offset, other.offset + other.length);
            let apart = end <= from || to <= start;
            let nested = start <= from && to <= end;
            let may_nest = entity.kind == EntityKind::Bold && other.kind == EntityKind::DateTime;
            assert!(apart || nested && may_nest, "{entity:?} {other:?}");
        }
    }
}

/// As `TDLib` finds them (`match_mentions`, `match_bot_commands`), with any length: that place in UTF-16 units, and the text.
fn triggers(text: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = text.chars().collect();
    let mut offset = 0;
    let mut found = Vec::new();
    for (at, char) in chars.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| chars[before]);
        let word = |char: char| char.is_alphanumeric() || char == '_';
        let named = chars
            .get(at + 1)
            .is_some_and(|next| next.is_ascii_alphanumeric() || *next == '_');
        let opens = match char {
            '@' => !before.is_some_and(word),
            '/' => !before.is_some_and(|before| word(before) || matches!(before, '/' | '<' | '>')),
            _ => false,
        };
        if opens && named {
            let name = chars[at + 1..]
                .iter()
                .take_while(|next| next.is_ascii_alphanumeric() || **next == '_');
            found.push((offset, std::iter::once(char).chain(name).collect()));
        }
        offset += char.len_utf16();
    }
    found
}

fn nothing_triggers(message: &Message) {
    for (offset, text) in triggers(&message.text) {
        let end = offset + text.len();
        let covers = |entity: &Entity| entity.offset <= offset && end <= entity.offset + entity.length;
        assert!(
            message.entities.iter().any(|entity| is_solid(entity) && covers(entity)),
            "{text} in {message:?}"
        );
    }
}

fn is_good(message: &Message, limit: usize) {
    assert!(message.text.encode_utf16().count() <= limit);
    assert_eq!(message.text.trim(), message.text);
    assert!(!message.text.contains(|char: char| char.is_control() && char != '\n'));
    assert!(!message.text.contains(|char| matches!(char, '\u{202a}'..='\u{202e}')));
    entities_are_good(message);
    nothing_triggers(message);
    for button in message.keyboard.iter().flatten() {
        assert!((1..=64).contains(&button.text.chars().count()));
        assert!(
            button
                .callback_data
                .as_ref()
                .is_some_and(|data| (1..=64).contains(&data.len()))
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_card_is_a_good_message(card in card(), spanish: bool) {
        let language = if spanish { Language::Spanish } else { Language::English };
        is_good(&message(&card, language), TEXT_UNITS);
        is_good(&caption(&card, language), CAPTION_UNITS);
        if let Some(text) = toast(&card) {
            prop_assert!((1..=200).contains(&text.encode_utf16().count()));
        }
    }

    #[test]
    fn what_was_typed_is_shown_as_it_was_typed(title in typed(), name in typed(), words in typed()) {
        let card = Card::new()
            .heading(Line::from("S1 · ").user(title.as_str()).text("."))
            .line(Line::from("In: ").person(name.as_str()).text("."))
            .line(Line::from("When: ").push(time(&words)).text("."))
            .bars([bar(&title, 1, 1)])
            .actions(&voice(Language::English), [], "undo");
        let message = message(&card, Language::English);
        prop_assert!(message.text.ends_with("\nType: /undo"));
        if !message.text.contains('…') {
            for typed in [&title, &name] {
                prop_assert!(message.text.contains(&*typed_by_people(typed)));
            }
        }
    }
}
