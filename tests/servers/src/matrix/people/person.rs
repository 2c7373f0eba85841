//! Somebody, and what they see.

use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard};

use serde_json::{Value, json};
use tokio::runtime::Handle;
use tokio::sync::watch;

use super::{People, lock};
use crate::matrix::Synapse;
use crate::matrix::account::{Account, text};
use crate::matrix::arriving::News;
use crate::matrix::ids::{RoomId, UserId};
use crate::matrix::seen::{Breach, Room, Seen};
use crate::waiting;

/// What somebody sees, and a mark after each change.
#[derive(Debug, Default)]
pub(super) struct View {
    seen: Mutex<Seen>,
    changed: watch::Sender<()>,
}

impl View {
    pub(super) fn take(&self, news: News) {
        lock(&self.seen).take(news);
        self.changed.send_replace(());
    }

    pub(super) fn breaches(&self, by: &UserId) -> Vec<Breach> {
        lock(&self.seen).breaches(by).cloned().collect()
    }
}

/// Somebody with a client: one device, which trusts everybody's devices. What they do by requests alone, their [`Account`]
/// does.
#[derive(Debug, Clone)]
pub struct Person {
    account: Account,
    device: String,
    people: Arc<People>,
    view: Arc<View>,
    runtime: Handle,
}

impl From<&Person> for UserId {
    fn from(person: &Person) -> Self {
        person.id().clone()
    }
}

impl Deref for Person {
    type Target = Account;

    fn deref(&self) -> &Account {
        &self.account
    }
}

impl Synapse {
    /// Somebody who is called so, with an account of their own, logged in: another one each time.
    pub fn person(&self, name: &str) -> Person {
        self.client_of(self.account(name))
    }

    /// A new device of somebody's, as a person's.
    pub fn client_of(&self, account: Account) -> Person {
        let people = self.people();
        let who = account.id().localpart().to_owned();
        let view = people.view(&who);
        let order = json!({ "user": account.id().0, "password": account.password() });
        let logged_in = people.order(&who, "log_in", order);
        Person {
            account: Account {
                token: text(&logged_in, "token").to_owned(),
                ..account
            },
            device: text(&logged_in, "device").to_owned(),
            people,
            view,
            runtime: self.door.runtime().handle().clone(),
        }
    }

    /// What of that user's anybody saw, in whichever room, that does not say whom it calls.
    pub fn breaches(&self, by: impl Into<UserId>) -> Vec<Breach> {
        self.people().breaches(&by.into())
    }

    fn people(&self) -> Arc<People> {
        let people = || Arc::new(People::of(&self.url(), self.folder.path()));
        Arc::clone(self.people.get_or_init(people))
    }
}

impl Person {
    /// Their device.
    pub fn device(&self) -> &str {
        &self.device
    }

    /// Has their client do something.
    pub(super) fn order(&self, what: &str, order: Value) -> Value {
        self.people.order(self.id().localpart(), what, order)
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        lock(&self.view.seen)
    }

    /// Something of what they see, without waiting.
    pub fn look<T>(&self, at: impl FnOnce(&Seen) -> T) -> T {
        at(&self.seen())
    }

    /// Something of what they see in a room, without waiting: nothing is there where they were never in it.
    pub fn look_at<T>(&self, room: &RoomId, at: impl FnOnce(&Room) -> T) -> T {
        self.look(|seen| match seen.rooms.get(room) {
            Some(room) => at(room),
            None => at(&Room::default()),
        })
    }

    /// A room as they read it.
    pub fn transcript(&self, room: &RoomId) -> String {
        self.look_at(room, Room::transcript)
    }

    /// Waits until that holds, of what they see in a room. Panics, naming what it waited for and telling what they saw, if it
    /// does not come about.
    pub async fn until(&self, room: &RoomId, what: &str, holds: impl Fn(&Room) -> bool) {
        self.until_some(room, what, |room| holds(room).then_some(())).await;
    }

    /// Waits until there is something to be found in what they see in a room.
    pub async fn until_some<T>(&self, room: &RoomId, what: &str, find: impl Fn(&Room) -> Option<T>) -> T {
        self.until_seen(what, |seen| find(seen.rooms.get(room)?)).await
    }

    /// The same in everything they see.
    pub async fn until_seen<T>(&self, what: &str, find: impl Fn(&Seen) -> Option<T>) -> T {
        let what = format!("{what}, seen by {}", self.id());
        let summary = || self.look(Seen::summary);
        waiting::found(&self.view.changed, &what, || find(&self.seen()), summary).await
    }

    pub(super) fn blocks_on<T>(&self, until: impl Future<Output = T>) -> T {
        self.runtime.block_on(until)
    }

    /// [`until`](Self::until) for a test without a runtime.
    pub fn wait_until(&self, room: &RoomId, what: &str, holds: impl Fn(&Room) -> bool) {
        self.blocks_on(self.until(room, what, holds));
    }

    /// [`until_some`](Self::until_some) for a test without a runtime.
    pub fn wait_until_some<T>(&self, room: &RoomId, what: &str, find: impl Fn(&Room) -> Option<T>) -> T {
        self.blocks_on(self.until_some(room, what, find))
    }

    /// [`until_seen`](Self::until_seen) for a test without a runtime.
    pub fn wait_until_seen<T>(&self, what: &str, find: impl Fn(&Seen) -> Option<T>) -> T {
        self.blocks_on(self.until_seen(what, find))
    }
}
