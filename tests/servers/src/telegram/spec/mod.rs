//! The machine-readable Bot API: which methods there are, and what they take.
//!
//! It is no part of this project. It is looked for beside the checkout, as `shared/specs/telegram-bot-api.json` in one
//! of the folders above; where it is not, nothing is checked, and
//! [`BotApi::is_validating`](super::BotApi::is_validating) says so.

mod check;

use std::collections::HashMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::published;

/// What the file is called.
const FILE: &str = "telegram-bot-api.json";

/// The whole of it.
#[derive(Debug)]
pub(super) struct Spec {
    /// By their names in small letters, as they are looked for.
    methods: HashMap<String, Vec<Field>>,
    types: HashMap<String, Shape>,
}

/// What a type is.
#[derive(Debug)]
enum Shape {
    Object(Vec<Field>),
    /// One of these.
    Union(Vec<String>),
}

#[derive(Debug)]
struct Field {
    name: String,
    kinds: Vec<Kind>,
    required: bool,
    /// The one value that it has in this type: "Scope type, must be default".
    constant: Option<String>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Kind {
    Integer,
    Float,
    String,
    Boolean,
    File,
    Array(Box<Kind>),
    Named(String),
}

impl Kind {
    fn read(name: &str) -> Self {
        match name {
            "Integer" => Self::Integer,
            "Float" => Self::Float,
            "String" => Self::String,
            "Boolean" | "True" => Self::Boolean,
            "InputFile" => Self::File,
            name => match name.strip_prefix("Array of ") {
                Some(element) => Self::Array(Box::new(Self::read(element))),
                None => Self::Named(name.to_owned()),
            },
        }
    }
}

#[derive(Deserialize)]
struct RawSpec {
    methods: HashMap<String, RawEntry>,
    types: HashMap<String, RawEntry>,
}

#[derive(Deserialize)]
struct RawEntry {
    #[serde(default)]
    fields: Vec<RawField>,
    #[serde(default)]
    subtypes: Vec<String>,
}

#[derive(Deserialize)]
struct RawField {
    name: String,
    types: Vec<String>,
    required: bool,
    description: String,
}

impl Spec {
    /// Read once a process; `None` where the file is not there.
    pub(super) fn shared() -> Option<&'static Self> {
        static SPEC: OnceLock<Option<Spec>> = OnceLock::new();
        SPEC.get_or_init(Self::find).as_ref()
    }

    fn find() -> Option<Self> {
        let text = published::find(FILE)?;
        let raw: RawSpec = serde_json::from_str(&text).expect("the Bot API as it is published by machines");
        Some(Self::from_raw(raw))
    }

    fn from_raw(raw: RawSpec) -> Self {
        let methods = raw.methods.into_iter();
        let types = raw.types.into_iter();
        Self {
            methods: methods
                .map(|(name, entry)| (name.to_lowercase(), fields(entry.fields)))
                .collect(),
            types: types.map(|(name, entry)| (name, shape(entry))).collect(),
        }
    }

    /// The parameters of a method that are texts or files, and nothing else.
    #[cfg(test)]
    pub(super) fn texts(&self, method: &str) -> impl Iterator<Item = &str> {
        let is_text = |field: &&Field| field.kinds.iter().all(|kind| matches!(kind, Kind::String | Kind::File));
        self.methods[method]
            .iter()
            .filter(is_text)
            .map(|field| field.name.as_str())
    }

    pub(super) fn knows(&self, method: &str) -> bool {
        self.methods.contains_key(method)
    }
}

fn shape(entry: RawEntry) -> Shape {
    if entry.subtypes.is_empty() {
        Shape::Object(fields(entry.fields))
    } else {
        Shape::Union(entry.subtypes)
    }
}

fn fields(raw: Vec<RawField>) -> Vec<Field> {
    let field = |raw: RawField| Field {
        kinds: raw.types.iter().map(|name| Kind::read(name)).collect(),
        required: raw.required,
        constant: (raw.types == ["String"]).then(|| constant(&raw.description)).flatten(),
        name: raw.name,
    };
    raw.into_iter().map(field).collect()
}

/// "… must be chat" and nothing after it.
fn constant(description: &str) -> Option<String> {
    let (_, value) = description.rsplit_once(", must be ")?;
    let is_one_word = value
        .chars()
        .all(|symbol| symbol.is_ascii_alphanumeric() || symbol == '_');
    is_one_word.then(|| value.to_owned())
}
