//! What anybody needs to count a closed poll again: its ballots as files, and the command that counts them.

use super::result::{Counted, papers};
use super::tally::file::{RankedFile, availability, blt, cells, consent, ranks};
use super::terms::Method;
use super::{Poll, PollKind};

/// The least ballots of a secret poll whose file is given out: of fewer it would tell who chose what to whoever knows some.
pub const LEAST_SECRET_BALLOTS: u32 = 10;

/// A file of ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BallotFile {
    /// What it is called: `P4.csv`.
    pub name: String,
    /// What it is (an IANA media type).
    pub media_type: &'static str,
    /// What is in it: the ballots, sorted, without names.
    pub text: String,
}

/// The ballots of a poll: CSV, and BLT where they rank; the one that the [command](command()) counts comes first.
pub fn files<B: Counted>(poll: &Poll, ballots: &[B]) -> Vec<BallotFile> {
    let chosen: Vec<&[u32]> = ballots.iter().map(Counted::chosen).collect();
    let (options, many) = (&poll.options, poll.options.len());
    let csv = match poll.kind {
        PollKind::Single | PollKind::Approval => cells::write_choices(options, &papers::choices(&chosen, many)),
        PollKind::Score | PollKind::Star => cells::write_scores(options, &papers::scores(&chosen)),
        PollKind::Availability => availability::write(options, &papers::answers(&chosen, many)),
        PollKind::Consent => consent::write(&papers::positions(ballots)),
        PollKind::Ranked => ranks::write(options, &papers::ranked(&chosen, many).ballots),
    };
    let csv = file(poll, "csv", "text/csv", csv);
    if poll.kind != PollKind::Ranked {
        return vec![csv];
    }
    let ranked = blt::write(&RankedFile {
        title: Some(poll.question.clone()),
        seats: usize::try_from(poll.terms.seats).ok(),
        options: options.clone(),
        ballots: papers::ranked(&chosen, many),
    });
    vec![file(poll, "blt", "text/plain", ranked), csv]
}

fn file(poll: &Poll, ending: &str, media_type: &'static str, text: String) -> BallotFile {
    BallotFile {
        name: format!("{}.{ending}", poll.reference()),
        media_type,
        text,
    }
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
