//! The platform itself: who is there, what is shown, and what it says to a request.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::time::{Duration, Instant};

use muster_core::surface::{PauseScope, Refusal};

use super::faults::{Attempt, Fault, Faults, Operation};
use super::limits::Limits;
use super::options::Options;
use super::queue::Queue;
use super::seen::{Seen, Shown};
use crate::adapter::KEY_CHARS;
use crate::profile::Profile;
use crate::wire::{Chat, Message, Reply, Request};

/// How somebody is known on the platform.
#[derive(Debug, Clone)]
pub(super) struct Person {
    pub(super) name: String,
    pub(super) administrator: bool,
}

/// Everything that changes.
#[derive(Debug)]
pub(super) struct State {
    pub(super) options: Options,
    pub(super) seen: Seen,
    pub(super) faults: Faults,
    pub(super) queue: Queue,
    pub(super) people: HashMap<String, Person>,
    /// Who started a private chat.
    pub(super) chats_started: HashSet<String>,
    pub(super) refusals: HashMap<Chat, Refusal>,
    /// The new names of rooms.
    pub(super) moved: HashMap<String, String>,
    /// The connections on which the bot is being told of events.
    pub(super) listening: BTreeSet<u64>,
    /// Whether connections are taken.
    pub(super) open: bool,
    /// How many times all connections were cut.
    pub(super) cuts: u64,
    limits: Limits,
    /// The keys of messages, each with the receipt and the moment.
    keys: HashMap<String, (String, Duration)>,
    started: Instant,
    /// How far the platform's clock was put forward.
    pub(super) put_forward: Duration,
}

impl State {
    pub(super) fn new(options: Options) -> Self {
        Self {
            seen: Seen::default(),
            faults: Faults::default(),
            queue: Queue::default(),
            people: HashMap::new(),
            chats_started: HashSet::new(),
            refusals: HashMap::new(),
            moved: HashMap::new(),
            listening: BTreeSet::new(),
            open: false,
            cuts: 0,
            limits: Limits::new(options.enforced),
            keys: HashMap::new(),
            started: Instant::now(),
            put_forward: Duration::ZERO,
            options,
        }
    }

    /// The time since the start.
    pub(super) fn now(&self) -> Duration {
        self.started.elapsed() + self.put_forward
    }

    /// The fault that meets the request.
    pub(super) fn strike(&mut self, request: &Request) -> Option<Fault> {
        let (operation, chat, message) = match request {
            Request::Listen | Request::Poll { .. } => return None,
            Request::Send { to, message, .. } => (Operation::Send, Some(to), Some(message)),
            Request::Respond { event, message, .. } => (Operation::Respond, self.chat_of(event), Some(message)),
            Request::Defer { event, .. } => (Operation::Defer, self.chat_of(event), None),
            Request::EditOriginal { event, message } => (Operation::EditOriginal, self.chat_of(event), Some(message)),
            Request::Standing { .. } => (Operation::Standing, None, None),
            Request::Edit { receipt, message } => {
                let shown = self.seen.message(receipt);
                (Operation::Edit, shown.map(|shown| &shown.chat), Some(message))
            }
        };
        let chat = chat.cloned();
        let fault = self.faults.strike(&Attempt {
            operation,
            chat: chat.as_ref(),
            text: message.map_or("", |message| message.text.as_str()),
        });
        self.seen.attempts += u64::from(operation != Operation::Standing);
        self.seen.asked += u64::from(operation == Operation::Standing);
        self.seen.faults += u64::from(fault.is_some());
        fault
    }

    fn chat_of(&self, event: &str) -> Option<&Chat> {
        Some(&self.seen.event(event)?.event.chat)
    }

    /// Carries out a request other than for events.
    pub(super) fn act(&mut self, request: Request) -> Reply {
        let interactive = self.options.profile == Profile::Deadline;
        let reply = match request {
            Request::Send {
                to,
                answers,
                key,
                message,
            } => self.send(&to, answers.as_deref(), key, message),
            Request::Respond {
                event,
                private,
                message,
            } if interactive => self.respond(&event, private, message),
            Request::Defer { event, private } if interactive => self.defer(&event, private),
            Request::EditOriginal { event, message } if interactive => self.edit_original(&event, message),
            Request::Edit { receipt, message } => self.edit(&receipt, message),
            Request::Standing { account } if !self.options.profile.tells_standing() => Ok(Reply::Standing {
                administrator: self.people.get(&account).is_some_and(|person| person.administrator),
            }),
            _ => bad("this platform knows no such request"),
        };
        let reply = reply.unwrap_or_else(|refusal| refusal);
        self.seen.bad_requests += u64::from(matches!(reply, Reply::BadRequest(_)));
        reply
    }

    fn send(
        &mut self,
        to: &Chat,
        answers: Option<&str>,
        key: Option<String>,
        message: Message,
    ) -> Result<Reply, Reply> {
        let known_for = match (self.options.profile, &key) {
            (Profile::Deadline, Some(key)) if key.chars().count() > KEY_CHARS => return bad("the key is too long"),
            (Profile::Deadline, _) => Duration::from_mins(5),
            (Profile::NoIdempotency, Some(_)) => return bad("this platform knows no keys"),
            (Profile::NoIdempotency, None) => Duration::ZERO,
            (Profile::TransactionIds, None) => return bad("a message needs a key"),
            (Profile::TransactionIds, Some(_)) => Duration::from_hours(24),
        };
        self.admit(to, false, &message)?;
        let now = self.now();
        let known = key.as_ref().and_then(|key| self.keys.get(key));
        if let Some((receipt, at)) = known
            && now.saturating_sub(*at) < known_for
        {
            let receipt = receipt.clone();
            if let Some(shown) = self.seen.message_mut(&receipt) {
                shown.known_again += 1;
            }
            return Ok(Reply::Done(Some(receipt)));
        }
        let receipt = self.show(to, None, answers, key.clone(), message);
        if let Some(key) = key {
            self.keys.insert(key, (receipt.clone(), now));
        }
        Ok(Reply::Done(Some(receipt)))
    }

    /// What only one person in a room sees has no address of its own (Discord: Unknown Message).
    fn edit(&mut self, receipt: &str, message: Message) -> Result<Reply, Reply> {
        let shown = self.seen.message(receipt).filter(|shown| shown.only_for.is_none());
        let chat = shown.ok_or(Reply::Refused(Refusal::Gone))?.chat.clone();
        self.admit(&chat, false, &message)?;
        self.change(receipt, message);
        Ok(Reply::Done(Some(receipt.to_owned())))
    }

    /// Whether such a message may be shown there now.
    pub(super) fn admit(&mut self, chat: &Chat, answers: bool, message: &Message) -> Result<(), Reply> {
        let now = self.now();
        if let Err(breach) = self.limits.take(chat, answers, now) {
            self.seen.breaches += 1;
            return Err(too_many(breach.scope, breach.retry_after));
        }
        if let Chat::Room(room) = chat
            && let Some(new) = self.moved.get(room)
        {
            return Err(Reply::Moved(new.clone()));
        }
        if let Some(refusal) = self.refusals.get(chat) {
            return Err(Reply::Refused(*refusal));
        }
        if let Chat::Private(person) = chat
            && self.options.profile == Profile::NoIdempotency
            && !self.chats_started.contains(person)
        {
            return Err(Reply::Refused(Refusal::NeverStarted));
        }
        let most = self.options.profile.caps(self.options.enforced).message_chars;
        if message.text.chars().count() > most {
            return Err(Reply::Refused(Refusal::TooLong));
        }
        Ok(())
    }

    pub(super) fn show(
        &mut self,
        chat: &Chat,
        only_for: Option<String>,
        answers: Option<&str>,
        key: Option<String>,
        message: Message,
    ) -> String {
        let receipt = format!("m{}", self.seen.messages.len() + 1);
        let at = self.now();
        if let Some(happened) = answers.and_then(|event| self.seen.event_mut(event)) {
            happened.answers.push(receipt.clone());
        }
        self.seen.messages.push(Shown {
            receipt: receipt.clone(),
            chat: chat.clone(),
            only_for,
            text: message.text,
            buttons: message.buttons,
            files: message.files,
            earlier: Vec::new(),
            key,
            answers: answers.map(str::to_owned),
            known_again: 0,
            at,
        });
        receipt
    }

    pub(super) fn change(&mut self, receipt: &str, message: Message) {
        if let Some(shown) = self.seen.message_mut(receipt) {
            shown.earlier.push(shown.text.clone());
            shown.show(message);
        }
    }

    pub(super) fn shown_again(&mut self, receipt: &str) {
        if let Some(shown) = self.seen.message_mut(receipt) {
            shown.known_again += 1;
        }
    }
}

/// What a request gets that is too much.
pub(super) fn too_many(scope: PauseScope, retry_after: Duration) -> Reply {
    Reply::TooMany {
        account: scope == PauseScope::Account,
        // Rounded up: whoever waits for so long waits long enough.
        retry_after_ms: u64::try_from(retry_after.as_micros().div_ceil(1_000)).unwrap_or(u64::MAX),
    }
}

pub(super) fn bad<T>(why: &str) -> Result<T, Reply> {
    Err(Reply::BadRequest(why.to_owned()))
}
