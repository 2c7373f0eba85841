//! What people say, and how long they wait for the answers.

use std::time::{Duration, Instant};

use muster_test_servers::matrix::{Account, NewRoom, RoomId, Synapse};
use serde_json::{Value, json};

/// How long an answer may take before it is over.
const PATIENCE: Duration = Duration::from_mins(1);
/// How often whoever waits for a bot to start says something.
const PAUSE: Duration = Duration::from_secs(1);

/// A plain room to which a bot is invited, and somebody who reads it.
pub(crate) struct Room {
    id: RoomId,
    bot: Account,
    reader: Account,
    filter: String,
    since: Option<String>,
    said: usize,
}

impl Room {
    /// A room of its own, in which these people are.
    pub(crate) fn with(bot: Account, people: &[Account], synapse: &Synapse) -> Self {
        let reader = synapse.account("reader");
        let id = reader.creates(NewRoom::named("Ward 3").inviting(&bot));
        for person in people {
            reader.invites(&id, person);
            person.joins(&id);
        }
        let filter = json!({ "room": { "rooms": [id.0] }, "presence": { "not_types": ["*"] } });
        let filter = reader.asks("POST", &format!("v3/user/{}/filter", reader.id()), Some(&filter));
        Self {
            filter: text(&filter["filter_id"]).to_owned(),
            id,
            bot,
            reader,
            since: None,
            said: 0,
        }
    }

    /// The bot comes without its own doing: what was before they start, the others overlook, invitations too.
    pub(crate) fn takes_in_bot(&self) {
        self.bot.joins(&self.id);
    }

    /// Whoever made the room says that again and again until the bot, which starts, replies.
    pub(crate) fn calls_bot(&mut self, command: &str) {
        let (reader, began) = (self.reader.clone(), Instant::now());
        loop {
            let said = self.say(&reader, command);
            if self.replies(&said, PAUSE) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "the bot does not start");
        }
    }

    /// Whoever made the room has a command carried out.
    pub(crate) fn begins_with(&mut self, command: &str) {
        let reader = self.reader.clone();
        self.asks(&reader, command);
    }

    /// How long somebody waits until the bot's reply to a command is read in the room.
    pub(crate) fn asks(&mut self, person: &Account, command: &str) -> Duration {
        let began = Instant::now();
        let said = self.say(person, command);
        assert!(self.replies(&said, PATIENCE), "nobody answers {command} in {}", self.id);
        began.elapsed()
    }

    /// The event by which somebody says that.
    fn say(&mut self, person: &Account, text: &str) -> Value {
        self.said += 1;
        let path = format!("v3/rooms/{}/send/m.room.message/{}", self.id, self.said);
        let message = json!({ "msgtype": "m.text", "body": text, "m.mentions": {} });
        person.asks("PUT", &path, Some(&message))["event_id"].take()
    }

    /// Reads on until the bot replies to that, or so much time has passed.
    fn replies(&mut self, said: &Value, patience: Duration) -> bool {
        let until = Instant::now() + patience;
        while let Some(rest) = until.checked_duration_since(Instant::now()) {
            let news = self.news(rest);
            let is_reply = |event: &Value| {
                let to = &event["content"]["m.relates_to"]["m.in_reply_to"]["event_id"];
                event["sender"] == self.bot.id().0.as_str() && to == said
            };
            if news.iter().any(is_reply) {
                return true;
            }
        }
        false
    }

    /// What was said since the last look, or is within that time.
    fn news(&mut self, patience: Duration) -> Vec<Value> {
        let mut path = format!("v3/sync?filter={}&timeout={}", self.filter, patience.as_millis());
        if let Some(since) = &self.since {
            path = format!("{path}&since={since}");
        }
        let mut sync = self.reader.asks("GET", &path, None);
        self.since = Some(text(&sync["next_batch"]).to_owned());
        let events = &mut sync["rooms"]["join"][&self.id.0]["timeline"]["events"];
        events.as_array_mut().map(std::mem::take).unwrap_or_default()
    }
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text in the homeserver's answer")
}
