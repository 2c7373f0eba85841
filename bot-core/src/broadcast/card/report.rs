//! The delivery report: who was reached, who was not and why, as far as platforms say it.

use crate::broadcast::{Audience, Broadcast, Counts, Reach, State};
use crate::error::Fault;
use crate::ids::GroupId;
use crate::locale::{Arg, Phrase, Voice};
use crate::phrase;
use crate::reply::{Card, Line};
use crate::surface::Refusal;
use crate::work::Work;

/// The most people of one reason who are named.
const NAMED: u32 = 5;

/// What became of everybody's copy, with some names.
#[derive(Debug)]
pub(in crate::broadcast) struct Report {
    pub(in crate::broadcast) counts: Counts,
    /// Some of those whose copies came to that. Nobody, where not even a name may be told.
    named: Vec<(Reach, Vec<String>)>,
    tells_names: bool,
    has_start: bool,
}

impl Report {
    pub(in crate::broadcast) async fn load(work: &mut Work<'_>, broadcast: &Broadcast) -> Result<Self, Fault> {
        let (group, id) = (broadcast.group, broadcast.id);
        let counts = work.unit.count_copies(group, id).await?;
        let tells_names = tells_names(work, broadcast).await?;
        let mut named = Vec::new();
        for reach in counts.of.keys().filter(|_| tells_names) {
            if matches!(reach, Reach::Refused(_) | Reach::Unknown) {
                let people = work.unit.copies_that(group, id, *reach, NAMED).await?;
                named.push((*reach, people.into_iter().map(|(_, name, _)| name).collect()));
            }
        }
        Ok(Self {
            counts,
            named,
            tells_names,
            has_start: has_start(work, group).await?,
        })
    }

    /// How many people it was for: those who were dealt with, and those who would still have been. While it goes out, as
    /// many as there were when it was written.
    fn people(&self, broadcast: &Broadcast) -> u32 {
        let all = self.counts.all() + broadcast.unwritten;
        if broadcast.is_written() {
            all
        } else {
            all.max(broadcast.people)
        }
    }

    /// "Reached 18 of 20", as far as it is known.
    pub(super) fn reached(&self, broadcast: &Broadcast, state: State) -> Phrase {
        let (reached, people) = (self.counts.of(Reach::Delivered), self.people(broadcast));
        match state {
            _ if people == 0 => phrase!("broadcast-reached-nobody"),
            State::Running | State::Stopping => {
                phrase!("broadcast-reached-so-far", reached = number reached, people = number people)
            }
            _ => phrase!("broadcast-reached", reached = number reached, people = number people),
        }
    }

    /// The report below a heading.
    pub(super) fn below(&self, card: Card, broadcast: &Broadcast, state: State, voice: &Voice) -> Card {
        let mut parts = vec![voice.line(&self.reached(broadcast, state))];
        let on_their_way =
            self.people(broadcast) - self.counts.all() - broadcast.unwritten + self.counts.of(Reach::Waiting);
        if on_their_way > 0 {
            parts.push(voice.line(&phrase!("broadcast-on-their-way", count = number on_their_way)));
        }
        let others = self.counts.of.iter().map(|(reach, count)| (*reach, *count));
        let not_sent = self.counts.of(Reach::NotSent) + broadcast.unwritten;
        let others = others.filter(|(reach, _)| *reach != Reach::NotSent);
        let others = others.chain((not_sent > 0).then_some((Reach::NotSent, not_sent)));
        for (reach, count) in others {
            let reason = reason(reach, count, self.has_start);
            parts.extend(reason.map(|phrase| self.with_names(reach, count, &phrase, voice)));
        }
        let card = card.line(Line::joined(parts, " · "));
        match self.acknowledged(broadcast) {
            Some(acknowledged) => card.line(voice.line(&acknowledged)),
            None => card,
        }
    }

    /// "12 of 18 said Got it": of those who were reached, or of all once the others were mentioned in a room.
    fn acknowledged(&self, broadcast: &Broadcast) -> Option<Phrase> {
        let said = self.counts.acknowledged;
        let of = if broadcast.mentioned_at.is_some() {
            self.people(broadcast)
        } else {
            self.counts.of(Reach::Delivered).max(said)
        };
        (broadcast.asks && of > 0).then(|| phrase!("broadcast-acknowledged", said = number said, of = number of))
    }

    /// "1 has private messages closed (Eva)"
    fn with_names(&self, reach: Reach, count: u32, reason: &Phrase, voice: &Voice) -> Line {
        let line = voice.line(reason);
        let Some((_, names)) = self.named.iter().find(|(of, _)| *of == reach) else {
            return line;
        };
        let more = count.saturating_sub(u32::try_from(names.len()).unwrap_or(u32::MAX));
        let rest = (more > 0).then(|| Arg::Phrase(phrase!("broadcast-more", count = number more)));
        let names: Vec<Arg> = names.iter().cloned().map(Arg::Person).chain(rest).collect();
        let names = voice.line(&phrase!("broadcast-names", names = list names));
        Line::joined([line, names], " ")
    }

    /// How many there are to be mentioned, where they may be named.
    pub(super) fn left_to_mention(&self) -> u32 {
        if !self.tells_names {
            return 0;
        }
        self.counts.worth_a_mention().map(|(_, count)| count).sum()
    }
}

/// Whether the people of a broadcast may be named: not where that would tell who has not voted in a secret poll.
pub(in crate::broadcast) async fn tells_names(work: &mut Work<'_>, broadcast: &Broadcast) -> Result<bool, Fault> {
    let Audience::Nonvoters(number) = broadcast.audience else {
        return Ok(true);
    };
    let poll = work.unit.poll_by_number(broadcast.group, number).await?;
    Ok(poll.is_some_and(|poll| !poll.is_secret()))
}

/// Whether everybody in the group opens their private chat with the bot by pressing Start.
pub(super) async fn has_start(work: &mut Work<'_>, group: GroupId) -> Result<bool, Fault> {
    let places = work.unit.places_of(group).await?;
    Ok(places.iter().all(|place| place.platform.has_start()))
}

/// How many of an audience cannot be reached in private, and why.
pub(super) fn out_of_reach(census: &Counts, has_start: bool) -> Option<Phrase> {
    let reasons = census.of.iter().filter(|(reach, _)| !reach.is_open());
    let reasons: Vec<(Reach, u32)> = reasons.map(|(reach, count)| (*reach, *count)).collect();
    let reasons = reasons
        .iter()
        .filter_map(|(reach, count)| reason(*reach, *count, has_start));
    let reasons: Vec<Arg> = reasons.map(Arg::Phrase).collect();
    (!reasons.is_empty()).then(|| phrase!("broadcast-out-of-reach", reasons = list reasons))
}

/// So many came to that, in words; `None` for what is said elsewhere.
pub(in crate::broadcast) fn reason(reach: Reach, count: u32, has_start: bool) -> Option<Phrase> {
    Some(match reach {
        Reach::Waiting | Reach::Delivered => return None,
        Reach::Held => phrase!("broadcast-held", count = number count),
        Reach::Refused(Refusal::Blocked) => phrase!("broadcast-refused-blocked", count = number count),
        Reach::Refused(Refusal::NeverStarted) if !has_start => {
            phrase!("broadcast-refused-never-wrote", count = number count)
        }
        Reach::Refused(Refusal::NeverStarted) => phrase!("broadcast-refused-never-started", count = number count),
        Reach::Refused(Refusal::PrivateClosed) => phrase!("broadcast-refused-private-closed", count = number count),
        Reach::Refused(Refusal::Deactivated) => phrase!("broadcast-refused-deactivated", count = number count),
        Reach::Refused(Refusal::Left) => phrase!("broadcast-refused-left", count = number count),
        Reach::Refused(Refusal::Forbidden) => phrase!("broadcast-refused-forbidden", count = number count),
        Reach::Refused(Refusal::Closed) => phrase!("broadcast-refused-closed", count = number count),
        Reach::Refused(Refusal::Gone) => phrase!("broadcast-refused-gone", count = number count),
        Reach::Refused(Refusal::TooLong) => phrase!("broadcast-refused-too-long", count = number count),
        Reach::Refused(Refusal::Unreachable) => phrase!("broadcast-refused-unreachable", count = number count),
        Reach::Unknown => phrase!("broadcast-unknown-whether", count = number count),
        Reach::Paused => phrase!("broadcast-paused", count = number count),
        Reach::NotSent => phrase!("broadcast-not-sent", count = number count),
    })
}
