//! `me skills`: what I can do.

use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::locale::Arg;
use crate::people::settings::is_off;
use crate::people::skills;
use crate::people::undo::PeopleUndo;
use crate::phrase;
use crate::undo::Undo;

/// Shows what whoever types can do, or has them name it anew.
pub(super) async fn run(desk: &mut Desk<'_>, typed: Option<&str>) -> Outcome<Answer> {
    let me = desk.me();
    let Some(typed) = typed else {
        let skills = desk.work.unit.skills_of(me).await?;
        return Ok(desk.say(&crate::people::card::me::skills(&skills)));
    };
    let named = if is_off(typed) {
        Vec::new()
    } else {
        skills::parse(typed)?
    };
    desk.work.unit.person_for_update(me).await?;
    let before = desk.work.unit.skills_of(me).await?;
    desk.work.unit.set_skills(me, &named).await?;
    let after = desk.work.unit.skills_of(me).await?;
    let said = if after.is_empty() {
        phrase!("me-skills-off")
    } else {
        let skills: Vec<Arg> = after.iter().cloned().map(Arg::User).collect();
        phrase!("me-skills-set", skills = list skills)
    };
    desk.remember_undo(Undo::People(PeopleUndo::Skills { before, after }))
        .await?;
    Ok(desk.say(&said))
}
