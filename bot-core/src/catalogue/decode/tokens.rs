//! What was typed, cut into words; quotes group words.

/// A word as typed, or the words that quotes group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::catalogue) struct Token<'a> {
    /// Its place among the tokens.
    pub(in crate::catalogue) index: usize,
    /// Where it begins in the text, key and quotes included, in bytes.
    pub(in crate::catalogue) start: usize,
    /// Where it ends.
    pub(in crate::catalogue) end: usize,
    /// What stands before the first colon, where that could be the key of an option.
    pub(in crate::catalogue) key: Option<&'a str>,
    /// What it says: without quotes, and after `key:` if there is a key.
    pub(in crate::catalogue) value: &'a str,
    /// Whether quotes group it.
    pub(in crate::catalogue) quoted: bool,
}

impl Token<'_> {
    /// The value of an option, as a token of its own; `None` if nothing stands after the colon.
    pub(in crate::catalogue) fn after_key(self) -> Option<Self> {
        let key = self.key?;
        (self.quoted || !self.value.is_empty()).then(|| Self {
            start: self.start + key.len() + 1,
            key: None,
            ..self
        })
    }
}

/// A text with its tokens.
#[derive(Debug)]
pub(in crate::catalogue) struct Typed<'a> {
    text: &'a str,
    pub(in crate::catalogue) tokens: Vec<Token<'a>>,
}

impl<'a> Typed<'a> {
    /// Cuts the text at white space; a group that double quotes open at the start of a word, or after `key:`, is
    /// one token. Quotes that are never closed run to the end; quotes inside a word belong to the word.
    pub(in crate::catalogue) fn new(text: &'a str) -> Self {
        let mut tokens = Vec::new();
        let mut at = 0;
        while let Some(skipped) = text[at..].find(|char: char| !char.is_whitespace()) {
            let token = token(text, at + skipped, tokens.len());
            at = token.end;
            tokens.push(token);
        }
        Self { text, tokens }
    }

    /// The token as it was typed.
    pub(in crate::catalogue) fn slice(&self, token: &Token<'_>) -> &'a str {
        &self.text[token.start..token.end]
    }

    /// What those tokens say together. If they are one quoted group the quotes fall away; otherwise quotes are the
    /// writer's own. Where tokens between them were taken out, a space or a line break closes the gap.
    pub(in crate::catalogue) fn say(&self, tokens: &[Token<'_>]) -> String {
        if let [only] = tokens {
            return if only.quoted && only.key.is_none() {
                only.value.to_owned()
            } else {
                self.slice(only).to_owned()
            };
        }
        let mut said = String::new();
        let mut before: Option<&Token<'_>> = None;
        for token in tokens {
            if let Some(before) = before {
                said.push_str(self.gap(before, token));
            }
            said.push_str(self.slice(token));
            before = Some(token);
        }
        said
    }

    /// Whether a line ends between two tokens.
    pub(in crate::catalogue) fn breaks_between(&self, before: &Token<'_>, token: &Token<'_>) -> bool {
        self.text[before.end..token.start].contains('\n')
    }

    fn gap(&self, before: &Token<'_>, token: &Token<'_>) -> &'a str {
        if before.index + 1 == token.index {
            &self.text[before.end..token.start]
        } else if self.breaks_between(before, token) {
            "\n"
        } else {
            " "
        }
    }
}

fn token(text: &str, start: usize, index: usize) -> Token<'_> {
    let rest = &text[start..];
    let key = key(rest);
    let value = key.map_or(rest, |key| &rest[key.len() + 1..]);
    let value_start = start + rest.len() - value.len();
    let (value, end, quoted) = if let Some(inside) = value.strip_prefix(is_quote) {
        let opening = value.len() - inside.len();
        let length = inside.find(is_quote).unwrap_or(inside.len());
        let closing = inside[length..].chars().next().map_or(0, char::len_utf8);
        (&inside[..length], value_start + opening + length + closing, true)
    } else {
        let length = value.find(char::is_whitespace).unwrap_or(value.len());
        (&value[..length], value_start + length, false)
    };
    Token {
        index,
        start,
        end,
        key,
        value,
        quoted,
    }
}

/// The letters before a colon. A clock time (`10:00`) begins with no letter.
fn key(rest: &str) -> Option<&str> {
    let length = rest.find(|char: char| !char.is_ascii_alphanumeric() && char != '_')?;
    (rest[length..].starts_with(':') && rest.starts_with(|char: char| char.is_ascii_alphabetic()))
        .then(|| &rest[..length])
}

/// Straight double quotes, the curly ones that telephones put in their place, and those of Spanish.
pub(crate) const fn is_quote(char: char) -> bool {
    matches!(char, '"' | '\u{201c}' | '\u{201d}' | '«' | '»')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(text: &str) -> Vec<&str> {
        Typed::new(text).tokens.iter().map(|token| token.value).collect()
    }

    #[test]
    fn quotes_group_words_straight_or_curly_and_after_a_key() {
        assert_eq!(values("a  \"b c\" “d e” at:\"f g\"h"), ["a", "b c", "d e", "f g", "h"]);
        assert_eq!(
            values("«Ana María» at:«Casa del Pueblo»"),
            ["Ana María", "Casa del Pueblo"]
        );
    }

    #[test]
    fn quotes_that_are_never_closed_run_to_the_end_and_quotes_inside_a_word_stay() {
        assert_eq!(values("6\" pipe \"May Day"), ["6\"", "pipe", "May Day"]);
    }

    #[test]
    fn only_letters_make_a_key() {
        let typed = Typed::new("10:00 at:Library https://x.org ¿at:x");
        let keys: Vec<_> = typed.tokens.iter().map(|token| token.key).collect();
        assert_eq!(keys, [None, Some("at"), Some("https"), None]);
    }

    #[test]
    fn tokens_are_said_as_they_were_typed() {
        let typed = Typed::new("bring  the \"big\" sign");
        assert_eq!(typed.say(&typed.tokens), "bring  the \"big\" sign");
        assert_eq!(typed.say(&typed.tokens[2..3]), "big");
        let apart = [typed.tokens[0], typed.tokens[3]];
        assert_eq!(typed.say(&apart), "bring sign");
    }
}
