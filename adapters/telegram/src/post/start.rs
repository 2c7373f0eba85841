//! A private answer to what was asked in a group: in place where it fits there, else in the private chat; where somebody has
//! none yet, a button opens one and asks again there.

use muster_core::phrase;
use muster_core::surface::{Delivery, Refusal, Verdict};

use super::send::Target;
use super::{Answer, Post, message_of};
use crate::inbound::start;
use crate::render::{self, Button};
use crate::unanswered::TapAnswer;

impl Post {
    pub(super) async fn answer_in_private(
        &self,
        account: i64,
        answer: &Answer<'_>,
        event: &str,
        delivery: &Delivery,
    ) -> Verdict {
        let verdict = self.send_to(Target::person(account), delivery).await;
        match verdict {
            Verdict::Refused(Refusal::NeverStarted | Refusal::Blocked) => {
                self.offer_start(answer, event, delivery).await
            }
            Verdict::Delivered { .. } => {
                let said = render::voice(delivery.language).text(&phrase!("answered-in-private"));
                self.unanswered.answer(event, TapAnswer::Alert(said)).await;
                verdict
            }
            verdict => verdict,
        }
    }

    /// Nothing of the answer is shown: only that there is one, and how to come by it.
    async fn offer_start(&self, answer: &Answer<'_>, event: &str, delivery: &Delivery) -> Verdict {
        let command = self.unanswered.command(event);
        let payload = command.and_then(|command| start::payload(&command));
        let link = match self
            .account
            .start_link(payload.as_deref().unwrap_or(start::NOTHING))
            .await
        {
            Ok(link) => link,
            Err(failure) => return self.failed(&failure, answer.here),
        };
        if self.unanswered.answer(event, TapAnswer::Open(link.clone())).await {
            return Verdict::Delivered { receipt: None };
        }
        let voice = render::voice(delivery.language);
        let mut message = render::message(&voice.say(&phrase!("start-needed")), delivery.language);
        message.keyboard = vec![vec![Button {
            text: voice.text(&phrase!("start-button")),
            url: Some(link),
            ..Button::default()
        }]];
        match self.text(answer.here.in_reply_to(message_of(event)), message).await {
            Ok(_) => Verdict::Delivered { receipt: None },
            Err(failure) => self.failed(&failure, answer.here),
        }
    }
}
