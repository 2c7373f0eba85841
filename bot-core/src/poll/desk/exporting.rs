//! `poll export P4 [csv|blt|stages]`: a closed poll as a file, for anybody who wants to count it again.

use super::find;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::Reference;
use crate::phrase;
use crate::poll::recount::{self, FileKind, LEAST_SECRET_BALLOTS};
use crate::poll::result::Counted;
use crate::poll::standing::count_these;
use crate::poll::tally::report::{self, Labels};
use crate::poll::{Poll, PollKind};
use crate::reply::Card;

pub(super) async fn export(desk: &mut Desk<'_>, poll: Reference, file: Option<FileKind>) -> Outcome<Answer> {
    let poll = find(desk, poll).await?;
    let reference = poll.reference();
    if poll.is_open(desk.work.now) || poll.closed_at.is_none() {
        let refusal = phrase!("poll-export-open", poll = word reference, closes = moment poll.closes);
        return Err(refused(&poll, UserError::new(refusal)).into());
    }
    if !poll.is_secret() {
        let ballots = desk.work.unit.ballots(poll.group, poll.id).await?;
        return written(desk, &poll, file, &ballots).await;
    }
    let ballots = desk.work.unit.secret_ballots(poll.group, poll.id).await?;
    must_hide_voters(&poll, ballots.len())?;
    written(desk, &poll, file, &ballots).await
}

/// Refuses a file of so few secret ballots that it could tell who chose what.
fn must_hide_voters(poll: &Poll, cast: usize) -> Result<(), UserError> {
    if cast >= usize::try_from(LEAST_SECRET_BALLOTS).unwrap_or(usize::MAX) {
        return Ok(());
    }
    let refusal = phrase!(
        "poll-export-few",
        poll = word poll.reference(),
        cast = number cast,
        least = number LEAST_SECRET_BALLOTS,
    );
    Err(refused(poll, UserError::new(refusal)))
}

async fn written<B: Counted>(
    desk: &mut Desk<'_>,
    poll: &Poll,
    file: Option<FileKind>,
    ballots: &[B],
) -> Outcome<Answer> {
    let reference = poll.reference();
    let tally = count_these(desk.work.unit, poll, ballots).await?;
    let said = phrase!("poll-export", poll = word reference);
    let again = phrase!("poll-export-count", command = command recount::command(poll, tally.electorate));
    let card = Card::new().line(desk.voice.line(&said)).line(desk.voice.line(&again));
    let card = match file.unwrap_or(FileKind::usual(poll)) {
        FileKind::Csv => card.document(format!("{reference}.csv"), "text/csv", recount::csv(poll, ballots)),
        FileKind::Blt if poll.kind == PollKind::Ranked => {
            card.document(format!("{reference}.blt"), "text/plain", recount::blt(poll, ballots))
        }
        FileKind::Blt => {
            let refusal = UserError::new(phrase!("poll-export-unranked", poll = word reference));
            return Err(refusal.type_next(format!("poll export {reference} csv")).into());
        }
        FileKind::Stages if tally.outcome.stages.len() > 1 => {
            let table = report::table(&tally.outcome, &poll.options, &Labels::said(&desk.voice));
            let said = phrase!("poll-export-stages", poll = word reference);
            let card = Card::new().line(desk.voice.line(&said));
            card.document(format!("{reference}-stages.txt"), "text/plain", table)
        }
        FileKind::Stages => {
            let refusal = UserError::new(phrase!("poll-export-one-stage", poll = word reference));
            return Err(refused(poll, refusal).into());
        }
    };
    Ok(card.into())
}

fn refused(poll: &Poll, refusal: UserError) -> UserError {
    refusal.type_next(format!("poll show {}", poll.reference()))
}
