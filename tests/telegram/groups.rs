//! Commands, cards and taps in a group.

use crate::scene::{Ward, bot, ends_well};

#[test]
fn an_administrator_posts_a_shift_and_a_member_claims_it_with_a_tap() {
    let ward = Ward::new();
    let run = bot(&ward.api).start();
    let card = ward.asks(&ward.ana, "/shift add Canvass sat 10am-1pm needs:2");
    println!("{}", ward.api.transcript(&ward.group));
    let ben = ward.member("Ben");
    let tap = ben.taps(&ward.group, card.id, "Claim");
    let told = ward
        .api
        .wait_until_some("the tap is answered", |seen| seen.answer_to(&tap).cloned());
    println!("{told:?}");
    ward.api.wait_until("the card shows Ben", |seen| {
        seen.message(&ward.group, card.id)
            .is_some_and(|card| card.text.contains("Ben"))
    });
    println!("{}", ward.api.transcript(&ward.group));
    ends_well(run, &ward.api);
}
