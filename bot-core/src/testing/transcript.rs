//! Transcripts: what people type, and all that is seen of it.
//!
//! ```text
//! Ana> task add Print flyers due:fri 17:00
//! T1 · Print flyers
//! …
//!
//! @Ben> task list mine
//! You have no tasks to do.
//!
//! ... 2h
//! [#main] Doors open
//! ```
//!
//! - `Ana> …`: Ana types it in the room; `@Ana> …`: in private
//! - `#kitchen`: from here on, that room
//! - `... 2h`, `... until 2026-12-05 10:00`: time passes, and what falls due is sent
//! - `... late 2h`: the same while the bot is down: it comes back at the end

use super::World;

impl World {
    /// Plays a transcript, and holds what is seen against it: answers, and after each everything else that was sent.
    /// Its common indentation is not part of it.
    pub async fn plays(&mut self, transcript: &str) {
        let expected = dedented(transcript);
        let mut seen = Vec::new();
        for line in expected.lines().filter(|line| is_step(line)) {
            let mut step = vec![line.to_owned()];
            step.extend(self.step(line).await);
            seen.push(step.join("\n"));
        }
        let seen = seen.join("\n\n");
        assert!(seen == expected, "what is seen is not what was expected:\n\n{seen}\n");
    }

    /// What is seen of one step.
    async fn step(&mut self, line: &str) -> Vec<String> {
        if let Some(room) = line.strip_prefix('#') {
            self.room(room);
            return Vec::new();
        }
        if let Some(time) = line.strip_prefix("... ") {
            return match (time.strip_prefix("until "), time.strip_prefix("late ")) {
                (Some(wall), _) => self.advance_to(wall).await,
                (_, Some(length)) => self.sleep_through(length).await,
                _ => self.advance(time).await,
            };
        }
        let (name, text) = line.split_once("> ").unwrap();
        let answer = match name.strip_prefix('@') {
            Some(name) => self.private(name, text).await,
            None => self.say(name, text).await,
        };
        let mut seen = vec![answer];
        seen.extend(self.post().await);
        seen
    }
}

/// Whether a line of a transcript is something that happens, and not what is seen of it.
fn is_step(line: &str) -> bool {
    let speaker = line.split_once("> ").map(|(name, _)| name.trim_start_matches('@'));
    let speaks = speaker.is_some_and(|name| !name.is_empty() && name.chars().all(char::is_alphabetic));
    speaks || line.starts_with("... ") || line.starts_with('#')
}

/// The text without its common indentation, and with one empty line between steps.
fn dedented(text: &str) -> String {
    let lines = || text.lines().filter(|line| !line.trim().is_empty());
    let indentation = lines().map(|line| line.len() - line.trim_start().len()).min();
    let mut steps = String::new();
    for line in lines() {
        let line = line[indentation.unwrap_or_default()..].trim_end();
        if !steps.is_empty() {
            steps.push_str(if is_step(line) { "\n\n" } else { "\n" });
        }
        steps.push_str(line);
    }
    steps
}
