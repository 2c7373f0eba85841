//! From what was typed to a command with typed arguments. Only [`decode`] and [`find`](super::find()) may reject, so
//! that the wording is the same on every surface.
//!
//! - `tokens`: words and quotes
//! - `options`: `key:value`, anywhere
//! - `positional`: everything else, in order; `clock` finds the words of time in it, `many` the values of a list
//! - `value`: one argument from its words
//! - [`Args`]: what a `build` function takes

mod args;
mod clock;
pub(super) mod many;
mod options;
mod positional;
#[cfg(test)]
mod tests;
pub(crate) mod tokens;
mod value;

pub use args::Args;

use super::{ArgSpec, Command, CommandSpec, RawInvocation, Shape, Value, find, refuse};
use crate::error::UserError;
use crate::time::Frame;
use tokens::Typed;

/// The most letters that the key of an option has.
pub(super) const OPTION_CHARS: usize = 32;

/// Decoded arguments on their way into [`Args`].
type Bound = Vec<(&'static str, Value)>;

/// One invocation of one command, being read.
struct Reader<'a> {
    spec: &'static CommandSpec,
    typed: Typed<'a>,
    frame: &'a Frame,
}

/// The command with its typed arguments, or a sentence that names the argument that does not fit, the usage line and
/// an example.
pub fn decode(spec: &'static CommandSpec, raw: &RawInvocation, frame: &Frame) -> Result<Command, UserError> {
    args_of(spec, raw, frame)
        .and_then(spec.build)
        .map_err(|error| refuse::with_usage(error, spec))
}

fn args_of(spec: &'static CommandSpec, raw: &RawInvocation, frame: &Frame) -> Result<Args, UserError> {
    find::fits(raw)?;
    let reader = Reader {
        spec,
        typed: Typed::new(find::after_path(spec, &raw.text)),
        frame,
    };
    reader.args(&raw.named)
}

/// The argument that came by name and does not fit, where it is one of them.
pub(crate) fn misfit(spec: &'static CommandSpec, raw: &RawInvocation, frame: &Frame) -> Option<&'static ArgSpec> {
    let reader = Reader {
        spec,
        typed: Typed::new(""),
        frame,
    };
    let mut given = raw.named.iter().filter(|(_, typed)| !typed.trim().is_empty());
    let (name, _) = given.find(|(name, typed)| reader.field(name, typed, &Bound::new()).is_err())?;
    spec.args.iter().find(|arg| arg.name == name)
}

impl Reader<'_> {
    fn args(&self, named: &[(String, String)]) -> Result<Args, UserError> {
        let mut bound = Bound::new();
        for (name, typed) in named.iter().filter(|(_, typed)| !typed.trim().is_empty()) {
            bound.push(self.field(name, typed, &bound)?);
        }
        let taken: Vec<_> = bound.iter().map(|(name, _)| *name).collect();
        bound.extend(self.bind_typed(&taken)?);
        Ok(Args(bound.into_iter().collect()))
    }

    /// An argument that came by name.
    fn field(&self, name: &str, typed: &str, bound: &Bound) -> Result<(&'static str, Value), UserError> {
        let spec = self.spec.args.iter().find(|arg| arg.name == name);
        let arg = spec.ok_or_else(|| refuse::unknown_field(name))?;
        if bound.iter().any(|(bound, _)| *bound == arg.name) {
            return Err(refuse::twice(arg));
        }
        let value = match arg.shape {
            Shape::Many { .. } => {
                let field = Reader {
                    typed: Typed::new(typed),
                    ..*self
                };
                field.many(arg, &field.typed.tokens)?
            }
            _ => value::read(self, arg, typed)?,
        };
        Ok((arg.name, value))
    }
}
