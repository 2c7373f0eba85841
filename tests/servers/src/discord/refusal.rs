//! How a request is refused, by Discord's own codes (Opcodes and Status Codes, "JSON").

use serde_json::{Map, Value, json};

/// What a method answers: JSON, or nothing but a status.
pub(super) type Answer = Result<Option<Value>, Refusal>;

/// Something that is wrong with a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wrong {
    /// Where, from the outside: `embeds`, `0`, `title`.
    pub(super) path: Vec<String>,
    /// `BASE_TYPE_REQUIRED` …
    pub(super) code: &'static str,
    /// In words.
    pub(super) message: String,
}

impl Wrong {
    pub(super) fn at(path: &[&str], code: &'static str, message: impl Into<String>) -> Self {
        Self {
            path: path.iter().map(|&name| name.to_owned()).collect(),
            code,
            message: message.into(),
        }
    }

    /// `embeds[0].title: Must be 256 or fewer in length.`
    pub(super) fn in_words(&self) -> String {
        let mut place = String::new();
        for name in &self.path {
            match name.parse::<usize>() {
                Ok(_) => place.extend(["[", name, "]"]),
                Err(_) if place.is_empty() => place.push_str(name),
                Err(_) => place.extend([".", name]),
            }
        }
        format!("{place}: {}", self.message)
    }
}

/// Why there is no result.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refusal {
    /// The status of the HTTP answer.
    pub(super) status: u16,
    pub(super) code: u32,
    pub(super) message: String,
    pub(super) errors: Option<Value>,
}

macro_rules! refusals {
    ($($name:ident = ($status:literal, $code:literal, $message:literal);)*) => {
        impl Refusal {
            $(pub(super) fn $name() -> Self {
                Self::new($status, $code, $message)
            })*
        }
    };
}

refusals! {
    unauthorized = (401, 0, "401: Unauthorized");
    no_such_path = (404, 0, "404: Not Found");
    wrong_method = (405, 0, "405: Method Not Allowed");
    unknown_channel = (404, 10_003, "Unknown Channel");
    unknown_guild = (404, 10_004, "Unknown Guild");
    unknown_member = (404, 10_007, "Unknown Member");
    unknown_message = (404, 10_008, "Unknown Message");
    unknown_role = (404, 10_011, "Unknown Role");
    unknown_user = (404, 10_013, "Unknown User");
    unknown_webhook = (404, 10_015, "Unknown Webhook");
    unknown_interaction = (404, 10_062, "Unknown interaction");
    unknown_command = (404, 10_063, "Unknown application command");
    too_many_pins = (400, 30_003, "Maximum number of pins reached for the channel (250)");
    opening_too_fast = (403, 40_003, "You are opening direct messages too fast.");
    already_acknowledged = (400, 40_060, "Interaction has already been acknowledged.");
    missing_access = (403, 50_001, "Missing Access");
    not_in_private = (403, 50_003, "Cannot execute action on a DM channel");
    not_the_author = (403, 50_005, "Cannot edit a message authored by another user");
    empty_message = (400, 50_006, "Cannot send an empty message");
    closed_to_bots = (403, 50_007, "Cannot send messages to this user");
    not_a_text_channel = (400, 50_008, "Cannot send messages in a non-text channel");
    missing_permissions = (403, 50_013, "Missing Permissions");
    system_message = (403, 50_021, "Cannot execute action on a system message");
    invalid_token = (401, 50_027, "Invalid Webhook Token");
    invalid_recipient = (400, 50_033, "Invalid Recipient(s)");
    archived = (400, 50_083, "Thread is archived");
    no_mutual_guild = (403, 50_278, "Cannot send messages to this user due to having no mutual guilds");
    no_history = (400, 160_002, "Cannot reply without permission to read message history");
    thread_exists = (400, 160_004, "A thread has already been created for this message");
    not_json = (400, 50_109, "The request body contains invalid JSON.");
}

impl Refusal {
    pub(super) fn new(status: u16, code: u32, message: &str) -> Self {
        Self {
            status,
            code,
            message: message.to_owned(),
            errors: None,
        }
    }

    /// What is wrong with a body, as a tree along its fields.
    pub(super) fn invalid_form(wrong: &[Wrong]) -> Self {
        let mut errors = json!({});
        for one in wrong {
            place(&mut errors, &one.path, one);
        }
        Self {
            errors: Some(errors),
            ..Self::new(400, 50_035, "Invalid Form Body")
        }
    }

    pub(super) fn body(&self) -> Value {
        let mut body = json!({ "message": self.message, "code": self.code });
        if let Some(errors) = &self.errors {
            body["errors"] = errors.clone();
        }
        body
    }
}

fn place(tree: &mut Value, path: &[String], wrong: &Wrong) {
    let Value::Object(fields) = tree else { return };
    if let Some((first, rest)) = path.split_first() {
        let inner = fields.entry(first.clone()).or_insert_with(|| Map::new().into());
        return place(inner, rest, wrong);
    }
    let list = fields.entry("_errors").or_insert_with(|| json!([]));
    if let Value::Array(list) = list {
        list.push(json!({ "code": wrong.code, "message": wrong.message }));
    }
}
