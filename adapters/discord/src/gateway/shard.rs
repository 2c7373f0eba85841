//! One shard's life: connect, identify or resume, listen, and again.

use std::future::pending;
use std::time::Duration;

use muster_core::surface::{Cut, Skipped};
use tokio::sync::mpsc;

use super::closing::End;
use super::frame::{self, Ready};
use super::session::Session;
use super::wire::{self, Came, NoConnection, Wire};
use super::{Listening, work};

/// How many events may wait to be accepted. While they do no more are read, and Discord keeps them.
const WAITING: usize = 256;
/// How often a connection is tried before that is a cut.
const TRIES: u32 = 4;
/// How long it takes at least until a connection that ended is made again, doubled with each try.
const PAUSE: Duration = Duration::from_millis(500);

/// How long Discord wants before another session is begun ("Resuming", after an invalid session), with what comes on top.
const BEFORE_ANEW: Duration = Duration::from_secs(1);

/// An event that came, as its frame.
pub(super) struct Event {
    pub(super) number: u64,
    pub(super) name: String,
    pub(super) text: String,
}

/// Listens on one shard, of so many, until that is not possible any more.
pub(super) async fn run(to: Listening<'_>, url: &str, shard: (u32, u32)) -> Cut {
    let mut in_vain = 0;
    loop {
        match once(to, url, shard).await {
            Ok(Heard {
                end: End::Never(why), ..
            }) => return Cut(why.to_owned()),
            Ok(Heard { end, anything }) => {
                if end == End::Anew {
                    to.sessions.set(shard.0, None);
                    pause(BEFORE_ANEW).await;
                }
                in_vain = if anything { 0 } else { in_vain + 1 };
                if in_vain >= TRIES {
                    return Cut("the gateway ends every connection at once".to_owned());
                }
            }
            Err(Trouble::NoConnection(NoConnection(why))) => {
                // The address to resume at may be what cannot be reached.
                in_vain += 1;
                forget_address(to, shard.0);
                if in_vain >= TRIES {
                    return Cut(why);
                }
            }
            Err(Trouble::Cut(cut)) => return cut,
        }
        pause(PAUSE * 2_u32.saturating_pow(in_vain)).await;
    }
}

/// How a connection ended, and whether anything came before.
struct Heard {
    end: End,
    anything: bool,
}

enum Trouble {
    NoConnection(NoConnection),
    Cut(Cut),
}

/// One connection, from its beginning to its end.
async fn once(to: Listening<'_>, url: &str, shard: (u32, u32)) -> Result<Heard, Trouble> {
    let session = to.sessions.of(shard.0);
    let address = session
        .as_ref()
        .and_then(|session| session.resume_url.as_deref())
        .unwrap_or(url);
    let jitter = to.account.now().timestamp_subsec_micros().wrapping_add(shard.0);
    let mut wire = Wire::connect(address, jitter).await.map_err(Trouble::NoConnection)?;
    let open = to.ending.opened();
    tokio::select! {
        heard = converse(to, &mut wire, session, shard) => return heard,
        () = to.ending.wanted() => {}
    }
    wire.close(wire::DONE).await;
    drop(open);
    pending().await
}

/// Goes on with a session or begins one, and listens.
async fn converse(
    to: Listening<'_>,
    wire: &mut Wire,
    session: Option<Session>,
    shard: (u32, u32),
) -> Result<Heard, Trouble> {
    let is_open = match session {
        Some(session) => wire.send(frame::resume(to.account.api.token(), &session)).await,
        None => begin(to, wire, shard).await.map_err(Trouble::Cut)?,
    };
    if !is_open {
        return Ok(Heard {
            end: End::Resume,
            anything: false,
        });
    }
    let (came, waiting) = mpsc::channel(WAITING);
    let listened = listen(to, shard.0, wire, came);
    let worked = work::work(to, shard.0, waiting);
    tokio::pin!(listened, worked);
    let heard = tokio::select! {
        heard = &mut listened => heard,
        cut = &mut worked => return Err(Trouble::Cut(cut.err().unwrap_or_else(|| Cut("nothing came any more".to_owned())))),
    };
    // What came is accepted before the session goes on behind it.
    worked.await.map_err(Trouble::Cut)?;
    Ok(heard)
}

/// Begins a session when it is its turn; whether the connection held until then.
async fn begin(to: Listening<'_>, wire: &mut Wire, shard: (u32, u32)) -> Result<bool, Cut> {
    let Some(turn) = wire.beating(to.starts.turn(shard.0, to.turns)).await else {
        return Ok(false);
    };
    let turn = turn?;
    let is_open = wire.send(frame::identify(to.account.api.token(), shard)).await;
    turn.used().await;
    Ok(is_open)
}

/// Reads what comes until the connection ends; then `came` is dropped, and the work comes to its end.
async fn listen(to: Listening<'_>, shard: u32, wire: &mut Wire, came: mpsc::Sender<Event>) -> Heard {
    let mut anything = false;
    loop {
        let (head, text) = match wire.next().await {
            Came::Event(head, text) => (head, text),
            Came::Nonsense => {
                to.intake.skipped(Skipped::Malformed);
                continue;
            }
            Came::Over(end) => return Heard { end, anything },
        };
        let (Some(number), Some(name)) = (head.s, head.t) else {
            to.intake.skipped(Skipped::Malformed);
            continue;
        };
        anything = true;
        if name == "READY"
            && let Some(ready) = frame::held::<Ready>(&text)
        {
            to.sessions.set(shard, Some(begun(ready)));
            tracing::info!(discord.shard = shard, "a session with Discord's gateway has begun");
        }
        let event = Event { number, name, text };
        // Where there is no room yet nothing more is read, and Discord keeps it.
        if !matches!(wire.beating(came.send(event)).await, Some(Ok(()))) {
            return Heard {
                end: End::Resume,
                anything,
            };
        }
    }
}

fn begun(ready: Ready) -> Session {
    Session {
        id: ready.session_id,
        resume_url: ready.resume_gateway_url,
        accepted: 0,
    }
}

fn forget_address(to: Listening<'_>, shard: u32) {
    if let Some(session) = to.sessions.of(shard) {
        let session = Session {
            resume_url: None,
            ..session
        };
        to.sessions.set(shard, Some(session));
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the engine does not wait for one of many connections: the others go on"
)]
async fn pause(length: Duration) {
    tokio::time::sleep(length).await;
}
