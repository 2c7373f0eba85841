//! In which words a message says the same in Telegram as at the console. What differs by design is told here, and nowhere
//! else: what stands between words and around lines, bars, where the buttons stand, the slash before a command, what the
//! platform is called, seconds, and [`OTHERWISE`].

use std::borrow::Cow;

use muster_test_servers::telegram::Shown;

/// Lines of the console that are others in Telegram.
const OTHERWISE: [(&str, &str); 1] = [
    // Whoever voted first stands first. At the console all vote at the same instant, here dev votes anew after eva.
    ("  Main Library: ben, dev and eva", "  Main Library: ben, eva and dev"),
];

/// The words of lines as the console shows them.
pub(super) fn of_lines<'a>(lines: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    lines.into_iter().flat_map(of_line).collect()
}

fn of_line(line: &str) -> impl Iterator<Item = String> {
    let otherwise = OTHERWISE.iter().find(|(console, _)| *console == line);
    let line = otherwise.map_or(line, |(_, telegram)| telegram);
    line.split_whitespace()
        .filter(|word| !is_drawn(word))
        .map(|word| match word {
            // `me` and `group` name the platform.
            "(console)" | "(consola)" => "(Telegram)".to_owned(),
            word => word.to_owned(),
        })
}

/// The words of a message as Telegram shows it. Its buttons stand below its text, which ends with what to type instead:
/// the console shows both in one line.
pub(super) fn of_message(shown: &Shown) -> Vec<String> {
    let labels: Vec<_> = shown.buttons().into_iter().map(|button| button.label).collect();
    let text = without_slashes(shown);
    let (said, typed) = match text.rsplit_once('\n') {
        Some((said, typed)) if !labels.is_empty() => (said, typed),
        _ => (text.as_str(), ""),
    };
    let file = shown.document.as_ref().map(|file| file.file_name.as_str());
    let lines = said.lines().chain(labels.iter().map(String::as_str)).chain([typed]);
    of_lines(lines.chain(file))
        .iter()
        .map(|word| to_the_minute(word).into_owned())
        .collect()
}

/// A text whose times of day have no seconds. A standing clock shows none; here the acts of one instant come after each
/// other, within its minute.
pub(super) fn to_the_minute(text: &str) -> Cow<'_, str> {
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

/// Its text with the commands in it as they are typed anywhere else.
fn without_slashes(shown: &Shown) -> String {
    let commands = shown.entities.iter().filter(|entity| entity.kind == "code");
    let begins: Vec<_> = commands.map(|command| command.offset).collect();
    let units = shown.text.encode_utf16().enumerate();
    let kept = units.filter(|(at, unit)| *unit != u16::from(b'/') || !begins.contains(at));
    let kept: Vec<u16> = kept.map(|(_, unit)| unit).collect();
    String::from_utf16(&kept).unwrap()
}

/// What is drawn rather than said: what separates, what stands before an item, a bar.
fn is_drawn(word: &str) -> bool {
    matches!(word, "·" | "•") || word.chars().all(|char| char == '█')
}

/// The lines of an act without what is in its files, which the console shows and Telegram does not.
pub(super) fn without_files(lines: &[String]) -> Vec<String> {
    let mut kept = Vec::new();
    let mut lines = lines.iter().peekable();
    while let Some(line) = lines.next() {
        if lines.peek().is_some_and(|next| *next == "{") {
            let name = line.split(" · ").next().unwrap_or_default();
            kept.push(name.to_owned());
            lines.by_ref().find(|line| *line == "}");
        } else {
            kept.push(line.clone());
        }
    }
    kept
}
