//! Faults and panics: caught, counted, and logged once, each with a reference that a person can read out.

use std::cell::RefCell;
use std::panic::AssertUnwindSafe;
use std::sync::Once;

use futures_util::FutureExt;
use muster_core::error::Fault;
use muster_core::surface::NotTold;

use super::Engine;

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub(super) enum Broken {
    /// A bug that was seen, or an outage.
    #[error(transparent)]
    Fault(#[from] Fault),
    /// The platform did not say what it was asked.
    #[error(transparent)]
    NotTold(#[from] NotTold),
    /// A bug that was not seen: a panic, where it happened. What it says may hold what people typed, and is left out.
    #[error("a panic at {0}")]
    Panic(String),
}

thread_local! {
    /// Where the latest panic of this thread happened.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// From now on a panic that is caught here is not also printed, with whatever it says.
fn keep_quiet_about_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let loud = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let place = panic.location().map(ToString::to_string);
            let is_caught = CATCHING.with(|depth| *depth.borrow() > 0);
            PLACE.with(|last| last.replace(place));
            if !is_caught {
                loud(panic);
            }
        }));
    });
}

thread_local! {
    /// How many catchers this thread is within.
    static CATCHING: RefCell<u32> = const { RefCell::new(0) };
}

/// Does something that may panic; a panic ends it alone.
pub(super) async fn caught<T>(work: impl Future<Output = Result<T, Fault>>) -> Result<T, Broken> {
    keep_quiet_about_panics();
    let mut work = std::pin::pin!(AssertUnwindSafe(work).catch_unwind());
    // A future moves between threads: only while it is polled is its panic this thread's.
    let ended = std::future::poll_fn(|context| {
        CATCHING.with(|depth| *depth.borrow_mut() += 1);
        let polled = work.as_mut().poll(context);
        CATCHING.with(|depth| *depth.borrow_mut() -= 1);
        polled
    });
    let Ok(done) = ended.await else {
        let place = PLACE.with(RefCell::take);
        return Err(Broken::Panic(place.unwrap_or_else(|| "an unknown place".to_owned())));
    };
    Ok(done?)
}

impl Engine {
    /// Counts and logs it, here and nowhere else; the reference of the log line.
    pub(super) fn report(&self, broken: &Broken, what: &'static str) -> String {
        let reference = self.reference();
        match broken {
            Broken::Fault(_) | Broken::NotTold(_) => self.metrics.fault(),
            Broken::Panic(_) => self.metrics.panicked(),
        }
        tracing::error!(fault.reference = %reference, error = broken as &dyn std::error::Error, "{what}");
        reference
    }

    /// Eight hexadecimal digits.
    fn reference(&self) -> String {
        let mut bytes = [0; 4];
        self.ids.fill(&mut bytes);
        format!("{:08x}", u32::from_be_bytes(bytes))
    }
}
