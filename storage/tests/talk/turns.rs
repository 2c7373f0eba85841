//! What happens next in a conversation: a step, or a few that belong together.

use muster_core::catalogue::{CommandSpec, specs};
use proptest::prelude::*;
use proptest::sample::select;

use super::step::{PEOPLE, Step};
use super::words::command;

/// What is done often: where people meet each other.
const BUSY: [&str; 6] = [
    "shift claim",
    "shift drop",
    "shift edit",
    "poll vote",
    "task claim",
    "undo",
];

/// What happens next: a step, or a few that belong together.
pub(crate) fn turn() -> impl Strategy<Value = Vec<Step>> {
    let all: Vec<&'static CommandSpec> = specs().collect();
    let busy: Vec<_> = BUSY
        .iter()
        .map(|path| specs().find(|spec| spec.path == *path).unwrap())
        .collect();
    prop_oneof![
        10 => taken_back(seating()),
        8 => taken_back(said(select(busy))),
        8 => taken_back(said(select(all))),
        3 => secretly(),
        3 => taken_back(broadcasting()),
        3 => taken_back(dated()),
        2 => going(),
        1 => linking(),
        1 => select(&["2m", "11m", "3h", "10h", "1d", "4d"][..]).prop_map(|length| vec![Step::Pass(length)]),
        1 => select(&["11m", "9h", "2d"][..]).prop_map(|length| vec![Step::SleepThrough(length)]),
        1 => Just(vec![Step::Forget]),
    ]
}

/// Now and then whoever did something takes it back, at once or after somebody else did something.
fn taken_back(step: impl Strategy<Value = Step> + Clone) -> impl Strategy<Value = Vec<Step>> {
    let second_thought = prop_oneof![6 => Just(0), 2 => Just(1), 1 => Just(2)];
    (step.clone(), step, second_thought).prop_map(|(step, other, thought)| {
        let undo = Step::say(step.name(), "undo");
        match thought {
            0 => vec![step],
            1 => vec![step, undo],
            _ => vec![step, other, undo],
        }
    })
}

/// Seats that everybody wants.
fn seating() -> impl Strategy<Value = Step> + Clone {
    let claim = select(
        &[
            "claim S1",
            "claim S2",
            "claim S3",
            "claim S1 driver",
            "claim S1 knocker",
        ][..],
    );
    let act = prop_oneof![5 => claim, 2 => select(&["drop S1", "drop S2", "drop S2"][..])];
    (select(&PEOPLE[..]), act).prop_map(|(name, act)| Step::say(name, &format!("shift {act}")))
}

/// Somebody writes to many, who say that they got it.
fn broadcasting() -> impl Strategy<Value = Step> + Clone {
    let acts = &[
        "everyone Rain tomorrow ack:yes",
        "team:North Bring boots at:\"in 2h\"",
        "send B1",
        "send B2",
        "send B3",
        "stop B2",
        "mention B1",
        "ack B1",
        "ack B2",
        "show B1",
        "list",
    ];
    (select(&PEOPLE[..3]), select(&acts[..])).prop_map(|(name, act)| Step::say(name, &format!("broadcast {act}")))
}

fn said(spec: impl Strategy<Value = &'static CommandSpec> + Clone) -> impl Strategy<Value = Step> + Clone {
    let text = spec.prop_flat_map(command);
    (select(&PEOPLE[..]), text, prop::bool::weighted(0.15)).prop_map(|(name, text, private)| Step::Say {
        name,
        text,
        private,
    })
}

/// Two accounts on the way to one person; most go all the way.
fn linking() -> impl Strategy<Value = Vec<Step>> {
    (select(&PEOPLE[..]), select(&PEOPLE[..]), 1..5_usize).prop_map(|(one, other, go)| {
        let way = [
            Step::say(one, "me link"),
            Step::say(other, "me link CODE yes"),
            Step::say(one, "me link confirm"),
        ];
        way.into_iter().take(go).collect()
    })
}

/// Something about a secret poll: mostly a vote, in private, where it can be cast; `P2` is there from the beginning.
fn secretly() -> impl Strategy<Value = Vec<Step>> {
    let vote = (
        select(&["1", "2", "red", "abstain", "green"][..]),
        select(&["P2", "P3"][..]),
    );
    let vote = vote.prop_map(|(choice, poll)| format!("poll vote {poll} {choice}"));
    let act = prop_oneof![
        12 => vote,
        1 => Just("poll close P2 sure:yes".to_owned()),
        1 => Just("poll new Again? red, blue until:sun secret:yes".to_owned()),
        1 => Just("poll show P2".to_owned()),
        3 => Just("poll receipt P2".to_owned()),
    ];
    let said = (select(&PEOPLE[..]), act, prop::bool::weighted(0.9));
    said.prop_map(|(name, text, private)| {
        let say = if private { Step::privately } else { Step::say };
        vec![say(name, &text)]
    })
}

/// Something about the series of shifts, tasks and reminders that are there from the beginning: about one date of them,
/// the later ones or all.
fn dated() -> impl Strategy<Value = Step> + Clone {
    let act = select(
        &[
            "shift claim S4",
            "shift claim S5",
            "shift drop S5",
            "shift show S4",
            "shift edit S4 note:Bring_water",
            "shift edit S5 needs:1",
            "shift edit S4 repeat:\"every wed\"",
            "shift move S4 sun 11am",
            "shift move S5 19:30",
            "shift cancel S5 rain",
            "shift cancel S4",
            "task edit T2 title:Water_the_plants",
            "task edit T2 due:sun",
            "task done T2",
            "task delete T2",
            "remind edit R1 text:read_the_mail",
            "remind edit R1 when:9am",
            "remind cancel R1",
        ][..],
    );
    let dates = select(&["", " dates:one", " dates:later", " dates:all", " dates:one on:dec 15"][..]);
    let name = prop_oneof![4 => Just(PEOPLE[0]), 1 => select(&PEOPLE[..])];
    (name, act, dates).prop_map(|(name, act, dates)| Step::say(name, &format!("{act}{dates}")))
}

/// Somebody goes, by themselves or not, and mostly comes back.
fn going() -> impl Strategy<Value = Vec<Step>> {
    (select(&PEOPLE[..]), select(&PEOPLE[..]), 0..4_usize).prop_map(|(gone, by, way)| {
        let leave = Step::say(gone, "group leave yes");
        let remove = Step::say(by, &format!("group remove {gone} yes"));
        let back = Step::say(gone, "shift claim S2");
        match way {
            0 => vec![leave],
            1 => vec![leave, back],
            2 => vec![remove],
            _ => vec![remove, back, Step::say(by, "undo")],
        }
    })
}
