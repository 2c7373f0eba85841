//! Preference, rounds, and order.

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Limit, Rates};

use super::play::{Network, Play};
use super::{DISCORD, Next, Pacer, TELEGRAM, Urgency, all, having_sent, ms, room, sends, ticket};

/// One message a second in all, and nothing else.
const SLOW: Rates = Rates {
    account: &[Limit::window(1, 1)],
    private: &[],
    room: &[],
    free_answers: false,
};

/// What goes in the next so many seconds, at one a second.
fn trickle<T: std::fmt::Debug>(pacer: &mut Pacer<T>, from: i64, seconds: i64) -> Vec<T> {
    (from..from + seconds)
        .flat_map(|second| all(pacer, ms(1_001 * second)))
        .collect()
}

#[test]
fn the_most_pressing_goes_first() {
    let mut pacer = Pacer::new(SLOW);
    for urgency in Urgency::ALL.into_iter().rev() {
        pacer.push(ticket(urgency, &room(1), urgency), ms(0));
    }
    assert_eq!(trickle(&mut pacer, 0, 5), Urgency::ALL);
}

#[test]
fn within_a_chat_and_an_urgency_first_come_is_first_served() {
    let mut play = Play::new(DISCORD, Network::Wild, 3);
    play.load(5_000, 20, &Urgency::ALL);
    play.run();
    for chat in 0..20 {
        for urgency in Urgency::ALL {
            let chat = super::play::some_chat(chat);
            let of_chat = play
                .sent
                .iter()
                .filter(|sent| sent.chat == chat && sent.urgency == urgency);
            assert!(of_chat.map(|sent| sent.item).is_sorted());
        }
    }
}

#[test]
fn the_next_of_a_chat_waits_for_the_end_of_the_attempt_before_and_its_answers_do_not() {
    let mut pacer = Pacer::new(DISCORD);
    pacer.push(ticket("first", &room(1), Urgency::Notice), ms(0));
    pacer.push(ticket("second", &room(1), Urgency::Notice), ms(0));
    let (permit, first) = sends(&mut pacer, ms(0));
    assert_eq!(first, "first");
    assert_eq!(pacer.next(ms(40)), Next::Idle);
    pacer.push(ticket("answer", &room(1), Urgency::Answer), ms(40));
    let (answer, item) = sends(&mut pacer, ms(40));
    assert_eq!(item, "answer");
    pacer.ended(permit, ms(0), ms(80));
    assert_eq!(all(&mut pacer, ms(80)), ["second"]);
    pacer.ended(answer, ms(40), ms(90));
    assert_eq!(pacer.next(ms(90)), Next::Idle);
}

#[test]
fn what_is_put_back_goes_before_the_rest_of_its_chat() {
    let mut pacer = Pacer::new(DISCORD);
    for item in ["first", "second", "third"] {
        pacer.push(ticket(item, &room(1), Urgency::Answer), ms(0));
    }
    let (permit, item) = sends(&mut pacer, ms(0));
    pacer.ended(permit, ms(0), ms(80));
    pacer.put_back(ticket(item, &room(1), Urgency::Answer), ms(80));
    assert_eq!(all(&mut pacer, ms(80)), ["first", "second", "third"]);
}

#[test]
fn a_slot_that_was_not_used_counts_for_nothing() {
    let mut pacer = Pacer::new(SLOW);
    pacer.push(ticket(1, &room(1), Urgency::Answer), ms(0));
    pacer.push(ticket(2, &room(1), Urgency::Answer), ms(0));
    let (permit, _) = sends(&mut pacer, ms(0));
    assert_eq!(pacer.next(ms(5)), Next::Idle);
    pacer.give_back(permit, ms(5));
    assert_eq!(all(&mut pacer, ms(5)), [2]);
}

#[test]
fn chats_take_turns_whatever_each_has_queued() {
    let mut play = Play::new(TELEGRAM, Network::None, 5);
    for _ in 0..5_000 {
        play.push(ms(0), &room(1), Urgency::Notice);
    }
    let mut others = Vec::new();
    for n in 0..400 {
        others.push(play.push(ms(n * 1_700), &room(10 + n.unsigned_abs() % 40), Urgency::Notice));
    }
    play.run();
    assert_eq!(play.platform.refused, 0);
    let waits = play.sent.iter().filter(|sent| others.contains(&sent.item));
    let longest = waits.map(super::play::Sent::waited).max().unwrap();
    assert!(longest <= TimeDelta::milliseconds(70), "{longest}");
}

#[test]
fn a_flood_of_answers_leaves_one_slot_in_ten_to_those_that_it_passes_over() {
    let mut pacer = Pacer::new(SLOW);
    for n in 0..1_000 {
        pacer.push(ticket(Urgency::Answer, &room(n), Urgency::Answer), ms(0));
        for urgency in &Urgency::ALL[1..] {
            pacer.push(ticket(*urgency, &room(n), *urgency), ms(0));
        }
    }
    let went = trickle(&mut pacer, 0, 400);
    for (n, tenth) in went.chunks(10).enumerate() {
        assert_eq!(tenth[..9], [Urgency::Answer; 9]);
        assert_eq!(tenth[9], Urgency::ALL[1 + n % 4]);
    }
}

#[test]
fn a_chat_that_is_flooded_with_answers_gets_its_own_broadcasts_too() {
    let mut play = Play::new(TELEGRAM, Network::None, 9);
    let broadcast = play.push(ms(0), &room(1), Urgency::Broadcast);
    for n in 0..100 {
        play.push(ms(n), &room(1), Urgency::Answer);
        play.push(ms(n), &room(2 + n.unsigned_abs()), Urgency::Broadcast);
    }
    play.run();
    let place = play.sent.iter().filter(|sent| sent.chat == room(1));
    assert!(place.take(11).any(|sent| sent.item == broadcast));
}

#[test]
fn the_first_answer_in_a_flood_of_broadcasts_does_not_pay_for_it() {
    let mut pacer = Pacer::new(SLOW);
    for n in 0..200 {
        pacer.push(ticket(Urgency::Broadcast, &room(n), Urgency::Broadcast), ms(0));
        pacer.push(ticket(Urgency::Edit, &room(n), Urgency::Edit), ms(0));
    }
    let mut second = 0;
    for pause in 1..20 {
        trickle(&mut pacer, second, pause);
        second += pause;
        pacer.push(
            ticket(Urgency::Answer, &room(1_000), Urgency::Answer),
            ms(1_001 * second),
        );
        assert_eq!(trickle(&mut pacer, second, 1), [Urgency::Answer]);
        second += 1;
    }
}

#[test]
fn what_is_free_goes_at_once_and_counts_for_nothing() {
    let mut pacer = having_sent(DISCORD, &[(room(1), 5), (room(2), 45)]);
    for item in 0..100 {
        let mut free = ticket(item, &room(1), Urgency::Answer);
        free.free = true;
        pacer.push(free, ms(0));
    }
    assert_eq!((pacer.len(), pacer.waiting(Urgency::Answer)), (100, 100));
    assert_eq!(all(&mut pacer, ms(0)).len(), 100);
    pacer.push(ticket(100, &room(1), Urgency::Answer), ms(0));
    assert_eq!(all(&mut pacer, ms(5_001)), [100]);
}
