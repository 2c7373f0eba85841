//! A webhook: which update goes to the bot's own server next. Those of a chat go one after another, those of several
//! chats side by side, as in telegram-bot-api's `WebhookActor`.

use std::collections::{HashMap, VecDeque};

use crate::telegram::ids::ChatId;
use crate::telegram::world::State;

/// Where updates go, and how that is going.
#[derive(Debug)]
pub(in crate::telegram) struct Webhook {
    pub(in crate::telegram) url: String,
    pub(in crate::telegram) secret: Option<String>,
    pub(in crate::telegram) most: usize,
    pub(in crate::telegram) last_error: Option<(i64, String)>,
    /// Tells it from those that were set before.
    pub(in crate::telegram) generation: u64,
    lanes: HashMap<ChatId, VecDeque<i64>>,
    /// The chats whose next update may go.
    ready: VecDeque<ChatId>,
    under_way: usize,
}

/// An update on its way.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub(super) url: String,
    pub(super) secret: Option<String>,
    pub(super) body: String,
    update: i64,
    about: ChatId,
    generation: u64,
}

impl Webhook {
    pub(in crate::telegram) fn new(url: &str, secret: Option<&str>, most: usize, generation: u64) -> Self {
        Self {
            url: url.to_owned(),
            secret: secret.map(str::to_owned),
            most,
            last_error: None,
            generation,
            lanes: HashMap::new(),
            ready: VecDeque::new(),
            under_way: 0,
        }
    }

    /// The update goes when those of its chat that came before are gone.
    pub(in crate::telegram) fn line_up(&mut self, about: ChatId, update: i64) {
        let lane = self.lanes.entry(about).or_insert_with(|| {
            self.ready.push_back(about);
            VecDeque::new()
        });
        lane.push_back(update);
    }

    /// The first of that chat is gone, so the next may go.
    fn advance(&mut self, about: ChatId) {
        let Some(lane) = self.lanes.get_mut(&about) else {
            return;
        };
        lane.pop_front();
        if lane.is_empty() {
            self.lanes.remove(&about);
        } else {
            self.ready.push_back(about);
        }
    }
}

impl State {
    /// All that waits goes to the webhook.
    pub(in crate::telegram) fn line_up_all(&mut self) {
        if let Some(webhook) = &mut self.webhook {
            for (id, update) in &self.queue.waiting {
                webhook.line_up(update.about, *id);
            }
        }
        self.queue.news = true;
    }

    /// The next update that may go now.
    pub(super) fn next_post(&mut self) -> Option<Post> {
        let webhook = self
            .webhook
            .as_mut()
            .filter(|webhook| webhook.under_way < webhook.most)?;
        let about = webhook.ready.pop_front()?;
        let update = *webhook.lanes.get(&about)?.front()?;
        let body = self.queue.waiting.get(&update)?.body.to_string();
        webhook.under_way += 1;
        Some(Post {
            url: webhook.url.clone(),
            secret: webhook.secret.clone(),
            body,
            update,
            about,
            generation: webhook.generation,
        })
    }

    fn webhook_of(&mut self, post: &Post) -> Option<&mut Webhook> {
        self.webhook
            .as_mut()
            .filter(|webhook| webhook.generation == post.generation)
    }

    /// The bot took it.
    pub(super) fn posted(&mut self, post: &Post) {
        if let Some(webhook) = self.webhook_of(post) {
            webhook.under_way -= 1;
            webhook.advance(post.about);
            self.queue.waiting.remove(&post.update);
        }
        self.seen.pending = self.queue.len();
        self.queue.news = true;
    }

    /// The bot did not take it: it rests.
    pub(super) fn post_failed(&mut self, post: &Post, why: String) {
        let now = self.unix();
        if let Some(webhook) = self.webhook_of(post) {
            webhook.under_way -= 1;
            webhook.last_error = Some((now, why));
        }
        self.queue.news = true;
    }

    /// It has rested.
    pub(super) fn try_again(&mut self, post: &Post) {
        if let Some(webhook) = self.webhook_of(post) {
            webhook.ready.push_back(post.about);
        }
        self.queue.news = true;
    }
}
