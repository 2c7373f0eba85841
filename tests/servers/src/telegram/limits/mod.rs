//! What the Bot API says in prose only: one table, each row with its source.
//!
//! To add one: a row here, its function beside those of its kind, and a case in `tests/telegram/limits/cases.rs`, which fails
//! for a row without one.

mod buttons;
mod commands;
mod texts;
mod webhooks;

use super::http::Call;

/// What becomes of a request that breaks a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is refused.
    Refused,
    /// Telegram mends it without a word; the breach is recorded all the same.
    Mended,
}

/// What a request breaks, in the words of the refusal; nothing where it does not.
type Check = fn(&Call) -> Option<String>;

/// A limit.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// What is limited.
    pub rule: &'static str,
    /// Where that is written, and how.
    pub source: &'static str,
    /// What becomes of a request that breaks it.
    pub outcome: Outcome,
    check: Check,
}

impl Limit {
    pub(super) fn check(&self, call: &Call) -> Option<String> {
        (self.check)(call)
    }
}

const fn refused(rule: &'static str, source: &'static str, check: Check) -> Limit {
    Limit {
        rule,
        source,
        outcome: Outcome::Refused,
        check,
    }
}

const fn mended(rule: &'static str, source: &'static str, check: Check) -> Limit {
    Limit {
        outcome: Outcome::Mended,
        ..refused(rule, source, check)
    }
}

/// All of them.
#[rustfmt::skip]
pub static LIMITS: [Limit; 29] = [
    refused("text is there", "sendMessage: text 1-4096 characters after entities parsing", texts::empty),
    refused("text is short", "sendMessage: text 1-4096 characters after entities parsing", texts::too_long),
    refused("caption is short", "sendDocument, sendPhoto: caption 0-1024 characters after entities parsing", texts::caption_too_long),
    refused("callback answer is short", "answerCallbackQuery: text 0-200 characters", texts::answer_too_long),
    refused("entities only", "this server plays no parse_mode: what people wrote would be parsed too", texts::parse_mode),
    mended("few entities", "limits.tginfo.me: 100 entities a message, further ones are dropped", texts::too_many_entities),
    refused("entities within the text", "MessageEntity: offset and length in UTF-16 code units", texts::out_of_text),
    refused("entities on whole symbols", "TDLib, MessageEntity.cpp: an entity begins and ends between symbols", texts::within_a_symbol),
    mended("entities nest", "Formatting options: entities either contain each other or do not touch", texts::overlap),
    mended("code contains nothing", "Formatting options: pre and code entities can't contain other entities", texts::in_code),
    refused("date_time has a time", "MessageEntity: unix_time, for date_time", texts::without_time),
    refused("date_time format", "Date-time entity formatting: r|w?[dD]?[tT]?", texts::date_time_format),
    refused("text_link has a URL", "MessageEntity: url, for text_link", texts::without_url),
    refused("row of buttons", "limits.tginfo.me: 8 inline buttons a row", buttons::long_row),
    refused("buttons in all", "limits.tginfo.me: 100 inline buttons a message", buttons::too_many),
    refused("button label", "InlineKeyboardButton: text, required", buttons::without_label),
    refused("button kind", "InlineKeyboardButton: exactly one of the fields other than text, icon_custom_emoji_id, and style", buttons::kind),
    refused("callback data", "InlineKeyboardButton: callback_data 1-64 bytes", buttons::long_data),
    refused("start payload", "Bot features, Deep linking: 64 characters of A-Z, a-z, 0-9, _ and -", buttons::start_payload),
    refused("command name", "BotCommand: 1-32 characters, lowercase English letters, digits and underscores", commands::name),
    refused("command description", "BotCommand: description 1-256 characters", commands::description),
    refused("commands in all", "setMyCommands: at most 100 commands", commands::too_many),
    refused("bot description", "setMyDescription: 0-512 characters", commands::bot_description),
    refused("bot short description", "setMyShortDescription: 0-120 characters", commands::bot_short_description),
    refused("bot name", "setMyName: 0-64 characters", commands::bot_name),
    mended("updates a call", "getUpdates: limit 1-100", webhooks::updates_limit),
    refused("webhook secret is short", "setWebhook: secret_token 1-256 characters", webhooks::long_secret),
    refused("webhook secret characters", "setWebhook: only A-Z, a-z, 0-9, _ and - are allowed", webhooks::secret_characters),
    mended("webhook connections", "setWebhook: max_connections 1-100", webhooks::connections),
];
