//! `me forget`: somebody goes for good.
//!
//! - [`Plan`]: what goes with them and what stays, before anything happens
//! - here: carrying it out · `part`: their part in one group
//! - `letters`: messages to others that wait and name or quote them

mod letters;
mod part;
mod plan;

pub(crate) use plan::{GroupPlan, Plan};

use crate::desk::Desk;
use crate::door::newcomer;
use crate::error::Outcome;
use crate::ids::PersonId;
use crate::people::Person;
use crate::poll;
use crate::store::StoreResult;
use crate::work::Work;

/// Removes whoever acts. What is past and what others are part of is a former member's afterwards.
pub(crate) async fn carry_out(desk: &mut Desk<'_>, plan: &Plan) -> Outcome<()> {
    let person = desk.actor.person.clone();
    let accounts = desk.work.unit.accounts_of(person.id).await?;
    let mut names: Vec<String> = accounts.iter().map(|account| account.name.clone()).collect();
    names.push(person.name.clone());
    let work = &mut desk.work;
    let former = former_member(work).await?;
    let mut words = Vec::new();
    for part in &plan.groups {
        if part.is_alone {
            letters::drop_those_to(work, &part.group).await?;
            work.unit.remove_group(part.group.id).await?;
        } else {
            words.extend(part::take_out(work, person.id, part).await?);
            work.audit(part.group.id, former, "person.forgotten", None, Some(former))
                .await?;
        }
    }
    hand_over(work, person.id, former).await?;
    letters::rewrite(work, &person, &accounts, &names, &words, desk.voice.language).await?;
    for account in &accounts {
        work.unit.remove_account(account.platform, &account.account).await?;
    }
    work.unit.remove_person(person.id).await?;
    poll::secret::owe_scrub(work.unit, work.ids).await?;
    Ok(())
}

/// Somebody new without name and account: nothing ties them to whoever they stand for.
async fn former_member(work: &mut Work<'_>) -> StoreResult<PersonId> {
    let id = PersonId::new(work.ids, work.now);
    let nobody = Person {
        ladder: Vec::new(),
        ..newcomer(id, "")
    };
    work.unit.save_person(&nobody).await?;
    Ok(id)
}

/// What is left of them is the former member's: past seats, ballots in closed polls, what became of their copies, what
/// others are part of, the log.
async fn hand_over(work: &mut Work<'_>, person: PersonId, former: PersonId) -> StoreResult<()> {
    work.unit.reassign_shifts(person, former).await?;
    work.unit.reassign_tasks(person, former).await?;
    work.unit.reassign_polls(person, former).await?;
    work.unit.reassign_broadcasts(person, former).await?;
    work.unit.reassign_audit(person, former).await
}
