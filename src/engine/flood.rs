//! How much one person, and one room, may ask of the bot: more is answered once, politely, and then not listened to for a
//! moment, so that nobody keeps the others waiting.

use std::collections::HashMap;

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_core::surface::{Inbound, Platform, RoomAddress};

/// How much may be asked: so much at once, and then one more every so often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// How many at once, at least 1.
    pub burst: u32,
    /// How long until one more.
    pub every: TimeDelta,
}

/// What a person and a room may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowances {
    /// One account.
    pub person: Allowance,
    /// Everybody in one room together: a whole assembly may claim its seats at once.
    pub room: Allowance,
}

impl Default for Allowances {
    fn default() -> Self {
        Self {
            person: Allowance {
                burst: 20,
                every: TimeDelta::seconds(2),
            },
            room: Allowance {
                burst: 400,
                every: TimeDelta::milliseconds(100),
            },
        }
    }
}

/// What is done with an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// It is carried out.
    Yes,
    /// It is not, and its author is told when it is listened again.
    Decline(TimeDelta),
    /// It is not, and they were told.
    Ignore,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Who {
    Account(Platform, String),
    Room(RoomAddress),
}

/// How far somebody's allowance is used up.
#[derive(Debug, Clone, Copy)]
struct Used {
    /// When the whole allowance is there again.
    until: Instant,
    /// Whether they were told that it was too much, since it was last enough.
    told: bool,
}

/// Who asked how much lately.
#[derive(Debug)]
pub struct Flood {
    allowances: Allowances,
    used: HashMap<Who, Used>,
}

impl Flood {
    /// Nobody has asked anything yet.
    pub fn new(allowances: Allowances) -> Self {
        Self {
            allowances,
            used: HashMap::new(),
        }
    }

    /// Whether an event that came in now is carried out. What nobody is told anything of is always.
    pub fn admit(&mut self, inbound: &Inbound, now: Instant) -> Admission {
        if inbound.is_silent() {
            return Admission::Yes;
        }
        let Allowances { person, room } = self.allowances;
        let account = Who::Account(inbound.room.platform, inbound.author.account.clone());
        // Where an answer is waited for, silence would look as if one came.
        let waits = inbound.answer_by.is_some();
        match self.ask(account, person, now, waits) {
            Admission::Yes if inbound.room.private => Admission::Yes,
            Admission::Yes => self.ask(Who::Room(inbound.room.clone()), room, now, waits),
            no => no,
        }
    }

    /// It did not come in after all: nothing was accepted, and it will come again.
    pub fn take_back(&mut self, inbound: &Inbound, admission: Admission) {
        if inbound.is_silent() {
            return;
        }
        let Allowances { person, room } = self.allowances;
        let account = Who::Account(inbound.room.platform, inbound.author.account.clone());
        for (who, allowance) in [(account, person), (Who::Room(inbound.room.clone()), room)] {
            let Some(used) = self.used.get_mut(&who) else { continue };
            match admission {
                Admission::Yes => used.until -= allowance.every,
                Admission::Decline(_) => used.told = false,
                Admission::Ignore => {}
            }
        }
    }

    fn ask(&mut self, who: Who, allowance: Allowance, now: Instant, waits: bool) -> Admission {
        self.forget_the_idle(now);
        let used = self.used.entry(who).or_insert(Used {
            until: now,
            told: false,
        });
        let begun = used.until.max(now);
        let wait = begun + allowance.every - now - allowance.every * i32::try_from(allowance.burst).unwrap_or(i32::MAX);
        if wait <= TimeDelta::zero() {
            *used = Used {
                until: begun + allowance.every,
                told: false,
            };
            Admission::Yes
        } else if used.told && !waits {
            Admission::Ignore
        } else {
            used.told = true;
            Admission::Decline(whole_seconds(wait))
        }
    }

    /// Whoever has the whole allowance again needs no memory; looked at when there are many, so that it costs little.
    fn forget_the_idle(&mut self, now: Instant) {
        if self.used.len() >= self.used.capacity() {
            self.used.retain(|_, used| used.until > now);
        }
    }
}

/// Rounded up: nobody is told to wait too short.
fn whole_seconds(wait: TimeDelta) -> TimeDelta {
    TimeDelta::seconds((wait + TimeDelta::milliseconds(999)).num_seconds().max(1))
}

#[cfg(test)]
mod tests {
    use muster_core::surface::{Author, Content, Standing};

    use super::*;

    fn now() -> Instant {
        "2026-12-01T09:00:00Z".parse().unwrap()
    }

    fn after(millis: i64) -> Instant {
        now() + TimeDelta::milliseconds(millis)
    }

    fn event(name: &str, room: &str) -> Inbound {
        Inbound {
            event: "1".to_owned(),
            room: RoomAddress {
                platform: Platform::Console,
                place: "console".to_owned(),
                room: room.to_owned(),
                private: room.starts_with('@'),
            },
            place_name: "console".to_owned(),
            author: Author::new(name, name, Standing::Member),
            content: Content::Typed("help".to_owned()),
            on: None,
            edits: None,
            answer_by: None,
            prefix: None,
            said_at: None,
            unseen: false,
            received_at: now(),
        }
    }

    fn flood() -> Flood {
        Flood::new(Allowances {
            person: Allowance {
                burst: 3,
                every: TimeDelta::seconds(2),
            },
            room: Allowance {
                burst: 5,
                every: TimeDelta::seconds(1),
            },
        })
    }

    #[test]
    fn somebody_who_asks_too_much_is_told_once_and_heard_again_later() {
        let mut flood = flood();
        let ben = event("ben", "@ben");
        let asked: Vec<_> = (0..5).map(|_| flood.admit(&ben, now())).collect();
        let wait = Admission::Decline(TimeDelta::seconds(2));
        assert_eq!(
            asked,
            [Admission::Yes, Admission::Yes, Admission::Yes, wait, Admission::Ignore]
        );
        assert_eq!(flood.admit(&ben, after(1_999)), Admission::Ignore);
        assert_eq!(flood.admit(&ben, after(2_000)), Admission::Yes);
        assert_eq!(
            flood.admit(&ben, after(2_500)),
            Admission::Decline(TimeDelta::seconds(2))
        );
        let rested: Vec<_> = (0..3).map(|_| flood.admit(&ben, after(60_000))).collect();
        assert_eq!(rested, [Admission::Yes; 3]);
    }

    #[test]
    fn who_waits_for_an_answer_is_told_every_time() {
        let mut flood = flood();
        let tap = Inbound {
            answer_by: Some("token".to_owned()),
            unseen: false,
            ..event("ben", "main")
        };
        for _ in 0..3 {
            assert_eq!(flood.admit(&tap, now()), Admission::Yes);
        }
        for _ in 0..3 {
            assert_eq!(flood.admit(&tap, now()), Admission::Decline(TimeDelta::seconds(2)));
        }
    }

    #[test]
    fn what_did_not_come_in_after_all_counts_for_nothing() {
        let mut flood = flood();
        let ben = event("ben", "main");
        for _ in 0..3 {
            let asked: Vec<_> = (0..4).map(|_| flood.admit(&ben, now())).collect();
            assert_eq!(asked[..3], [Admission::Yes; 3]);
            assert_eq!(asked[3], Admission::Decline(TimeDelta::seconds(2)));
            for admission in asked.into_iter().rev() {
                flood.take_back(&ben, admission);
            }
        }
    }

    #[test]
    fn a_person_counts_in_every_room_and_a_room_for_everybody_in_it() {
        let mut flood = flood();
        for (name, room) in [("ana", "main"), ("ana", "kitchen"), ("ana", "main")] {
            assert_eq!(flood.admit(&event(name, room), now()), Admission::Yes);
        }
        assert_ne!(flood.admit(&event("ana", "attic"), now()), Admission::Yes);
        for name in ["ben", "cleo", "dev"] {
            assert_eq!(flood.admit(&event(name, "main"), now()), Admission::Yes, "{name}");
        }
        assert_ne!(
            flood.admit(&event("eva", "main"), now()),
            Admission::Yes,
            "the room has had five"
        );
        assert_eq!(flood.admit(&event("eva", "kitchen"), now()), Admission::Yes);
    }

    #[test]
    fn two_hundred_people_claim_at_once_in_one_room() {
        let mut flood = Flood::new(Allowances::default());
        for n in 0..200 {
            assert_eq!(flood.admit(&event(&n.to_string(), "main"), now()), Admission::Yes);
        }
    }

    #[test]
    fn whoever_is_quiet_is_forgotten() {
        let mut flood = flood();
        for n in 0..10_000 {
            flood.admit(&event(&n.to_string(), "@"), after(n * 1_000));
        }
        assert!(flood.used.len() < 100, "{}", flood.used.len());
    }
}
