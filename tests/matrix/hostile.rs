//! Text that would be markup, a mention or a command elsewhere arrives as it was typed, and calls nobody.

use muster_test_servers::matrix::Shown;

use crate::scene::{Seal, Ward};

#[test]
fn what_people_type_arrives_as_typed_and_calls_nobody() {
    for seal in Seal::ALL {
        let ward = Ward::founded(seal);
        let ana = ward.ana.id().0.clone();
        let titles = [
            "<b>bold</b> *bold* _it_ [link](https://example.org) `code` ||spoiler||",
            "@room everybody",
            &ana,
            &format!("<a href='https://matrix.to/#/{ana}'>ana</a> https://matrix.to/#/{ana}"),
            "<script>alert(1)</script> &lt;b&gt; &amp;",
            "!me forget and /undo",
            "%s {0} {{ $count }} ${HOME}",
            "שלום עולם",
            "zero\u{200b}width\u{2060}here",
            "👩‍👩‍👧‍👦 e\u{301} 🏳️‍🌈",
        ];
        for (number, title) in titles.into_iter().enumerate() {
            let card = ward.asks(&ward.ana, &format!("!shift add \"{title}\" next sat 10am-1pm needs:1"));
            assert!(card.body().contains(title), "{title}: {}", card.body());
            assert!(card.body().starts_with(&format!("S{}", number + 1)), "{}", card.body());
            let html = card.html().unwrap();
            assert!(html.contains(&escaped(title)), "{title}: {html}");
        }
        says_whom_it_calls(&ward);
        ward.ends_well();
    }
}

/// Every message of the bot's says whom it calls, that it is nobody included, in each of its edits.
fn says_whom_it_calls(ward: &Ward) {
    let own: Vec<Shown> = ward
        .ana
        .look_at(&ward.room, |room| room.from(&ward.muster).cloned().collect());
    assert!(own.len() > 10);
    for shown in own {
        for content in shown.earlier.iter().chain([&shown.content]) {
            assert!(content["m.mentions"].is_object(), "{content}");
            assert!(content["m.mentions"]["user_ids"].is_null(), "{content}");
        }
    }
}

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.replace('"', "&quot;").replace('\'', "&#39;")
}
