//! Text that would be markup, a mention or a command elsewhere arrives as it was typed, and calls nobody.

use muster_test_servers::discord::Permissions;

use crate::scenarios::shown::plain;
use crate::scene::{Ward, from_bot, whispers};

/// What people type who mean no good, or do not know that it means something.
fn texts(ward: &Ward) -> Vec<String> {
    let ben = ward.member("Ben");
    let captains = ward.guild.role("Captains", Permissions::NONE);
    ward.guild.role_is_mentionable(captains, true);
    let mut texts: Vec<String> = [
        "@everyone and @here",
        "**bold** *it* __under__ ~~gone~~ `code` ```block``` ||spoiler||",
        "[masked](https://example.org/evil) <https://example.org> https://example.org/a_b_c",
        "# heading",
        "> quoted",
        "- item",
        "1. first",
        "</shift claim:123> <#1> <t:0:R> <:tada:1> :tada:",
        "\\*not bold\\* \\",
        "%s {0} {{ $count }} ${HOME}",
        "שלום עולם",
        "zero\u{200b}width\u{2060}here",
        "👩‍👩‍👧‍👦 e\u{301} 🏳️‍🌈",
    ]
    .map(str::to_owned)
    .into();
    texts.push(format!("<@{}> <@!{}>", ben.id(), ben.id()));
    texts.push(format!("<@&{captains}> @Captains"));
    texts
}

#[test]
fn what_people_type_arrives_as_typed_and_calls_nobody() {
    let ward = Ward::founded();
    // The bot could call everybody.
    ward.guild.bot_may(Permissions::ALL);
    for (number, title) in texts(&ward).iter().enumerate() {
        let person = ward.member(&format!("p{number}"));
        let card = ward.asks(&person, &format!("/task add title:{title}"));
        let typed = title.replace("<@!", "<@");
        // Text that may run the other way stands in isolation.
        let said = plain(&card.words()).replace(['\u{2068}', '\u{2069}'], "");
        assert!(
            said.starts_with(&format!("T{} · {typed}\n", number + 1)),
            "{title}: {said}"
        );
    }
    ward.ends_well();
}

#[test]
fn nor_does_what_is_repeated_to_others() {
    let ward = Ward::founded();
    ward.guild.bot_may(Permissions::ALL);
    let ben = ward.member("Ben");
    ward.asks(&ben, "/shift list");
    whispers(&ward.discord, &ben, "me");
    let seen = from_bot(&ward.discord, &ben.private());
    let hostile = texts(&ward).join(" ");
    let public = ward.public();
    ward.asks(&ward.ana, &format!("/remind here when:in 1m text:{hostile}"));
    ward.asks(&ward.ana, "/poll new question:@everyone? option:@here, <@&1>");
    let draft = ward.asks(&ward.ana, &format!("/broadcast new audience:everyone text:{hostile}"));
    assert!(draft.labels().contains(&"Send".to_owned()), "{}", draft.words());
    ward.taps(&ward.ana, &draft, "Send");
    let copy = ward.private_after(&ben, seen);
    assert!(plain(&copy.words()).contains("@everyone and @here"), "{}", copy.words());
    assert!(ward.public() > public);
    ward.ends_well();
}

#[test]
fn signs_that_turn_the_text_around_are_refused() {
    let ward = Ward::founded();
    let told = ward.asks(&ward.ana, "/task add title:left\u{202e}thgir").words();
    assert!(told.contains("characters in it that cannot be shown"), "{told}");
    assert!(!told.contains('\u{202e}'));
    ward.ends_well();
}

#[test]
fn what_is_too_long_is_refused_or_folded_and_never_cut_in_two() {
    let ward = Ward::founded();
    let taco = "🌮";
    for long in [taco.repeat(2_500), "*".repeat(2_500), "a ".repeat(1_200)] {
        let told = ward.mentions(&ward.ana, &format!("task add {long}"));
        assert!(!told.words().is_empty());
    }
    let told = ward.asks(&ward.ana, &format!("/remind here when:in 2h text:{}", taco.repeat(900)));
    assert!(!told.words().contains('\u{fffd}'));
    for number in 0..30 {
        let title = format!("{number} {}", "_*~".repeat(30));
        ward.asks(&ward.member(&format!("p{number}")), &format!("/task add title:{title}"));
    }
    let list = ward.asks(&ward.member("Ben"), "/task list").words();
    assert!(
        list.contains("T1") && list.contains("more"),
        "it says what it leaves out: {list}"
    );
    ward.ends_well();
}
