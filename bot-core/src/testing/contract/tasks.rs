//! What every store does with tasks.

use std::sync::Arc;

use super::fixtures::{at, begin, id, read, ward, zone};
use crate::ids::{GroupId, PersonId, TaskId, TeamId};
use crate::people::{Group, Team};
use crate::store::Store;
use crate::task::series::Usual;
use crate::task::{Series, State, Task};
use crate::time::Moment;

/// The `n`th task of a group, which Ana (person 1) added and nobody has.
pub(super) fn task(group: &Group, n: u32) -> Task {
    Task {
        id: TaskId(id(500 + u128::from(n))),
        group: group.id,
        number: n,
        title: format!("Task {n}"),
        note: None,
        team: None,
        creator: PersonId(id(1)),
        owner: None,
        keeper: None,
        due: None,
        series: None,
        next: None,
        state: State::Open,
        created_at: at(0),
        version: 1,
    }
}

fn done(group: &Group, n: u32, minutes: i64) -> Task {
    Task {
        state: State::Done {
            by: PersonId(id(2)),
            at: at(minutes),
            note: Some("Went well".to_owned()),
        },
        ..task(group, n)
    }
}

async fn save(store: &Arc<dyn Store>, tasks: &[Task]) {
    let mut unit = begin(store).await;
    for task in tasks {
        unit.save_task(task).await.unwrap();
    }
    unit.commit().await.unwrap();
}

fn numbers(tasks: &[Task]) -> Vec<u32> {
    tasks.iter().map(|task| task.number).collect()
}

/// A task reads back whole, by its id and by its number, and only in its own group.
pub async fn a_task_reads_back_whole(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    let team = Team {
        id: TeamId(id(300)),
        group: group.id,
        name: "Print".to_owned(),
    };
    let mut unit = begin(&store).await;
    unit.save_team(&team).await.unwrap();
    unit.commit().await.unwrap();
    // A wall clock that a clock change skips keeps what was typed.
    let skipped = "2027-03-14T02:30:00".parse().unwrap();
    let full = Task {
        note: Some("200 copies".to_owned()),
        team: Some(team.id),
        owner: Some(PersonId(id(2))),
        keeper: Some(PersonId(id(3))),
        due: Some(Moment::new(skipped, zone("America/New_York"))),
        series: Some(Series {
            course: super::reminders::course(skipped),
            date: skipped,
            usual: Some(Usual {
                title: "Usual".to_owned(),
                note: Some("100 copies".to_owned()),
                team: Some(team.id),
            }),
        }),
        next: Some(TaskId(id(502))),
        ..task(&group, 1)
    };
    save(&store, std::slice::from_ref(&full)).await;
    let mut unit = read(&store).await;
    assert_eq!(unit.task(group.id, full.id).await.unwrap(), Some(full.clone()));
    assert_eq!(unit.task_by_number(group.id, 1).await.unwrap(), Some(full.clone()));
    assert_eq!(unit.task_by_number(group.id, 2).await.unwrap(), None);
    assert_eq!(unit.task(GroupId(id(999)), full.id).await.unwrap(), None);
}

/// What is saved again replaces what was there, in every state.
pub async fn a_task_saved_again_is_replaced(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    let full = Task {
        owner: Some(PersonId(id(2))),
        due: Some(Moment::at(at(60), zone("Europe/Madrid"))),
        ..done(&group, 1, 5)
    };
    let bare = Task {
        title: "Other".to_owned(),
        version: 2,
        ..task(&group, 1)
    };
    let deleted = Task {
        state: State::Deleted,
        version: 3,
        ..bare.clone()
    };
    for task in [full, bare, deleted] {
        save(&store, std::slice::from_ref(&task)).await;
        let mut unit = read(&store).await;
        assert_eq!(unit.task_by_number(group.id, 1).await.unwrap(), Some(task));
    }
}

/// Open tasks come by number, done ones the latest first, and deleted ones not at all.
pub async fn tasks_are_listed_by_state(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    let deleted = Task {
        state: State::Deleted,
        ..task(&group, 6)
    };
    let tasks = [
        task(&group, 10),
        task(&group, 2),
        done(&group, 3, 7),
        done(&group, 4, 9),
        done(&group, 5, 9),
        deleted,
    ];
    save(&store, &tasks).await;
    let mut unit = read(&store).await;
    assert_eq!(numbers(&unit.open_tasks(group.id).await.unwrap()), [2, 10]);
    assert_eq!(numbers(&unit.done_tasks(group.id, None, 9).await.unwrap()), [5, 4, 3]);
    assert_eq!(numbers(&unit.done_tasks(group.id, None, 2).await.unwrap()), [5, 4]);
    let team = Some(TeamId(id(300)));
    assert!(unit.done_tasks(group.id, team, 9).await.unwrap().is_empty());
    assert!(unit.open_tasks(GroupId(id(999))).await.unwrap().is_empty());
}

/// What somebody added, has, keeps and did is another's after a merge.
pub async fn tasks_move_to_another_person(store: Arc<dyn Store>) {
    let group = ward(&store).await;
    let (ben, cleo) = (PersonId(id(2)), PersonId(id(3)));
    let bens = Task {
        creator: ben,
        owner: Some(ben),
        keeper: Some(ben),
        ..done(&group, 1, 1)
    };
    save(&store, &[bens.clone(), task(&group, 2)]).await;
    let mut unit = begin(&store).await;
    unit.reassign_tasks(ben, cleo).await.unwrap();
    unit.commit().await.unwrap();
    let moved = Task {
        creator: cleo,
        owner: Some(cleo),
        keeper: Some(cleo),
        state: State::Done {
            by: cleo,
            at: at(1),
            note: Some("Went well".to_owned()),
        },
        ..bens
    };
    let mut unit = read(&store).await;
    assert_eq!(unit.task_by_number(group.id, 1).await.unwrap(), Some(moved));
    assert_eq!(unit.task_by_number(group.id, 2).await.unwrap(), Some(task(&group, 2)));
}
