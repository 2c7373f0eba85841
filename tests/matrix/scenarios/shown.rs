//! A message in the words of the console. What differs there by design, beside what differs everywhere: the reaction before
//! each button, in a room the mark before a command, and how far a time's zone is from UTC.

use muster_test_servers::matrix::Shown;
use muster_test_servers::scenario::{Asked, Place, Said, words, written};

/// A message of the bot's, as it was sent.
pub(super) fn said(place: Place, answers: Option<Asked>, shown: &Shown) -> Said {
    let sent = written::first_on_matrix(shown);
    Said {
        place,
        only_for: None,
        answers,
        words: of_message(&sent),
        seen: written::on_matrix(&sent),
        offers_start: false,
    }
}

/// The words of a message, as they are typed and read anywhere else.
fn of_message(shown: &Shown) -> Vec<String> {
    let signs: Vec<&str> = offers(shown).collect();
    // Nobody presses Start in Matrix.
    let body = shown
        .body()
        .replace("never wrote to me in private", "never pressed Start");
    let lines: Vec<String> = body.lines().map(without_offsets).collect();
    let words = words::of_lines(lines.iter().map(String::as_str)).into_iter();
    let words = words.filter(|word| !signs.contains(&word.as_str()));
    words.map(|word| without_mark(&word).to_owned()).collect()
}

/// The reactions that take what it offers.
fn offers(shown: &Shown) -> impl Iterator<Item = &str> {
    let offers = shown.content["org.muster.offers"].as_array().into_iter().flatten();
    offers.filter_map(|offer| offer["key"].as_str())
}

/// A line without what is said of zones: ` (UTC-5)`, ` (New York time, UTC-4)`.
fn without_offsets(line: &str) -> String {
    let mut parts = line.split(" (");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(')') {
            Some((inside, rest)) if inside.contains("UTC") => kept.push_str(rest),
            _ => {
                kept.push_str(" (");
                kept.push_str(part);
            }
        }
    }
    kept
}

fn without_mark(word: &str) -> &str {
    let rest = word.strip_prefix('!');
    rest.filter(|rest| rest.starts_with(char::is_alphabetic))
        .unwrap_or(word)
}
