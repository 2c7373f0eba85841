//! Which command the words name, and what is said where they name none.

use super::seen;
use crate::catalogue::{INPUT_CHARS, RawInvocation, find};

fn found(text: &str) -> Result<&'static str, String> {
    let raw = RawInvocation {
        text: text.to_owned(),
        named: Vec::new(),
    };
    find(&raw).map(|spec| spec.path).map_err(|error| seen(&error))
}

fn refused(text: &str) -> String {
    found(text).unwrap_err()
}

#[test]
fn the_longest_path_names_the_command_without_regard_to_case_and_white_space() {
    assert_eq!(found("shift claim S12"), Ok("shift claim"));
    assert_eq!(found("  SHIFT \t\n Claim   s12"), Ok("shift claim"));
    assert_eq!(found("me"), Ok("me"));
    assert_eq!(found("help shift claim"), Ok("help"));
}

#[test]
fn a_slip_is_answered_with_what_was_meant_and_keeps_the_rest() {
    let answer = "I don't know \"shift clame\". Did you mean: shift claim S12";
    assert_eq!(refused("shift clame S12"), answer);
    assert_eq!(
        refused("Shfit claim s12").lines().next_back(),
        Some("I don't know \"Shfit claim\". Did you mean: shift claim s12")
    );
    assert!(refused("shiftclaim S12").ends_with("shift claim S12"));
    assert!(refused("udno").ends_with("undo"));
    assert!(
        refused("me timezon Madrid").ends_with("me timezone Madrid"),
        "{}",
        refused("me timezon Madrid")
    );
}

#[test]
fn words_in_another_order_or_without_their_area_are_understood() {
    for text in ["claim shift S12", "claim S12", "S12 claim", "task roster S12"] {
        let meant = if text.contains("roster") {
            "shift roster S12"
        } else {
            "shift claim S12"
        };
        assert!(refused(text).ends_with(meant), "{}", refused(text));
    }
    assert!(refused("claim T3").ends_with("task claim T3"));
    assert!(refused("P4").ends_with("poll show P4"));
    let answer = refused("list");
    assert!(
        answer.contains("shift list") && answer.contains("task list"),
        "{answer}"
    );
}

#[test]
fn a_slip_without_its_area_is_understood_by_the_reference() {
    let meant = "I don't know \"clame\". Did you mean: shift claim S12";
    assert_eq!(refused("clame S12"), meant);
    assert!(
        refused("S12 clame").ends_with("shift claim S12"),
        "{}",
        refused("S12 clame")
    );
    assert!(refused("finnish T3").ends_with("help"), "{}", refused("finnish T3"));
    assert!(refused("relase T3").ends_with("task release T3"));
}

#[test]
fn a_bare_area_is_answered_with_its_usage_lines() {
    let answer = refused("shift");
    assert!(answer.contains("shift claim S12"), "{answer}");
    assert!(answer.contains("shift add <title> <when>"), "{answer}");
    assert!(refused("shift pizza").contains("shift claim S12"));
}

#[test]
fn what_is_like_nothing_is_answered_with_help() {
    for text in ["", " \n ", "pizza", "😀", "\u{202e}pizza", "<b>hello</b> @everyone"] {
        assert!(refused(text).contains("help"), "{text:?}: {}", refused(text));
    }
}

#[test]
fn what_is_repeated_is_cut_and_cannot_reorder_our_words() {
    let answer = refused(&format!("pizza \u{202e}{}", "x".repeat(5_000)));
    assert!(answer.chars().count() < 200 && !answer.contains('\u{202e}'), "{answer}");
}

#[test]
fn a_megabyte_is_refused_at_once() {
    let answer = refused(&"shift claim ".repeat(100_000));
    assert!(
        answer.starts_with("That message has 1200000 characters; I read up to 8000."),
        "{answer}"
    );
    assert_eq!(found(&format!("help {}", "é".repeat(INPUT_CHARS - 5))), Ok("help"));
}
