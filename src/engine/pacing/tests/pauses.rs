//! What the platform demands when it was too much after all.

use muster_core::surface::PauseScope;

use super::{DISCORD, Next, Pacer, Urgency, all, ms, room, ticket};

fn three_rooms() -> Pacer<u64> {
    let mut pacer = Pacer::new(DISCORD);
    for n in 1..=3 {
        pacer.push(ticket(n, &room(n), Urgency::Answer), ms(0));
    }
    pacer
}

#[test]
fn a_pause_of_a_chat_holds_that_chat_for_exactly_its_time() {
    let mut pacer = three_rooms();
    pacer.pause(PauseScope::Chat, &room(2), ms(7_300), ms(0));
    assert_eq!(all(&mut pacer, ms(0)), [1, 3]);
    assert_eq!(pacer.next(ms(0)), Next::Wait(ms(7_300)));
    assert_eq!(pacer.next(ms(7_299)), Next::Wait(ms(7_300)));
    assert_eq!(all(&mut pacer, ms(7_300)), [2]);
}

#[test]
fn a_pause_of_the_account_holds_everything_that_is_not_free() {
    let mut pacer = three_rooms();
    pacer.pause(PauseScope::Account, &room(2), ms(2_500), ms(0));
    let mut free = ticket(4, &room(2), Urgency::Answer);
    free.free = true;
    pacer.push(free, ms(0));
    assert_eq!(all(&mut pacer, ms(0)), [4]);
    assert_eq!(pacer.next(ms(2_499)), Next::Wait(ms(2_500)));
    assert_eq!(all(&mut pacer, ms(2_500)), [1, 2, 3]);
}

#[test]
fn a_shorter_pause_does_not_end_a_longer_one() {
    let mut pacer = three_rooms();
    for until in [9_000, 2_000] {
        pacer.pause(PauseScope::Chat, &room(1), ms(until), ms(0));
    }
    assert_eq!(all(&mut pacer, ms(2_000)), [2, 3]);
    assert_eq!(all(&mut pacer, ms(9_000)), [1]);
}

#[test]
fn a_chat_of_which_nothing_is_known_is_paused_too() {
    let mut pacer = Pacer::new(DISCORD);
    pacer.pause(PauseScope::Chat, &room(1), ms(3_000), ms(0));
    assert_eq!(pacer.next(ms(0)), Next::Idle);
    assert_eq!(pacer.earliest(&room(1), Urgency::Edit, ms(1)), ms(3_000));
    pacer.push(ticket(1, &room(1), Urgency::Answer), ms(1));
    assert_eq!(pacer.next(ms(1)), Next::Wait(ms(3_000)));
}
