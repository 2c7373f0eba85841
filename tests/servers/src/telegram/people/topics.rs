//! Topics of a forum.

use serde_json::json;

use super::group::Group;
use super::person::Person;
use crate::telegram::ids::TopicId;
use crate::telegram::seen::Author;
use crate::telegram::world::Topic;

impl Group {
    /// Somebody opens a topic.
    pub fn opens_topic(&self, by: &Person, name: &str) -> TopicId {
        self.shared.change(|state| {
            let mut opening = state.draft(self.id, Author::Person(by.id()));
            let how = json!({ "name": name, "icon_color": 7_322_096 });
            opening.service = Some(("forum_topic_created".to_owned(), how));
            let id = state.post(opening);
            let topic = TopicId(id.0);
            state.chat(self.id).topics.insert(topic, Topic { closed: false });
            if let Some(shown) = state.seen.message_mut(self.id, id) {
                shown.thread = Some(topic);
                shown.in_topic = true;
            }
            state.tell(self.id, id);
            topic
        })
    }

    /// Somebody closes a topic.
    pub fn closes_topic(&self, by: &Person, topic: TopicId) {
        self.sets_closed(by, topic, true);
    }

    /// Somebody opens a topic that was closed.
    pub fn reopens_topic(&self, by: &Person, topic: TopicId) {
        self.sets_closed(by, topic, false);
    }

    fn sets_closed(&self, by: &Person, topic: TopicId, closed: bool) {
        self.shared.change(|state| {
            let topics = &mut state.chat(self.id).topics;
            topics.get_mut(&topic).expect("a topic that was opened").closed = closed;
            let what = if closed {
                "forum_topic_closed"
            } else {
                "forum_topic_reopened"
            };
            let mut notice = state.draft(self.id, Author::Person(by.id()));
            notice.thread = Some(topic);
            notice.service = Some((what.to_owned(), json!({})));
            state.said(notice);
        });
    }

    /// Somebody deletes a topic, with all that was said there.
    pub fn deletes_topic(&self, topic: TopicId) {
        self.shared.change(|state| {
            state.chat(self.id).topics.remove(&topic);
            for shown in state.seen.chats.get_mut(&self.id).into_iter().flatten() {
                shown.deleted |= shown.thread == Some(topic);
            }
        });
    }

    /// Only administrators may write in the general topic, or everybody again.
    pub fn closes_general_topic(&self, closed: bool) {
        self.shared.change(|state| state.chat(self.id).general.closed = closed);
    }
}
