//! What every store does when many come at once. These behaviours also take what starts a task of its own.

use std::pin::Pin;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;

use super::fixtures::{at, begin, group, id, person, read, ward};
use super::linking::code;
use super::polls::{ballot, poll};
use super::reminders::reminder;
use super::shifts::shift;
use super::tasks::task;
use crate::ids::{GroupId, Kind, PersonId, ReminderId, TaskId};
use crate::people::link::LinkPurpose;
use crate::store::{Store, StoreError, StoreResult, UnitOfWork};

/// Something to do.
pub type Chore = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Starts a task of its own; what comes back waits for its end.
pub type Spawn = fn(Chore) -> Chore;

/// Starts every task before it waits for any.
pub async fn all_at_once(spawn: Spawn, tasks: impl IntoIterator<Item = Chore>) {
    let started: Vec<_> = tasks.into_iter().map(spawn).collect();
    for task in started {
        task.await;
    }
}

/// Sixty-four take a number of the same group at once, and again where they met: each number is given once.
pub async fn a_number_is_given_once(store: Arc<dyn Store>, spawn: Spawn) {
    let group = group(100);
    let mut unit = begin(&store).await;
    unit.save_group(&group).await.unwrap();
    unit.commit().await.unwrap();

    let given = Arc::new(Mutex::new(Vec::new()));
    let takers = (0..64).map(|_| {
        let (store, given) = (store.clone(), given.clone());
        Box::pin(async move {
            let number = take_a_number(&store, group.id).await;
            given.lock().unwrap().push(number);
        }) as Chore
    });
    all_at_once(spawn, takers).await;
    let mut given = std::mem::take(&mut *given.lock().unwrap());
    given.sort_unstable();
    assert_eq!(given, (1..=64).collect::<Vec<_>>());
}

async fn take_a_number(store: &Arc<dyn Store>, group: GroupId) -> u32 {
    again_if_contended(|| try_to_take_a_number(store, group)).await
}

/// Runs a unit of work again for as long as it meets others.
async fn again_if_contended<T, F: Future<Output = StoreResult<T>>>(unit: impl Fn() -> F) -> T {
    loop {
        match unit().await {
            Err(StoreError::Contended) => {}
            outcome => return outcome.unwrap(),
        }
    }
}

async fn try_to_take_a_number(store: &Arc<dyn Store>, group: GroupId) -> StoreResult<u32> {
    let mut unit = store.begin().await?;
    let number = unit.next_number(group, Kind::Shift).await?;
    unit.commit().await?;
    Ok(number)
}

/// What has a loader to be changed, each loader once.
#[derive(Debug, Clone, Copy)]
enum Loaded {
    Person,
    Group,
    Membership,
    LinkCode,
    ClaimedCode,
    Shift,
    Task,
    TaskByNumber,
    Reminder,
    ReminderByNumber,
    Poll,
    PollByNumber,
}

const ANA: PersonId = PersonId(id(1));
const EVERYTHING: [Loaded; 12] = [
    Loaded::Person,
    Loaded::Group,
    Loaded::Membership,
    Loaded::LinkCode,
    Loaded::ClaimedCode,
    Loaded::Shift,
    Loaded::Task,
    Loaded::TaskByNumber,
    Loaded::Reminder,
    Loaded::ReminderByNumber,
    Loaded::Poll,
    Loaded::PollByNumber,
];

/// How many change the same thing at once.
const CHANGES: u32 = 8;

/// Many load the same to change it, at once: each sees what the one before left, so no change is lost.
pub async fn what_is_loaded_to_be_changed_is_changed_in_turn(store: Arc<dyn Store>, spawn: Spawn) {
    let group = ward(&store).await;
    let mut unit = begin(&store).await;
    unit.save_shift(&shift(group.id, 1, 0)).await.unwrap();
    unit.save_task(&task(&group, 1)).await.unwrap();
    unit.save_reminder(&reminder(&group, 1)).await.unwrap();
    unit.save_poll(&poll(group.id, 1)).await.unwrap();
    let mut asked = code(1, LinkPurpose::Person(ANA), 1);
    asked.claimed_by = Some(PersonId(id(2)));
    unit.save_link_code(&asked).await.unwrap();
    unit.commit().await.unwrap();

    let group = group.id;
    let changes = (0..CHANGES).flat_map(|_| EVERYTHING).map(|what| {
        let store = store.clone();
        Box::pin(async move { again_if_contended(|| change(&store, group, what)).await }) as Chore
    });
    all_at_once(spawn, changes).await;

    let mut unit = read(&store).await;
    let once = 1 + CHANGES;
    let twice = 1 + 2 * CHANGES;
    let minutes = i64::from(twice);
    assert_eq!(unit.person(ANA).await.unwrap().unwrap().version, once);
    assert_eq!(unit.group(group).await.unwrap().unwrap().version, once);
    let joined = unit.membership(group, ANA).await.unwrap().unwrap().joined_at;
    assert_eq!(joined, at(i64::from(once)));
    let ends = unit.link_code(&asked.hash).await.unwrap().unwrap().expires_at;
    assert_eq!(ends, at(minutes));
    assert_eq!(unit.shift(group, 1).await.unwrap().unwrap().shift.version, once);
    assert_eq!(unit.task_by_number(group, 1).await.unwrap().unwrap().version, twice);
    assert_eq!(unit.reminder_by_number(group, 1).await.unwrap().unwrap().version, twice);
    assert_eq!(unit.poll_by_number(group, 1).await.unwrap().unwrap().version, twice);
}

async fn change(store: &Arc<dyn Store>, group: GroupId, what: Loaded) -> StoreResult<()> {
    let mut unit = store.begin().await?;
    change_in(&mut *unit, group, what).await?;
    unit.commit().await
}

async fn change_in(unit: &mut dyn UnitOfWork, group: GroupId, what: Loaded) -> StoreResult<()> {
    let minute = TimeDelta::minutes(1);
    let of_the_poll = poll(group, 1).id;
    match what {
        Loaded::Person => {
            let mut person = unit.person_for_update(ANA).await?.unwrap();
            person.version += 1;
            unit.save_person(&person).await
        }
        Loaded::Group => {
            let mut group = unit.group_for_update(group).await?.unwrap();
            group.version += 1;
            unit.save_group(&group).await
        }
        Loaded::Membership => {
            let mut membership = unit.membership_for_update(group, ANA).await?.unwrap();
            membership.joined_at += minute;
            unit.save_membership(&membership).await
        }
        Loaded::LinkCode | Loaded::ClaimedCode => {
            let code = match what {
                Loaded::LinkCode => unit.link_code_for_update(&[1; 32]).await?,
                _ => unit.claimed_code_for_update(ANA).await?,
            };
            let mut code = code.unwrap();
            code.expires_at += minute;
            unit.save_link_code(&code).await
        }
        Loaded::Shift => {
            let mut shift = unit.shift_for_update(group, 1).await?.unwrap().shift;
            shift.version += 1;
            unit.save_shift(&shift).await
        }
        Loaded::Task | Loaded::TaskByNumber => {
            let task = match what {
                Loaded::Task => unit.task_for_update(group, TaskId(id(501))).await?,
                _ => unit.task_by_number_for_update(group, 1).await?,
            };
            let mut task = task.unwrap();
            task.version += 1;
            unit.save_task(&task).await
        }
        Loaded::Reminder | Loaded::ReminderByNumber => {
            let reminder = match what {
                Loaded::Reminder => unit.reminder_for_update(group, ReminderId(id(601))).await?,
                _ => unit.reminder_by_number_for_update(group, 1).await?,
            };
            let mut reminder = reminder.unwrap();
            reminder.version += 1;
            unit.save_reminder(&reminder).await
        }
        Loaded::Poll | Loaded::PollByNumber => {
            let poll = match what {
                Loaded::Poll => unit.poll_for_update(group, of_the_poll).await?,
                _ => unit.poll_by_number_for_update(group, 1).await?,
            };
            let mut poll = poll.unwrap();
            poll.version += 1;
            unit.save_poll(&poll).await
        }
    }
}

/// Many vote while one closes the poll: what was counted at the closing is what stands afterwards.
pub async fn no_vote_comes_after_the_closing(store: Arc<dyn Store>, spawn: Spawn) {
    let group = ward(&store).await.id;
    let mut unit = begin(&store).await;
    unit.save_poll(&poll(group, 1)).await.unwrap();
    for n in 10..40 {
        unit.save_person(&person(n, "Voter")).await.unwrap();
    }
    unit.commit().await.unwrap();

    let counted = Arc::new(Mutex::new(None));
    let votes = (10..40).map(|n| {
        let store = store.clone();
        Box::pin(async move { again_if_contended(|| vote(&store, group, PersonId(id(n)))).await }) as Chore
    });
    let (closing_store, closing_count) = (store.clone(), counted.clone());
    let closing = Box::pin(async move {
        let count = again_if_contended(|| close(&closing_store, group)).await;
        *closing_count.lock().unwrap() = Some(count);
    }) as Chore;
    let mut tasks: Vec<Chore> = votes.collect();
    tasks.insert(15, closing);
    all_at_once(spawn, tasks).await;

    let stand = read(&store)
        .await
        .ballots(group, poll(group, 1).id)
        .await
        .unwrap()
        .len();
    assert_eq!(*counted.lock().unwrap(), Some(stand));
}

async fn vote(store: &Arc<dyn Store>, group: GroupId, person: PersonId) -> StoreResult<()> {
    let mut unit = store.begin().await?;
    let poll = unit.poll_by_number_for_vote(group, 1).await?.unwrap();
    // The same poll by its id, which an undo takes.
    let poll = unit.poll_for_vote(group, poll.id).await?.unwrap();
    if poll.closed_at.is_none() {
        unit.save_ballot(group, poll.id, &ballot(person, &[1], 1)).await?;
    }
    unit.commit().await
}

async fn close(store: &Arc<dyn Store>, group: GroupId) -> StoreResult<usize> {
    let mut unit = store.begin().await?;
    let poll = unit.poll_by_number_for_update(group, 1).await?.unwrap();
    let counted = unit.ballots(group, poll.id).await?.len();
    unit.save_poll(&poll.closed(at(20))).await?;
    unit.commit().await?;
    Ok(counted)
}
