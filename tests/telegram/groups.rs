//! Commands, cards and taps in a group.

use crate::scene::{Ward, answer_after, started};

const SHIFT: &str = "/shift add Canvass next sat 10am-1pm needs:2";

#[test]
fn a_card_is_posted_claimed_with_a_tap_and_follows_what_it_shows() {
    let ward = Ward::founded();
    let card = ward.asks(&ward.ana, SHIFT);
    let labels: Vec<String> = card.buttons().into_iter().map(|button| button.label).collect();
    assert_eq!(labels, ["Claim", "Can't make it", "Who's in"]);
    assert!(
        card.rendered().starts_with("<bold>S1 · Canvass</bold>\n<date_time "),
        "{}",
        card.rendered()
    );
    assert!(card.text.ends_with("or type: /shift claim S1"), "{}", card.text);
    let ben = ward.member("Ben");
    let told = ward.taps(&ben, &card, "Claim");
    assert!(
        told.text
            .as_deref()
            .is_some_and(|text| text.starts_with("You are in S1, Canvass.")),
        "{told:?}"
    );
    ward.card_says(&card, "In: Ben");
    // The group is not told of every tap.
    let said = ward.api.look(|seen| seen.from_bot(&ward.group).count());
    assert_eq!(said, 3, "a welcome, the settings and the card");
    ward.ends_well();
}

#[test]
fn the_same_act_is_typed_in_every_way() {
    let ward = Ward::founded();
    ward.asks(&ward.ana, SHIFT);
    let card = ward.asks(&ward.ana, "/shift_show S1");
    for (name, claim) in [("Ben", "/shift claim S1"), ("Cleo", "/shift_claim S1")] {
        let answer = ward.asks(&ward.member(name), claim);
        assert!(answer.text.starts_with("You are in S1"), "{}", answer.text);
    }
    let dev = ward.member("Dev");
    let replied = ward.answer_to(dev.replies(&ward.group, card.id, "claim"));
    assert!(
        replied.text.contains("S1 is full. You are 1st on the waiting list"),
        "{}",
        replied.text
    );
    let eva = ward.member("Eva");
    let replied = ward.answer_to(eva.replies(&ward.group, card.id, "3"));
    assert!(
        replied.text.contains("Ben") && replied.text.contains("Cleo"),
        "{}",
        replied.text
    );
    let addressed = format!("/shift@{} drop S1", ward.api.bot_username());
    let answer = ward.asks(&dev, &addressed);
    assert!(answer.text.contains("off the waiting list"), "{}", answer.text);
    ward.ends_well();
}

#[test]
fn a_near_miss_is_answered_and_talk_among_people_is_not() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    ben.says(&ward.group, "/weather tomorrow");
    ben.says(&ward.group, "shall we start?");
    let answer = ward.asks(&ben, "/shift clame S1");
    assert!(answer.text.contains("Did you mean: /shift claim S1"), "{}", answer.text);
    let replies = ward.api.look(|seen| {
        seen.from_bot(&ward.group)
            .filter(|shown| shown.reply_to.is_some())
            .count()
    });
    assert_eq!(replies, 2, "the founding and the near miss");
    ward.ends_well();
}

#[test]
fn an_edited_message_runs_only_if_its_earlier_text_was_refused() {
    let ward = Ward::founded();
    let said = ward.ana.says(&ward.group, "/shift ad Canvass next sat 10am-1pm");
    assert!(ward.answer_to(said).text.contains("Did you mean"));
    ward.ana.edits(&ward.group, said, SHIFT);
    let card = ward.api.wait_until_some("the shift", |seen| {
        seen.from_bot(&ward.group)
            .find(|shown| shown.text.starts_with("S1"))
            .cloned()
    });
    ward.ana
        .edits(&ward.group, said, "/shift add Canvass again next sun 10am-1pm");
    let list = ward.asks(&ward.ana, "/shift list");
    assert!(list.text.contains("S1") && !list.text.contains("S2"), "{}", list.text);
    assert_eq!(card.reply_to, Some(said));
    ward.ends_well();
}

#[test]
fn a_tap_on_an_old_card_acts_on_today_and_brings_the_card_up_to_date() {
    let ward = Ward::founded();
    let old = ward.asks(&ward.ana, SHIFT);
    for _ in 0..3 {
        ward.asks(&ward.ana, "/shift show S1");
    }
    let ben = ward.member("Ben");
    ward.asks(&ben, "/shift claim S1");
    let told = ward.taps(&ben, &old, "Claim");
    assert!(told.text.is_some_and(|text| text.contains("already")), "he has a seat");
    ward.card_says(&old, "In: Ben");
    ward.ends_well();
}

#[test]
fn an_answer_that_asks_back_has_its_buttons_in_the_group() {
    let ward = Ward::founded();
    let card = ward.asks(
        &ward.ana,
        "/shift add Canvass next sat 10am-1pm needs:driver=1,knocker=2",
    );
    let ben = ward.member("Ben");
    let last = ward.api.look(|seen| seen.last_from_bot(&ward.group).unwrap().id);
    let tap = ben.taps(&ward.group, card.id, "Claim");
    let question = answer_after(&ward.api, &ward.group, last);
    assert!(
        question.button("driver").is_some() && question.button("knocker").is_some(),
        "{}",
        question.text
    );
    ward.api
        .wait_until("nothing turns any more", |seen| seen.answer_to(&tap).is_some());
    let told = ward.taps(&ben, &question, "driver");
    assert!(told.text.is_some_and(|text| text.contains("as driver")));
    ward.ends_well();
}

#[test]
fn a_private_answer_comes_in_private_or_opens_the_private_chat() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    let answer = ward.asks(&ben, "/me");
    assert!(
        answer.text.contains("I can only answer that in private"),
        "{}",
        answer.text
    );
    let pressed = ben.presses_start_button(&ward.group, answer.id, "Open a private chat");
    let mine = answer_after(&ward.api, &ben, pressed);
    assert!(mine.text.contains("Ben"), "the command went along: {}", mine.text);
    // From now on it comes there by itself.
    let asked = ben.says(&ward.group, "/me language es");
    let answer = answer_after(&ward.api, &ben, mine.id);
    assert!(answer.text.contains("español"), "{}", answer.text);
    let in_group = ward
        .api
        .look(|seen| seen.from_bot(&ward.group).any(|shown| shown.reply_to == Some(asked)));
    assert!(!in_group);
    ward.ends_well();
}

#[test]
fn captains_write_and_people_say_that_they_got_it() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    ward.asks(&ben, "/shift list");
    started(&ward.api, &ben);
    let last = ward.api.look(|seen| seen.last_from_bot(&ben).unwrap().id);
    let draft = ward.asks(&ward.ana, "/broadcast everyone Rain tomorrow: meet inside ack:yes");
    let sent = ward.taps(&ward.ana, &draft, "Send");
    assert!(sent.text.is_some(), "{sent:?}");
    let copy = answer_after(&ward.api, &ben, last);
    assert!(copy.text.contains("Rain tomorrow: meet inside"), "{}", copy.text);
    ben.taps(&ben, copy.id, "Got it");
    ward.api.wait_until("it has gone out", |seen| {
        seen.from_bot(&ward.group).any(|shown| shown.text.contains("finished"))
    });
    let report = ward.asks(&ward.ana, "/broadcast show B1");
    assert!(report.text.contains("Reached 1 of 1"), "{}", report.text);
    ward.ends_well();
}

#[test]
fn somebody_is_meant_by_name_by_handle_or_by_a_mention_of_their_account() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    ward.asks(&ben, "/shift list");
    let handle = ben.username().unwrap();
    for (number, who) in ["Ben".to_owned(), format!("@{}", handle.to_uppercase())]
        .into_iter()
        .enumerate()
    {
        let task = ward.asks(&ward.ana, &format!("/task add Print walk lists for:{who}"));
        assert!(
            task.text
                .contains(&format!("T{} · Print walk lists\nBen has it", number + 1)),
            "{}",
            task.text
        );
    }
    let said = ward
        .ana
        .says_naming(&ward.group, "/task add Bring water for:Benito", &[("Benito", &ben)]);
    let task = ward.answer_to(said);
    assert!(task.text.contains("T3 · Bring water\nBen has it"), "{}", task.text);
    ward.ends_well();
}
