//! What every store does when many come at once. These behaviours also take what starts a task of its own.

use std::pin::Pin;
use std::sync::{Arc, Mutex};

use super::fixtures::{begin, group};
use crate::ids::{GroupId, Kind};
use crate::store::{Store, StoreError, StoreResult};

/// Something to do.
pub type Task = Pin<Box<dyn Future<Output = ()> + Send>>;

/// Starts a task of its own; what comes back waits for its end.
pub type Spawn = fn(Task) -> Task;

/// Starts every task before it waits for any.
pub async fn all_at_once(spawn: Spawn, tasks: impl IntoIterator<Item = Task>) {
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
        }) as Task
    });
    all_at_once(spawn, takers).await;
    let mut given = std::mem::take(&mut *given.lock().unwrap());
    given.sort_unstable();
    assert_eq!(given, (1..=64).collect::<Vec<_>>());
}

async fn take_a_number(store: &Arc<dyn Store>, group: GroupId) -> u32 {
    loop {
        match try_to_take_a_number(store, group).await {
            Err(StoreError::Contended) => {}
            number => return number.unwrap(),
        }
    }
}

async fn try_to_take_a_number(store: &Arc<dyn Store>, group: GroupId) -> StoreResult<u32> {
    let mut unit = store.begin().await?;
    let number = unit.next_number(group, Kind::Shift).await?;
    unit.commit().await?;
    Ok(number)
}
