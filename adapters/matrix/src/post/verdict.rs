//! What became of an attempt, as the core knows it.

use matrix_sdk::ruma::api::error::{ErrorKind, RetryAfter};
use matrix_sdk::{Error, HttpError, Room, RoomState};
use muster_core::chrono::TimeDelta;
use muster_core::surface::{PauseScope, Refusal, Verdict};

/// How long to wait where the server does not say.
const PAUSE: TimeDelta = TimeDelta::seconds(5);

/// What became of an attempt in that room that failed.
pub(super) fn of(error: &Error, room: &Room) -> Verdict {
    match of_request(error) {
        Verdict::Refused(Refusal::Forbidden) if room.state() != RoomState::Joined => Verdict::Refused(Refusal::Left),
        verdict => verdict,
    }
}

/// What became of a request that failed.
pub(super) fn of_request(error: &Error) -> Verdict {
    let Error::Http(http) = error else {
        // Nothing of it has left this machine: the store, or the encryption, did not go on.
        tracing::warn!(%error, "a message could not be made ready");
        return Verdict::Retry { after: None };
    };
    match http.client_api_error_kind() {
        Some(kind) => of_kind(kind),
        None => of_connection(http),
    }
}

fn of_kind(kind: &ErrorKind) -> Verdict {
    match kind {
        ErrorKind::LimitExceeded(limit) => Verdict::Paused {
            scope: PauseScope::Account,
            length: limit.retry_after.as_ref().map_or(PAUSE, length),
        },
        ErrorKind::Forbidden => Verdict::Refused(Refusal::Forbidden),
        ErrorKind::NotFound => Verdict::Refused(Refusal::Gone),
        ErrorKind::TooLarge => Verdict::Refused(Refusal::TooLong),
        ErrorKind::UserDeactivated => Verdict::Refused(Refusal::Deactivated),
        // The session ended, the server has trouble of its own: that may pass.
        ErrorKind::UnknownToken { .. } | ErrorKind::MissingToken | ErrorKind::Unknown => Verdict::Retry { after: None },
        kind => {
            tracing::warn!(matrix.said = %kind.errcode(), "the homeserver refuses a message for a reason that is not known");
            Verdict::Refused(Refusal::Forbidden)
        }
    }
}

/// Whether a request arrived is not known, unless no connection was made. The key makes the next one the same message.
fn of_connection(error: &HttpError) -> Verdict {
    match error {
        HttpError::Reqwest(error) if error.is_connect() => Verdict::Retry { after: None },
        HttpError::IntoHttp(_) => Verdict::Retry { after: None },
        _ => Verdict::Unknown,
    }
}

fn length(after: &RetryAfter) -> TimeDelta {
    match after {
        RetryAfter::Delay(delay) => TimeDelta::from_std(*delay).unwrap_or(PAUSE),
        RetryAfter::DateTime(_) => PAUSE,
    }
}
