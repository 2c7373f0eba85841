//! Which reaction stands for which button. A sign stays with its act however a card changes, so that a reaction to what was
//! shown a moment ago means the same: each act has its own, an option of a poll the sign of its number.

use std::collections::HashSet;

use muster_core::reply::Button;
use muster_core::reply::action::ActionToken;

use super::Offer;

/// The signs of acts, by the word of their command.
const OF_ACTS: [(&str, &str); 12] = [
    ("claim", "✅"),
    ("confirm", "👍"),
    ("drop", "❌"),
    ("decline", "❌"),
    ("roster", "👥"),
    ("done", "☑️"),
    ("ack", "👍"),
    ("send", "📣"),
    ("stop", "🛑"),
    ("show", "👀"),
    ("snooze", "💤"),
    ("undo", "↩️"),
];

/// The signs of numbers.
const OF_NUMBERS: [&str; 10] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣", "🔟"];

/// The buttons, each with its sign. One for which there is no sign left is pressed by its number in a reply.
pub(super) fn assigned<'a>(buttons: impl Iterator<Item = &'a Button>) -> Vec<Offer> {
    let mut taken = HashSet::new();
    let offer = |(at, button): (usize, &Button)| {
        let own = of_option(&button.token).or_else(|| of_act(&button.token));
        let own = own.filter(|key| !taken.contains(key));
        let mut numbers = OF_NUMBERS.iter().skip(at).copied();
        let key = own.or_else(|| numbers.find(|key| !taken.contains(key)));
        taken.extend(key);
        Offer {
            key: key.unwrap_or_default().to_owned(),
            label: button.label.clone(),
            token: button.token.clone(),
        }
    };
    buttons.enumerate().map(offer).collect()
}

/// The sign of an option's number: `poll vote P4 #2`.
fn of_option(token: &str) -> Option<&'static str> {
    let (_, number) = token.rsplit_once(" #")?;
    let number: usize = number.parse().ok()?;
    OF_NUMBERS.get(number.checked_sub(1)?).copied()
}

fn of_act(token: &str) -> Option<&'static str> {
    let token: ActionToken = token.parse().ok()?;
    let act = token.command().split_whitespace().nth(1)?;
    let sign = OF_ACTS.iter().find(|(word, _)| *word == act);
    sign.map(|(_, sign)| *sign)
}

/// Whether two signs are the same one: clients differ in whether they ask for it in colour (U+FE0F).
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let bare = |sign: &str| sign.trim().replace('\u{fe0f}', "");
    !bare(one).is_empty() && bare(one) == bare(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(commands: &[&str]) -> Vec<String> {
        let buttons: Vec<_> = commands
            .iter()
            .map(|command| Button {
                label: (*command).to_owned(),
                token: format!("1AZNjaPIBcACAAAAAAAAAAQ.{command}"),
            })
            .collect();
        assigned(buttons.iter()).into_iter().map(|offer| offer.key).collect()
    }

    #[test]
    fn a_sign_stays_with_its_act() {
        assert_eq!(
            keys(&["shift claim S1", "shift drop S1", "shift roster S1"]),
            ["✅", "❌", "👥"]
        );
        assert_eq!(keys(&["shift drop S1", "shift roster S1"]), ["❌", "👥"]);
        assert_eq!(keys(&["poll vote P1 #2", "poll vote P1 #3"]), ["2️⃣", "3️⃣"]);
    }

    #[test]
    fn what_has_no_sign_of_its_own_has_its_number() {
        assert_eq!(
            keys(&["shift claim S1 driver", "shift claim S1 medic", "me pause 1h"]),
            ["✅", "2️⃣", "3️⃣"]
        );
        let many: Vec<String> = (1..=12).map(|number| format!("poll vote P1 #{number}")).collect();
        let keys = keys(&many.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(keys[9], "🔟");
        assert_eq!(keys[10..], ["", ""]);
    }

    #[test]
    fn clients_differ_in_colour() {
        assert!(is_same("☑️", "☑"));
        assert!(is_same("1️⃣", "1⃣"));
        assert!(!is_same("✅", "❌"));
        assert!(!is_same("", "\u{fe0f}"));
    }
}
