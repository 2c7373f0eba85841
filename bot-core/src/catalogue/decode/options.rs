//! `key:value` options, wherever they stand, and how far a value of several words reaches.

use super::tokens::Token;
use super::{Bound, Reader, value};
use crate::catalogue::refuse;
use crate::catalogue::{ArgKind, ArgSpec, Shape, Value};
use crate::error::UserError;

/// An option as typed: everything from its value to the next option.
struct Given<'a> {
    arg: &'static ArgSpec,
    run: Vec<Token<'a>>,
}

impl Given<'_> {
    fn is_open_text(&self) -> bool {
        matches!(self.arg.kind, ArgKind::Text { .. }) && self.run.len() > 1 && !self.run[0].quoted
    }
}

impl<'a> Reader<'a> {
    /// Pulls the options out and binds what is left by position. A text reads on to the next option, as long as
    /// what must stand by position is still there without it: `at:Main Library needs:6`. Otherwise it gives back a
    /// `<when>` at its end, else everything but its first word: `at:Library Canvass sat 10am`.
    pub(super) fn bind_typed(&self, taken: &[&'static str]) -> Result<Bound, UserError> {
        let (before, given) = self.sort(taken)?;
        let mut bound = Bound::new();
        let mut lengths = Vec::new();
        for option in &given {
            lengths.push(self.closed_value(option, &mut bound)?);
        }
        let mut first_refusal = None;
        for lengths in self.attempts(&given, &lengths) {
            let rest = rest(&before, &given, &lengths);
            match self.bind_by_position(taken, &rest) {
                Ok(positional) => {
                    bound.extend(positional);
                    for (option, length) in given.iter().zip(&lengths).filter(|(option, _)| option.is_text()) {
                        let typed = self.typed.say(&option.run[..*length]);
                        bound.push((option.arg.name, value::read(self, option.arg, &typed)?));
                    }
                    return Ok(bound);
                }
                Err(refusal) => first_refusal = first_refusal.or(Some(refusal)),
            }
        }
        first_refusal.map_or(Ok(bound), Err)
    }

    /// The tokens before the first option, and the options with all that follows each.
    fn sort(&self, taken: &[&'static str]) -> Result<(Vec<Token<'a>>, Vec<Given<'a>>), UserError> {
        let mut before = Vec::new();
        let mut given: Vec<Given<'a>> = Vec::new();
        for token in &self.typed.tokens {
            if before.is_empty() && self.opens_audience(token, taken) {
                before.push(*token);
                continue;
            }
            match self.option(token)? {
                Some(arg) if taken.contains(&arg.name) || given.iter().any(|given| given.arg.name == arg.name) => {
                    return Err(refuse::twice(arg));
                }
                Some(arg) => given.push(Given {
                    arg,
                    run: token.after_key().into_iter().collect(),
                }),
                None => given
                    .last_mut()
                    .map_or(&mut before, |given| &mut given.run)
                    .push(*token),
            }
        }
        match given.iter().find(|given| given.run.is_empty()) {
            Some(empty) => Err(refuse::no_value(empty.arg)),
            None => Ok((before, given)),
        }
    }

    /// Whether a token is the audience that stands by position, though it has a key as options have: `team:North`. A slip
    /// in such a key is one, too: what is said of it names the audiences.
    fn opens_audience(&self, token: &Token<'_>, taken: &[&'static str]) -> bool {
        let audience = self.spec.args.iter().find(|arg| arg.kind == ArgKind::Audience);
        let awaited = audience.is_some_and(|arg| arg.shape != Shape::Keyed && !taken.contains(&arg.name));
        let mut options = self.spec.args.iter().filter(|arg| arg.shape == Shape::Keyed);
        let mut is_option =
            |key: &str| options.any(|arg| strsim::osa_distance(&key.to_ascii_lowercase(), arg.name) <= 1);
        awaited && token.key.is_some_and(|key| !is_option(key))
    }

    /// The option that a token opens. A key that is one letter off, or of no option at all, is an error: swallowed into
    /// a text it would be lost without a word, as in a poll that somebody believes to be `secret:yes`.
    fn option(&self, token: &Token<'_>) -> Result<Option<&'static ArgSpec>, UserError> {
        let Some(key) = token.key else { return Ok(None) };
        let mut options = self.spec.args.iter().filter(|arg| arg.shape == Shape::Keyed);
        if let Some(option) = options.clone().find(|option| option.name.eq_ignore_ascii_case(key)) {
            return Ok(Some(option));
        }
        let url_or_prose = token.value.is_empty() || token.value.starts_with("//") || key.len() < 3;
        if url_or_prose || key.len() > super::OPTION_CHARS {
            return Ok(None);
        }
        let takes_options = options.clone().next().is_some();
        let typed_as_key = key.bytes().all(|letter| letter.is_ascii_lowercase());
        let key = key.to_ascii_lowercase();
        match options.find(|option| strsim::osa_distance(&key, option.name) == 1) {
            Some(meant) => Err(refuse::near_option(&key, token.value, meant)),
            None if takes_options && typed_as_key => Err(refuse::unknown_field(&key)),
            None => Ok(None),
        }
    }

    /// Reads a value whose end is plain, and says how many tokens it takes; a text's end is not, so it takes all.
    fn closed_value(&self, option: &Given<'_>, bound: &mut Bound) -> Result<usize, UserError> {
        let Given { arg, run } = option;
        let (length, value) = match arg.kind {
            ArgKind::Text { .. } if run[0].quoted => return Ok(1),
            ArgKind::Text { .. } => return Ok(run.len()),
            ArgKind::When | ArgKind::WhenOrNone if !run[0].quoted && !value::is_none(arg, run[0].value) => {
                let (length, when) = self.leading_when(run)?;
                (length, Value::When(Box::new(when)))
            }
            ArgKind::Duration | ArgKind::DurationOrNone if !run[0].quoted && !value::is_none(arg, run[0].value) => {
                let (length, duration) = self.leading_duration(run)?;
                (length, Value::Duration(duration))
            }
            _ => (1, value::read(self, arg, &self.typed.say(&run[..1]))?),
        };
        bound.push((arg.name, value));
        Ok(length)
    }

    /// How far the texts may reach, the likeliest first: all of them to the next option; then each in turn shorter.
    fn attempts(&self, given: &[Given<'_>], longest: &[usize]) -> Vec<Vec<usize>> {
        let mut attempts = vec![longest.to_vec()];
        let open: Vec<usize> = (0..given.len()).filter(|at| given[*at].is_open_text()).collect();
        let reads_when = self
            .spec
            .args
            .iter()
            .any(|arg| arg.kind == ArgKind::When && arg.shape != Shape::Keyed);
        for &at in &open {
            if reads_when && let Some((length @ 1.., _)) = self.trailing_when(&given[at].run) {
                attempts.push(with(longest, at, length));
            }
            attempts.push(with(longest, at, 1));
        }
        if open.len() > 1 {
            attempts.push(open.iter().fold(longest.to_vec(), |lengths, at| with(&lengths, *at, 1)));
        }
        attempts
    }
}

impl Given<'_> {
    fn is_text(&self) -> bool {
        matches!(self.arg.kind, ArgKind::Text { .. })
    }
}

fn with(lengths: &[usize], at: usize, length: usize) -> Vec<usize> {
    let mut lengths = lengths.to_vec();
    lengths[at] = length;
    lengths
}

/// What the options leave to the arguments by position.
fn rest<'a>(before: &[Token<'a>], given: &[Given<'a>], lengths: &[usize]) -> Vec<Token<'a>> {
    let left = given
        .iter()
        .zip(lengths)
        .flat_map(|(option, length)| &option.run[*length..]);
    before.iter().chain(left).copied().collect()
}
