//! `shift save`, `shift templates`, `shift forget`, and what `shift add` takes from a template.

use super::for_update;
use crate::desk::{Answer, Desk};
use crate::error::{Fault, Hint, Outcome, UserError};
use crate::ids::TeamId;
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::{Card, Line, clean};
use crate::shift::change::is_none;
use crate::shift::command::Add;
use crate::shift::series::Template;
use crate::shift::template::{MOST_TEMPLATES, ShiftTemplate, TEMPLATE_CHARS};
use crate::shift::undo::ShiftUndo;
use crate::shift::{Needs, Shift};
use crate::undo::Undo;

/// Saves a shift under a name, in place of what was saved under it before.
pub(super) async fn save(desk: &mut Desk<'_>, shift: u32, name: &str) -> Outcome<Answer> {
    let shift = for_update(desk, shift).await?.shift;
    desk.must_run(shift.team)?;
    let name = clean::one_line(name.trim()).into_owned();
    if name.is_empty() || name.chars().count() > TEMPLATE_CHARS {
        let refusal = phrase!("template-name", most = number TEMPLATE_CHARS);
        return Err(UserError::new(refusal)
            .type_next(format!("shift save {} as {}", shift.reference(), example(&shift)))
            .into());
    }
    hold(desk, &shift).await?;
    let before = desk.work.unit.shift_template(shift.group, &name).await?;
    if let Some(before) = &before {
        desk.must_run(before.shift.team)?;
    } else if desk.work.unit.shift_templates(shift.group).await?.len() >= MOST_TEMPLATES {
        let refusal = phrase!("template-too-many", most = number MOST_TEMPLATES);
        return Err(UserError::new(refusal).type_next("shift templates").into());
    }
    let template = ShiftTemplate::of(&shift, name.clone());
    desk.work.unit.save_shift_template(&template).await?;
    let post = format!("shift add {name} sat 10am");
    let said = if before.is_some() {
        phrase!("template-replaced", shift = word shift.reference(), template = user name, post = command post)
    } else {
        phrase!("template-saved", shift = word shift.reference(), template = user name, post = command post)
    };
    remember(desk, before, Some(template)).await?;
    Ok(desk.say(&said))
}

/// What a shift may be saved as.
fn example(shift: &Shift) -> String {
    shift.title.chars().take(TEMPLATE_CHARS).collect()
}

/// Lists the group's templates.
pub(super) async fn list(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let templates = desk.work.unit.shift_templates(group).await?;
    let Some(first) = templates.first() else {
        return Ok(desk.say(&phrase!("template-none", save = command "shift save S12 as <template>")));
    };
    let voice = &desk.voice;
    let typed = format!("shift add {} sat 10am", first.name);
    let card = voice
        .say(&phrase!("template-list", count = number templates.len()))
        .list(templates.iter().map(|template| line(template, voice)));
    Ok(card.actions(voice, [], typed).into())
}

/// "market · Market day · 3 h · driver=2,knocker=6 · Plaza"
fn line(template: &ShiftTemplate, voice: &Voice) -> Line {
    let user = |text: &str| Line::default().user(text);
    let length = template.length.filter(|_| !template.whole_days);
    let length = length.map(|length| voice.line(&phrase!("template-length", length = duration length)));
    let whole = template.whole_days.then(|| voice.line(&phrase!("template-whole-days")));
    let needs = Some(&template.shift.needs).filter(|needs| **needs != Needs::Anyone);
    let parts = [
        user(&template.name),
        user(&template.shift.title),
        length.or(whole).unwrap_or_default(),
        needs.map(|needs| user(&needs.to_string())).unwrap_or_default(),
        template.shift.place.as_deref().map(user).unwrap_or_default(),
    ];
    Line::joined(parts, " · ")
}

/// Takes a template away.
pub(super) async fn forget(desk: &mut Desk<'_>, name: &str) -> Outcome<Answer> {
    let group = desk.group()?.id;
    desk.work.unit.group_for_update(group).await?;
    let Some(template) = desk.work.unit.shift_template(group, name.trim()).await? else {
        return Err(unknown(desk, name).await?.into());
    };
    desk.must_run(template.shift.team)?;
    desk.work.unit.remove_shift_template(group, &template.name).await?;
    let said = phrase!("template-forgotten", template = user template.name);
    remember(desk, Some(template), None).await?;
    let card: Card = desk.voice.say(&said);
    Ok(card.actions(&desk.voice, [], "undo").into())
}

async fn unknown(desk: &mut Desk<'_>, name: &str) -> Outcome<UserError> {
    let group = desk.group()?.id;
    let templates = desk.work.unit.shift_templates(group).await?;
    let refusal = UserError::new(phrase!("template-unknown", template = user name));
    let names = templates.iter().map(|template| template.name.as_str());
    Ok(match crate::catalogue::nearest(name, names) {
        Some(near) => refusal.hint(Hint::DidYouMean(format!("shift forget {near}"))),
        None => refusal.type_next("shift templates"),
    })
}

/// Nobody else saves or forgets templates of the group until the commit, so that they stay as many as they may be.
async fn hold(desk: &mut Desk<'_>, shift: &Shift) -> Outcome<()> {
    let group = desk.work.unit.group_for_update(shift.group).await?;
    group.ok_or(Fault::Invariant("a shift is that of a group"))?;
    Ok(())
}

async fn remember(desk: &mut Desk<'_>, before: Option<ShiftTemplate>, after: Option<ShiftTemplate>) -> Outcome<()> {
    let (before, after) = (before.map(Box::new), after.map(Box::new));
    desk.remember_undo(Undo::Shift(ShiftUndo::Template { before, after }))
        .await
}

/// The template that is posted, if the title is the name of one.
pub(super) async fn named(desk: &mut Desk<'_>, add: &Add) -> Outcome<Option<ShiftTemplate>> {
    let group = desk.group()?.id;
    Ok(desk.work.unit.shift_template(group, add.title.trim()).await?)
}

/// What is posted: what was typed, over what the template says. "none" leaves out what it has.
pub(super) fn over(template: Option<&ShiftTemplate>, add: Add, team: Option<TeamId>) -> Outcome<Template> {
    let needs = add.needs.as_deref().map(Needs::parse).transpose()?;
    let Some(ShiftTemplate { shift: saved, .. }) = template.cloned() else {
        return Ok(Template {
            title: add.title,
            place: add.place,
            team,
            note: add.note,
            cutoff: add.cutoff,
            opens: add.opens,
            needs: needs.unwrap_or(Needs::Anyone),
        });
    };
    let over = |typed: Option<String>, saved: Option<String>| typed.or(saved).filter(|text| !is_none(text));
    Ok(Template {
        title: saved.title,
        place: over(add.place, saved.place),
        team,
        note: over(add.note, saved.note),
        cutoff: add.cutoff.or(saved.cutoff),
        opens: add.opens.or(saved.opens),
        needs: needs.unwrap_or(saved.needs),
    })
}

/// The team that runs what is posted: the one that was typed, else the template's; `none` for no team.
pub(super) async fn team(
    desk: &mut Desk<'_>,
    template: Option<&ShiftTemplate>,
    typed: Option<&str>,
) -> Outcome<Option<TeamId>> {
    match (template, typed) {
        (Some(template), None) => Ok(template.shift.team),
        (Some(_), Some(none)) if is_none(none) => Ok(None),
        _ => desk.find_team_if_any(typed).await,
    }
}

/// Puts back what was saved under a name, or takes it away again.
pub(in crate::shift) async fn put_back(
    desk: &mut Desk<'_>,
    before: Option<ShiftTemplate>,
    after: Option<ShiftTemplate>,
) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let Some(name) = before.as_ref().or(after.as_ref()).map(|template| template.name.clone()) else {
        return Err(Fault::Invariant("an act on a template has one").into());
    };
    desk.work.unit.group_for_update(group).await?;
    if desk.work.unit.shift_template(group, &name).await? != after {
        return Err(crate::undo::changed_since().into());
    }
    for template in before.iter().chain(&after) {
        desk.must_run(template.shift.team)?;
    }
    match &before {
        Some(before) => {
            crate::undo::must_still_be(desk, before.shift.team).await?;
            desk.work.unit.save_shift_template(before).await?;
        }
        None => {
            desk.work.unit.remove_shift_template(group, &name).await?;
        }
    }
    Ok(desk.say(&phrase!("template-restored", template = user name)))
}

/// "From the template "market", with what you typed in its place."
pub(super) fn said(template: &ShiftTemplate) -> Phrase {
    phrase!("template-used", template = user template.name)
}
