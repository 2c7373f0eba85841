//! The pictures of a poll: what its card says, drawn.

use super::methods;
use super::parts::{heading, quorum, turned_out};
use super::result::sentence;
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::picture::Picture;
use crate::poll::choosing::AGREE;
use crate::poll::picture::{Body, Mark, Row, Shown, Standing, Turnout, picture};
use crate::poll::result::{Tally, Verdict};
use crate::poll::tally::consent::Decision;
use crate::poll::tally::report::Labels;
use crate::poll::terms::share;
use crate::poll::{Poll, PollKind};

/// The result of a closed poll, drawn; `None` where nobody voted.
pub(super) fn drawn(poll: &Poll, tally: &Tally, voice: &Voice) -> Option<Picture> {
    if tally.voted == 0 {
        return None;
    }
    let shown = Shown {
        question: &voice.text(&heading(poll)),
        result: voice.text(&sentence(poll, tally)),
        body: body(poll, tally, voice),
        methods: methods::in_words(poll, tally, voice),
        turnout: Some(turnout(poll, tally, voice)),
    };
    Some(picture(&shown, voice))
}

/// How many have voted in an open poll, drawn, and nothing of what they chose; `None` where it was not fixed who may vote.
pub(super) fn turnout_alone(poll: &Poll, tally: &Tally, voice: &Voice) -> Option<Picture> {
    tally.electorate?;
    let until = phrase!("poll-open-until", closes = moment poll.closes);
    let shown = Shown {
        question: &voice.text(&heading(poll)),
        result: voice.text(&until),
        body: Body::Bars {
            rows: Vec::new(),
            needed: None,
        },
        methods: Vec::new(),
        turnout: Some(turnout(poll, tally, voice)),
    };
    Some(picture(&shown, voice))
}

/// Ranks that were counted in stages are drawn stage by stage, all else as bars.
fn body<'a>(poll: &'a Poll, tally: &'a Tally, voice: &Voice) -> Body<'a> {
    let standings = standings(poll, tally);
    if poll.kind == PollKind::Ranked && tally.outcome.stages.len() > 1 {
        return Body::Stages {
            outcome: &tally.outcome,
            options: &poll.options,
            standings,
            labels: Labels::said(voice),
        };
    }
    let rows = poll.options.iter().zip(standings).enumerate();
    let rows = rows.map(|(at, (option, standing))| Row {
        option,
        figure: u64::from(tally.counts.get(at).copied().unwrap_or(0)),
        lighter: if_need_be(tally, at),
        said: voice.text(&figure(poll, tally, at)),
        standing,
    });
    Body::Bars {
        rows: rows.collect(),
        needed: poll.terms.pass.map(|pass| Mark {
            figure: u64::from(share(pass, tally.valid())),
            said: voice.text(&phrase!("poll-pass", pass = number pass)),
        }),
    }
}

/// How each option came out.
fn standings(poll: &Poll, tally: &Tally) -> Vec<Standing> {
    let (won, tied) = match tally.verdict(poll) {
        Verdict::Tied { options, elected, .. } => (elected, options),
        Verdict::Consent(Decision::Passed) => (vec![AGREE], Vec::new()),
        _ => (tally.decided(poll), Vec::new()),
    };
    let standing = |number| match number {
        _ if won.contains(&number) => Standing::Won,
        _ if tied.contains(&number) => Standing::Tied,
        _ => Standing::Other,
    };
    poll.numbered().map(|(number, _)| standing(number)).collect()
}

/// What stands beside the bar of an option.
fn figure(poll: &Poll, tally: &Tally, at: usize) -> Phrase {
    let votes = tally.counts.get(at).copied().unwrap_or(0);
    match poll.kind {
        PollKind::Score | PollKind::Star => phrase!("poll-picture-points", points = number votes),
        PollKind::Ranked => phrase!("poll-picture-first", votes = number votes),
        PollKind::Availability => {
            phrase!("poll-picture-time", votes = number votes, ifneedbe = number if_need_be(tally, at))
        }
        PollKind::Single | PollKind::Approval | PollKind::Consent => {
            phrase!("poll-picture-share", votes = number votes, percent = number percent(votes, tally.valid()))
        }
    }
}

fn if_need_be(tally: &Tally, at: usize) -> u64 {
    tally.answers.get(at).map_or(0, |answers| answers.if_need_be)
}

/// The nearest whole percentage.
fn percent(votes: u32, of: u32) -> u64 {
    let (votes, of) = (u64::from(votes), u64::from(of.max(1)));
    (votes * 200 + of) / (2 * of)
}

fn turnout(poll: &Poll, tally: &Tally, voice: &Voice) -> Turnout {
    Turnout {
        said: voice.text(&turned_out(poll, tally, voice)),
        voted: u64::from(tally.voted),
        of: tally.electorate.map(u64::from),
        quorum: quorum(poll, tally).map(|(needed, said)| Mark {
            figure: u64::from(needed),
            said: voice.text(&said),
        }),
    }
}
