//! Bringing updates to the bot's own server.

use std::sync::Arc;

use reqwest::Client;
use reqwest::header::CONTENT_TYPE;

use super::webhook::Post;
use crate::telegram::shared::{Shared, pause};

/// Brings every update, as long as there is a webhook, until the server ends.
pub(in crate::telegram) async fn deliver_all(shared: Arc<Shared>) {
    // No certificates: only this machine is served, and reading them takes longer than many a test.
    let client = Client::builder().no_proxy().tls_built_in_root_certs(false).build();
    let client = client.expect("a client for webhooks");
    let mut news = shared.news.subscribe();
    loop {
        news.mark_unchanged();
        while let Some(post) = next(&shared) {
            tokio::spawn(deliver(Arc::clone(&shared), client.clone(), post));
        }
        if news.changed().await.is_err() {
            return;
        }
    }
}

fn next(shared: &Shared) -> Option<Post> {
    shared.state().next_post()
}

async fn deliver(shared: Arc<Shared>, client: Client, post: Post) {
    match send(&client, &post).await {
        Ok(()) => shared.change(|state| state.posted(&post)),
        Err(why) => {
            let rest = shared.change(|state| {
                state.post_failed(&post, why);
                state.options.back_off
            });
            pause(rest).await;
            shared.change(|state| state.try_again(&post));
        }
    }
}

async fn send(client: &Client, post: &Post) -> Result<(), String> {
    let mut request = client.post(&post.url).header(CONTENT_TYPE, "application/json");
    if let Some(secret) = &post.secret {
        request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
    }
    let response = request.body(post.body.clone()).send().await;
    let response = response.map_err(|error| {
        let why = if error.is_connect() {
            "Connection refused"
        } else {
            "Webhook connection closed"
        };
        why.to_owned()
    })?;
    if response.status().is_success() {
        return Ok(());
    }
    Err(format!("Wrong response from the webhook: {}", response.status()))
}
