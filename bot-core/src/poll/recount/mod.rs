//! What anybody needs to count a closed poll again: its ballots as files, and the command that counts them.

#[cfg(test)]
mod tests;

use super::receipt::Receipt;
use super::result::{Counted, papers};
use super::tally::file::{RankedFile, availability, blt, cells, consent, ranks};
use super::terms::Method;
use super::{Poll, PollKind};

/// The least ballots of a secret poll whose file is given out: of fewer it would tell who chose what to whoever knows some.
pub const LEAST_SECRET_BALLOTS: u32 = 10;

/// A file of a closed poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// The ballots, a line for those that are alike.
    Csv,
    /// The same in the format of most counting programs: ranked ballots alone.
    Blt,
    /// The table of stages.
    Stages,
}

impl FileKind {
    /// The kind of that word, or `None`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "csv" => Some(Self::Csv),
            "blt" => Some(Self::Blt),
            "stages" => Some(Self::Stages),
            _ => None,
        }
    }

    /// The file that the [command](command()) counts.
    pub const fn usual(poll: &Poll) -> Self {
        match poll.kind {
            PollKind::Ranked => Self::Blt,
            _ => Self::Csv,
        }
    }
}

/// The ballots as CSV, sorted and without names; a secret one whose voter asked for a receipt has it beside it.
pub fn csv<B: Counted>(poll: &Poll, ballots: &[B]) -> String {
    let chosen: Vec<&[u32]> = ballots.iter().map(Counted::chosen).collect();
    let receipts = receipts(ballots);
    let (options, many) = (&poll.options, poll.options.len());
    match poll.kind {
        PollKind::Single | PollKind::Approval => {
            cells::write_choices(options, &papers::choices(&chosen, many), &receipts)
        }
        PollKind::Score | PollKind::Star => cells::write_scores(options, &papers::scores(&chosen), &receipts),
        PollKind::Availability => availability::write(options, &papers::answers(&chosen, many), &receipts),
        PollKind::Consent => consent::write(&papers::positions(ballots)),
        PollKind::Ranked => ranks::write(options, &papers::ranked(&chosen, many).ballots, &receipts),
    }
}

/// Ranked ballots as BLT, sorted and without names; a receipt is a comment behind its ballot.
pub fn blt<B: Counted>(poll: &Poll, ballots: &[B]) -> String {
    let chosen: Vec<&[u32]> = ballots.iter().map(Counted::chosen).collect();
    let file = RankedFile {
        title: Some(poll.question.clone()),
        seats: usize::try_from(poll.terms.seats).ok(),
        options: poll.options.clone(),
        ballots: papers::ranked(&chosen, poll.options.len()),
    };
    blt::write(&file, &receipts(ballots))
}

fn receipts<B: Counted>(ballots: &[B]) -> Vec<Option<Receipt>> {
    ballots.iter().map(Counted::receipt).collect()
}

/// What is typed in the folder of the files to count them again.
pub fn command(poll: &Poll, electorate: Option<u32>) -> String {
    let ending = if poll.kind == PollKind::Ranked { "blt" } else { "csv" };
    let method = match poll.terms.method {
        Some(method) if poll.kind == PollKind::Ranked => method.code(),
        _ if poll.kind == PollKind::Ranked => Method::Irv.code(),
        _ => poll.kind.code(),
    };
    let seats = (poll.terms.seats > 1).then(|| format!("--seats {}", poll.terms.seats));
    let electorate = electorate.filter(|_| poll.kind == PollKind::Consent);
    let electorate = electorate.map(|electorate| format!("--electorate {electorate}"));
    let seed = poll.seed().map(|seed| format!("--seed {seed}"));
    let count = format!("muster tally {}.{ending} --method {method}", poll.reference());
    let words = [Some(count), seats, electorate, seed];
    words.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
