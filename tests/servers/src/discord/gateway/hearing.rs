//! Events on their way to the sessions that want them.

use serde_json::Value;

use super::{Intents, Order};
use crate::discord::ids::GuildId;
use crate::discord::world::State;

/// Guilds that a session is told of at once: complete ones are large.
const GUILDS_AT_ONCE: usize = 50;

impl State {
    /// Tells of an event whoever has that intent, on the shard of that guild.
    pub(in crate::discord) fn tell(&mut self, event: &str, guild: Option<GuildId>, intent: Intents, data: &Value) {
        for session in self.gateway.sessions.values_mut() {
            if session.is_for(guild) && session.intents.any_of(intent) {
                session.push(event, data);
                self.gateway.news = true;
            }
        }
    }

    /// Tells of an event that needs no intent.
    pub(in crate::discord) fn tell_all(&mut self, event: &str, guild: Option<GuildId>, data: &Value) {
        self.tell_raw(event, guild, &data.to_string());
    }

    /// The same, whatever its content is.
    pub(super) fn tell_raw(&mut self, event: &str, guild: Option<GuildId>, data: &str) {
        for session in self.gateway.sessions.values_mut() {
            if session.is_for(guild) {
                session.push_raw(event, data);
                self.gateway.news = true;
            }
        }
    }

    /// Tells of an event of which only bots that may read what people write get the first version.
    pub(in crate::discord) fn tell_of_content(
        &mut self,
        event: &str,
        guild: Option<GuildId>,
        intent: Intents,
        (whole, masked): (&Value, &Value),
    ) {
        for session in self.gateway.sessions.values_mut() {
            if session.is_for(guild) && session.intents.any_of(intent) {
                let reads = session.intents.any_of(Intents::MESSAGE_CONTENT);
                session.push(event, if reads { whole } else { masked });
                self.gateway.news = true;
            }
        }
    }

    /// What is to be sent on a connection now.
    pub(super) fn due(&mut self, connection: u64) -> Vec<Order> {
        if self.gateway.frozen {
            return Vec::new();
        }
        self.bring_guilds(connection);
        let Some(open) = self.gateway.connections.get_mut(&connection) else {
            return vec![Order::Cut];
        };
        let session = open.session.as_ref().and_then(|id| self.gateway.sessions.get(id));
        let mut due = Vec::new();
        if let Some(session) = session {
            due.extend(session.after(open.sent).map(|(_, text)| Order::Say(text.to_string())));
            open.sent = session.last;
        }
        due.extend(open.orders.drain(..));
        due
    }

    /// Tells a new session of the next of its guilds.
    fn bring_guilds(&mut self, connection: u64) {
        let open = self.gateway.connections.get(&connection);
        let Some(id) = open.and_then(|open| open.session.clone()) else {
            return;
        };
        let Some(session) = self.gateway.sessions.get_mut(&id) else {
            return;
        };
        let count = session.arriving.len().min(GUILDS_AT_ONCE);
        let next: Vec<GuildId> = session.arriving.drain(..count).collect();
        let has_more = !session.arriving.is_empty();
        for guild in next {
            let Some((event, told)) = self.arrival(guild) else {
                continue;
            };
            if let Some(session) = self.gateway.sessions.get_mut(&id) {
                session.push(event, &told);
            }
        }
        self.gateway.news |= has_more;
    }

    /// How a session learns of a guild that the bot is in.
    fn arrival(&self, guild: GuildId) -> Option<(&'static str, Value)> {
        let guild = self.guilds.get(&guild).filter(|guild| self.bot_is_in(guild.id))?;
        if guild.available {
            Some(("GUILD_CREATE", self.guild_create_json(guild)))
        } else {
            Some((
                "GUILD_DELETE",
                serde_json::json!({ "id": guild.id, "unavailable": true }),
            ))
        }
    }
}
