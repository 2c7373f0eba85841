//! How many a shift takes, in which roles: `6`, `driver=2,knocker=6`, or as many as come.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::error::UserError;
use crate::locale::Phrase;
use crate::phrase;

/// The most roles of a shift.
pub const MOST_ROLES: usize = 10;
/// The most seats of a role, or of a shift without roles.
pub const MOST_SEATS: u32 = 999;
/// The most characters of a role's name.
pub const ROLE_CHARS: usize = 16;

/// How many a shift takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// As many as come.
    Anyone,
    /// So many, without roles; at most [`MOST_SEATS`].
    Seats(u32),
    /// So many in each role; at most [`MOST_ROLES`].
    Roles(Vec<RoleNeed>),
}

/// How many a role takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleNeed {
    /// Its name as it was typed, unique in the shift without regard to case; at most [`ROLE_CHARS`].
    pub role: String,
    /// How many; at most [`MOST_SEATS`].
    pub seats: u32,
}

impl Needs {
    /// Reads `6`, `driver=2,knocker=6`, and `none` for as many as come.
    pub fn parse(text: &str) -> Result<Self, UserError> {
        let text = text.trim();
        if super::change::is_none(text) {
            return Ok(Self::Anyone);
        }
        if !text.contains('=') {
            return seats(text).map(Self::Seats);
        }
        let mut roles: Vec<RoleNeed> = Vec::new();
        for part in text.split(',') {
            let need = role(part)?;
            if roles.iter().any(|other| same_role(&other.role, &need.role)) {
                return Err(refused(phrase!("shift-needs-role-twice", role = user need.role)));
            }
            roles.push(need);
        }
        if roles.len() > MOST_ROLES {
            return Err(refused(phrase!("shift-needs-too-many-roles", most = number MOST_ROLES)));
        }
        Ok(Self::Roles(roles))
    }

    /// All seats together; `None` without a limit.
    pub fn total(&self) -> Option<u32> {
        match self {
            Self::Anyone => None,
            Self::Seats(seats) => Some(*seats),
            Self::Roles(roles) => Some(roles.iter().map(|need| need.seats).sum()),
        }
    }

    /// Its roles, in the order they were typed.
    pub fn roles(&self) -> &[RoleNeed] {
        match self {
            Self::Roles(roles) => roles,
            _ => &[],
        }
    }

    /// The role of that name, without regard to case.
    pub fn role(&self, name: &str) -> Option<&RoleNeed> {
        self.roles().iter().find(|need| same_role(&need.role, name))
    }
}

impl fmt::Display for Needs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Anyone => f.write_str("none"),
            Self::Seats(seats) => write!(f, "{seats}"),
            Self::Roles(roles) => {
                for (index, need) in roles.iter().enumerate() {
                    let comma = if index == 0 { "" } else { "," };
                    write!(f, "{comma}{}={}", need.role, need.seats)?;
                }
                Ok(())
            }
        }
    }
}

/// Whether both names mean the same role.
pub(crate) fn same_role(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Whether a role can have that name: a word that begins with a letter, of at most [`ROLE_CHARS`].
pub(crate) fn is_role(name: &str) -> bool {
    name.chars().next().is_some_and(char::is_alphabetic)
        && name.chars().all(|c| c.is_alphanumeric() || c == '-')
        && name.chars().count() <= ROLE_CHARS
}

fn role(part: &str) -> Result<RoleNeed, UserError> {
    let (name, number) = part.split_once('=').ok_or_else(|| unreadable(part))?;
    let name = name.trim();
    if !is_role(name) {
        return Err(refused(
            phrase!("shift-needs-role-name", role = user name, most = number ROLE_CHARS),
        ));
    }
    Ok(RoleNeed {
        role: name.to_owned(),
        seats: seats(number.trim())?,
    })
}

fn seats(number: &str) -> Result<u32, UserError> {
    match number.parse() {
        Ok(seats @ 1..=MOST_SEATS) => Ok(seats),
        Ok(_) => Err(refused(phrase!("shift-needs-range", most = number MOST_SEATS))),
        Err(_) => Err(unreadable(number)),
    }
}

fn unreadable(text: &str) -> UserError {
    refused(phrase!("shift-needs-unreadable", text = user text))
}

fn refused(message: Phrase) -> UserError {
    UserError::new(message).hint(crate::error::Hint::Say(phrase!(
        "shift-needs-how",
        seats = command "needs:6",
        roles = command "needs:driver=2,knocker=6"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_reads_back() {
        for text in ["none", "1", "6", "999", "driver=2,knocker=6", "führer-in=1,Ñandú=3"] {
            assert_eq!(Needs::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(
            Needs::parse(" driver=2, knocker = 6").unwrap().to_string(),
            "driver=2,knocker=6"
        );
    }

    #[test]
    fn what_cannot_be_is_refused() {
        for (text, key) in [
            ("", "shift-needs-unreadable"),
            ("six", "shift-needs-unreadable"),
            ("0", "shift-needs-range"),
            ("1000", "shift-needs-range"),
            ("driver=0", "shift-needs-range"),
            ("driver=two", "shift-needs-unreadable"),
            ("driver=2,6", "shift-needs-unreadable"),
            ("driver=2,", "shift-needs-unreadable"),
            ("=2", "shift-needs-role-name"),
            ("2nd=2", "shift-needs-role-name"),
            ("a b=2", "shift-needs-role-name"),
            ("abcdefghijklmnopq=2", "shift-needs-role-name"),
            ("driver=2,Driver=3", "shift-needs-role-twice"),
            (
                "a=1,b=1,c=1,d=1,e=1,f=1,g=1,h=1,i=1,j=1,k=1",
                "shift-needs-too-many-roles",
            ),
        ] {
            assert_eq!(Needs::parse(text).unwrap_err().message.key, key, "{text:?}");
        }
    }
}
