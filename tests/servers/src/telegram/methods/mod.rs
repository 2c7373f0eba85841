//! What the server does for the bot, one file a group of methods.
//!
//! To add a method: a line in `play`, its function in the file of its kind, and its texts in `http/call.rs`.

mod about;
mod callbacks;
mod chats;
mod deleting;
mod documents;
mod edits;
mod messages;
mod pins;
mod profile;
mod webhooks;

use super::http::Call;
use super::limits::{LIMITS, Outcome};
use super::refusal::{Answer, Refusal};
use super::world::State;

pub(super) use profile::Profile;

impl State {
    /// Carries out a request other than for updates.
    pub(super) fn perform(&mut self, call: &Call) -> Answer {
        self.inspect(call)?;
        self.play(call)
    }

    fn play(&mut self, call: &Call) -> Answer {
        match call.method.as_str() {
            "getme" => Ok(self.get_me()),
            "sendmessage" => self.send_message(call),
            "senddocument" => self.send_document(call),
            "editmessagetext" => self.edit_message_text(call),
            "editmessagereplymarkup" => self.edit_message_reply_markup(call),
            "deletemessage" => self.delete_message(call),
            "pinchatmessage" => self.pin_chat_message(call),
            "unpinchatmessage" => self.unpin_chat_message(call),
            "answercallbackquery" => self.answer_callback_query(call),
            "getchat" => self.get_chat(call),
            "getchatmember" => self.get_chat_member(call),
            "getchatadministrators" => self.get_chat_administrators(call),
            "getchatmembercount" => self.get_chat_member_count(call),
            "leavechat" => self.leave_chat(call),
            "setmycommands" => self.set_my_commands(call),
            "getmycommands" => self.get_my_commands(call),
            "deletemycommands" => self.delete_my_commands(call),
            "setmyname" => Ok(self.profile.say("name", call)),
            "setmydescription" => Ok(self.profile.say("description", call)),
            "setmyshortdescription" => Ok(self.profile.say("short_description", call)),
            "getmyname" => Ok(self.profile.said("name", call)),
            "getmydescription" => Ok(self.profile.said("description", call)),
            "getmyshortdescription" => Ok(self.profile.said("short_description", call)),
            "setwebhook" => self.set_webhook(call),
            "deletewebhook" => Ok(self.delete_webhook(call)),
            "getwebhookinfo" => Ok(self.get_webhook_info()),
            _ => self.not_played(call),
        }
    }

    fn not_played(&mut self, call: &Call) -> Answer {
        if self.spec.is_some_and(|spec| !spec.knows(&call.method)) {
            return Err(Refusal::unknown_method());
        }
        self.seen.breach(&call.method, "not played by this server".to_owned());
        Err(Refusal::bad("not played by this server"))
    }

    /// Holds a request against the specification and the limits; what is wrong is recorded, and refused unless Telegram
    /// mends it. A field that Telegram would overlook is refused too, so that nobody else overlooks it.
    pub(super) fn inspect(&mut self, call: &Call) -> Result<(), Refusal> {
        let wrong = self.spec.map(|spec| spec.check(call)).unwrap_or_default();
        let first = wrong.first().cloned();
        for what in wrong {
            self.seen.breach(&call.method, what);
        }
        match first {
            Some(_) if self.spec.is_some_and(|spec| !spec.knows(&call.method)) => {
                return Err(Refusal::unknown_method());
            }
            Some(what) => return Err(Refusal::bad(what)),
            None => {}
        }
        for limit in &LIMITS {
            if let Some(said) = limit.check(call) {
                self.seen.breach(&call.method, format!("{}: {said}", limit.rule));
                if limit.outcome == Outcome::Refused {
                    return Err(Refusal::bad(said));
                }
            }
        }
        Ok(())
    }
}
