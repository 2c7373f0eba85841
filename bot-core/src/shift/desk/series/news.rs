//! What people on the dates of a series hear of an act: of one date as of any shift, of several in one message.

use std::collections::{BTreeMap, BTreeSet};

use super::{DateChange, hours, is_live};
use crate::desk::Desk;
use crate::error::{Fault, Outcome};
use crate::ids::{PersonId, Reference};
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::reply::Card;
use crate::shift::roster::Move;
use crate::shift::series::Series;
use crate::shift::{Holder, Roster, near, notice};
use crate::work::{Personal, Work};

/// What becomes of a date for whoever is on it.
enum News {
    Cancelled,
    Restored,
    Moved,
    Elsewhere,
}

/// Tells everybody on the dates what became of them; whoever acted sees it in the answer.
pub(in crate::shift) async fn tell(desk: &mut Desk<'_>, series: &Series, changes: &[DateChange]) -> Outcome<()> {
    let me = desk.me();
    let dates = hours::by_date(changes);
    if let [change] = dates[..] {
        return Ok(tell_of_one(&mut desk.work, change, me).await?);
    }
    let mut news: BTreeMap<PersonId, Vec<Phrase>> = BTreeMap::new();
    let mut reasons = None;
    let mut touched: BTreeMap<PersonId, Vec<&DateChange>> = BTreeMap::new();
    for change in dates {
        let shift = &change.after.shift;
        if let Some(what) = what(change) {
            for person in concerned(&what, change) {
                touched.entry(person).or_default().push(change);
                news.entry(person).or_default().push(line(&what, change));
                if matches!(what, News::Moved) {
                    let warnings = near::warnings(&mut desk.work, shift, person, None).await?;
                    news.entry(person).or_default().extend(warnings);
                }
            }
        }
        for moved in &change.moves {
            let person = moved.seat().holder.answerable();
            touched.entry(person).or_default().push(change);
            news.entry(person).or_default().push(line_of(&change.after, moved));
        }
        reasons = reasons.or_else(|| shift.cancelled.as_ref()?.reason.clone());
    }
    news.remove(&me);
    let group = desk.work.group(series.group).await?;
    let title = &series.template.title;
    for (person, lines) in news {
        if let Some([change]) = touched.get(&person).map(Vec::as_slice) {
            tell_as_of_one(&mut desk.work, change, person, me).await?;
            continue;
        }
        let personal = Personal::news(format_args!("{}/v{}", series.id.0, series.version), person);
        let (opening, reason) = (phrase!("series-news", title = user title), reasons.as_ref());
        let again = touched.get(&person).map(|dates| asked_again(dates, person));
        let again = again.unwrap_or_default();
        desk.work
            .notify(&group, person, personal, |voice| {
                let lines: Vec<_> = lines.iter().map(|line| voice.line(line)).collect();
                let card: Card = voice.say(&opening).list(lines);
                let card = match reason {
                    Some(reason) => card.line(voice.line(&phrase!("shift-cancel-reason", reason = user reason))),
                    None => card,
                };
                let card = match again.first() {
                    Some(first) => card.line(voice.line(&asks_again(&again, *first))),
                    None => card,
                };
                card.actions(voice, [], "shift list mine")
            })
            .await?;
    }
    Ok(())
}

/// The dates for which somebody had confirmed and is asked again.
fn asked_again(dates: &[&DateChange], person: PersonId) -> Vec<Reference> {
    let again = |change: &&&DateChange| notice::asked_again(&change.before, &change.after).contains(&person);
    let mut shifts: Vec<Reference> = dates
        .iter()
        .filter(again)
        .map(|change| change.after.shift.reference())
        .collect();
    shifts.dedup();
    shifts
}

/// "You had confirmed S1 and S2. Can you still make it? To say so again: shift confirm S1"
fn asks_again(shifts: &[Reference], first: Reference) -> Phrase {
    let named: Vec<Arg> = shifts.iter().map(|shift| Arg::Word(shift.to_string())).collect();
    phrase!("series-news-asks", shifts = list named, confirm = command format!("shift confirm {first}"))
}

/// Tells somebody who is on one of the dates only, as of any shift.
async fn tell_as_of_one(work: &mut Work<'_>, change: &DateChange, person: PersonId, me: PersonId) -> Result<(), Fault> {
    let roster = &change.after;
    match what(change).filter(|what| concerned(what, change).contains(&person)) {
        Some(News::Cancelled) => notice::cancelled_to(work, roster, person, me).await?,
        Some(News::Restored) => notice::restored_to(work, roster, person, me).await?,
        Some(News::Moved) => notice::moved_to(work, roster, &change.before.shift.when(), person, me).await?,
        Some(News::Elsewhere) => notice::relocated_to(work, roster, person, me).await?,
        None => {}
    }
    let theirs = change
        .moves
        .iter()
        .filter(|moved| moved.seat().holder.answerable() == person);
    let theirs: Vec<Move> = theirs.cloned().collect();
    notice::moves(work, roster, &theirs, Some(me)).await
}

async fn tell_of_one(work: &mut Work<'_>, change: &DateChange, me: PersonId) -> Result<(), Fault> {
    match what(change) {
        Some(News::Cancelled) => notice::cancelled(work, &change.after, me).await?,
        Some(News::Restored) => notice::restored(work, &change.after, me).await?,
        Some(News::Moved) => notice::moved(work, &change.after, &change.before.shift.when(), me).await?,
        Some(News::Elsewhere) => notice::relocated(work, &change.before, &change.after, me).await?,
        None => {}
    }
    notice::moves(work, &change.after, &change.moves, Some(me)).await
}

fn what(change: &DateChange) -> Option<News> {
    let (before, after) = (&change.before.shift, &change.after.shift);
    match (is_live(before), is_live(after)) {
        (true, false) => Some(News::Cancelled),
        (false, true) => Some(News::Restored),
        (true, true) if before.when() != after.when() => Some(News::Moved),
        (true, true) if before.place != after.place => Some(News::Elsewhere),
        _ => None,
    }
}

/// Who hears of it: of another place those who had confirmed, of all else everybody on the date.
fn concerned(what: &News, change: &DateChange) -> BTreeSet<PersonId> {
    match what {
        News::Elsewhere => notice::asked_again(&change.before, &change.after).into_iter().collect(),
        News::Cancelled | News::Restored | News::Moved => change.after.people(),
    }
}

fn line(what: &News, change: &DateChange) -> Phrase {
    let (was, now) = (change.before.shift.when(), change.after.shift.when());
    let shift = change.after.shift.reference();
    match what {
        News::Cancelled => phrase!("series-news-cancelled", shift = word shift, when = when now),
        News::Restored => phrase!("series-news-restored", shift = word shift, when = when now),
        News::Moved => phrase!("series-news-moved", shift = word shift, was = when was, now = when now),
        News::Elsewhere => phrase!("series-news-elsewhere", shift = word shift, when = when now),
    }
}

fn line_of(roster: &Roster, moved: &Move) -> Phrase {
    let (shift, when) = (roster.shift.reference(), roster.shift.when());
    let seat = match moved {
        Move::Up(seat) => seat,
        Move::Asked(_) => {
            return phrase!("series-news-offered", shift = word shift, when = when when, claim = command format!("shift claim {shift}"));
        }
        Move::Relieved(_) => return phrase!("series-news-relieved", shift = word shift, when = when when),
    };
    match (&seat.holder, roster.role_of(seat)) {
        (Holder::Guest { name, .. }, _) => {
            phrase!("series-news-promoted-guest", shift = word shift, when = when when, name = user name)
        }
        (Holder::Member(_), Some(role)) => {
            phrase!("series-news-promoted-as", shift = word shift, when = when when, role = user role)
        }
        (Holder::Member(_), None) => phrase!("series-news-promoted", shift = word shift, when = when when),
    }
}
