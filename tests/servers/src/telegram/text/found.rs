//! What Telegram's server finds in a text by itself, whatever entities it was given: it is how a name in a card can
//! call somebody whom nobody meant to call. The rules are those of `td/telegram/MessageEntity.cpp`, on plain letters.

use super::entity::Entity;
use super::units::units;

/// Nothing is found within these.
const CLOSED: [&str; 5] = ["code", "pre", "text_link", "text_mention", "custom_emoji"];
/// The shortest username that is found, and the longest.
const USERNAME: std::ops::RangeInclusive<usize> = 4..=32;
/// A few of the endings by which a bare domain is known.
const ENDINGS: [&str; 24] = [
    "com", "org", "net", "io", "me", "de", "es", "fr", "uk", "eu", "dev", "app", "gov", "edu", "co", "us", "info",
    "it", "nl", "ch", "at", "tv", "ly", "xyz",
];

/// What is found outside of `given`.
pub(super) fn found(text: &str, given: &[Entity]) -> Vec<Entity> {
    if !text.contains(['@', '/', '#', '.']) {
        return Vec::new();
    }
    let mut found: Vec<Entity> = Vec::new();
    for (kind, byte, length) in links(text)
        .chain(mentions(text))
        .chain(commands(text))
        .chain(hashtags(text))
    {
        let (before, itself) = (&text[..byte], &text[byte..byte + length]);
        let entity = Entity::plain(kind, units(before), units(itself));
        let closed = given
            .iter()
            .filter(|given| CLOSED.contains(&given.kind.as_str()))
            .chain(&found)
            .any(|other| other.touches(&entity));
        if !closed {
            found.push(entity);
        }
    }
    found
}

type Piece = (&'static str, usize, usize);

fn is_word(symbol: char) -> bool {
    symbol.is_alphanumeric() || symbol == '_'
}

fn is_plain(symbol: char) -> bool {
    symbol.is_ascii_alphanumeric() || symbol == '_'
}

/// The length in bytes of the beginning whose symbols are all such.
fn run(text: &str, such: impl Fn(char) -> bool) -> usize {
    text.find(|symbol| !such(symbol)).unwrap_or(text.len())
}

/// Each occurrence of that symbol: where, the symbol before, what follows.
fn after(text: &str, symbol: char) -> impl Iterator<Item = (usize, Option<char>, &str)> {
    text.match_indices(symbol)
        .map(|(at, found)| (at, text[..at].chars().next_back(), &text[at + found.len()..]))
}

fn mentions(text: &str) -> impl Iterator<Item = Piece> {
    after(text, '@').filter_map(|(at, before, rest)| {
        let length = run(rest, is_plain);
        let ends = !rest[length..].starts_with(is_word);
        let begins = !before.is_some_and(is_word);
        (begins && ends && USERNAME.contains(&length)).then_some(("mention", at, length + 1))
    })
}

fn commands(text: &str) -> impl Iterator<Item = Piece> {
    let beside = |symbol: char| is_word(symbol) || ['/', '<', '>'].contains(&symbol);
    after(text, '/').filter_map(move |(at, before, rest)| {
        let name = run(rest, is_plain);
        let addressee = rest[name..].strip_prefix('@').map_or(0, |rest| run(rest, is_plain));
        let length = if (3..=32).contains(&addressee) {
            name + 1 + addressee
        } else {
            name
        };
        let free = !before.is_some_and(beside) && !rest[length..].starts_with(beside);
        (free && (1..=64).contains(&name)).then_some(("bot_command", at, length + 1))
    })
}

fn hashtags(text: &str) -> impl Iterator<Item = Piece> {
    after(text, '#').filter_map(|(at, before, rest)| {
        let length = run(rest, is_word);
        let tag = &rest[..length];
        let named = tag.chars().any(|symbol| !symbol.is_numeric()) && tag.chars().count() <= 256;
        let free = !before.is_some_and(is_word) && !rest[length..].starts_with('#');
        (free && named).then_some(("hashtag", at, length + 1))
    })
}

fn links(text: &str) -> impl Iterator<Item = Piece> {
    let apart = |symbol: char| symbol.is_whitespace() || "<>\"'`()[]{}«»,;".contains(symbol);
    text.split(apart).filter_map(move |word| {
        // Where the word stands in the text: both are one piece of memory.
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let word = word.trim_end_matches(['.', ':', '!', '?', '…']);
        Some((link(word)?, at, word.len()))
    })
}

fn link(word: &str) -> Option<&'static str> {
    let schemes = ["https://", "http://", "ftp://", "tg://", "ton://"];
    if schemes
        .iter()
        .any(|scheme| word.len() > scheme.len() && word.starts_with(scheme))
    {
        return Some("url");
    }
    if let Some((name, domain)) = word.split_once('@') {
        return (!name.is_empty() && is_domain(domain)).then_some("email");
    }
    let host = word.split(['/', '?', '#', ':']).next().unwrap_or_default();
    is_domain(host).then_some("url")
}

fn is_domain(host: &str) -> bool {
    let Some((names, ending)) = host.rsplit_once('.') else {
        return false;
    };
    let name = |name: &str| !name.is_empty() && name.chars().all(|symbol| symbol.is_alphanumeric() || symbol == '-');
    ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) && names.split('.').all(name)
}
