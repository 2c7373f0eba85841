//! `poll export P4`: the ballots of a closed poll as files, for anybody who wants to count them again.

use super::find;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::Reference;
use crate::phrase;
use crate::poll::recount::{self, BallotFile, LEAST_SECRET_BALLOTS};
use crate::poll::{Poll, electorate};
use crate::reply::Card;

pub(super) async fn export(desk: &mut Desk<'_>, poll: Reference) -> Outcome<Answer> {
    let poll = find(desk, poll).await?;
    let reference = poll.reference();
    if poll.is_open(desk.work.now) || poll.closed_at.is_none() {
        let refusal = phrase!("poll-export-open", poll = word reference, closes = moment poll.closes);
        return Err(UserError::new(refusal)
            .type_next(format!("poll show {reference}"))
            .into());
    }
    let files = files(desk, &poll).await?;
    let electorate = electorate::size(desk.work.unit, &poll).await?;
    let said = phrase!("poll-export", poll = word reference);
    let how = phrase!("poll-export-count", command = command recount::command(&poll, electorate));
    let card = Card::new().line(desk.voice.line(&said)).line(desk.voice.line(&how));
    let with_files = files
        .into_iter()
        .fold(card, |card, file| card.document(file.name, file.media_type, file.text));
    Ok(with_files.into())
}

/// The files, or why those of a secret poll are kept back.
async fn files(desk: &mut Desk<'_>, poll: &Poll) -> Outcome<Vec<BallotFile>> {
    if !poll.is_secret() {
        let ballots = desk.work.unit.ballots(poll.group, poll.id).await?;
        return Ok(recount::files(poll, &ballots));
    }
    let ballots = desk.work.unit.secret_choices(poll.group, poll.id).await?;
    let cast = u32::try_from(ballots.len()).unwrap_or(u32::MAX);
    if cast < LEAST_SECRET_BALLOTS {
        let refusal = phrase!(
            "poll-export-few",
            poll = word poll.reference(),
            cast = number cast,
            least = number LEAST_SECRET_BALLOTS,
        );
        return Err(UserError::new(refusal)
            .type_next(format!("poll show {}", poll.reference()))
            .into());
    }
    Ok(recount::files(poll, &ballots))
}
