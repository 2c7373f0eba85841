//! A form: what a command still needs, asked in fields, on a platform that has forms.

/// A form. Filled in it comes back as [`Content::Filled`](crate::surface::Content::Filled).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// What it is for, in at most [`TITLE_CHARS`](Self::TITLE_CHARS) characters.
    pub title: String,
    /// The [action token](super::action::ActionToken) of the command that it is for.
    pub token: String,
    /// What is asked, at most [`MOST_FIELDS`](Self::MOST_FIELDS) fields.
    pub fields: Vec<Field>,
}

impl Form {
    /// The longest title (Discord API documentation, "Modal").
    pub const TITLE_CHARS: usize = 45;
    /// The most fields (the same).
    pub const MOST_FIELDS: usize = 5;
}

/// A field of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The name of the argument that it is for.
    pub name: &'static str,
    /// What is asked, in at most [`LABEL_CHARS`](Self::LABEL_CHARS) characters.
    pub label: String,
    /// What stands there while it is empty: an example; in at most [`HINT_CHARS`](Self::HINT_CHARS) characters.
    pub hint: String,
    /// What is there already.
    pub value: String,
    /// Whether it must be filled in.
    pub required: bool,
    /// Whether it takes several lines.
    pub long: bool,
    /// The most characters it takes.
    pub max: usize,
}

impl Field {
    /// The longest label (Discord API documentation, "Text Input").
    pub const LABEL_CHARS: usize = 45;
    /// The longest hint (the same).
    pub const HINT_CHARS: usize = 100;
}
