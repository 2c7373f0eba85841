//! Answers that take their time: whoever asked is told within three seconds that one comes, and who will see it.

use muster_core::store::{Store, UnitOfWork};
use muster_storage::PostgresStore;
use muster_test_servers::discord::{Answer, Discord, InteractionId};
use muster_test_servers::postgres::{self, TestDatabase};
use tokio::runtime::Runtime;

use crate::scene::{Ward, bot_on};

/// Holds a shift, so that whoever wants it waits.
pub(crate) struct Lock {
    runtime: Runtime,
    unit: Box<dyn UnitOfWork>,
    store: PostgresStore,
}

impl Lock {
    /// Holds the shift of that number, in every group that has one.
    pub(crate) fn on_shift(database: &TestDatabase, number: u32) -> Self {
        let runtime = Runtime::new().unwrap();
        let (unit, store) = runtime.block_on(async {
            let store = postgres::open(database).await;
            let mut unit = store.begin().await.unwrap();
            let mut held = 0;
            for group in unit.groups().await.unwrap() {
                held += usize::from(unit.shift_for_update(group.id, number).await.unwrap().is_some());
            }
            assert!(held > 0, "there is such a shift");
            (unit, store)
        });
        Self { runtime, unit, store }
    }

    pub(crate) fn release(self) {
        let Self { runtime, unit, store } = self;
        runtime.block_on(async {
            unit.commit().await.unwrap();
            store.close().await;
        });
    }
}

/// Waits until each is told that an answer comes.
fn announced(ward: &Ward, asked: &[InteractionId]) {
    ward.discord.wait_until("it is told that answers come", |seen| {
        let is_announced = |asked: &InteractionId| match seen.answer(*asked) {
            Answer::Thinking(_) => true,
            Answer::Waiting => false,
            other => panic!("nobody was to be answered yet: {other:?}"),
        };
        asked.iter().all(is_announced)
    });
}

#[test]
fn a_slow_answer_is_announced_to_those_who_will_see_it() {
    let (_, database) = Runtime::new().unwrap().block_on(postgres::fresh());
    let discord = Discord::start();
    let bot = bot_on(&discord, database.url());
    let ward = Ward::with(discord, |_| bot).founds();
    let card = ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:3");
    let (ben, cleo) = (ward.member("Ben"), ward.member("Cleo"));
    let lock = Lock::on_shift(&database, 1);
    // In a room one act comes after the other.
    let asked = [
        ben.runs(&ward.room, "/shift claim shift:S1"),
        ben.runs(&ward.room, "/me show"),
        cleo.taps(card.id, "Claim"),
    ];
    announced(&ward, &asked);
    lock.release();
    let [claimed, mine, tapped] = asked.map(|asked| ward.answer(asked));
    assert_eq!(
        [claimed.only_for, mine.only_for, tapped.only_for],
        [None, Some(ben.id()), Some(cleo.id())]
    );
    for told in [&claimed, &tapped] {
        assert!(told.words().starts_with("You are in S1"), "{}", told.words());
    }
    ward.card_says(&card, "Cleo");
    assert_eq!(ward.discord.look(|seen| seen.failed), 0);
    ward.ends_well();
}

#[test]
fn an_answer_that_comes_at_once_is_not_announced() {
    let ward = Ward::founded();
    for _ in 0..5 {
        ward.asks(&ward.ana, "/shift list");
    }
    let edits = ward
        .discord
        .look(|seen| seen.requests("update_original_webhook_message"));
    assert_eq!(edits, 0);
    ward.ends_well();
}

#[test]
fn whoever_asks_too_much_is_told_so_every_time() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    let asked: Vec<_> = (0..25).map(|_| ben.runs(&ward.room, "/team list")).collect();
    let told: Vec<String> = asked.into_iter().map(|asked| ward.answer(asked).words()).collect();
    assert!(told[24].starts_with("That was a lot at once."), "{}", told[24]);
    assert_eq!(ward.discord.look(|seen| seen.failed), 0);
    ward.ends_well();
}
