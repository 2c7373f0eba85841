//! A transcript: what people type, and what everybody sees.
//!
//! ```text
//! # a comment
//! :clock 2026-12-01 09:00
//! ana> shift add Canvass Ward 3 sat 10am-1pm needs:6
//! S1 · Canvass Ward 3
//! …
//! ```
//!
//! A line `NAME> text` is what that person types, a line that begins with a colon is for the console; the lines after
//! it are what is seen until the next such line. Comments and empty lines say nothing. Whoever speaks first sits at
//! the console. Codes, which are others each time, all stand as `7ZQ4-…`.

use crate::line::is_name;

/// How every code stands.
const CODE: &str = "7ZQ4-…";

/// One act of a transcript: a typed line, and what is to be seen of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// The number of its line in the file, from 1.
    pub number: usize,
    /// The line as it stands in the file.
    pub written: String,
    /// Who types it; `None` for a line that is for the console.
    pub speaker: Option<String>,
    /// What they type.
    pub typed: String,
    /// What is to be seen.
    pub expected: Vec<String>,
}

impl Act {
    /// The act as a line that the console reads: `ana: shift list`.
    pub fn line(&self) -> String {
        match &self.speaker {
            Some(speaker) => format!("{speaker}: {}", self.typed),
            None => self.typed.clone(),
        }
    }

    /// Where `seen` differs from what the transcript says: line by line, `-` as written, `+` as seen.
    pub fn difference(&self, seen: &str) -> Option<String> {
        let seen = without_codes(seen);
        let seen: Vec<&str> = seen
            .lines()
            .map(str::trim_end)
            .filter(|line| !line.is_empty())
            .collect();
        if seen.iter().eq(&self.expected) {
            return None;
        }
        let mut report = format!("line {}: {}\n", self.number, self.written);
        for (mark, lines) in [("-", self.expected.iter().map(String::as_str).collect()), ("+", seen)] {
            for line in lines {
                report.push_str(mark);
                report.push_str(line);
                report.push('\n');
            }
        }
        Some(report)
    }
}

/// The transcript does not begin with an act.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {number} is neither typed by anybody nor seen by anybody: begin with `NAME> command` or `:clock …`")]
pub struct TranscriptError {
    /// The number of the line, from 1.
    pub number: usize,
}

/// Reads a transcript.
pub fn read(text: &str) -> Result<Vec<Act>, TranscriptError> {
    let mut acts: Vec<Act> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let (number, line) = (index + 1, line.trim_end());
        if line.is_empty() || line.starts_with("# ") || line == "#" {
            continue;
        }
        if let Some((speaker, typed)) = typed_line(line) {
            acts.push(Act {
                number,
                written: line.to_owned(),
                speaker: speaker.map(str::to_owned),
                typed: typed.to_owned(),
                expected: Vec::new(),
            });
        } else {
            acts.last_mut()
                .ok_or(TranscriptError { number })?
                .expected
                .push(line.to_owned());
        }
    }
    Ok(acts)
}

/// The file as it would read if `seen` were right, act by act; its comments and empty lines stay where they are, but for an
/// empty line below another: what is seen may have some of its own, and the file has them already.
pub fn rewritten(text: &str, seen: &[String]) -> String {
    let mut seen = seen.iter();
    let mut rewritten = String::new();
    for line in text.lines() {
        let is_typed = typed_line(line.trim_end()).is_some();
        if line.is_empty() && rewritten.ends_with("\n\n") {
            continue;
        }
        if is_typed || line.is_empty() || line.starts_with("# ") || line == "#" {
            rewritten.push_str(line);
            rewritten.push('\n');
        }
        if is_typed {
            for line in seen.next().into_iter().flat_map(|text| text.lines()) {
                rewritten.push_str(without_codes(line).trim_end());
                rewritten.push('\n');
            }
        }
    }
    rewritten
}

/// What is seen, with every code as it stands in a transcript.
fn without_codes(seen: &str) -> String {
    let words = seen.split(|char: char| !char.is_ascii_alphanumeric() && char != '-');
    let codes = words.filter(|word| is_code(word));
    codes.fold(seen.to_owned(), |seen, code| seen.replace(code, CODE))
}

/// Whether that is a code: letters and digits by four, three times or more.
fn is_code(word: &str) -> bool {
    let blocks: Vec<&str> = word.split('-').collect();
    let is_upper = |block: &&str| {
        block
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
    };
    match &blocks[..] {
        [whole @ .., last] if whole.len() > 1 => {
            whole.iter().all(|block| block.len() == 4) && (1..=4).contains(&last.len()) && blocks.iter().all(is_upper)
        }
        _ => false,
    }
}

/// Who sits at the console: whoever speaks first.
pub fn first_speaker(acts: &[Act]) -> Option<&str> {
    acts.iter().find_map(|act| act.speaker.as_deref())
}

fn typed_line(line: &str) -> Option<(Option<&str>, &str)> {
    if line.starts_with(':') {
        return Some((None, line));
    }
    let (name, typed) = line.split_once("> ")?;
    is_name(name).then_some((Some(name), typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "# a weekend\n:clock 2026-12-01 09:00\n\nana> team list\nNo teams yet.\nType: team add canvass\n\nben> help\n";

    #[test]
    fn acts_carry_what_is_typed_and_what_is_seen() {
        let acts = read(TEXT).unwrap();
        let lines: Vec<String> = acts.iter().map(Act::line).collect();
        assert_eq!(lines, [":clock 2026-12-01 09:00", "ana: team list", "ben: help"]);
        assert_eq!(acts[1].expected, ["No teams yet.", "Type: team add canvass"]);
        assert_eq!(first_speaker(&acts), Some("ana"));
    }

    #[test]
    fn a_difference_shows_both_sides() {
        let acts = read(TEXT).unwrap();
        assert_eq!(acts[1].difference("No teams yet.\nType: team add canvass\n"), None);
        let difference = acts[1].difference("1 team: canvass\n").unwrap();
        assert_eq!(
            difference,
            "line 4: ana> team list\n-No teams yet.\n-Type: team add canvass\n+1 team: canvass\n"
        );
        assert!(acts[2].difference("anything").is_some());
    }

    #[test]
    fn what_was_seen_can_be_written_into_the_file() {
        let seen = [String::new(), "1 team: canvass\n".to_owned(), "Help.\n".to_owned()];
        let expected = "# a weekend\n:clock 2026-12-01 09:00\n\nana> team list\n1 team: canvass\n\nben> help\nHelp.\n";
        assert_eq!(rewritten(TEXT, &seen), expected);
    }

    #[test]
    fn what_is_seen_may_have_an_empty_line_and_gets_no_more_of_them() {
        let text = "ana> poll export P1 stages\nStage  1\n\n* elected\n\nben> help\n";
        let seen = ["Stage  1\n\n* elected".to_owned(), String::new()];
        let once = rewritten(text, &seen);
        assert_eq!(once, text);
    }

    #[test]
    fn every_code_stands_as_the_same_and_other_words_as_they_are() {
        let seen =
            "Receipt: 7K3M-Q9TX-4H2B\nType: me link AB12-CD34-EF56-GH78-JK90-MN12-PQ\n2026-12-01, 2026-1201, P1-2026\n";
        assert_eq!(
            without_codes(seen),
            "Receipt: 7ZQ4-…\nType: me link 7ZQ4-…\n2026-12-01, 2026-1201, P1-2026\n"
        );
        let acts = read("ana> poll receipt P1\nReceipt: 7ZQ4-…\n").unwrap();
        assert_eq!(acts[0].difference("Receipt: 7K3M-Q9TX-4H2B\n"), None);
        assert!(acts[0].difference("Receipt: none\n").is_some());
    }

    #[test]
    fn what_is_seen_needs_an_act_before_it() {
        assert_eq!(read("# x\nNo teams yet.\n"), Err(TranscriptError { number: 2 }));
    }
}
