//! What Telegram will not deliver, and what is said of it.

use crate::scene::{Ward, started};

#[test]
fn a_report_says_who_was_not_reached_and_why() {
    let ward = Ward::founded();
    for name in ["Ben", "Cleo", "Dev", "Eva"] {
        let person = ward.member(name);
        ward.asks(&person, "/shift list");
        if name != "Eva" {
            started(&ward.api, &person);
        }
        match name {
            "Cleo" => person.blocks_bot(),
            "Dev" => person.deactivates(),
            _ => {}
        }
    }
    let draft = ward.asks(&ward.ana, "/broadcast everyone Rain tomorrow: meet inside");
    ward.taps(&ward.ana, &draft, "Send");
    let report = ward.api.wait_until_some("the report", |seen| {
        let finished = seen.from_bot(&ward.group).find(|shown| shown.text.contains("finished"));
        finished.cloned()
    });
    for words in [
        "Reached 1 of 4",
        "1 has blocked me",
        "1 has closed their account",
        "1 never pressed Start",
    ] {
        assert!(report.text.contains(words), "{words}: {}", report.text);
    }
    ward.ends_well();
}

#[test]
fn those_who_were_not_reached_are_called_where_everybody_reads() {
    let ward = Ward::founded();
    let eva = ward.member("Eva");
    ward.asks(&eva, "/shift list");
    let draft = ward.asks(&ward.ana, "/broadcast everyone Rain tomorrow: meet inside");
    ward.taps(&ward.ana, &draft, "Send");
    ward.api.wait_until("the report", |seen| {
        seen.from_bot(&ward.group).any(|shown| shown.text.contains("finished"))
    });
    let called = ward.asks(&ward.ana, "/broadcast mention B1");
    assert!(
        called.text.contains("Eva") && called.text.contains("Rain tomorrow"),
        "{}",
        called.text
    );
    let pings: Vec<String> = ward.api.pings().into_iter().map(|ping| ping.person).collect();
    assert_eq!(pings, ["Eva"]);
    crate::scene::ends_well(ward.run, &ward.api);
}
