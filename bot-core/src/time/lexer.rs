//! From text to tokens: numbers, clock times, dates and the words of the table. One unknown word, and the text is
//! no time at all.

use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

use super::words::{LONGEST_TERM, Term, Words, folded};

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
    /// `18.30`: hours and minutes, where something says that it is a clock time.
    Dotted(u32, u32),
    /// `2026-12-05`, `2026/12/05`: year, month, day.
    Date(i32, u32, u32),
    /// `5/12`, `5/12/2026`, `5-12-2026`, `5.12.2026`: two numbers in an order that only their writer knows, and the year.
    Slashed(u32, u32, Option<i32>),
    /// `(UTC-5)`: the offset in seconds.
    Offset(i32),
    /// `+01:00` after the clock of `2026-12-05T10:00+01:00`: the offset in seconds.
    Shift(i32),
    /// `(03:30)`: what the clock really shows on a date in an echo.
    Aside(u32, u32),
    /// `-`, `–`, `—`, `−`
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
        iso: false,
    };
    let mut pieces = Vec::new();
    while let Some(&(start, next)) = lexer.chars.peek() {
        let after_a_word = matches!(
            pieces.last(),
            Some(Piece {
                token: Token::Term(_),
                ..
            })
        );
        if next.is_whitespace() || matches!(next, ',' | ';' | '.' | '!' | '¡') || (next == ':' && after_a_word) {
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
    /// Whether the `T` of `2026-12-05T10:00` was read.
    iso: bool,
}

impl Lexer<'_> {
    fn position(&mut self) -> usize {
        self.chars.peek().map_or(self.text.len(), |&(index, _)| index)
    }

    fn token(&mut self, first: char) -> Option<Token> {
        match first {
            '+' | '-' if self.iso => {
                self.iso = false;
                self.shift()
            }
            '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => {
                self.chars.next();
                Some(Token::Dash)
            }
            '(' => self.aside().or_else(|| self.offset()),
            digit if digit.is_ascii_digit() => self.numeric(),
            letter if letter.is_alphabetic() => self.word(),
            _ => None,
        }
    }

    /// The longest run of words that is in the table: "a.m.", "Dec.", "day after tomorrow".
    fn word(&mut self) -> Option<Token> {
        let start = self.position();
        let rest = &self.text[start..];
        let in_word = |c: char| c.is_alphabetic() || c == '.' || ('\u{300}'..='\u{36f}').contains(&c);
        let mut words = String::new();
        let mut end = 0;
        let mut found = None;
        for _ in 0..LONGEST_TERM {
            let blank = rest[end..].len() - rest[end..].trim_start().len();
            let word = rest[end + blank..]
                .split(|c: char| !in_word(c))
                .next()
                .filter(|word| !word.is_empty());
            let (Some(word), true) = (word, end == 0 || blank > 0) else {
                break;
            };
            if end > 0 {
                words.push(' ');
            }
            words.push_str(&folded(word));
            end += blank + word.len();
            if let Some(term) = self.words.term(&words) {
                found = Some((end, term));
            }
        }
        let (length, term) = found?;
        while self.position() < start + length {
            self.chars.next();
        }
        Some(match term {
            Term::Number(value) => Token::Number {
                value,
                digits: if value < 10 { 1 } else { 2 },
            },
            term => Token::Term(term),
        })
    }

    fn numeric(&mut self) -> Option<Token> {
        if let Some(token) = self.numeric_date() {
            return Some(token);
        }
        let (first, digits) = self.number()?;
        if self.follows(':') {
            let (minutes, _) = self.number().filter(|(_, digits)| *digits == 2)?;
            let seconds = if self.follows(':') { self.number()?.0 } else { 0 };
            return Some(Token::Clock(first, minutes, seconds));
        }
        if self.follows('/') {
            let (second, _) = self.number()?;
            if digits == 4 {
                let day = if self.follows('/') {
                    self.number()?.0
                } else {
                    return None;
                };
                return Some(Token::Date(i32::try_from(first).ok()?, second, day));
            }
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
        let start = self.position();
        let rest = &self.text.as_bytes()[start..];
        if let [b'.', b'0'..=b'9', b'0'..=b'9', after @ ..] = rest
            && digits <= 2
            && !after.first().is_some_and(u8::is_ascii_digit)
        {
            self.follows('.');
            return Some(Token::Dotted(first, self.number()?.0));
        }
        Some(Token::Number { value: first, digits })
    }

    /// `5-12-2026`, `5.12.2026`
    fn numeric_date(&mut self) -> Option<Token> {
        let start = self.position();
        let rest = &self.text[start..];
        let length = rest
            .find(|c: char| !c.is_ascii_digit() && c != '-' && c != '.')
            .unwrap_or(rest.len());
        let written = rest[..length].trim_end_matches(['-', '.']);
        let separator = written.chars().find(|c| !c.is_ascii_digit())?;
        let numbers: Vec<&str> = written.split(separator).collect();
        let [one, other, year] = numbers[..] else { return None };
        let token = match [one.len(), other.len(), year.len()] {
            [1..=2, 1..=2, 4] => Token::Slashed(one.parse().ok()?, other.parse().ok()?, Some(year.parse().ok()?)),
            _ => return None,
        };
        while self.position() < start + written.len() {
            self.chars.next();
        }
        Some(token)
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
            self.iso = true;
        }
    }

    /// `+01:00`, `-0500`
    fn shift(&mut self) -> Option<Token> {
        let sign = if self.chars.next()?.1 == '-' { -1 } else { 1 };
        let (hours, digits) = self.number()?;
        let (hours, minutes) = match digits {
            4 => (hours / 100, hours % 100),
            2 if self.follows(':') => (hours, self.number()?.0),
            2 => (hours, 0),
            _ => return None,
        };
        let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
        (hours < 24 && minutes < 60).then_some(Token::Shift(sign * seconds))
    }

    /// `(03:30)`
    fn aside(&mut self) -> Option<Token> {
        let position = self.position();
        let inside = self.text[position..].strip_prefix('(')?;
        let (inside, _) = inside.split_once(')')?;
        let (hours, minutes) = inside.split_once(':')?;
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() == 2);
        let token = Token::Aside(number(hours)?, number(minutes)?);
        while self.position() <= position + inside.len() + 1 {
            self.chars.next();
        }
        Some(token)
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
