//! What happens when nobody answers in time.

use std::sync::Arc;
use std::time::Duration;

use super::interaction::{Asked, Interaction};
use super::state::State;
use crate::discord::ids::InteractionId;
use crate::discord::seen::{Answer, Author};
use crate::discord::shared::{Shared, pause};

/// What whoever asked reads then.
const NO_RESPONSE: &str = "The application did not respond";
const TAP_FAILED: &str = "This interaction failed";
const FORM_FAILED: &str = "Something went wrong. Try again.";

/// Watches over the deadlines until the server ends.
pub(in crate::discord) async fn keep(shared: Arc<Shared>) {
    let mut changed = shared.changed.subscribe();
    loop {
        changed.mark_unchanged();
        let next = {
            let mut state = shared.state();
            let lapsed = state.lapse();
            let next = state.next_deadline();
            drop(state);
            if lapsed {
                shared.changed.send_replace(());
            }
            next
        };
        let over = async {
            match next {
                Some(wait) => pause(wait).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = over => {}
            more = changed.changed() => if more.is_err() { return },
        }
    }
}

impl State {
    fn deadline(&self, interaction: &Interaction) -> Duration {
        let length = if interaction.acknowledged {
            self.options.tokens_last
        } else {
            self.options.first_answer
        };
        interaction.at + length
    }

    fn next_deadline(&self) -> Option<Duration> {
        let waiting = self.waiting.iter().filter_map(|id| self.interactions.get(id));
        let next = waiting.map(|interaction| self.deadline(interaction)).min()?;
        Some(next.saturating_sub(self.now()))
    }

    /// Lets go of what was not answered in time; whether there was any.
    pub(in crate::discord) fn lapse(&mut self) -> bool {
        let now = self.now();
        let waiting = self.waiting.iter().filter_map(|id| self.interactions.get(id));
        let late = waiting.filter(|interaction| now >= self.deadline(interaction));
        let late: Vec<InteractionId> = late.map(|interaction| interaction.id).collect();
        for id in &late {
            self.fail(*id);
        }
        !late.is_empty()
    }

    fn fail(&mut self, id: InteractionId) {
        self.waiting.remove(&id);
        self.seen.answers.insert(id, Answer::Failed);
        let Some(interaction) = self.interactions.get_mut(&id) else {
            return;
        };
        interaction.lapsed = true;
        let interaction = interaction.clone();
        let text = match interaction.asked {
            Asked::Autocomplete => return,
            Asked::Command => NO_RESPONSE,
            Asked::Component => TAP_FAILED,
            Asked::Form => FORM_FAILED,
        };
        self.seen.failed += 1;
        if let Some(shown) = interaction
            .original
            .and_then(|original| self.seen.message_mut(original))
        {
            shown.thinking = false;
            NO_RESPONSE.clone_into(&mut shown.text);
            return;
        }
        let mut notice = self.draft(interaction.channel, Author::Discord);
        text.clone_into(&mut notice.text);
        notice.only_for = Some(interaction.by);
        notice.used = Some(self.used(&interaction));
        self.seen.show(notice);
    }

    /// Who did what: `ana> /shift add`.
    pub(in crate::discord) fn used(&self, interaction: &Interaction) -> String {
        format!("{}> {}", self.user(interaction.by).nick, interaction.words)
    }
}
