//! Polls: by command, by reaction, and as polls of Matrix's own.

use muster_test_servers::matrix::{Shown, Spelling};

use crate::scene::{Seal, Ward};

/// The poll of Matrix's own in the room, as Ana sees it.
fn native(ward: &Ward) -> Shown {
    ward.ana.wait_until_some(&ward.room, "a poll", |room| {
        room.all().iter().find(|shown| shown.poll().is_some()).cloned()
    })
}

#[test]
fn a_vote_counts_the_same_by_whichever_way_it_comes() {
    for seal in Seal::ALL {
        let ward = Ward::founded(seal);
        let [ben, cleo, dev] = ["ben", "cleo", "dev"].map(|name| ward.member(name));
        let card = ward.asks(&ward.ana, "!poll new \"Lunch?\" Pizza Tacos");
        let poll = native(&ward);
        let shown = poll.poll().unwrap();
        assert!(shown.question.contains("Lunch?"), "{}", shown.question);
        assert_eq!((shown.answers.len(), shown.most, shown.disclosed), (2, 1, false));

        ward.asks(&ward.ana, "!poll vote P1 pizza");
        ward.card_says(&card, "1 voted");
        ben.reacts(&ward.room, &card.id, "2️⃣");
        ward.card_says(&card, "2 voted");
        cleo.votes(&ward.room, &poll.id, &["#2"], Spelling::Unstable);
        ward.card_says(&card, "3 voted");
        dev.votes(&ward.room, &poll.id, &["#1"], Spelling::Stable);
        ward.card_says(&card, "4 voted");
        // The last one counts.
        dev.votes(&ward.room, &poll.id, &["#2"], Spelling::Unstable);
        let answer = dev.wait_until_some(&ward.room, "what was counted", |room| {
            room.messages()
                .rev()
                .find(|shown| shown.thread() == Some(poll.id.clone()) && shown.body().starts_with("dev"))
                .cloned()
        });
        assert!(
            answer.body().contains("Tacos") || answer.body().contains("Pizza"),
            "{}",
            answer.body()
        );
        ward.card_says(&card, "Tacos  3");

        ward.asks(&ward.ana, "!poll close P1 sure:yes");
        ward.ana.wait_until(&ward.room, "the poll is ended", |room| {
            room.message(&poll.id).is_some_and(|poll| poll.closed)
        });
        cleo.votes(&ward.room, &poll.id, &["#1"], Spelling::Unstable);
        let late = cleo.wait_until_some(&ward.room, "that it is closed", |room| {
            room.messages()
                .find(|shown| shown.body().starts_with("cleo") && shown.body().contains("closed"))
                .cloned()
        });
        assert_eq!(late.thread(), Some(poll.id.clone()));
        ward.ends_well();
    }
}

#[test]
fn a_poll_that_hides_its_votes_is_no_poll_of_matrix() {
    let ward = Ward::founded(Seal::Plain);
    for (number, secrecy) in [(1, "hidden:yes"), (2, "secret:yes")] {
        ward.asks(&ward.ana, &format!("!poll new \"Who?\" Ana Ben {secrecy}"));
        ward.asks(&ward.ana, &format!("!poll show P{number}"));
    }
    let polls = ward.ana.look_at(&ward.room, |room| {
        room.all().iter().filter(|shown| shown.poll().is_some()).count()
    });
    assert_eq!(polls, 0);
    ward.ends_well();
}
