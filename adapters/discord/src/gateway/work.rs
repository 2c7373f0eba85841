//! From events that came to events that are accepted, in their order. Completion and the opening of forms go on beside that.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use muster_core::surface::{Cut, Inbound, Skipped};
use tokio::sync::mpsc;
use tokio::time::timeout;

use super::Listening;
use super::shard::Event;
use crate::inbound::{Asked, Read, Reader};
use crate::{completing, form};

/// How many events are accepted at a time.
const BATCH: usize = 64;
/// How many completions and forms may be under way; others are left out, since whoever types is past them soon.
const ASIDES: usize = 64;
/// How long it may take to say whether an event opens a form: the first response is due within three seconds.
const FORM_PATIENCE: Duration = Duration::from_secs(1);

/// What is done beside accepting events.
enum Aside {
    Complete(completing::Question),
    Open(form::Opening),
}

/// Accepts what comes until nothing comes any more.
pub(super) async fn work(to: Listening<'_>, shard: u32, waiting: mpsc::Receiver<Event>) -> Result<(), Cut> {
    let (asides, wanted) = mpsc::channel(ASIDES);
    let (accepted, ()) = tokio::join!(accept_all(to, shard, waiting, asides), attend(to, wanted));
    accepted
}

async fn accept_all(
    to: Listening<'_>,
    shard: u32,
    mut waiting: mpsc::Receiver<Event>,
    asides: mpsc::Sender<Aside>,
) -> Result<(), Cut> {
    let reader = Reader {
        me: to.account.me().await?.clone(),
        guilds: &to.account.guilds,
    };
    let mut batch = Vec::new();
    while waiting.recv_many(&mut batch, BATCH).await > 0 {
        let last = batch.last().map(|event: &Event| event.number);
        let mut events = Vec::new();
        for event in batch.drain(..) {
            events.extend(take(to, &reader, &event, &asides).await);
        }
        if !events.is_empty() {
            let accepted = to.intake.accept(events).await;
            accepted.map_err(|_| Cut("events are heard again: the store takes none".to_owned()))?;
        }
        if let Some(last) = last {
            to.sessions.accepted(shard, last);
        }
    }
    Ok(())
}

/// What an event is for the core, if it is anything.
async fn take(to: Listening<'_>, reader: &Reader<'_>, event: &Event, asides: &mpsc::Sender<Aside>) -> Option<Inbound> {
    let came = Instant::now();
    let now = to.account.now();
    let read = catch_unwind(AssertUnwindSafe(|| {
        reader.read(&event.name, event.number, &event.text, now)
    }));
    match read {
        Ok(Read::Said(inbound)) => return Some(*inbound),
        Ok(Read::Asked(asked)) => return asked_for(to, *asked, came, asides).await,
        Ok(Read::Typing(question)) => {
            // Where too many are under way this one is left out.
            let _ = asides.try_send(Aside::Complete(*question));
        }
        Ok(Read::Nothing) => {}
        Ok(Read::UnknownKind) => to.intake.skipped(Skipped::UnknownKind),
        Ok(Read::Malformed) => to.intake.skipped(Skipped::Malformed),
        Err(_) => to.intake.skipped(Skipped::Panicked),
    }
    None
}

/// An interaction opens a form, or waits for its answer from now on.
async fn asked_for(to: Listening<'_>, asked: Asked, came: Instant, asides: &mpsc::Sender<Aside>) -> Option<Inbound> {
    let Asked {
        inbound,
        answer,
        may_open,
    } = asked;
    if may_open
        && let Ok(Some(form)) = timeout(FORM_PATIENCE, to.intake.form(&inbound)).await
        && asides
            .try_send(Aside::Open(form::Opening {
                form,
                answer: answer.clone(),
            }))
            .is_ok()
    {
        return None;
    }
    to.unanswered.came(&answer, came);
    Some(inbound)
}

/// Does what is wanted, all of it at once, until nothing is wanted any more.
async fn attend(to: Listening<'_>, mut wanted: mpsc::Receiver<Aside>) {
    let mut under_way = FuturesUnordered::new();
    loop {
        tokio::select! {
            aside = wanted.recv(), if under_way.len() < ASIDES => match aside {
                Some(Aside::Complete(question)) => under_way.push(futures_util::future::Either::Left(completing::answer(to, question))),
                Some(Aside::Open(opening)) => under_way.push(futures_util::future::Either::Right(form::open(to.account, opening))),
                None => break,
            },
            Some(()) = under_way.next() => {}
        }
    }
    while under_way.next().await.is_some() {}
}
