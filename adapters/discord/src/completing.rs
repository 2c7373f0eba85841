//! What could come next in an option that somebody types in.

use muster_core::catalogue::complete::{Choice, Query};
use muster_core::surface::{Author, RoomAddress};
use serde_json::{Value, json};

use crate::api::endpoints::{self, Body};
use crate::gateway::Listening;
use crate::inbound::update::Data;
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

impl Question {
    /// What is asked; `None` where no option of a known command is typed in.
    pub(crate) fn of(room: RoomAddress, author: Author, data: &Data, interaction: &str, token: &str) -> Option<Self> {
        let (path, options) = called::words(data);
        let spec = words::named(&path)?;
        let typed = options.iter().find(|given| given.focused)?;
        let arg = option::argument(spec, &typed.name)?;
        let given = called::invocation(data);
        let begun = called::value(data, typed).unwrap_or_default();
        Some(Self {
            query: Query::apart(room, author, given, arg.name.to_owned(), begun),
            interaction: interaction.to_owned(),
            token: token.to_owned(),
        })
    }
}

/// Answers with what the core offers. Whoever types is not told where that is not possible.
pub(crate) async fn answer(to: Listening<'_>, question: Question) {
    let choices = to.intake.complete(&question.query).await;
    let body = json!({"type": CHOICES, "data": {"choices": offered(&choices)}});
    let response = endpoints::respond(&question.interaction, &question.token, Body::Json(body));
    if let Err(failure) = to.account.api.tell(response).await {
        tracing::debug!(error = %failure, "what could come next was not offered");
    }
}

/// The choices as Discord takes them. One that it would refuse is left out, since the others would be refused with it.
fn offered(choices: &[Choice]) -> Vec<Value> {
    let fits = |text: &str| (1..=CHARS).contains(&text.chars().count());
    let fitting = choices
        .iter()
        .filter(|choice| fits(&choice.value) && fits(&choice.label));
    let each = fitting.map(|choice| json!({"name": choice.label, "value": choice.value}));
    each.take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use muster_core::catalogue::RawInvocation;
    use muster_core::catalogue::complete::Apart;

    use super::*;

    fn question(data: &str) -> Option<Question> {
        let room = crate::place::room(Some("7"), "70");
        let author = Author::new("1", "Ana", muster_core::surface::Standing::Member);
        Question::of(room, author, &serde_json::from_str(data).unwrap(), "5", "hush")
    }

    #[test]
    fn an_option_is_asked_about_by_its_argument_beside_the_others() {
        let data = r#"{"name": "shift", "options": [{"name": "claim", "type": 1, "options": [
            {"name": "shift", "type": 3, "value": "S12"}, {"name": "for-name", "type": 3, "value": "An", "focused": true}]}]}"#;
        let question = question(data).unwrap();
        let given = RawInvocation {
            text: "shift claim".to_owned(),
            named: vec![("shift".to_owned(), "S12".to_owned())],
        };
        let name = "for".to_owned();
        assert_eq!(question.query.apart, Some(Apart { given, name }));
        assert_eq!(question.query.text, "An");
        assert!(!format!("{question:?}").contains("hush"));
    }

    #[test]
    fn an_option_that_is_not_known_is_no_question() {
        assert!(question(r#"{"name":"weather","options":[]}"#).is_none());
        assert!(question(r#"{"name":"help","options":[{"name":"topic","type":3,"value":"x"}]}"#).is_none());
        assert!(question(r#"{"name":"help","options":[{"name":"x","type":3,"value":"x","focused":true}]}"#).is_none());
    }

    #[test]
    fn a_choice_that_would_be_refused_is_left_out() {
        let choice = |value: &str, label: &str| Choice {
            value: value.to_owned(),
            label: label.to_owned(),
        };
        let long = "x".repeat(101);
        let choices = [
            choice("", "empty"),
            choice(&long, "long"),
            choice("S1", &long),
            choice("S2", "S2 · Canvass"),
        ];
        assert_eq!(offered(&choices), [json!({"name": "S2 · Canvass", "value": "S2"})]);
        let many: Vec<_> = (0..40).map(|number| choice(&number.to_string(), "one")).collect();
        assert_eq!(offered(&many).len(), MOST);
    }
}
