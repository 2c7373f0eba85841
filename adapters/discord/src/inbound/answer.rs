//! What the answer to an interaction carries: which one it is, and the token that lets it be answered for a quarter of an hour.

use std::fmt;
use std::str::FromStr;

use crate::place::is_id;

/// An interaction that is to be answered. As text it is kept with the event, so that it is known after a restart.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) struct AnswerBy {
    /// The interaction.
    pub(crate) interaction: String,
    /// Its token: a secret, which is in no log.
    pub(crate) token: String,
    /// Who asked, where only they see the answer: in place, and in private where it comes too late for that.
    pub(crate) only_for: Option<String>,
}

impl AnswerBy {
    /// Whether only whoever asked sees the answer in place.
    pub(crate) const fn only_they(&self) -> bool {
        self.only_for.is_some()
    }
}

impl fmt::Debug for AnswerBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerBy")
            .field("interaction", &self.interaction)
            .field("only_for", &self.only_for)
            .finish_non_exhaustive()
    }
}

/// What opens the text of an answer that all see, where else the account of the only one stands.
const ALL: &str = "all";

impl fmt::Display for AnswerBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = self.only_for.as_deref().unwrap_or(ALL);
        write!(f, "{who}/{}/{}", self.interaction, self.token)
    }
}

/// Not an interaction.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotAnInteraction;

impl FromStr for AnswerBy {
    type Err = NotAnInteraction;

    fn from_str(text: &str) -> Result<Self, NotAnInteraction> {
        let mut parts = text.splitn(3, '/');
        let (Some(who), Some(interaction), Some(token)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(NotAnInteraction);
        };
        let only_for = match who {
            ALL => None,
            account if is_id(account) => Some(account.to_owned()),
            _ => return Err(NotAnInteraction),
        };
        if !is_id(interaction) || token.is_empty() {
            return Err(NotAnInteraction);
        }
        Ok(Self {
            interaction: interaction.to_owned(),
            token: token.to_owned(),
            only_for,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_reads_back_and_keeps_its_token_to_itself() {
        for only_for in [Some("846462639134605311".to_owned()), None] {
            let answer = AnswerBy {
                interaction: "846462639134605312".to_owned(),
                token: "aW50/hush".to_owned(),
                only_for,
            };
            assert_eq!(answer.to_string().parse(), Ok(answer.clone()));
            assert!(!format!("{answer:?}").contains("hush"));
        }
        for text in ["", "message:1", "all/1", "2//t", "2/1/", "some/1/t", "2/x/t"] {
            assert_eq!(text.parse::<AnswerBy>(), Err(NotAnInteraction), "{text}");
        }
    }
}
