//! Text that would be markup, a mention or a command elsewhere arrives as it was typed, and calls nobody.

use crate::scene::Ward;

#[test]
fn what_people_type_arrives_as_typed_and_calls_nobody() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    let called = format!("@{}", ben.username().unwrap());
    for (number, title) in [
        "<b>bold</b> *bold* _it_ [link](tg://user?id=1) `code` ||spoiler||",
        called.as_str(),
        "/me_forget and /undo",
        "%s {0} {{ $count }} ${HOME}",
        "שלום עולם",
        "zero\u{200b}width\u{2060}here",
        "👩‍👩‍👧‍👦 e\u{301} 🏳️‍🌈",
    ]
    .into_iter()
    .enumerate()
    {
        let card = ward.asks(&ward.ana, &format!("/shift add \"{title}\" next sat 10am-1pm needs:1"));
        assert!(card.text.contains(title), "{title}: {}", card.text);
        assert!(card.text.starts_with(&format!("S{}", number + 1)), "{}", card.text);
        let found = card
            .entities
            .iter()
            .filter(|entity| matches!(entity.kind.as_str(), "mention" | "bot_command"));
        assert_eq!(found.count(), 0, "{}", card.rendered());
    }
    ward.ends_well();
}

#[test]
fn as_many_emoji_as_a_message_holds_are_refused_or_folded_never_cut_in_two() {
    let ward = Ward::founded();
    let emoji = "🌮".repeat(2_000);
    let answer = ward.asks(&ward.ana, &format!("/task add {emoji}"));
    assert!(answer.text.encode_utf16().count() <= 4_096);
    let reminded = ward.asks(&ward.ana, &format!("/remind here in 2h {}", "🌮".repeat(900)));
    assert!(reminded.text.encode_utf16().count() <= 4_096, "{}", reminded.text);
    assert!(!reminded.text.contains('\u{fffd}') && !answer.text.contains('\u{fffd}'));
    ward.ends_well();
}
