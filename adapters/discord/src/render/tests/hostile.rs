//! What people type is text, whatever it looks like.

use muster_core::reply::{Card, Line};
use proptest::prelude::*;

use super::super::escape::escaped;
use super::{bar, button, english, voice};

const HOSTILE: [&str; 12] = [
    "@everyone @here",
    "<@1> <@!1> <@&1> <#1> </shift claim:1> <id:customize>",
    "**bold** __under__ ~~gone~~ ||hidden||",
    "[free pizza](https://evil.example)",
    "<https://evil.example> <t:0:R> <:x:1>",
    "```\ncode\n``` `x`",
    "# Title\n> quote\n- item\n1. one\n-# small",
    "\u{202e}tixe\u{202c} \u{200b}@\u{200b}everyone",
    "שלום <@1> עולם",
    "\\@everyone \\\\<@1>",
    ":pizza: <a:x:1>",
    "\u{7}\u{1b}[2J@everyone",
];

fn with(text: &str) -> Card {
    Card::new()
        .heading(Line::default().user(text))
        .line(Line::default().user(text).person(text).command(text))
        .list([Line::default().person(text)])
        .bars([bar(text, 3, 1)])
        .actions(&voice(), [button(text, "shift list")], text)
}

/// What is left of a text once every sign behind a backslash is gone.
fn unescaped(text: &str) -> String {
    let mut left = String::new();
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        if char == '\\' {
            chars.next();
        } else {
            left.push(char);
        }
    }
    left
}

/// The text outside of code, where marks are read.
fn outside_code(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = find_unescaped(rest, '`') {
        out.push_str(&rest[..start]);
        let ticks = rest[start..].chars().take_while(|char| *char == '`').count();
        let fence = "`".repeat(ticks);
        let behind = &rest[start + ticks..];
        rest = match behind.find(&fence) {
            Some(end) => &behind[end + ticks..],
            None => "",
        };
    }
    out + rest
}

fn find_unescaped(text: &str, sign: char) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, char)| {
        let found = char == sign && !escaped;
        escaped = char == '\\' && !escaped;
        found.then_some(at)
    })
}

fn is_inert(text: &str) -> bool {
    let read = unescaped(&outside_code(text));
    let times = read.replace("<t:", "");
    let marks = [
        "<@",
        "<#",
        "</",
        "<:",
        "<a:",
        "](",
        "||",
        "~~",
        "__",
        "@everyone",
        "@here",
    ];
    times == read && marks.iter().all(|mark| !read.contains(mark))
}

#[test]
fn nothing_that_people_type_is_a_mark_or_a_mention() {
    for text in HOSTILE {
        let message = english(&with(text));
        assert_eq!(message.content, "");
        assert!(message.allowed_mentions.users.is_empty());
        for embed in &message.embeds {
            for shown in [embed.title.as_deref().unwrap_or_default(), &embed.description] {
                assert!(is_inert(shown), "{text:?} is shown as {shown}");
            }
            assert!(
                !outside_code(&embed.description)
                    .lines()
                    .any(|line| line.starts_with(['#', '>', '-'])),
                "{}",
                embed.description
            );
        }
    }
}

#[test]
fn hostile_cards_as_they_are_shown() {
    let shown: Vec<String> = HOSTILE
        .iter()
        .map(|text| escaped(&muster_core::reply::clean::typed_by_people(text), true))
        .collect();
    insta::assert_snapshot!(shown.join("\n"));
}

proptest! {
    #[test]
    fn no_text_at_all_is_a_mark(text in "[<>@#:&!/\\\\`*_~|()\\[\\] a1.\\-ht ps\n\u{200b}\u{202e}é😀]{0,60}") {
        let message = english(&with(&text));
        prop_assert!(message.allowed_mentions.users.is_empty() && message.content.is_empty());
        for embed in &message.embeds {
            prop_assert!(is_inert(&embed.description), "{:?} is shown as {}", text, embed.description);
            prop_assert!(is_inert(embed.title.as_deref().unwrap_or_default()), "{:?}", embed.title);
        }
    }
}
