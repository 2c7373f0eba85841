//! A quiet chat's answer or reminder goes at once, however much waits.

use muster_core::chrono::TimeDelta;
use muster_core::surface::Rates;

use super::play::{Network, Play, some_chat};
use super::{DISCORD, MATRIX, TELEGRAM, Urgency, ms, room};

const SEED: u64 = 11;

/// The longest wait of a message to a chat that was quiet until then, while 20,000 others wait; beside those, people
/// in other chats get answers and reminders.
fn longest(rates: Rates, network: Network, every: u64) -> TimeDelta {
    let mut play = Play::new(rates, network, SEED);
    play.load(20_000, 400, &[Urgency::Notice, Urgency::Broadcast, Urgency::Edit]);
    let pressing = [Urgency::Answer, Urgency::Reminder];
    let mut at = 0;
    let mut quiet = Vec::new();
    for n in 0..400 {
        at += every + play.dice.below(every);
        let urgency = *play.dice.pick(&pressing);
        quiet.push(play.push(ms(at.try_into().unwrap()), &room(1_000 + n), urgency));
        if n % 5 == 0 {
            let (busy, urgency) = (some_chat(play.dice.below(400)), *play.dice.pick(&pressing));
            let later = at + every / 2 + play.dice.below(every / 4);
            play.push(ms(later.try_into().unwrap()), &busy, urgency);
        }
    }
    play.run();
    assert_eq!(play.platform.refused, 0, "messages were refused");
    let waits = play.sent.iter().filter(|sent| quiet.contains(&sent.item));
    let longest = waits.map(super::play::Sent::waited).max().unwrap();
    println!("{network:?}, seed {SEED}: {longest}");
    longest
}

#[test]
fn without_delay_it_has_the_next_slot() {
    assert!(longest(TELEGRAM, Network::None, 800) <= TimeDelta::milliseconds(34));
    assert!(longest(DISCORD, Network::None, 500) <= TimeDelta::milliseconds(20));
    assert!(longest(MATRIX, Network::None, 60_000) <= TimeDelta::seconds(5));
}

#[test]
fn with_a_delay_it_waits_for_a_slot_and_not_for_the_queue() {
    for network in [Network::Constant, Network::USUAL, Network::Wild] {
        assert!(longest(TELEGRAM, network, 800) <= TimeDelta::milliseconds(400));
        assert!(longest(DISCORD, network, 500) <= TimeDelta::milliseconds(400));
        assert!(longest(MATRIX, network, 60_000) <= TimeDelta::milliseconds(5_100));
    }
}
