//! The connection on which events come (Discord API documentation, "Gateway").
//!
//! - here: where the gateway is, and the shards of the account, which run side by side
//! - [`shard`]: one shard's life: connect, identify or resume, listen, and again
//! - `wire`: one connection: frames, heartbeats, and whether anybody is still there
//! - [`frame`]: what goes over it; `closing`: what its end means
//! - [`session`]: what is needed to go on where a connection ended; `starts`: how many may be begun
//! - [`work`]: from events that came to events that are accepted
//!
//! An event is acknowledged once it is accepted: a session goes on behind the last event that was, so that Discord sends
//! again what was not.

mod closing;
mod frame;
pub(crate) mod session;
mod shard;
mod starts;
#[cfg(test)]
mod tests;
mod wire;
mod work;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use muster_core::surface::Cut;
use serenity::model::gateway::BotGateway;

use crate::account::Account;
use crate::api::endpoints;
use crate::unanswered::Unanswered;
use muster_core::surface::Intake;
use session::Sessions;
use starts::Starts;

/// What the shards of an account have in common.
#[derive(Clone, Copy)]
pub(crate) struct Listening<'a> {
    pub(crate) account: &'a Account,
    pub(crate) sessions: &'a Sessions,
    pub(crate) unanswered: &'a Unanswered,
    pub(crate) intake: &'a dyn Intake,
}

/// Listens until that is not possible any more.
pub(crate) async fn listen(to: Listening<'_>) -> Cut {
    let gateway = match to.account.api.ask::<BotGateway>(endpoints::gateway()).await {
        Ok(gateway) => gateway,
        Err(failure) => return failure.into(),
    };
    if !is_gateway(&gateway.url) {
        return Cut("Discord names no address of its gateway".to_owned());
    }
    let shards = gateway.shards.max(1);
    to.sessions.are_of(shards);
    let starts = Starts::new(&gateway.session_start_limit);
    let running = (0..shards).map(|id| shard::run(to, &gateway.url, (id, shards), &starts));
    let mut running: FuturesUnordered<_> = running.collect();
    match running.next().await {
        Some(cut) => cut,
        None => Cut("there is no shard".to_owned()),
    }
}

/// Whether an address is one that a connection can be made to. Another one is never used in its place.
fn is_gateway(url: &str) -> bool {
    url.starts_with("wss://") || url.starts_with("ws://")
}
