//! From an event at the door to the answer: who is it, which group, what do they want, may they.
//!
//! - `person`: the person behind the account
//! - [`entry`]: the group; `register`: who is in it
//! - `anonymous`: an administrator who writes as the place
//! - `form`: what a command still needs, asked in fields, and what comes back · `onlooker`: who looks in without acting
//! - `asking`: what the platform must be asked first
//! - `late`: what was said while the bot was away
//! - `noticed`: what happens in a place without anybody asking for something
//! - here: the command, and the answer on its way out

mod anonymous;
mod asking;
pub mod entry;
pub(crate) mod form;
mod late;
mod noticed;
pub(crate) mod onlooker;
mod person;
mod register;
#[cfg(test)]
mod tests;

use crate::catalogue::{self, Access, Command, CommandSpec, RawInvocation};
use crate::clock::Instant;
use crate::desk::{Actor, Answer, Desk, answer_key, event_key, frame};
use crate::error::{Fault, Hint, Outcome, Stop, UserError};
use crate::ids::{CardOf, GroupId, IdSource, Kind, OutboxId, Reference};
use crate::locale::{Language, Voice};
use crate::people::Prefix;
use crate::people::command::FORGET;
use crate::phrase;
use crate::reply::Card;
use crate::store::{Lease, OutboxKind, OutboxRow, OutboxState, StoreResult, UnitOfWork};
use crate::surface::{Address, Content, Inbound, Rights, RoomAddress};
use crate::work::Work;

pub(crate) use anonymous::role_of_a_place;
pub use asking::Needs;
pub(crate) use asking::needs;
pub use entry::Defaults;
use form::Filled;
pub(crate) use person::newcomer;

/// Whether an event is for this bot: in a room that several share, one that begins with a sign begins with the group's.
/// With another sign another bot is called, which shall not be disturbed.
pub(crate) async fn is_addressed(unit: &mut dyn UnitOfWork, inbound: &Inbound) -> StoreResult<bool> {
    let Some(prefix) = inbound.prefix.as_ref().filter(|_| !inbound.room.private) else {
        return Ok(true);
    };
    Ok(prefix_in(unit, &inbound.room).await? == **prefix)
}

/// What stands before a command in a room that several share.
pub(crate) async fn prefix_in(unit: &mut dyn UnitOfWork, room: &RoomAddress) -> StoreResult<Prefix> {
    let group = entry::group_of_place(unit, room).await?;
    Ok(group.map(|group| group.prefix).unwrap_or_default())
}

/// Whether an event may take effect: an edited form of an earlier one only while nothing came of that.
pub(crate) async fn may_take_effect(unit: &mut dyn UnitOfWork, inbound: &Inbound) -> StoreResult<bool> {
    match &inbound.edits {
        Some(original) => unit.was_refused_for_update(&inbound.room, original).await,
        None => Ok(true),
    }
}

/// What came of an event, as it goes into the outbox.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) card: Card,
    pub(crate) language: Language,
    /// Whether the person was forgotten: neither the event nor the answer is kept.
    pub(crate) is_farewell: bool,
    /// Whose card it is, where it is one that is kept up to date.
    pub(crate) about: Option<(GroupId, CardOf)>,
}

impl Said {
    /// Something that is said once.
    pub(crate) const fn once(card: Card, voice: &Voice) -> Self {
        Self {
            card,
            language: voice.language,
            is_farewell: false,
            about: None,
        }
    }
}

/// Carries out what the event asks for, and says what the person is to see; `None` where nothing is said. `rights` is what
/// the bot may do in the room, where the platform was asked.
pub(crate) async fn act(
    work: &mut Work<'_>,
    inbound: &Inbound,
    rights: Option<&Rights>,
    defaults: &Defaults,
) -> Outcome<Option<Said>> {
    match (inbound.content.invocation()?, &inbound.content) {
        (Some((mut raw, group)), _) => {
            Box::pin(late::must_be_timely(work, inbound, (&raw, group), defaults)).await?;
            let filled = Filled::of(inbound, &raw);
            let said = Box::pin(command(
                work,
                inbound,
                (&mut raw, group),
                filled.as_ref(),
                rights,
                defaults,
            ))
            .await;
            match (said, filled) {
                (Err(Stop::User(error)), Some(filled)) => Err(filled.refused(error, &raw).into()),
                (said, _) => said.map(Some),
            }
        }
        (None, Content::Noticed(notice)) => Ok(Box::pin(noticed::take(work, inbound, notice, defaults)).await?),
        (None, _) => Ok(None),
    }
}

/// Carries out a command; a button names its group. What was filled in becomes what would be typed.
async fn command(
    work: &mut Work<'_>,
    inbound: &Inbound,
    (raw, button_group): (&mut RawInvocation, Option<GroupId>),
    filled: Option<&Filled>,
    rights: Option<&Rights>,
    defaults: &Defaults,
) -> Outcome<Said> {
    let spec = catalogue::find(raw)?;
    let is_anonymous = inbound.author.anonymous;
    if is_anonymous {
        anonymous::may_name(spec)?;
    }
    if spec == &FORGET
        && person::person_of(work.unit, &inbound.room, &inbound.author.account)
            .await?
            .is_none()
    {
        // Also when a forgetting is delivered again: it must not make the person anew.
        let voice = voice_to(work.unit, inbound, defaults, work.now).await?;
        return Ok(Said {
            is_farewell: true,
            ..Said::once(crate::people::card::forget::nobody(&voice), &voice)
        });
    }
    let entered = entry::enter(work, inbound, button_group, spec, defaults).await?;
    if !is_anonymous {
        may(&entered.actor, spec)?;
    }
    let voice = entered.voice(work, inbound, spec.visibility, defaults);
    let frame = frame(&entered.actor.person, entered.group.as_ref(), &voice);
    if let Some(filled) = filled {
        let group = entered.group.as_ref().map(|group| group.id);
        *raw = Box::pin(filled.typed(work.unit, group, std::mem::take(raw), &frame)).await?;
    }
    let command = catalogue::decode(spec, raw, &frame).map_err(|error| match filled {
        Some(filled) => filled.misfits(error, raw, &frame),
        None => error,
    })?;
    if is_anonymous {
        anonymous::may(spec, &command, entered.group.as_ref(), entered.actor.role)?;
        may(&entered.actor, spec)?;
    }
    let mut desk = Desk {
        work: Work {
            unit: &mut *work.unit,
            ids: work.ids,
            now: work.now,
            public_url: work.public_url,
        },
        actor: entered.actor,
        group: entered.group,
        of_many: entered.of_many,
        room: inbound.room.clone(),
        between_us: inbound.is_between_us(),
        place_name: person::shown(&inbound.place_name, &inbound.room.place),
        rights: rights.cloned(),
        event: event_key(inbound),
        typed: catalogue::retyped(spec, raw),
        voice,
    };
    let answer = run(&mut desk, command).await.map_err(|stop| say_usage(stop, spec))?;
    let news = entered.news.iter().map(|news| desk.voice.line(news));
    Ok(Said {
        card: news.fold(answer.card, Card::before_actions),
        language: desk.voice.language,
        is_farewell: answer.is_farewell,
        about: desk.group.as_ref().map(|group| group.id).zip(answer.card_of),
    })
}

/// Carries out a decoded command. What a domain holds while it does that lives on the heap: it is large, and few are under
/// way at a time.
async fn run(desk: &mut Desk<'_>, command: Command) -> Outcome<Answer> {
    match command {
        Command::Shift(command) => Box::pin(crate::shift::desk::run(desk, *command)).await,
        Command::Task(command) => Box::pin(crate::task::desk::run(desk, command)).await,
        Command::Reminder(command) => Box::pin(crate::reminder::desk::run(desk, *command)).await,
        Command::Poll(command) => Box::pin(crate::poll::desk::run(desk, command)).await,
        Command::Broadcast(command) => Box::pin(crate::broadcast::desk::run(desk, command)).await,
        Command::People(command) => Box::pin(crate::people::desk::run(desk, command)).await,
        Command::Doctor => Box::pin(crate::doctor::run(desk)).await,
        Command::Help(command) => crate::help::run(desk, command).await,
        Command::Undo => Box::pin(crate::undo::run(desk)).await,
    }
}

/// A refusal that offers nothing to type shows the usage line.
fn say_usage(stop: Stop, spec: &'static CommandSpec) -> Stop {
    match stop {
        Stop::User(error) if !error.offers() => error.hint(Hint::Usage(spec)).into(),
        stop => stop,
    }
}

fn may(actor: &Actor, spec: &'static CommandSpec) -> Result<(), UserError> {
    let allowed = spec.access.admits(actor.role, !actor.captain_of.is_empty());
    if allowed {
        return Ok(());
    }
    let message = match spec.access {
        Access::Organizer => phrase!("forbidden-organizers"),
        _ => phrase!("forbidden-captains"),
    };
    Err(UserError::new(message).hint(Hint::Usage(spec)))
}

/// How the refusal of an event is spoken. Reads only: a refused command enters nobody in a register.
pub(crate) async fn voice_to(
    unit: &mut dyn UnitOfWork,
    inbound: &Inbound,
    defaults: &Defaults,
    now: Instant,
) -> StoreResult<Voice> {
    let known = entry::known(unit, &inbound.room, &inbound.author.account).await?;
    Ok(entry::voice(
        known.person.as_ref(),
        known.speaking(),
        inbound.answer_visibility(),
        &inbound.room,
        defaults,
        now,
    ))
}

/// The answer as an outbox row, born leased to the node that asked.
pub(crate) fn answer_row(
    ids: &dyn IdSource,
    now: Instant,
    inbound: &Inbound,
    lease: Lease<'_>,
    said: Said,
) -> OutboxRow {
    let id = OutboxId::new(ids, now);
    let (kind, key) = if said.is_farewell {
        (OutboxKind::Farewell, format!("farewell/{}", id.0))
    } else {
        (OutboxKind::Answer, answer_key(&event_key(inbound)))
    };
    OutboxRow {
        id,
        key,
        kind,
        to: Address::Room {
            room: inbound.room.clone(),
            only_for: inbound.answer_only_for().map(str::to_owned),
            answers: Some(inbound.answer_by.as_ref().unwrap_or(&inbound.event).clone()),
        },
        person: None,
        author: Some(inbound.author.account.clone()),
        card: said.card,
        language: said.language,
        about: said.about,
        state: OutboxState::Leased,
        not_before: now,
        created_at: now,
        owner: Some(lease.owner.to_owned()),
        leased_until: Some(lease.until),
        attempts: 0,
        doubtful_since: None,
    }
}

/// The card of whatever is shown.
pub(crate) async fn card(
    work: &mut Work<'_>,
    group: GroupId,
    shown: CardOf,
    voice: &Voice,
) -> Result<Option<Card>, Fault> {
    let CardOf::One(reference) = shown else {
        return crate::board::load(work, group, voice).await;
    };
    match reference.kind {
        Kind::Shift => crate::shift::card::load(work, group, reference, voice).await,
        Kind::Task => crate::task::card::load(work, group, reference, voice).await,
        Kind::Reminder => crate::reminder::card::load(work, group, reference, voice).await,
        Kind::Poll => crate::poll::card::load(work, group, reference, voice).await,
        Kind::Broadcast => crate::broadcast::card::load(work, group, reference, voice).await,
    }
}

/// Holds whatever is shown until the commit: whoever changes it waits. What a board shows is changed by too many to be
/// held: a change of that very moment may be seen only with the next one.
pub(crate) async fn lock(unit: &mut dyn UnitOfWork, group: GroupId, shown: CardOf) -> StoreResult<()> {
    let CardOf::One(Reference { kind, number }) = shown else {
        return Ok(());
    };
    match kind {
        Kind::Shift => unit.shift_for_update(group, number).await.map(drop),
        Kind::Task => unit.task_by_number_for_update(group, number).await.map(drop),
        Kind::Reminder => unit.reminder_by_number_for_update(group, number).await.map(drop),
        Kind::Poll => unit.poll_by_number_for_update(group, number).await.map(drop),
        Kind::Broadcast => unit.broadcast_by_number_for_update(group, number).await.map(drop),
    }
}
