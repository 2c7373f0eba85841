//! What stands in angle brackets, as people read it (API reference, "Message Formatting").

use std::borrow::Cow;

use muster_core::chrono::{DateTime, Utc};

use super::ids::{ChannelId, RoleId, UserId};
use super::world::State;

/// What things are called.
#[derive(Debug)]
pub(super) struct Names<'a>(pub(super) &'a State);

impl Names<'_> {
    /// What the test calls somebody.
    pub(super) fn nick(&self, person: UserId) -> &str {
        self.0.users.get(&person).map_or("somebody", |user| user.nick.as_str())
    }

    /// A text with names in place of numbers, and with instants that can be read, in UTC.
    pub(super) fn readable<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !text.contains('<') {
            return text.into();
        }
        let mut pieces = text.split('<');
        let mut readable = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            match piece
                .split_once('>')
                .and_then(|(inside, rest)| Some((self.meant(inside)?, rest)))
            {
                Some((meant, rest)) => readable.extend([meant.as_str(), rest]),
                None => readable.extend(["<", piece]),
            }
        }
        readable.into()
    }

    fn meant(&self, inside: &str) -> Option<String> {
        if let Some(instant) = inside.strip_prefix("t:") {
            return instant_in_words(instant);
        }
        if let Some(command) = inside.strip_prefix('/') {
            return Some(format!("/{}", command.split(':').next()?));
        }
        if let Some(role) = inside.strip_prefix("@&") {
            return Some(format!("@{}", self.0.role_name(RoleId(role.parse().ok()?))));
        }
        if let Some(channel) = inside.strip_prefix('#') {
            let channel = self.0.channels.get(&ChannelId(channel.parse().ok()?))?;
            return Some(format!("#{}", channel.name));
        }
        let user = inside.strip_prefix('@')?;
        let user = user.strip_prefix('!').unwrap_or(user).parse().ok()?;
        Some(format!("@{}", self.0.users.get(&UserId(user))?.name()))
    }
}

/// `<t:1750000000:F>` as `{Sunday, 15 June 2025 15:06}`; what is told relative to now says so.
fn instant_in_words(instant: &str) -> Option<String> {
    let (seconds, style) = instant.split_once(':').unwrap_or((instant, "f"));
    let at: DateTime<Utc> = DateTime::from_timestamp(seconds.parse().ok()?, 0)?;
    let format = match style {
        "t" => "{%H:%M}",
        "T" => "{%H:%M:%S}",
        "d" => "{%d/%m/%Y}",
        "D" => "{%-d %B %Y}",
        "f" => "{%-d %B %Y %H:%M}",
        "F" => "{%A, %-d %B %Y %H:%M}",
        "R" => "{%-d %B %Y %H:%M, from now}",
        _ => return None,
    };
    Some(at.format(format).to_string())
}

#[cfg(test)]
mod tests {
    use super::instant_in_words;

    #[test]
    fn instants_are_read_in_utc() {
        let words = |text| instant_in_words(text).unwrap();
        assert_eq!(words("1750000000"), "{15 June 2025 15:06}");
        assert_eq!(words("1750000000:F"), "{Sunday, 15 June 2025 15:06}");
        assert_eq!(words("1750000000:t"), "{15:06}");
        assert_eq!(words("1750000000:R"), "{15 June 2025 15:06, from now}");
        assert_eq!(instant_in_words("soon"), None);
        assert_eq!(instant_in_words("5:x"), None);
    }
}
