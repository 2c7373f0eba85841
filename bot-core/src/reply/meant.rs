//! Which button somebody means who answers a card with words: "claim", "2", "claim driver", "Me apunto".

use super::action::ActionToken;
use crate::ids::{GroupId, Reference};

/// A button below a card, as a platform shows it again to whoever answers the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered<'a> {
    /// Its label.
    pub label: &'a str,
    /// Its action token; `None` for one that does something else.
    pub token: Option<&'a str>,
}

/// What a reply to a card means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant {
    /// The same as a tap on the button with that token.
    Tapped(String),
    /// The same as typing that command in that group.
    Typed {
        /// The group of the card.
        group: GroupId,
        /// The command.
        command: String,
    },
}

/// What that reply to a card with those buttons means; `None` if it names none of them. In this order: a label (which may
/// be a number itself), the number of a button in reading order, the verb of a button's command with whatever is to come
/// after it.
pub fn meant(buttons: &[Offered<'_>], reply: &str) -> Option<Meant> {
    let reply = reply.trim();
    let labelled = buttons.iter().find(|button| is_same(button.label, reply));
    let numbered = || buttons.get(reply.parse::<usize>().ok()?.checked_sub(1)?);
    match labelled.or_else(numbered) {
        Some(button) => button.token.map(|token| Meant::Tapped(token.to_owned())),
        None => by_verb(buttons, reply),
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.to_lowercase()
}

/// `claim` is a tap on the only button of that verb. Where there are several, or where more is said, the command up to
/// its reference counts, with what is said after it: what each button would add itself is not meant.
fn by_verb(buttons: &[Offered<'_>], reply: &str) -> Option<Meant> {
    let (verb, more) = reply.split_once(char::is_whitespace).unwrap_or((reply, ""));
    let tokens = buttons.iter().filter_map(|button| button.token);
    let tokens = tokens.filter_map(|token| token.parse::<ActionToken>().ok());
    let mut of_verb = tokens.filter(|token| verb_of(token).is_some_and(|known| is_same(known, verb)));
    let token = of_verb.next()?;
    let stem = stem(token.command());
    let more = without_reference(more.trim(), &stem);
    if more.is_empty() && of_verb.next().is_none() {
        return Some(Meant::Tapped(token.to_string()));
    }
    let command = [stem.join(" ").as_str(), more].join(" ").trim_end().to_owned();
    let group = token.group();
    Some(Meant::Typed { group, command })
}

fn verb_of(token: &ActionToken) -> Option<&str> {
    token.command().split_whitespace().nth(1)
}

/// The area and the verb, and the reference if one follows.
fn stem(command: &str) -> Vec<&str> {
    let is_reference = |word: &str| word.parse::<Reference>().is_ok();
    let words = command.split_whitespace().enumerate();
    let stem = words.take_while(|(at, word)| *at < 2 || *at == 2 && is_reference(word));
    stem.map(|(_, word)| word).collect()
}

/// "claim S12 driver" repeats what the card says already.
fn without_reference<'a>(more: &'a str, stem: &[&str]) -> &'a str {
    let (first, rest) = more.split_once(char::is_whitespace).unwrap_or((more, ""));
    let repeats = stem
        .get(2)
        .is_some_and(|reference| reference.eq_ignore_ascii_case(first));
    if repeats { rest.trim_start() } else { more }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GROUP: &str = "1AZNjaPIBcACAAAAAAAAAAQ";

    /// Buttons by label and token.
    type Shown = Vec<(&'static str, Option<String>)>;

    fn keyboard(buttons: &[(&'static str, &str)]) -> Shown {
        buttons
            .iter()
            .map(|(label, command)| (*label, Some(token(command))))
            .collect()
    }

    fn meant(shown: &Shown, reply: &str) -> Option<Meant> {
        let offered = shown.iter().map(|(label, token)| Offered {
            label,
            token: token.as_deref(),
        });
        super::meant(&offered.collect::<Vec<_>>(), reply)
    }

    fn token(command: &str) -> String {
        format!("{GROUP}.{command}")
    }

    fn tapped(command: &str) -> Meant {
        Meant::Tapped(token(command))
    }

    fn typed(command: &str) -> Meant {
        let group = token("").parse::<ActionToken>().unwrap().group();
        let command = command.to_owned();
        Meant::Typed { group, command }
    }

    #[test]
    fn a_reply_names_a_button_of_a_shift() {
        let shift = keyboard(&[
            ("Me apunto", "shift claim S12"),
            ("No puedo", "shift drop S12"),
            ("¿Quién va?", "shift roster S12"),
        ]);
        for (reply, means) in [
            ("claim", Some(tapped("shift claim S12"))),
            (" Claim ", Some(tapped("shift claim S12"))),
            ("claim s12", Some(tapped("shift claim S12"))),
            ("ME APUNTO", Some(tapped("shift claim S12"))),
            ("¿quién va?", Some(tapped("shift roster S12"))),
            ("2", Some(tapped("shift drop S12"))),
            ("3", Some(tapped("shift roster S12"))),
            ("claim driver", Some(typed("shift claim S12 driver"))),
            (
                "claim S12  driver for:Ben",
                Some(typed("shift claim S12 driver for:Ben")),
            ),
            ("drop for:\"Ana Ruiz\"", Some(typed("shift drop S12 for:\"Ana Ruiz\""))),
            ("0", None),
            ("4", None),
            ("99999999999999999999999", None),
            ("", None),
            ("thanks!", None),
            ("I claim it", None),
        ] {
            assert_eq!(meant(&shift, reply), means, "{reply:?}");
        }
    }

    #[test]
    fn a_reply_names_an_option_of_a_poll() {
        let poll = keyboard(&[
            ("3", "poll vote P4 #1"),
            ("2", "poll vote P4 #2"),
            ("Tacos", "poll vote P4 #3"),
        ]);
        for (reply, means) in [
            ("tacos", Some(tapped("poll vote P4 #3"))),
            ("2", Some(tapped("poll vote P4 #2"))),
            ("3", Some(tapped("poll vote P4 #1"))),
            ("1", Some(tapped("poll vote P4 #1"))),
            ("vote tacos", Some(typed("poll vote P4 tacos"))),
            ("vote P4 2", Some(typed("poll vote P4 2"))),
            ("vote", Some(typed("poll vote P4"))),
        ] {
            assert_eq!(meant(&poll, reply), means, "{reply:?}");
        }
    }

    #[test]
    fn a_button_that_opens_an_address_counts_and_does_nothing() {
        let mut buttons = keyboard(&[("1 hour", "me pause 1h"), ("foreign", "")]);
        buttons.insert(0, ("Start", None));
        assert_eq!(meant(&buttons, "start"), None);
        assert_eq!(meant(&buttons, "1"), None);
        assert_eq!(meant(&buttons, "2"), Some(tapped("me pause 1h")));
        assert_eq!(meant(&buttons, "pause"), Some(tapped("me pause 1h")));
        assert_eq!(meant(&buttons, "pause 2h"), Some(typed("me pause 2h")));
    }
}
