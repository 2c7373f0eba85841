//! What people see, in words: for tests that read like transcripts, and for whoever reads why one failed.

use std::fmt::Write as _;

use serde_json::Value;

use super::ids::{ChannelId, UserId};
use super::markup::Names;
use super::seen::{Component, Seen, Shown};

impl Seen {
    /// A channel as it is read by everybody together: `name> text`, then embeds, components and files; what one person
    /// sees alone is marked.
    pub(super) fn transcript(&self, channel: ChannelId, names: &Names<'_>) -> String {
        let messages = self.all_in(channel).iter().filter(|shown| !shown.deleted);
        messages.map(|shown| block(shown, names)).collect()
    }

    /// A channel as that person reads it.
    pub(super) fn transcript_for(&self, person: UserId, channel: ChannelId, names: &Names<'_>) -> String {
        self.messages_for(person, channel)
            .map(|shown| block(shown, names))
            .collect()
    }

    /// The last of everything, for whoever reads why a test failed.
    pub(super) fn summary(&self, names: &Names<'_>) -> String {
        let mut summary = format!(
            "{} connected, {} identifies, {} resumes, {} sent, {} edited, {} failed, {} faults, {} refused for the rate, \
             breaches: {:#?}\n",
            self.connected,
            self.identifies,
            self.resumes,
            self.sent,
            self.edited,
            self.failed,
            self.faults,
            self.all_refused_for_rate(),
            self.breaches
        );
        for channel in self.all_channels().into_iter().take(10) {
            let messages = self.all_in(channel);
            let last = &messages[messages.len().saturating_sub(5)..];
            let _ = writeln!(summary, "channel {channel}, the last of {} messages:", messages.len());
            summary.extend(last.iter().map(|shown| block(shown, names)));
        }
        let answers: Vec<_> = self.answers.iter().rev().take(5).collect();
        let _ = writeln!(summary, "the last of {} answers: {answers:?}", self.answers.len());
        summary
    }
}

/// A message and all that hangs on it.
pub(super) fn block(shown: &Shown, names: &Names<'_>) -> String {
    let mut block = String::new();
    if let Some(used) = &shown.used {
        let _ = writeln!(block, "{used}");
    }
    let whose = shown
        .only_for
        .map_or_else(String::new, |only| format!(" (only {})", names.nick(only)));
    let _ = write!(block, "{}{whose}> ", shown.name);
    if shown.thinking {
        block.push_str("is thinking…");
    }
    for document in &shown.documents {
        let _ = match &document.description {
            Some(shown) => write!(block, "({}: {shown}) ", document.file_name),
            None => write!(block, "({}, {} bytes) ", document.file_name, document.content.len()),
        };
    }
    block.push_str(&indented(&names.readable(&shown.text)));
    let marks = [
        (shown.edited_ms.is_some(), " (edited)"),
        (shown.pinned, " (pinned)"),
        (shown.deleted, " (deleted)"),
    ];
    block.extend(marks.iter().filter(|(holds, _)| *holds).map(|(_, mark)| *mark));
    let mut block = block.trim_end().to_owned();
    block.push('\n');
    for embed in &shown.embeds {
        block.push_str(&card(embed, names));
    }
    for row in shown.rows() {
        let pieces: Vec<_> = row.iter().map(piece).collect();
        let _ = writeln!(block, "  {}", pieces.join(" "));
    }
    block
}

/// Further lines of a text stand below its first.
fn indented(text: &str) -> String {
    text.replace('\n', "\n  ")
}

/// An embed: `| ` before every line, the title in stars, fields as `name: value`.
fn card(embed: &Value, names: &Names<'_>) -> String {
    let text = |value: &Value| value.as_str().map(|text| names.readable(text).into_owned());
    let mut lines = Vec::new();
    lines.extend(text(&embed["author"]["name"]));
    lines.extend(text(&embed["title"]).map(|title| format!("*{title}*")));
    lines.extend(text(&embed["description"]));
    for field in embed["fields"].as_array().into_iter().flatten() {
        let (name, value) = (text(&field["name"]), text(&field["value"]));
        lines.push(format!("{}: {}", name.unwrap_or_default(), value.unwrap_or_default()));
    }
    lines.extend(text(&embed["footer"]["text"]).map(|footer| format!("-- {footer}")));
    let lines = lines.iter().flat_map(|text| text.split('\n'));
    lines
        .map(|line| format!("  | {line}").trim_end().to_owned() + "\n")
        .collect()
}

fn piece(component: &Component) -> String {
    match component {
        Component::Button {
            label, disabled: true, ..
        } => format!("[{label} (off)]"),
        Component::Button {
            label, url: Some(url), ..
        } => format!("[{label}: {url}]"),
        Component::Button { label, .. } => format!("[{label}]"),
        Component::Menu {
            placeholder, options, ..
        } => {
            let labels: Vec<_> = options.iter().map(|(label, _)| label.as_str()).collect();
            format!(
                "[{} ▾ {}]",
                placeholder.as_deref().unwrap_or_default(),
                labels.join(" | ")
            )
        }
    }
}
