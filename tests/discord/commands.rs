//! Slash commands, mentions, cards and taps in a server.

use muster_test_servers::discord::Answer;

use crate::scene::{Ward, from_bot, whispers};

const SHIFT: &str = "/shift add title:Canvass when:next sat 10am-1pm needs:2";

#[test]
fn a_card_is_posted_claimed_with_a_tap_and_follows_what_it_shows() {
    let ward = Ward::founded();
    let card = ward.asks(&ward.ana, SHIFT);
    assert_eq!(card.labels()[..3], ["Claim", "Can't make it", "Who's in"]);
    assert!(card.words().starts_with("S1 · Canvass\n"), "{}", card.words());
    assert!(card.words().ends_with("or type: `/shift claim S1`"), "{}", card.words());
    let ben = ward.member("Ben");
    let told = ward.taps(&ben, &card, "Claim");
    assert!(told.words().starts_with("You are in S1, Canvass."), "{}", told.words());
    assert_eq!(told.only_for, Some(ben.id()));
    ward.card_says(&card, "In: Ben");
    // The channel is not told of every tap.
    assert_eq!(ward.public(), 3, "a welcome, the settings and the card");
    ward.ends_well();
}

#[test]
fn the_same_act_is_asked_for_in_every_way() {
    let ward = Ward::founded();
    ward.asks(&ward.ana, SHIFT);
    let card = ward.asks(&ward.ana, "/shift show shift:S1");
    let told = ward.asks(&ward.member("Ben"), "/shift claim shift:S1");
    assert!(told.words().starts_with("You are in S1"), "{}", told.words());
    let told = ward.mentions(&ward.member("Cleo"), "shift claim S1");
    assert!(told.words().starts_with("You are in S1"), "{}", told.words());
    let (dev, eva) = (ward.member("Dev"), ward.member("Eva"));
    let me = format!("<@{}>", ward.discord.bot());
    let told = ward.reply_to(dev.replies(card.id, &format!("{me} claim")));
    let waits = "S1 is full. You are 1st on the waiting list";
    assert!(told.words().contains(waits), "{}", told.words());
    let told = ward.reply_to(eva.replies(card.id, &format!("{me} 3")));
    assert!(
        told.words().contains("Ben") && told.words().contains("Cleo"),
        "{}",
        told.words()
    );
    let told = whispers(&ward.discord, &dev, "shift drop S1");
    assert!(told.words().contains("off the waiting list"), "{}", told.words());
    ward.ends_well();
}

#[test]
fn a_near_miss_is_answered_and_talk_among_people_is_not() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    ben.says(&ward.room, "/shift clame S1");
    ben.says(&ward.room, &format!("ask <@{}> for the rota", ward.discord.bot()));
    ben.says(&ward.room, "shall we start?");
    let told = ward.mentions(&ben, "shift clame S1");
    assert!(
        told.words().contains("Did you mean: `/shift claim S1`"),
        "{}",
        told.words()
    );
    assert_eq!(ward.public(), 3, "a welcome, the settings and the near miss");
    ward.ends_well();
}

#[test]
fn an_edited_message_runs_only_if_its_earlier_text_was_refused() {
    let ward = Ward::founded();
    let me = format!("<@{}>", ward.discord.bot());
    let said = ward
        .ana
        .says(&ward.room, &format!("{me} shift ad Canvass next sat 10am-1pm"));
    assert!(ward.reply_to(said).words().contains("Did you mean"));
    ward.ana
        .edits(said, &format!("{me} shift add Canvass next sat 10am-1pm needs:2"));
    let card = ward.discord.wait_until_some("the shift", |seen| {
        let mut cards = seen.from_bot(&ward.room);
        cards.find(|shown| shown.words().starts_with("S1")).cloned()
    });
    assert_eq!(card.reply_to, Some(said));
    ward.ana
        .edits(said, &format!("{me} shift add Canvass again next sun 10am-1pm"));
    let list = ward.asks(&ward.ana, "/shift list").words();
    assert!(list.contains("S1") && !list.contains("S2"), "{list}");
    ward.ends_well();
}

#[test]
fn a_tap_on_an_old_card_acts_on_today_and_brings_the_card_up_to_date() {
    let ward = Ward::founded();
    let old = ward.asks(&ward.ana, SHIFT);
    for _ in 0..3 {
        ward.asks(&ward.ana, "/shift show shift:S1");
    }
    let ben = ward.member("Ben");
    ward.asks(&ben, "/shift claim shift:S1");
    let told = ward.taps(&ben, &old, "Claim");
    assert!(told.words().contains("already"), "he has a seat: {}", told.words());
    ward.card_says(&old, "In: Ben");
    ward.ends_well();
}

#[test]
fn an_answer_that_asks_back_has_its_buttons_for_whoever_asked() {
    let ward = Ward::founded();
    let card = ward.asks(
        &ward.ana,
        "/shift add title:Canvass when:next sat 10am-1pm needs:driver=1,knocker=2",
    );
    let ben = ward.member("Ben");
    let question = ward.taps(&ben, &card, "Claim");
    assert_eq!(question.only_for, Some(ben.id()));
    let told = ward.taps(&ben, &question, "driver");
    assert!(told.words().contains("as driver"), "{}", told.words());
    ward.card_says(&card, "Ben (driver)");
    ward.ends_well();
}

#[test]
fn who_may_see_an_answer_is_who_sees_it() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    let mine = ward.asks(&ben, "/me show");
    assert_eq!(mine.only_for, Some(ben.id()));
    let theirs = ward.asks(&ben, "/shift list");
    assert_eq!(theirs.only_for, None);
    let refused = ward.asks(&ben, "/broadcast new audience:everyone text:Rain");
    assert!(refused.words().contains("aptains"), "{}", refused.words());
    ward.ends_well();
}

#[test]
fn somebody_is_meant_by_a_mention_or_by_their_name() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    ward.asks(&ben, "/shift list");
    for (number, who) in ["for:@Ben", "for-name:Ben"].into_iter().enumerate() {
        let task = ward.asks(&ward.ana, &format!("/task add title:Print walk lists {who}"));
        let expected = format!("T{} · Print walk lists\nBen has it", number + 1);
        assert!(task.words().contains(&expected), "{}", task.words());
    }
    ward.ends_well();
}

#[test]
fn captains_write_and_people_say_that_they_got_it() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    ward.asks(&ben, "/shift list");
    whispers(&ward.discord, &ben, "me");
    let seen = from_bot(&ward.discord, &ben.private());
    let draft = ward.asks(
        &ward.ana,
        "/broadcast new audience:everyone text:Rain tomorrow: meet inside ack:yes",
    );
    ward.taps(&ward.ana, &draft, "Send");
    let copy = ward.private_after(&ben, seen);
    assert!(copy.words().contains("Rain tomorrow: meet inside"), "{}", copy.words());
    ward.taps(&ben, &copy, "Got it");
    ward.discord.wait_until("it has gone out", |seen| {
        seen.from_bot(&ward.room)
            .any(|shown| shown.words().contains("finished"))
    });
    let report = ward.asks(&ward.ana, "/broadcast show broadcast:B1").words();
    assert!(report.contains("Reached 1 of 1"), "{report}");
    ward.ends_well();
}

#[test]
fn nobody_is_left_without_an_answer() {
    let ward = Ward::founded();
    let card = ward.asks(&ward.ana, SHIFT);
    let tap = ward.ana.sends_component(card.id, "what-nobody-made");
    assert!(matches!(
        ward.discord.wait_for_answer(tap),
        Answer::Message(_) | Answer::Changed(_)
    ));
    assert_eq!(ward.discord.look(|seen| seen.failed), 0);
    ward.ends_well();
}
