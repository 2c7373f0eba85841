//! Decoded arguments, as a `build` function takes them.

use std::collections::HashMap;

use crate::broadcast::audience::Asked;
use crate::catalogue::Value;
use crate::error::UserError;
use crate::ids::Reference;
use crate::phrase;
use crate::time::{Duration, When};

/// Decoded arguments by name. Each getter takes the argument out; it gives `None` for one that was not given.
/// A getter of another type than the argument's kind gives `None` too.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Args(pub HashMap<&'static str, Value>);

macro_rules! getters {
    ($($(#[$doc:meta])* $get:ident, $required:ident, $variant:ident => $type:ty;)*) => {
        impl Args {$(
            $(#[$doc])*
            pub fn $get(&mut self, name: &'static str) -> Option<$type> {
                match self.0.remove(name)? {
                    Value::$variant(value) => Some(value),
                    _ => None,
                }
            }

            /// The same, for an argument that must be there; says which one is missing.
            pub fn $required(&mut self, name: &'static str) -> Result<$type, UserError> {
                self.$get(name).ok_or_else(|| missing(name))
            }
        )*}
    };
}

getters! {
    /// A reference.
    reference, required_reference, Reference => Reference;
    /// A length of time.
    duration, required_duration, Duration => Duration;
    /// A text, a word, a member or a team.
    text, required_text, Text => String;
    /// One of the words of a choice.
    choice, required_choice, Choice => &'static str;
    /// A whole number.
    number, required_number, Number => u32;
    /// Whom a broadcast is for.
    audience, required_audience, Audience => Asked;
    /// Several texts, in the order they were given.
    many, required_many, Many => Vec<String>;
}

impl Args {
    /// A `<when>`.
    pub fn when(&mut self, name: &'static str) -> Option<When> {
        self.when_or_none(name).flatten()
    }

    /// The same, for an argument that must be there; says which one is missing.
    pub fn required_when(&mut self, name: &'static str) -> Result<When, UserError> {
        self.when(name).ok_or_else(|| missing(name))
    }

    /// A `<when>`, or `Some(None)` for `none`.
    pub fn when_or_none(&mut self, name: &'static str) -> Option<Option<When>> {
        match self.0.remove(name)? {
            Value::When(when) => Some(Some(*when)),
            Value::Nothing => Some(None),
            _ => None,
        }
    }

    /// A length of time, or `Some(None)` for `none`.
    pub fn duration_or_none(&mut self, name: &'static str) -> Option<Option<Duration>> {
        match self.0.remove(name)? {
            Value::Duration(duration) => Some(Some(duration)),
            Value::Nothing => Some(None),
            _ => None,
        }
    }

    /// Whether no argument is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The error of an argument that must be there and is not.
pub(super) fn missing(name: &str) -> UserError {
    UserError::new(phrase!("input-missing", name = word name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_taken_is_gone_and_what_must_be_there_is_named() {
        let mut args = Args(HashMap::from([("title", Value::Text("Canvass".to_owned()))]));
        assert_eq!(args.text("title").as_deref(), Some("Canvass"));
        assert!(args.is_empty());
        assert_eq!(args.required_text("title"), Err(missing("title")));
    }
}
