//! The connection on which events come (Discord API documentation, "Gateway").
//!
//! - here: where the gateway is, and the shards of the account, which run side by side
//! - [`shard`]: one shard's life: connect, identify or resume, listen, and again
//! - `wire`: one connection: frames, heartbeats, and whether anybody is still there
//! - [`frame`]: what goes over it; `closing`: what its end means
//! - [`session`]: what is needed to go on where a connection ended; `starts`: how many may be begun; `ending`: the end of all
//! - [`work`]: from events that came to events that are accepted
//!
//! An event is acknowledged once it is accepted: a session goes on behind the last event that was, so that Discord sends
//! again what was not.

mod closing;
pub(crate) mod ending;
mod frame;
pub(crate) mod session;
mod shard;
pub(crate) mod starts;
#[cfg(test)]
mod tests;
mod wire;
mod work;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use muster_core::surface::{Cut, Intake, Share, Turns};
use serenity::model::gateway::BotGateway;

use crate::account::Account;
use crate::api::endpoints;
use crate::unanswered::Unanswered;
use ending::Ending;
use session::Sessions;
use starts::Starts;

/// What the shards of an account have in common.
#[derive(Clone, Copy)]
pub(crate) struct Listening<'a> {
    pub(crate) account: &'a Account,
    pub(crate) sessions: &'a Sessions,
    pub(crate) starts: &'a Starts,
    pub(crate) ending: &'a Ending,
    pub(crate) unanswered: &'a Unanswered,
    pub(crate) intake: &'a dyn Intake,
    /// Where other nodes listen too.
    pub(crate) turns: Option<&'a dyn Turns>,
}

/// Listens on those shards, else on all of them, until that is not possible any more.
pub(crate) async fn listen(to: Listening<'_>, share: Option<&Share>) -> Cut {
    let gateway = match address(to.account).await {
        Ok(gateway) => gateway,
        Err(cut) => return cut,
    };
    let (shards, of) = match share {
        Some(share) => (share.shards.clone(), share.of),
        None => ((0..shards(&gateway)).collect(), shards(&gateway)),
    };
    to.sessions.are_of(of);
    to.starts.are(&gateway.session_start_limit);
    let running = shards.iter().map(|shard| shard::run(to, &gateway.url, (*shard, of)));
    let mut running: FuturesUnordered<_> = running.collect();
    match running.next().await {
        Some(cut) => cut,
        None => Cut("there is no shard".to_owned()),
    }
}

/// How many shards Discord advises.
pub(crate) async fn advised(account: &Account) -> Result<u32, Cut> {
    Ok(shards(&address(account).await?))
}

fn shards(gateway: &BotGateway) -> u32 {
    gateway.shards.max(1)
}

/// Where the gateway is, and what else Discord says of it.
async fn address(account: &Account) -> Result<BotGateway, Cut> {
    let gateway: BotGateway = account.api.ask(endpoints::gateway()).await?;
    if !is_gateway(&gateway.url) {
        return Err(Cut("Discord names no address of its gateway".to_owned()));
    }
    Ok(gateway)
}

/// Whether an address is one that a connection can be made to. Another one is never used in its place.
fn is_gateway(url: &str) -> bool {
    url.starts_with("wss://") || url.starts_with("ws://")
}
