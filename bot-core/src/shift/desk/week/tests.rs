//! The week as people see it, and as it is drawn.

use insta::assert_snapshot;

use super::Week;
use crate::locale::{Language, Voice};
use crate::picture::{Picture, Theme, svg};
use crate::shift::Roster;
use crate::surface::Platform;
use crate::testing::World;
use crate::time::Zone;

/// A Tuesday morning in a ward with these teams and shifts.
async fn ward(teams: &[&str], shifts: &[&str]) -> World {
    let mut world = World::memory();
    for name in ["Ana", "Ben", "Cleo"] {
        world.say(name, "shift list").await;
    }
    for team in teams {
        world.say("Ana", &format!("team add {team}")).await;
    }
    for shift in shifts {
        let card = world.say("Ana", &format!("shift add {shift}")).await;
        assert!(card.starts_with('S'), "{card}");
    }
    world
}

fn voice(world: &World, language: Language) -> Voice {
    Voice {
        language,
        zone: Zone::parse("new york").unwrap(),
        now: world.app().clock().now(),
    }
}

/// The picture of the coming week.
async fn picture(world: &World, language: Language) -> Picture {
    let voice = voice(world, language);
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
    let teams = unit.teams(group).await.unwrap();
    let until = voice.now + chrono::TimeDelta::days(6);
    let shifts: Vec<Roster> = unit.shifts_between(group, voice.now, Some(until)).await.unwrap();
    Week::of(&shifts, &teams).picture(&voice)
}

#[tokio::test]
async fn what_is_short_comes_first_by_team() {
    let mut world = ward(
        &["South", "drivers"],
        &[
            "Party sun 8pm needs:2",
            "Vans sat 9am needs:3 team:drivers",
            "Doors sat 10am-1pm needs:1 team:South",
            "Phones fri 6pm needs:2 team:South",
            "Stall sat 11am team:South",
        ],
    )
    .await;
    for claim in ["S1", "S3"] {
        world.say("Ben", &format!("shift claim {claim}")).await;
    }
    assert_snapshot!(world.say("Cleo", "shift list week").await, @r#"
    5 shifts · 3 short · 6 seats open
    Short · drivers
      S2 · Sat 5 Dec, 09:00 · Vans · 3 seats open
    Short · South
      S4 · Fri 4 Dec, 18:00 · Phones · 2 seats open
    Short · no team
      S1 · Sun 6 Dec, 20:00 · Party · 1 seat open
    The rest · South
      S3 · Sat 5 Dec, 10:00–13:00 · Doors · full
      S5 · Sat 5 Dec, 11:00 · Stall · 0 in
    Type: shift claim S4
    "#);
    assert_snapshot!(world.say("Cleo", "shift list week team:south").await, @r#"
    3 shifts · 1 short · 2 seats open
    Short · South
      S4 · Fri 4 Dec, 18:00 · Phones · 2 seats open
    The rest · South
      S3 · Sat 5 Dec, 10:00–13:00 · Doors · full
      S5 · Sat 5 Dec, 11:00 · Stall · 0 in
    Type: shift claim S4
    "#);
    world.say("Ana", "group set language es").await;
    assert_snapshot!(world.say("Cleo", "shift list week").await, @r#"
    5 turnos · 3 incompletos · 6 plazas libres
    Incompletos · drivers
      S2 · sáb 5 dic, 09:00 · Vans · 3 plazas libres
    Incompletos · South
      S4 · vie 4 dic, 18:00 · Phones · 2 plazas libres
    Incompletos · sin equipo
      S1 · dom 6 dic, 20:00 · Party · 1 plaza libre
    Los demás · South
      S3 · sáb 5 dic, 10:00–13:00 · Doors · completo
      S5 · sáb 5 dic, 11:00 · Stall · aún no va nadie
    Escribe: shift claim S4
    "#);
}

#[tokio::test]
async fn without_teams_nothing_is_said_of_them() {
    let mut world = ward(&["South"], &["Party sun 8pm needs:1", "Stall sat 11am"]).await;
    assert_snapshot!(world.say("Ben", "shift list week").await, @r#"
    2 shifts · 1 short · 1 seat open
    Short
      S1 · Sun 6 Dec, 20:00 · Party · 1 seat open
    The rest
      S2 · Sat 5 Dec, 11:00 · Stall · 0 in
    Type: shift claim S1
    "#);
    world.say("Ben", "shift claim S1").await;
    assert_snapshot!(world.say("Ben", "shift list week").await, @r#"
    2 shifts · none short
      S2 · Sat 5 Dec, 11:00 · Stall · 0 in
      S1 · Sun 6 Dec, 20:00 · Party · full
    Type: shift claim S2
    "#);
}

#[tokio::test]
async fn a_week_of_many_is_cut_and_says_how_to_narrow_it() {
    let shifts: Vec<String> = (0..23)
        .map(|number| format!("Stall sat {}:00 needs:{}", number % 12 + 8, number % 2 + 1))
        .collect();
    let shifts: Vec<&str> = shifts.iter().map(String::as_str).collect();
    let mut world = ward(&["South"], &shifts).await;
    let narrower = |week: &str| week.lines().rev().nth(1).unwrap().to_owned();
    let week = world.say("Ben", "shift list week").await;
    assert_eq!(week.lines().filter(|line| line.starts_with("  S")).count(), 20);
    assert_eq!(narrower(&week), "… and 3 more: shift list today");
    world.say("Ana", "shift edit S1 team:South").await;
    let week = world.say("Ben", "shift list week").await;
    assert_eq!(narrower(&week), "… and 3 more: shift list week team:<team>");
}

#[tokio::test]
async fn a_picture_shows_each_shift_on_its_days_at_its_hours() {
    let mut world = ward(
        &["South", "drivers"],
        &[
            "Vans sat 9am-5pm needs:3 team:drivers",
            "\"Doors <b>north</b> & south of the river\" sat 10am-1pm needs:1 team:South",
            "Night sat 10pm-6am needs:2",
            "Camp dec 4-5 team:South",
        ],
    )
    .await;
    world.say("Ben", "shift claim S2").await;
    let shown = picture(&world, Language::English).await;
    assert_eq!(
        shown.alt,
        "The week as a picture: Tue 1 Dec – Mon 7 Dec · New York time, 4 shifts · 2 short · 5 seats open."
    );
    let words: Vec<&str> = shown.texts().collect();
    let count = |wanted: &str| words.iter().filter(|words| **words == wanted).count();
    for (wanted, times) in [
        ("S1", 1),
        ("0/3", 1),
        ("1/1 ✓", 1),
        ("S3", 2),
        ("22:00–06:00", 2),
        ("S4", 2),
        ("all day", 2),
    ] {
        assert_eq!(count(wanted), times, "{wanted}: {words:?}");
    }
    assert_snapshot!("bars", svg(&shown.drawing, Theme::Light));
    let spanish = picture(&world, Language::Spanish).await;
    assert_snapshot!("bars_in_spanish_on_dark", svg(&spanish.drawing, Theme::Dark));
}

#[tokio::test]
async fn a_picture_of_many_shifts_counts_them_by_team_and_day() {
    let shifts: Vec<String> = (0..45)
        .map(|number| {
            let day = ["wed", "thu", "fri", "sat", "sun"][number % 5];
            let team = ["team:South", "team:drivers", ""][number % 3];
            format!("Stall {day} {}:00 needs:2 {team}", number / 5 + 8)
        })
        .collect();
    let shifts: Vec<&str> = shifts.iter().map(String::as_str).collect();
    let mut world = ward(&["South", "drivers"], &shifts).await;
    for number in 1..=20 {
        world.say("Ben", &format!("shift claim S{number}")).await;
        world.say("Cleo", &format!("shift claim S{number}")).await;
    }
    let shown = picture(&world, Language::English).await;
    assert!(!shown.texts().any(|words| words == "S1"), "no shift by itself");
    assert_snapshot!("grid", svg(&shown.drawing, Theme::Light));
}

#[tokio::test]
async fn the_teams_beyond_a_number_share_a_row() {
    let teams: Vec<String> = (1..=23).map(|number| format!("Team{number:02}")).collect();
    let shifts: Vec<String> = (0..46)
        .map(|number| format!("Stall sat 10am needs:1 team:Team{:02}", number / 2 + 1))
        .collect();
    let teams: Vec<&str> = teams.iter().map(String::as_str).collect();
    let shifts: Vec<&str> = shifts.iter().map(String::as_str).collect();
    let world = ward(&teams, &shifts).await;
    let shown = picture(&world, Language::English).await;
    let words: Vec<&str> = shown.texts().collect();
    assert!(words.contains(&"Team20") && !words.contains(&"Team21"), "{words:?}");
    assert!(
        words.contains(&"3 more") && words.contains(&"6 of 6 short"),
        "{words:?}"
    );
}
