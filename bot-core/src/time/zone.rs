//! IANA time zones.

use serde::{Deserialize, Serialize};

/// An IANA time zone that the built-in database knows, such as `America/New_York`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Zone(String);

impl Zone {
    /// The IANA name.
    pub fn name(&self) -> &str {
        &self.0
    }
}
