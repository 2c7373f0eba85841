//! What the cards of polls have in common.

use super::marks::mark;
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::poll::ballot::to_vote;
use crate::poll::choosing::{changes_the_ballot, to_abstain};
use crate::poll::result::Tally;
use crate::poll::terms::TOP_SCORE;
use crate::poll::{Poll, PollKind, Secrecy};
use crate::reply::{Actions, Bar, Block, Button, Card, Line};

/// What a card of a poll begins with: its reference and what was asked.
pub(super) fn heading(poll: &Poll) -> Phrase {
    phrase!("poll-heading", poll = word poll.reference(), question = user poll.question)
}

/// How many chose each option, where that may be seen now; else the options alone.
pub(super) fn standing(card: Card, poll: &Poll, tally: &Tally, voice: &Voice) -> Card {
    if poll.shows_counts(voice.now) {
        return card.bars(bars(poll, tally));
    }
    card.list(poll.options.iter().map(|option| Line::default().user(option)))
}

fn bars(poll: &Poll, tally: &Tally) -> Vec<Bar> {
    poll.numbered()
        .zip(&tally.counts)
        .map(|((number, option), count)| Bar {
            label: option.to_owned(),
            count: *count,
            number,
        })
        .collect()
}

/// How many voted, how people choose, and who can see what.
pub(super) fn turnout(poll: &Poll, tally: &Tally, voice: &Voice) -> Line {
    let open = poll.is_open(voice.now);
    let parts = [
        (open || tally.voted > 0).then(|| turned_out(poll, tally, voice)),
        quorum(poll, tally).map(|(_, said)| said),
    ];
    let how = if open {
        how(poll, voice)
    } else {
        vec![label(poll, voice)]
    };
    let parts = parts.iter().flatten().chain(&how);
    let said = Line::joined(parts.map(|part| voice.line(part)), " · ");
    let meter = tally.electorate.map(|of| meter(tally.voted, of));
    Line::joined([meter.unwrap_or_default().into(), said], " ")
}

/// How far the turnout is, in ten cells: one is full once anybody has voted, and all are once everybody has.
fn meter(voted: u32, of: u32) -> String {
    let voted = voted.min(of);
    let full = (u64::from(voted) * 10 / u64::from(of.max(1))).max(u64::from(voted.min(1)));
    (0..10).map(|cell| if cell < full { '█' } else { '░' }).collect()
}

/// How people choose in an open poll, and who can see what.
pub(super) fn how(poll: &Poll, voice: &Voice) -> Vec<Phrase> {
    let parts = [how_to_choose(poll), how_it_is_won(poll), Some(label(poll, voice))];
    parts.into_iter().flatten().collect()
}

/// How many must vote, and that in words.
pub(super) fn quorum(poll: &Poll, tally: &Tally) -> Option<(u32, Phrase)> {
    let needed = poll.terms.quorum?.of(tally.electorate.unwrap_or(0));
    Some((needed, phrase!("poll-quorum", needed = number needed)))
}

/// How people choose, where that is not one option each.
fn how_to_choose(poll: &Poll) -> Option<Phrase> {
    match poll.kind {
        PollKind::Single | PollKind::Consent => None,
        PollKind::Approval => Some(phrase!("poll-choose-several")),
        PollKind::Ranked => Some(phrase!("poll-choose-order")),
        PollKind::Score | PollKind::Star => Some(phrase!("poll-choose-points", top = number TOP_SCORE)),
        PollKind::Availability => Some(phrase!("poll-choose-times")),
    }
}

/// By which method, for how many seats, with what share, and what breaks ties: where that is not the most votes.
fn how_it_is_won(poll: &Poll) -> Option<Phrase> {
    let seats = poll.terms.seats;
    if poll.kind == PollKind::Star {
        return Some(phrase!("poll-won-runoff-of-two"));
    }
    if let (Some(method), Some(seed)) = (poll.terms.method, poll.seed()) {
        let method = method.code();
        return Some(match poll.terms.pass {
            Some(pass) => phrase!("poll-won-by-pass-lots", method = word method, pass = number pass, seed = word seed),
            None => phrase!("poll-won-by-lots", method = word method, seats = number seats, seed = word seed),
        });
    }
    match poll.terms.pass {
        Some(pass) => Some(phrase!("poll-pass", pass = number pass)),
        None => (seats > 1).then(|| phrase!("poll-seats", seats = number seats)),
    }
}

/// Who can see what of the poll, and until when: what is true now, and no more.
pub(super) fn label(poll: &Poll, voice: &Voice) -> Phrase {
    match poll.secrecy {
        Secrecy::Hidden if poll.is_open(voice.now) => phrase!("poll-label-hidden"),
        Secrecy::Open | Secrecy::Hidden => phrase!("poll-label-open"),
        // A poll whose time has passed keeps its key until it is closed.
        Secrecy::Secret if poll.closed_at.is_none() => phrase!("poll-label-secret"),
        Secrecy::Secret => phrase!("poll-label-secret-closed"),
    }
}

/// How many voted; how many of them abstain where counts may be seen now.
pub(super) fn turned_out(poll: &Poll, tally: &Tally, voice: &Voice) -> Phrase {
    if poll.shows_counts(voice.now) {
        return how_many_voted(tally);
    }
    voted(tally)
}

/// How many voted, of how many who may where that is fixed.
fn voted(tally: &Tally) -> Phrase {
    match tally.electorate {
        Some(of) => phrase!("poll-voted-of", voted = number tally.voted, of = number of),
        None => phrase!("poll-voted-count", voted = number tally.voted),
    }
}

/// How many voted, abstentions among them.
fn how_many_voted(tally: &Tally) -> Phrase {
    let abstained = tally.abstained;
    match tally.electorate {
        _ if abstained == 0 => voted(tally),
        Some(of) => {
            phrase!("poll-voted-of-abstained", voted = number tally.voted, of = number of, abstained = number abstained)
        }
        None => phrase!("poll-voted-abstained", voted = number tally.voted, abstained = number abstained),
    }
}

/// One button an option, and the command as people type it; in a secret poll the command alone, since a button in a
/// room would be a vote in a room.
pub(super) fn to_choose(poll: &Poll, voice: &Voice) -> Block {
    if poll.is_secret() {
        return Block::Actions(Actions::new(voice, [], to_vote(poll, 2)));
    }
    buttons(poll, voice)
}

/// The button of an option. It says the number as `#2`: an option may be a number itself, and its text would come first.
pub(super) fn tap(poll: &Poll, number: u32, label: &str) -> Option<Button> {
    let sign = if changes_the_ballot(poll.kind) { "+" } else { "" };
    Button::new(
        label,
        poll.group,
        format!("poll vote {} {sign}#{number}", poll.reference()),
    )
}

/// One button an option, and the command as people type it; where every vote counts for the turnout, one more to abstain.
pub(super) fn buttons(poll: &Poll, voice: &Voice) -> Block {
    let options = poll.numbered().map(|(number, option)| tap(poll, number, option));
    let abstain = poll.terms.fixes_electorate().then(|| abstain(poll, voice));
    let actions = Actions::new(voice, options.chain(abstain), to_vote(poll, 2));
    let options = u32::try_from(poll.options.len()).unwrap_or(u32::MAX);
    Block::Actions(match (poll.secrecy, poll.kind) {
        (Secrecy::Open, PollKind::Single) => actions.ballot(1),
        (Secrecy::Open, PollKind::Approval) => actions.ballot(options),
        _ => actions,
    })
}

fn abstain(poll: &Poll, voice: &Voice) -> Option<Button> {
    let label = voice.text(&phrase!("poll-button-abstain"));
    Button::new(label, poll.group, to_abstain(poll)?)
}

/// What a ballot chooses, in words.
pub(in crate::poll) fn chosen(poll: &Poll, chosen: &[u32]) -> Vec<Arg> {
    if chosen.is_empty() {
        return vec![Arg::Phrase(phrase!("poll-abstention"))];
    }
    if poll.kind.gives_figures() {
        return poll.numbered().map(|(number, _)| mark(poll, chosen, number)).collect();
    }
    chosen.iter().map(|number| mark(poll, chosen, *number)).collect()
}

#[cfg(test)]
mod tests {
    use super::meter;

    #[test]
    fn a_meter_is_full_when_everybody_voted_and_not_before() {
        assert_eq!(meter(0, 6), "░░░░░░░░░░");
        assert_eq!(meter(1, 600), "█░░░░░░░░░");
        assert_eq!(meter(5, 6), "████████░░");
        assert_eq!(meter(599, 600), "█████████░");
        assert_eq!(meter(6, 6), "██████████");
        assert_eq!(meter(7, 6), "██████████", "who voted and left is counted");
        assert_eq!(meter(0, 0), "░░░░░░░░░░");
    }
}
