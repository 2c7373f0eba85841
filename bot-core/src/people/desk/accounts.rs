//! `me link`: another account of mine joins this one. Both sides confirm, and each is shown the other's name.
//!
//! Ana asks for a code (`me link`). The other account types it (`me link CODE`), is shown Ana's name, and agrees
//! (`me link CODE yes`). Ana is shown the other name and confirms (`me link confirm`). Only then are the two one: a
//! code that somebody was talked into typing gives nobody their account, and neither does a code that was overheard.

use crate::clock::Instant;
use crate::desk::{Answer, Desk};
use crate::error::{Outcome, UserError};
use crate::ids::{PersonId, Reference};
use crate::locale::{Arg, Phrase, Voice};
use crate::people::card::me::account;
use crate::people::link::{Code, LinkCode, LinkPurpose, MOST_WRONG, WRONG_WINDOW, agreed, is_confirm};
use crate::people::{Person, mapping};
use crate::undo::Undo;
use crate::{phrase, poll, shift};

pub(super) async fn run(desk: &mut Desk<'_>, typed: Option<&str>) -> Outcome<Answer> {
    match typed {
        None => give_code(desk).await,
        Some(word) if is_confirm(word) => confirm(desk).await,
        Some(typed) => match agreed(typed) {
            Some(code) => agree(desk, code).await,
            None => look(desk, typed).await,
        },
    }
}

/// A fresh code; the one before it is worth nothing any more.
async fn give_code(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let purpose = LinkPurpose::Person(desk.me());
    let code = Code::new(desk.work.ids);
    desk.work.unit.revoke_link_codes(purpose).await?;
    let row = LinkCode::new(code, purpose, desk.work.now);
    desk.work.unit.save_link_code(&row).await?;
    let card = desk.voice.say(&phrase!("link-code"));
    Ok(card.actions(&desk.voice, [], format!("me link {code}")).into())
}

/// The other account types the code: it is shown whom that would join. Nothing has happened yet.
async fn look(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    must_be_heard(desk).await?;
    let Some(code) = heard(desk, typed).await? else {
        return wrong(desk).await;
    };
    let asker = asker(desk, &code).await?;
    code.must_be_open_to(desk.me(), desk.work.now)?;
    let accounts = accounts_of(desk, asker.id).await?;
    let shown = phrase!("link-would-join", name = person asker.name, accounts = list accounts);
    let yes = format!("me link {typed} yes");
    Ok(desk.voice.say(&shown).actions(&desk.voice, [], yes).into())
}

/// The other account agrees: the one who asked is told, and has the last word.
async fn agree(desk: &mut Desk<'_>, typed: &str) -> Outcome<Answer> {
    must_be_heard(desk).await?;
    let Some(mut code) = heard(desk, typed).await? else {
        return wrong(desk).await;
    };
    let asker = asker(desk, &code).await?;
    code.claim(desk.me(), desk.work.now)?;
    desk.work.unit.save_link_code(&code).await?;
    tell_asker(desk, &asker, code.expires_at).await?;
    Ok(desk.say(&phrase!("link-waits", name = person asker.name, confirm = command "me link confirm")))
}

/// Who asked for the code.
async fn asker(desk: &mut Desk<'_>, code: &LinkCode) -> Outcome<Person> {
    let LinkPurpose::Person(asked_by) = code.purpose else {
        return Err(UserError::new(phrase!("link-is-for-places"))
            .type_next("group link <code>")
            .into());
    };
    let asker = desk.work.unit.person(asked_by).await?;
    Ok(asker.ok_or_else(|| phrase!("link-expired"))?)
}

/// Tells the person who asked who it is that agreed.
async fn tell_asker(desk: &mut Desk<'_>, asker: &Person, expires_at: Instant) -> Outcome<()> {
    let me = desk.me();
    let told = phrase!(
        "link-asks",
        name = person desk.actor.person.name,
        accounts = list accounts_of(desk, me).await?
    );
    let news = super::role::personal(desk, "link.asks", asker.id).until(Some(expires_at));
    let card = |voice: &Voice| voice.say(&told).actions(voice, [], "me link confirm");
    desk.work.tell(asker, &desk.voice, news, card).await?;
    Ok(())
}

/// The one who asked confirms: the two persons are one.
async fn confirm(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let me = desk.me();
    let code = desk.work.unit.claimed_code_for_update(me).await?;
    let mut code = code.ok_or_else(|| UserError::new(phrase!("link-nothing-to-confirm")).type_next("me link"))?;
    let joined = code.confirm(desk.work.now)?;
    desk.work.unit.save_link_code(&code).await?;
    let Some(joined) = desk.work.unit.person_for_update(joined).await? else {
        return Err(phrase!("link-expired").into());
    };
    let doubled = merge(desk, &joined).await?;
    for group in desk.work.unit.groups_of(me).await? {
        desk.work.audit(group.id, me, "account.linked", None, Some(me)).await?;
    }
    desk.work.unit.forget_undo_of(me).await?;
    desk.remember_undo(Undo::Lasting).await?;
    let accounts = accounts_of(desk, me).await?;
    let card = desk
        .voice
        .say(&phrase!("link-joined", name = person joined.name, accounts = list accounts));
    let said = doubled.said().into_iter();
    Ok(said.fold(card, |card, said| card.line(desk.voice.line(&said))).into())
}

/// What both persons had, and one person has once.
#[derive(Default)]
struct Doubled {
    shifts: Vec<Reference>,
    polls: Vec<Reference>,
    /// Whether both were in a group with an open secret poll: whether they voted there stands in no message.
    perhaps_secretly: bool,
}

impl Doubled {
    fn said(&self) -> Vec<Phrase> {
        let listed = |references: &[Reference]| -> Vec<Arg> {
            references
                .iter()
                .map(|reference| Arg::Word(reference.to_string()))
                .collect()
        };
        let shifts = || phrase!("link-one-seat", shifts = list listed(&self.shifts));
        let polls = || phrase!("link-one-vote", polls = list listed(&self.polls));
        [
            (!self.shifts.is_empty()).then(shifts),
            (!self.polls.is_empty()).then(polls),
            self.perhaps_secretly.then(|| phrase!("link-one-secret-vote")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Has the two have once what one person has once, before they are one.
async fn undouble(desk: &mut Desk<'_>, from: PersonId, into: PersonId) -> Outcome<Doubled> {
    let mut doubled = Doubled::default();
    for group in desk.work.unit.groups_of(from).await? {
        if desk.work.unit.membership(group.id, into).await?.is_none() {
            continue;
        }
        let shifts = shift::leaving::keep_one_seat(&mut desk.work, group.id, from, into).await?;
        let polls = poll::leaving::both_voted(&mut desk.work, group.id, from, into).await?;
        for poll in &polls {
            desk.work.card_changed(group.id, *poll).await?;
        }
        doubled.shifts.extend(shifts);
        doubled.polls.extend(polls);
        doubled.perhaps_secretly |= poll::leaving::asks_secretly(&mut desk.work, group.id).await?;
    }
    Ok(doubled)
}

/// Everything of the other person becomes the actor's; the actor's settings stay. What both had.
async fn merge(desk: &mut Desk<'_>, other: &Person) -> Outcome<Doubled> {
    let (from, into) = (other.id, desk.me());
    if desk.actor.person.agreed_at.is_none() && other.agreed_at.is_some() {
        desk.actor.person.agreed_at = other.agreed_at;
        desk.work.unit.save_person(&desk.actor.person).await?;
    }
    let doubled = undouble(desk, from, into).await?;
    poll::secret::join(&mut desk.work, from, into).await?;
    for group in desk.work.unit.groups_of(from).await? {
        crate::digest::end(&mut desk.work, group.id, from).await?;
    }
    let unit = &mut *desk.work.unit;
    mapping::before_joining(unit, from, into).await?;
    unit.revoke_link_codes(LinkPurpose::Person(from)).await?;
    unit.reassign_shifts(from, into).await?;
    unit.reassign_asks(from, into).await?;
    unit.reassign_tasks(from, into).await?;
    unit.reassign_reminders(from, into).await?;
    unit.reassign_polls(from, into).await?;
    unit.reassign_broadcasts(from, into).await?;
    unit.reassign_agenda(from, into).await?;
    unit.reassign_audit(from, into).await?;
    unit.reassign_outbox(from, into).await?;
    // What anybody could take back there may name who is gone by then.
    for group in unit.registers_of(from).await? {
        unit.forget_undo_in(group).await?;
    }
    unit.forget_undo_of(from).await?;
    unit.merge_people(from, into).await?;
    super::me::follow(desk).await?;
    Ok(doubled)
}

/// How the platforms show somebody's accounts.
async fn accounts_of(desk: &mut Desk<'_>, person: PersonId) -> Outcome<Vec<Arg>> {
    let accounts = desk.work.unit.accounts_of(person).await?;
    Ok(accounts.iter().map(account).collect())
}

/// Refuses whoever typed too many wrong codes, even with the right one.
pub(super) async fn must_be_heard(desk: &mut Desk<'_>) -> Outcome<()> {
    let since = desk.work.now - WRONG_WINDOW;
    let (platform, account) = (desk.room.platform, desk.actor.account.clone());
    if desk.work.unit.wrong_codes(platform, &account, since).await? < MOST_WRONG {
        return Ok(());
    }
    Err(phrase!("link-too-many-wrong", wait = duration WRONG_WINDOW).into())
}

/// The stored code of what was typed. What no code can be is refused and not counted: nobody guesses with it.
pub(super) async fn heard(desk: &mut Desk<'_>, typed: &str) -> Outcome<Option<LinkCode>> {
    let code = Code::parse(typed).ok_or_else(|| phrase!("link-not-a-code"))?;
    Ok(desk.work.unit.link_code_for_update(&code.hash()).await?)
}

/// Counts a wrong code. An answer and not a refusal, since a refusal would take the count back with everything else.
pub(super) async fn wrong(desk: &mut Desk<'_>) -> Outcome<Answer> {
    let now = desk.work.now;
    let (platform, account) = (desk.room.platform, desk.actor.account.clone());
    let counted = desk
        .work
        .unit
        .count_wrong_code(platform, &account, now, now - WRONG_WINDOW)
        .await?;
    let left = MOST_WRONG.saturating_sub(counted);
    Ok(desk.say(&phrase!("link-unknown", left = number left)))
}
