//! What people do.
//!
//! - here: the process that all their clients live in
//! - [`Person`]: who they are, what they see, and waiting for that
//! - `rooms`: coming and going; `writing`: what they say; `keys`: who may read it, and whom they trust

mod keys;
mod person;
mod rooms;
mod writing;

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::Deserialize;
use serde_json::{Value, json};

use super::arriving::News;
use super::ids::UserId;
use super::process::last_lines;
use super::python;
use super::seen::Breach;
use crate::waiting::PATIENCE;
use person::View;

pub use keys::Device;
pub use person::Person;
pub use writing::Spelling;

/// What goes wrong with their clients.
const LOG: &str = "people.log";

/// The process of the people's clients: it ends when its standard input does.
#[derive(Debug)]
pub(super) struct People {
    desk: Arc<Desk>,
    child: Mutex<Child>,
    folder: PathBuf,
}

/// What the process and the test share.
#[derive(Debug, Default)]
struct Desk {
    input: Mutex<Option<ChildStdin>>,
    /// Who waits for an order to be carried out, by its number.
    orders: Mutex<Orders>,
    views: Mutex<HashMap<String, Arc<View>>>,
}

#[derive(Debug, Default)]
struct Orders {
    given: u64,
    waiting: HashMap<u64, Sender<Result<Value, String>>>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Line {
    Done {
        id: u64,
        done: Value,
    },
    Failed {
        id: u64,
        failed: String,
    },
    News {
        who: String,
        #[serde(flatten)]
        news: News,
    },
}

impl People {
    /// With the homeserver at that address, and their keys and their log in that folder.
    pub(super) fn of(url: &str, folder: &Path) -> Self {
        let keys = folder.join("keys");
        std::fs::create_dir_all(&keys).expect("a folder for the keys");
        let log = File::create(folder.join(LOG)).expect("a file for what goes wrong");
        let mut child = python::script("people.py")
            .arg(url)
            .arg(keys)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .expect("Python starts");
        let desk = Arc::new(Desk::default());
        *lock(&desk.input) = child.stdin.take();
        let said = child.stdout.take().expect("a pipe from Python");
        let reader = Arc::clone(&desk);
        std::thread::spawn(move || reader.read(said));
        Self {
            desk,
            child: Mutex::new(child),
            folder: folder.to_owned(),
        }
    }

    /// The last that went wrong here, and that the homeserver logged.
    fn last_words(&self) -> String {
        let logs = [LOG, "homeserver.log"].map(|name| last_lines(&self.folder.join(name)));
        logs.concat()
    }

    /// What that person sees from now on.
    fn view(&self, who: &str) -> Arc<View> {
        let mut views = lock(&self.desk.views);
        Arc::clone(views.entry(who.to_owned()).or_default())
    }

    /// What of that user's any of them saw that does not say whom it calls.
    pub(super) fn breaches(&self, by: &UserId) -> Vec<Breach> {
        let views: Vec<_> = lock(&self.desk.views).values().cloned().collect();
        views.iter().flat_map(|view| view.breaches(by)).collect()
    }

    /// Has somebody's client do something, and waits until it is done.
    fn order(&self, who: &str, what: &str, order: Value) -> Value {
        let done = self.desk.give(who, what, order).recv_timeout(PATIENCE);
        let done = done.unwrap_or_else(|_| Err(format!("not done within {PATIENCE:?}")));
        done.unwrap_or_else(|why| panic!("{who} cannot {what}: {why}\n{}", self.last_words()))
    }
}

impl Drop for People {
    fn drop(&mut self) {
        let mut child = lock(&self.child);
        // It may have ended by itself.
        let _ = child.kill();
        let _ = child.wait();
    }
}

impl Desk {
    fn give(&self, who: &str, what: &str, mut order: Value) -> mpsc::Receiver<Result<Value, String>> {
        let (sender, done) = mpsc::channel();
        let mut orders = lock(&self.orders);
        orders.given += 1;
        let id = orders.given;
        orders.waiting.insert(id, sender);
        drop(orders);
        order["id"] = json!(id);
        order["who"] = json!(who);
        order["do"] = json!(what);
        let mut input = lock(&self.input);
        let input = input.as_mut().expect("a pipe to Python");
        writeln!(input, "{order}").expect("the people's clients listen");
        done
    }

    /// Takes what the process says until it ends.
    fn read(&self, said: ChildStdout) {
        for line in BufReader::new(said).lines().map_while(Result::ok) {
            let line: Line = serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line}"));
            match line {
                Line::Done { id, done } => self.tell(id, Ok(done)),
                Line::Failed { id, failed } => self.tell(id, Err(failed)),
                Line::News { who, news } => {
                    let view = lock(&self.views).get(&who).cloned();
                    view.expect("somebody who is known").take(news);
                }
            }
        }
        // Whoever waits need not wait longer.
        lock(&self.orders).waiting.clear();
    }

    fn tell(&self, id: u64, done: Result<Value, String>) {
        let waiting = lock(&self.orders).waiting.remove(&id);
        // Whoever gave the order may have lost their patience.
        let _ = waiting.map(|waiting| waiting.send(done));
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
