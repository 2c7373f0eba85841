//! The events that the bot is to be told of, in order; each once, or as often as a test says.

use std::collections::VecDeque;

use crate::dice::Dice;

/// The most events that are told at once (Telegram: 100 a call).
const AT_ONCE: usize = 100;

/// Every event several times, and in another order than it happened.
#[derive(Debug)]
struct Shuffle {
    times: usize,
    window: usize,
    dice: Dice,
    held: Vec<String>,
}

/// What is to be told. Each telling has a number; telling the same event again has another.
#[derive(Debug, Default)]
pub(super) struct Queue {
    waiting: VecDeque<(u64, String)>,
    last: u64,
    shuffle: Option<Shuffle>,
}

impl Queue {
    /// From now on every event is told that often, shuffled among as many events as the window holds.
    pub(super) fn shuffle(&mut self, times: usize, window: usize, seed: u64) {
        self.flush();
        self.shuffle = Some(Shuffle {
            times,
            window,
            dice: Dice::new(seed),
            held: Vec::new(),
        });
    }

    /// Puts in an event that happened.
    pub(super) fn happened(&mut self, event: String) {
        let Some(shuffle) = &mut self.shuffle else {
            return self.tell(event);
        };
        shuffle.held.extend(std::iter::repeat_n(event, shuffle.times));
        if shuffle.held.len() >= shuffle.window * shuffle.times {
            self.flush();
        }
    }

    /// Lets out what is held for a window that is not full.
    pub(super) fn flush(&mut self) {
        let Some(shuffle) = &mut self.shuffle else { return };
        let mut held = std::mem::take(&mut shuffle.held);
        while !held.is_empty() {
            let index = usize::try_from(shuffle.dice.below(held.len() as u64)).unwrap_or_default();
            self.last += 1;
            self.waiting.push_back((self.last, held.swap_remove(index)));
        }
    }

    /// Puts in an event to be told once more.
    pub(super) fn tell(&mut self, event: String) {
        self.last += 1;
        self.waiting.push_back((self.last, event));
    }

    /// The next events, and what acknowledges them.
    pub(super) fn next(&self) -> (Vec<String>, u64) {
        let events: Vec<_> = self.waiting.iter().take(AT_ONCE).collect();
        let next = events.last().map_or(self.last, |(number, _)| *number) + 1;
        (events.into_iter().map(|(_, event)| event.clone()).collect(), next)
    }

    /// Forgets what was told before that number, and says what it was.
    pub(super) fn acknowledge(&mut self, next: u64) -> Vec<String> {
        let count = self.waiting.partition_point(|(number, _)| *number < next);
        self.waiting.drain(..count).map(|(_, event)| event).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(queue: &mut Queue) -> Vec<String> {
        let (events, next) = queue.next();
        assert_eq!(queue.acknowledge(next), events);
        events
    }

    #[test]
    fn what_is_not_acknowledged_is_told_again() {
        let mut queue = Queue::default();
        for event in ["e1", "e2", "e3"] {
            queue.happened(event.to_owned());
        }
        let (events, next) = queue.next();
        assert_eq!((events.len(), next), (3, 4));
        assert_eq!(queue.acknowledge(3), ["e1", "e2"]);
        assert_eq!(queue.next(), (vec!["e3".to_owned()], 4));
        assert_eq!(queue.acknowledge(4), ["e3"]);
        assert_eq!(queue.next(), (Vec::new(), 4));
    }

    #[test]
    fn a_shuffled_window_holds_every_event_as_often_as_it_says() {
        let mut queue = Queue::default();
        queue.shuffle(2, 3, 7);
        let in_order: Vec<_> = (1..=8).map(|number| format!("e{number}")).collect();
        for event in &in_order {
            queue.happened(event.clone());
        }
        let first = told(&mut queue);
        assert_eq!(first.len(), 12, "two windows are full");
        let mut windows: Vec<_> = first.chunks(6).map(<[String]>::to_vec).collect();
        assert!(
            windows.iter().any(|window| !window.is_sorted()),
            "something is shuffled"
        );
        queue.flush();
        windows.push(told(&mut queue));
        for (window, events) in windows.iter_mut().zip(in_order.chunks(3)) {
            window.sort();
            let twice: Vec<_> = events.iter().flat_map(|event| [event.clone(), event.clone()]).collect();
            assert_eq!(*window, twice);
        }
    }
}
