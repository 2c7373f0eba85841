//! What people see, in words: for tests that read like transcripts, and for whoever reads why one failed.

use std::fmt::Write as _;

use super::ids::UserId;
use super::seen::{Room, Seen};
use super::shown::{Sealed, Shown};

impl Room {
    /// The room as it is read: `name> text`, and below that reactions and polls.
    pub fn transcript(&self) -> String {
        self.messages().map(|shown| self.line(shown)).collect()
    }

    fn line(&self, shown: &Shown) -> String {
        let mut line = format!("{}> ", self.name_of(&shown.author));
        if shown.thread().is_some() {
            line.push_str("(in the thread) ");
        }
        if shown.reply_to().is_some() {
            line.push_str("↩ ");
        }
        if let Some(name) = shown.file_name() {
            let _ = write!(line, "({name}) ");
        }
        match (shown.sealed, shown.poll()) {
            (Sealed::Unreadable, _) => line.push_str("(unreadable)"),
            (_, Some(poll)) => line.push_str(&poll.question),
            (_, None) => line.push_str(shown.html().unwrap_or_else(|| shown.body())),
        }
        if shown.edits() > 0 {
            line.push_str(" (edited)");
        }
        line.push('\n');
        line + &self.answers(shown) + &self.reactions(shown)
    }

    fn answers(&self, shown: &Shown) -> String {
        let mut lines = String::new();
        for (id, words) in shown.poll().into_iter().flat_map(|poll| poll.answers) {
            let votes = shown.votes.iter().filter(|(_, chosen)| chosen.contains(&id));
            let voters: Vec<_> = votes.map(|(voter, _)| self.name_of(voter)).collect();
            let _ = writeln!(lines, "  {words}: {}", voters.join(" "));
        }
        if shown.closed {
            lines.push_str("  (closed)\n");
        }
        lines
    }

    fn reactions(&self, shown: &Shown) -> String {
        let reaction = shown.reactions.iter();
        let reactions: Vec<_> = reaction
            .map(|reaction| format!("{} {}", reaction.key, self.name_of(&reaction.author)))
            .collect();
        if reactions.is_empty() {
            return String::new();
        }
        format!("  [{}]\n", reactions.join("] ["))
    }
}

impl Seen {
    /// The last of everything, for whoever reads why a test failed.
    pub(super) fn summary(&self) -> String {
        let mut summary = format!("invites: {:?}, troubles: {:#?}\n", self.invites, self.troubles);
        for (id, room) in &self.rooms {
            let name = room.name.as_deref().unwrap_or("without a name");
            let members: Vec<_> = room.members.keys().map(UserId::localpart).collect();
            let _ = writeln!(
                summary,
                "room {id}, {name}, encrypted: {}, in it: {}, of {members:?}, the last of {} messages:",
                room.encrypted,
                room.is_in,
                room.shown.len()
            );
            let last = &room.shown[room.shown.len().saturating_sub(10)..];
            summary.extend(last.iter().map(|shown| room.line(shown)));
        }
        summary
    }
}
