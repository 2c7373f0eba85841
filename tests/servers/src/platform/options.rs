//! What kind of platform a test wants.

use std::time::Duration;

use muster_core::surface::Rates;

use super::TestPlatform;
use crate::address::{DEFER_AFTER, PATIENCE};
use crate::profile::Profile;

/// What a platform is like; [`start`](Self::start) makes one.
#[derive(Debug, Clone)]
pub struct Options {
    pub(super) profile: Profile,
    pub(super) place: String,
    pub(super) place_name: String,
    pub(super) real_rates: bool,
    pub(super) enforced: Rates,
    pub(super) defer_after: Duration,
    pub(super) respond_within: Duration,
    pub(super) patience: Duration,
    pub(super) resumes: bool,
}

impl Options {
    /// A platform of that profile with the times of the platform that it stands in for, and without limits.
    pub fn new(profile: Profile) -> Self {
        Self {
            profile,
            place: "square".to_owned(),
            place_name: "Square".to_owned(),
            real_rates: false,
            enforced: Rates::UNLIMITED,
            defer_after: DEFER_AFTER,
            respond_within: Duration::from_secs(3),
            patience: PATIENCE,
            resumes: false,
        }
    }

    /// The one place that all its rooms belong to: its id, and the name that people see.
    #[must_use]
    pub fn place(mut self, place: &str, name: &str) -> Self {
        place.clone_into(&mut self.place);
        name.clone_into(&mut self.place_name);
        self
    }

    /// The adapter declares the rates of the platform that this one stands in for.
    #[must_use]
    pub const fn real_rates(mut self) -> Self {
        self.real_rates = true;
        self
    }

    /// What is beyond these rates is refused, and counted as a breach.
    #[must_use]
    pub const fn enforce(mut self, rates: Rates) -> Self {
        self.enforced = rates;
        self
    }

    /// When the adapter defers an answer, and when people are told that the bot did not respond (profile `Deadline`):
    /// 1.5 s and 3 s unless a test is in a hurry.
    #[must_use]
    pub const fn deadlines(mut self, defer_after: Duration, respond_within: Duration) -> Self {
        self.defer_after = defer_after;
        self.respond_within = respond_within;
        self
    }

    /// How long the adapter waits for what becomes of a request.
    #[must_use]
    pub const fn patience(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// Whoever listens anew is told of every event that has no answer yet and can have one (profile `Deadline`); else
    /// what was not heard is lost.
    #[must_use]
    pub const fn resumes(mut self) -> Self {
        self.resumes = true;
        self
    }

    /// Starts it.
    pub fn start(self) -> TestPlatform {
        TestPlatform::with(self)
    }
}
