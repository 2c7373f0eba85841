use super::{first, group, pizza_or_tacos};
use crate::locale::{Language, Voice};
use crate::reply::Block;
use crate::surface::Platform;
use crate::testing::World;
use crate::time::Zone;

async fn your_vote(world: &mut World, choice: &str) -> String {
    let answer = world.say("cleo", &format!("poll vote P1 {choice}")).await;
    first(&answer)
        .split(" You can change it")
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[tokio::test]
async fn a_vote_is_answered_with_how_the_poll_stands() {
    let mut world = pizza_or_tacos().await;
    world.say("ana", "poll vote P1 pizza").await;
    assert_eq!(
        world.say("ben", "poll vote p1 tacos").await,
        "\
Your vote: Tacos. You can change it until Fri 4 Dec, 18:00 New York time.
P1 so far: Pizza 1 and Tacos 1 · 2 voted
Pizza · Tacos                         or type: poll vote P1 tacos"
    );
}

#[tokio::test]
async fn voting_again_replaces_the_vote_and_says_so() {
    let mut world = pizza_or_tacos().await;
    assert_eq!(your_vote(&mut world, "pizza").await, "Your vote: Pizza.");
    assert_eq!(
        your_vote(&mut world, "tacos").await,
        "Your vote: Tacos. It replaces your earlier one: Pizza."
    );
    assert_eq!(
        your_vote(&mut world, "tacos").await,
        "Your vote was Tacos already, and stays."
    );
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("1 voted"), "{shown}");
    assert!(shown.contains("  Pizza  0\n  Tacos  1  █\n  Tacos: cleo"), "{shown}");
}

#[tokio::test]
async fn an_option_goes_by_its_text_its_number_or_its_beginning() {
    let mut world = group().await;
    world
        .say("ana", "poll new Where? Main Library, City Park, City Hall")
        .await;
    for (typed, option) in [
        ("main library", "Main Library"),
        ("\"CITY  park\"", "City Park"),
        ("3", "City Hall"),
        ("#1", "Main Library"),
        ("city p", "City Park"),
        ("MAIN", "Main Library"),
    ] {
        let vote = your_vote(&mut world, typed).await;
        assert!(vote.starts_with(&format!("Your vote: {option}.")), "{typed}: {vote}");
    }
}

#[tokio::test]
async fn an_option_that_is_a_number_goes_by_its_text_first() {
    let mut world = group().await;
    world.say("ana", "poll new How many? 2, 3, 4").await;
    assert_eq!(your_vote(&mut world, "3").await, "Your vote: 3.");
    let vote = your_vote(&mut world, "#3").await;
    assert!(vote.starts_with("Your vote: 4."), "{vote}");
    let vote = your_vote(&mut world, "1").await;
    assert!(vote.starts_with("Your vote: 2."), "{vote}");
}

#[tokio::test]
async fn words_that_fit_no_option_or_several_are_asked_about() {
    let mut world = group().await;
    world
        .say("ana", "poll new Where? Main Library, City Park, City Hall")
        .await;
    assert_eq!(
        world.say("ben", "poll vote P1 city").await,
        "\
\"city\" could be City Park and City Hall.
Type: poll vote P1 city park
Type: poll vote P1 city hall"
    );
    assert_eq!(
        world.say("ben", "poll vote P1 citty park").await,
        "P1 has no option \"citty park\". You can choose Main Library, City Park and City Hall. \
         Did you mean: poll vote P1 city park"
    );
    assert_eq!(
        first(&world.say("ben", "poll vote P1 9").await),
        "P1 has no option \"9\". You can choose Main Library, City Park and City Hall."
    );
    assert_eq!(
        world.say("ben", "poll vote P7 yes").await,
        "There is no P7 in this group.\nType: poll list"
    );
    let list = world.say("ben", "poll list").await;
    assert!(list.contains("nobody has voted yet"), "{list}");
}

#[tokio::test]
async fn a_single_choice_takes_one() {
    let mut world = pizza_or_tacos().await;
    assert_eq!(
        world.say("cleo", "poll vote P1 tacos, pizza").await,
        "\
P1 takes one choice, and you named Pizza and Tacos.
Type: poll vote P1 pizza
Type: poll vote P1 tacos"
    );
}

#[tokio::test]
async fn an_approval_takes_as_many_as_one_likes() {
    let mut world = group().await;
    let asked = world
        .say("ana", "poll new When? Sat 10am, Sat 2pm, Sunday kind:approval")
        .await;
    assert!(
        asked.contains("choose as many as you like · everyone here can see who chose what"),
        "{asked}"
    );
    assert_eq!(
        your_vote(&mut world, "sunday, sat 10am").await,
        "Your vote: Sat 10am and Sunday."
    );
    assert_eq!(
        your_vote(&mut world, "2 3 sunday").await,
        "Your vote: Sat 2pm and Sunday. It replaces your earlier one: Sat 10am and Sunday."
    );
    world.say("ana", "poll vote P1 3").await;
    let closed = world.say("ana", "poll close P1").await;
    assert!(closed.contains("Sunday wins with 2 of 2."), "{closed}");
}

#[tokio::test]
async fn an_abstention_has_voted() {
    let mut world = pizza_or_tacos().await;
    assert_eq!(your_vote(&mut world, "abstain").await, "Your vote: abstention.");
    assert_eq!(
        your_vote(&mut world, "pizza").await,
        "Your vote: Pizza. It replaces your earlier one: abstention."
    );
    your_vote(&mut world, "abstain").await;
    let shown = world.say("ana", "poll show P1").await;
    assert!(
        shown.contains("  Abstained: cleo\n1 voted, 1 of them abstaining"),
        "{shown}"
    );
    let closed = world.say("ana", "poll close P1").await;
    assert!(closed.contains("Nobody chose an option; 1 abstained."), "{closed}");
}

#[tokio::test]
async fn what_people_typed_is_shown_as_it_stands() {
    let mut world = group().await;
    let asked = world
        .say(
            "ana",
            "poll new \"*Bold* or <b>@everyone</b>?\" _a_ [b](http://x.example)",
        )
        .await;
    assert!(asked.contains("P1 · *Bold* or <b>@everyone</b>?"), "{asked}");
    assert!(asked.contains("  [b](http://x.example)  0"), "{asked}");
}

#[tokio::test]
async fn a_button_votes_like_the_typed_command() {
    let mut world = pizza_or_tacos().await;
    let token = button(&world, "Tacos").await;
    let answer = world.press("dev", &token).await;
    assert!(answer.starts_with("Your vote: Tacos."), "{answer}");
}

/// The token of the button with that label on the card of P1.
async fn button(world: &World, label: &str) -> String {
    let mut unit = world.app().store().read().await.unwrap();
    let place = unit.place(Platform::Console, "console").await.unwrap().unwrap();
    let voice = Voice {
        language: Language::English,
        zone: Zone::utc(),
        now: world.app().clock().now(),
    };
    let card = world
        .app()
        .card(place.group, "P1".parse().unwrap(), &voice)
        .await
        .unwrap();
    let blocks = card.unwrap().blocks;
    let buttons = blocks.iter().find_map(|block| match block {
        Block::Actions(actions) => Some(&actions.buttons),
        _ => None,
    });
    let button = buttons.unwrap().iter().find(|button| button.label == label);
    button.unwrap().token.clone()
}

#[tokio::test]
async fn a_group_that_speaks_spanish_reads_its_polls_in_spanish() {
    let mut world = pizza_or_tacos().await;
    world.say("ana", "group set language es").await;
    world.say("ben", "poll vote P1 pizza").await;
    assert_eq!(
        world.say("cleo", "poll vote P1 abstain").await,
        "\
Tu voto: abstención. Puedes cambiarlo hasta el vie 4 dic, 18:00 hora de Nueva York.
P1 por ahora: Pizza 1 y Tacos 0 · han votado 2 personas, abstenciones incluidas (1)
Pizza · Tacos                         o escribe: poll vote P1 tacos"
    );
    let closed = world.say("ben", "poll close P1").await;
    assert!(closed.contains("cerrada\nGana Pizza, con 1 de 2."), "{closed}");
}

#[tokio::test]
async fn what_names_no_option_is_repeated_as_it_was_typed() {
    let mut world = World::memory();
    world.say("ana", "poll new Where? Library, the park").await;
    for (typed, heard) in [("the bar", "the bar"), ("library bar", "bar"), ("lib bar", "lib bar")] {
        let answer = world.say("ben", &format!("poll vote P1 {typed}")).await;
        let refusal = format!("P1 has no option \"{heard}\". You can choose Library and the park.");
        assert!(answer.starts_with(&refusal), "{answer}");
    }
}
