//! Buttons in rows.

use insta::assert_snapshot;
use muster_core::locale::Language;
use muster_core::reply::action::ActionToken;
use muster_core::reply::{Button, Card};

use super::super::message;
use super::{english, group, voice};

fn card(labels: &[&str]) -> Card {
    let buttons = labels.iter().map(|label| Button::new(*label, group(), "undo"));
    Card::new().actions(&voice(Language::English), buttons.collect::<Vec<_>>(), "undo")
}

#[test]
fn short_labels_stand_beside_each_other_and_long_ones_alone() {
    assert_snapshot!(english(&card(&[
        "Claim", "Can't make it", "Who's in", "Ask 5",
        "A place that nobody can find without being shown",
        "Yes", "No", "Abstain", "Maybe later", "寿司を食べに行きたいです", " ", "🌮\u{202e}\n🌮",
    ])), @r#"
    or type: `/undo`
    [Claim](undo) [Can't make it](undo) [Who's in](undo)
    [Ask 5](undo)
    [A place that nobody can find without being shown](undo)
    [Yes](undo) [No](undo) [Abstain](undo)
    [Maybe later](undo)
    [寿司を食べに行きたいです](undo) […](undo) [🌮 🌮](undo)
    "#);
}

#[test]
fn a_long_label_is_cut() {
    let keyboard = message(&card(&[&"x".repeat(200)]), Language::English).keyboard;
    assert_eq!(keyboard[0][0].text, "x".repeat(62) + "…");
}

#[test]
fn every_token_that_a_card_may_carry_fits() {
    let role = "r".repeat(ActionToken::MAX_WORD_BYTES);
    let longest = Button::new("Claim", group(), format!("shift claim S{} {role}", u32::MAX));
    let card = Card::new().actions(&voice(Language::English), [longest], "undo");
    let keyboard = message(&card, Language::English).keyboard;
    assert_eq!(keyboard[0][0].callback_data.as_ref().map(String::len), Some(64));
}

#[test]
fn all_of_them_together_are_no_longer_than_telegram_takes() {
    let keyboard = message(&card(&[&*"😀".repeat(70); 100]), Language::English).keyboard;
    let json = serde_json::to_string(&keyboard).unwrap();
    assert!((8_000..10_000).contains(&json.len()), "{}", json.len());
    assert!(keyboard.iter().flatten().count() >= 25);
}

#[test]
fn there_are_at_most_a_hundred() {
    let keyboard = message(&card(&["x"; 150]), Language::English).keyboard;
    assert_eq!(keyboard.iter().flatten().count(), 100);
    assert!(keyboard.iter().all(|row| row.len() <= 8));
}
