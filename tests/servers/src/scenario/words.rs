//! In which words a message says the same on a platform as at the console. What differs by design is told here and in the
//! platform's own tests, and nowhere else: what stands between words and around lines, bars, what the platform is called,
//! seconds, and `OTHERWISE`.

use std::borrow::Cow;

/// Lines of the console that are others on a platform.
const OTHERWISE: [(&str, &str); 1] = [
    // Whoever voted first stands first. At the console all vote at the same instant, here dev votes anew after eva.
    ("  Main Library: ben, dev and eva", "  Main Library: ben, eva and dev"),
];

/// The words of lines as the console shows them, or as a platform does that shows them so. What the platform is called
/// (`me` and `group` name it) stands as `(here)`.
pub fn of_lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    lines.into_iter().flat_map(of_line).collect()
}

fn of_line(line: &str) -> impl Iterator<Item = String> {
    let otherwise = OTHERWISE.iter().find(|(console, _)| *console == line);
    let line = otherwise.map_or(line, |(_, here)| here);
    line.split_whitespace()
        .filter(|word| !is_drawn(word))
        .map(|word| match word {
            "(console)" | "(consola)" | "(Discord)" | "(Telegram)" | "(Matrix)" => "(here)".to_owned(),
            word => to_the_minute(word).into_owned(),
        })
}

/// A text whose times of day have no seconds. A standing clock shows none; here the acts of one instant come after each
/// other, within its minute.
pub fn to_the_minute(text: &str) -> Cow<'_, str> {
    const TIME: &[u8] = b"00:00:00";
    let is_time = |at: usize| {
        let bytes = text.as_bytes().get(at..at + TIME.len());
        let fits = |bytes: &[u8]| {
            bytes.iter().zip(TIME).all(|(byte, like)| match like {
                b'0' => byte.is_ascii_digit(),
                like => byte == like,
            })
        };
        bytes.is_some_and(fits)
    };
    let Some(at) = (0..text.len()).find(|at| is_time(*at)) else {
        return Cow::Borrowed(text);
    };
    let minute = at + "00:00".len();
    let rest = to_the_minute(&text[at + TIME.len()..]);
    Cow::Owned(format!("{}{rest}", &text[..minute]))
}

/// What is drawn rather than said: what separates, what stands before an item, a bar, a meter.
fn is_drawn(word: &str) -> bool {
    matches!(word, "·" | "•") || word.chars().all(|char| matches!(char, '█' | '░'))
}

/// The lines of an act without what is in its files, which the console shows and a platform does not: JSON up to its last
/// brace, a table as far as the size beside its name says.
pub(super) fn without_files(lines: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut lines = lines.iter().peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_some_and(|next| *next == "{") {
            let name = line.split(" · ").next().unwrap_or_default();
            kept.push(name.to_owned());
            lines.by_ref().find(|line| *line == "}");
        } else if let Some((name, ending, mut left)) = table(line) {
            kept.push(name.to_owned());
            // Lines of CSV end in two characters (RFC 4180).
            let end = if ending == "csv" { 2 } else { 1 };
            while let Some(row) = lines.next_if(|row| row.len() <= left) {
                left = left.saturating_sub(row.len() + end);
            }
        } else {
            kept.push(line.clone());
        }
    }
    kept
}

/// The name of a table, its ending and its size in bytes, where the line says one: `P4.csv · 59 B`.
fn table(line: &str) -> Option<(&str, &str, usize)> {
    let (name, size) = line.split_once(" · ")?;
    let (_, ending) = name.rsplit_once('.')?;
    let size = size.strip_suffix(" B")?.parse().ok()?;
    matches!(ending, "csv" | "blt" | "txt").then_some((name, ending, size))
}
