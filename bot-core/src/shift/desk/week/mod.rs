//! `shift list week`: what is short of people first, then the rest, by team; with a picture of it.
//!
//! - `tally`: how many shifts, how many of them short, how many seats open
//! - `coverage`: the week as a table of teams and days; `table`, `bars`, `grid`: that table drawn, with every shift of its own or
//!   counted

mod bars;
mod coverage;
mod grid;
mod table;
mod tally;
#[cfg(test)]
mod tests;

use super::list::{self, MOST};
use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::locale::{Arg, Phrase, Voice};
use crate::people;
use crate::phrase;
use crate::picture::Picture;
use crate::reply::Card;
use crate::shift::Roster;
use coverage::Coverage;
use tally::Tally;

/// The most shifts that are drawn each by itself; one that goes on over midnight counts on each of its days.
const MOST_BARS: usize = 40;

/// Shows these shifts, of which there is at least one, as the coming week. `of_team`: whether they are those of one team.
pub(super) async fn show(desk: &mut Desk<'_>, shifts: &[Roster], of_team: bool) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let teams = desk.work.unit.teams(group).await?;
    let week = Week::of(shifts, &teams);
    let narrower = if week.has_teams() && !of_team {
        "shift list week team:<team>"
    } else {
        "shift list today"
    };
    Ok(week.card(narrower, &desk.voice).into())
}

/// The shifts of a week.
#[derive(Debug)]
struct Week<'a> {
    shifts: &'a [Roster],
    /// Those of each team, by its name; those of none last.
    teams: Vec<Team<'a>>,
}

/// The shifts of a team, or of none.
#[derive(Debug)]
struct Team<'a> {
    name: Option<&'a str>,
    shifts: Vec<&'a Roster>,
}

impl<'a> Week<'a> {
    fn of(shifts: &'a [Roster], teams: &'a [people::Team]) -> Self {
        let those_of = |id| shifts.iter().filter(move |roster| roster.shift.team == id).collect();
        let mut named: Vec<Team<'a>> = teams
            .iter()
            .map(|team| Team {
                name: Some(team.name.as_str()),
                shifts: those_of(Some(team.id)),
            })
            .collect();
        named.sort_by_key(|team| team.name.map(str::to_lowercase));
        let none = Team {
            name: None,
            shifts: those_of(None),
        };
        let mut teams: Vec<Team<'a>> = named.into_iter().chain([none]).collect();
        teams.retain(|team| !team.shifts.is_empty());
        Self { shifts, teams }
    }

    fn has_teams(&self) -> bool {
        self.teams.iter().any(|team| team.name.is_some())
    }

    /// What there is on top, sections below it, and the picture of it all.
    fn card(&self, narrower: &str, voice: &Voice) -> Card {
        let mut card = Card::new().heading(Tally::of(self.shifts).line(voice));
        let mut left = MOST;
        for (heading, shifts) in self.sections() {
            if left == 0 {
                break;
            }
            let shown = &shifts[..shifts.len().min(left)];
            left -= shown.len();
            card = heading
                .iter()
                .fold(card, |card, heading| card.heading(voice.line(heading)))
                .list(shown.iter().map(|roster| list::line(roster, voice)));
        }
        let more = self.shifts.len().saturating_sub(MOST);
        if more > 0 {
            card = card.line(voice.line(&phrase!("shift-list-more", more = number more, narrower = command narrower)));
        }
        let mut shifts = self.shifts.iter();
        let short = shifts.clone().find(|roster| tally::is_short(roster));
        let likeliest = short
            .or_else(|| shifts.find(|roster| !roster.is_full()))
            .or(self.shifts.first());
        let claim = likeliest.map_or_else(
            || "shift list".to_owned(),
            |roster| format!("shift claim {}", roster.shift.reference()),
        );
        card.picture(self.picture(voice)).actions(voice, [], claim)
    }

    /// Those that are short, then the rest; each by team.
    fn sections(&self) -> Vec<(Option<Phrase>, Vec<&'a Roster>)> {
        let mut sections = Vec::new();
        for short in [true, false] {
            for team in &self.teams {
                let shifts = team.shifts.iter().copied();
                let shifts: Vec<_> = shifts.filter(|roster| tally::is_short(roster) == short).collect();
                if !shifts.is_empty() {
                    sections.push((self.heading(short, team), shifts));
                }
            }
        }
        sections
    }

    /// "Short · Drivers": both where there are both.
    fn heading(&self, short: bool, team: &Team<'_>) -> Option<Phrase> {
        let kind = self.shifts.iter().any(tally::is_short).then(|| {
            if short {
                phrase!("shift-week-short")
            } else {
                phrase!("shift-week-rest")
            }
        });
        let team = self.has_teams().then(|| match team.name {
            Some(name) => Arg::User(name.to_owned()),
            None => Arg::Phrase(phrase!("shift-week-no-team")),
        });
        match (kind, team) {
            (Some(kind), Some(team)) => Some(phrase!("shift-week-section", kind = phrase kind, team = any team)),
            (None, Some(team)) => Some(phrase!("shift-week-team", team = any team)),
            (kind, None) => kind,
        }
    }

    /// The week at a glance: each shift by itself while they can be read, else how many seats are open.
    fn picture(&self, voice: &Voice) -> Picture {
        let coverage = Coverage::of(self, voice);
        let drawing = if coverage.count_bars() <= MOST_BARS {
            bars::drawn(&coverage, voice)
        } else {
            grid::drawn(&coverage, voice)
        };
        Picture {
            name: "week.png".to_owned(),
            alt: voice.text(&phrase!(
                "shift-week-alt",
                days = word & coverage.title,
                counts = word & coverage.counts
            )),
            drawing,
        }
    }
}
