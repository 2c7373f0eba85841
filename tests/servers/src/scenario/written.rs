//! A message as it is written into a transcript: as people see it on its platform, times to the minute.

use std::fmt::Write as _;

use super::words;
use crate::{discord, matrix, telegram};

/// Of Discord: with its embeds and its buttons.
pub fn on_discord(discord: &discord::Discord, shown: &discord::Shown) -> String {
    let said = discord::Shown {
        used: None,
        documents: Vec::new(),
        ..shown.clone()
    };
    let files = shown.documents.iter().map(|file| format!("  ({})\n", file.file_name));
    // A colon that might open an emoji's name is escaped.
    let lines = files.collect::<String>() + discord.readable(&said).replace("\\:", ":").as_str();
    words::to_the_minute(&lines).into_owned()
}

/// A message of Discord as it was first said: what only told that an answer comes is no message yet.
pub fn first_on_discord(shown: &discord::Shown) -> &discord::Shown {
    let sent = shown.as_sent();
    if sent.thinking || sent.words().is_empty() && sent.documents.is_empty() {
        shown
    } else {
        sent
    }
}

/// Of Telegram: with its tags and its buttons.
pub fn on_telegram(shown: &telegram::Shown) -> String {
    let mut written = String::new();
    if let Some(file) = &shown.document {
        let _ = writeln!(written, "  ({})", file.file_name);
    }
    for (number, line) in rendered(shown).lines().enumerate() {
        let mark = if number == 0 && shown.reply_to.is_some() {
            "↩"
        } else {
            " "
        };
        let _ = writeln!(written, "{mark} {line}");
    }
    for row in shown.rows() {
        let labels: Vec<_> = row.iter().map(|button| format!("[{}]", button.label)).collect();
        let _ = writeln!(written, "  {}", labels.join(" "));
    }
    written
}

fn rendered(shown: &telegram::Shown) -> String {
    const INSTANT: &str = "<date_time ";
    let text = shown.rendered();
    let text = words::to_the_minute(&text);
    let mut parts = text.split(INSTANT);
    let mut rendered = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (unix, rest) = part.split_once(' ').unwrap();
        let unix: i64 = unix.parse().unwrap();
        let _ = write!(rendered, "{INSTANT}{} {rest}", unix - unix % 60);
    }
    rendered
}

/// Of Matrix: the plain body; with its markup it says the same.
pub fn on_matrix(shown: &matrix::Shown) -> String {
    assert_ne!(shown.sealed, matrix::Sealed::Unreadable, "{shown:?}");
    if let Some(file) = shown.file_name() {
        return format!("  ({file})\n");
    }
    assert_eq!(without_tags(shown), bare(shown.body()), "{:?}", shown.html());
    let lines = shown.body().lines().enumerate();
    let lines = lines.map(|(number, line)| match (number, shown.reply_to()) {
        (0, Some(_)) => format!("↩ {line}\n"),
        _ => format!("  {line}\n"),
    });
    words::to_the_minute(&lines.collect::<String>()).into_owned()
}

/// A message of Matrix as it was before it was edited.
pub fn first_on_matrix(shown: &matrix::Shown) -> matrix::Shown {
    matrix::Shown {
        content: shown.at_first().clone(),
        ..shown.clone()
    }
}

/// The words of the formatted body.
fn without_tags(shown: &matrix::Shown) -> String {
    let html = shown.html().expect("a formatted body");
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push(' ');
    }
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    bare(&text.replace("&#39;", "'").replace("&amp;", "&"))
}

/// What is said of a text, without what only divides it and without bars: those of letters of one width are shorter.
fn bare(text: &str) -> String {
    let chars = text.chars().filter(|char| !char.is_whitespace());
    chars.filter(|char| !matches!(char, '·' | '•' | '-' | '█')).collect()
}
