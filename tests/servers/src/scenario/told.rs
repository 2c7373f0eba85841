//! What the bot said, held against what the transcript says: message by message, each where it belongs.

use std::fmt::Write as _;

use super::{Asked, Place, Said, words};

/// Something that is done or that falls due, and what is to be seen of it.
#[derive(Debug)]
pub(super) struct Event<'a> {
    /// How the transcript begins it: `ana> shift list`, `-- Sat 31 Oct, 08:00 New York time --`.
    pub(super) written: &'a str,
    /// The room that is looked at.
    pub(super) gaze: &'a Place,
    /// What was asked.
    pub(super) asked: Option<Asked>,
    /// What is to be seen.
    pub(super) expected: Vec<String>,
}

impl Event<'_> {
    /// Whether a platform that can may show the answer to whoever asked alone, though the transcript shows it to all.
    fn is_discreet(&self) -> bool {
        self.written.contains("> poll vote ")
    }
}

/// Who sees the lines that come next.
#[derive(Debug, Clone, PartialEq, Eq)]
enum For {
    Everyone(Place),
    Only(String),
}

impl For {
    /// Whether a message is for them: where only one person may see something, it is seen by them alone wherever that is.
    fn sees(&self, one: &Said) -> bool {
        match (self, &one.only_for) {
            (Self::Everyone(place), None) => one.place == *place,
            (Self::Everyone(_), Some(_)) => false,
            (Self::Only(person), Some(only)) => person == only,
            (Self::Only(person), None) => one.place == Place::Private(person.clone()),
        }
    }
}

/// Takes from what was said what the transcript says of that event, in its order; what was not said is a difference.
pub(super) fn take(event: &Event<'_>, said: &mut Vec<Said>) -> (Vec<Said>, Option<String>) {
    let lines = words::without_files(&event.expected);
    let (mut taken, mut missing) = (Vec::new(), String::new());
    let mut rest = lines.as_slice();
    let mut who = For::Everyone(event.gaze.clone());
    while let Some((line, after)) = rest.split_first() {
        if let Some(heading) = heading(line) {
            (who, rest) = (heading, after);
            continue;
        }
        let until_heading = rest.iter().take_while(|line| heading(line).is_none()).count();
        let found = find(event, &who, &rest[..until_heading], said);
        if let Some((index, lines)) = found {
            taken.push(said.remove(index));
            rest = &rest[lines..];
        } else {
            let _ = writeln!(missing, "-{line}");
            rest = after;
        }
        who = For::Everyone(event.gaze.clone());
    }
    let difference = (!missing.is_empty()).then(|| format!("{}\n{missing}", event.written));
    (taken, difference)
}

/// The message that says the first of these lines, and how many of them: the longest, if there are several.
fn find(event: &Event<'_>, who: &For, lines: &[String], said: &[Said]) -> Option<(usize, usize)> {
    let answers = |said: &Said| said.answers.is_none_or(|answers| event.asked == Some(answers));
    let mut found = None;
    for (index, one) in said.iter().enumerate().filter(|(_, one)| answers(one)) {
        let is_theirs = who.sees(one) || event.is_discreet() && one.only_for.is_some() && one.answers.is_some();
        if is_theirs && !one.offers_start {
            let count = (1..=lines.len())
                .find(|count| words::of_lines(lines[..*count].iter().map(String::as_str)) == one.words);
            let longest = found.map_or(0, |(_, longest)| longest);
            found = count
                .filter(|count| *count > longest)
                .map(|count| (index, count))
                .or(found);
        } else if matches!(who, For::Only(_)) && one.offers_start {
            // Nothing of it may be said before there is a private chat.
            return Some((index, lines.len()));
        }
    }
    found
}

/// The line above a message that is not simply for everyone in the room that is looked at.
fn heading(line: &str) -> Option<For> {
    let bracketed = line.strip_prefix('[').and_then(|line| line.strip_suffix(']'));
    if let Some(room) = bracketed {
        return Some(match room.strip_prefix('@') {
            Some(person) => For::Everyone(Place::Private(person.to_owned())),
            None => For::Everyone(Place::Group),
        });
    }
    let english = line
        .strip_prefix("(only ")
        .and_then(|line| line.strip_suffix(" sees this)"));
    let spanish = line
        .strip_prefix("(solo lo ve ")
        .and_then(|line| line.strip_suffix(')'));
    english.or(spanish).map(|person| For::Only(person.to_owned()))
}
