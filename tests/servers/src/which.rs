//! Which button somebody means.

/// A button of a message, by its label or by its place, counted from 0, row after row.
#[derive(Debug, Clone, Copy)]
pub enum Which<'a> {
    /// The one that says that.
    Label(&'a str),
    /// The one in that place.
    Place(usize),
}

impl<'a> From<&'a str> for Which<'a> {
    fn from(label: &'a str) -> Self {
        Self::Label(label)
    }
}

impl From<usize> for Which<'_> {
    fn from(place: usize) -> Self {
        Self::Place(place)
    }
}
