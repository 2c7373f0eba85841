//! A message in the words of the console. What differs there by design, beside what differs
//! everywhere: that nobody presses Start, what Markdown needs, the instants behind times, where the buttons stand, the slash
//! before a command and the word more that some have, and the buttons that open forms.

use muster_test_servers::discord::{Component, Shown};
use muster_test_servers::scenario::words;

/// The buttons that open forms, which the console has not.
const FORMS: [&str; 4] = ["Edit", "Copy", "Cambiar", "Copiar"];
/// What is said otherwise where nobody presses Start.
const NO_START: [(&str, &str); 3] = [
    ("never wrote to me in private", "never pressed Start"),
    ("nunca me ha escrito en privado", "nunca pulsó Iniciar"),
    ("nunca me han escrito en privado", "nunca pulsaron Iniciar"),
];
/// Commands that go by a word more in Discord.
const LONGER: [(&str, &str); 3] = [
    ("me show", "me"),
    ("group show", "group"),
    ("broadcast new ", "broadcast "),
];

/// The words of a message. Its buttons stand below its text, which ends with what to type instead: the console shows both
/// in one line.
pub(super) fn of_message(shown: &Shown) -> Vec<String> {
    let components = shown.all_components();
    let labels: Vec<&str> = components
        .iter()
        .flat_map(|component| match component {
            Component::Button { label, .. } => vec![label.as_str()],
            Component::Menu { options, .. } => options.iter().map(|(label, _)| label.as_str()).collect(),
        })
        .filter(|label| !FORMS.contains(label))
        .collect();
    let titles = shown.embeds.iter().filter_map(|embed| embed["title"].as_str());
    let described = shown.embeds.iter().filter_map(|embed| embed["description"].as_str());
    let text = titles.chain(described).map(plain).collect::<Vec<_>>().join("\n");
    let text = NO_START
        .iter()
        .fold(text, |text, (here, elsewhere)| text.replace(here, elsewhere));
    let (said, typed) = match text.rsplit_once('\n') {
        Some((said, typed)) if !labels.is_empty() => (said, typed),
        _ => (text.as_str(), ""),
    };
    // a picture, of which it is said what it shows, shows what the lines say
    let files = shown.documents.iter().filter(|file| file.description.is_none());
    let files = files.map(|file| file.file_name.as_str());
    let lines = said.lines().chain(labels).chain([typed]);
    words::of_lines(lines.chain(files))
}

/// Markdown as it is read.
pub(crate) fn plain(markdown: &str) -> String {
    let mut plain = String::new();
    let mut rest = markdown;
    while let Some(char) = rest.chars().next() {
        let after = &rest[char.len_utf8()..];
        if let Some(block) = rest.strip_prefix("```\n").and_then(|inside| inside.split_once("\n```")) {
            plain.push_str(block.0);
            rest = block.1;
        } else if let Some((ticks, code)) = code(rest) {
            plain.push_str(&typed(code.trim()));
            rest = &rest[2 * ticks + code.len()..];
        } else if let Some((_, behind)) = rest.strip_prefix(" (<t:").and_then(|inside| inside.split_once(":f>)")) {
            rest = behind;
        } else if let Some(bold) = rest.strip_prefix("**") {
            rest = bold;
        } else if let Some(escaped) = after.chars().next().filter(|_| char == '\\') {
            plain.push(escaped);
            rest = &after[escaped.len_utf8()..];
        } else {
            plain.push(char);
            rest = after;
        }
    }
    plain
}

/// What stands in marks of code at the beginning, and of how many ticks they are.
fn code(text: &str) -> Option<(usize, &str)> {
    ["``", "`"].into_iter().find_map(|tick| {
        let (inside, _) = text.strip_prefix(tick)?.split_once(tick)?;
        Some((tick.len(), inside))
    })
}

/// A command as it is typed anywhere else.
fn typed(command: &str) -> String {
    let Some(command) = command.strip_prefix('/') else {
        return command.to_owned();
    };
    // Whoever is mentioned has a handle.
    let command = &command.replace(":@", ":");
    let longer = LONGER.iter().find_map(|(here, elsewhere)| {
        let rest = command.strip_prefix(here)?;
        Some(format!("{elsewhere}{rest}"))
    });
    longer.unwrap_or_else(|| command.to_owned())
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn markdown_is_read() {
        let read =
            plain(r"S1 \*is\* on Sat 10:00 (<t:1793804400:f>). **Type**: `/shift drop S1 for:@lea` or `` /me show ``");
        assert_eq!(read, "S1 *is* on Sat 10:00. Type: shift drop S1 for:lea or me");
        assert_eq!(plain("```\nTacos  5 ███\n```\n1 voted"), "Tacos  5 ███\n1 voted");
    }
}
