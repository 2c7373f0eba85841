//! What people see, in words: for tests that read like transcripts, and for whoever reads why one failed.

use std::fmt::Write as _;

use super::ids::ChatId;
use super::seen::{Seen, Shown};

impl Seen {
    /// A chat as it is read: `name> text`, then buttons, files and pins.
    pub fn transcript(&self, chat: impl Into<ChatId>) -> String {
        let lines = self.messages(chat).map(line);
        lines.collect()
    }

    /// The last of everything, for whoever reads why a test failed.
    pub(super) fn summary(&self) -> String {
        let mut summary = format!(
            "polling: {}, {} updates pending, {} sent, {} edited, {} faults, {} refused for the rate, breaches: {:#?}\n",
            self.polling, self.pending, self.sent, self.edited, self.faults, self.refused_for_rate, self.breaches
        );
        let mut chats: Vec<_> = self.chats.keys().collect();
        chats.sort();
        for chat in chats.into_iter().take(10) {
            let messages = self.all_in(*chat);
            let last = &messages[messages.len().saturating_sub(5)..];
            let _ = writeln!(summary, "chat {chat}, the last of {} messages:", messages.len());
            summary.extend(last.iter().map(line));
        }
        let toasts = &self.toasts[self.toasts.len().saturating_sub(5)..];
        let _ = writeln!(summary, "the last of {} toasts: {toasts:?}", self.toasts.len());
        summary
    }
}

fn line(shown: &Shown) -> String {
    let mut line = format!("{}> ", shown.name);
    if let Some((what, _)) = &shown.service {
        let _ = write!(line, "({what})");
    }
    if let Some(document) = &shown.document {
        let _ = if document.is_photo {
            write!(line, "({}) ", document.file_name)
        } else {
            write!(line, "({}, {} bytes) ", document.file_name, document.content.len())
        };
    }
    line.push_str(&shown.rendered());
    if shown.edit_date.is_some() {
        line.push_str(" (edited)");
    }
    if shown.pinned {
        line.push_str(" (pinned)");
    }
    if shown.deleted {
        line.push_str(" (deleted)");
    }
    line.push('\n');
    for row in shown.rows() {
        let labels: Vec<_> = row.iter().map(|button| format!("[{}]", button.label)).collect();
        let _ = writeln!(line, "  {}", labels.join(" "));
    }
    line
}
