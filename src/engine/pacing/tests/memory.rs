//! What is remembered of chats that are quiet again, and what many chats cost.

use super::{DISCORD, Next, Pacer, TELEGRAM, Urgency, all, ms, room, ticket};

#[test]
fn a_quiet_chat_is_forgotten_when_its_limits_have_recovered() {
    let mut pacer = Pacer::new(TELEGRAM);
    pacer.push(ticket(1, &room(1), Urgency::Answer), ms(0));
    assert_eq!(all(&mut pacer, ms(0)), [1]);
    assert_eq!(pacer.next(ms(60_000)), Next::Idle);
    assert_eq!(pacer.chats(), 1);
    assert_eq!(pacer.next(ms(60_001)), Next::Idle);
    assert_eq!(pacer.chats(), 0);
}

#[test]
fn a_hundred_thousand_chats_are_served_and_forgotten() {
    let mut pacer = Pacer::new(DISCORD);
    for n in 0..100_000 {
        pacer.push(ticket(n, &room(n), Urgency::Notice), ms(0));
    }
    let mut now = ms(0);
    let mut went = 0;
    while !pacer.is_empty() {
        match pacer.next(now) {
            Next::Send(permit, ticket) => {
                assert_eq!(ticket.item, went, "each in its turn");
                went += 1;
                pacer.ended(permit, now, now);
                // What is remembered are those that wait and those of the last five seconds.
                assert!(pacer.chats() <= pacer.len() + 5 * 50 + 50);
            }
            Next::Wait(at) => now = at,
            Next::Idle => panic!("they wait for nothing"),
        }
    }
    assert_eq!(pacer.next(now + super::TimeDelta::seconds(6)), Next::Idle);
    assert_eq!(pacer.chats(), 0);
    assert!(pacer.room_for_chats() <= 1_024 * 2, "{}", pacer.room_for_chats());
}
