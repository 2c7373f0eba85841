//! The bot's source of ids and secrets: the operating system's randomness, and the order of making.

use std::sync::atomic::{AtomicU64, Ordering};

use muster_core::clock::Instant;
use muster_core::ids::IdSource;
use uuid::{Builder, Uuid};

/// How many of an id's 74 free bits stay random beside the microsecond of its making (51 bits until the year 2041).
const RANDOM_BITS: u32 = 23;

/// Ids that sort in the order of their making, even where the desk's clock stands still or was set by hand: after the
/// desk's millisecond comes the machine's own microsecond (RFC 9562, section 6.2, method 3).
#[derive(Debug, Default)]
pub struct MachineIds {
    latest: AtomicU64,
}

impl MachineIds {
    /// The machine's microsecond, later than any that was given before.
    fn microsecond(&self) -> u64 {
        #[expect(
            clippy::disallowed_methods,
            reason = "ids sort by the machine's time, whatever the desk's clock says"
        )]
        let now = std::time::SystemTime::now()
            .duration_since(std::time::UNIX_EPOCH)
            .unwrap_or_default();
        let now = u64::try_from(now.as_micros()).unwrap_or_default();
        let later = |latest: u64| now.max(latest + 1);
        let latest = self
            .latest
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |latest| Some(later(latest)));
        later(latest.unwrap_or_default())
    }
}

impl IdSource for MachineIds {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the bot draws random bytes"
    )]
    #[expect(
        clippy::expect_used,
        reason = "without randomness there are no safe ids; nothing can go on"
    )]
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }

    fn uuid(&self, now: Instant) -> Uuid {
        let mut random = [0; 4];
        self.fill(&mut random);
        let random = u128::from(u32::from_be_bytes(random) >> (u32::BITS - RANDOM_BITS));
        let free_bits = (u128::from(self.microsecond()) << RANDOM_BITS) | random;
        // The first 12 free bits stand before the variant's two bits, the other 62 after.
        let placed = ((free_bits >> 62) << 64) | (free_bits & (u128::MAX >> 66));
        let mut bytes = [0; 10];
        bytes.copy_from_slice(&placed.to_be_bytes()[6..]);
        let millis = u64::try_from(now.timestamp_millis()).unwrap_or_default();
        Builder::from_unix_timestamp_millis(millis, &bytes).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_in_the_order_of_their_making_while_the_clock_stands() {
        let (ids, now) = (MachineIds::default(), "2026-12-01T09:00:00Z".parse().unwrap());
        let made: Vec<Uuid> = (0..10_000).map(|_| ids.uuid(now)).collect();
        assert!(made.is_sorted_by(|one, next| one < next));
        let started_again = MachineIds::default().uuid(now);
        assert!(made[0] < started_again);
    }

    #[test]
    fn an_id_is_a_uuid_of_version_7_with_the_desks_millisecond() {
        let now: Instant = "2026-12-01T09:00:00.123Z".parse().unwrap();
        let id = MachineIds::default().uuid(now);
        assert_eq!(id.get_version_num(), 7);
        assert_eq!(id.get_variant(), uuid::Variant::RFC4122);
        let (seconds, nanos) = id.get_timestamp().unwrap().to_unix();
        assert_eq!((seconds.cast_signed(), nanos), (now.timestamp(), 123_000_000));
    }
}
