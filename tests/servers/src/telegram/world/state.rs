//! Everything that changes.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, Instant, SystemTime};

use super::chat::{Chat, Kind};
use super::user::User;
use crate::telegram::faults::{Fault, Faults};
use crate::telegram::http::Call;
use crate::telegram::ids::{CallbackId, ChatId, GROUP_ANONYMOUS_BOT, MessageId, TELEGRAM, UserId};
use crate::telegram::methods::Profile;
use crate::telegram::options::Options;
use crate::telegram::rates::Pace;
use crate::telegram::refusal::Refusal;
use crate::telegram::seen::{Document, Seen, Shown};
use crate::telegram::spec::Spec;
use crate::telegram::updates::{Queue, Webhook};

/// Ids that do not fit into 32 bits, as Telegram's do not.
const FIRST_PERSON: i64 = 6_000_000_001;
const FIRST_GROUP: i64 = -4_000_000_001;
const FIRST_SUPERGROUP: i64 = -1_002_000_000_001;

/// A tap that waits for an answer, or had one.
#[derive(Debug)]
pub(in crate::telegram) struct Tap {
    pub(in crate::telegram) by: UserId,
    pub(in crate::telegram) at: Duration,
    pub(in crate::telegram) is_over: bool,
}

/// Everything.
#[derive(Debug)]
pub(in crate::telegram) struct State {
    pub(in crate::telegram) options: Options,
    pub(in crate::telegram) bot: UserId,
    pub(in crate::telegram) spec: Option<&'static Spec>,
    pub(in crate::telegram) seen: Seen,
    pub(in crate::telegram) faults: Faults,
    pub(in crate::telegram) pace: Pace,
    pub(in crate::telegram) queue: Queue,
    pub(in crate::telegram) webhook: Option<Webhook>,
    /// How many webhooks were set so far.
    pub(in crate::telegram) webhooks_set: u64,
    pub(in crate::telegram) users: BTreeMap<UserId, User>,
    pub(in crate::telegram) usernames: HashMap<String, UserId>,
    pub(in crate::telegram) nicks: HashMap<String, UserId>,
    pub(in crate::telegram) chats: HashMap<ChatId, Chat>,
    pub(in crate::telegram) taps: HashMap<CallbackId, Tap>,
    pub(in crate::telegram) documents: HashMap<String, Document>,
    pub(in crate::telegram) profile: Profile,
    /// Whether connections are taken.
    pub(in crate::telegram) open: bool,
    /// How far the platform's clock was put forward.
    pub(in crate::telegram) put_forward: Duration,
    started: Instant,
    started_unix: i64,
    /// How many of each kind there are: the next one's number.
    people: i64,
    groups: i64,
    supergroups: i64,
}

impl State {
    pub(in crate::telegram) fn new(options: Options) -> Self {
        let mut state = Self {
            bot: options.bot(),
            spec: Spec::shared().filter(|_| options.validating),
            seen: Seen::default(),
            faults: Faults::default(),
            pace: Pace::default(),
            queue: Queue::default(),
            webhook: None,
            webhooks_set: 0,
            users: BTreeMap::new(),
            usernames: HashMap::new(),
            nicks: HashMap::new(),
            chats: HashMap::new(),
            taps: HashMap::new(),
            documents: HashMap::new(),
            profile: Profile::default(),
            open: true,
            put_forward: Duration::ZERO,
            started: Instant::now(),
            started_unix: options.starts_at.unwrap_or_else(unix_now),
            people: 0,
            groups: 0,
            supergroups: 0,
            options,
        };
        state.know(User::bot(state.bot, "Muster", &state.options.username));
        state.know(User::bot(GROUP_ANONYMOUS_BOT, "Group", "GroupAnonymousBot"));
        state.know(User {
            username: None,
            language: None,
            first_name: "Telegram".to_owned(),
            ..User::person(TELEGRAM, "telegram")
        });
        state
    }

    /// The time since the start.
    pub(in crate::telegram) fn now(&self) -> Duration {
        self.started.elapsed() + self.put_forward
    }

    /// The same in Unix seconds.
    pub(in crate::telegram) fn unix(&self) -> i64 {
        self.started_unix + i64::try_from(self.now().as_secs()).unwrap_or_default()
    }

    pub(in crate::telegram) fn know(&mut self, user: User) {
        if let Some(username) = &user.username {
            self.usernames.insert(username.to_lowercase(), user.id);
        }
        self.users.insert(user.id, user);
    }

    /// The person whom the test calls so, new or not.
    pub(in crate::telegram) fn person(&mut self, nick: &str) -> UserId {
        if let Some(known) = self.nicks.get(nick) {
            return *known;
        }
        let id = UserId(FIRST_PERSON + self.people);
        self.people += 1;
        self.nicks.insert(nick.to_owned(), id);
        self.know(User::person(id, nick));
        id
    }

    /// An id for a new chat of that kind.
    pub(in crate::telegram) fn fresh_chat(&mut self, kind: Kind) -> ChatId {
        let (first, count) = match kind {
            Kind::Group => (FIRST_GROUP, &mut self.groups),
            _ => (FIRST_SUPERGROUP, &mut self.supergroups),
        };
        *count += 1;
        ChatId(first - (*count - 1))
    }

    /// Somebody whom a handle or a message names, so they are there.
    pub(in crate::telegram) fn user(&self, id: UserId) -> &User {
        &self.users[&id]
    }

    pub(in crate::telegram) fn user_mut(&mut self, id: UserId) -> &mut User {
        self.users.get_mut(&id).expect("a handle names somebody who is there")
    }

    /// A chat that a handle or a message names, so it is there. A private one begins here.
    pub(in crate::telegram) fn chat(&mut self, id: ChatId) -> &mut Chat {
        self.chats.entry(id).or_insert_with(|| Chat::new(id, Kind::Private, ""))
    }

    pub(in crate::telegram) fn message(&self, chat: ChatId, message: MessageId) -> Option<&Shown> {
        self.seen.message(chat, message)
    }

    /// The fault that meets that request.
    pub(in crate::telegram) fn meets(&mut self, call: &Call) -> Option<Fault> {
        self.seen.count_request(&call.method);
        let chat = call.number("chat_id").map(ChatId);
        let fault = self.faults.strike(&call.method, chat.as_ref());
        self.seen.faults += u64::from(fault.is_some());
        fault
    }

    /// One more message or edit there, where the rates allow it.
    pub(in crate::telegram) fn pace(&mut self, chat: ChatId) -> Result<(), Refusal> {
        let now = self.now();
        let Some(rates) = &self.options.rates else {
            return Ok(());
        };
        self.pace.take(rates, chat, now).map_err(|retry_after| {
            self.seen.refused_for_rate += 1;
            Refusal::too_many(retry_after)
        })
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "messages are dated by the platform's clock, which is not the bot's"
)]
fn unix_now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_secs()).unwrap_or_default())
}
