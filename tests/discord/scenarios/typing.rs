//! A command of the console as it is typed in Discord's client, its arguments apart: `/shift add title:Canvass when:sat 10am`.

use muster_adapter_discord::schema::words;
use muster_core::catalogue::{ArgKind, ArgSpec, CommandSpec, RawInvocation, Shape, find};
use muster_core::clock::Instant;
use muster_core::locale::Language;
use muster_core::time::{Frame, WhenError, Zone, parse_when};

/// A word, or several in quotes, as it was typed.
#[derive(Debug, Clone)]
struct Word<'a> {
    /// Everything, with its key and its quotes.
    whole: &'a str,
    key: Option<&'static ArgSpec>,
}

/// The quotes that open and close.
const QUOTES: [(char, char); 2] = [('"', '"'), ('«', '»')];

impl<'a> Word<'a> {
    /// What stands behind its key.
    fn value(&self) -> &'a str {
        let key = self.key.map_or(0, |arg| arg.name.len() + 1);
        &self.whole[key..]
    }

    fn is_quoted(&self) -> bool {
        QUOTES.iter().any(|(open, _)| self.value().starts_with(*open))
    }

    /// The value without its quotes.
    fn bare(&self) -> &'a str {
        let value = self.value();
        let quotes = QUOTES.iter().find(|(open, _)| value.starts_with(*open));
        let inside = quotes.and_then(|(open, close)| value.strip_prefix(*open)?.strip_suffix(*close));
        inside.unwrap_or(value)
    }
}

/// The slash command; `None` where there is none of those words. `is_here`: whether somebody of that name can be mentioned.
pub(super) fn slash(text: &str, now: Instant, is_here: impl Fn(&str) -> bool) -> Option<String> {
    let raw = RawInvocation {
        text: text.to_owned(),
        named: Vec::new(),
    };
    let spec = find(&raw).ok()?;
    let words = words_of(text, spec);
    let given = Given { spec, now }.sorted(&words[spec.words().count()..]);
    let options = given.into_iter().map(|(arg, value)| match arg.kind {
        ArgKind::Member if is_here(&value) => format!(" {}:@{value}", arg.name),
        ArgKind::Member if !matches!(arg.shape, Shape::Many { .. }) => format!(" {}-name:{value}", arg.name),
        _ => format!(" {}:{value}", arg.name),
    });
    Some(format!("/{}{}", words::of(spec).join(" "), options.collect::<String>()))
}

fn words_of<'a>(text: &'a str, spec: &'static CommandSpec) -> Vec<Word<'a>> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let mut closing = None;
        let end = rest.char_indices().find(|(at, char)| {
            if let Some(close) = closing {
                closing = Some(close).filter(|close| close != char);
                return false;
            }
            let opens = *at == 0 || rest[..*at].ends_with(':');
            let quotes = QUOTES.iter().find(|(open, _)| opens && open == char);
            closing = quotes.map(|(_, close)| *close);
            char.is_whitespace()
        });
        let (whole, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        let key = whole.split_once(':').and_then(|(key, _)| {
            let mut options = spec.args.iter().filter(|arg| arg.shape == Shape::Keyed);
            options.find(|arg| arg.name == key)
        });
        words.push(Word { whole, key });
        rest = after.trim_start();
    }
    words
}

struct Given {
    spec: &'static CommandSpec,
    now: Instant,
}

type Sorted = Vec<(&'static ArgSpec, String)>;

impl Given {
    /// Which words are which argument's.
    fn sorted(&self, words: &[Word<'_>]) -> Sorted {
        let mut by_position = Vec::new();
        let mut by_name = Sorted::new();
        let mut rest = words;
        while let Some((first, _)) = rest.split_first() {
            let until_next = 1 + rest[1..].iter().take_while(|word| word.key.is_none()).count();
            let (run, after) = rest.split_at(until_next);
            let taken = match first.key {
                Some(arg) => {
                    let taken = self.length(arg, run);
                    by_name.push((arg, said(&run[..taken])));
                    taken
                }
                None => 0,
            };
            by_position.extend_from_slice(&run[taken..]);
            rest = after;
        }
        let mut sorted = self.by_position(&by_position);
        self.due(&mut sorted, &by_name);
        sorted.extend(by_name);
        sorted
    }

    /// A time at the end of a task's title is when it is due.
    fn due(&self, sorted: &mut Sorted, by_name: &Sorted) {
        let mut options = self.spec.args.iter().filter(|arg| arg.shape == Shape::Keyed);
        let due = options.find(|arg| arg.name == "due" && self.spec.path == "task add");
        let is_given = by_name.iter().any(|(arg, _)| arg.name == "due");
        let (Some(due), [(_, title)], false) = (due, sorted.as_mut_slice(), is_given) else {
            return;
        };
        let words = words_of(title, self.spec);
        let at = self.before_when(&words);
        if at < words.len() {
            let (said_title, said_due) = (said(&words[..at]), said(&words[at..]));
            *title = said_title;
            sorted.push((due, said_due));
        }
    }

    /// How many words an option's value has.
    fn length(&self, arg: &ArgSpec, run: &[Word<'_>]) -> usize {
        match arg.kind {
            _ if run[0].is_quoted() => 1,
            ArgKind::Text { .. } => run.len(),
            ArgKind::When | ArgKind::WhenOrNone => self.leading_when(run).unwrap_or(1),
            _ => 1,
        }
    }

    fn by_position(&self, words: &[Word<'_>]) -> Sorted {
        let args: Vec<_> = self.spec.args.iter().filter(|arg| arg.shape != Shape::Keyed).collect();
        let (mut sorted, mut rest) = (Sorted::new(), words);
        for (number, arg) in args.iter().enumerate() {
            let next = args.get(number + 1);
            let taken = match arg.kind {
                _ if rest.is_empty() => 0,
                ArgKind::Choice(_) if arg.kind.opens_with(rest[0].bare()) == Some(false) => 0,
                _ if next.is_none() => rest.len(),
                _ if rest[0].is_quoted() => 1,
                ArgKind::Text { .. } if next.is_some_and(|next| next.kind == ArgKind::When) => self.before_when(rest),
                ArgKind::Text { .. } => before_options(rest),
                ArgKind::When => self.leading_when(rest).unwrap_or(1),
                _ => 1,
            };
            let (mine, after) = rest.split_at(taken);
            match arg.shape {
                _ if mine.is_empty() => {}
                // Quotes group what belongs together there.
                Shape::Many { .. } => sorted.push((arg, wholes(mine))),
                _ => sorted.push((arg, without_name(arg, &said(mine)))),
            }
            rest = after;
        }
        sorted
    }

    /// How many words stand before the `<when>` at the end.
    fn before_when(&self, words: &[Word<'_>]) -> usize {
        let found = (1..words.len()).find(|at| self.is_when(&words[*at..]));
        found.unwrap_or(words.len())
    }

    /// How many words the `<when>` at the beginning has.
    fn leading_when(&self, words: &[Word<'_>]) -> Option<usize> {
        (1..=words.len()).rev().find(|length| self.is_when(&words[..*length]))
    }

    fn is_when(&self, words: &[Word<'_>]) -> bool {
        let text = said(words);
        [Language::English, Language::Spanish].into_iter().any(|language| {
            let frame = Frame {
                now: self.now,
                zone: Zone::utc(),
                language,
            };
            !matches!(parse_when(&text, &frame), Err(WhenError::NotATime { .. }))
        })
    }
}

/// A question ends with its first question mark.
fn before_options(words: &[Word<'_>]) -> usize {
    let asks = words.iter().position(|word| word.whole.ends_with('?'));
    asks.map_or(words.len(), |at| at + 1)
}

/// The words without their keys and quotes.
fn said(words: &[Word<'_>]) -> String {
    words.iter().map(Word::bare).collect::<Vec<_>>().join(" ")
}

/// `until wed 8:00` for `until`.
fn without_name(arg: &ArgSpec, said: &str) -> String {
    let rest = said.strip_prefix(arg.name).and_then(|rest| rest.strip_prefix(' '));
    rest.unwrap_or(said).to_owned()
}

fn wholes(words: &[Word<'_>]) -> String {
    words.iter().map(|word| word.whole).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::slash;

    #[test]
    fn arguments_come_apart() {
        let now = "2026-11-02T14:00:00Z".parse().unwrap();
        let typed = |text| slash(text, now, |name| name == "ben");
        for (text, expected) in [
            ("shift list", "/shift list"),
            ("me", "/me show"),
            (
                "shift add Canvass Ward 3 sat 10am-1pm at:Main Library needs:3 team:North",
                "/shift add title:Canvass Ward 3 when:sat 10am-1pm at:Main Library needs:3 team:North",
            ),
            ("shift claim S1 driver", "/shift claim shift:S1 role:driver"),
            ("shift claim S3 for:lea", "/shift claim shift:S3 for-name:lea"),
            (
                "group role ben captain team:North",
                "/group role member:@ben role:captain team:North",
            ),
            (
                "shift move S5 on:\"apr 4\" 11am-1pm dates:later",
                "/shift move shift:S5 when:11am-1pm on:apr 4 dates:later",
            ),
            (
                "remind here sat 9:30am Cars leave at 9:45",
                "/remind here when:sat 9:30am text:Cars leave at 9:45",
            ),
            (
                "poll new Where do we eat? Taco stand, Diner until:wed 9:00",
                "/poll new question:Where do we eat? option:Taco stand, Diner until:wed 9:00",
            ),
            (
                "broadcast roster:S1 Rain tomorrow: meet inside ack:yes",
                "/broadcast new audience:roster:S1 text:Rain tomorrow: meet inside ack:yes",
            ),
            (
                "task add Print walk lists every fri 17:00 for:ben",
                "/task add title:Print walk lists due:every fri 17:00 for:@ben",
            ),
            ("me pause until wed 8:00", "/me pause until:wed 8:00"),
            ("shift list mine", "/shift list which:mine"),
            ("me timezone New York", "/me timezone zone:New York"),
        ] {
            assert_eq!(typed(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(typed("shift clame S3"), None);
    }
}
