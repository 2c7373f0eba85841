//! What could come next in an option that somebody types in.
//!
//! The core completes a command as it is typed in one line. So the options are written in one, the one that is typed in last,
//! and what the core offers for its last word is offered for the option.

use muster_core::catalogue::complete::{Choice, Query};
use muster_core::catalogue::{ArgKind, ArgSpec, CommandSpec, Shape, quoted, specs};
use muster_core::surface::{Author, RoomAddress};
use serde_json::json;

use crate::api::endpoints::{self, Body};
use crate::gateway::Listening;
use crate::inbound::update::{Data, Given};
use crate::render::cut_chars;
use crate::schema::{called, option, words};

/// The most choices that are offered (Discord API documentation, "Autocomplete"), and the longest name and value of one.
const MOST: usize = 25;
const CHARS: usize = 100;
/// The kind of response that offers choices ("Interaction Callback Type").
const CHOICES: u8 = 8;

/// An option that somebody types in, and how to answer.
#[derive(PartialEq, Eq)]
pub(crate) struct Question {
    query: Query,
    of: Typing,
    interaction: String,
    token: String,
}

impl std::fmt::Debug for Question {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Question")
            .field("query", &self.query)
            .finish_non_exhaustive()
    }
}

/// The option, and what stands there.
#[derive(Debug, PartialEq)]
struct Typing {
    spec: &'static CommandSpec,
    arg: &'static ArgSpec,
    begun: String,
}

impl Eq for Typing {}

impl Question {
    /// What is asked; `None` where no option of a known command is typed in.
    pub(crate) fn of(room: RoomAddress, author: Author, data: &Data, interaction: &str, token: &str) -> Option<Self> {
        let (path, options) = called::words(data);
        let spec = words::named(&path)?;
        let focused = options.iter().find(|given| given.focused)?;
        let arg = option::argument(spec, &focused.name)?;
        let begun = called::value(focused).unwrap_or_default();
        let text = line(spec, arg, options, &begun);
        Some(Self {
            query: Query { room, author, text },
            of: Typing { spec, arg, begun },
            interaction: interaction.to_owned(),
            token: token.to_owned(),
        })
    }

    /// What is asked of the core.
    #[cfg(test)]
    pub(crate) fn text(&self) -> &str {
        &self.query.text
    }
}

/// The command in one line, up to what is typed: first the options that stand before it there.
fn line(spec: &CommandSpec, arg: &ArgSpec, options: &[Given], begun: &str) -> String {
    let given = |name: &str| {
        let mut others = options.iter().filter(|given| !given.focused);
        let given = others.find(|given| option::argument(spec, &given.name).is_some_and(|arg| arg.name == name))?;
        called::value(given)
    };
    let mut line = spec.path.to_owned();
    let before = spec.args.iter().take_while(|other| other.name != arg.name);
    for positional in before.filter(|other| other.shape != Shape::Keyed) {
        if let Some(value) = given(positional.name) {
            line = line + " " + &quoted(&value);
        }
    }
    match arg.shape {
        Shape::Keyed => format!("{line} {}:{begun}", arg.name),
        _ => format!("{line} {begun}"),
    }
}

/// Answers with what the core offers. Whoever types is not told where that is not possible.
pub(crate) async fn answer(to: Listening<'_>, question: Question) {
    let choices = to.intake.complete(&question.query).await;
    let choices = question.of.offered(&choices);
    let choices: Vec<_> = choices
        .iter()
        .map(|(name, value)| json!({"name": name, "value": value}))
        .collect();
    let body = json!({"type": CHOICES, "data": {"choices": choices}});
    let response = endpoints::respond(&question.interaction, &question.token, Body::Json(body));
    if let Err(failure) = to.account.api.tell(response).await {
        tracing::debug!(error = %failure, "what could come next was not offered");
    }
}

impl Typing {
    /// The choices as the option takes them, by name and value. What would begin another option, or another command, is
    /// none.
    fn offered(&self, choices: &[Choice]) -> Vec<(String, String)> {
        let values = choices.iter().filter(|choice| !self.is_another_word(&choice.value));
        let fitting = values.filter_map(|choice| {
            let value = self.whole(&choice.value);
            let fits = (1..=CHARS).contains(&value.chars().count());
            fits.then(|| (cut_chars(&choice.label, CHARS), value))
        });
        fitting.filter(|(name, _)| !name.is_empty()).take(MOST).collect()
    }

    fn is_another_word(&self, value: &str) -> bool {
        let begins = |name: &str| value.strip_suffix(':') == Some(name);
        let goes_on = || {
            specs().any(|spec| {
                spec.path
                    .strip_prefix(self.spec.path)
                    .is_some_and(|rest| rest.trim_start() == value)
            })
        };
        self.spec.args.iter().any(|arg| begins(arg.name)) || goes_on()
    }

    /// The whole value of the option, where the core offers its last word.
    fn whole(&self, word: &str) -> String {
        let key = format!("{}:", self.arg.name);
        let word = word
            .strip_prefix(&key)
            .filter(|_| self.arg.shape == Shape::Keyed)
            .unwrap_or(word);
        let several_words = matches!(
            self.arg.kind,
            ArgKind::When | ArgKind::WhenOrNone | ArgKind::Text { .. }
        );
        match self.begun.trim_end().rsplit_once(char::is_whitespace) {
            Some((before, _)) if several_words => format!("{before} {word}"),
            _ => unquoted(word).to_owned(),
        }
    }
}

/// Without the quotes that make several words one in a line.
fn unquoted(word: &str) -> &str {
    word.strip_prefix('"')
        .and_then(|word| word.strip_suffix('"'))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(data: &str) -> Option<Question> {
        let room = crate::place::room(Some("7"), "70");
        let author = Author::new("1", "Ana", muster_core::surface::Standing::Member);
        Question::of(room, author, &serde_json::from_str(data).unwrap(), "5", "hush")
    }

    fn asked(path: &str, options: &str) -> Question {
        let (area, name) = path.split_once(' ').unwrap();
        question(&format!(
            r#"{{"name":"{area}","options":[{{"name":"{name}","type":1,"options":{options}}}]}}"#
        ))
        .unwrap()
    }

    fn offered(question: &Question, values: &[&str]) -> Vec<String> {
        let choices = values.iter().map(|value| Choice {
            value: (*value).to_owned(),
            label: format!("the {value}"),
        });
        let offered = question.of.offered(&choices.collect::<Vec<_>>());
        offered.into_iter().map(|(_, value)| value).collect()
    }

    #[test]
    fn options_are_written_in_one_line_and_completed_at_its_end() {
        let claim = r#"[{"name":"shift","type":3,"value":"S1","focused":true}]"#;
        assert_eq!(asked("shift claim", claim).text(), "shift claim S1");
        let member =
            r#"[{"name":"shift","type":3,"value":"S12"},{"name":"for-name","type":3,"value":"An","focused":true}]"#;
        let asked_for = asked("shift claim", member);
        assert_eq!(asked_for.text(), "shift claim S12 for:An");
        assert_eq!(
            offered(&asked_for, &["for:\"Ana Ruiz\"", "for:Anton", "guest:"]),
            ["Ana Ruiz", "Anton"]
        );
        let set =
            r#"[{"name":"setting","type":3,"value":"timezone"},{"name":"value","type":3,"value":"Ma","focused":true}]"#;
        assert_eq!(asked("group set", set).text(), "group set timezone Ma");
        let audience = r#"[{"name":"audience","type":3,"value":"","focused":true}]"#;
        let asked_for = asked("broadcast new", audience);
        assert_eq!(asked_for.text(), "broadcast ");
        assert_eq!(
            offered(&asked_for, &["everyone", "list", "team:North", "at:"]),
            ["everyone", "team:North"]
        );
    }

    #[test]
    fn a_time_keeps_the_words_before_the_last() {
        let when =
            r#"[{"name":"shift","type":3,"value":"S12"},{"name":"when","type":3,"value":"sat 10a","focused":true}]"#;
        let asked = asked("shift move", when);
        assert_eq!(asked.text(), "shift move S12 sat 10a");
        assert_eq!(offered(&asked, &["10a"]), ["sat 10a"]);
        assert!(!format!("{asked:?}").contains("hush"));
    }

    #[test]
    fn an_option_that_is_not_known_is_no_question() {
        assert!(question(r#"{"name":"weather","options":[]}"#).is_none());
        assert!(question(r#"{"name":"help","options":[{"name":"topic","type":3,"value":"x"}]}"#).is_none());
    }
}
