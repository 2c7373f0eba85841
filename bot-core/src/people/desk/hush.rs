//! `me pause` and `me digest`: when somebody wants to hear nothing, and when of their day.

use super::me::save;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::people::settings::is_off;
use crate::people::{Pause, settings};
use crate::phrase;
use crate::shift::MORNING;
use crate::time::{Moment, When, WhenError, parse_when};

/// What may open the end of a pause: "until fri".
const UNTIL: [&str; 4] = ["until", "till", "hasta", "hasta el"];

/// Holds personal messages for a while, or ends that.
pub(super) async fn pause(desk: &mut Desk<'_>, typed: Option<&str>) -> Outcome<Answer> {
    if typed.is_some_and(is_off) {
        return resume(desk).await;
    }
    let until = typed.map(|typed| end(desk, typed)).transpose()?;
    let pause = Pause {
        since: desk.work.now,
        until: until.clone(),
    };
    save(desk, |person| person.pause = Some(pause)).await?;
    let off = "me pause off";
    Ok(desk.say(&match until {
        Some(until) => phrase!("me-pause-until", until = moment until, end = command off),
        None => phrase!("me-pause-open", end = command off),
    }))
}

async fn resume(desk: &mut Desk<'_>) -> Outcome<Answer> {
    if !desk.actor.person.is_paused(desk.work.now) {
        return Ok(desk.say(&phrase!("me-pause-none", pause = command "me pause fri")));
    }
    save(desk, |person| person.pause = None).await?;
    let (now, zone) = (desk.work.now, desk.frame().zone);
    let quiet = desk.actor.person.quiet;
    Ok(
        desk.say(&if quiet.is_some_and(|quiet| quiet.release(now, &zone) > now) {
            phrase!("me-pause-off-quiet")
        } else {
            phrase!("me-pause-off")
        }),
    )
}

/// When a pause is to end. A day without a clock time means its morning, so that whoever is back on that day hears on it.
fn end(desk: &Desk<'_>, typed: &str) -> Result<Moment, UserError> {
    let example = |error: UserError| error.type_next("me pause fri 9:00");
    let typed = typed.trim();
    let bare = UNTIL.iter().rev().find_map(|word| {
        let (opening, rest) = typed.split_at_checked(word.len())?;
        (opening.eq_ignore_ascii_case(word) && rest.starts_with(' ')).then(|| rest.trim())
    });
    let when = parse_when(bare.unwrap_or(typed), &desk.frame()).map_err(|error| match error {
        WhenError::Ambiguous { .. } => error.into(),
        other => example(UserError::new(UserError::from(other).message)),
    })?;
    let When {
        start,
        end: None,
        repeat: None,
        ..
    } = when
    else {
        return Err(example(UserError::new(phrase!("pause-ends-once", when = user typed))));
    };
    let until = if when.timed {
        start
    } else {
        Moment::new(
            start.local.date().and_time(chrono::NaiveTime::MIN) + MORNING,
            start.zone,
        )
    };
    if until.at <= desk.work.now {
        return Err(example(UserError::new(phrase!("pause-past", until = moment until))));
    }
    Ok(until)
}

/// Sets when the person hears every morning what the day holds, or ends that.
pub(super) async fn digest(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    if is_off(typed) {
        save(desk, |person| person.digest = None).await?;
        return Ok(desk.say(&phrase!("me-digest-off")));
    }
    let time = settings::digest(typed)?;
    if desk.actor.person.agreed_at.is_none() {
        let refusal = UserError::new(phrase!("me-digest-private"));
        return Err(refusal.type_next(format!("me digest {}", time.format("%H:%M"))).into());
    }
    save(desk, |person| person.digest = Some(time)).await?;
    let zone = desk.frame().zone;
    let clock = time.format("%H:%M");
    Ok(desk.say(&phrase!("me-digest-set", time = word clock, zone = zone zone, end = command "me digest off")))
}
