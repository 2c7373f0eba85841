//! What `help` says, as people see it.

use crate::catalogue::{areas, specs, usage};
use crate::testing::World;

#[tokio::test]
async fn help_lists_the_areas_and_says_how_to_go_on() {
    let answer = World::memory().say("ana", "help").await;
    for area in areas() {
        assert!(answer.contains(&format!("{area} · ")), "{area}: {answer}");
    }
    assert!(answer.ends_with("Type: help shift"), "{answer}");
}

#[tokio::test]
async fn help_on_an_area_lists_its_commands_with_their_usage() {
    let mut world = World::memory();
    for area in areas() {
        let answer = world.say("ana", &format!("help {area}")).await;
        for spec in specs().filter(|spec| spec.area() == area) {
            assert!(answer.contains(&usage(spec)), "{}: {answer}", spec.path);
        }
    }
}

#[tokio::test]
async fn help_on_a_command_shows_its_arguments_and_an_example() {
    let answer = World::memory().say("ana", "help  Shift  CLAIM").await;
    let expected = "\
(only ana sees this)
Take a seat, or a place on the waiting list.
Usage: shift claim S12 [role] [for:<member>] [guest:<name>]
  shift · a reference, such as S12
  role · a word, or several in quotes, of up to 16 characters
  for · a member: a mention, or the name, in quotes if it has several words
  guest · a word, or several in quotes, of up to 60 characters
Type: shift claim S12";
    assert_eq!(answer, expected);
}

#[tokio::test]
async fn help_on_what_there_is_not_says_what_was_meant() {
    let mut world = World::memory();
    let answer = world.say("ana", "help shft").await;
    assert!(
        answer.ends_with("There is no command or area \"shft\". Did you mean: help shift"),
        "{answer}"
    );
    let answer = world.say("ana", "help pizza").await;
    assert!(
        answer.ends_with("There is no command or area \"pizza\".\nType: help"),
        "{answer}"
    );
}

#[tokio::test]
async fn help_needs_no_group_and_speaks_to_strangers() {
    let answer = World::memory().private("ana", "help").await;
    assert!(answer.contains("What I can do here"), "{answer}");
}
