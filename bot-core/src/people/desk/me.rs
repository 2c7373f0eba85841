//! `me`: what is known of me, and my settings.

use crate::desk::{Answer, Desk};
use crate::digest;
use crate::error::Outcome;
use crate::locale::Arg;
use crate::people::card::me::{self, Me, Membership};
use crate::people::undo::PeopleUndo;
use crate::people::{Person, settings};
use crate::phrase;
use crate::shift;
use crate::time::QuietHours;
use crate::undo::Undo;

pub(super) async fn show(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let person = desk.actor.person.clone();
    let accounts = desk.work.unit.accounts_of(person.id).await?;
    let skills = desk.work.unit.skills_of(person.id).await?;
    let mut groups = Vec::new();
    for group in desk.work.unit.groups_of(person.id).await? {
        if let Some(membership) = desk.work.unit.membership(group.id, person.id).await? {
            let teams = desk.work.unit.teams_of(group.id, person.id).await?;
            groups.push(Membership {
                id: group.id,
                group: group.name,
                role: membership.role,
                teams: teams.into_iter().map(|(team, captain)| (team.name, captain)).collect(),
            });
        }
    }
    Ok(me::card(
        &desk.voice,
        &Me {
            person,
            accounts,
            groups,
            skills,
        },
    )
    .into())
}

pub(super) async fn set_timezone(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let zone = settings::zone(typed, "me timezone")?;
    save(desk, |person| person.zone = Some(zone.clone())).await?;
    Ok(desk.say(&phrase!("me-timezone-set", zone = zone zone)))
}

pub(super) async fn set_language(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let language = settings::language(typed, "me language")?;
    save(desk, |person| person.language = Some(language)).await?;
    desk.voice.language = language;
    Ok(desk.say(&phrase!("me-language-set")))
}

pub(super) async fn set_reminders(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    let ladder = settings::ladder(typed)?;
    save(desk, |person| person.ladder.clone_from(&ladder)).await?;
    let rungs = ladder.into_iter().map(Arg::Duration).collect::<Vec<_>>();
    Ok(desk.say(&if rungs.is_empty() {
        phrase!("me-reminders-off")
    } else {
        phrase!("me-reminders-set", ladder = list rungs)
    }))
}

pub(super) async fn set_quiet(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    if settings::is_off(typed) {
        save(desk, |person| person.quiet = None).await?;
        return Ok(desk.say(&phrase!("me-quiet-off")));
    }
    let quiet: QuietHours = typed.parse().map_err(crate::error::UserError::from)?;
    save(desk, |person| person.quiet = Some(quiet)).await?;
    let (from, to) = (quiet.from.format("%H:%M"), quiet.to.format("%H:%M"));
    let zone = desk.frame().zone;
    Ok(desk.say(&phrase!("me-quiet-set", from = word from, to = word to, zone = zone zone)))
}

/// Saves a change of the actor's own settings, and remembers how they were.
pub(super) async fn save(desk: &mut Desk<'_>, change: impl FnOnce(&mut Person)) -> Outcome<()> {
    let before = desk.actor.person.clone();
    change(&mut desk.actor.person);
    desk.actor.person.version = before.version + 1;
    desk.work.unit.save_person(&desk.actor.person).await?;
    desk.remember_undo(Undo::People(PeopleUndo::Person(Box::new(before))))
        .await?;
    follow(desk).await
}

/// Has everything follow the settings of whoever acts: their reminders and digests in every group of theirs, and what
/// waits for them.
pub(in crate::people) async fn follow(desk: &mut Desk<'_>) -> Outcome<()> {
    let person = desk.actor.person.clone();
    for group in desk.work.unit.groups_of(person.id).await? {
        shift::plan::replan_person(&mut desk.work, group.id, person.id).await?;
        digest::plan(&mut desk.work, &group, &person).await?;
    }
    let zone = desk.frame().zone;
    desk.work.release_held(&person, &zone).await?;
    Ok(())
}
