//! setWebhook, deleteWebhook, getWebhookInfo.

use serde_json::{Value, json};

use crate::telegram::http::Call;
use crate::telegram::refusal::{Answer, Refusal};
use crate::telegram::updates::Webhook;
use crate::telegram::world::State;

/// How many updates are under way where the bot does not say: Bot API, setWebhook.
const CONNECTIONS: i64 = 40;
const PORTS: [&str; 4] = ["443", "80", "88", "8443"];

impl State {
    pub(super) fn set_webhook(&mut self, call: &Call) -> Answer {
        let url = call.text("url").unwrap_or_default();
        if url.is_empty() {
            return Ok(self.delete_webhook(call));
        }
        if let Err(why) = self.reachable(url) {
            self.seen.breach(&call.method, format!("webhook URL: {why}"));
            return Err(Refusal::bad(format!("bad webhook: {why}")));
        }
        self.drop_pending(call);
        self.queue.allow(call);
        let most = call.number("max_connections").unwrap_or(CONNECTIONS).clamp(1, 100);
        let most = usize::try_from(most).unwrap_or(1);
        let generation = self.webhooks_set + 1;
        self.webhooks_set = generation;
        self.webhook = Some(Webhook::new(url, call.text("secret_token"), most, generation));
        self.line_up_all();
        Ok(Value::Bool(true))
    }

    /// setWebhook: "HTTPS URL to send updates to", and its notes on ports.
    fn reachable(&self, url: &str) -> Result<(), &'static str> {
        let is_here = ["http://127.0.0.1:", "http://localhost:", "http://[::1]:"];
        if self.options.http_webhooks && is_here.iter().any(|here| url.starts_with(here)) {
            return Ok(());
        }
        let Some(rest) = url.strip_prefix("https://") else {
            return Err("An HTTPS URL must be provided for webhook");
        };
        let host = rest.split('/').next().unwrap_or_default();
        match host.rsplit_once(':') {
            Some((_, port)) if !PORTS.contains(&port) => Err("Webhook can be set up only on ports 80, 88, 443 or 8443"),
            _ => Ok(()),
        }
    }

    fn drop_pending(&mut self, call: &Call) {
        if call.flag("drop_pending_updates") {
            self.queue.clear();
        }
    }

    pub(super) fn delete_webhook(&mut self, call: &Call) -> Value {
        self.webhook = None;
        self.drop_pending(call);
        Value::Bool(true)
    }

    pub(super) fn get_webhook_info(&self) -> Value {
        let mut info = json!({
            "url": "",
            "has_custom_certificate": false,
            "pending_update_count": self.queue.len(),
        });
        if let Some(webhook) = &self.webhook {
            info["url"] = webhook.url.as_str().into();
            info["max_connections"] = webhook.most.into();
            info["ip_address"] = "127.0.0.1".into();
            if let Some((date, why)) = &webhook.last_error {
                info["last_error_date"] = (*date).into();
                info["last_error_message"] = why.as_str().into();
            }
        }
        if let Some(allowed) = self.queue.allowed() {
            info["allowed_updates"] = allowed.into();
        }
        info
    }
}
