//! What the cards of polls have in common.

use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::poll::ballot::to_vote;
use crate::poll::tally::Tally;
use crate::poll::{Poll, PollKind, Secrecy};
use crate::reply::{Actions, Bar, Block, Button, Card, Line};

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

/// How many voted, how many options each may choose, and who can see what.
pub(super) fn turnout(poll: &Poll, tally: &Tally, voice: &Voice) -> Line {
    let open = poll.is_open(voice.now);
    let parts = [
        (open || tally.voted > 0).then(|| turned_out(poll, tally, voice)),
        (open && poll.kind == PollKind::Approval).then(|| phrase!("poll-choose-several")),
        Some(label(poll, voice)),
    ];
    Line::joined(parts.iter().flatten().map(|part| voice.line(part)), " · ")
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
    phrase!("poll-voted-count", voted = number tally.voted)
}

/// How many voted, abstentions among them.
fn how_many_voted(tally: &Tally) -> Phrase {
    let Tally { voted, abstained, .. } = *tally;
    if abstained == 0 {
        phrase!("poll-voted-count", voted = number voted)
    } else {
        phrase!("poll-voted-abstained", voted = number voted, abstained = number abstained)
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

/// One button an option, and the command as people type it.
pub(super) fn buttons(poll: &Poll, voice: &Voice) -> Block {
    // A button says the number as `#2`: an option may be a number itself, and its text would come first.
    let buttons = poll.numbered().map(|(number, option)| {
        let vote = format!("poll vote {} #{number}", poll.reference());
        Button::new(option, poll.group, vote)
    });
    let actions = Actions::new(voice, buttons, to_vote(poll, 2));
    let options = u32::try_from(poll.options.len()).unwrap_or(u32::MAX);
    Block::Actions(match (poll.secrecy, poll.kind) {
        (Secrecy::Open, PollKind::Single) => actions.ballot(1),
        (Secrecy::Open, PollKind::Approval) => actions.ballot(options),
        (Secrecy::Hidden | Secrecy::Secret, _) => actions,
    })
}

/// What a ballot chooses, in words.
pub(in crate::poll) fn chosen(poll: &Poll, chosen: &[u32]) -> Vec<Arg> {
    if chosen.is_empty() {
        return vec![Arg::Phrase(phrase!("poll-abstention"))];
    }
    let options = chosen.iter().map(|number| poll.option(*number));
    options.map(|option| Arg::User(option.to_owned())).collect()
}
