//! Each kind of ballot: how it is cast, by words and by taps, and what it comes to.

use super::{first, group};
use crate::testing::World;

/// A group with that poll, P1.
async fn asked(poll: &str) -> World {
    let mut world = group().await;
    let card = world.say("ana", poll).await;
    assert!(card.starts_with("P1 · "), "{card}");
    world
}

/// What the first line of the answer is.
async fn says(world: &mut World, who: &str, command: &str) -> String {
    first(&world.say(who, command).await).to_owned()
}

/// The second line of the card of P1, closed by Ana.
async fn result(world: &mut World) -> String {
    let card = world.say("ana", "poll close P1").await;
    card.lines().nth(1).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn an_order_is_typed_with_signs_or_without_and_tapped_one_after_the_other() {
    let mut world = asked("poll new Where? Hall, Main Park, Bar kind:ranked").await;
    let order = "Your vote: 1. Main Park, 2. Hall and 3. Bar.";
    let typed = says(&mut world, "ben", "poll vote P1 main park > hall > bar").await;
    assert!(typed.starts_with(order), "{typed}");
    let typed = says(&mut world, "cleo", "poll vote P1 main park, hall, bar").await;
    assert!(typed.starts_with(order), "{typed}");
    for (tap, vote) in [
        ("+#2", "Your vote: 1. Main Park."),
        ("+#1", "Your vote: 1. Main Park and 2. Hall."),
        ("+#2", "Your vote: 1. Hall."),
        ("+#1", "Your vote: abstention."),
    ] {
        let tapped = says(&mut world, "dev", &format!("poll vote P1 {tap}")).await;
        assert!(tapped.starts_with(vote), "{tap}: {tapped}");
    }
}

#[tokio::test]
async fn an_order_that_is_none_is_explained() {
    let mut world = asked("poll new Where? Hall, Park, Bar kind:ranked").await;
    for (typed, why) in [
        ("hall > park > hall", "Hall is there twice."),
        (
            "hall > > bar",
            "P1 asks for one option at each place, and \"\" is none or several.",
        ),
        (
            "hall park > bar",
            "P1 asks for one option at each place, and \"hall park\" is none or several.",
        ),
        (
            "moon > bar",
            "P1 has no option \"moon\". You can choose Hall, Park and Bar.",
        ),
    ] {
        let said = says(&mut world, "ben", &format!("poll vote P1 {typed}")).await;
        assert_eq!(said, why, "{typed}");
    }
    assert_eq!(result(&mut world).await, "Nobody voted.");
}

#[tokio::test]
async fn a_run_off_moves_the_ballots_of_who_has_the_fewest() {
    let mut world = asked("poll new Who? Ann, Bob, Cid kind:ranked").await;
    for (who, order) in [
        ("ana", "ann"),
        ("ben", "ann > cid"),
        ("cleo", "bob > cid"),
        ("dev", "cid > bob"),
    ] {
        world.say(who, &format!("poll vote P1 {order}")).await;
    }
    world.say("eve", "poll vote P1 cid > bob").await;
    world.say("fay", "poll vote P1 bob").await;
    world.say("gus", "poll vote P1 bob").await;
    // Ann 2, Bob 3, Cid 2: the tie of the fewest goes by lots, and whoever leaves, Bob or Cid has most in the end.
    let said = result(&mut world).await;
    assert!(
        said.contains(" wins with ") && said.ends_with(" in the last stage."),
        "{said}"
    );
}

#[tokio::test]
async fn points_are_typed_or_tapped_one_by_one_and_the_most_win() {
    let mut world = asked("poll new Where? Hall, Main Park kind:score").await;
    let typed = says(&mut world, "ben", "poll vote P1 main park=5 hall=2").await;
    assert!(typed.starts_with("Your vote: Hall 2 and Main Park 5."), "{typed}");
    for points in [1, 2, 3, 4, 5, 0] {
        let tapped = says(&mut world, "cleo", "poll vote P1 +#1").await;
        assert!(
            tapped.starts_with(&format!("Your vote: Hall {points} and Main Park 0.")),
            "{tapped}"
        );
    }
    for (typed, why) in [
        ("hall=6", "\"6\" is no number of points: give 0 to 5."),
        ("hall=many", "\"many\" is no number of points: give 0 to 5."),
        ("hall=3 hall=4", "Hall is there twice."),
        (
            "hall=3 park",
            "P1 asks for a figure behind each option, and \"park\" has none.",
        ),
        (
            "hall",
            "P1 asks for a figure behind each option, and \"hall\" has none.",
        ),
    ] {
        let said = says(&mut world, "dev", &format!("poll vote P1 {typed}")).await;
        assert_eq!(said, why, "{typed}");
    }
    assert_eq!(result(&mut world).await, "Main Park wins with 5 points.");
}

#[tokio::test]
async fn the_two_with_the_most_points_go_into_a_run_off() {
    let mut world = asked("poll new Who? Ann, Bob, Cid kind:star").await;
    for (who, points) in [
        ("ana", "ann=5 bob=4"),
        ("ben", "ann=5 bob=4"),
        ("cleo", "bob=5 cid=1"),
        ("dev", "bob=1 cid=3"),
    ] {
        world.say(who, &format!("poll vote P1 {points}")).await;
    }
    // Bob has 14 points, Ann 10; two prefer Ann, two prefer Bob: more points decide.
    assert_eq!(result(&mut world).await, "Bob wins with 2 of 4 in the last stage.");
}

#[tokio::test]
async fn times_come_in_their_order_and_what_suits_most_wins() {
    let mut world = asked("poll new When? sun 2pm, sat 10am, sat 4pm kind:availability").await;
    let all = says(&mut world, "ben", "poll vote P1 sat 10am, sun 2pm").await;
    assert!(
        all.starts_with("Your vote: sat 10am: yes, sat 4pm: no and sun 2pm: yes."),
        "{all}"
    );
    let some = says(&mut world, "cleo", "poll vote P1 sat 10am=maybe sat 4pm=no sun 2pm=yes").await;
    assert!(
        some.starts_with("Your vote: sat 10am: if need be, sat 4pm: no and sun 2pm: yes."),
        "{some}"
    );
    for answer in ["yes", "if need be", "no"] {
        let tapped = says(&mut world, "dev", "poll vote P1 +#3").await;
        assert!(
            tapped.starts_with(&format!("Your vote: sat 10am: no, sat 4pm: no and sun 2pm: {answer}.")),
            "{tapped}"
        );
    }
    let wrong = says(&mut world, "dev", "poll vote P1 sat 10am=perhaps").await;
    assert_eq!(wrong, "\"perhaps\" is no answer: say yes, maybe or no.");
    assert_eq!(result(&mut world).await, "sun 2pm suits most: 2 of 3 can come.");
}

#[tokio::test]
async fn a_block_needs_its_reason_and_stops_a_proposal() {
    let mut world = asked("poll new Shall we rent the hall? kind:consent").await;
    let agreed = says(&mut world, "ben", "poll vote P1 agree").await;
    assert!(agreed.starts_with("Your vote: Agree."), "{agreed}");
    let bare = says(&mut world, "cleo", "poll vote P1 block").await;
    assert_eq!(
        bare,
        "A block needs its reason in writing, so nothing was counted. Say why:"
    );
    world.say("cleo", "poll vote P1 block It costs too much, again").await;
    world.say("dev", "poll vote P1 stand aside").await;
    assert_eq!(result(&mut world).await, "It does not pass: 1 blocks.");
    let shown = world.say("ana", "poll show P1").await;
    assert!(shown.contains("cleo blocks: It costs too much, again"), "{shown}");
    assert!(shown.contains("Stand aside: dev"), "{shown}");
}

#[tokio::test]
async fn a_proposal_passes_when_nobody_blocks() {
    let mut world = asked("poll new Shall we rent the hall? kind:consent").await;
    world.say("ben", "poll vote P1 agree").await;
    world.say("cleo", "poll vote P1 abstain").await;
    assert_eq!(result(&mut world).await, "It passes: 1 agrees and nobody blocks.");
}

#[tokio::test]
async fn several_seats_are_filled_by_the_transferable_vote() {
    let mut world = asked("poll new Who? Ann, Bob, Cid seats:2").await;
    for (who, order) in [
        ("ana", "ann"),
        ("ben", "ann > bob"),
        ("cleo", "ann > bob"),
        ("dev", "bob"),
        ("eve", "cid"),
    ] {
        world.say(who, &format!("poll vote P1 {order}")).await;
    }
    assert_eq!(result(&mut world).await, "Elected: Ann and Bob.");
}

#[tokio::test]
async fn each_method_of_ranked_ballots_finds_who_beats_the_others() {
    for method in ["irv", "stv", "meek", "schulze", "pairs"] {
        let mut world = asked(&format!("poll new Who? Ann, Bob, Cid method:{method}")).await;
        for (who, order) in [("ana", "ann > bob"), ("ben", "ann > bob"), ("cleo", "bob > ann")] {
            world.say(who, &format!("poll vote P1 {order}")).await;
        }
        let said = result(&mut world).await;
        assert!(said.starts_with("Ann "), "{method}: {said}");
    }
}

#[tokio::test]
async fn none_of_these_may_win_and_decides_nothing() {
    let mut world = asked("poll new Who? Ann, Bob none:yes").await;
    for who in ["ben", "cleo"] {
        world.say(who, "poll vote P1 none of these").await;
    }
    world.say("dev", "poll vote P1 ann").await;
    assert_eq!(
        result(&mut world).await,
        "None of these wins with 2 of 3: nothing is decided."
    );
}

#[tokio::test]
async fn terms_that_do_not_go_together_are_refused() {
    let mut world = group().await;
    for (poll, why) in [
        (
            "Who? Ann, Bob kind:single method:irv",
            "method: says nothing of a single poll. It goes with ranked.",
        ),
        (
            "Who? Ann, Bob kind:star seats:2",
            "seats: says nothing of a star poll. It goes with single, approval, score, ranked.",
        ),
        (
            "Who? Ann, Bob seats:2",
            "2 seats for 2 options leave nothing to choose. Take fewer seats or more options.",
        ),
        (
            "Who? Ann, Bob, Cid method:irv seats:2",
            "The method irv fills one seat. For several: method:stv or method:meek.",
        ),
        (
            "Who? Ann, Bob kind:score pass:60%",
            "pass: says nothing of a score poll. It goes with single, approval, availability, ranked (irv).",
        ),
        (
            "Rent it? kind:consent Yes, No",
            "A poll for consent has its own options: agree, stand aside, block. Put the proposal into the question.",
        ),
        (
            "When? kind:availability",
            "A poll that looks for a time needs times to choose from, as: sat 10am-1pm, sun 2pm-4pm",
        ),
        ("When? never, sat 10am kind:availability", "\"never\" is no time. "),
        (
            "Who? Ann, Bob quorum:half",
            "\"half\" is no quorum: a number of people, as 10, or a share of those who may vote, as 50%.",
        ),
        (
            "Who? Ann, Bob pass:all",
            "\"all\" is no share: write a percentage from 1 to 100, as 60%.",
        ),
        (
            "Who? Ann, Bob who:nonvoters:P1",
            "Who may vote is fixed when a poll opens: everyone, captains, a team or a roster.",
        ),
    ] {
        let said = world.say("ana", &format!("poll new {poll}")).await;
        assert!(first(&said).starts_with(why), "{poll}: {said}");
    }
    let open = world.say("ana", "poll list").await;
    assert_eq!(first(&open), "No poll is open.");
}
