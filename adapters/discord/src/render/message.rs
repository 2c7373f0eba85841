//! A message as Discord's API takes it, by its own names (Discord API documentation, "Message", "Embed", "Component
//! Reference").

use muster_picture::Drawn;
use serde::{Serialize, Serializer};
use serde_json::{Value, json};
use serenity::model::application::{ButtonStyle, ComponentType};

/// A message to be sent or edited. Every field is always said: an edit then leaves nothing of what was there, and nobody is
/// ever mentioned because nothing was said of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Message {
    /// What stands above the embed: who is told of it.
    pub content: String,
    /// The card.
    pub embeds: Vec<Embed>,
    /// The rows of buttons below it.
    pub components: Vec<Row>,
    /// Who may be mentioned.
    pub allowed_mentions: AllowedMentions,
    /// The files that go with it, which are uploaded.
    #[serde(skip)]
    pub documents: Vec<Document>,
}

/// A card within a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Embed {
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// All the rest of it, in Markdown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
}

/// Who may be mentioned: these and nobody else, whatever the text holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AllowedMentions {
    /// What is looked for in the text: nothing.
    pub parse: [&'static str; 0],
    /// The accounts that are told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub users: Vec<String>,
    /// Whether whoever is replied to is told.
    pub replied_user: bool,
}

impl AllowedMentions {
    /// Only these accounts.
    pub const fn only(users: Vec<String>) -> Self {
        Self {
            parse: [],
            users,
            replied_user: false,
        }
    }
}

/// A row below a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Buttons beside each other.
    Buttons(Vec<Button>),
    /// A menu of which one is chosen.
    Menu(Vec<Choice>),
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Button {
    /// Its label.
    pub label: String,
    /// What comes back when it is tapped: an action token.
    pub custom_id: String,
    /// Whether it does what people do most.
    pub is_likeliest: bool,
}

/// A choice of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its label.
    pub label: String,
    /// What comes back when it is chosen: an action token.
    pub value: String,
}

impl Choice {
    /// What does the same as a button.
    pub fn of(button: &Button) -> Self {
        Self {
            label: button.label.clone(),
            value: button.custom_id.clone(),
        }
    }
}

/// What the menu itself goes by: the choice is what counts.
const MENU: &str = "menu";

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let components: Vec<Value> = match self {
            Self::Buttons(buttons) => buttons.iter().map(Button::component).collect(),
            Self::Menu(choices) => {
                let options: Vec<_> = choices
                    .iter()
                    .map(|choice| json!({"label": choice.label, "value": choice.value}))
                    .collect();
                vec![json!({"type": u8::from(ComponentType::StringSelect), "custom_id": MENU, "options": options})]
            }
        };
        json!({"type": u8::from(ComponentType::ActionRow), "components": components}).serialize(serializer)
    }
}

impl Button {
    fn component(&self) -> Value {
        let style = if self.is_likeliest {
            ButtonStyle::Primary
        } else {
            ButtonStyle::Secondary
        };
        json!({
            "type": u8::from(ComponentType::Button),
            "style": u8::from(style),
            "label": self.label,
            "custom_id": self.custom_id,
        })
    }
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
    /// What is said of it beside it. The description, which is read aloud, has at most 1,024 characters.
    fn said(&self, id: usize) -> Value {
        let mut said = json!({"id": id.to_string(), "filename": self.name});
        if let Some(alt) = &self.alt {
            said["description"] = alt.as_str().into();
        }
        said
    }
}

impl Message {
    /// The same without its pictures; `None` if it has none.
    pub(crate) fn without_pictures(&self) -> Option<Self> {
        let mut rest = self.clone();
        rest.documents.retain(|file| file.alt.is_none());
        (rest.documents.len() < self.documents.len()).then_some(rest)
    }

    /// The fields as the API takes them, with the names of its files.
    pub fn body(&self) -> Value {
        let mut body = serde_json::to_value(self).unwrap_or_default();
        let files = self.documents.iter().enumerate();
        let files: Vec<_> = files.map(|(id, file)| file.said(id)).collect();
        body["attachments"] = files.into();
        body
    }
}
