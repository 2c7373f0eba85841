//! Roles.

use super::ward_with;

#[tokio::test]
async fn a_claim_without_a_role_takes_the_only_open_role_or_asks() {
    let mut world = ward_with(&["Canvass sat 10am needs:driver=1,knocker=1"]).await;
    assert_eq!(
        world.say("Ben", "shift claim S1").await,
        "S1 has seats open in several roles: driver and knocker. Which one?\n\
         driver · knocker                      or type: shift claim S1 driver"
    );
    assert!(
        world.say("Ben", "shift show S1").await.contains("2 seats open\nClaim"),
        "nothing happened"
    );
    world.say("Ben", "shift claim S1 DRIVER").await;
    let only = world.say("Cleo", "shift claim S1").await;
    assert!(only.starts_with("You are in S1, Canvass, as knocker.\n"), "{only}");
    let any = world.say("Dev", "shift claim S1").await;
    assert!(
        any.starts_with("S1 is full. You are 1st on the waiting list, and"),
        "{any}"
    );
}

#[tokio::test]
async fn each_waits_for_their_own_role() {
    let mut world = ward_with(&["Canvass sat 10am needs:driver=1,knocker=1"]).await;
    world.say("Ben", "shift claim S1 driver").await;
    assert_eq!(
        world.say("Cleo", "shift claim S1 driver").await,
        "S1 has no seat open for driver. You are 1st on the waiting list for driver, and I'll write to you when a seat \
         opens. To leave the list: shift drop S1"
    );
    world.say("Dev", "shift claim S1 knocker").await;
    let eva = world.say("Eva", "shift claim S1 knocker").await;
    assert!(
        eva.starts_with("S1 is full. You are 1st on the waiting list for knocker"),
        "{eva}"
    );
    let fay = world.say("Fay", "shift claim S1").await;
    assert!(
        fay.starts_with("S1 is full. You are 3rd on the waiting list, and"),
        "{fay}"
    );

    world.say("Dev", "shift drop S1").await;
    let card = world.say("Gil", "shift show S1").await;
    assert!(
        card.contains("In: Ben (driver), Eva (knocker)\nWaiting: Cleo (driver), Fay\n"),
        "{card}"
    );
    world.say("Cleo", "shift drop S1").await;
    world.say("Ben", "shift drop S1").await;
    let card = world.say("Gil", "shift show S1").await;
    assert!(card.contains("In: Eva (knocker), Fay (driver)\nClaim"), "{card}");
}

#[tokio::test]
async fn naming_another_role_moves_to_it_where_a_seat_is_free() {
    let mut world = ward_with(&["Canvass sat 10am needs:driver=1,knocker=1"]).await;
    world.say("Ben", "shift claim S1 driver").await;
    let moved = world.say("Ben", "shift claim S1 knocker").await;
    assert!(moved.starts_with("You are in S1, Canvass, as knocker.\n"), "{moved}");
    world.say("Cleo", "shift claim S1 driver").await;
    world.say("Dev", "shift claim S1 knocker").await;
    assert_eq!(
        world.say("Ben", "shift claim S1 driver").await.lines().next().unwrap(),
        "S1 has no seat open for driver. You keep your seat as knocker."
    );
    world.say("Cleo", "shift drop S1").await;
    let moved = world.say("Ben", "shift claim S1 driver").await;
    assert!(
        moved.contains("Dev moves up from the waiting list, and I'm writing to them.\n"),
        "{moved}"
    );
}

#[tokio::test]
async fn a_role_that_is_not_there_is_refused_with_those_that_are() {
    let mut world = ward_with(&["Canvass sat 10am needs:driver=1,knocker=1", "Party sat 8pm needs:4"]).await;
    assert_eq!(
        world
            .say("Ben", "shift claim S1 drivr")
            .await
            .lines()
            .take(2)
            .collect::<Vec<_>>(),
        [
            "S1 has no role \"drivr\". Its roles are driver and knocker.",
            "Type: shift claim S1 driver"
        ]
    );
    assert!(
        world
            .say("Ben", "shift claim S2 driver")
            .await
            .starts_with("S2 has no roles.\nType: shift claim S2")
    );
}

#[tokio::test]
async fn of_several_open_roles_the_one_that_somebody_can_do_is_theirs() {
    let mut world = ward_with(&["Canvass sat 10am needs:driver=2,knocker=2,cook=1"]).await;
    world.say("Ben", "me skills Driver, spanish").await;
    let ben = world.say("Ben", "shift claim S1").await;
    assert!(ben.starts_with("You are in S1, Canvass, as driver.\n"), "{ben}");
    world.say("Cleo", "me skills knocker").await;
    let cleo = world.say("Ana", "shift claim S1 for:Cleo").await;
    assert!(cleo.starts_with("Cleo is in S1, Canvass, as knocker.\n"), "{cleo}");

    let guest = world.say("Ben", "shift claim S1 guest:Tom").await;
    assert!(
        guest.contains("Which one?"),
        "nobody knows what a guest can do: {guest}"
    );
    world.say("Dev", "me skills driver, knocker").await;
    let dev = world.say("Dev", "shift claim S1").await;
    assert!(dev.contains("Which one?"), "two of them would do: {dev}");
    let eva = world.say("Eva", "shift claim S1").await;
    assert!(eva.contains("Which one?"), "none is named: {eva}");
}

#[tokio::test]
async fn whoever_takes_a_role_that_others_name_hears_how_to_be_asked_for_it() {
    const HINT: &str = "To be asked the next time that driver is needed: me skills ";
    let mut world = ward_with(&["Canvass sat 10am needs:driver=4,knocker=1"]).await;
    world.say("Dev", "me skills cook").await;
    let first = world.say("Dev", "shift claim S1 driver").await;
    assert!(!first.contains("me skills"), "nobody names it: {first}");

    world.say("Ben", "me skills driver").await;
    let own = world.say("Ben", "shift claim S1 driver").await;
    assert!(!own.contains("me skills"), "he names it himself: {own}");
    world.say("Dev", "shift drop S1").await;
    let told = world.say("Dev", "shift claim S1 driver").await;
    assert!(told.contains(&format!("\n{HINT}cook, driver\n")), "{told}");
    let other = world.say("Ana", "shift claim S1 driver for:Eva").await;
    assert!(!other.contains("me skills"), "it is Eva's to say: {other}");
}
