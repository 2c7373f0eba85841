//! An engine, a network and a platform on a virtual clock.

use std::collections::{BTreeMap, HashMap};

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::{Limit, Rates};
use muster_test_servers::dice::Dice;

use super::platform::{Platform, least_time};
use super::{Chat, Next, Pacer, Permit, Ticket, Urgency, ms, person, room};

/// How long a message needs to the platform, and its receipt back, in microseconds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Network {
    /// Neither takes any time.
    None,
    /// 80 ms in all, 30 of them until the platform counts.
    Constant,
    /// 20 to 200 ms in all, and the message arrives anywhere in between.
    Wild,
    /// So many milliseconds each way, and up to so many more.
    Jitter(u64, u64),
    /// As `Constant`, but 20 ms from the given second on, 10 of them until the platform counts.
    Faster(i64),
}

impl Network {
    /// 60 to 80 ms in all.
    pub(super) const USUAL: Self = Self::Jitter(30, 10);

    fn trip(self, dice: &mut Dice, now: Instant) -> (TimeDelta, TimeDelta) {
        let micros = |n: u64| TimeDelta::microseconds(n.try_into().unwrap());
        match self {
            Self::None => (TimeDelta::zero(), TimeDelta::zero()),
            Self::Faster(second) if now >= ms(1000 * second) => (micros(10_000), micros(10_000)),
            Self::Constant | Self::Faster(_) => (micros(30_000), micros(50_000)),
            Self::Wild => {
                let whole = 20_000 + dice.below(180_001);
                let out = dice.below(whole + 1);
                (micros(out), micros(whole - out))
            }
            Self::Jitter(least, more) => {
                let mut way = || micros(1_000 * least + dice.below(1_000 * more + 1));
                (way(), way())
            }
        }
    }
}

#[derive(Debug)]
enum Event {
    Push(Ticket<usize>),
    Arrive(Chat),
    End(Permit, Instant),
}

/// What was sent, and when.
#[derive(Debug, Clone)]
pub(super) struct Sent {
    pub(super) item: usize,
    pub(super) chat: Chat,
    pub(super) urgency: Urgency,
    pub(super) pushed: Instant,
    pub(super) began: Instant,
}

impl Sent {
    pub(super) fn waited(&self) -> TimeDelta {
        self.began - self.pushed
    }
}

#[derive(Debug)]
pub(super) struct Play {
    pub(super) rates: Rates,
    pub(super) pacer: Pacer<usize>,
    pub(super) platform: Platform,
    pub(super) sent: Vec<Sent>,
    network: Network,
    pub(super) dice: Dice,
    events: BTreeMap<(Instant, usize), Event>,
    pushed: Vec<Instant>,
    noted: usize,
}

impl Play {
    pub(super) fn new(rates: Rates, network: Network, seed: u64) -> Self {
        Self {
            rates,
            pacer: Pacer::new(rates),
            platform: Platform::new(rates),
            sent: Vec::new(),
            network,
            dice: Dice::new(seed),
            events: BTreeMap::new(),
            pushed: Vec::new(),
            noted: 0,
        }
    }

    /// Has a message pushed at that instant; its number.
    pub(super) fn push(&mut self, at: Instant, chat: &Chat, urgency: Urgency) -> usize {
        let item = self.pushed.len();
        self.pushed.push(at);
        self.note(at, Event::Push(super::ticket(item, chat, urgency)));
        item
    }

    /// Has so many messages of those urgencies pushed at the beginning, to so many chats, half of them private.
    pub(super) fn load(&mut self, messages: usize, chats: u64, urgencies: &[Urgency]) {
        for _ in 0..messages {
            let chat = some_chat(self.dice.below(chats));
            let urgency = *self.dice.pick(urgencies);
            self.push(ms(0), &chat, urgency);
        }
    }

    fn note(&mut self, at: Instant, event: Event) {
        self.noted += 1;
        self.events.insert((at, self.noted), event);
    }

    /// Until nothing happens any more; when the last message was begun.
    pub(super) fn run(&mut self) -> Instant {
        let mut now = ms(0);
        loop {
            while let Some(next) = self.events.first_entry().filter(|event| event.key().0 <= now) {
                match next.remove() {
                    Event::Push(ticket) => self.pacer.push(ticket, now),
                    Event::Arrive(chat) => self.platform.arrive(&chat, now),
                    Event::End(permit, began) => self.pacer.ended(permit, began, now),
                }
            }
            let wake = match self.pacer.next(now) {
                Next::Send(permit, ticket) => {
                    self.begin(permit, ticket, now);
                    continue;
                }
                Next::Wait(at) => {
                    assert!(at > now, "it waits for the past");
                    Some(at)
                }
                Next::Idle => None,
            };
            let event = self.events.keys().next().map(|&(at, _)| at);
            match wake.into_iter().chain(event).min() {
                Some(at) => now = at,
                None => break,
            }
        }
        self.everything_was_sent_once();
        self.sent.last().map_or(now, |last| last.began)
    }

    fn begin(&mut self, permit: Permit, ticket: Ticket<usize>, now: Instant) {
        let (out, back) = self.network.trip(&mut self.dice, now);
        self.note(now + out, Event::Arrive(ticket.chat.clone()));
        self.note(now + out + back, Event::End(permit, now));
        self.sent.push(Sent {
            item: ticket.item,
            chat: ticket.chat,
            urgency: ticket.urgency,
            pushed: self.pushed[ticket.item],
            began: now,
        });
    }

    fn everything_was_sent_once(&self) {
        let mut items: Vec<_> = self.sent.iter().map(|sent| sent.item).collect();
        items.sort_unstable();
        assert!(
            items.into_iter().eq(0..self.pushed.len()),
            "something was lost or sent twice"
        );
        assert!(self.pacer.is_empty());
    }

    /// What an ideal sender, who knows all messages beforehand and when each arrives, needs at least: what the tightest
    /// limit demands for the messages that fall under it.
    pub(super) fn ideal(&self) -> TimeDelta {
        let mut chats: HashMap<&Chat, u32> = HashMap::new();
        for sent in &self.sent {
            *chats.entry(&sent.chat).or_default() += 1;
        }
        let least = |limits: &[Limit], messages| limits.iter().map(|limit| least_time(limit, messages)).max();
        let of_chat = |(chat, messages): (&Chat, u32)| match chat {
            Chat::Private(_) => least(self.rates.private, messages),
            Chat::Room(_) => least(self.rates.room, messages),
        };
        let account = least(self.rates.account, self.sent.len().try_into().unwrap());
        chats
            .into_iter()
            .filter_map(of_chat)
            .chain(account)
            .max()
            .unwrap_or_default()
    }
}

pub(super) fn some_chat(n: u64) -> Chat {
    if n.is_multiple_of(2) { room(n) } else { person(n) }
}
