//! Reminders before a shift.

use super::{all_say, ward_with};
use crate::store::UnitOfWork;
use crate::surface::Platform;
use crate::testing::World;

const ASKS: &str = "Can you make it?\nConfirm · Can't make it · Find cover  or type: shift confirm S1";

async fn with_unit(world: &World) -> Box<dyn UnitOfWork> {
    world.app().store().begin().await.unwrap()
}

#[tokio::test]
async fn whoever_is_in_is_reminded_a_day_and_two_hours_before() {
    let mut world = ward_with(&["Canvass Ward 3 sat 10am-1pm needs:1 at:\"Main Library\""]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    assert_eq!(world.advance_to("2026-12-04 09:59").await, [""; 0]);
    assert_eq!(
        world.advance("1m").await,
        [format!(
            "[#main] Ben: S1 · Canvass Ward 3 is in 1 day: Sat 5 Dec, 10:00–13:00 New York time · Main Library\n{ASKS}"
        )]
    );
    assert_eq!(
        world.advance_to("2026-12-06 00:00").await,
        [format!(
            "[#main] Ben: S1 · Canvass Ward 3 is in 2 h: Sat 5 Dec, 10:00–13:00 New York time · Main Library\n{ASKS}"
        )]
    );
}

#[tokio::test]
async fn what_is_past_when_somebody_claims_is_not_sent() {
    let mut world = ward_with(&["Canvass sat 10am"]).await;
    world.at("2026-12-05 07:00");
    world.say("Ben", "shift claim S1").await;
    let sent = world.advance("1d").await;
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(sent[0].contains("is in 2 h"), "{sent:?}");
}

#[tokio::test]
async fn whoever_drops_out_is_not_reminded_and_whoever_moves_up_is() {
    let mut world = ward_with(&["Canvass sat 10am needs:1"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ben", "shift drop S1").await;
    let sent = world.advance("1w").await;
    assert_eq!(sent.len(), 3, "{sent:?}");
    assert!(
        sent.iter().all(|message| message.starts_with("[#main] Cleo: ")),
        "{sent:?}"
    );
}

#[tokio::test]
async fn reminders_move_with_the_shift() {
    let mut world = ward_with(&["Canvass sat 10am"]).await;
    world.say("Ben", "shift claim S1").await;
    world.say("Ana", "shift move S1 sun 10am").await;
    world.post().await;
    assert_eq!(world.advance_to("2026-12-05 09:59").await, [""; 0]);
    assert_eq!(world.advance("1d").await.len(), 2);
}

#[tokio::test]
async fn of_what_fell_due_while_down_only_the_latest_is_sent_and_says_that_it_is_late() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    world.say("Ben", "shift claim S1").await;
    world.at("2026-12-05 08:30");
    assert_eq!(
        world.post().await,
        [format!(
            "[#main] Ben: S1 · Canvass is in 1 h 30 min: Sat 5 Dec, 10:00–13:00 New York time\n\
             This comes late: it was due Sat 5 Dec, 08:00 New York time.\n{ASKS}"
        )]
    );
    assert_eq!(world.advance("1w").await, [""; 0]);
}

#[tokio::test]
async fn a_reminder_after_the_start_says_that_it_has_begun() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    world.say("Ben", "shift claim S1").await;
    world.at("2026-12-05 11:00");
    assert_eq!(
        world.post().await,
        [
            "[#main] Ben: S1 · Canvass has begun: Sat 5 Dec, 10:00–13:00 New York time\n\
             This comes late: it was due Sat 5 Dec, 08:00 New York time.\n\
             I'm here · Can't make it              or type: shift checkin S1"
        ]
    );
}

#[tokio::test]
async fn another_ladder_plans_the_reminders_anew() {
    let mut world = ward_with(&["Canvass sat 10am"]).await;
    world.say("Ben", "shift claim S1").await;
    let mut unit = with_unit(&world).await;
    let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
    let account = unit.account(Platform::Console, "Ben").await.unwrap().unwrap();
    let mut ben = unit.person(account.person).await.unwrap().unwrap();
    ben.ladder = vec![chrono::TimeDelta::hours(1)];
    unit.save_person(&ben).await.unwrap();
    let mut work = crate::work::Work {
        unit: &mut *unit,
        ids: &crate::testing::SeededIds::new(1),
        now: world.app().clock().now(),
        public_url: None,
    };
    crate::shift::plan::replan_person(&mut work, group, ben.id)
        .await
        .unwrap();
    unit.commit().await.unwrap();
    assert_eq!(world.advance_to("2026-12-05 08:59").await, [""; 0]);
    let sent = world.advance("1h").await;
    assert_eq!(sent.len(), 1);
    assert!(sent[0].contains("is in 1 h:"), "{sent:?}");
}

#[tokio::test]
async fn quiet_hours_hold_a_reminder_which_is_true_when_it_comes() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    world.say("Ben", "shift claim S1").await;
    world.say("Ben", "me quiet 21:00-08:45").await;
    assert_eq!(world.advance_to("2026-12-05 08:44").await.len(), 1, "the day before");
    assert_eq!(
        world.advance_to("2026-12-05 09:00").await,
        [
            "[#main] Ben: S1 · Canvass is in 1 h 15 min: Sat 5 Dec, 10:00–13:00 New York time\n\
             Can you make it?\nI kept this until your quiet hours were over.\n\
             Confirm · Can't make it · Find cover  or type: shift confirm S1"
        ]
    );
}

#[tokio::test]
async fn what_quiet_hours_hold_is_not_said_to_somebody_who_has_dropped_out() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    world.say("Ben", "shift claim S1").await;
    world.say("Ben", "me quiet 21:00-08:45").await;
    world.advance_to("2026-12-05 08:30").await;
    world.say("Ben", "shift drop S1").await;
    assert_eq!(world.advance("1d").await, [""; 0]);
}

#[tokio::test]
async fn quiet_hours_that_end_too_late_do_not_hold_a_reminder() {
    let mut world = ward_with(&["Canvass sat 10am-1pm"]).await;
    world.say("Ben", "shift claim S1").await;
    world.say("Ben", "me quiet 21:00-11:00").await;
    let sent = world.advance_to("2026-12-05 08:00").await;
    assert!(
        sent[1].contains("is in 2 h") && sent[1].contains("in your quiet hours"),
        "{sent:?}"
    );
}
