//! Privacy mode: what a bot hears in groups.

use muster_test_servers::telegram::{BotApi, Options, Rights};

use crate::bot::Bot;

/// What is said in every group here.
const SAID: [&str; 6] = [
    "hello",
    "/shifts",
    "/shifts@muster_bot now",
    "/shifts@other_bot",
    "@muster_bot hello",
    "/ 5",
];

#[test]
fn in_groups_it_hears_commands_and_replies_to_itself() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.group("Ward 3", &ana);
    ward.adds_bot(&ana);
    for text in SAID {
        ana.says(&ward, text);
    }
    assert_eq!(bot.hears_texts(), ["/shifts", "/shifts@muster_bot now"]);
    let its = bot.says(&ward, "card").unwrap();
    let hers = ana.says(&ward, "between us");
    ana.replies(&ward, its, "count me in");
    ana.replies(&ward, hers, "what?");
    assert_eq!(bot.hears_texts(), ["count me in"]);
}

#[test]
fn in_private_it_hears_everything() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    for text in SAID {
        ana.says(&ana, text);
    }
    assert_eq!(bot.hears_texts(), SAID);
}

#[test]
fn an_administrator_hears_everything() {
    let api = BotApi::start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let ward = api.supergroup("Ward 3", &ana);
    ward.adds_bot(&ana);
    ward.promotes_bot(&ana, Rights::none());
    for text in SAID {
        ana.says(&ward, text);
    }
    assert_eq!(bot.hears_texts(), SAID);
}

#[test]
fn without_privacy_mode_it_hears_everything() {
    let api = Options::new().without_privacy_mode().start();
    let (bot, ana) = (Bot::new(&api), api.person("ana"));
    let me = bot.asks("getMe", serde_json::json!({})).unwrap();
    assert_eq!(me["can_read_all_group_messages"], true);
    let ward = api.group("Ward 3", &ana);
    ana.says(&ward, "before it came");
    ward.adds_bot(&ana);
    for text in SAID {
        ana.says(&ward, text);
    }
    assert_eq!(bot.hears_texts(), SAID);
}
