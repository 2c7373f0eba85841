//! Which shards are whose, as the leases say it, and what a node does about that. Pure.
//!
//! Of an account `x` there is a lease for each node that shares it (`x.node.0` …, the lowest that is free), one for the
//! number of shards that everybody goes by (`x.shards.16`), and one for each shard (`x.shard.3/16`). Where several numbers
//! are held the highest holds: shards become more, never fewer, while any node runs.

use muster_core::chrono::DateTime;
use muster_core::clock::Instant;
use muster_core::store::NodeLease;

/// Until when a lease is held that is given up.
pub(super) const GIVEN_UP: Instant = DateTime::UNIX_EPOCH;

/// The leases as one node sees them.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) leases: &'a [NodeLease],
    pub(super) account: &'a str,
    pub(super) me: &'a str,
    pub(super) now: Instant,
}

/// What a node does about its leases.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Plan {
    /// What says that it is there, and how many shards there are, unless another node says that.
    pub(super) signs: Vec<String>,
    /// The shards that stay its own.
    pub(super) keeps: Vec<u32>,
    /// The shards that are free, as many as it lacks.
    pub(super) takes: Vec<u32>,
    /// The leases that it has no right to any more.
    pub(super) gives_up: Vec<String>,
}

impl Plan {
    /// Whether everything stays as it is.
    pub(super) fn changes_nothing(&self) -> bool {
        self.takes.is_empty() && self.gives_up.is_empty()
    }
}

impl<'a> Seen<'a> {
    /// How many shards there are for everybody; `None` where nobody says so.
    pub(super) fn agreed(self) -> Option<u32> {
        self.held("shards").filter_map(|(number, _)| number.parse().ok()).max()
    }

    /// What is to be done, where there are that many shards: no node has more than its share, which is rounded up.
    pub(super) fn plan(self, of: u32) -> Plan {
        let taken: Vec<u32> = self.held("shard").filter_map(|(name, _)| numbered(name, of)).collect();
        let mine: Vec<&str> = self.mine("shard").collect();
        let mut keeps: Vec<u32> = mine.iter().filter_map(|name| numbered(name, of)).collect();
        keeps.sort_unstable();
        let others = self.held("node").filter(|(_, owner)| *owner != self.me).count();
        let share = (of as usize).div_ceil(others + 1);
        keeps.truncate(share);
        let free = (0..of).filter(|shard| !taken.contains(shard));
        let is_kept = |name: &str| numbered(name, of).is_some_and(|shard| keeps.contains(&shard));
        let surplus = mine.iter().filter(|name| !is_kept(name));
        let others_say = self
            .held("shards")
            .any(|(number, owner)| number == of.to_string() && owner != self.me);
        let number = (!others_say).then(|| self.name("shards", &of.to_string()));
        Plan {
            signs: [self.node()].into_iter().chain(number).collect(),
            takes: free.take(share - keeps.len()).collect(),
            gives_up: surplus.map(|name| self.name("shard", name)).collect(),
            keeps,
        }
    }

    /// The name of a shard's lease.
    pub(super) fn shard(self, shard: u32, of: u32) -> String {
        self.name("shard", &format!("{shard}/{of}"))
    }

    /// The lease that says that this node is there: the one that it has, else the first one that is free.
    fn node(self) -> String {
        let nodes = self.held("node").count();
        let is_free = |slot: &String| self.held("node").all(|(taken, _)| taken != slot);
        let slot = self.mine("node").next().map(str::to_owned);
        let slot = slot.or_else(|| (0..=nodes).map(|slot| slot.to_string()).find(is_free));
        self.name("node", &slot.unwrap_or_default())
    }

    fn name(self, kind: &str, rest: &str) -> String {
        format!("{}.{kind}.{rest}", self.account)
    }

    /// The leases of a kind that somebody has: what of, and whose. One that has run out is its holder's as long as nobody
    /// else took it.
    fn held(self, kind: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
        let prefix = self.name(kind, "");
        let is_held =
            move |lease: &&NodeLease| lease.until > self.now || lease.owner == self.me && lease.until > GIVEN_UP;
        let held = self.leases.iter().filter(is_held);
        held.filter_map(move |lease| Some((lease.name.strip_prefix(&prefix)?, lease.owner.as_str())))
    }

    fn mine(self, kind: &str) -> impl Iterator<Item = &'a str> {
        self.held(kind)
            .filter(move |(_, owner)| *owner == self.me)
            .map(|(name, _)| name)
    }
}

/// Which shard a lease is of, if it is one of so many.
fn numbered(name: &str, of: u32) -> Option<u32> {
    let (shard, all) = name.split_once('/')?;
    let shard = shard.parse().ok()?;
    (all.parse() == Ok(of) && shard < of).then_some(shard)
}

#[cfg(test)]
mod tests {
    use muster_core::testing::contract::fixtures::at;

    use super::*;

    /// A desk of nodes that look one after the other.
    #[derive(Default)]
    struct Desk(Vec<NodeLease>);

    impl Desk {
        /// A node looks at that minute; how many shards it has then. A lease lasts two minutes.
        fn looks(&mut self, me: &str, minute: i64, advised: u32) -> usize {
            let (now, leases) = (at(minute), self.0.clone());
            let seen = Seen {
                leases: &leases,
                account: "x",
                me,
                now,
            };
            let of = seen.agreed().unwrap_or(advised).max(advised);
            let plan = seen.plan(of);
            for name in &plan.gives_up {
                self.hold(name.clone(), me, GIVEN_UP);
            }
            let has = plan.keeps.iter().chain(&plan.takes).map(|shard| seen.shard(*shard, of));
            let has: Vec<String> = has.collect();
            for name in plan.signs.iter().chain(&has) {
                self.hold(name.clone(), me, at(minute + 2));
            }
            has.len()
        }

        fn hold(&mut self, name: String, owner: &str, until: Instant) {
            self.0.retain(|lease| lease.name != name);
            self.0.push(NodeLease {
                name,
                owner: owner.to_owned(),
                until,
            });
        }
    }

    #[test]
    fn nodes_come_to_their_shares_and_take_what_a_dead_one_had() {
        let mut desk = Desk::default();
        assert_eq!(desk.looks("a", 0, 5), 5);
        assert_eq!(desk.looks("b", 0, 5), 0, "all are taken");
        assert_eq!(desk.looks("a", 1, 5), 3, "its share");
        assert_eq!(desk.looks("b", 1, 5), 2);
        assert_eq!(desk.looks("c", 1, 5), 0);
        assert_eq!((desk.looks("a", 2, 5), desk.looks("b", 2, 5)), (2, 2));
        assert_eq!(desk.looks("c", 2, 5), 1);
        // Two are heard of no more.
        assert_eq!(desk.looks("b", 4, 5), 5);
        assert!(desk.0.iter().all(|lease| lease.name != "x.node.3"), "{:?}", desk.0);
    }

    #[test]
    fn everybody_goes_by_one_number() {
        let mut desk = Desk::default();
        desk.looks("a", 0, 4);
        assert_eq!(desk.looks("b", 1, 2), 0, "others say how many");
        assert_eq!(desk.looks("a", 1, 4), 2);
        assert_eq!(desk.looks("b", 1, 8), 4, "more are more");
        assert_eq!(desk.looks("a", 2, 4), 4);
        assert!(
            desk.0
                .iter()
                .filter(|lease| lease.until > at(2))
                .all(|lease| !lease.name.ends_with("/4"))
        );
    }
}
