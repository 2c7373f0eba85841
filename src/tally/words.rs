//! Stages and ties in words: those of the catalogue, in English.

use std::sync::LazyLock;

use muster_core::clock::Instant;
use muster_core::locale::{Language, Voice};
use muster_core::poll::tally::outcome::Stage;
use muster_core::poll::tally::report;
use muster_core::poll::tally::tie::Tie;
use muster_core::time::Zone;

use super::counted::Counted;

/// How whoever types `muster tally` is spoken to; nothing here says a time.
pub(super) static ENGLISH: LazyLock<Voice> = LazyLock::new(|| Voice {
    language: Language::English,
    zone: Zone::utc(),
    now: Instant::UNIX_EPOCH,
});

/// What a stage did at its beginning.
pub(super) fn step(counted: &Counted, stage: &Stage) -> String {
    ENGLISH.text(&report::step(&stage.step, &counted.options))
}

/// The same, and who is elected by it.
pub(super) fn stage(counted: &Counted, stage: &Stage) -> String {
    ENGLISH.text(&report::stage(stage, &counted.options))
}

/// A tie and what broke it.
pub(super) fn tie(counted: &Counted, tie: &Tie) -> String {
    ENGLISH.text(&report::tie(tie, &counted.options))
}
