//! What values mean, and what is said of those that mean nothing.

use muster_core::chrono::TimeDelta;
use muster_core::locale::Language;
use muster_core::time::Zone;
use muster_storage::{DatabaseUrl, UrlError};
use tracing_subscriber::EnvFilter;

use super::{ConfigError, Setting};

pub(super) fn database(setting: &Setting) -> Result<DatabaseUrl, ConfigError> {
    setting.value.parse().map_err(|error: UrlError| setting.wrong(error))
}

pub(super) fn zone(setting: &Setting) -> Result<Zone, ConfigError> {
    Zone::parse(&setting.value)
        .ok_or_else(|| setting.wrong("must be an IANA time zone or a city, as in America/New_York"))
}

pub(super) fn language(setting: &Setting) -> Result<Language, ConfigError> {
    Language::from_code(&setting.value).ok_or_else(|| {
        let codes: Vec<&str> = Language::ALL.into_iter().map(Language::code).collect();
        setting.wrong(format!("must be one of {}", codes.join(", ")))
    })
}

/// Parts that are not heard whatever is asked for: what the Matrix library logs names people and rooms, at its finest level
/// messages too, and its errors are ours to tell.
const QUIET: [&str; 1] = ["matrix_sdk=off"];

pub(super) fn log(setting: &Setting) -> Result<EnvFilter, ConfigError> {
    let filter = EnvFilter::try_new(&setting.value);
    let filter = filter.map_err(|_| setting.wrong("must be levels of parts, as in warn or muster=debug"))?;
    Ok(QUIET.iter().fold(filter, |filter, part| match part.parse() {
        Ok(directive) => filter.add_directive(directive),
        Err(_) => filter,
    }))
}

/// `15s`, of at least two seconds and at most five minutes.
pub(super) fn lease(setting: &Setting) -> Result<TimeDelta, ConfigError> {
    let seconds = setting
        .value
        .strip_suffix('s')
        .and_then(|seconds| seconds.trim_end().parse().ok());
    match seconds {
        Some(seconds @ 2..=300) => Ok(TimeDelta::seconds(seconds)),
        _ => Err(setting.wrong("must be from 2s to 300s, as in 15s")),
    }
}

pub(super) fn name(setting: Setting) -> Result<String, ConfigError> {
    if muster_adapter_console::line::is_name(&setting.value) {
        return Ok(setting.value);
    }
    Err(setting.wrong("must be at most 32 letters, digits, - or _"))
}

#[cfg(feature = "failpoints")]
pub(super) fn faults(setting: Option<Setting>) -> Result<crate::engine::fault::FaultPlan, ConfigError> {
    let Some(setting) = setting else {
        return Ok(crate::engine::fault::FaultPlan::default());
    };
    setting
        .value
        .parse()
        .map_err(|error: crate::engine::fault::PlanError| setting.wrong(error))
}

#[cfg(feature = "test-platform")]
pub(super) fn test_platforms(
    setting: &Setting,
) -> Result<Vec<muster_test_servers::address::PlatformAddress>, ConfigError> {
    muster_test_servers::address::PlatformAddress::list(&setting.value).map_err(|error| setting.wrong(error))
}

#[cfg(feature = "test-clock")]
pub(super) fn test_clock(setting: &Setting) -> Result<std::path::PathBuf, ConfigError> {
    match setting.value.strip_prefix("unix:") {
        Some(socket) if !socket.is_empty() => Ok(socket.into()),
        _ => Err(setting.wrong("must be a socket, as in unix:/run/clock")),
    }
}
