//! What people see of a broadcast.
//!
//! - here: the card in every state, and the list
//! - `report`: who was reached and who was not
//! - `message`: what everybody gets

pub(super) mod message;
pub(super) mod report;

use self::message::Says;
use self::report::Report;
use super::{Broadcast, Counts, State, audience};
use crate::error::Fault;
use crate::ids::{GroupId, Reference};
use crate::locale::{Phrase, Voice};
use crate::phrase;
use crate::reply::{Button, Card, Line, clean};
use crate::time::Moment;
use crate::work::Work;

/// The most characters of the text that a heading quotes.
const QUOTED: usize = 40;

/// The card of a broadcast, loaded and written for a reader of that voice; `None` if there is none of that number.
pub async fn load(
    work: &mut Work<'_>,
    group: GroupId,
    reference: Reference,
    voice: &Voice,
) -> Result<Option<Card>, Fault> {
    match work.unit.broadcast_by_number(group, reference.number).await? {
        Some(broadcast) => Ok(Some(Shown::load(work, broadcast).await?.card(voice))),
        None => Ok(None),
    }
}

/// A broadcast with all that its card needs.
#[derive(Debug)]
pub(super) struct Shown {
    pub(super) broadcast: Broadcast,
    says: Says,
    state: State,
    /// While nobody was written to: how many it is for, and how they could be reached.
    census: Option<Counts>,
    has_start: bool,
    report: Option<Report>,
}

impl Shown {
    pub(super) async fn load(work: &mut Work<'_>, broadcast: Broadcast) -> Result<Self, Fault> {
        let group = work.group(broadcast.group).await?;
        let says = Says::load(work, &broadcast, &group).await?;
        let state = broadcast.state(work.now);
        let (census, report) = match state {
            State::Draft | State::Scheduled => {
                let census = audience::census(work.unit, &broadcast, None, work.now).await?;
                (Some(census), None)
            }
            State::Lapsed | State::TakenBack => (None, None),
            State::Running | State::Stopping | State::Stopped | State::Finished => {
                (None, Some(Report::load(work, &broadcast).await?))
            }
        };
        Ok(Self {
            has_start: report::has_start(work, broadcast.group).await?,
            broadcast,
            says,
            state,
            census,
            report,
        })
    }

    /// The whole card.
    pub(super) fn card(&self, voice: &Voice) -> Card {
        self.card_below(Card::new(), voice)
    }

    /// The whole card below what is said first.
    pub(super) fn card_below(&self, card: Card, voice: &Voice) -> Card {
        let card = card.heading(heading(&self.broadcast, self.state, voice));
        let card = match (&self.census, &self.report) {
            (Some(census), _) => self.ahead(card, census, voice),
            (_, Some(report)) => report.below(card, &self.broadcast, self.state, voice),
            (None, None) => card.line(voice.line(&phrase!("broadcast-nobody-got-it"))),
        };
        self.with_actions(card, voice)
    }

    /// What will go out, to how many, and when.
    fn ahead(&self, card: Card, census: &Counts, voice: &Voice) -> Card {
        let card = card.line(self.says.line(voice));
        let card = message::with_text(card, &self.broadcast);
        let people = phrase!("broadcast-people", count = number census.all(), to = phrase self.says.to().clone());
        let lines = [
            Some(people),
            report::out_of_reach(census, self.has_start),
            self.when(voice),
            self.broadcast.asks.then(|| phrase!("broadcast-asks-ack")),
        ];
        let sentences = lines.iter().flatten().map(|phrase| voice.line(phrase));
        card.line(Line::joined(sentences, " "))
    }

    fn when(&self, voice: &Voice) -> Option<Phrase> {
        let at = self.broadcast.at.as_ref();
        match (self.state, at) {
            (State::Draft, Some(at)) if at.at > voice.now => Some(phrase!("broadcast-would-go-at", at = moment at)),
            (State::Draft, Some(at)) => Some(phrase!("broadcast-would-go-late", at = moment at)),
            (State::Draft, None) => Some(phrase!("broadcast-would-go-now")),
            (_, Some(at)) => Some(phrase!("broadcast-goes-at", at = moment at)),
            (_, None) => None,
        }
    }

    /// The card with what can be done now.
    fn with_actions(&self, card: Card, voice: &Voice) -> Card {
        let reference = self.broadcast.reference();
        let button = |label: Phrase, act: &str| {
            let command = format!("broadcast {act} {reference}");
            Button::new(voice.text(&label), self.broadcast.group, command)
        };
        match self.state {
            State::Draft => card.actions(
                voice,
                [
                    button(phrase!("broadcast-button-send"), "send"),
                    button(phrase!("broadcast-button-discard"), "stop"),
                ],
                format!("broadcast send {reference}"),
            ),
            State::Scheduled => card.actions(
                voice,
                [button(phrase!("broadcast-button-take-back"), "stop")],
                format!("broadcast stop {reference}"),
            ),
            State::Running => card.actions(
                voice,
                [button(phrase!("broadcast-button-stop"), "stop")],
                format!("broadcast stop {reference}"),
            ),
            State::Stopping => card.actions(voice, [], format!("broadcast show {reference}")),
            State::Stopped | State::Finished => self.with_mention(card, voice),
            State::Lapsed | State::TakenBack => card.actions(voice, [], "broadcast list"),
        }
    }

    fn with_mention(&self, card: Card, voice: &Voice) -> Card {
        let reference = self.broadcast.reference();
        let left = self.report.as_ref().map_or(0, Report::left_to_mention);
        if left == 0 {
            return card.actions(voice, [], "broadcast list");
        }
        let mention = format!("broadcast mention {reference}");
        if let Some(at) = self.broadcast.mentioned_at {
            let at = Moment::at(at, voice.zone.clone());
            let mentioned = phrase!("broadcast-were-mentioned", at = moment at);
            return card.line(voice.line(&mentioned)).actions(voice, [], mention);
        }
        let label = voice.text(&phrase!("broadcast-button-mention", count = number left));
        let button = Button::new(label, self.broadcast.group, &mention);
        card.actions(voice, [button], mention)
    }

    /// One line of a list.
    pub(super) fn item(&self, voice: &Voice) -> Line {
        let heading = heading(&self.broadcast, self.state, voice);
        let more = match (&self.census, &self.report) {
            (_, Some(report)) => Some(report.reached(&self.broadcast, self.state)),
            (Some(_), None) => self.when(voice),
            (None, None) => None,
        };
        let more = more.map(|phrase| voice.line(&phrase));
        Line::joined([heading].into_iter().chain(more), " · ")
    }
}

/// `B6 · "Rain tomorrow: meet inside" · finished`
pub(super) fn heading(broadcast: &Broadcast, state: State, voice: &Voice) -> Line {
    let opening = broadcast.text.lines().next().unwrap_or_default();
    let opening = clean::one_line(opening);
    let mut quoted: String = opening.chars().take(QUOTED).collect();
    if opening.chars().count() > QUOTED || broadcast.text.lines().count() > 1 {
        quoted.push('…');
    }
    voice.line(&phrase!(
        "broadcast-heading",
        broadcast = command broadcast.reference(),
        text = user quoted,
        state = word state.word(),
    ))
}

/// The latest broadcasts.
pub(super) fn list(shown: &[Shown], voice: &Voice) -> Card {
    let Some(first) = shown.first() else {
        let none = voice.line(&phrase!("broadcast-list-none"));
        return Card::new()
            .line(none)
            .actions(voice, [], "broadcast everyone Rain tomorrow: meet inside");
    };
    Card::new()
        .heading(voice.line(&phrase!("broadcast-list")))
        .list(shown.iter().map(|shown| shown.item(voice)))
        .actions(voice, [], format!("broadcast show {}", first.broadcast.reference()))
}
