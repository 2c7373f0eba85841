//! A message in the words of the console. What differs there by design, beside what differs
//! everywhere: the reaction before each button, and in a room the mark before a command.

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
    let words = words::of_lines(body.lines()).into_iter();
    let words = words.filter(|word| !signs.contains(&word.as_str()));
    words.map(|word| without_mark(&word).to_owned()).collect()
}

/// The reactions that take what it offers.
fn offers(shown: &Shown) -> impl Iterator<Item = &str> {
    let offers = shown.content["org.muster.offers"].as_array().into_iter().flatten();
    offers.filter_map(|offer| offer["key"].as_str())
}

fn without_mark(word: &str) -> &str {
    let rest = word.strip_prefix('!');
    rest.filter(|rest| rest.starts_with(char::is_alphabetic))
        .unwrap_or(word)
}
