//! The use cases of polls: load, decide, save.
//!
//! - here: `poll list`, `poll show`, and what every use case begins with
//! - `opening`: `poll new`
//! - `voting`: `poll vote`
//! - `closing`: `poll close`, `poll extend`
//! - `nudging`: `poll nudge`
//! - `exporting`: `poll export`; `receipting`: `poll receipt`
//! - `minting`: `poll mint`

mod closing;
mod exporting;
mod minting;
mod nudging;
mod opening;
mod receipting;
pub(super) mod voting;

use super::command::PollCommand;
use super::standing::{count, open_polls};
use super::{Poll, State, card};
use crate::board::Open;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{GroupId, Reference};
use crate::locale::Voice;
use crate::phrase;
use crate::reply::Card;
use crate::store::{OutboxKind, StoreResult, UnitOfWork};
use crate::work::Work;

/// Carries out a command.
pub async fn run(desk: &mut Desk<'_>, command: PollCommand) -> Outcome<Answer> {
    match command {
        PollCommand::New(new) => opening::open(desk, new).await,
        PollCommand::Vote { poll, choices } => voting::vote(desk, poll, &choices).await,
        PollCommand::List => list(desk).await,
        PollCommand::Show { poll } => show(desk, poll).await,
        PollCommand::Close { poll, sure } => closing::close(desk, poll, sure).await,
        PollCommand::Nudge { poll } => nudging::nudge(desk, poll).await,
        PollCommand::Export { poll, file } => exporting::export(desk, poll, file).await,
        PollCommand::Receipt { poll } => receipting::receipt(desk, poll).await,
        PollCommand::Extend { poll, until } => closing::extend(desk, poll, until).await,
        PollCommand::Mint { poll, kind } => minting::mint(desk, poll, kind).await,
    }
}

async fn list(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let standings = open_polls(desk.work.unit, group, desk.work.now).await?;
    Ok(card::list(&standings, &desk.voice).into())
}

/// The open polls by number, at most `most`, each with the command that shows what can be chosen.
pub(crate) async fn open_lines(work: &mut Work<'_>, group: GroupId, most: usize, voice: &Voice) -> StoreResult<Open> {
    let standings = open_polls(work.unit, group, voice.now).await?;
    let lines = standings.iter().take(most);
    let lines = lines.map(|(poll, tally)| {
        (
            card::entry(poll, tally, voice),
            format!("poll show {}", poll.reference()),
        )
    });
    Ok(Open {
        lines: lines.collect(),
        more: standings.len().saturating_sub(most),
    })
}

/// The open polls that a half-typed command may mean, by number, each with a line for the eye.
pub async fn completions(
    unit: &mut dyn UnitOfWork,
    group: GroupId,
    voice: &Voice,
) -> StoreResult<Vec<(Reference, String)>> {
    let standings = open_polls(unit, group, voice.now).await?;
    Ok(standings
        .iter()
        .map(|(poll, tally)| (poll.reference(), card::entry(poll, tally, voice).to_string()))
        .collect())
}

async fn show(desk: &mut Desk<'_>, poll: Reference) -> Outcome<Answer> {
    let poll = find(desk, poll).await?;
    if poll.is_secret() {
        return voting::show_secret(desk, &poll).await;
    }
    Ok(card::in_full(desk.work.unit, &poll, &desk.voice).await?.into())
}

/// The poll of that reference; one that was taken back is only told of.
async fn find(desk: &mut Desk<'_>, reference: Reference) -> Outcome<Poll> {
    let group = desk.group()?.id;
    let found = desk.work.unit.poll_by_number(group, reference.number).await?;
    standing(desk, found, reference)
}

fn standing(desk: &Desk<'_>, found: Option<Poll>, reference: Reference) -> Outcome<Poll> {
    let refusal = match found {
        Some(poll) if poll.state(desk.work.now) == State::Withdrawn => {
            phrase!("poll-taken-back", poll = word reference)
        }
        Some(poll) => return Ok(poll),
        None => phrase!("poll-unknown", poll = word reference),
    };
    Err(UserError::new(refusal).type_next("poll list").into())
}

/// The poll of that reference to vote in: nobody closes it until the commit.
async fn find_to_vote(desk: &mut Desk<'_>, reference: Reference) -> Outcome<Poll> {
    let group = desk.group()?.id;
    let found = desk.work.unit.poll_by_number_for_vote(group, reference.number).await?;
    standing(desk, found, reference)
}

/// The poll of that reference to be changed, while votes count: nobody votes until the commit.
async fn find_to_change(desk: &mut Desk<'_>, reference: Reference) -> Outcome<Poll> {
    let poll = find_alone(desk, reference).await?;
    must_be_open(desk, &poll).await?;
    Ok(poll)
}

/// The poll of that reference: nobody votes in it or closes it until the commit.
async fn find_alone(desk: &mut Desk<'_>, reference: Reference) -> Outcome<Poll> {
    let group = desk.group()?.id;
    let found = desk
        .work
        .unit
        .poll_by_number_for_update(group, reference.number)
        .await?;
    standing(desk, found, reference)
}

/// Refuses to change a poll that closed, and says its result.
pub(super) async fn must_be_open(desk: &mut Desk<'_>, poll: &Poll) -> Outcome<()> {
    let State::Closed { at } = poll.state(desk.work.now) else {
        return Ok(());
    };
    let reference = poll.reference();
    let refusal = phrase!(
        "poll-closed-already",
        poll = word reference,
        closed = moment poll.moment(at),
        result = phrase card::sentence(poll, &count(desk.work.unit, poll).await?),
    );
    Err(UserError::new(refusal)
        .type_next(format!("poll show {reference}"))
        .into())
}

/// Refuses whoever may not close or extend the poll: it is for its creator and for captains.
pub(super) fn must_keep(desk: &Desk<'_>, poll: &Poll) -> Result<(), UserError> {
    if keeps(desk, poll) {
        return Ok(());
    }
    Err(phrase!("poll-not-yours", poll = word poll.reference()).into())
}

/// Whether that is whoever asked, or a captain of the group.
fn keeps(desk: &Desk<'_>, poll: &Poll) -> bool {
    poll.creator == desk.me() || desk.runs(None)
}

/// Tells the poll's room what changed, when that was done somewhere else.
pub(super) async fn tell_room(desk: &mut Desk<'_>, poll: &Poll, write: impl FnOnce(&Voice) -> Card) -> Outcome<()> {
    if desk.room == poll.room {
        return Ok(());
    }
    let voice = desk.work.voice_of_room(desk.group()?);
    let card = (write(&voice), voice.language);
    let key = format!("notice/{}+{}/-", poll.id.0, poll.version);
    desk.work.post(poll.room.clone(), OutboxKind::Notice, key, card).await?;
    Ok(())
}
