//! `me forget`: first what would go and what would stay, then, said again with `confirm:yes`, it is done.

use crate::desk::{Answer, Desk};
use crate::error::Outcome;
use crate::people::card::forget::{self, Preview};
use crate::privacy::forget::{Plan, carry_out};

pub(super) async fn run(desk: &mut Desk<'_>, confirmed: bool) -> Outcome<Answer> {
    let me = desk.me();
    let plan = Plan::of(&mut desk.work, me).await??;
    if confirmed {
        carry_out(desk, &plan).await?;
        return Ok(Answer::farewell(forget::done(&desk.voice)));
    }
    let preview = Preview {
        accounts: desk.work.unit.accounts_of(me).await?.len(),
        plan,
        here: desk.group.as_ref().map(|group| group.id),
    };
    Ok(forget::card(&desk.voice, &preview).into())
}
