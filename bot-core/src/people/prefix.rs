//! What stands before a command in a group's rooms, where a platform tells commands from talk by a sign alone.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The most characters of a prefix.
const MOST_CHARS: usize = 3;

/// One to three signs: `!` where nobody has set any, and where there is no group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Prefix(String);

/// What can be no prefix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a prefix is one to three signs")]
pub struct NoPrefix;

impl Default for Prefix {
    fn default() -> Self {
        Self("!".to_owned())
    }
}

impl FromStr for Prefix {
    type Err = NoPrefix;

    fn from_str(typed: &str) -> Result<Self, NoPrefix> {
        let fits = (1..=MOST_CHARS).contains(&typed.chars().count()) && typed.chars().all(is_sign);
        fits.then(|| Self(typed.to_owned())).ok_or(NoPrefix)
    }
}

impl Prefix {
    /// The signs.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Prefix {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl PartialEq<str> for Prefix {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

/// Whether a prefix may have it: a sign that everybody sees and nothing else begins with. `/` begins the apps' own commands,
/// `@` a mention, and a quote mark would open a quotation.
fn is_sign(char: char) -> bool {
    match char {
        '/' | '@' | '"' => false,
        char if char.is_ascii() => char.is_ascii_punctuation(),
        char => {
            matches!(char, '\u{a1}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{20a0}'..='\u{20c0}' | '\u{2100}'..='\u{2bff}' | '\u{3001}'..='\u{303f}' | '\u{1f000}'..='\u{1faff}')
                && !char.is_alphanumeric()
                && char != '\u{ad}'
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_prefixes() {
        for typed in ["!", "?", "!!", ".-.", "¡", "§", "→", "🍕"] {
            let prefix: Prefix = typed.parse().unwrap();
            assert_eq!(prefix.to_string(), typed);
        }
    }

    #[test]
    fn nothing_else_is() {
        for typed in [
            "", "!!!!", "a", "!m", "3", "/", "@", "!/", "! ", " ", "\"", "é", "½", "\u{200b}", "\u{ad}", "\u{202e}",
            "\n",
        ] {
            assert_eq!(typed.parse::<Prefix>(), Err(NoPrefix), "{typed:?}");
        }
    }
}
