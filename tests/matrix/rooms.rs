//! Commands, cards, replies, reactions and threads where people talk, in plain and in encrypted rooms.

use muster_test_servers::matrix::{NewRoom, Synapse};

use crate::scene::{Seal, Ward, bot, in_private, privately};

#[test]
fn a_seat_is_claimed_by_command_reply_number_reaction_and_in_a_thread() {
    for seal in Seal::ALL {
        let ward = Ward::founded(seal);
        let [ben, cleo, dev, eva] = ["ben", "cleo", "dev", "eva"].map(|name| ward.member(name));
        let card = ward.asks(&ward.ana, "!shift add Canvass Ward 3 next sat 10am at:Library needs:9");
        assert!(card.body().contains("0 of 9"), "{}", card.body());
        assert!(card.body().contains("✅ Claim"), "{}", card.body());
        assert!(card.body().contains("!shift claim S1"), "{}", card.body());

        let claimed = ward.asks(&ben, "!shift claim S1");
        assert!(claimed.body().contains("You are in S1"), "{}", claimed.body());
        ward.card_says(&card, "1 of 9");
        let said = cleo.replies(&ward.room, &card.id, "claim");
        assert!(ward.answer_to(&cleo, &said).body().contains("You are in S1"));
        let said = dev.replies(&ward.room, &card.id, "1");
        assert!(ward.answer_to(&dev, &said).body().contains("You are in S1"));
        ward.card_says(&card, "3 of 9");
        eva.reacts(&ward.room, &card.id, "✅");
        ward.card_says(&card, "4 of 9");
        let said = ward.ana.says_in_thread(&ward.room, &card.id, "claim");
        let answer = ward.ana.wait_until_some(&ward.room, "an answer in the thread", |room| {
            room.messages()
                .find(|shown| shown.thread() == Some(card.id.clone()) && shown.id != said)
                .cloned()
        });
        assert!(answer.body().contains("You are in S1"), "{}", answer.body());
        ward.card_says(&card, "5 of 9");
        eva.reacts(&ward.room, &card.id, "❌");
        ward.card_says(&card, "4 of 9");
        ward.ends_well();
    }
}

#[test]
fn cards_show_the_sign_that_the_group_chose_and_it_works_as_shown() {
    for seal in Seal::ALL {
        let ward = Ward::founded(seal);
        let ben = ward.member("ben");
        let old = ward.asks(&ward.ana, "!shift add Canvass next sat 10am-1pm needs:2");
        assert!(old.body().ends_with("or type: !shift claim S1"), "{}", old.body());
        ward.asks(&ward.ana, "!group set prefix ?");
        let card = ward.asks(&ward.ana, "?shift show S1");
        let (_, typed) = card.body().rsplit_once("or type: ").unwrap();
        assert_eq!(typed, "?shift claim S1");
        let claimed = ward.asks(&ben, typed);
        assert!(claimed.body().contains("You are in S1"), "{}", claimed.body());
        assert!(
            claimed.body().ends_with("or type: ?shift drop S1"),
            "{}",
            claimed.body()
        );
        // A card that was posted before has it once it changes.
        ward.card_says(&old, "or type: ?shift claim S1");
        let home = privately(&ben, &ward.muster, seal);
        ben.says(&home, "shift show S1");
        ben.wait_until(&home, "a card without a sign", |room| {
            let mut said = room.from(ward.muster.id());
            said.any(|shown| shown.body().contains("or type: shift "))
        });
        ward.ends_well();
    }
}

#[test]
fn the_bot_hears_its_name_and_nothing_that_is_not_for_it() {
    let ward = Ward::founded(Seal::Plain);
    let name = ward.muster.id().clone();
    let by_id = ward.asks(&ward.ana, &format!("{} task add by id", name.0));
    assert!(by_id.body().contains("by id"), "{}", by_id.body());
    let short = name.0.trim_start_matches('@').split(':').next().unwrap();
    let called = ward
        .ana
        .calls(&ward.room, &name, &format!("{short}: task add by mention"));
    assert!(ward.answer_to(&ward.ana, &called).body().contains("by mention"));
    for talk in [
        "claim",
        "2",
        "what a !day",
        "!weather tomorrow",
        "task add nobody asked",
        "...",
    ] {
        ward.ana.says(&ward.room, talk);
    }
    ward.ana.notes(&ward.room, "!task add said by a bot");
    let last = ward.asks(&ward.ana, "!task list");
    assert!(
        !last.body().contains("nobody asked") && !last.body().contains("said by a bot"),
        "{}",
        last.body()
    );
    let answers = ward.ana.look_at(&ward.room, |room| room.from(&name).count());
    assert_eq!(answers, 5, "the welcome, the group, two tasks, the list");
    ward.ends_well();
}

#[test]
fn what_is_private_goes_to_a_private_room() {
    for seal in Seal::ALL {
        let ward = Ward::founded(seal);
        let ben = ward.member("ben");
        ward.asks(&ben, "!shift list");
        ben.says(&ward.room, "!me");
        let (private, shown) = in_private(&ben, &ward.muster, "what I am", "Accounts: ben (Matrix)");
        assert!(
            !shown.body().contains("!me"),
            "in private a command needs no mark: {}",
            shown.body()
        );
        ben.says(&private, "shift list");
        ben.wait_until(&private, "an answer", |room| {
            room.from(ward.muster.id())
                .any(|shown| shown.body().contains("No shifts"))
        });
        ward.ends_well();
    }
}

/// A key serves for a number of messages (client-server API, "m.room.encryption"), and the one that uses it up is not alone: here each
/// does, so that answers and the cards that follow meet.
#[test]
fn what_is_said_at_once_is_encrypted_one_after_the_other() {
    let synapse = Synapse::shared();
    let (muster, ana) = (synapse.account("muster"), synapse.person("ana"));
    let run = bot(synapse, &muster).start();
    let room = NewRoom::named("Ward 3").encrypted_with_keys_for(1);
    let room = ana.creates(room.inviting(&muster));
    ana.wait_until_with(&room, &muster);
    let asks = |command: &str| {
        let said = ana.says(&room, command);
        ana.wait_until_some(&room, "a reply", |room| room.reply_to(&said).cloned())
    };
    asks("!shift add Canvass next sat 10am-1pm needs:9");
    asks("!shift show S1");
    for round in 0..6 {
        let said = ["!shift claim S1", "!team list", "!shift drop S1"].map(|command| ana.says(&room, command));
        for said in said {
            ana.wait_until(&room, "a reply", |room| room.reply_to(&said).is_some());
        }
        assert_eq!(run.told().value("muster_panics_total"), 0, "round {round}");
    }
    assert_eq!(synapse.breaches(&muster), []);
    assert_eq!(run.end(), Some(0));
}
