//! Interactions that wait for their answer.
//!
//! Discord wants a first response within three seconds, and takes the answer for a quarter of an hour. So whoever waits for
//! half of that is told that the answer comes, and the answer takes the place of that. Whether only they see it is fixed
//! then, which is why the command declares it.
//!
//! The same answer may be given twice, after an attempt of which nobody knows what came: Discord says that there is one
//! already, which is then edited to what it is. So does an answer to what another run or another node heard: that it can be
//! answered its id says, which tells when it came.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::account::Account;
use crate::api::endpoints::{self, Body, Responded, WithId};
use crate::api::failure::Failure;
use crate::inbound::answer::AnswerBy;
use crate::place;
use crate::render::Message;

/// How long an interaction waits until whoever asked is told that the answer comes.
const PATIENCE: Duration = Duration::from_millis(1_500);
/// For how long an interaction can be answered: a little less than the quarter of an hour that Discord gives it.
const ANSWERABLE: Duration = Duration::from_secs(14 * 60 + 50);
/// How many interactions are kept in mind before those are looked for that cannot be answered any more.
const MANY: usize = 1_000;
/// How many are kept in mind. The answer to another one is given as it comes.
const MOST: usize = 50_000;

/// The kinds of response: an answer, and one that comes ("Interaction Callback Type").
const ANSWER: u8 = 4;
const ANSWER_TO_COME: u8 = 5;
/// What marks an answer that one person sees ("Message Flags", `EPHEMERAL`).
const EPHEMERAL: u32 = 1 << 6;

/// What Discord says of an interaction that was responded to, of one that is too late for a response, and of one whose answer
/// cannot be edited because there is none or it is too late ("JSON Error Codes").
const RESPONDED_TO: u32 = 40_060;
const TOO_LATE: [u32; 4] = [10_062, 10_015, 50_027, 10_008];

/// The interactions without an answer.
#[derive(Debug, Clone)]
pub(crate) struct Unanswered {
    account: Arc<Account>,
    waiting: Arc<Mutex<HashMap<String, Arc<Waiting>>>>,
}

/// One of them. Whoever responds to it holds its mutex, so that there is one first response.
#[derive(Debug)]
struct Waiting {
    since: Instant,
    responded_to: tokio::sync::Mutex<bool>,
    /// Whether Discord said that it is too late for an answer in place.
    is_too_late: AtomicBool,
}

impl Waiting {
    fn since(since: Instant) -> Self {
        Self {
            since,
            responded_to: tokio::sync::Mutex::default(),
            is_too_late: AtomicBool::new(false),
        }
    }

    fn can_be_answered(&self) -> bool {
        !self.is_too_late.load(Ordering::Relaxed) && self.since.elapsed() < ANSWERABLE
    }
}

/// Why an answer was not given in place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NotInPlace {
    /// It never will be.
    TooLate,
    /// Not in this attempt.
    Failed(Failure),
}

impl Unanswered {
    pub(crate) fn new(account: Arc<Account>) -> Self {
        Self {
            account,
            waiting: Arc::default(),
        }
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<String, Arc<Waiting>>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps an interaction in mind that came then. To be called before it is accepted: the answer may come before that is
    /// known.
    pub(crate) fn came(&self, answer: &AnswerBy, since: Instant) {
        let one = Arc::new(Waiting::since(since));
        let mut waiting = self.waiting();
        if waiting.len() >= MANY {
            waiting.retain(|_, one| one.since.elapsed() < ANSWERABLE);
        }
        if waiting.len() >= MOST || waiting.contains_key(&answer.interaction) {
            return;
        }
        waiting.insert(answer.interaction.clone(), one.clone());
        drop(waiting);
        tokio::spawn(self.clone().tell_to_wait(answer.clone(), one));
    }

    /// Whether an answer can be given in place now, as far as is known.
    pub(crate) fn waits(&self, answer: &AnswerBy) -> bool {
        if let Some(one) = self.waiting().get(&answer.interaction) {
            return one.can_be_answered();
        }
        let age = place::since(&answer.interaction).map(|came| self.account.now() - came);
        age.and_then(|age| age.to_std().ok())
            .is_some_and(|age| age < ANSWERABLE)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "no clock of ours knows how long Discord waits for a response"
    )]
    async fn tell_to_wait(self, answer: AnswerBy, one: Arc<Waiting>) {
        tokio::time::sleep(PATIENCE.saturating_sub(one.since.elapsed())).await;
        let mut responded_to = one.responded_to.lock().await;
        if *responded_to {
            return;
        }
        let response = endpoints::respond(&answer.interaction, &answer.token, Body::Json(to_come(&answer)));
        match self.account.api.tell(response).await {
            Ok(()) => *responded_to = true,
            Err(failure) if failure.code() == Some(RESPONDED_TO) => *responded_to = true,
            // The answer itself may still be in time.
            Err(failure) => tracing::info!(error = %failure, "nobody could be told that an answer comes"),
        }
    }

    /// Gives the answer in place; what the message goes by, where Discord says so.
    pub(crate) async fn answer(&self, answer: &AnswerBy, message: &Message) -> Result<Option<String>, NotInPlace> {
        let known = self.waiting().get(&answer.interaction).cloned();
        let one = known.unwrap_or_else(|| Arc::new(Waiting::since(Instant::now())));
        let mut responded_to = one.responded_to.lock().await;
        let answered = self.answered(answer, message, &mut responded_to).await;
        match answered {
            Ok(_) => drop(self.waiting().remove(&answer.interaction)),
            Err(NotInPlace::TooLate) => {
                one.is_too_late.store(true, Ordering::Relaxed);
                self.waiting().insert(answer.interaction.clone(), one.clone());
            }
            Err(NotInPlace::Failed(_)) => {}
        }
        answered
    }

    async fn answered(
        &self,
        answer: &AnswerBy,
        message: &Message,
        responded_to: &mut bool,
    ) -> Result<Option<String>, NotInPlace> {
        if !*responded_to {
            let body = Body::new(at_once(answer, message), message.documents.clone());
            let response = endpoints::respond(&answer.interaction, &answer.token, body);
            match self.account.api.ask::<Responded>(response).await {
                Ok(responded) => {
                    *responded_to = true;
                    return Ok(responded.message());
                }
                Err(failure) if failure.code() == Some(RESPONDED_TO) => *responded_to = true,
                // It may be there: then it can be edited.
                Err(Failure::CutOff(_) | Failure::Unreadable) => {}
                Err(failure) => return Err(not_in_place(failure)),
            }
        }
        let me = self.account.me().await.map_err(NotInPlace::Failed)?;
        let body = Body::new(message.body(), message.documents.clone());
        let edit = endpoints::edit_response(&me.application, &answer.token, body);
        match self.account.api.ask::<WithId>(edit).await {
            Ok(message) => {
                *responded_to = true;
                Ok(Some(message.id))
            }
            Err(failure) if *responded_to => Err(not_in_place(failure)),
            // Nobody knows yet whether there was a first response: another attempt finds out.
            Err(failure) => Err(NotInPlace::Failed(match not_in_place(failure) {
                NotInPlace::TooLate => Failure::CutOff("a response may be under way".to_owned()),
                NotInPlace::Failed(failure) => failure,
            })),
        }
    }
}

fn not_in_place(failure: Failure) -> NotInPlace {
    match failure.code() {
        Some(code) if TOO_LATE.contains(&code) => NotInPlace::TooLate,
        _ => NotInPlace::Failed(failure),
    }
}

/// The answer as a first response.
fn at_once(answer: &AnswerBy, message: &Message) -> Value {
    let mut data = message.body();
    if answer.only_they() {
        data["flags"] = EPHEMERAL.into();
    }
    json!({"type": ANSWER, "data": data})
}

/// That the answer comes. It mentions nobody, and says so as everything that is sent does.
fn to_come(answer: &AnswerBy) -> Value {
    let flags = if answer.only_they() { EPHEMERAL } else { 0 };
    json!({"type": ANSWER_TO_COME, "data": {"flags": flags, "allowed_mentions": {"parse": []}}})
}
