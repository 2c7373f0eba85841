//! Whom a message calls (Message Resource, "Allowed Mentions Object").

use serde_json::Value;

use super::state::State;
use crate::discord::ids::{RoleId, UserId, number};
use crate::discord::permissions::Permissions;
use crate::discord::seen::{Author, Ping, Pinged, Shown};

/// Of the mentions in a text those that may call somebody.
#[derive(Debug, Default)]
pub(in crate::discord) struct Allowed {
    everybody: bool,
    roles: Which<RoleId>,
    users: Which<UserId>,
    replied: bool,
}

#[derive(Debug, Default)]
enum Which<T> {
    #[default]
    None,
    All,
    These(Vec<T>),
}

impl<T: PartialEq> Which<T> {
    fn has(&self, one: &T) -> bool {
        match self {
            Self::None => false,
            Self::All => true,
            Self::These(these) => these.contains(one),
        }
    }
}

impl Allowed {
    /// Where a request says nothing of it: everything, but of an interaction's answer only people.
    pub(in crate::discord) const fn by_default(in_answer: bool) -> Self {
        Self {
            everybody: !in_answer,
            roles: if in_answer { Which::None } else { Which::All },
            users: Which::All,
            replied: true,
        }
    }

    pub(in crate::discord) fn read(body: &Value, in_answer: bool) -> Self {
        let Some(given) = body.get("allowed_mentions").filter(|given| !given.is_null()) else {
            return Self::by_default(in_answer);
        };
        let parses = |what: &str| {
            given["parse"]
                .as_array()
                .is_some_and(|all| all.iter().any(|one| one == what))
        };
        Self {
            everybody: parses("everyone"),
            roles: which(parses("roles"), &given["roles"], RoleId),
            users: which(parses("users"), &given["users"], UserId),
            replied: given["replied_user"].as_bool().unwrap_or_default(),
        }
    }
}

fn which<T>(all: bool, list: &Value, make: impl Fn(u64) -> T) -> Which<T> {
    if all {
        return Which::All;
    }
    let list = list.as_array().into_iter().flatten();
    Which::These(list.filter_map(number).map(make).collect())
}

/// What stands in a text, but for what stands in it as code.
#[derive(Debug, Default)]
struct Named {
    everybody: bool,
    here: bool,
    roles: Vec<RoleId>,
    users: Vec<UserId>,
}

impl State {
    /// Writes on a message of the bot's whom it calls.
    pub(in crate::discord) fn call(&self, message: &mut Shown, allowed: &Allowed) {
        let named = named(&message.all_text());
        let guild = self.channels.get(&message.channel).and_then(|channel| channel.guild);
        let guild = guild.and_then(|guild| self.guilds.get(&guild));
        let calls_all = self
            .permissions(self.bot, message.channel)
            .has(Permissions::MENTION_EVERYONE);
        let can_call = |role: &RoleId| {
            let role = guild.and_then(|guild| guild.roles.get(role));
            role.is_some_and(|role| calls_all || role.mentionable)
        };
        let author = message
            .reply_to
            .and_then(|id| self.seen.message(id))
            .map(|shown| shown.author);
        message.calls_everybody = allowed.everybody && calls_all && named.everybody;
        message.calls_here = allowed.everybody && calls_all && named.here;
        message.calls_roles = named.roles;
        message
            .calls_roles
            .retain(|role| allowed.roles.has(role) && can_call(role));
        message.calls = named.users;
        message
            .calls
            .retain(|user| allowed.users.has(user) && self.users.contains_key(user));
        if let Some(Author::Person(person)) = author.filter(|_| allowed.replied)
            && !message.calls.contains(&person)
        {
            message.calls.push(person);
        }
    }

    /// Records who was called by a message. Edits call nobody.
    pub(in crate::discord) fn ping(&mut self, message: &Shown) {
        let mut whom = Vec::new();
        if message.calls_everybody {
            whom.push(Pinged::Everyone);
        }
        if message.calls_here {
            whom.push(Pinged::Here);
        }
        whom.extend(
            message
                .calls_roles
                .iter()
                .map(|role| Pinged::Role(self.role_name(*role))),
        );
        let people = message.calls.iter().filter(|person| self.sees(**person, message));
        whom.extend(people.map(|person| Pinged::Person(self.user(*person).nick.clone())));
        let (channel, message) = (message.channel, message.id);
        self.seen
            .pings
            .extend(whom.into_iter().map(|whom| Ping { channel, message, whom }));
    }

    fn sees(&self, person: UserId, message: &Shown) -> bool {
        message.only_for.is_none_or(|only| only == person)
            && self.permissions(person, message.channel).has(Permissions::VIEW_CHANNEL)
    }

    pub(in crate::discord) fn role_name(&self, role: RoleId) -> String {
        let found = self.guilds.values().find_map(|guild| guild.roles.get(&role));
        found.map_or_else(|| role.to_string(), |role| role.name.clone())
    }
}

fn named(text: &str) -> Named {
    let text = without_code(text);
    let mut named = Named {
        everybody: text.contains("@everyone"),
        here: text.contains("@here"),
        ..Named::default()
    };
    for piece in text.split('<').skip(1) {
        let Some((inside, _)) = piece.split_once('>') else {
            continue;
        };
        if let Some(role) = inside.strip_prefix("@&").and_then(|id| id.parse().ok()) {
            named.roles.push(RoleId(role));
        } else if let Some(user) = inside.strip_prefix('@') {
            let user = user.strip_prefix('!').unwrap_or(user);
            named.users.extend(user.parse().ok().map(UserId));
        }
    }
    named.roles.dedup();
    named.users.dedup();
    named
}

/// What stands between backticks calls nobody.
fn without_code(text: &str) -> String {
    let outside = |text: &str, mark: &str| {
        let pieces: Vec<_> = text.split(mark).collect();
        let last = pieces.len() - 1;
        // A mark that is never closed is a mark.
        let is_open = |number: usize| number.is_multiple_of(2) || number == last;
        let kept = pieces.iter().enumerate().filter(|(number, _)| is_open(*number));
        kept.map(|(_, piece)| *piece).collect::<Vec<_>>().join(" ")
    };
    outside(&outside(text, "```"), "`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_are_found_but_not_in_code() {
        let named = named("<@5> <@!6> <@&7> `<@8>` ```@everyone``` @here ` <@9");
        assert_eq!(named.users, [UserId(5), UserId(6)]);
        assert_eq!(named.roles, [RoleId(7)]);
        assert_eq!((named.everybody, named.here), (false, true));
    }
}
