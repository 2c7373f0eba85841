//! One-time codes that join an account to a person, or a place to a group.
//!
//! A code is 128 random bits, shown once and stored as its SHA-256. It ends after [ten minutes](LIFE), works once, and
//! an account that types [too many wrong ones](MOST_WRONG) is heard no more for a while.

use std::fmt;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::base32;
use crate::clock::Instant;
use crate::ids::{GroupId, IdSource, PersonId};
use crate::locale::Phrase;
use crate::phrase;
use crate::surface::RoomAddress;

/// How long a code lives.
pub const LIFE: TimeDelta = TimeDelta::minutes(10);
/// How many wrong codes an account may type within [`WRONG_WINDOW`]; after them even the right one is refused.
pub const MOST_WRONG: u32 = 5;
/// How long a wrong code is held against an account.
pub const WRONG_WINDOW: TimeDelta = TimeDelta::minutes(10);

/// 128 bits in characters of five bits each.
const CHARS: usize = 26;

/// A code as the person who asked sees it. Its `Debug` form keeps it secret.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code(u128);

impl Code {
    /// A fresh code.
    pub fn new(ids: &dyn IdSource) -> Self {
        let mut bits = [0; 16];
        ids.fill(&mut bits);
        Self(u128::from_be_bytes(bits))
    }

    /// The code that was typed, whatever its case, hyphens and spaces; `None` for what no code can be.
    pub fn parse(typed: &str) -> Option<Self> {
        base32::parse(typed, CHARS).map(Self)
    }

    /// Its SHA-256: what the store keeps.
    pub fn hash(self) -> [u8; 32] {
        Sha256::digest(self.0.to_be_bytes()).into()
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&base32::spelled(self.0, CHARS))
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

/// Whether somebody who asked for a code says that they mean who agreed to it.
pub(crate) fn is_confirm(word: &str) -> bool {
    word.eq_ignore_ascii_case("confirm")
}

/// A code and the word that agrees to it, if that was typed.
pub(crate) fn agreed(typed: &str) -> Option<&str> {
    let (code, word) = typed.rsplit_once(char::is_whitespace)?;
    let is_yes = ["yes", "si", "sí"].iter().any(|yes| word.to_lowercase() == *yes);
    is_yes.then_some(code)
}

/// What a code joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkPurpose {
    /// Another account to this person.
    Person(PersonId),
    /// Another place to this group, on the word of the organizer.
    Group {
        /// The group.
        group: GroupId,
        /// The organizer who asked for the code.
        organizer: PersonId,
    },
}

/// The place that an administrator there wants to join to a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joining {
    /// The room where they said so.
    pub room: RoomAddress,
    /// What the platform called the place.
    pub name: String,
}

/// A stored link code: 128 random bits that only the person who asked has seen; here their SHA-256.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkCode {
    /// SHA-256 of the code.
    pub hash: [u8; 32],
    /// What it joins.
    pub purpose: LinkPurpose,
    /// When it ends: ten minutes after it was asked for.
    pub expires_at: Instant,
    /// Who agreed from another account and waits for the person who asked to confirm.
    pub claimed_by: Option<PersonId>,
    /// The place that they want to join, where it is a group's code.
    pub joining: Option<Joining>,
    /// When it was used; it works once.
    pub used_at: Option<Instant>,
}

impl LinkCode {
    /// A code that was asked for at `now`.
    pub fn new(code: Code, purpose: LinkPurpose, now: Instant) -> Self {
        Self {
            hash: code.hash(),
            purpose,
            expires_at: now + LIFE,
            claimed_by: None,
            joining: None,
            used_at: None,
        }
    }

    /// Refuses a code that was used or has ended.
    pub fn must_live(&self, now: Instant) -> Result<(), Phrase> {
        if self.used_at.is_some() {
            return Err(phrase!("link-used"));
        }
        if self.expires_at <= now {
            return Err(phrase!("link-expired"));
        }
        Ok(())
    }

    /// Refuses somebody who cannot be joined by this code: it is their own, or somebody else agreed first.
    pub fn must_be_open_to(&self, person: PersonId, now: Instant) -> Result<(), Phrase> {
        self.must_live(now)?;
        if self.purpose == LinkPurpose::Person(person) {
            return Err(phrase!("link-own"));
        }
        if self.claimed_by.is_some_and(|claimed| claimed != person) {
            return Err(phrase!("link-claimed"));
        }
        Ok(())
    }

    /// Somebody agrees from another account: their side of the two. Only the first who agrees can be joined.
    pub fn claim(&mut self, by: PersonId, now: Instant) -> Result<(), Phrase> {
        self.must_be_open_to(by, now)?;
        self.claimed_by = Some(by);
        Ok(())
    }

    /// The person who asked confirms: the other side. Spends the code, and says who is joined.
    pub fn confirm(&mut self, now: Instant) -> Result<PersonId, Phrase> {
        self.must_live(now)?;
        let joined = self
            .claimed_by
            .take()
            .ok_or_else(|| phrase!("link-nothing-to-confirm"))?;
        self.used_at = Some(now);
        Ok(joined)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    const ANA: PersonId = PersonId(Uuid::from_u128(1));
    const BEN: PersonId = PersonId(Uuid::from_u128(2));
    const EVE: PersonId = PersonId(Uuid::from_u128(3));

    fn at(minute: u32) -> Instant {
        format!("2026-12-01T09:{minute:02}:00Z").parse().unwrap()
    }

    fn asked_by_ana() -> LinkCode {
        LinkCode::new(Code(7), LinkPurpose::Person(ANA), at(0))
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = Code(0x0123_4567_89ab_cdef_0123_4567_89ab_cdef);
        let shown = code.to_string();
        assert_eq!(shown, "014D-2PF2-DBSQ-QG28-T5CY-4TQK-FF");
        for typed in [
            shown.to_lowercase(),
            shown.replace('-', ""),
            shown.replace('-', " "),
            shown.replace('0', "o").replace('1', "L"),
        ] {
            assert_eq!(Code::parse(&typed), Some(code), "{typed}");
        }
    }

    #[test]
    fn what_no_code_can_be_is_refused() {
        let more_than_128_bits = "8".repeat(26);
        let a_letter_too_many = "0".repeat(27);
        for typed in ["", "confirm", "U123", &more_than_128_bits, &a_letter_too_many] {
            assert_eq!(Code::parse(typed), None, "{typed:?}");
        }
    }

    #[test]
    fn a_code_is_never_printed_by_accident() {
        assert_eq!(format!("{:?}", Code(7)), "Code(…)");
    }

    #[test]
    fn one_side_alone_joins_nobody() {
        let mut code = asked_by_ana();
        assert_eq!(code.confirm(at(1)), Err(phrase!("link-nothing-to-confirm")));
        assert_eq!(code.claim(ANA, at(1)), Err(phrase!("link-own")));
        assert_eq!(code.used_at, None);
    }

    #[test]
    fn only_the_first_who_types_it_can_be_joined() {
        let mut code = asked_by_ana();
        assert_eq!(code.claim(BEN, at(1)), Ok(()));
        assert_eq!(code.claim(BEN, at(2)), Ok(()));
        assert_eq!(code.claim(EVE, at(3)), Err(phrase!("link-claimed")));
        assert_eq!(code.confirm(at(4)), Ok(BEN));
        assert_eq!(code.claim(EVE, at(5)), Err(phrase!("link-used")));
        assert_eq!(code.confirm(at(5)), Err(phrase!("link-used")));
    }

    #[test]
    fn a_code_ends_after_ten_minutes_for_both_sides() {
        let mut code = asked_by_ana();
        assert_eq!(code.claim(BEN, at(10)), Err(phrase!("link-expired")));
        assert_eq!(code.claim(BEN, at(9)), Ok(()));
        assert_eq!(code.confirm(at(10)), Err(phrase!("link-expired")));
    }

    proptest! {
        #[test]
        fn a_shown_code_reads_back(bits: u128) {
            prop_assert_eq!(Code::parse(&Code(bits).to_string()), Some(Code(bits)));
        }

        #[test]
        fn no_two_codes_share_a_hash(one: u128, other: u128) {
            prop_assert_eq!(Code(one).hash() == Code(other).hash(), one == other);
        }

        #[test]
        fn whatever_is_typed_is_a_code_or_nothing(typed in ".{0,60}") {
            if let Some(code) = Code::parse(&typed) {
                prop_assert_eq!(Code::parse(&code.to_string()), Some(code));
            }
        }

        #[test]
        fn nobody_is_joined_unless_both_sides_agreed_in_time(steps in proptest::collection::vec((0..4u8, 0..15u32), 1..12)) {
            let mut steps = steps;
            steps.sort_by_key(|(_, minute)| *minute);
            let mut code = asked_by_ana();
            let mut first = None;
            for (step, minute) in steps {
                let now = at(minute);
                if step == 0 {
                    if let Ok(joined) = code.confirm(now) {
                        prop_assert_eq!(Some(joined), first);
                        prop_assert!(minute < 10);
                        prop_assert_ne!(joined, ANA);
                    }
                } else {
                    let by = [ANA, BEN, EVE][usize::from(step) - 1];
                    if code.claim(by, now).is_ok() {
                        prop_assert_eq!(*first.get_or_insert(by), by);
                    }
                }
            }
        }
    }
}
