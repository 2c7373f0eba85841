//! What an event asks for, as far as it is known before anything is looked up: the command, and who sees its answer.

use super::{Content, Inbound, Notice};
use crate::catalogue::{self, RawInvocation};
use crate::error::UserError;
use crate::ids::GroupId;
use crate::phrase;
use crate::reply::Visibility;
use crate::reply::action::ActionToken;

impl Content {
    /// What the content asks for, with the group that a button carries: none where it serves whichever group the room
    /// belongs to. `None` where nobody asks for anything.
    pub(crate) fn invocation(&self) -> Result<Option<(RawInvocation, Option<GroupId>)>, UserError> {
        let typed = |text: String| RawInvocation {
            text,
            named: Vec::new(),
        };
        match self {
            Self::Typed(text) => Ok(Some((typed(text.clone()), None))),
            Self::Invoked(raw) => Ok(Some((raw.clone(), None))),
            Self::Action(token) => {
                let (text, group) = read(token)?;
                Ok(Some((typed(text), group)))
            }
            Self::Filled { token, named } => {
                let (text, group) = read(token)?;
                let named = named.clone();
                Ok(Some((RawInvocation { text, named }, group)))
            }
            Self::Noticed(_) => Ok(None),
        }
    }
}

/// The command and the group of an action token.
fn read(token: &str) -> Result<(String, Option<GroupId>), UserError> {
    let token: ActionToken = token.parse().map_err(|_| UserError::new(phrase!("action-unknown")))?;
    let group = Some(token.group()).filter(|group| *group != ActionToken::ANY_GROUP);
    Ok((token.into_command(), group))
}

impl Inbound {
    /// Whether nobody asked for anything.
    pub const fn is_notice(&self) -> bool {
        matches!(self.content, Content::Noticed(_))
    }

    /// Whether nobody asked for anything, and nothing is said of it in the room.
    pub const fn is_silent(&self) -> bool {
        match &self.content {
            Content::Noticed(notice) => !matches!(notice, Notice::Arrived | Notice::Unreadable),
            Content::Typed(_) | Content::Invoked(_) | Content::Action(_) | Content::Filled { .. } => false,
        }
    }

    /// The same event after its place, which went by `from`, goes by `to`: another event there, since what a platform counts
    /// messages by is another place's.
    #[must_use]
    pub fn moved(&self, from: &str, to: &str) -> Self {
        Self {
            event: format!("{from}/{}", self.event),
            room: self.room.moved(from, to),
            on: None,
            answer_by: None,
            ..self.clone()
        }
    }

    /// Who sees the answer: fixed by the command that the event names, since a platform that is told of an answer to
    /// come is told this too.
    pub fn answer_visibility(&self) -> Visibility {
        match self.content.invocation() {
            Ok(Some((raw, _))) => catalogue::find(&raw).map_or(Visibility::Public, |spec| spec.visibility),
            Ok(None) | Err(_) => Visibility::Public,
        }
    }

    /// Whether the platform should show the answer in a room to whoever asked alone, if it can.
    pub fn is_discreet(&self) -> bool {
        self.answer_visibility() == Visibility::Discreet && !self.room.private
    }

    /// Whether nobody but its author sees it and its answer.
    pub const fn is_between_us(&self) -> bool {
        self.room.private || self.unseen
    }

    /// The account that alone sees the answer in a room of several; `None` where whoever is in the room sees it.
    pub fn answer_only_for(&self) -> Option<&str> {
        (self.answer_visibility() == Visibility::Private && !self.room.private).then_some(self.author.account.as_str())
    }
}
