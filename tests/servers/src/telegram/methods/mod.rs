//! What the server does for the bot, one file a group of methods.
//!
//! To add a method: a line in `METHODS`, its function in the file of its kind, and its texts in `http/call.rs`.

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

/// What the server does for a request.
type Method = fn(&mut State, &Call) -> Answer;

/// All that is played, by the names in small letters.
#[rustfmt::skip]
static METHODS: [(&str, Method); 27] = [
    ("getme", |state, _| Ok(state.get_me())),
    ("sendmessage", State::send_message),
    ("senddocument", State::send_document),
    ("sendphoto", State::send_photo),
    ("editmessagetext", State::edit_message_text),
    ("editmessagereplymarkup", State::edit_message_reply_markup),
    ("deletemessage", State::delete_message),
    ("pinchatmessage", State::pin_chat_message),
    ("unpinchatmessage", State::unpin_chat_message),
    ("answercallbackquery", State::answer_callback_query),
    ("getchat", State::get_chat),
    ("getchatmember", State::get_chat_member),
    ("getchatadministrators", State::get_chat_administrators),
    ("getchatmembercount", State::get_chat_member_count),
    ("leavechat", State::leave_chat),
    ("setmycommands", State::set_my_commands),
    ("getmycommands", State::get_my_commands),
    ("deletemycommands", State::delete_my_commands),
    ("setmyname", |state, call| Ok(state.profile.say("name", call))),
    ("setmydescription", |state, call| Ok(state.profile.say("description", call))),
    ("setmyshortdescription", |state, call| Ok(state.profile.say("short_description", call))),
    ("getmyname", |state, call| Ok(state.profile.said("name", call))),
    ("getmydescription", |state, call| Ok(state.profile.said("description", call))),
    ("getmyshortdescription", |state, call| Ok(state.profile.said("short_description", call))),
    ("setwebhook", State::set_webhook),
    ("deletewebhook", |state, call| Ok(state.delete_webhook(call))),
    ("getwebhookinfo", |state, _| Ok(state.get_webhook_info())),
];

impl State {
    /// Carries out a request other than for updates.
    pub(super) fn perform(&mut self, call: &Call) -> Answer {
        self.inspect(call)?;
        match METHODS.iter().find(|(name, _)| *name == call.method) {
            Some((_, method)) => method(self, call),
            None => self.not_played(call),
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

#[cfg(test)]
mod tests {
    use super::METHODS;
    use crate::telegram::http::TEXTS;
    use crate::telegram::spec::Spec;

    #[test]
    fn texts_of_the_methods_are_known_as_texts() {
        let Some(spec) = Spec::shared() else { return };
        for (method, _) in METHODS {
            let unknown: Vec<_> = spec.texts(method).filter(|name| !TEXTS.contains(name)).collect();
            assert_eq!(unknown, Vec::<&str>::new(), "{method}");
        }
    }
}
