//! The Discord of the memory: many servers, each with as much in it as the others.

use std::time::Duration;

use muster_test_servers::discord::{Discord, Guild, Options, Permissions, Person, Room};

use crate::stage::founded_before;

/// What is in a server.
const TEXT_CHANNELS: usize = 20;
const VOICE_CHANNELS: usize = 4;
const ROLES: usize = 16;
/// Channels that only one role sees.
const CLOSED_CHANNELS: usize = 6;
/// Who is in a server; it is the same people everywhere, at least one for each shard, and no bot is told of them.
const MEMBERS: usize = 30;
/// How many servers a shard holds, as Discord recommends it.
const A_SHARD: usize = 1_000;
/// How many shards may begin at once, as a bot in very many servers may.
const AT_ONCE: u32 = 16;
/// How long a shard waits for the one before.
const APART: Duration = Duration::from_secs(5);
/// How long people wait: a bot is only measured once it comes to them.
const PATIENCE: Duration = Duration::from_mins(3);

/// The Discord, and its servers.
pub(crate) struct Guilds {
    pub(crate) discord: Discord,
    founded: Vec<Guild>,
    people: Vec<Person>,
}

impl Guilds {
    /// One without servers.
    pub(crate) fn none() -> Self {
        let options = Options::generous()
            .concurrency(AT_ONCE, APART)
            .first_answer_within(PATIENCE);
        let discord = founded_before(options).start();
        let people = (0..MEMBERS).map(|n| discord.person(&format!("p{n:02}"))).collect();
        Self {
            discord,
            founded: Vec::new(),
            people,
        }
    }

    /// Founds servers until there are so many.
    pub(crate) fn grow(&mut self, count: usize) {
        for n in self.founded.len()..count {
            let guild = self.discord.guild_without_bot(&format!("Neighbors of Ward {n}"));
            let roles: Vec<_> = (0..ROLES)
                .map(|n| guild.role(&format!("Canvassers {n}"), Permissions::EVERYBODY))
                .collect();
            let channels: Vec<_> = (0..TEXT_CHANNELS)
                .map(|n| guild.channel(&format!("canvassing-{n}")))
                .collect();
            for (channel, role) in channels.iter().zip(&roles).take(CLOSED_CHANNELS) {
                channel.denies_everybody(Permissions::VIEW_CHANNEL);
                channel.rules_role(*role, Permissions::VIEW_CHANNEL, Permissions::NONE);
            }
            for n in 0..VOICE_CHANNELS {
                guild.voice_channel(&format!("Talking {n}"));
            }
            for person in &self.people {
                guild.lets_in(person);
            }
            guild.adds_bot();
            self.founded.push(guild);
        }
    }

    /// How many shards a bot begins.
    pub(crate) const fn shards(&self) -> usize {
        self.founded.len().div_ceil(A_SHARD)
    }

    /// On each shard somebody, and a channel in which they ask: one person who asked on all of them would be a flood.
    pub(crate) fn asking(&self) -> impl Iterator<Item = (&Person, Room)> {
        // Each server falls to the next shard.
        let rooms = self.founded.iter().take(self.shards()).map(Guild::general);
        self.people.iter().zip(rooms)
    }
}
