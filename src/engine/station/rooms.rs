//! Events are carried out in the order they came within a room, and rooms beside each other: a slow one delays nobody else.
//!
//! What waits here is in the store too. A room keeps only so much in memory; what comes while that is full stays in the
//! store, and so does everything after it until the room has caught up, since order is kept.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use muster_core::chrono::TimeDelta;
use muster_core::error::Fault;
use muster_core::store::{OutboxRow, Received};
use muster_core::surface::{Inbound, NotTold, RoomAddress, Told};
use tokio::sync::{Semaphore, mpsc};
use tokio_util::sync::{CancellationToken, DropGuard};
use tokio_util::task::TaskTracker;

use super::asking::Answered;
use super::{BREATH, Station};
use crate::engine::broken::{Broken, caught};

/// How many events of one room wait in memory.
const MOST_WAITING: u32 = 64;
/// How many events of all rooms do.
const MOST_WAITING_IN_ALL: usize = 4096;
/// How many rooms are served at once.
const ROOMS_AT_ONCE: usize = 32;
/// How often an event is taken up again that was cut off, or for which the platform did not say what it needs: one that
/// ends the process each time must end some day.
const MOST_TRIES: u32 = 10;

/// An event to be carried out.
#[derive(Debug, Clone)]
pub(super) struct Job {
    pub(super) inbound: Inbound,
    how: How,
}

#[derive(Debug, Clone, Copy)]
enum How {
    /// It came in just now.
    Fresh,
    /// It came in just now, and was too much: when its author is listened to again.
    Declined(TimeDelta),
    /// It was found in the store.
    Found,
}

impl Job {
    pub(super) const fn fresh(inbound: Inbound) -> Self {
        Self {
            inbound,
            how: How::Fresh,
        }
    }

    pub(super) const fn declined(inbound: Inbound, wait: TimeDelta) -> Self {
        Self {
            inbound,
            how: How::Declined(wait),
        }
    }

    const fn found(inbound: Inbound) -> Self {
        Self {
            inbound,
            how: How::Found,
        }
    }
}

/// The rooms of a station in which something is to be done. Clones share them.
#[derive(Clone)]
pub(super) struct Rooms(Arc<Shared>);

struct Shared {
    station: Arc<Station>,
    answers: mpsc::Sender<OutboxRow>,
    busy: Mutex<Busy>,
    at_once: Semaphore,
    tasks: TaskTracker,
    /// No further event is begun.
    stop: CancellationToken,
}

#[derive(Default)]
struct Busy {
    rooms: HashMap<RoomAddress, Room>,
    waiting: usize,
}

/// A room with something to do; it is gone when that is done.
#[derive(Default)]
struct Room {
    waiting: VecDeque<Job>,
    /// More of it waits in the store.
    is_behind: bool,
}

/// What came of an event's turn: it is ended, with its answer unless it had ended before; or the platform does not say what
/// it needs, and it still waits.
type Turn = Result<Option<OutboxRow>, NotTold>;

/// What a room does next.
enum Next {
    Carry(Box<Job>),
    CatchUp,
    Rest,
}

impl Rooms {
    pub(super) fn new(station: Arc<Station>, answers: mpsc::Sender<OutboxRow>) -> Self {
        Self(Arc::new(Shared {
            station,
            answers,
            busy: Mutex::default(),
            at_once: Semaphore::new(ROOMS_AT_ONCE),
            tasks: TaskTracker::new(),
            stop: CancellationToken::new(),
        }))
    }

    pub(super) fn station(&self) -> &Arc<Station> {
        &self.0.station
    }

    fn busy(&self) -> MutexGuard<'_, Busy> {
        self.0.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes up an event that was found in the store. A room that has something to do may have it already: it looks by
    /// itself when it is done with that.
    pub(super) fn take_up(&self, inbound: Inbound) {
        if let Some(room) = self.busy().rooms.get_mut(&inbound.room) {
            room.is_behind = true;
            return;
        }
        self.push(Job::found(inbound));
    }

    /// Ends the rooms when it is dropped: no further event is begun.
    pub(super) fn stop_when_dropped(&self) -> DropGuard {
        self.0.stop.clone().drop_guard()
    }

    /// Puts an event, which is in the store, behind the others of its room.
    pub(super) fn push(&self, job: Job) {
        let address = job.inbound.room.clone();
        let mut busy = self.busy();
        let is_idle = !busy.rooms.contains_key(&address);
        let is_full = busy.waiting >= MOST_WAITING_IN_ALL;
        let room = busy.rooms.entry(address.clone()).or_default();
        if is_full || room.is_behind || room.waiting.len() >= MOST_WAITING as usize {
            room.is_behind = true;
        } else {
            room.waiting.push_back(job);
            busy.waiting += 1;
        }
        drop(busy);
        if is_idle {
            self.0.tasks.spawn(self.clone().serve(address));
        }
    }

    /// Lets the events end that are under way, and begins no further one.
    pub(super) async fn finish(&self) {
        self.0.stop.cancel();
        self.0.tasks.close();
        self.0.tasks.wait().await;
    }

    async fn serve(self, address: RoomAddress) {
        let stop = self.0.stop.clone();
        while !stop.is_cancelled() {
            match self.next(&address) {
                Next::Carry(job) => self.carry_out(*job).await,
                Next::CatchUp => self.catch_up(&address).await,
                Next::Rest => return,
            }
        }
    }

    fn next(&self, address: &RoomAddress) -> Next {
        let mut busy = self.busy();
        let Some(room) = busy.rooms.get_mut(address) else {
            return Next::Rest;
        };
        if let Some(job) = room.waiting.pop_front() {
            busy.waiting -= 1;
            Next::Carry(Box::new(job))
        } else if room.is_behind {
            // What comes from now on is put behind what is found now.
            room.is_behind = false;
            Next::CatchUp
        } else {
            busy.rooms.remove(address);
            Next::Rest
        }
    }

    async fn carry_out(&self, job: Job) {
        let engine = &self.station().engine;
        match caught(self.carry_out_in_turn(&job)).await {
            Ok(Ok(Some(answer))) => {
                // The post is gone only when the lease is: then the answer is found in the store.
                let _ = self.0.answers.send(answer).await;
            }
            Ok(Ok(None)) => {}
            Ok(Err(NotTold)) => {
                tracing::warn!(
                    platform = job.inbound.room.platform.code(),
                    "the platform does not say what a command needs, and is asked again"
                );
                self.fall_behind(&job.inbound.room);
                engine.timer.sleep_until(engine.now() + BREATH).await;
            }
            Err(broken) => {
                engine.report(&broken, "an event could not be ended, and is looked at again");
                self.fall_behind(&job.inbound.room);
                // If it took effect, its answer stands in the store and nowhere else.
                engine.let_be_found().await;
                engine.timer.sleep_until(engine.now() + BREATH).await;
            }
        }
    }

    /// Only so many rooms at once; those that wait for what the platform says are not among them.
    async fn carry_out_in_turn(&self, job: &Job) -> Result<Turn, Fault> {
        let told = match job.how {
            How::Declined(_) => Ok(Told::default()),
            How::Fresh | How::Found => self.station().ask_for(&job.inbound).await?,
        };
        let Ok(_permit) = self.0.at_once.acquire().await else {
            return Ok(Ok(None));
        };
        self.done(job, told).await
    }

    async fn done(&self, job: &Job, told: Answered) -> Result<Turn, Fault> {
        let (engine, inbound) = (&self.station().engine, &job.inbound);
        let tries = match job.how {
            How::Fresh => 0,
            How::Declined(wait) => return Ok(Ok(engine.decline(inbound, wait).await?)),
            How::Found => match self.tries(inbound).await? {
                Some(tries) => tries,
                None => return Ok(Ok(None)),
            },
        };
        let (broken, what): (Broken, _) = match told {
            Ok(told) if tries <= MOST_TRIES => return Ok(Ok(engine.carry_out(inbound, &told).await?)),
            Err(NotTold) if tries <= MOST_TRIES => return Ok(Err(NotTold)),
            Ok(_) => {
                let endless = Fault::Invariant("an event ends in a bounded number of tries");
                (endless.into(), "an event was cut off too often")
            }
            Err(not_told) => (not_told.into(), "a command could not be carried out"),
        };
        let reference = engine.report(&broken, what);
        Ok(Ok(engine.give_up(inbound, &reference).await?))
    }

    /// How often an event is taken up again, this time among it; `None` if it is done by now.
    async fn tries(&self, inbound: &Inbound) -> Result<Option<u32>, Fault> {
        let mut unit = self.station().engine.app.store().begin().await?;
        if unit.inbox_state_for_update(inbound).await? != Some(Received::Waiting) {
            return Ok(None);
        }
        let tries = unit.count_try(inbound).await?;
        unit.commit().await?;
        Ok(Some(tries))
    }

    /// What of a room waits in memory is dropped: all of it is found again in the store, in its order.
    fn fall_behind(&self, address: &RoomAddress) {
        let mut busy = self.busy();
        if let Some(room) = busy.rooms.get_mut(address) {
            let dropped = room.waiting.len();
            room.waiting.clear();
            room.is_behind = true;
            busy.waiting -= dropped;
        }
    }

    /// Takes what of a room waits in the store.
    async fn catch_up(&self, address: &RoomAddress) {
        let engine = &self.station().engine;
        match self.found_of(address).await {
            Ok(found) => self.put_in_front(address, found),
            Err(fault) => {
                engine.report(&fault.into(), "events could not be read");
                self.fall_behind(address);
                engine.timer.sleep_until(engine.now() + BREATH).await;
            }
        }
    }

    async fn found_of(&self, address: &RoomAddress) -> Result<Vec<Inbound>, Fault> {
        let mut unit = self.station().engine.app.store().read().await?;
        Ok(unit.waiting_in(address, MOST_WAITING).await?)
    }

    fn put_in_front(&self, address: &RoomAddress, found: Vec<Inbound>) {
        let mut busy = self.busy();
        let Some(room) = busy.rooms.get_mut(address) else {
            return;
        };
        let before = room.waiting.len();
        if found.len() == MOST_WAITING as usize {
            // There may be more, which goes before what has come since.
            room.waiting.clear();
            room.is_behind = true;
        } else {
            // What has come since may be among what was found.
            room.waiting
                .retain(|job| !found.iter().any(|inbound| inbound.event == job.inbound.event));
        }
        for inbound in found.into_iter().rev() {
            room.waiting.push_front(Job::found(inbound));
        }
        let after = room.waiting.len();
        busy.waiting = busy.waiting + after - before;
    }
}
