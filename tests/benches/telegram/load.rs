//! What people say, and how long they wait for the answers.

use std::time::Duration;

use muster_test_servers::telegram::{Author, BotApi, Options, Person};

use crate::bots::Kind;
use crate::figures::Figures;

/// How many people, each in their private chat with the bot.
const CHATS: usize = 500;
/// How many commands each says, one after the other's answer: fewer than one person may ask at once.
const COMMANDS: usize = 10;
/// What they say: who am I here, and what have I promised? An echo says it back.
const COMMAND: &str = "/me";
/// How often it is looked who was answered: whoever waits for every change slows down what changes.
const GLANCE: Duration = Duration::from_millis(1);
/// How often in vain before it is over.
const GLANCES: usize = 60_000;

/// Has everybody say their commands to a bot that is started for it. Before, everybody presses Start, which is answered too:
/// then all have been met once, and what a bot keeps of people and connections is there.
pub(crate) fn measure(kind: Kind) -> Figures {
    let api = Options::new().without_validation().start();
    let people: Vec<Person> = (0..CHATS).map(|n| api.person(&format!("p{n:03}"))).collect();
    let bot = kind.start(&api, &people);
    for person in &people {
        person.starts_bot();
    }
    say_all(&api, &people, 1, |_| {});
    let before = bot.process.processor_time();
    let mut left = vec![COMMANDS; CHATS];
    say_all(&api, &people, 1 + COMMANDS, |n| {
        if left[n] > 0 {
            left[n] -= 1;
            people[n].says(&people[n], COMMAND);
        }
    });
    let taken = bot.process.processor_time() - before;
    let (waits, length) = waits(&api, &people);
    Figures::of(waits, length, bot.process.memory(), taken)
}

/// Until everybody has so many answers: `next` is what somebody does who waits for none.
fn say_all(api: &BotApi, people: &[Person], answers: usize, mut next: impl FnMut(usize)) {
    for _ in 0..GLANCES {
        let answered: Vec<bool> = api.look(|seen| {
            let waits = |person| {
                seen.all_in(person)
                    .last()
                    .is_none_or(|shown| shown.author == Author::Bot)
            };
            people.iter().map(waits).collect()
        });
        (0..people.len()).filter(|n| answered[*n]).for_each(&mut next);
        let all = |seen: &muster_test_servers::telegram::Seen| {
            let count = |person| seen.from_bot(person).count();
            people.iter().all(|person| count(person) >= answers)
        };
        if answered.iter().all(|answered| *answered) && api.look(all) {
            return;
        }
        std::thread::park_timeout(GLANCE);
    }
    panic!("not everybody was answered; {:?}", api.breaches());
}

/// How long everybody waited for each answer but the first, and how long all of it lasted.
fn waits(api: &BotApi, people: &[Person]) -> (Vec<Duration>, Duration) {
    api.look(|seen| {
        let mut waits = Vec::with_capacity(CHATS * COMMANDS);
        let (mut first, mut last) = (Duration::MAX, Duration::ZERO);
        for person in people {
            // Start and its answer are not among it.
            let said: Vec<_> = seen.messages(person).skip(2).collect();
            assert_eq!(said.len(), 2 * COMMANDS, "one answer to each command");
            for pair in said.chunks(2) {
                let (asked, answered) = (pair[0].at, pair[1].at);
                waits.push(answered.saturating_sub(asked));
                (first, last) = (first.min(asked), last.max(answered));
            }
        }
        (waits, last.saturating_sub(first))
    })
}
