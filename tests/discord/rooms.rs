//! Rooms that change under the bot: channels that go, threads that come and are archived, rights that are taken.

use muster_test_servers::discord::{Permissions, Person, Shown};

use crate::scene::Ward;

/// A shift with room for many, and its card in the server's channel.
fn shift(ward: &Ward) -> Shown {
    ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:9")
}

/// Each of them claims a place, one after the other, and the card follows.
fn claim(ward: &Ward, card: &Shown, people: &[&str]) -> Vec<Person> {
    let claims = people.iter().map(|name| {
        let person = ward.member(name);
        ward.taps(&person, card, "Claim");
        ward.card_says(card, name);
        person
    });
    claims.collect()
}

fn edits(ward: &Ward) -> u64 {
    ward.discord.look(|seen| seen.requests("update_message"))
}

/// Of nothing that Discord tells of rooms, roles and members it is said that nobody knows it.
fn knows_everything(ward: &Ward) {
    for reason in ["unknown_kind", "malformed", "panicked"] {
        let skipped = format!("muster_events_skipped_total{{platform=\"discord\",reason=\"{reason}\"}}");
        assert_eq!(ward.run.told().value(&skipped), 0, "{reason}");
    }
}

#[test]
fn a_card_in_a_channel_that_is_deleted_is_tried_once_and_let_go() {
    let ward = Ward::founded();
    let here = shift(&ward);
    let second = ward.guild.channel("canvass");
    ward.answer(ward.ana.runs(&second, "/shift show shift:S1"));
    let pinned = ward.guild.channel("board");
    ward.answer(ward.ana.runs(&pinned, "/group board"));
    ward.run.wait_until_quiet();
    second.is_deleted();
    pinned.is_deleted();
    let before = edits(&ward);
    claim(&ward, &here, &["Ben", "Cleo", "Dev"]);
    ward.run.wait_until_quiet();
    assert_eq!(
        edits(&ward) - before,
        3 + 2,
        "each change here, and each lost card once"
    );
    knows_everything(&ward);
    ward.ends_well();
}

#[test]
fn a_card_in_a_thread_that_is_archived_follows_again_when_the_thread_is_open() {
    let ward = Ward::founded();
    let here = shift(&ward);
    let thread = ward.room.thread_from(&ward.ana, here.id, "Canvass");
    let within = ward.answer(ward.ana.runs(&thread, "/shift show shift:S1"));
    ward.run.wait_until_quiet();
    thread.is_archived();
    let before = edits(&ward);
    claim(&ward, &here, &["Ben", "Cleo", "Dev"]);
    ward.run.wait_until_quiet();
    assert!(
        edits(&ward) - before <= 2 * 3,
        "the card in the thread is tried once a change"
    );
    thread.is_reopened();
    let eva = ward.member("Eva");
    ward.taps(&eva, &within, "Claim");
    for name in ["Ben", "Cleo", "Dev", "Eva"] {
        ward.card_says(&within, name);
    }
    thread.is_deleted();
    claim(&ward, &here, &["Finn"]);
    knows_everything(&ward);
    ward.ends_well();
}

#[test]
fn where_the_bot_loses_its_rights_a_card_waits_for_them_and_others_follow() {
    let ward = Ward::founded();
    let here = shift(&ward);
    let second = ward.guild.channel("canvass");
    let there = ward.answer(ward.ana.runs(&second, "/shift show shift:S1"));
    ward.run.wait_until_quiet();
    second.denies_bot(Permissions::VIEW_CHANNEL | Permissions::SEND_MESSAGES);
    ward.guild
        .everybody_may(Permissions::VIEW_CHANNEL | Permissions::USE_APPLICATION_COMMANDS);
    let before = edits(&ward);
    let people = claim(&ward, &here, &["Ben", "Cleo"]);
    ward.run.wait_until_quiet();
    let tried = edits(&ward) - before;
    assert!(
        tried <= 2 * 2,
        "the card that it may not see is tried once a change: {tried}"
    );
    // Slash commands are answered wherever it may do nothing.
    let told = ward.answer(people[0].runs(&second, "/shift show shift:S1"));
    assert!(told.words().contains("Cleo"), "{}", told.words());
    second.denies_bot(Permissions::NONE);
    ward.taps(&ward.member("Dev"), &there, "Claim");
    ward.card_says(&there, "Dev");
    knows_everything(&ward);
    ward.ends_well();
}
