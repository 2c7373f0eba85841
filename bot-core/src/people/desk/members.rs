//! `group members`: who is in the register, with roles and teams.

use std::collections::HashMap;

use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::people::card::members::{Listed, PAGE, card};
use crate::phrase;

pub(super) async fn list(desk: &mut Desk<'_>, page: u32) -> Outcome<Answer> {
    let group = desk.group()?.clone();
    let mut members = desk.work.unit.members(group.id).await?;
    if members.is_empty() {
        return Err(phrase!("register-empty", group = user group.name).into());
    }
    let pages = members.len().div_ceil(PAGE);
    let at = usize::try_from(page).unwrap_or(usize::MAX).saturating_sub(1);
    if at >= pages {
        return Err(UserError::new(phrase!("members-no-page", pages = number pages))
            .type_next("group members")
            .into());
    }
    // Whoever can help comes first; among equals, whoever joined first.
    members.sort_by_key(|member| std::cmp::Reverse(member.role));
    let mut teams = HashMap::<_, Vec<_>>::new();
    for team in desk.work.unit.teams(group.id).await? {
        for one in desk.work.unit.team_members(group.id, team.id).await? {
            teams
                .entry(one.person)
                .or_default()
                .push((team.name.clone(), one.captain));
        }
    }
    let count = members.len();
    let shown = members.into_iter().skip(at * PAGE).take(PAGE);
    let shown: Vec<_> = shown
        .map(|member| Listed {
            teams: teams.remove(&member.person).unwrap_or_default(),
            member,
        })
        .collect();
    Ok(card(&desk.voice, &group, &shown, count, at + 1).into())
}
