//! From text to tokens: numbers, clock times, dates and the words of the table. One unknown word, and the text is
//! no time at all.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use super::words::{Term, Words};

/// A piece of a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Token {
    /// A number of at most four digits.
    Number {
        /// Its value.
        value: u32,
        /// How many digits it was written with.
        digits: usize,
    },
    /// `10:30`, `10:30:15`: hours, minutes, seconds.
    Clock(u32, u32, u32),
    /// `2026-12-05`: year, month, day.
    Date(i32, u32, u32),
    /// `5/12`, `5/12/2026`: two numbers in an order that only their writer knows, and the year.
    Slashed(u32, u32, Option<i32>),
    /// `(UTC-5)`: the offset in seconds.
    Offset(i32),
    /// `-`, `–`, `—`
    Dash,
    /// A word of the table.
    Term(Term),
}

/// A token and the bytes of the text that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// The token.
    pub(crate) token: Token,
    /// Where it stands.
    pub(crate) span: Range<usize>,
}

/// The tokens of a text; `None` where something in it belongs to no time.
pub(crate) fn lex(text: &str, words: &Words) -> Option<Vec<Piece>> {
    let mut lexer = Lexer {
        text,
        words,
        chars: text.char_indices().peekable(),
    };
    let mut pieces = Vec::new();
    while let Some(&(start, next)) = lexer.chars.peek() {
        if next.is_whitespace() || next == ',' {
            lexer.chars.next();
            continue;
        }
        let token = lexer.token(next)?;
        let span = start..lexer.position();
        pieces.push(Piece { token, span });
    }
    Some(pieces)
}

struct Lexer<'t> {
    text: &'t str,
    words: &'t Words,
    chars: Peekable<CharIndices<'t>>,
}

impl Lexer<'_> {
    fn position(&mut self) -> usize {
        self.chars.peek().map_or(self.text.len(), |&(index, _)| index)
    }

    fn token(&mut self, first: char) -> Option<Token> {
        match first {
            '-' | '–' | '—' => {
                self.chars.next();
                Some(Token::Dash)
            }
            '(' => self.offset(),
            digit if digit.is_ascii_digit() => self.numeric(),
            letter if letter.is_alphabetic() => self.word().map(Token::Term),
            _ => None,
        }
    }

    /// A word of the table; dots in it are dropped: "a.m.", "Dec."
    fn word(&mut self) -> Option<Term> {
        let start = self.position();
        while self.chars.next_if(|&(_, c)| c.is_alphabetic() || c == '.').is_some() {}
        let end = self.position();
        self.words.term(&self.text[start..end].replace('.', ""))
    }

    fn numeric(&mut self) -> Option<Token> {
        let (first, digits) = self.number()?;
        if self.follows(':') {
            let (minutes, _) = self.number()?;
            let seconds = if self.follows(':') { self.number()?.0 } else { 0 };
            return Some(Token::Clock(first, minutes, seconds));
        }
        if self.follows('/') {
            let (second, _) = self.number()?;
            let year = if self.follows('/') {
                Some(full_year(self.number()?))
            } else {
                None
            };
            return Some(Token::Slashed(first, second, year));
        }
        if digits == 4 && self.is_date_next() {
            self.follows('-');
            let (month, _) = self.number()?;
            self.follows('-');
            let (day, _) = self.number()?;
            self.skip_date_separator();
            return Some(Token::Date(i32::try_from(first).ok()?, month, day));
        }
        Some(Token::Number { value: first, digits })
    }

    /// Digits, at most four.
    fn number(&mut self) -> Option<(u32, usize)> {
        let start = self.position();
        while self.chars.next_if(|(_, c)| c.is_ascii_digit()).is_some() {}
        let digits = &self.text[start..self.position()];
        let value = digits.parse().ok().filter(|_| digits.len() <= 4)?;
        Some((value, digits.len()))
    }

    fn follows(&mut self, expected: char) -> bool {
        self.chars.next_if(|&(_, c)| c == expected).is_some()
    }

    /// Whether `-MM-DD` comes next, after four digits.
    fn is_date_next(&mut self) -> bool {
        let position = self.position();
        let mut parts = self.text[position..].splitn(3, '-');
        let starts_with_digit = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
        parts.next() == Some("")
            && parts
                .next()
                .is_some_and(|month| starts_with_digit(month) && month.chars().all(|c| c.is_ascii_digit()))
            && parts.next().is_some_and(starts_with_digit)
    }

    /// The `T` of `2026-12-05T10:00`.
    fn skip_date_separator(&mut self) {
        let position = self.position();
        let rest = &self.text.as_bytes()[position..];
        if let [b'T' | b't', b'0'..=b'9', ..] = rest {
            self.chars.next();
        }
    }

    /// `(UTC-5)`, `(UTC+05:30)`
    fn offset(&mut self) -> Option<Token> {
        let position = self.position();
        let inside = self.text[position..].strip_prefix('(')?;
        let (inside, _) = inside.split_once(')')?;
        let seconds = read_offset(inside)?;
        while self.chars.next_if(|&(_, c)| c != ')').is_some() {}
        self.chars.next();
        Some(Token::Offset(seconds))
    }
}

/// The seconds of `UTC-5`, `UTC+05:30`, `UTC-00:44:30`.
fn read_offset(text: &str) -> Option<i32> {
    let (name, amount) = text.split_at_checked(3)?;
    let sign = match amount.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    if !name.eq_ignore_ascii_case("utc") || amount.len() > 9 {
        return None;
    }
    let mut seconds = 0;
    let mut unit = 3600;
    for part in amount[1..].split(':') {
        let digits = Some(part).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))?;
        seconds += digits.parse::<i32>().ok().filter(|number| *number < 60)? * unit;
        unit /= 60;
    }
    Some(sign * seconds)
}

/// `26` is 2026.
fn full_year((year, digits): (u32, usize)) -> i32 {
    let year = i32::try_from(year).unwrap_or(i32::MAX);
    if digits <= 2 { 2000 + year } else { year }
}
