//! Where a test platform is and what it promises: one environment value of the binary.
//!
//! `deadline;/dev/shm/muster1/socket;rates=real;defer_ms=150`: the profile, the socket, and what differs from the
//! defaults. Several platforms stand in one value with commas between them.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use muster_core::surface::Rates;

use crate::profile::Profile;

/// How long after an event its answer is deferred, where it can be: Discord allows 3 s for the first response.
pub const DEFER_AFTER: Duration = Duration::from_millis(1_500);
/// How long an adapter waits for what becomes of a request.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Where a test platform is, and what an adapter of it must know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformAddress {
    /// What it promises.
    pub profile: Profile,
    /// Its Unix socket; a path without commas and semicolons.
    pub socket: PathBuf,
    /// Whether the adapter declares the rates of the platform that it stands in for; else it declares none.
    pub real_rates: bool,
    /// How long after an event its answer is deferred.
    pub defer_after: Duration,
    /// How long the adapter waits for what becomes of a request.
    pub patience: Duration,
}

impl PlatformAddress {
    /// A platform of that profile at that socket, with nothing unusual.
    pub const fn new(profile: Profile, socket: PathBuf) -> Self {
        Self {
            profile,
            socket,
            real_rates: false,
            defer_after: DEFER_AFTER,
            patience: PATIENCE,
        }
    }

    /// The platforms of an environment value.
    pub fn list(value: &str) -> Result<Vec<Self>, BadAddress> {
        value.split(',').map(str::parse).collect()
    }

    /// The rates that the adapter declares.
    pub const fn rates(&self) -> Rates {
        if self.real_rates {
            self.profile.real_rates()
        } else {
            Rates {
                free_answers: self.profile.real_rates().free_answers,
                ..Rates::UNLIMITED
            }
        }
    }
}

impl fmt::Display for PlatformAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rates = if self.real_rates { "real" } else { "none" };
        write!(
            f,
            "{};{};rates={rates};defer_ms={};patience_ms={}",
            self.profile,
            self.socket.display(),
            self.defer_after.as_millis(),
            self.patience.as_millis()
        )
    }
}

/// What is no address of a test platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadAddress(String);

impl fmt::Display for BadAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "'{}' is no test platform; write profile;socket, for example deadline;/tmp/muster/socket",
            self.0
        )
    }
}

impl std::error::Error for BadAddress {}

impl FromStr for PlatformAddress {
    type Err = BadAddress;

    fn from_str(value: &str) -> Result<Self, BadAddress> {
        read(value).ok_or_else(|| BadAddress(value.to_owned()))
    }
}

fn read(value: &str) -> Option<PlatformAddress> {
    let mut parts = value.trim().split(';');
    let profile = parts.next()?.parse().ok()?;
    let socket = parts.next().filter(|path| !path.is_empty())?;
    let mut address = PlatformAddress::new(profile, PathBuf::from(socket));
    for part in parts {
        match part.split_once('=')? {
            ("rates", "real") => address.real_rates = true,
            ("rates", "none") => address.real_rates = false,
            ("defer_ms", number) => address.defer_after = Duration::from_millis(number.parse().ok()?),
            ("patience_ms", number) => address.patience = Duration::from_millis(number.parse().ok()?),
            _ => return None,
        }
    }
    Some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back() {
        let mut address = PlatformAddress::new(Profile::Deadline, PathBuf::from("/tmp/a/socket"));
        assert_eq!("deadline;/tmp/a/socket".parse(), Ok(address.clone()));
        address.real_rates = true;
        address.defer_after = Duration::from_millis(150);
        assert_eq!(address.to_string().parse(), Ok(address));
    }

    #[test]
    fn one_value_holds_several() {
        let list = PlatformAddress::list("deadline;/tmp/a,transaction-ids;/tmp/b").unwrap();
        let profiles: Vec<_> = list.iter().map(|address| address.profile).collect();
        assert_eq!(profiles, [Profile::Deadline, Profile::TransactionIds]);
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for value in [
            "",
            "deadline",
            "deadline;",
            "irc;/tmp/a",
            "deadline;/tmp/a;rates=some",
            "deadline;/tmp/a,",
        ] {
            assert!(PlatformAddress::list(value).is_err(), "{value:?}");
        }
    }
}
