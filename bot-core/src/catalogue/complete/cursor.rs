//! Which argument stands at the cursor: a pure function of what stands before it.

use super::Apart;
use crate::catalogue::decode::tokens::{Token, Typed};
use crate::catalogue::find::after_path;
use crate::catalogue::{ArgKind, ArgSpec, CommandSpec, Shape, specs};

/// A half-typed command.
pub(super) struct Cursor<'a> {
    text: &'a str,
    /// The whole words before the cursor, in lower case.
    pub(super) before: Vec<String>,
    /// The begun word at the cursor; empty after white space.
    begun: &'a str,
}

/// What stands at the cursor among a command's arguments.
pub(super) struct AtCursor<'a> {
    /// The words of the command.
    pub(super) command: &'static str,
    /// The argument that the begun word belongs to, if there is one.
    pub(super) arg: Option<&'static ArgSpec>,
    /// What was typed of its value in the begun word.
    pub(super) begun: &'a str,
    /// The whole word before the argument, in lower case: `timezone` in `group set timezone Ma`.
    pub(super) after: String,
    /// What stands before that in the begun word: `for:` in `for:An`.
    pub(super) key: &'a str,
    /// The words of the argument up to the cursor.
    pub(super) phrase: String,
    /// The options that are not given yet.
    pub(super) options: Vec<&'static ArgSpec>,
    /// Whether nothing else stands there: then nothing needs quotes.
    pub(super) is_apart: bool,
}

impl<'a> Cursor<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let whole = text.rfind(char::is_whitespace).map_or(0, |last| last + 1);
        // The last white space may be of several bytes.
        let whole = (whole..=text.len())
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(text.len());
        let (before, begun) = text.split_at(whole);
        Self {
            text,
            before: before.split_whitespace().map(str::to_lowercase).collect(),
            begun,
        }
    }

    /// The word of the command's path that the begun word could become.
    pub(super) fn next_word_of(&self, spec: &CommandSpec) -> Option<&'static str> {
        let mut words = spec.words();
        let follows = self.before.iter().all(|typed| words.next() == Some(typed));
        let begun = self.begun.to_lowercase();
        words.next().filter(|next| follows && next.starts_with(&begun))
    }

    /// The command that the whole words name.
    pub(super) fn command(&self) -> Option<&'static CommandSpec> {
        specs()
            .filter(|spec| {
                let words = spec.words().count();
                self.before.len() >= words && spec.words().zip(&self.before).all(|(word, typed)| word == typed)
            })
            .max_by_key(|spec| spec.words().count())
    }

    /// What stands at the cursor, if the command is that one.
    pub(super) fn in_command(&self, spec: &'static CommandSpec) -> AtCursor<'a> {
        let typed = Typed::new(after_path(spec, self.text));
        let whole = typed.tokens.len() - usize::from(!self.begun.is_empty()).min(typed.tokens.len());
        let option = |token: &Token<'_>| {
            let key = token.key?;
            let mut options = spec.args.iter().filter(|arg| arg.shape == Shape::Keyed);
            options.find(|arg| arg.name.eq_ignore_ascii_case(key))
        };
        let positional: Vec<_> = spec.args.iter().filter(|arg| arg.shape != Shape::Keyed).collect();
        let mut place = 0;
        let mut open_option = None;
        let mut phrase_from = 0;
        for (at, token) in typed.tokens[..whole].iter().enumerate() {
            if let Some(arg) = option(token) {
                open_option = (is_open(arg) && !token.quoted).then_some(arg);
                phrase_from = if open_option.is_some() { at } else { at + 1 };
            } else if open_option.is_none() && positional.get(place).is_some_and(|arg| !is_open(arg)) {
                place += 1;
                phrase_from = at + 1;
            }
        }
        let begun_option = typed.tokens.get(whole).and_then(option);
        let (key, begun) = match begun_option {
            Some(arg) => self.begun.split_at(arg.name.len() + 1),
            None => ("", self.begun),
        };
        let after = phrase_from.checked_sub(1).and_then(|before| typed.tokens.get(before));
        let after = after.map_or(String::new(), |token| token.value.to_lowercase());
        let phrase = &typed.tokens[if begun_option.is_some() { whole } else { phrase_from }..];
        let phrase: Vec<_> = phrase
            .iter()
            .map(|token| option(token).map_or(typed.slice(token), |_| token.value))
            .collect();
        let given: Vec<_> = typed.tokens.iter().filter_map(option).collect();
        AtCursor {
            command: spec.path,
            arg: begun_option.or(open_option).or(positional.get(place).copied()),
            begun,
            after,
            key,
            phrase: phrase.join(" "),
            options: spec
                .args
                .iter()
                .filter(|arg| arg.shape == Shape::Keyed && !given.contains(arg))
                .collect(),
            is_apart: false,
        }
    }
}

impl<'a> AtCursor<'a> {
    /// An argument that is typed apart; `None` where the command has none of that name.
    pub(super) fn apart(spec: &'static CommandSpec, apart: &Apart, text: &'a str) -> Option<Self> {
        let at = spec.args.iter().position(|arg| arg.name == apart.name)?;
        let before = at.checked_sub(1).map(|before| spec.args[before].name);
        let mut given = apart.given.named.iter();
        let after = given.find(|(name, _)| Some(name.as_str()) == before);
        Some(Self {
            command: spec.path,
            arg: Some(&spec.args[at]),
            begun: text,
            after: after.map_or(String::new(), |(_, value)| value.to_lowercase()),
            key: "",
            phrase: text.to_owned(),
            options: Vec::new(),
            is_apart: true,
        })
    }
}

/// Whether an argument may go on for several words.
fn is_open(arg: &ArgSpec) -> bool {
    let many = matches!(arg.shape, Shape::Many { .. });
    many || matches!(
        arg.kind,
        ArgKind::Text { .. }
            | ArgKind::When
            | ArgKind::WhenOrNone
            | ArgKind::Duration
            | ArgKind::DurationOrNone
            | ArgKind::Zone
            | ArgKind::Group
    )
}
