//! Entities: what a piece of a text is.

use serde_json::{Map, Value};

use super::units::{byte_at, units};

/// A piece of a text that is something: bold, a link, a mention …
#[derive(Debug, Clone, PartialEq)]
pub struct Entity {
    /// Its type, as the Bot API calls it.
    pub kind: String,
    /// Where it begins, in UTF-16 code units.
    pub offset: usize,
    /// How long it is, in UTF-16 code units.
    pub length: usize,
    /// Its other fields: `url`, `user`, `unix_time` …
    pub more: Map<String, Value>,
}

impl Entity {
    pub(in crate::telegram) fn plain(kind: &str, offset: usize, length: usize) -> Self {
        Self {
            kind: kind.to_owned(),
            offset,
            length,
            more: Map::new(),
        }
    }

    /// As it came in a request; `None` where that is no entity.
    pub(in crate::telegram) fn read(value: &Value) -> Option<Self> {
        let number = |name: &str| usize::try_from(value.get(name)?.as_i64()?).ok();
        let (offset, length) = (number("offset")?, number("length")?);
        let kind = value.get("type")?.as_str()?.to_owned();
        let mut more = value.as_object()?.clone();
        for name in ["type", "offset", "length"] {
            more.remove(name);
        }
        Some(Self {
            kind,
            offset,
            length,
            more,
        })
    }

    pub(in crate::telegram) fn json(&self) -> Value {
        let mut fields = self.more.clone();
        fields.insert("offset".to_owned(), self.offset.into());
        fields.insert("length".to_owned(), self.length.into());
        fields.insert("type".to_owned(), self.kind.as_str().into());
        fields.into()
    }

    /// Just past its last unit.
    pub const fn end(&self) -> usize {
        self.offset + self.length
    }

    pub(in crate::telegram) const fn touches(&self, other: &Self) -> bool {
        self.offset < other.end() && other.offset < self.end()
    }

    /// The user of a `text_mention`.
    pub(in crate::telegram) fn user(&self) -> Option<i64> {
        self.more.get("user")?.get("id")?.as_i64()
    }

    fn tag(&self) -> String {
        let more = |name: &str| match self.more.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
            None => String::new(),
        };
        match self.kind.as_str() {
            "text_link" => format!("text_link {}", more("url")),
            "text_mention" => format!("text_mention {}", self.user().unwrap_or_default()),
            "date_time" => format!("date_time {} {}", more("unix_time"), more("date_time_format")),
            "pre" if self.more.contains_key("language") => format!("pre {}", more("language")),
            kind => kind.to_owned(),
        }
    }
}

/// Outer ones before inner ones, as Telegram sends them.
pub(in crate::telegram) fn sort(entities: &mut [Entity]) {
    entities.sort_by_key(|entity| (entity.offset, std::cmp::Reverse(entity.length)));
}

/// The text with its entities as tags: `<bold>Canvass</bold>`.
pub(in crate::telegram) fn rendered(text: &str, entities: &[Entity]) -> String {
    let mut marks = Vec::new();
    for (number, entity) in entities.iter().enumerate() {
        let tag = entity.tag();
        let name = tag.split(' ').next().unwrap_or_default().to_owned();
        // At one place, ends before beginnings, and inner ends before outer ones.
        marks.push((entity.end(), 0, usize::MAX - number, format!("</{name}>")));
        marks.push((entity.offset, 1, number, format!("<{tag}>")));
    }
    marks.sort();
    let mut shown = String::with_capacity(text.len() + 16 * marks.len());
    let mut done = 0;
    for (unit, _, _, mark) in marks {
        let byte = byte_at(text, unit.min(units(text))).unwrap_or(done).max(done);
        shown.push_str(&text[done..byte]);
        shown.push_str(&mark);
        done = byte;
    }
    shown + &text[done..]
}
