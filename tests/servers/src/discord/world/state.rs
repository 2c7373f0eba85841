//! Everything that changes.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::net::{Ipv4Addr, SocketAddr};
use std::time::{Duration, Instant, SystemTime};

use serde_json::Value;

use super::channel::{Channel, Kind};
use super::guild::Guild;
use super::interaction::Interaction;
use super::user::User;
use crate::discord::faults::Faults;
use crate::discord::gateway::Gateway;
use crate::discord::ids::{ChannelId, GuildId, InteractionId, MessageId, Snowflakes, UserId};
use crate::discord::options::Options;
use crate::discord::rates::Pace;
use crate::discord::seen::{Seen, Shown};
use crate::discord::spec::Spec;

/// Everything.
#[derive(Debug)]
pub(in crate::discord) struct State {
    pub(in crate::discord) options: Options,
    pub(in crate::discord) bot: UserId,
    pub(in crate::discord) address: SocketAddr,
    pub(in crate::discord) spec: Option<&'static Spec>,
    pub(in crate::discord) seen: Seen,
    pub(in crate::discord) faults: Faults,
    pub(in crate::discord) pace: Pace,
    pub(in crate::discord) gateway: Gateway,
    pub(in crate::discord) users: BTreeMap<UserId, User>,
    pub(in crate::discord) nicks: HashMap<String, UserId>,
    pub(in crate::discord) guilds: BTreeMap<GuildId, Guild>,
    pub(in crate::discord) channels: HashMap<ChannelId, Channel>,
    pub(in crate::discord) interactions: HashMap<InteractionId, Interaction>,
    pub(in crate::discord) tokens: HashMap<String, InteractionId>,
    /// Those that wait for an answer, first or final.
    pub(in crate::discord) waiting: BTreeSet<InteractionId>,
    /// The commands of every place, and those of one guild.
    pub(in crate::discord) commands: Vec<Value>,
    pub(in crate::discord) guild_commands: HashMap<GuildId, Vec<Value>>,
    /// The messages by their nonces, and when they were sent.
    pub(in crate::discord) nonces: HashMap<String, (Duration, ChannelId, MessageId)>,
    /// Who can not be written to for now, whatever they say.
    pub(in crate::discord) unreachable: HashSet<UserId>,
    pub(in crate::discord) snowflakes: Snowflakes,
    /// Whether connections are taken.
    pub(in crate::discord) open: bool,
    /// How far the platform's clock was put forward.
    pub(in crate::discord) put_forward: Duration,
    started: Instant,
    started_ms: i64,
}

impl State {
    pub(in crate::discord) fn new(options: Options) -> Self {
        let mut state = Self {
            bot: options.bot(),
            address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            spec: Spec::shared().filter(|_| options.validating),
            seen: Seen::default(),
            faults: Faults::default(),
            pace: Pace::default(),
            gateway: Gateway::default(),
            users: BTreeMap::new(),
            nicks: HashMap::new(),
            guilds: BTreeMap::new(),
            channels: HashMap::new(),
            interactions: HashMap::new(),
            tokens: HashMap::new(),
            waiting: BTreeSet::new(),
            commands: Vec::new(),
            guild_commands: HashMap::new(),
            nonces: HashMap::new(),
            unreachable: HashSet::new(),
            snowflakes: Snowflakes::default(),
            open: true,
            put_forward: Duration::ZERO,
            started: Instant::now(),
            started_ms: options.starts_at.map_or_else(unix_ms_now, |unix| unix * 1_000),
            options,
        };
        let bot = User::bot(state.bot, &state.options.username);
        state.users.insert(bot.id, bot);
        state
    }

    /// The time since the start.
    pub(in crate::discord) fn now(&self) -> Duration {
        self.started.elapsed() + self.put_forward
    }

    /// The same in Unix milliseconds.
    pub(in crate::discord) fn unix_ms(&self) -> i64 {
        self.started_ms + i64::try_from(self.now().as_millis()).unwrap_or_default()
    }

    pub(in crate::discord) fn snowflake(&mut self) -> u64 {
        let now = self.unix_ms();
        self.snowflakes.next(now)
    }

    pub(in crate::discord) fn fresh_guild(&mut self) -> GuildId {
        GuildId(self.snowflakes.guild(self.started_ms))
    }

    /// The person whom the test calls so, new or not.
    pub(in crate::discord) fn person(&mut self, nick: &str) -> UserId {
        if let Some(known) = self.nicks.get(nick) {
            return *known;
        }
        let id = UserId(self.snowflake());
        self.nicks.insert(nick.to_owned(), id);
        self.users.insert(id, User::person(id, nick));
        id
    }

    /// Somebody whom a handle or a message names, so they are there.
    pub(in crate::discord) fn user(&self, id: UserId) -> &User {
        &self.users[&id]
    }

    pub(in crate::discord) fn user_mut(&mut self, id: UserId) -> &mut User {
        self.users.get_mut(&id).expect("a handle names somebody who is there")
    }

    /// A guild that a handle names, so it is there.
    pub(in crate::discord) fn guild(&self, id: GuildId) -> &Guild {
        &self.guilds[&id]
    }

    pub(in crate::discord) fn guild_mut(&mut self, id: GuildId) -> &mut Guild {
        self.guilds.get_mut(&id).expect("a handle names a guild that is there")
    }

    /// Whether the bot is a member.
    pub(in crate::discord) fn bot_is_in(&self, guild: GuildId) -> bool {
        self.guilds
            .get(&guild)
            .is_some_and(|guild| guild.members.contains_key(&self.bot))
    }

    /// The guilds that the bot is in.
    pub(in crate::discord) fn own_guilds(&self) -> impl Iterator<Item = &Guild> {
        self.guilds
            .values()
            .filter(|guild| guild.members.contains_key(&self.bot))
    }

    pub(in crate::discord) fn message(&self, channel: ChannelId, message: MessageId) -> Option<&Shown> {
        self.seen.message(message).filter(|shown| shown.channel == channel)
    }

    /// The private channel of somebody with the bot, new or not.
    pub(in crate::discord) fn private_channel(&mut self, person: UserId) -> ChannelId {
        if let Some(known) = self.user(person).private {
            return known;
        }
        let id = ChannelId(self.snowflake());
        let mut channel = Channel::new(id, Kind::Private, "", self.unix_ms());
        channel.person = Some(person);
        self.channels.insert(id, channel);
        self.user_mut(person).private = Some(id);
        id
    }

    /// A new channel of a guild.
    pub(in crate::discord) fn make_channel(&mut self, guild: GuildId, kind: Kind, name: &str) -> ChannelId {
        let id = ChannelId(self.snowflake());
        let mut channel = Channel::new(id, kind, name, self.unix_ms());
        channel.guild = Some(guild);
        channel.position = self.guild(guild).channels.len();
        self.channels.insert(id, channel);
        self.guild_mut(guild).channels.push(id);
        id
    }

    /// Whether somebody and the bot meet in a guild.
    pub(in crate::discord) fn meets_bot(&self, person: UserId) -> bool {
        self.own_guilds().any(|guild| guild.members.contains_key(&person))
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "snowflakes are dated by the platform's clock, which is not the bot's"
)]
fn unix_ms_now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| i64::try_from(since.as_millis()).unwrap_or_default())
}
