//! A message in the words of the console. What differs there by design, beside what differs
//! everywhere: where the buttons stand, and the slash before a command.

use muster_test_servers::scenario::{Asked, Place, Said, words, written};
use muster_test_servers::telegram::{MessageId, Shown};

/// A message by its number.
pub(super) fn asked(message: MessageId) -> Asked {
    message.0.unsigned_abs()
}

/// A message of the bot's.
pub(super) fn said(place: Place, shown: &Shown) -> Said {
    Said {
        only_for: None,
        answers: shown.reply_to.map(asked),
        words: of_message(shown),
        seen: written::on_telegram(shown),
        offers_start: place == Place::Group && shown.buttons().iter().any(|button| button.url.is_some()),
        place,
    }
}

/// The words of a message. Its buttons stand below its text, which ends with what to type instead: the console shows both
/// in one line.
fn of_message(shown: &Shown) -> Vec<String> {
    let labels: Vec<_> = shown.buttons().into_iter().map(|button| button.label).collect();
    let text = without_slashes(shown);
    let (said, typed) = match text.rsplit_once('\n') {
        Some((said, typed)) if !labels.is_empty() => (said, typed),
        _ => (text.as_str(), ""),
    };
    // a picture shows what the lines say
    let file = shown.document.as_ref().filter(|file| !file.is_photo);
    let file = file.map(|file| file.file_name.as_str());
    let lines = said.lines().chain(labels.iter().map(String::as_str)).chain([typed]);
    words::of_lines(lines.chain(file))
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
