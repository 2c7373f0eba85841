//! What may happen to a store: acts with few names, so that they meet each other often.

use std::fmt::Debug;

use muster_core::ids::{GroupId, TeamId};
use muster_core::store::{Ended, Kept, OutboxState, StoreResult, UnitOfWork};
use muster_core::surface::{Inbound, Platform, Refusal};
use muster_core::testing::contract::fixtures::at;
use muster_core::testing::post::lease;
use proptest::prelude::*;
use proptest::sample::select;

use super::world::{GROUPS, PEOPLE, TEAMS, group_id, person_id, team, team_id};

/// Something that happens. The numbers choose among few; `minute` is one of twenty.
#[derive(Debug, Clone)]
pub(crate) struct Act {
    what: What,
    pub(super) person: u128,
    pub(super) other: u128,
    pub(super) group: u128,
    /// Which team, event, message, code or subject.
    pub(super) n: u128,
    pub(super) minute: i64,
    pub(super) yes: bool,
}

#[derive(Debug, Clone, Copy)]
enum What {
    SavePerson,
    SaveAccount,
    SaveGroup,
    NextNumber,
    SavePlace,
    SaveMembership,
    SaveTeam,
    RemoveTeam,
    JoinTeam,
    LeaveTeam,
    SaveCode,
    RevokeCodes,
    CountWrongCode,
    Merge,
    Schedule,
    Unschedule,
    SettleDue,
    Record,
    Receive,
    Finish,
    Edited,
    Enqueue,
    Lease,
    BeginSending,
    SettleSending,
    Postpone,
    PutBack,
    HandBack,
    TakeOver,
    CountTry,
    MovePlace,
    Hold,
    LetGo,
    RememberCard,
    CardChanged,
    CardsShown,
    RememberUndo,
    TakeUndo,
    ForgetUndo,
    ForgetDone,
    ForgetSettled,
    ForgetCodes,
    ForgetAudit,
    SetClock,
}

const EVERYTHING: [What; 44] = [
    What::SavePerson,
    What::SaveAccount,
    What::SaveGroup,
    What::NextNumber,
    What::SavePlace,
    What::SaveMembership,
    What::SaveTeam,
    What::RemoveTeam,
    What::JoinTeam,
    What::LeaveTeam,
    What::SaveCode,
    What::RevokeCodes,
    What::CountWrongCode,
    What::Merge,
    What::Schedule,
    What::Unschedule,
    What::SettleDue,
    What::Record,
    What::Receive,
    What::Finish,
    What::Edited,
    What::Enqueue,
    What::Lease,
    What::BeginSending,
    What::SettleSending,
    What::Postpone,
    What::PutBack,
    What::HandBack,
    What::TakeOver,
    What::CountTry,
    What::MovePlace,
    What::Hold,
    What::LetGo,
    What::RememberCard,
    What::CardChanged,
    What::CardsShown,
    What::RememberUndo,
    What::TakeUndo,
    What::ForgetUndo,
    What::ForgetDone,
    What::ForgetSettled,
    What::ForgetCodes,
    What::ForgetAudit,
    What::SetClock,
];

pub(crate) fn act() -> impl Strategy<Value = Act> {
    let who = (0..PEOPLE, 0..PEOPLE, 0..GROUPS);
    (select(&EVERYTHING[..]), who, 0..TEAMS.max(3), 0..20_i64, any::<bool>()).prop_map(
        |(what, (person, other, group), n, minute, yes)| Act {
            what,
            person,
            other,
            group,
            n,
            minute,
            yes,
        },
    )
}

/// Does it as the `step`th act, and says what came of it.
pub(crate) async fn perform(unit: &mut dyn UnitOfWork, act: &Act, step: u128) -> String {
    match act.what {
        What::SavePerson => said(unit.save_person(&act.somebody()).await),
        What::SaveAccount => said(unit.save_account(&act.account()).await),
        What::SaveGroup => said(unit.save_group(&act.some_group()).await),
        What::NextNumber => said(unit.next_number(group_id(act.group), act.kind()).await),
        What::SavePlace => said(unit.save_place(&act.place()).await),
        What::SaveMembership => said(unit.save_membership(&act.membership()).await),
        What::SaveTeam => {
            let team_number = act.n % TEAMS;
            let name = format!("team {team_number} of {}", act.minute);
            said(unit.save_team(&team(act.group, team_number, &name)).await)
        }
        What::RemoveTeam => {
            let (group, team) = (group_id(act.group), team_id(act.n % TEAMS));
            said(remove_team(unit, group, team, act).await)
        }
        What::JoinTeam => {
            let (group, team) = (group_id(act.group), team_id(act.n % TEAMS));
            let joined = unit.join_team(group, team, person_id(act.person), act.yes, at(act.minute));
            said(joined.await)
        }
        What::LeaveTeam => {
            let (group, team) = (group_id(act.group), team_id(act.n % TEAMS));
            said(unit.leave_team(group, team, person_id(act.person)).await)
        }
        What::SaveCode => said(unit.save_link_code(&act.code()).await),
        What::RevokeCodes => said(unit.revoke_link_codes(act.purpose()).await),
        What::CountWrongCode => {
            let (now, since) = (at(act.minute), at(act.minute - 10));
            said(unit.count_wrong_code(Platform::Console, "ana", now, since).await)
        }
        What::Merge => said(merge(unit, act).await),
        What::Schedule => said(unit.schedule(&act.due()).await),
        What::Unschedule => {
            let person = act.yes.then(|| person_id(act.person));
            said(unit.unschedule(group_id(act.group), act.due().subject, person).await)
        }
        What::SettleDue => said(unit.settle(&act.due()).await),
        What::Record => said(unit.record(&act.audit_entry(step)).await),
        What::Receive => said(unit.receive(&act.inbound()).await),
        What::Finish => {
            let ended = if act.yes { Ended::TookEffect } else { Ended::Refused };
            said(unit.finish(&act.inbound(), ended, at(act.minute)).await)
        }
        What::Edited => said(edited(unit, &act.inbound(), act.yes).await),
        What::Enqueue => said(unit.enqueue(&act.message()).await),
        What::Lease => {
            let (now, until) = (at(act.minute), at(act.minute + 3));
            let limit = u32::try_from(act.n + 1).unwrap();
            said(lease(unit, act.node(), now, until, limit).await)
        }
        What::BeginSending => said(unit.begin_sending(act.message().id, act.hold(), at(act.minute)).await),
        What::SettleSending => {
            let end = match act.n {
                0 => OutboxState::Delivered,
                1 => OutboxState::Unknown,
                _ => OutboxState::Refused(Refusal::Blocked),
            };
            said(
                unit.settle_sending(act.message().id, act.node(), end, at(act.minute))
                    .await,
            )
        }
        What::Postpone => said(unit.postpone(act.message().id, act.node(), act.later()).await),
        What::PutBack => said(unit.put_back(act.message().id, act.node(), at(act.minute)).await),
        What::HandBack => said(unit.hand_back(act.node(), at(act.minute)).await),
        What::TakeOver => said(unit.take_over(act.platform(), act.node(), at(act.minute)).await),
        What::MovePlace => said(move_place(unit, act).await),
        What::CountTry => said(unit.count_try(&act.inbound()).await),
        What::Hold => {
            let (now, until) = (at(act.minute), at(act.minute + 3));
            said(unit.hold("discord", act.node(), now, until).await)
        }
        What::LetGo => said(unit.let_go(act.node()).await),
        What::RememberCard => {
            let kept = Kept { followed: 2, known: 3 };
            said(unit.remember_card(&act.copy(step), kept).await)
        }
        What::CardChanged => said(unit.card_changed(group_id(act.group), act.reference()).await),
        What::CardsShown => said(show_cards(unit, act).await),
        What::RememberUndo => said(unit.remember_undo(&act.undo()).await),
        What::TakeUndo => said(unit.take_undo(group_id(act.group), person_id(act.person)).await),
        What::ForgetUndo => said(unit.forget_undo(at(act.minute)).await),
        What::ForgetDone => said(unit.forget_done(at(act.minute)).await),
        What::ForgetSettled => said(unit.forget_settled(at(act.minute)).await),
        What::ForgetCodes => said(unit.forget_codes(at(act.minute)).await),
        What::ForgetAudit => said(unit.forget_audit(at(act.minute)).await),
        What::SetClock => said(unit.set_hand_set_clock(act.yes.then(|| at(act.minute))).await),
    }
}

fn said<T: Debug>(result: StoreResult<T>) -> String {
    match result {
        Ok(answer) => format!("{answer:?}"),
        Err(error) => error.to_string(),
    }
}

/// Whether an event may be edited, and where it `takes` effect that it did.
async fn edited(unit: &mut dyn UnitOfWork, of: &Inbound, takes: bool) -> StoreResult<bool> {
    let may = unit.was_refused_for_update(&of.room, &of.event).await?;
    if may && takes {
        unit.edit_took_effect(&of.room, &of.event).await?;
    }
    Ok(may)
}

/// Moves a place to another id, or back: one that is saved, or that of every room.
async fn move_place(unit: &mut dyn UnitOfWork, act: &Act) -> StoreResult<()> {
    let (here, there) = if act.n == 0 { ("console", "0") } else { ("1", "2") };
    let (from, to) = if act.yes { (here, there) } else { (there, here) };
    unit.move_place(Platform::Console, from, to, at(act.minute)).await
}

/// Takes a team away, then makes it again, so that later acts find it.
async fn remove_team(unit: &mut dyn UnitOfWork, group: GroupId, id: TeamId, act: &Act) -> StoreResult<bool> {
    let removed = unit.remove_team(group, id).await?;
    if removed {
        let number = act.n % TEAMS;
        let name = format!("team {number} of {}, again", act.minute);
        unit.save_team(&team(act.group, number, &name)).await?;
    }
    Ok(removed)
}

/// Shows what is stale, as the engine does, or finds that the first of it is gone.
async fn show_cards(unit: &mut dyn UnitOfWork, act: &Act) -> StoreResult<usize> {
    let stale = unit.stale_cards(Platform::Console, at(act.minute), 2).await?;
    for copy in &stale {
        if act.yes {
            unit.card_shown(copy.id, copy.changes, at(act.minute + 1)).await?;
        } else {
            unit.forget_card(copy.id).await?;
        }
    }
    Ok(stale.len())
}

/// Merges two people as the desk does, then lets the one who went in again, so that later acts find them.
async fn merge(unit: &mut dyn UnitOfWork, act: &Act) -> StoreResult<()> {
    if act.person == act.other {
        return Ok(());
    }
    let (from, into) = (person_id(act.person), person_id(act.other));
    unit.reassign_agenda(from, into).await?;
    unit.reassign_audit(from, into).await?;
    unit.reassign_outbox(from, into).await?;
    unit.forget_undo_of(from).await?;
    unit.merge_people(from, into).await?;
    unit.save_person(&act.somebody()).await
}
