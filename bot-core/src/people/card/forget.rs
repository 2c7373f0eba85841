//! What somebody sees before they are forgotten, and afterwards.

use crate::ids::{GroupId, Reference};
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::privacy::forget::{GroupPlan, Plan};
use crate::reply::{Button, Card};

/// What people type when they mean it.
const CONFIRM: &str = "me forget confirm:yes";
/// The most references of a kind that are told one by one.
const MOST_TOLD: usize = 15;

/// What is shown before anything happens.
#[derive(Debug)]
pub(crate) struct Preview {
    pub(crate) accounts: usize,
    pub(crate) plan: Plan,
    /// The group that the button is for, where there is one.
    pub(crate) here: Option<GroupId>,
}

/// What would go and what would stay.
pub(crate) fn card(voice: &Voice, preview: &Preview) -> Card {
    let yours = phrase!("forget-yours", accounts = number preview.accounts);
    let mut card = Card::new()
        .heading(voice.line(&phrase!("forget-heading")))
        .line(voice.line(&yours));
    for plan in preview.plan.groups.iter().filter(|plan| !plan.is_nothing()) {
        card = card
            .line(voice.line(&phrase!("forget-in-group", group = user plan.group.name)))
            .list(told(plan).iter().map(|phrase| voice.line(phrase)));
    }
    if preview.plan.groups.iter().any(|plan| !plan.is_alone) {
        card = card.line(voice.line(&phrase!("forget-groups-own")));
    }
    let label = voice.text(&phrase!("forget-button"));
    let button = preview.here.and_then(|group| Button::new(label, group, CONFIRM));
    card.line(voice.line(&phrase!("forget-export", export = command "me export")))
        .actions(voice, [button], CONFIRM)
}

/// What is told of one group.
fn told(plan: &GroupPlan) -> Vec<Phrase> {
    if plan.is_alone {
        return vec![phrase!("forget-group-goes")];
    }
    let lines = [
        (!plan.seats.is_empty())
            .then(|| phrase!("forget-seats", what = list references(&plan.seats), count = number plan.seats.len())),
        (!plan.tasks.is_empty())
            .then(|| phrase!("forget-tasks", what = list references(&plan.tasks), count = number plan.tasks.len())),
        (!plan.ballots.is_empty()).then(
            || phrase!("forget-ballots", what = list references(&plan.ballots), count = number plan.ballots.len()),
        ),
        (!plan.going.is_empty())
            .then(|| phrase!("forget-going", what = list references(&plan.going), count = number plan.going.len())),
        (!plan.past.is_empty())
            .then(|| phrase!("forget-past", what = list references(&plan.past), count = number plan.past.len())),
        (!plan.staying.is_empty()).then(
            || phrase!("forget-staying", what = list references(&plan.staying), count = number plan.staying.len()),
        ),
    ];
    lines.into_iter().flatten().collect()
}

/// "S1, S4 and T2", and how many more.
fn references(references: &[Reference]) -> Vec<Arg> {
    let shown = references.iter().take(MOST_TOLD);
    let mut told: Vec<Arg> = shown.map(|reference| Arg::Command(reference.to_string())).collect();
    let more = references.len().saturating_sub(MOST_TOLD);
    if more > 0 {
        told.push(Arg::Phrase(phrase!("forget-more", count = number more)));
    }
    told
}

/// It is done.
pub(crate) fn done(voice: &Voice) -> Card {
    voice.say(&phrase!("forget-done"))
}

/// There was nobody to forget.
pub(crate) fn nobody(voice: &Voice) -> Card {
    voice.say(&phrase!("forget-nobody"))
}
