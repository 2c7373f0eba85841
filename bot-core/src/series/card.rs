//! What people see of a series: its rule with the dates that come, and the question which dates are meant.

use chrono::Datelike;

use super::Scope;
use crate::ids::{GroupId, Reference};
use crate::locale::Voice;
use crate::phrase;
use crate::reply::{Button, Card, Line};
use crate::time::{Repeat, When, date_words, hours_words};

/// How many coming dates a card shows.
pub const SHOWN: usize = 3;

/// Asks which dates are meant of a thing that repeats. Nothing is done yet: each button, and the typed line, carries the
/// whole `command` (without `dates:`); one that is too long for a button is typed.
pub fn which(reference: Reference, group: GroupId, command: &str, voice: &Voice) -> Card {
    let said = Scope::ALL.map(|scope| {
        let typed = scope.typed();
        voice.line(&match scope {
            Scope::One => phrase!("series-dates-one", typed = command typed),
            Scope::Later => phrase!("series-dates-later", typed = command typed),
            Scope::All => phrase!("series-dates-all", typed = command typed),
        })
    });
    let full = |scope: Scope| format!("{command} {}", scope.typed());
    let buttons = Scope::ALL.map(|scope| {
        let label = match scope {
            Scope::One => phrase!("series-button-one"),
            Scope::Later => phrase!("series-button-later"),
            Scope::All => phrase!("series-button-all"),
        };
        Button::new(voice.text(&label), group, full(scope))
    });
    voice
        .say(&phrase!("series-which", subject = word reference))
        .list(said)
        .actions(voice, buttons, full(Scope::One))
}

/// "↻ every Sat · next Sat 12 Dec, Sat 19 Dec, Sat 2 Jan"; a date at another clock than the rule's says it:
/// "Sat 19 Dec (11:00)". Where no date comes: "↻ every Sat · no date after this".
///
/// `ordinary` is the first date of the rule.
pub fn line(rule: &Repeat, ordinary: &When, coming: &[When], voice: &Voice) -> Line {
    let rule = rule.words(voice.language);
    if coming.is_empty() {
        return voice.line(&phrase!("series-line-last", rule = word rule));
    }
    let dates = coming.iter().take(SHOWN).map(|date| date_line(date, ordinary, voice));
    let dates = Line::joined(dates, ", ");
    Line::joined([voice.line(&phrase!("series-line", rule = word rule)), dates], " ")
}

fn date_line(date: &When, ordinary: &When, voice: &Voice) -> Line {
    let start = &date.start;
    let this_year = start.zone.to_local(voice.now).year();
    let day = date_words(start.zone.to_local(start.at).date(), this_year, voice.language);
    let shown = hours_words(date, voice.language);
    let usual = if ordinary.timed {
        ordinary.start.local.format("%H:%M").to_string()
    } else {
        hours_words(ordinary, voice.language)
    };
    if shown == usual {
        return day.into();
    }
    format!("{day} ({shown})").into()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::ids::Kind;
    use crate::locale::Language;
    use crate::reply::plain;
    use crate::testing::contract::fixtures::zone;
    use crate::time::{Dated, Moment};

    fn voice() -> Voice {
        Voice {
            language: Language::English,
            zone: zone("America/New_York"),
            now: zone("America/New_York").resolve("2026-12-01T09:00:00".parse().unwrap()),
        }
    }

    fn at(start: Moment) -> When {
        When {
            start,
            end: None,
            timed: true,
            dated: Dated::Date,
            repeat: None,
        }
    }

    fn asked(command: &str) -> Card {
        let shift = Reference::new(Kind::Shift, 12);
        which(shift, GroupId(Uuid::nil()), command, &voice())
    }

    #[test]
    fn the_question_names_all_three() {
        let text = "S12 repeats, and nothing is changed yet. Which dates do you mean?
  dates:one · only this date
  dates:later · this date and every later one
  dates:all · every coming date
Only this date · This and later · All dates  or type: shift move S12 sun 11am dates:one";
        assert_eq!(plain::render(&asked("shift move S12 sun 11am")), text);
    }

    #[test]
    fn what_is_too_long_for_a_button_is_typed() {
        let text = plain::render(&asked("shift edit S12 note:bring a coat, a scarf"));
        let last = "Type: shift edit S12 note:bring a coat, a scarf dates:one";
        assert_eq!(text.lines().last(), Some(last));
    }

    #[test]
    fn the_coming_dates_are_shown_with_what_is_out_of_the_ordinary() {
        let rule: Repeat = "every sat".parse().unwrap();
        let coming = ["2026-12-05T10:00:00", "2027-01-02T11:30:00"]
            .map(|local| at(Moment::new(local.parse().unwrap(), zone("America/New_York"))));
        let shown = line(&rule, &coming[0], &coming, &voice());
        assert_eq!(
            shown.to_string(),
            "↻ every Sat · next Sat 5 Dec, Sat 2 Jan 2027 (11:30)"
        );
        let last = line(&rule, &coming[0], &[], &voice());
        assert_eq!(last.to_string(), "↻ every Sat · no date after this");
    }
}
