//! What the cards of polls have in common.

use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::poll::ballot::{Ballot, to_vote};
use crate::poll::tally::Tally;
use crate::poll::{Poll, PollKind};
use crate::reply::{Actions, Bar, Block, Button, Line};

/// How many chose each option.
pub(super) fn bars(poll: &Poll, tally: &Tally) -> Vec<Bar> {
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
        (open || tally.voted > 0).then(|| how_many_voted(tally)),
        (open && poll.kind == PollKind::Approval).then(|| phrase!("poll-choose-several")),
        Some(phrase!("poll-label-open")),
    ];
    Line::joined(parts.iter().flatten().map(|part| voice.line(part)), " · ")
}

/// How many voted, abstentions among them.
pub(super) fn how_many_voted(tally: &Tally) -> Phrase {
    let Tally { voted, abstained, .. } = *tally;
    if abstained == 0 {
        phrase!("poll-voted-count", voted = number voted)
    } else {
        phrase!("poll-voted-abstained", voted = number voted, abstained = number abstained)
    }
}

/// One button an option, and the command as people type it.
pub(super) fn to_choose(poll: &Poll, voice: &Voice) -> Block {
    // A button says the number as `#2`: an option may be a number itself, and its text would come first.
    let buttons = poll.numbered().map(|(number, option)| {
        let vote = format!("poll vote {} #{number}", poll.reference());
        Button::new(option, poll.group, vote)
    });
    Block::Actions(Actions::new(voice, buttons, to_vote(poll, 2)))
}

/// What a ballot chooses, in words.
pub(in crate::poll) fn chosen(poll: &Poll, ballot: &Ballot) -> Vec<Arg> {
    if ballot.abstains() {
        return vec![Arg::Phrase(phrase!("poll-abstention"))];
    }
    let options = ballot.chosen.iter().map(|number| poll.option(*number));
    options.map(|option| Arg::User(option.to_owned())).collect()
}
