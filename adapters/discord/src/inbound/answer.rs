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
    /// Whether only whoever asked sees the answer in place.
    pub(crate) only_they: bool,
}

impl fmt::Debug for AnswerBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerBy")
            .field("interaction", &self.interaction)
            .field("only_they", &self.only_they)
            .finish_non_exhaustive()
    }
}

/// What opens the text of an answer that one person sees, and of one that all see.
const ONLY_THEY: &str = "one";
const ALL: &str = "all";

impl fmt::Display for AnswerBy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let who = if self.only_they { ONLY_THEY } else { ALL };
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
        let only_they = match who {
            ONLY_THEY => true,
            ALL => false,
            _ => return Err(NotAnInteraction),
        };
        if !is_id(interaction) || token.is_empty() {
            return Err(NotAnInteraction);
        }
        Ok(Self {
            interaction: interaction.to_owned(),
            token: token.to_owned(),
            only_they,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_reads_back_and_keeps_its_token_to_itself() {
        for only_they in [true, false] {
            let answer = AnswerBy {
                interaction: "846462639134605312".to_owned(),
                token: "aW50/hush".to_owned(),
                only_they,
            };
            assert_eq!(answer.to_string().parse(), Ok(answer.clone()));
            assert!(!format!("{answer:?}").contains("hush"));
        }
        for text in ["", "message:1", "one/1", "one//t", "one/1/", "some/1/t", "one/x/t"] {
            assert_eq!(text.parse::<AnswerBy>(), Err(NotAnInteraction), "{text}");
        }
    }
}
