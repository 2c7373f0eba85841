//! `group audit`: the latest lines of the audit log. The log keeps ids; names are looked up as it is read.

use std::collections::{BTreeSet, HashMap};

use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::ids::PersonId;
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::reply::Card;
use crate::time::Moment;

/// How many lines are shown.
const LINES: u32 = 20;

pub(super) async fn show(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    let log = desk.work.unit.audit_log(group.id, LINES).await?;
    let mut names = HashMap::new();
    let people: BTreeSet<PersonId> = log
        .iter()
        .flat_map(|line| [Some(line.actor), line.person])
        .flatten()
        .collect();
    for person in people {
        names.insert(person, desk.work.name_of(person).await?);
    }
    let name = |person: PersonId| names.get(&person).cloned().unwrap_or_default();
    let lines: Vec<_> = log
        .iter()
        .map(|line| {
            let mut act = Phrase::keyed(format!("audit-{}", line.act.replace(['.', '_'], "-")));
            let actor = if line.actor == PersonId::NOBODY {
                Arg::Phrase(phrase!("audit-stranger"))
            } else {
                Arg::Person(name(line.actor))
            };
            act.args.push(("actor", actor));
            act.args
                .push(("person", Arg::Person(line.person.map(name).unwrap_or_default())));
            act.args
                .push(("subject", Arg::Command(line.subject.clone().unwrap_or_default())));
            let at = Moment::at(line.at, desk.voice.zone.clone());
            desk.voice
                .line(&phrase!("audit-line", at = moment at, act = phrase act))
        })
        .collect();
    let heading = phrase!("audit-heading", group = user group.name, count = number lines.len());
    Ok(Card::new().heading(desk.voice.line(&heading)).list(lines).into())
}
