//! Titles and times typed without quotes.

use super::frame;
use crate::time::{WhenError, split_leading, split_trailing};

#[track_caller]
fn trailing(text: &str, title: &str, time: &str) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let index = split_trailing(&words, &frame()).map_or(words.len(), |split| split.index);
    assert_eq!(words[..index].join(" "), title);
    assert_eq!(words[index..].join(" "), time);
}

#[track_caller]
fn leading(text: &str, time: &str, rest: &str) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let index = split_leading(&words, &frame()).map_or(0, |split| split.index);
    assert_eq!(words[..index].join(" "), time);
    assert_eq!(words[index..].join(" "), rest);
}

#[test]
fn a_time_after_a_title() {
    trailing("Canvass Ward 3 sat 10am-1pm", "Canvass Ward 3", "sat 10am-1pm");
    trailing("May Day march may 1 10am", "May Day march", "may 1 10am");
    trailing("Clean up day 2 dec 5 10am", "Clean up day 2", "dec 5 10am");
    trailing("Clean up day 2 dec 5", "Clean up day 2", "dec 5");
    trailing("Clean up day 2 dec 5 10-13", "Clean up day 2", "dec 5 10-13");
    trailing("Phone bank 1 may 5 10am", "Phone bank 1", "may 5 10am");
    trailing("Second Sunday sun 9am", "Second Sunday", "sun 9am");
    trailing("Meet in 5 tomorrow 17:00", "Meet in 5", "tomorrow 17:00");
    trailing("Every day counts every day 9am", "Every day counts", "every day 9am");
    trailing("March march 5 10am", "March", "march 5 10am");
    trailing("Fri 13 party sat 10pm", "Fri 13 party", "sat 10pm");
    trailing("Route 66 sat 10am", "Route 66", "sat 10am");
    trailing("Formation 101 may 5 10am", "Formation 101", "may 5 10am");
    trailing("Lunch on sat at noon", "Lunch", "on sat at noon");
    trailing("Stand-up every tue and thu 9am", "Stand-up", "every tue and thu 9am");
    trailing("Call in 2h", "Call", "in 2h");
    trailing("Camp dec 5-7", "Camp", "dec 5-7");
    trailing("Ward 3 every tue 7pm", "Ward 3", "every tue 7pm");
    trailing(
        "Ward 3 1st monday of the month 19:00",
        "Ward 3",
        "1st monday of the month 19:00",
    );
    trailing("Morning shift sat 10am", "Morning shift", "sat 10am");
    trailing("Vigil by night sat 10pm", "Vigil by night", "sat 10pm");
    trailing("Dinner 10am London", "Dinner", "10am London");
    trailing("Version 2.30 sat 10am", "Version 2.30", "sat 10am");
    trailing("Rally sat 10am New York time", "Rally", "sat 10am New York time");
    trailing(
        "Team 3-4 sat 10 - 13 America/Chicago",
        "Team 3-4",
        "sat 10 - 13 America/Chicago",
    );
}

#[test]
fn a_title_keeps_a_word_and_may_be_without_a_time() {
    trailing("sat 10am", "sat", "10am");
    trailing("saturday", "saturday", "");
    trailing("May 1", "May 1", "");
    trailing("Ward 10-13", "Ward 10-13", "");
    trailing("Ward 3-4", "Ward 3-4", "");
    trailing("Clean up day 2", "Clean up day 2", "");
    trailing("Buy 2h of paint", "Buy 2h of paint", "");
    trailing("", "", "");
}

#[test]
fn a_time_that_is_wrong_is_still_seen() {
    let judged = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        split_trailing(&words, &frame()).map(|split| (split.index, split.when.unwrap_err()))
    };
    let (index, error) = judged("Canvass feb 30 10am").unwrap();
    assert_eq!(index, 1);
    assert!(matches!(error, WhenError::Impossible { typed, .. } if typed == "feb 30 10am"));
    assert!(matches!(
        judged("Canvass sat 5"),
        Some((1, WhenError::Ambiguous { .. }))
    ));
    assert!(matches!(judged("Canvass today 9am"), Some((1, WhenError::Past { .. }))));
}

#[test]
fn a_time_before_a_text() {
    leading("in 2h call Ana", "in 2h", "call Ana");
    leading("sat 10am 5 calls", "sat 10am", "5 calls");
    leading("tomorrow 9am may flowers", "tomorrow 9am", "may flowers");
    leading("tomorrow 9am may 5 flowers", "tomorrow 9am", "may 5 flowers");
    leading("every tue 18:30 stand-up", "every tue 18:30", "stand-up");
    leading("10am call", "10am", "call");
    leading(
        "in 1 hour and 30 minutes and more",
        "in 1 hour and 30 minutes",
        "and more",
    );
    leading("sat 10am - sun market", "sat 10am", "- sun market");
    leading("sat 10am New York time to go", "sat 10am New York time", "to go");
    leading("10am Paris meeting", "10am", "Paris meeting");
    leading("today call Ana", "today", "call Ana");
    leading("sat 10am", "sat", "10am");
    leading("call Ana", "", "call Ana");
    leading("tomorrow", "", "tomorrow");
}

#[test]
fn a_megabyte_is_split_in_no_time() {
    for text in ["sat 10am ".repeat(110_000), "5".repeat(1_000_000), "é-".repeat(350_000)] {
        let words: Vec<&str> = text.split_whitespace().collect();
        let _ = split_trailing(&words, &frame());
        let _ = split_leading(&words, &frame());
    }
}
