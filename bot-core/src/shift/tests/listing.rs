//! Lists.

use super::{all_say, ward, ward_with};
use crate::locale::{Language, Voice};
use crate::surface::Platform;
use crate::time::Zone;

#[tokio::test]
async fn a_list_has_one_line_a_shift_by_start() {
    let mut world = ward_with(&[
        "Party sun 8pm needs:2",
        "Canvass Ward 3 sat 10am-1pm needs:driver=1,knocker=3",
        "Rally today 6pm",
    ])
    .await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ben", "shift claim S2 driver").await;
    world.say("Ben", "shift claim S3").await;
    assert_eq!(
        world.say("Gil", "shift list").await,
        "  S3 · Tue 1 Dec, 18:00 · Rally · 1 in\n  \
         S2 · Sat 5 Dec, 10:00–13:00 · Canvass Ward 3 · 3 seats open\n  \
         S1 · Sun 6 Dec, 20:00 · Party · full\n\
         Type: shift claim S3"
    );
    assert_eq!(
        world.say("Ben", "shift list mine").await,
        "  S3 · Tue 1 Dec, 18:00 · Rally · 1 in · you are in\n  \
         S2 · Sat 5 Dec, 10:00–13:00 · Canvass Ward 3 · 3 seats open · you are in as driver\n  \
         S1 · Sun 6 Dec, 20:00 · Party · full · you are in\n\
         Type: shift drop S3"
    );
    assert_eq!(
        world.say("Gil", "shift list today").await,
        "  S3 · Tue 1 Dec, 18:00 · Rally · 1 in\nType: shift claim S3"
    );
    let open = world.say("Gil", "shift list open").await;
    assert!(!open.contains("S1"), "{open}");
    assert!(open.contains("S2") && open.contains("S3"), "{open}");
    world.say("Gil", "shift claim S1").await;
    let mine = world.say("Gil", "shift list mine").await;
    assert_eq!(
        mine,
        "  S1 · Sun 6 Dec, 20:00 · Party · full · you are on the waiting list\nType: shift drop S1"
    );
}

#[tokio::test]
async fn a_week_is_seven_days_from_today() {
    let mut world = ward_with(&["Last mon 11pm", "Next 2026-12-08 00:00"]).await;
    let week = world.say("Ben", "shift list week").await;
    assert!(week.contains("S1 ·") && !week.contains("S2 ·"), "{week}");
}

#[tokio::test]
async fn what_is_over_or_cancelled_is_on_no_list() {
    let mut world = ward_with(&["Canvass sat 10am-1pm", "Party sat 8pm"]).await;
    world.say("Ana", "shift cancel S2").await;
    world.at("2026-12-05 12:59");
    assert!(world.say("Ben", "shift list").await.starts_with("  S1 ·"));
    world.at("2026-12-05 13:00");
    assert_eq!(world.say("Ben", "shift list").await, "No shifts are coming up.");
}

#[tokio::test]
async fn an_empty_list_says_what_it_was_a_list_of() {
    let mut world = ward().await;
    for (list, said) in [
        (
            "mine",
            "You are on no shift. To see those with open seats: shift list open",
        ),
        ("open", "No shift that is coming up has open seats."),
        ("today", "No shifts are left today."),
        ("week", "No shifts in the next seven days."),
    ] {
        assert_eq!(world.say("Ben", &format!("shift list {list}")).await, said);
    }
}

#[tokio::test]
async fn a_long_list_is_cut_and_says_how_to_narrow_it() {
    let mut world = ward().await;
    for day in 2..=24 {
        world
            .say("Ana", &format!("shift add Canvass 2026-12-{day:02} 10:00"))
            .await;
    }
    let list = world.say("Ben", "shift list").await;
    let lines: Vec<_> = list.lines().collect();
    assert_eq!(lines.len(), 22);
    assert_eq!(lines[20..], ["… and 3 more: shift list week", "Type: shift claim S1"]);
}

#[tokio::test]
async fn half_typed_commands_are_offered_what_is_coming() {
    let world = ward_with(&["Party sun 8pm needs:2", "Canvass sat 10am-1pm"]).await;
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
    let voice = Voice {
        language: Language::English,
        zone: Zone::parse("new york").unwrap(),
        now: world.app().clock().now(),
    };
    let choices = crate::shift::desk::completions(&mut *unit, group, &voice)
        .await
        .unwrap();
    let choices: Vec<_> = choices
        .into_iter()
        .map(|(reference, label)| (reference.to_string(), label))
        .collect();
    assert_eq!(
        choices,
        [
            ("S2".to_owned(), "S2 · Sat 10:00 Canvass · 0 in".to_owned()),
            ("S1".to_owned(), "S1 · Sun 20:00 Party · 2 left".to_owned()),
        ]
    );
}

#[tokio::test]
async fn spanish_rooms_read_spanish_cards() {
    let world = ward_with(&["Canvass sat 10am-1pm needs:2 at:Library"]).await;
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
    drop(unit);
    let voice = Voice {
        language: Language::Spanish,
        zone: Zone::parse("new york").unwrap(),
        now: world.app().clock().now(),
    };
    let reference = "S1".parse().unwrap();
    let card = world.app().card(group, reference, &voice).await.unwrap().unwrap();
    assert_eq!(
        crate::reply::plain::render(&card),
        "S1 · Canvass\n\
         sáb 5 dic, 10:00–13:00 hora de Nueva York · Library\n\
         0 de 2 · 2 plazas libres\n\
         Me apunto · No puedo ir · Quién va    o escribe: shift claim S1"
    );
}

#[tokio::test]
async fn a_spanish_room_is_answered_in_spanish() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    world.say("Ana", "group set language es").await;
    world.say("Ben", "shift claim S1").await;
    assert_eq!(
        world.say("Cleo", "shift claim S1").await,
        "S1 está completo. Estás en el puesto 1 de la lista de espera, y te escribiré cuando quede una plaza libre. \
         Para salir de la lista: shift drop S1"
    );
    assert_eq!(
        world.say("Ben", "shift drop S1").await,
        "Ya no vas a S1, Canvass.\n\
         Cleo pasa de la lista de espera a tener plaza, y le aviso.\n\
         Me apunto                             o escribe: shift claim S1"
    );
}

#[tokio::test]
async fn the_line_for_the_eye_keeps_its_end_whatever_the_title() {
    let world = ward_with(&[&format!("{} dec 19 10am needs:12", "Canvass ".repeat(12))]).await;
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
    let voice = Voice {
        language: Language::English,
        zone: Zone::parse("madrid").unwrap(),
        now: world.app().clock().now(),
    };
    let choices = crate::shift::desk::completions(&mut *unit, group, &voice)
        .await
        .unwrap();
    let label = &choices[0].1;
    assert_eq!(label.chars().count(), 100);
    assert!(
        label.starts_with("S1 · Sat 19 Dec, 10:00 New York time Canvass"),
        "{label}"
    );
    assert!(label.ends_with("… · 12 left"), "{label}");
}
