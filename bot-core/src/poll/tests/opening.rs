use super::{first, group};
use crate::testing::World;

#[tokio::test]
async fn a_poll_reads_as_the_product_says() {
    let mut world = group().await;
    let asked = world
        .say("ben", "poll new Pizza or tacos? Pizza, Tacos until:fri 18:00")
        .await;
    assert_eq!(
        asked,
        "\
P1 · Pizza or tacos?                  open until Fri 4 Dec, 18:00 New York time
  Pizza  0
  Tacos  0
nobody has voted yet · everyone here can see who chose what
Pizza · Tacos                         or type: poll vote P1 tacos"
    );
    for (name, choice) in [("ana", "pizza"), ("ben", "tacos"), ("cleo", "pizza")] {
        world.say(name, &format!("poll vote P1 {choice}")).await;
    }
    assert_eq!(
        world.say("dev", "poll show P1").await,
        "\
P1 · Pizza or tacos?                  open until Fri 4 Dec, 18:00 New York time
  Pizza  2  ██
  Tacos  1  █
  Pizza: ana and cleo
  Tacos: ben
3 voted · everyone here can see who chose what
Pizza · Tacos                         or type: poll vote P1 tacos"
    );
}

#[tokio::test]
async fn a_question_without_options_asks_for_yes_or_no_for_a_day() {
    let mut world = group().await;
    assert_eq!(
        world.say("ana", "poll new Shall we meet in the library?").await,
        "\
P1 · Shall we meet in the library?    open until Wed 2 Dec, 09:00 New York time
  Yes  0
  No   0
nobody has voted yet · everyone here can see who chose what
Yes · No                              or type: poll vote P1 no"
    );
}

#[tokio::test]
async fn a_day_without_a_clock_time_means_all_of_it() {
    let mut world = group().await;
    let asked = world.say("ana", "poll new Which? red, blue until:fri").await;
    assert!(
        first(&asked).ends_with("open until Fri 4 Dec, 23:59 New York time"),
        "{asked}"
    );
}

#[tokio::test]
async fn the_default_end_is_a_full_minute() {
    let mut world = group().await;
    world.advance("20s").await;
    let asked = world.say("ana", "poll new Which? red, blue").await;
    assert!(
        first(&asked).ends_with("open until Wed 2 Dec, 09:01 New York time"),
        "{asked}"
    );
}

async fn is_refused(world: &mut World, typed: &str, message: &str) {
    let refusal = world.say("ana", typed).await;
    assert_eq!(first(&refusal), message, "{typed}");
    assert!(refusal.contains("poll new <question> [<option>…]"), "{refusal}");
    assert_eq!(first(&world.say("ana", "poll list").await), "No poll is open.");
}

#[tokio::test]
async fn what_cannot_be_asked_is_refused_with_the_usage_line() {
    let mut world = group().await;
    let many: Vec<String> = (1..=21).map(|number| format!("option {number}")).collect();
    let long = "x".repeat(101);
    for (typed, message) in [
        (
            "poll new Pizza? Margherita",
            "A poll needs two options or more, and this one has only \"Margherita\". With no option at all it asks for yes or no.",
        ),
        ("poll new Pizza? Yes, no, YES", "The option \"YES\" is there twice."),
        (
            "poll new Pizza? yes, no until:\"sat 10am-1pm\"",
            "A poll closes at one time: a day or a clock time, not a range or a repeat.",
        ),
        (
            "poll new Pizza? yes, no until:\"every tue 18:30\"",
            "A poll closes at one time: a day or a clock time, not a range or a repeat.",
        ),
        ("poll new", "The <question> is missing."),
        (
            "poll new Pizza? yes, no kind:loudest",
            "<kind>: \"loudest\" is none of single, approval, ranked, score, star, availability and consent.",
        ),
        (
            &format!("poll new Which? {}", many.join(", ")),
            "That is 21 of <option>; there may be 20.",
        ),
        (
            &format!("poll new Which? a, {long}"),
            "The <option> has 101 characters; it may have 100.",
        ),
        (
            &format!("poll new \"{}\" a b", "x".repeat(301)),
            "The <question> has 301 characters; it may have 300.",
        ),
    ] {
        is_refused(&mut world, typed, message).await;
    }
}

#[tokio::test]
async fn a_poll_asked_in_private_is_put_to_the_room() {
    let mut world = group().await;
    world.private("ben", "poll new Pizza or tacos? Pizza, Tacos").await;
    let heard = world.post().await;
    assert_eq!(heard.len(), 1, "{heard:?}");
    assert!(heard[0].starts_with("[#main] P1 · Pizza or tacos?"), "{heard:?}");
}

#[tokio::test]
async fn the_list_has_what_is_open() {
    let mut world = group().await;
    assert_eq!(
        world.say("ana", "poll list").await,
        "No poll is open.\nType: poll new Pizza or tacos?"
    );
    world.say("ana", "poll new Red? until:\"in 1h\"").await;
    world.say("ana", "poll new Blue? until:\"in 3h\"").await;
    world.say("ben", "poll vote P2 yes").await;
    world.advance("2h").await;
    assert_eq!(
        world.say("ana", "poll list").await,
        "\
1 poll is open
  P2 · Blue? · 1 voted · open until Tue 1 Dec, 12:00 New York time
Type: poll vote P2 yes"
    );
}

#[tokio::test]
async fn an_option_of_the_command_that_is_not_there_is_no_option_of_the_poll() {
    let mut world = World::memory();
    let refused = world.say("ana", "poll new Who leads? Ben, Cleo colour:red").await;
    assert!(
        refused.starts_with("I don't know the option \"colour:\". In a text, put it in quotes.\nUsage: poll new"),
        "{refused}"
    );
    let quoted = world.say("ana", "poll new Which? \"re:view\" \"pre:view\"").await;
    assert!(quoted.contains("\n  pre:view  0\n"), "{quoted}");
    let prose = world
        .say("ana", "poll new Read https://x.org at 10:30? Yes: now, No: later")
        .await;
    assert!(prose.contains("\n  No: later  0\n"), "{prose}");
}
