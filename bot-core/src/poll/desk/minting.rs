//! `poll mint P4 [task|shift]`: what was decided becomes work, once.

use super::{standing, tell_room};
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{PersonId, Reference, TeamId};
use crate::locale::{Arg, Phrase};
use crate::phrase;
use crate::poll::ballot::{IF_NEED_BE, YES, given};
use crate::poll::result::Tally;
use crate::poll::standing::count;
use crate::poll::undo::PollUndo;
use crate::poll::work::{self, WorkKind};
use crate::poll::{Poll, card};
use crate::reply::Card;
use crate::reply::cut::cut_chars;
use crate::shift::{self, Needs};
use crate::task::{self, Task};
use crate::time::Moment;
use crate::undo::{Undo, must_still_be};

pub(super) async fn mint(desk: &mut Desk<'_>, reference: Reference, kind: Option<WorkKind>) -> Outcome<Answer> {
    let group = desk.group()?.id;
    let unit = &mut *desk.work.unit;
    let found = unit.poll_by_number_for_update(group, reference.number).await?;
    let poll = standing(desk, found, reference)?;
    let team = work::team(&poll);
    desk.must_run(team)?;
    must_still_be(desk, team).await?;
    must_be_closed(desk, &poll)?;
    must_be_new(desk, &poll).await?;
    let tally = count(desk.work.unit, &poll).await?;
    must_be_decided(&poll, &tally)?;
    match kind.unwrap_or(WorkKind::usual(poll.kind)) {
        WorkKind::Task => tasks(desk, poll, &tally, team).await,
        WorkKind::Shift => shift(desk, poll, &tally, team).await,
    }
}

fn must_be_closed(desk: &Desk<'_>, poll: &Poll) -> Result<(), UserError> {
    if !poll.is_open(desk.work.now) {
        return Ok(());
    }
    let reference = poll.reference();
    let refusal = phrase!("poll-mint-open", poll = word reference, closes = moment poll.closes);
    Err(UserError::new(refusal).type_next(format!("poll close {reference}")))
}

async fn must_be_new(desk: &mut Desk<'_>, poll: &Poll) -> Outcome<()> {
    let works = desk.work.unit.poll_works(poll.group, poll.id).await?;
    let Some(first) = works.first() else { return Ok(()) };
    let refusal = UserError::new(card::became_already(poll, &works));
    Err(refusal.type_next(format!("{} show {first}", first.kind.word())).into())
}

fn must_be_decided(poll: &Poll, tally: &Tally) -> Result<(), UserError> {
    if !work::to_do(poll, tally).is_empty() {
        return Ok(());
    }
    let (reference, result) = (poll.reference(), card::sentence(poll, tally));
    let refusal = phrase!("poll-mint-nothing", poll = word reference, result = phrase result);
    Err(UserError::new(refusal).type_next("task add"))
}

/// A task for each title. That of a time which suits is due then.
async fn tasks(desk: &mut Desk<'_>, poll: Poll, tally: &Tally, team: Option<TeamId>) -> Outcome<Answer> {
    let due: Option<Moment> = work::time(&poll, tally).map(|(_, when)| when.start);
    let mut made: Vec<Task> = Vec::new();
    for title in work::to_do(&poll, tally) {
        let title = cut_chars(title, task::TITLE_MAX);
        let note = note(desk, &poll, &title);
        made.push(task::desk::add_one(desk, title, Some(note), due.clone(), team).await?);
    }
    let works: Vec<Reference> = made.iter().map(Task::reference).collect();
    let before = made.iter().map(task::change::unborn).collect();
    let undo = PollUndo::MintedTasks { poll: poll.id, before };
    let said = keep(desk, poll, &works, undo).await?;
    task::desk::added(desk, made, &said).await
}

/// A shift at the time that was chosen, with those who said yes to it.
async fn shift(desk: &mut Desk<'_>, poll: Poll, tally: &Tally, team: Option<TeamId>) -> Outcome<Answer> {
    let Some((option, when)) = work::time(&poll, tally) else {
        let reference = poll.reference();
        let refusal = phrase!("poll-mint-no-time", poll = word reference);
        return Err(UserError::new(refusal)
            .type_next(format!("poll mint {reference} task"))
            .into());
    };
    let title = cut_chars(&poll.question, shift::TITLE_CHARS);
    let template = shift::series::Template {
        note: Some(note(desk, &poll, &title)),
        title,
        place: None,
        team,
        cutoff: None,
        opens: None,
        needs: Needs::Anyone,
    };
    let can = who_can(desk, &poll, option).await?;
    let roster = shift::desk::post_with(desk, &when, template, &can.come).await?;
    let undo = PollUndo::MintedShift {
        poll: poll.id,
        shift: roster.shift.number,
    };
    let (reference, secret) = (poll.reference(), poll.is_secret());
    let mut said = vec![keep(desk, poll, &[roster.shift.reference()], undo).await?];
    if secret {
        said.push(phrase!("poll-mint-secret", poll = word reference));
    }
    said.extend(not_put_in(desk, &can.if_need_be).await?);
    said.extend(shift::desk::warnings(desk, &roster).await?);
    shift::desk::with_card(desk, said, roster).await
}

/// The members who can come at a time.
#[derive(Default)]
struct Able {
    come: Vec<PersonId>,
    if_need_be: Vec<PersonId>,
}

/// Who said that they can come at that time; of a secret poll nobody, since nobody can tell.
async fn who_can(desk: &mut Desk<'_>, poll: &Poll, option: u32) -> Outcome<Able> {
    let mut able = Able::default();
    if poll.is_secret() {
        return Ok(able);
    }
    for ballot in desk.work.unit.ballots(poll.group, poll.id).await? {
        let people = match given(poll.kind, &ballot.chosen, option) {
            Some(YES) => &mut able.come,
            Some(IF_NEED_BE) => &mut able.if_need_be,
            _ => continue,
        };
        if desk.work.unit.membership(poll.group, ballot.person).await?.is_some() {
            people.push(ballot.person);
        }
    }
    Ok(able)
}

/// Who can come if need be: they are named, and it is for the captain to ask them.
async fn not_put_in(desk: &mut Desk<'_>, people: &[PersonId]) -> Outcome<Option<Phrase>> {
    let mut named = Vec::new();
    for person in people {
        named.push(Arg::Person(desk.work.name_of(*person).await?));
    }
    let count = named.len();
    Ok((count > 0).then(|| phrase!("poll-mint-if-need-be", people = list named, count = number count)))
}

/// Where the work comes from, for whoever reads it later; with the question, unless that is the title.
fn note(desk: &Desk<'_>, poll: &Poll, title: &str) -> String {
    let (reference, question) = (poll.reference(), &poll.question);
    desk.voice.text(&if title == question {
        phrase!("poll-work-of", poll = word reference)
    } else {
        phrase!("poll-work-of-question", poll = word reference, question = user question)
    })
}

/// Writes down what the poll became and what takes it back, and tells the poll's room of it.
async fn keep(desk: &mut Desk<'_>, poll: Poll, works: &[Reference], undo: PollUndo) -> Outcome<Phrase> {
    for work in works {
        desk.work.unit.add_poll_work(poll.group, poll.id, *work).await?;
    }
    let poll = poll.changed();
    desk.work.save_poll(&poll).await?;
    desk.work
        .audit(poll.group, desk.me(), "poll.minted", Some(poll.reference()), None)
        .await?;
    desk.remember_undo(Undo::Poll(undo)).await?;
    let said = card::became(&poll, works);
    let show = works.first().map(|work| format!("{} show {work}", work.kind.word()));
    tell_room(desk, &poll, |voice| {
        let card: Card = voice.say(&said);
        card.actions(voice, [], show.unwrap_or_default())
    })
    .await?;
    Ok(said)
}
