//! Named points at which a test has this process killed, or has it panic (feature `failpoints`). Without the feature
//! [`fault_point!`](crate::fault_point) is nothing at all.
//!
//! `MUSTER_FAILPOINTS=delivery.sending=kill@3,dispatch.handle=panic@1` kills the process the third time that it is about
//! to send, and panics the first time that it is about to carry out a command. A new point is named in [`ALL`].

use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

/// Every point, in the order in which a message meets them.
pub const ALL: [&str; 14] = [
    // Events are here, and not yet committed.
    "intake.received",
    // They are committed, and their source is not yet told.
    "intake.accepted",
    // An event was taken from the inbox, and the core not yet asked.
    "dispatch.handle",
    // Its effects and answer are committed, and the answer not yet handed over.
    "dispatch.handled",
    // Due work was found, and nothing of it done.
    "tick.due",
    // It is committed, and nobody yet woken for it.
    "tick.done",
    // A chunk of a broadcast is committed.
    "fanout.chunk",
    // Messages are leased to this node, and no attempt is counted.
    "delivery.leased",
    // An attempt is counted, and the courier not yet asked.
    "delivery.sending",
    // The courier has answered, and it is not yet written down.
    "delivery.sent",
    // It is written down.
    "delivery.settled",
    // An edit was made, and it is not yet written down.
    "edit.sent",
    // A platform's lease was taken, and nothing received with it.
    "lease.taken",
    // Everything under way is finished at a regular end.
    "shutdown.drained",
];

/// What is to happen at which points.
static PLAN: OnceLock<FaultPlan> = OnceLock::new();

/// What is to happen, as it is written in `MUSTER_FAILPOINTS`.
#[derive(Debug, Clone, Default)]
pub struct FaultPlan(Arc<[Planned]>);

#[derive(Debug)]
struct Planned {
    point: &'static str,
    act: Act,
    /// How many more times the point is passed until then.
    to_go: AtomicU64,
}

#[derive(Debug, Clone, Copy)]
enum Act {
    /// The process is gone, with no chance to tidy up.
    Kill,
    /// The task panics.
    Panic,
}

/// What is wrong with a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// An item is not of the form.
    #[error("must be items such as delivery.sending=kill@3 or dispatch.handle=panic@1, with commas between, not {0:?}")]
    Form(String),
    /// There is no such point.
    #[error("names the point {0:?}, and there are only {points}", points = ALL.join(", "))]
    Point(String),
}

impl FromStr for FaultPlan {
    type Err = PlanError;

    fn from_str(text: &str) -> Result<Self, PlanError> {
        let items = text.split(',').map(str::trim).filter(|item| !item.is_empty());
        items.map(Planned::read).collect::<Result<_, _>>().map(Self)
    }
}

impl Planned {
    fn read(item: &str) -> Result<Self, PlanError> {
        let form = || PlanError::Form(item.to_owned());
        let (name, act) = item.split_once('=').ok_or_else(form)?;
        let (act, time) = act.split_once('@').ok_or_else(form)?;
        let point = ALL.into_iter().find(|point| *point == name);
        Ok(Self {
            point: point.ok_or_else(|| PlanError::Point(name.to_owned()))?,
            act: match act {
                "kill" => Act::Kill,
                "panic" => Act::Panic,
                _ => return Err(form()),
            },
            to_go: match time.parse() {
                Ok(time) if time > 0 => AtomicU64::new(time),
                _ => return Err(form()),
            },
        })
    }

    /// Whether this is the time it is meant for.
    fn is_now(&self) -> bool {
        let earlier = self
            .to_go
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
        earlier == Ok(1)
    }
}

/// Puts a plan in force for this process, once, before anything reaches a point.
pub fn arm(plan: FaultPlan) {
    if PLAN.set(plan).is_err() {
        tracing::warn!("a plan of faults is in force already, and stays");
    }
}

/// The process is at that point.
///
/// # Panics
///
/// If that is the plan.
pub fn reached(point: &str) {
    let Some(FaultPlan(plan)) = PLAN.get() else { return };
    for planned in plan.iter().filter(|planned| planned.point == point) {
        if planned.is_now() {
            match planned.act {
                Act::Kill => kill(),
                Act::Panic => panic!("fault point {point}"),
            }
        }
    }
}

fn kill() -> ! {
    #[cfg(unix)]
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    // Only where there is no such signal.
    std::process::abort()
}

/// Whether there is a point of that name, for the compiler to ask.
pub const fn is_point(name: &str) -> bool {
    let mut index = 0;
    while index < ALL.len() {
        if same(ALL[index].as_bytes(), name.as_bytes()) {
            return true;
        }
        index += 1;
    }
    false
}

const fn same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut index = 0;
    while index < one.len() {
        if one[index] != other[index] {
            return false;
        }
        index += 1;
    }
    true
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_name_stands_twice_and_the_compiler_knows_them_all() {
        assert_eq!(BTreeSet::from(ALL).len(), ALL.len());
        assert!(ALL.into_iter().all(is_point));
        assert!(!is_point("delivery.sendinh") && !is_point("delivery") && !is_point(""));
    }

    #[test]
    fn a_plan_says_point_act_and_time() {
        let FaultPlan(plan) = "delivery.sending=kill@3, dispatch.handle=panic@1,".parse().unwrap();
        let read: Vec<_> = plan.iter().map(|planned| (planned.point, planned.act)).collect();
        assert!(
            matches!(
                read[..],
                [("delivery.sending", Act::Kill), ("dispatch.handle", Act::Panic)]
            ),
            "{read:?}"
        );
        let times: Vec<bool> = (1..=5).map(|_| plan[0].is_now()).collect();
        assert_eq!(times, [false, false, true, false, false]);
    }

    #[test]
    fn what_is_wrong_with_a_plan_is_said() {
        for item in [
            "tick.due",
            "tick.due=kill",
            "tick.due=kill@0",
            "tick.due=stop@1",
            "kill@x",
        ] {
            let error = item.parse::<FaultPlan>().unwrap_err();
            assert_eq!(error, PlanError::Form(item.to_owned()));
        }
        let error = "tick.duo=kill@1".parse::<FaultPlan>().unwrap_err().to_string();
        assert!(
            error.starts_with(r#"names the point "tick.duo", and there are only intake.received, "#),
            "{error}"
        );
        assert!(error.ends_with("shutdown.drained"), "{error}");
    }
}
