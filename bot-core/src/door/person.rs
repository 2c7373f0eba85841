//! Who acts: the person behind an account, and the name that lists show.

use chrono::{DurationRound, TimeDelta};

use crate::catalogue::CommandSpec;
use crate::clock::Instant;
use crate::ids::PersonId;
use crate::people::{Account, Person, default_ladder};
use crate::poll::command::{RECEIPT, VOTE};
use crate::reply::clean;
use crate::store::{StoreError, StoreResult, UnitOfWork};
use crate::surface::{Author, Inbound, RoomAddress};
use crate::work::Work;

/// How often it is written down that an account was heard from: often enough to know which one somebody used last,
/// and not at every command.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

/// The most characters of a name that a platform shows.
const MOST_NAME: usize = 64;

/// The person behind the account, as far as it is known.
pub(super) async fn person_of(
    unit: &mut dyn UnitOfWork,
    room: &RoomAddress,
    account: &str,
) -> StoreResult<Option<Person>> {
    match unit.account(room.platform, account).await? {
        Some(account) => unit.person(account.person).await,
        None => Ok(None),
    }
}

/// The person behind the account, made at their first act; name and agreement are kept up to date. They are held until
/// the commit: what somebody does twice at once happens one after the other, and they guess one link code at a time.
///
/// The agreement, which is given in private, is dated by the day, and a vote in private is no reason to write down when
/// an account was heard from: no instant is kept at which somebody may have cast a secret vote.
pub(super) async fn recognise(work: &mut Work<'_>, inbound: &Inbound, spec: &CommandSpec) -> StoreResult<Person> {
    let Author {
        account,
        name,
        anonymous,
        handle,
        ..
    } = &inbound.author;
    let name = shown(if *anonymous { &inbound.place_name } else { name }, account);
    let known = work.unit.account(inbound.room.platform, account).await?;
    let before = match &known {
        Some(account) => {
            let person = work.unit.person_for_update(account.person).await?;
            // They became one with another person in between: who that is, the account tells when it is read again.
            Some(person.ok_or(StoreError::Contended)?)
        }
        None => None,
    };
    let mut person = before
        .clone()
        .unwrap_or_else(|| newcomer(PersonId::new(work.ids, work.now), &name));
    person.name.clone_from(&name);
    if inbound.room.private {
        person.agreed_at.get_or_insert(day_of(work.now));
    }
    if before.as_ref() != Some(&person) {
        work.unit.save_person(&person).await?;
    }
    let discreet = inbound.is_between_us() && [VOTE, RECEIPT].contains(&spec.path);
    let current = known.is_some_and(|known| {
        let is_called_so = known.name == name && known.handle == *handle;
        is_called_so && (discreet || work.now - known.seen_at < SEEN_EVERY)
    });
    if !current {
        work.unit
            .save_account(&Account {
                platform: inbound.room.platform,
                account: account.clone(),
                person: person.id,
                name,
                handle: handle.clone(),
                seen_at: work.now,
            })
            .await?;
    }
    Ok(person)
}

/// Where the instant's day began, by UTC.
fn day_of(at: Instant) -> Instant {
    at.duration_trunc(TimeDelta::days(1)).unwrap_or(at)
}

/// A name as the platform has it, on one line and of a length that lists can show; where nothing is left of it, the
/// platform's id.
pub(crate) fn shown(name: &str, id: &str) -> String {
    let fit = |text: &str| -> String {
        let line: String = clean::one_line(text).trim().chars().take(MOST_NAME).collect();
        line.trim_end().to_owned()
    };
    Some(fit(name))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| fit(id))
}

/// Somebody who has set nothing yet.
pub(crate) fn newcomer(id: PersonId, name: &str) -> Person {
    Person {
        id,
        name: name.to_owned(),
        zone: None,
        language: None,
        quiet: None,
        ladder: default_ladder(),
        agreed_at: None,
        chosen_group: None,
        pause: None,
        digest: None,
        preferred: None,
        version: 1,
    }
}
