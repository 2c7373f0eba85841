//! getMe.

use serde_json::{Value, json};

use crate::telegram::world::State;

impl State {
    pub(super) fn get_me(&self) -> Value {
        let mut me = self.user(self.bot).json();
        let abilities = json!({
            "can_join_groups": true,
            "can_read_all_group_messages": !self.options.privacy_mode,
            "supports_inline_queries": false,
            "can_connect_to_business": false,
            "has_main_web_app": false,
            "has_topics_enabled": false,
            "allows_users_to_create_topics": false,
            "can_manage_bots": false,
            "supports_guest_queries": false,
            "supports_join_request_queries": false,
        });
        for (name, able) in abilities.as_object().into_iter().flatten() {
            me[name] = able.clone();
        }
        me
    }
}
