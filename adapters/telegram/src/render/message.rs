//! A message as the Bot API takes it, by the API's own names (core.telegram.org/bots/api: `sendMessage`, `sendDocument`, `sendPhoto`,
//! `MessageEntity`, `InlineKeyboardMarkup`).

use serde::{Deserialize, Serialize, Serializer};

use muster_core::reply::cut::units;
use muster_picture::Drawn;

use super::CAPTION_UNITS;

/// A message to be sent or edited: what `sendMessage` and `editMessageText` take beside the chat. A file that goes with
/// it is a message of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Message {
    /// The text, without markup. Empty for a card of nothing but files.
    pub text: String,
    /// What its stretches are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entities: Vec<Entity>,
    /// The rows of buttons below it.
    #[serde(
        rename = "reply_markup",
        serialize_with = "as_markup",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub keyboard: Vec<Vec<Button>>,
    /// The files that go with it, which are uploaded.
    #[serde(skip)]
    pub documents: Vec<Document>,
}

/// The same below a file: what `sendDocument` takes beside the chat and the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Caption<'a> {
    #[serde(rename = "caption", skip_serializing_if = "str::is_empty")]
    text: &'a str,
    #[serde(rename = "caption_entities", skip_serializing_if = "<[Entity]>::is_empty")]
    entities: &'a [Entity],
    #[serde(
        rename = "reply_markup",
        serialize_with = "as_markup",
        skip_serializing_if = "<[Vec<Button>]>::is_empty"
    )]
    keyboard: &'a [Vec<Button>],
}

/// A stretch of the text that is more than text. Offset and length are in UTF-16 code units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Entity {
    /// What it is.
    #[serde(rename = "type")]
    pub kind: EntityKind,
    /// Where it begins.
    pub offset: usize,
    /// How long it is.
    pub length: usize,
    /// The instant of a `date_time`, in seconds. There is never a `date_time_format`: without one the text is shown as it
    /// stands, and a tap tells the instant in the reader's own zone (Bot API 9.5, "Date-time entity formatting").
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unix_time: Option<i64>,
    /// Whom a `text_mention` tells.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<Mentioned>,
}

/// Somebody who is mentioned: their id is all that is read of it (Bot API, `MessageEntity` and `User`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Mentioned {
    /// The id of their account.
    pub id: i64,
    is_bot: bool,
    first_name: &'static str,
}

impl Mentioned {
    /// Whoever has that account.
    pub const fn of(id: i64) -> Self {
        Self {
            id,
            is_bot: false,
            first_name: "",
        }
    }
}

/// The kinds of entity that we use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A title.
    Bold,
    /// What a tap copies; nothing in it is a mention or a command.
    Code,
    /// The same as a block of lines that line up.
    Pre,
    /// An instant.
    DateTime,
    /// Somebody, by their account.
    TextMention,
}

/// A button below a message: with `callback_data`, or with a `url`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Button {
    /// Its label.
    pub text: String,
    /// What comes back when it is tapped: an action token, at most 64 bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub callback_data: Option<String>,
    /// What a tap opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A file to be uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub name: String,
    /// What it is, an IANA media type.
    pub media_type: String,
    /// What is in it.
    pub content: Vec<u8>,
    /// Of a picture: what it shows, for those who do not see it.
    pub alt: Option<String>,
}

impl From<Drawn> for Document {
    fn from(picture: Drawn) -> Self {
        Self {
            name: picture.name,
            media_type: Drawn::MEDIA_TYPE.to_owned(),
            content: picture.png.content,
            alt: Some(picture.alt),
        }
    }
}

impl Document {
    /// Whether it is a picture, which Telegram shows as it shows a photograph.
    pub const fn is_picture(&self) -> bool {
        self.alt.is_some()
    }

    /// What stands below it where the card stands by itself.
    pub(crate) fn by_itself(&self) -> Message {
        Message {
            text: self.alt.clone().unwrap_or_default(),
            ..Message::default()
        }
    }
}

impl Message {
    /// Whether the text fits below a file.
    pub fn fits_below_a_file(&self) -> bool {
        units(&self.text) <= CAPTION_UNITS
    }

    /// The same as it stands below a file.
    pub fn as_caption(&self) -> Caption<'_> {
        Caption {
            text: &self.text,
            entities: &self.entities,
            keyboard: &self.keyboard,
        }
    }
}

#[derive(Serialize)]
struct Markup<'a> {
    inline_keyboard: &'a [Vec<Button>],
}

fn as_markup<S: Serializer>(keyboard: impl AsRef<[Vec<Button>]>, serializer: S) -> Result<S::Ok, S::Error> {
    Markup {
        inline_keyboard: keyboard.as_ref(),
    }
    .serialize(serializer)
}
