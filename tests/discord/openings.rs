//! Discord lets a bot open only so many private chats in a while.

use muster_test_servers::discord::{Options, Rate, Rates};

use crate::scene::Ward;

/// How many chats may be opened at once, and how many are to be.
const MOST: usize = 3;
const PEOPLE: usize = 5;

/// For half a minute none is opened after one too many. Meanwhile everything else goes on.
#[test]
fn who_must_wait_for_a_private_chat_keeps_nobody_else_waiting() {
    let rates = Rates {
        openings: Rate::seconds(MOST, 20),
        ..Rates::discord()
    };
    let ward = Ward::on(Options::generous().rates(rates).start()).founds();
    let people: Vec<_> = (0..PEOPLE).map(|n| ward.member(&format!("Volunteer {n}"))).collect();
    // What only they see is not for the channel.
    for person in &people {
        person.says(&ward.room, &format!("<@{}> me", ward.discord.bot()));
    }
    ward.discord
        .wait_until("one is too many", |seen| seen.invalid_requests > 0);
    let card = ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:3");
    ward.taps(&people[0], &card, "Claim");
    ward.card_says(&card, "Volunteer 0");
    let refused = ward.discord.look(|seen| seen.invalid_requests);
    assert!(
        refused <= (PEOPLE - MOST) as u64,
        "nobody asks while none is opened: {refused}"
    );
    ward.discord.wait_until("every chat is open", |seen| {
        seen.requests("create_dm") - seen.invalid_requests == PEOPLE as u64
    });
    for person in &people {
        let home = person.private();
        ward.discord
            .wait_until("they are answered", |seen| seen.from_bot(&home).count() == 1);
    }
    ward.ends_well();
}
