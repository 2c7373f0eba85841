//! Which options and terms go with which kind of poll.

use super::command::NewPoll;
use super::draft;
use super::terms::{Method, Terms};
use super::{PollKind, Secrecy};
use crate::error::UserError;
use crate::locale::Voice;
use crate::phrase;
use crate::time::{Frame, Moment, parse_when};

/// What a new poll offers, how people choose, and what it goes by.
#[derive(Debug)]
pub(super) struct Fitted {
    pub(super) kind: PollKind,
    pub(super) options: Vec<String>,
    pub(super) terms: Terms,
}

/// The kind that was asked for, or else the one that the other terms mean.
fn kind(new: &NewPoll) -> PollKind {
    let ranked = new.method.is_some() || new.seats.is_some_and(|seats| seats > 1);
    new.kind
        .unwrap_or(if ranked { PollKind::Ranked } else { PollKind::Single })
}

/// The poll that was asked for, or which of its terms do not go together.
pub(super) fn fitted(new: &NewPoll, frame: &Frame, voice: &Voice) -> Result<Fitted, UserError> {
    let kind = kind(new);
    check(kind, new)?;
    let mut options = options(kind, new, voice)?;
    let seats = new.seats.unwrap_or(1);
    let method = new.method.or_else(|| Terms::usual_method(kind, seats));
    check_seats(kind, method, seats, options.len())?;
    let terms = Terms {
        method,
        seats,
        none: new.none,
        quorum: new.quorum,
        pass: new.pass,
        who: None,
        times: in_order(kind, &mut options, frame)?,
    };
    Ok(Fitted { kind, options, terms })
}

/// Refuses terms that say nothing of that kind of poll.
fn check(kind: PollKind, new: &NewPoll) -> Result<(), UserError> {
    let refused = |term: &'static str, kinds: &'static str| -> Result<(), UserError> {
        Err(phrase!("poll-term-unfit", term = word term, kind = word kind.code(), kinds = word kinds).into())
    };
    if new.method.is_some() && kind != PollKind::Ranked {
        return refused("method:", "ranked");
    }
    if new.none && matches!(kind, PollKind::Availability | PollKind::Consent) {
        return refused("none:", "single, approval, ranked, score, star");
    }
    let counts_heads = matches!(kind, PollKind::Single | PollKind::Approval | PollKind::Availability);
    let runs_off = kind == PollKind::Ranked && matches!(new.method, None | Some(Method::Irv));
    let several = new.seats.is_some_and(|seats| seats > 1);
    if new.pass.is_some() && (several || !(counts_heads || runs_off)) {
        return refused("pass:", "single, approval, availability, ranked (irv)");
    }
    if several
        && !matches!(
            kind,
            PollKind::Single | PollKind::Approval | PollKind::Score | PollKind::Ranked
        )
    {
        return refused("seats:", "single, approval, score, ranked");
    }
    if kind == PollKind::Consent && !new.options.is_empty() {
        return Err(phrase!("poll-consent-options").into());
    }
    if kind == PollKind::Consent && new.secrecy == Secrecy::Secret {
        return Err(phrase!("poll-consent-secret").into());
    }
    Ok(())
}

fn check_seats(kind: PollKind, method: Option<Method>, seats: u32, options: usize) -> Result<(), UserError> {
    if seats == 1 {
        return Ok(());
    }
    if usize::try_from(seats).is_ok_and(|seats| seats >= options) {
        return Err(phrase!("poll-seats-many", seats = number seats, options = number options).into());
    }
    match method {
        Some(method) if kind == PollKind::Ranked && !method.fills_seats() => {
            Err(phrase!("poll-seats-one", method = word method.code()).into())
        }
        _ => Ok(()),
    }
}

/// What people choose from: what was typed, else yes and no, or what is said to a proposal; and none of these.
fn options(kind: PollKind, new: &NewPoll, voice: &Voice) -> Result<Vec<String>, UserError> {
    let mut options = match (kind, &new.options[..]) {
        (PollKind::Consent, _) => draft::positions(voice),
        (PollKind::Availability, []) => return Err(phrase!("poll-times-missing").into()),
        (_, []) => draft::yes_or_no(voice),
        (_, typed) => typed.to_vec(),
    };
    if new.none {
        options.push(voice.text(&phrase!("poll-none-of-these")));
    }
    draft::options(options)
}

/// When each option is, where a time is looked for; the options come into that order.
fn in_order(kind: PollKind, options: &mut Vec<String>, frame: &Frame) -> Result<Vec<Moment>, UserError> {
    if kind != PollKind::Availability {
        return Ok(Vec::new());
    }
    let timed = |option: String| Ok((time(&option, frame)?, option));
    let mut timed: Vec<(Moment, String)> = options.drain(..).map(timed).collect::<Result<_, UserError>>()?;
    timed.sort_by_key(|(time, _)| time.at);
    let (times, sorted) = timed.into_iter().unzip();
    *options = sorted;
    Ok(times)
}

/// When an option begins.
fn time(option: &str, frame: &Frame) -> Result<Moment, UserError> {
    let when = parse_when(option, frame).map_err(|error| {
        let why = UserError::from(error).message;
        UserError::new(phrase!("poll-time-unread", option = user option, why = phrase why))
    })?;
    if when.repeat.is_some() {
        return Err(phrase!("poll-time-repeats", option = user option).into());
    }
    if when.start.at <= frame.now {
        return Err(phrase!("poll-time-past", option = user option).into());
    }
    Ok(when.start)
}
