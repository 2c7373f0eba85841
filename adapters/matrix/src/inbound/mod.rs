//! From a room's events to what the core understands. Pure, but for what is handed in.
//!
//! - [`Reader`]: one event read; [`Read`]: what it is for the bot
//! - [`event`]: events, as far as they are read; `command`: what a message asks for; `mention`: who is meant

pub(crate) mod command;
pub(crate) mod event;
mod mention;
#[cfg(test)]
mod tests;

use std::fmt;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::reply::action::ActionToken;
use muster_core::surface::{Author, Content, Inbound, Notice, RoomAddress, Standing};
use serde_json::Value;

use crate::place;
use crate::render::{Offer, keys};
use command::{Asked, Me};
use event::{Event, Member, Message, PollResponse, Reaction, Relation};

/// Where an event happened.
#[derive(Debug, Clone)]
pub(crate) struct Here {
    /// The room as the core knows it, without a thread.
    pub(crate) room: RoomAddress,
    /// What people call the place.
    pub(crate) name: String,
}

/// Reads the events of a room.
#[derive(Debug, Clone)]
pub(crate) struct Reader<'a> {
    pub(crate) me: &'a Me,
    pub(crate) here: &'a Here,
    pub(crate) now: Instant,
}

/// What an event is for the bot.
#[derive(Debug)]
pub(crate) enum Read {
    /// An event.
    Event(Box<Inbound>),
    /// An event, if the message of that id is a card of ours that offers what is meant.
    About(Box<About>),
    /// The room is closed, by whoever that is, and may name another one in which it goes on.
    Closed(String),
    /// Nothing for the bot: talk among people, its own messages, notices of other bots.
    Nothing,
    /// Of a kind that is not known.
    UnknownKind,
    /// Not as Matrix describes it.
    Malformed,
}

/// What somebody does to a message, before it is known what that offers.
#[derive(Debug)]
pub(crate) struct About {
    /// The message.
    pub(crate) message: String,
    means: Means,
    event: Inbound,
}

/// What is done to it.
#[derive(Debug)]
enum Means {
    /// A reply.
    Said(String),
    /// A reaction, by its sign.
    Sign(String),
    /// Options of a poll, by their ids.
    Chosen(Vec<String>),
}

impl Reader<'_> {
    /// One event read. `name`: what its sender is called in the room.
    pub(crate) fn read(&self, event: &Value, name: Option<&str>) -> Read {
        let Ok(event) = serde::Deserialize::deserialize(event) else {
            return Read::Malformed;
        };
        let event: Event = event;
        let author = self.author(&event.sender, name);
        match (event.kind.as_str(), &event.state_key) {
            ("m.room.member", Some(who)) => self.membership(&event, who, author),
            ("m.room.tombstone", Some(_)) => Read::Closed(event.sender),
            _ if event.sender == self.me.id => Read::Nothing,
            ("m.room.message", None) => self.message(&event, author),
            ("m.reaction", None) => self.reaction(&event, author),
            ("m.poll.response" | "org.matrix.msc3381.poll.response", None) => self.vote(&event, author),
            // What is encrypted as it should be was decrypted, or waits for its key.
            ("m.room.encrypted", None) if event.content.get("ciphertext").is_some() => Read::Malformed,
            (kind, _) if is_known(kind) => Read::Nothing,
            _ => Read::UnknownKind,
        }
    }

    fn message(&self, event: &Event, author: Author) -> Read {
        let Some(message) = event.content::<Message>() else {
            return Read::Malformed;
        };
        let edited = message.relates_to.replaces().map(ToOwned::to_owned);
        let said = match (&edited, message.new_content) {
            (Some(_), Some(new)) => Message {
                relates_to: new.relates_to.clone(),
                ..*new
            },
            (Some(_), None) => return Read::Nothing,
            (None, _) => Message {
                new_content: None,
                ..message
            },
        };
        // Notices are what bots say.
        if said.msgtype != "m.text" {
            return Read::Nothing;
        }
        let inbound = |content| Inbound {
            edits: edited,
            ..self.event(event, &said.relates_to, author, content)
        };
        match command::asked(&said, self.me, self.here.room.private) {
            Asked::Command { prefix, text } => Read::Event(Box::new(Inbound {
                prefix,
                ..inbound(Content::Typed(text))
            })),
            Asked::Answer { to, text } => Read::About(Box::new(About {
                message: to,
                event: inbound(Content::Typed(text.clone())),
                means: Means::Said(text),
            })),
            Asked::Nothing => Read::Nothing,
        }
    }

    fn reaction(&self, event: &Event, author: Author) -> Read {
        let Some(Reaction { relates_to }) = event.content() else {
            return Read::Malformed;
        };
        let (Some(message), Some(key)) = (relates_to.event_id.clone(), relates_to.key.clone()) else {
            return Read::Malformed;
        };
        self.about(event, message, Means::Sign(key), author)
    }

    fn vote(&self, event: &Event, author: Author) -> Read {
        let Some(response) = event.content::<PollResponse>() else {
            return Read::Malformed;
        };
        let Some(message) = response.relates_to.event_id.clone() else {
            return Read::Malformed;
        };
        self.about(event, message, Means::Chosen(response.chosen()), author)
    }

    fn about(&self, event: &Event, message: String, means: Means, author: Author) -> Read {
        let nothing_yet = Content::Typed(String::new());
        let event = self.event(event, &Relation::default(), author, nothing_yet);
        Read::About(Box::new(About { message, means, event }))
    }

    /// Somebody comes or goes; the bot itself among them.
    fn membership(&self, event: &Event, who: &str, author: Author) -> Read {
        let Some(Member { membership }) = event.content() else {
            return Read::Malformed;
        };
        let before = event.unsigned.prev_content.as_ref();
        let before: Member = before
            .and_then(|before| serde::Deserialize::deserialize(before).ok())
            .unwrap_or_default();
        let was_in = before.membership == "join";
        let is_in = membership == "join";
        let notice = match (who == self.me.id, was_in, is_in) {
            (true, false, true) => Notice::Arrived,
            (true, true, false) => Notice::Removed,
            (false, true, false) if !self.here.room.private => Notice::Gone,
            _ => return Read::Nothing,
        };
        let author = match (&notice, &event.unsigned.prev_sender) {
            (Notice::Gone, _) => self.author(who, None),
            // It came by somebody's invitation.
            (Notice::Arrived, Some(inviter)) if before.membership == "invite" => self.author(inviter, None),
            _ => author,
        };
        let notice = Content::Noticed(notice);
        Read::Event(Box::new(self.event(event, &Relation::default(), author, notice)))
    }

    /// An event of theirs that cannot be read, as it is told once.
    pub(crate) fn unreadable(&self, event: String, account: &str, name: Option<&str>) -> Inbound {
        self.inbound(
            event,
            &Relation::default(),
            self.author(account, name),
            Content::Noticed(Notice::Unreadable),
        )
    }

    /// The place goes on here that went by that id, as it is told once.
    pub(crate) fn moved(&self, from: &str, by: &str) -> Inbound {
        self.inbound(
            format!("moved:{from}"),
            &Relation::default(),
            self.author(by, None),
            Content::Noticed(Notice::Moved { from: from.to_owned() }),
        )
    }

    fn author(&self, account: &str, name: Option<&str>) -> Author {
        let standing = if self.here.room.private {
            Standing::Member
        } else {
            Standing::Untold
        };
        let name = name.map_or_else(|| place::localpart(account), ToOwned::to_owned);
        Author {
            handle: Some(account.trim_start_matches('@').to_owned()),
            ..Author::new(account, name, standing)
        }
    }

    fn event(&self, event: &Event, relation: &Relation, author: Author, content: Content) -> Inbound {
        Inbound {
            said_at: event
                .unsigned
                .age
                .map(|age| self.now - TimeDelta::milliseconds(age.max(0))),
            ..self.inbound(event.event_id.clone(), relation, author, content)
        }
    }

    fn inbound(&self, event: String, relation: &Relation, author: Author, content: Content) -> Inbound {
        Inbound {
            event,
            room: place::in_thread(&self.here.room, relation.thread()),
            place_name: self.here.name.clone(),
            author,
            content,
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            unseen: false,
            said_at: None,
            received_at: self.now,
        }
    }
}

impl About {
    /// The event, now that it is known what the message offers. `None` where nothing of it is meant.
    pub(crate) fn settled(self, offers: &[Offer]) -> Option<Inbound> {
        let is_private = self.event.room.private;
        let content = match &self.means {
            Means::Said(text) => match command::answer(offers, text) {
                // Said to the bot alone it is a command in any case.
                None if is_private => Content::Typed(text.clone()),
                answer => answer?,
            },
            Means::Sign(sign) => {
                let offer = offers.iter().find(|offer| keys::is_same(&offer.key, sign))?;
                Content::Action(offer.token.clone())
            }
            Means::Chosen(options) => chosen(offers, options)?,
        };
        let is_said = matches!(self.means, Means::Said(_));
        let below = Below {
            message: self.message.clone(),
            whose: self.event.author.account.clone(),
        };
        Some(Inbound {
            on: matches!(content, Content::Action(_)).then(|| self.message.clone()),
            answer_by: (!is_said).then(|| below.to_string()),
            content,
            ..self.event
        })
    }
}

/// What answers a reaction: nobody can reply to one, so its answer stands below what was reacted to, and says for whom it is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Below {
    /// What was reacted to.
    pub(crate) message: String,
    /// Who reacted.
    pub(crate) whose: String,
}

impl fmt::Display for Below {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "below {} {}", self.message, self.whose)
    }
}

impl Below {
    /// As an event carried it.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let (message, whose) = text.strip_prefix("below ")?.split_once(' ')?;
        Some(Self {
            message: message.to_owned(),
            whose: whose.to_owned(),
        })
    }
}

/// The vote for those options of a poll: what the tokens' commands have in common, with all of them.
fn chosen(offers: &[Offer], options: &[String]) -> Option<Content> {
    let offered: Vec<&Offer> = offers.iter().filter(|offer| options.contains(&offer.key)).collect();
    if let [one] = offered.as_slice() {
        return Some(Content::Action(one.token.clone()));
    }
    let token: ActionToken = offers.first()?.token.parse().ok()?;
    let (stem, _) = token.command().rsplit_once(' ')?;
    let numbers: Vec<&str> = offered.iter().map(|offer| offer.key.as_str()).collect();
    // Whoever takes all of it back abstains.
    let choice = if numbers.is_empty() {
        "abstain".to_owned()
    } else {
        numbers.join(" ")
    };
    let command = format!("{stem} {choice}");
    Some(match ActionToken::new(token.group(), command.as_str()) {
        Ok(token) => Content::Action(token.to_string()),
        // Longer than a token: the room tells the group.
        Err(_) => Content::Typed(command),
    })
}

/// Kinds of events that mean nothing to the bot, and are no news either.
fn is_known(kind: &str) -> bool {
    const KNOWN: [&str; 6] = [
        "m.poll.start",
        "m.poll.end",
        "org.matrix.msc3381.poll.start",
        "org.matrix.msc3381.poll.end",
        "m.sticker",
        "m.space.child",
    ];
    kind.starts_with("m.room.") || kind.starts_with("m.call.") || kind.starts_with("m.key.") || KNOWN.contains(&kind)
}
