//! Filling a desk: a group with as many shifts and reminders as are asked for, written through the store's own door.

use std::ops::Range;
use std::sync::Arc;

use muster_core::chrono::TimeDelta;
use muster_core::ids::{PersonId, ReminderId, SeatId, ShiftId};
use muster_core::people::{Account, Membership, Role};
use muster_core::shift::roster::SeatChanges;
use muster_core::shift::{Attendance, Holder, Seat, SeatStanding};
use muster_core::store::{Due, DueAct, Store};
use muster_core::testing::SeededIds;
use muster_core::time::Moment;

use crate::desk::Desk;
use crate::week;

/// How many reminders come on each day.
pub(crate) const REMINDERS_A_DAY: usize = 100;
/// How many rows are written in one unit of work.
const BATCH: usize = 10_000;

/// How much is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Stock {
    /// Members of the group, each with an account.
    pub(crate) members: usize,
    /// Shifts, each with one seat taken, one an hour.
    pub(crate) shifts: usize,
    /// Reminders, a hundred a day.
    pub(crate) reminders: usize,
    /// Shifts of the coming week, with four members each.
    pub(crate) week: usize,
}

impl Stock {
    /// Founds a group on an empty store and fills it.
    pub(crate) async fn fill(self, store: Arc<dyn Store>) {
        let desk = Desk::on(store.clone(), 1);
        for typed in [
            "shift add Canvass sat 10am-1pm needs:6",
            "remind me tomorrow 9am Look in",
        ] {
            desk.say("ana", typed).await;
        }
        let ids = SeededIds::new(3);
        for first in (0..self.members).step_by(BATCH) {
            add_members(&*store, &desk, &ids, first..self.members.min(first + BATCH)).await;
        }
        if self.week > 0 {
            week::add(store.clone(), &desk, self.week).await;
        }
        for first in (0..self.shifts).step_by(BATCH) {
            add_shifts(&*store, &desk, &ids, first..self.shifts.min(first + BATCH)).await;
        }
        for first in (0..self.reminders).step_by(BATCH) {
            add_reminders(&*store, &desk, &ids, first..self.reminders.min(first + BATCH)).await;
        }
    }
}

async fn add_members(store: &dyn Store, desk: &Desk, ids: &SeededIds, which: Range<usize>) {
    let mut unit = store.begin().await.expect("a unit of work");
    let group = desk.group(&mut *unit).await;
    let ana = unit.members(group).await.expect("members").swap_remove(0);
    let membership = unit
        .membership(group, ana.person)
        .await
        .expect("one")
        .expect("a membership");
    let model = unit.person(ana.person).await.expect("a person").expect("a person");
    let account = unit.accounts_of(ana.person).await.expect("accounts").swap_remove(0);
    for n in which {
        let mut person = model.clone();
        person.id = PersonId::new(ids, desk.now());
        person.name = format!("member {n}");
        person.agreed_at = Some(desk.now());
        let account = Account {
            account: format!("10000{n:05}"),
            person: person.id,
            name: person.name.clone(),
            ..account.clone()
        };
        let membership = Membership {
            person: person.id,
            role: Role::Member,
            ..membership.clone()
        };
        unit.save_person(&person).await.expect("a person is saved");
        unit.save_account(&account).await.expect("an account is saved");
        unit.save_membership(&membership).await.expect("a membership is saved");
    }
    unit.commit().await.expect("a commit");
}

async fn add_shifts(store: &dyn Store, desk: &Desk, ids: &SeededIds, which: Range<usize>) {
    let mut unit = store.begin().await.expect("a unit of work");
    let group = desk.group(&mut *unit).await;
    let model = unit.shift(group, 1).await.expect("a shift").expect("a shift");
    let ana = unit.members(group).await.expect("members")[0].person;
    for n in which {
        let mut shift = model.shift.clone();
        shift.id = ShiftId::new(ids, desk.now());
        shift.number = number(n);
        let later = TimeDelta::hours(i64::try_from(n).expect("a number"));
        shift.start = Moment::new(shift.start.local + later, shift.start.zone.clone());
        shift.end = shift.end.map(|end| Moment::new(end.local + later, end.zone));
        let seat = Seat {
            id: SeatId::new(ids, desk.now()),
            holder: Holder::Guest {
                name: "somebody".to_owned(),
                host: ana,
            },
            role: None,
            standing: SeatStanding::In,
            turn: 1,
            confirmed_at: None,
            cover_since: None,
            offered_at: None,
            attendance: Attendance::default(),
            given_by: None,
        };
        let seats = SeatChanges {
            saved: vec![seat],
            removed: Vec::new(),
        };
        unit.save_shift(&shift).await.expect("a shift is saved");
        unit.save_seats(&shift, &seats).await.expect("a seat is saved");
    }
    unit.commit().await.expect("a commit");
}

async fn add_reminders(store: &dyn Store, desk: &Desk, ids: &SeededIds, which: Range<usize>) {
    let mut unit = store.begin().await.expect("a unit of work");
    let group = desk.group(&mut *unit).await;
    let model = unit
        .reminder_by_number(group, 1)
        .await
        .expect("a reminder")
        .expect("a reminder");
    for n in which {
        let mut reminder = model.clone();
        reminder.id = ReminderId::new(ids, desk.now());
        reminder.number = number(n);
        let later = TimeDelta::days(i64::try_from(n / REMINDERS_A_DAY).expect("a number"));
        reminder.next = reminder.next.map(|next| Moment::new(next.local + later, next.zone));
        unit.save_reminder(&reminder).await.expect("a reminder is saved");
        let due = Due {
            at: reminder.coming().expect("its time").at,
            group,
            subject: reminder.subject(),
            act: DueAct::Remind,
            person: None,
        };
        unit.schedule(&due).await.expect("a line of the agenda");
    }
    unit.commit().await.expect("a commit");
}

/// The number of the `n`th row: after those of the models.
pub(crate) fn number(n: usize) -> u32 {
    u32::try_from(n + 10).expect("a number")
}
