//! Arguments by position.

use super::many::{pieces, question};
use super::tokens::Token;
use super::{Bound, Reader, args, value};
use crate::catalogue::refuse;
use crate::catalogue::{ArgKind, ArgSpec, Shape, Value, quoted};
use crate::error::{Hint, UserError};

impl Reader<'_> {
    /// Binds the tokens to the arguments by position, in order, but for those that came by name.
    pub(super) fn bind_by_position(&self, taken: &[&'static str], tokens: &[Token<'_>]) -> Result<Bound, UserError> {
        let positional: Vec<_> = self
            .spec
            .args
            .iter()
            .filter(|arg| arg.shape != Shape::Keyed && !taken.contains(&arg.name))
            .collect();
        let mut bound = Bound::new();
        let mut left = tokens;
        let mut args = positional.as_slice();
        while let [arg, rest @ ..] = args {
            let used = match left {
                [] => absent(arg).map(|()| (0, 1))?,
                _ => self.bind_next(arg, rest.first().copied(), left, &mut bound)?,
            };
            left = &left[used.0..];
            args = &args[used.1..];
        }
        match left {
            [] => Ok(bound),
            _ => Err(self.surplus(&positional, tokens, left)),
        }
    }

    /// Binds one argument, or a text and its `<when>` together; says how many tokens and arguments that took.
    fn bind_next(
        &self,
        arg: &'static ArgSpec,
        next: Option<&'static ArgSpec>,
        left: &[Token<'_>],
        bound: &mut Bound,
    ) -> Result<(usize, usize), UserError> {
        let next_kind = next.map(|next| next.kind);
        match (arg.kind, next, next_kind) {
            (_, _, _) if matches!(arg.shape, Shape::Many { .. }) => {
                bound.push((arg.name, self.many(arg, left)?));
                Ok((left.len(), 1))
            }
            (ArgKind::Text { .. }, Some(next), Some(ArgKind::When)) => self.text_then_when(arg, next, left, bound),
            (ArgKind::Text { .. }, Some(next), _) if matches!(next.shape, Shape::Many { .. }) => {
                let length = question(&self.typed, left);
                bound.push((arg.name, self.read(arg, &left[..length])?));
                Ok((length, 1))
            }
            (ArgKind::When, Some(_), _) => {
                let (length, when) = self
                    .leading_when(left)
                    .map_err(|error| self.when_comes_first(error, left))?;
                bound.push((arg.name, Value::When(Box::new(when))));
                Ok((length, 1))
            }
            (ArgKind::Duration, Some(_), _) => {
                let (length, duration) = self.leading_duration(left)?;
                bound.push((arg.name, Value::Duration(duration)));
                Ok((length, 1))
            }
            (ArgKind::Text { .. } | ArgKind::When | ArgKind::Duration | ArgKind::Zone | ArgKind::Group, _, _) => {
                bound.push((arg.name, self.read(arg, left)?));
                Ok((left.len(), 1))
            }
            _ => {
                bound.push((arg.name, self.read(arg, &left[..1])?));
                Ok((1, 1))
            }
        }
    }

    /// `remind me call Ben tomorrow 9am`: the time stands after the text, and is offered before it.
    fn when_comes_first(&self, error: UserError, left: &[Token<'_>]) -> UserError {
        let Some((length @ 1.., Ok(_))) = self.trailing_when(left) else {
            return error;
        };
        let (text, when) = left.split_at(length);
        let meant = format!("{} {} {}", self.spec.path, self.typed.say(when), self.typed.say(text));
        UserError::new(error.message).hint(Hint::DidYouMean(refuse::suggestion(&meant)))
    }

    fn text_then_when(
        &self,
        text: &'static ArgSpec,
        when: &'static ArgSpec,
        left: &[Token<'_>],
        bound: &mut Bound,
    ) -> Result<(usize, usize), UserError> {
        match self.trailing_when(left) {
            Some((0, _)) => Err(args::missing(text.name)),
            Some((length, value)) => {
                bound.push((text.name, self.read(text, &left[..length])?));
                bound.push((when.name, Value::When(Box::new(value?))));
                Ok((left.len(), 2))
            }
            None if when.shape == Shape::Optional => {
                bound.push((text.name, self.read(text, left)?));
                Ok((left.len(), 2))
            }
            None => Err(args::missing(when.name)),
        }
    }

    pub(super) fn many(&self, arg: &ArgSpec, left: &[Token<'_>]) -> Result<Value, UserError> {
        let pieces = pieces(&self.typed, left);
        let Shape::Many { min, max } = arg.shape else {
            return Err(refuse::surplus(&self.typed.say(left)));
        };
        match pieces.len() {
            given if given > max => Err(refuse::too_many(arg, max, given)),
            given if given < min => Err(refuse::too_few(arg, min)),
            _ => pieces
                .iter()
                .map(|piece| value::read_one_of_many(arg, piece))
                .collect::<Result<_, _>>()
                .map(Value::Many),
        }
    }

    fn read(&self, arg: &ArgSpec, tokens: &[Token<'_>]) -> Result<Value, UserError> {
        value::read(self, arg, &self.typed.say(tokens))
    }

    /// Words too many. After a name of one word they may belong to the name, so quotes are offered.
    fn surplus(&self, positional: &[&ArgSpec], tokens: &[Token<'_>], left: &[Token<'_>]) -> UserError {
        let error = refuse::surplus(&self.typed.say(left));
        let at = tokens.len() - left.len();
        let named = positional
            .last()
            .is_some_and(|last| matches!(last.kind, ArgKind::Member | ArgKind::Team | ArgKind::Word { .. }));
        let (Some(last), true) = (at.checked_sub(1), named) else {
            return error;
        };
        let before = self.typed.say(&tokens[..last]);
        let name = self.typed.say(&tokens[last..]);
        let meant = format!("{} {before} {}", self.spec.path, quoted(&name));
        error.hint(Hint::DidYouMean(refuse::suggestion(&meant.replace("  ", " "))))
    }
}

/// Whether an argument may be left out.
fn absent(arg: &ArgSpec) -> Result<(), UserError> {
    match arg.shape {
        Shape::Required | Shape::Many { min: 1, .. } => Err(args::missing(arg.name)),
        Shape::Many { min: min @ 2.., .. } => Err(refuse::too_few(arg, min)),
        _ => Ok(()),
    }
}
