//! Somebody wrote what could not be decrypted: nobody knows whether they asked for anything, so they are told what to do.

use super::Said;
use crate::door::{Defaults, voice_to};
use crate::error::Fault;
use crate::phrase;
use crate::surface::Inbound;
use crate::work::Work;

pub(super) async fn take(work: &mut Work<'_>, inbound: &Inbound, defaults: &Defaults) -> Result<Said, Fault> {
    let voice = voice_to(work.unit, inbound, defaults, work.now).await?;
    let card = voice
        .say(&phrase!("unreadable"))
        .line(voice.line(&phrase!("unreadable-again")))
        .line(voice.line(&phrase!("unreadable-elsewhere")));
    Ok(Said::once(card, &voice))
}
