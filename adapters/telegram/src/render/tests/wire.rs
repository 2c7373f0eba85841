//! The JSON that goes out, by the Bot API's own names.

use muster_core::locale::Language;
use muster_core::reply::{Button, Card, Line};
use serde_json::json;

use super::super::message;
use super::{group, time, voice};

#[test]
fn a_message_and_a_caption_have_the_names_that_the_api_gives_them() {
    let card = Card::new()
        .heading("🗓 Day")
        .line(Line::from("At ").push(time("10:00")))
        .actions(
            &voice(Language::English),
            [Button::new("Undo", group(), "undo")],
            "undo",
        )
        .json("day.json", "{}");
    let message = message(&card, Language::English);
    let text = "🗓 Day\nAt 10:00\nor type: /undo";
    let entities = json!([
        {"type": "bold", "offset": 0, "length": 6},
        {"type": "date_time", "offset": 10, "length": 5, "unix_time": 1_796_482_800},
        {"type": "code", "offset": 25, "length": 5},
    ]);
    let markup = json!({"inline_keyboard": [[{"text": "Undo", "callback_data": "1AZNjaPIBcACAAAAAAAAAAQ.undo"}]]});
    assert_eq!(
        serde_json::to_value(&message).unwrap(),
        json!({"text": text, "entities": entities, "reply_markup": markup})
    );
    assert_eq!(
        serde_json::to_value(message.as_caption()).unwrap(),
        json!({"caption": text, "caption_entities": entities, "reply_markup": markup})
    );
    assert_eq!(message.documents[0].name, "day.json");
}

#[test]
fn what_is_not_there_is_not_said() {
    let plain = message(&Card::new().line("Done."), Language::English);
    assert_eq!(serde_json::to_value(&plain).unwrap(), json!({"text": "Done."}));
}
