//! What a typed line asks for.

use muster_core::chrono::NaiveDateTime;
use muster_core::time::{Duration, parse_duration};

/// The most characters that a speaker's or a room's name may have.
const NAME_CHARS: usize = 32;

/// What a typed line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing: an empty line, a comment.
    Nothing,
    /// Somebody says something to the bot; without a name it is whoever sits at the console.
    Say {
        /// Who, where the line names somebody.
        name: Option<String>,
        /// What they type.
        text: String,
    },
    /// Go to a room; `@ben` is Ben's private room with the bot.
    Room(String),
    /// Set the clock.
    Clock(ClockMove),
    /// Say what the console understands besides commands.
    Help,
    /// Leave.
    Quit,
    /// A line that begins with a colon and is none of these, with what it should look like.
    Unknown(&'static str),
}

/// How to set the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockMove {
    /// Forward by so much.
    By(Duration),
    /// To that wall clock of the group's zone.
    To(NaiveDateTime),
    /// Let it run with the machine again.
    Run,
}

const CLOCK_USAGE: &str = ":clock +2h";
const ROOM_USAGE: &str = ":room picnic";

/// Reads a typed line.
pub fn read(typed: &str) -> Line {
    let typed = typed.trim();
    if typed.is_empty() || typed.starts_with('#') {
        return Line::Nothing;
    }
    if let Some(directive) = typed.strip_prefix(':') {
        return read_directive(directive);
    }
    match typed.split_once(": ") {
        Some((name, text)) if is_name(name) => Line::Say {
            name: Some(name.to_owned()),
            text: text.trim().to_owned(),
        },
        _ => Line::Say {
            name: None,
            text: typed.to_owned(),
        },
    }
}

fn read_directive(directive: &str) -> Line {
    let (word, rest) = directive.split_once(char::is_whitespace).unwrap_or((directive, ""));
    let rest = rest.trim();
    match word {
        "room" if is_name(rest.strip_prefix('@').unwrap_or(rest)) => Line::Room(rest.to_owned()),
        "room" => Line::Unknown(ROOM_USAGE),
        "clock" => read_clock(rest).map_or(Line::Unknown(CLOCK_USAGE), Line::Clock),
        "help" => Line::Help,
        "quit" | "q" | "exit" => Line::Quit,
        _ => Line::Unknown(":help"),
    }
}

fn read_clock(text: &str) -> Option<ClockMove> {
    if text == "run" {
        return Some(ClockMove::Run);
    }
    if let Some(by) = text.strip_prefix('+') {
        return parse_duration(by).ok().map(ClockMove::By);
    }
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M")
        .ok()
        .map(ClockMove::To)
}

/// Whether it can name a speaker or a room: letters, digits, `-` and `_`.
pub fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().count() <= NAME_CHARS
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
}

#[cfg(test)]
mod tests {
    use muster_core::chrono::NaiveDate;

    use super::*;

    fn say(name: Option<&str>, text: &str) -> Line {
        Line::Say {
            name: name.map(str::to_owned),
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_name_and_a_colon_speak_as_somebody_else() {
        assert_eq!(read("ben: shift claim S1"), say(Some("ben"), "shift claim S1"));
        assert_eq!(read("shift claim S1"), say(None, "shift claim S1"));
        assert_eq!(
            read("remind me in 2h note: call Ana"),
            say(None, "remind me in 2h note: call Ana")
        );
        assert_eq!(
            read("shift add Canvass sat 10:30 at:Library"),
            say(None, "shift add Canvass sat 10:30 at:Library")
        );
    }

    #[test]
    fn directives_are_understood() {
        let at = NaiveDate::from_ymd_opt(2026, 12, 5)
            .and_then(|date| date.and_hms_opt(9, 0, 0))
            .unwrap();
        assert_eq!(read(":clock 2026-12-05 09:00"), Line::Clock(ClockMove::To(at)));
        assert_eq!(read(":clock +2h"), Line::Clock(ClockMove::By(Duration::hours(2))));
        assert_eq!(read(":clock run"), Line::Clock(ClockMove::Run));
        assert_eq!(read(":room picnic"), Line::Room("picnic".to_owned()));
        assert_eq!(read(":room @ben"), Line::Room("@ben".to_owned()));
        assert_eq!(read(" :quit "), Line::Quit);
        assert_eq!(read("# a comment"), Line::Nothing);
        assert_eq!(read("   "), Line::Nothing);
    }

    #[test]
    fn a_directive_that_is_none_says_what_it_should_look_like() {
        assert_eq!(read(":clock tomorrow"), Line::Unknown(CLOCK_USAGE));
        assert_eq!(read(":clock +"), Line::Unknown(CLOCK_USAGE));
        assert_eq!(read(":room two words"), Line::Unknown(ROOM_USAGE));
        assert!(matches!(read(":dance"), Line::Unknown(_)));
    }
}
