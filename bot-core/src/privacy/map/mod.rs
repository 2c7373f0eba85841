//! The privacy map: one line a column.
//!
//! - here: what can be said of a column, and every table
//! - `people`, `groups`, `delivery`, `shifts`, `tasks`, `polls`, `broadcasts`: the tables of each area

mod broadcasts;
mod delivery;
mod groups;
mod people;
mod polls;
mod shifts;
mod tasks;

/// Every table, area by area.
const AREAS: &[&[Table]] = &[
    people::TABLES,
    groups::TABLES,
    people::CODES,
    delivery::TABLES,
    shifts::TABLES,
    tasks::TABLES,
    polls::TABLES,
    broadcasts::TABLES,
    polls::SECRET,
];

const ID: &str = "a random id";
const GROUP: &str = "names a group";
const COUNTER: &str = "a counter";
const MECHANICS: &str = "how far the work on it has come";
/// What a captain or organizer decides for the group has no author of its own in the store.
const THE_GROUPS: &str = "the group's: nobody is written down as its author";

/// Every table, in the order of the page.
pub fn tables() -> impl Iterator<Item = &'static Table> {
    AREAS.iter().copied().flatten()
}

/// A table and what becomes of its columns.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Whether it is about a person, and what becomes of it then.
    pub care: Care,
}

/// What is done for the person that a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// It refers to a person or holds what somebody typed.
    Personal(Export, Forget),
    /// It does neither; the reason.
    Impersonal(&'static str),
}

/// What `me export` makes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// It stands in the document as it is; an instant in RFC 3339.
    Shown,
    /// An id: what it points to stands there by its name or reference.
    Named,
    /// It is part of another value, in this form.
    Within(&'static str),
    /// It is not in the document; the reason.
    Not(&'static str),
}

/// What `me forget` makes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forget {
    /// The row goes.
    Row,
    /// The row goes, unless others are part of it: then it stays the group's, without its author.
    RowUnlessOthers,
    /// It points to "a former member" afterwards: somebody new, without name and account.
    FormerMember,
    /// It is emptied where the person wrote it.
    Emptied,
    /// It stays; the reason.
    Stays(&'static str),
}

const fn personal(name: &'static str, export: Export, forget: Forget) -> Column {
    Column {
        name,
        care: Care::Personal(export, forget),
    }
}

const fn impersonal(name: &'static str, why: &'static str) -> Column {
    Column {
        name,
        care: Care::Impersonal(why),
    }
}
