//! answerCallbackQuery.

use serde_json::Value;

use crate::telegram::http::Call;
use crate::telegram::ids::CallbackId;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::seen::Toast;
use crate::telegram::world::State;

impl State {
    pub(super) fn answer_callback_query(&mut self, call: &Call) -> Answer {
        let id = CallbackId(call.text("callback_query_id").unwrap_or_default().to_owned());
        let (now, last) = (self.now(), self.options.callbacks_last);
        let tap = self.taps.get_mut(&id);
        let tap = tap
            .filter(|tap| !tap.is_over && now < tap.at + last)
            .ok_or_else(|| Refusal::bad("query is too old and response timeout expired or query ID is invalid"))?;
        tap.is_over = true;
        let person = tap.by;
        self.seen.toasts.push(Toast {
            tap: id,
            person,
            text: call.text("text").filter(|text| !text.is_empty()).map(str::to_owned),
            alert: call.flag("show_alert"),
            url: call.text("url").map(str::to_owned),
        });
        Ok(Value::Bool(true))
    }
}
