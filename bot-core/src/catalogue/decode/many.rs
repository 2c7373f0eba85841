//! A question and its options; several values of one argument.

use super::tokens::{Token, Typed, is_quote};

/// How many tokens a text takes that several values follow: the first quoted group; else up to the first word that
/// ends in a question mark; else the first line; else everything.
pub(super) fn question(typed: &Typed<'_>, tokens: &[Token<'_>]) -> usize {
    if tokens.first().is_some_and(|token| token.quoted) {
        return 1;
    }
    let asked = tokens
        .iter()
        .position(|token| token.value.trim_end_matches('!').ends_with('?'));
    let ends = |length: &usize| length == &tokens.len() || typed.breaks_between(&tokens[length - 1], &tokens[*length]);
    asked.map_or_else(|| (1..=tokens.len()).find(ends).unwrap_or_default(), |last| last + 1)
}

/// The values: where commas or line breaks stand outside quotes they separate, so that a value may be of several
/// words; else words and quoted groups. Where there are lines, each is a value, whatever commas it has.
pub(super) fn pieces(typed: &Typed<'_>, tokens: &[Token<'_>]) -> Vec<String> {
    let said = match tokens {
        [only] if only.quoted => return vec![typed.say(tokens)],
        _ => typed.say(tokens),
    };
    let lines = split_outside_quotes(&said, &['\n', '\r']);
    let separated = if lines.len() > 1 {
        lines
    } else {
        split_outside_quotes(&said, &[','])
    };
    if separated.len() == 1 {
        return tokens.iter().map(|token| typed.say(&[*token])).collect();
    }
    separated
        .into_iter()
        .map(|piece| {
            piece
                .trim_matches(|char: char| char.is_whitespace() || is_quote(char))
                .to_owned()
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// The values of a text that is all of them.
pub(in crate::catalogue) fn of(text: &str) -> Vec<String> {
    let typed = Typed::new(text);
    pieces(&typed, &typed.tokens)
}

fn split_outside_quotes<'a>(text: &'a str, separators: &[char]) -> Vec<&'a str> {
    let mut inside = false;
    text.split(|char| {
        inside ^= is_quote(char);
        !inside && separators.contains(&char)
    })
    .collect()
}
