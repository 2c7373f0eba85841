//! Markup and mentions are text: they come back exactly as they were typed, marked as what somebody typed.

use super::super::{ArgKind, Shape, example, specs};
use crate::app::{Handled, Lease};
use crate::clock::Clock;
use crate::reply::{Block, Card, Line, Span, plain};
use crate::surface::Content;
use crate::testing::World;

const MARKUP: [&str; 6] = [
    "<b>x</b> &amp; <script>",
    "**x** _y_ ~~z~~ ||w||",
    "@everyone <@&1> <!channel> @room",
    "`x` [a](http://b) # c",
    "{ $name } %s \\u202e $1",
    "tg://user?id=1 https://matrix.to/#/@a:b",
];

/// What somebody is answered, as the adapters get it.
async fn card(world: &mut World, name: &str, typed: &str) -> Card {
    let inbound = world.inbound(name, "main".to_owned(), false, Content::Typed(typed.to_owned()));
    let until = world.clock().now();
    match world
        .app()
        .handle(&inbound, Lease { owner: "test", until })
        .await
        .unwrap()
    {
        Handled::Answered(row) => row.card,
        Handled::Repeated | Handled::Silent => panic!("{typed} is not answered"),
    }
}

fn lines(card: &Card) -> Vec<&Line> {
    let lines = card.blocks.iter().map(|block| match block {
        Block::Heading(line) | Block::Aside(line) | Block::Line(line) => vec![line],
        Block::List(items) => items.iter().collect(),
        Block::Bars(_) | Block::Document { .. } | Block::Picture(_) => Vec::new(),
        Block::Actions(actions) => vec![&actions.typed],
    });
    lines.flatten().collect()
}

/// Our own words never hold what somebody typed.
fn assert_inert(typed: &str, markup: &str, card: &Card) {
    for span in lines(card).into_iter().flat_map(|line| &line.0) {
        if let Span::Text(ours) | Span::Time { words: ours, .. } | Span::Clock { words: ours, .. } = span {
            let opening: String = markup.chars().take(5).collect();
            assert!(!ours.contains(&opening), "{typed}: {card:?}");
        }
    }
}

#[tokio::test]
async fn in_whatever_place_it_stands() {
    for markup in MARKUP {
        let mut world = World::memory();
        world.say("ana", "team add North").await;
        for spec in specs() {
            for arg in spec.args {
                let typed = match arg.shape {
                    Shape::Keyed => format!("{} {}:\"{markup}\"", example(spec), arg.name),
                    _ if matches!(arg.kind, ArgKind::Reference(_)) => format!("{} {markup}", spec.path),
                    _ => format!("{} \"{markup}\"", example(spec)),
                };
                let card = card(&mut world, "ana", &typed).await;
                assert_inert(&typed, markup, &card);
            }
        }
    }
}

#[tokio::test]
async fn in_what_is_kept_and_shown_again() {
    for markup in MARKUP {
        let mut world = World::memory();
        for (act, show) in [
            ("shift add \"{}\" sat 10am at:\"{}\" note:\"{}\"", "shift show S1"),
            ("shift claim S1", "shift list"),
            ("shift claim S1 guest:\"{}\"", "shift roster S1"),
            ("task add \"{}\" note:\"{}\"", "task show T1"),
            ("task done T1 \"{}\"", "task show T1"),
            ("remind here in 2h \"{}\"", "remind list"),
            ("poll new \"{}\" \"{}\" other", "poll show P1"),
            ("shift cancel S1 \"{}\"", "shift show S1"),
            ("group set name \"{}\"", "group"),
        ] {
            let act = act.replace("{}", markup);
            for typed in [act.as_str(), show] {
                let card = card(&mut world, "ana", typed).await;
                assert_inert(typed, markup, &card);
                let seen = plain::render(&card);
                let told = typed == act || seen.contains(markup);
                assert!(told && !seen.contains("Usage: "), "{typed}: {seen}");
            }
        }
        let posted = world.advance("3h").await.join("\n");
        assert!(posted.contains(markup), "{posted}");
    }
}

#[tokio::test]
async fn in_the_names_of_people_and_teams() {
    for markup in MARKUP {
        let mut world = World::memory();
        let team: String = markup.chars().take(20).collect();
        world.say(markup, &format!("team add \"{team}\"")).await;
        for typed in [
            "team list",
            "shift add Canvass sat 10am",
            "shift claim S1",
            "shift roster S1",
            "poll new Pizza or tacos? pizza, tacos",
            "poll vote P1 pizza",
            "poll show P1",
            "task add Print flyers",
            "task claim T1",
            "me",
            "group audit",
        ] {
            let card = card(&mut world, markup, typed).await;
            assert_inert(typed, markup, &card);
        }
        for (typed, shown) in [
            ("team list", team.as_str()),
            ("shift roster S1", markup),
            ("poll show P1", markup),
        ] {
            let seen = world.say("ben", typed).await;
            assert!(seen.contains(shown), "{typed}: {seen}");
        }
    }
}
