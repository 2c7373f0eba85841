//! `group link`: a place joins a group on the word of an organizer there and an administrator here.

use super::{Window, to_type};
use crate::surface::Platform;
use crate::testing::World;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
const ZOE: Window = Window::new(Platform::Matrix, "space", "zoe").administrator();
const YAN: Window = Window::new(Platform::Matrix, "space", "yan");

/// What an administrator of the other place would type.
async fn code(world: &mut World) -> String {
    ANA.says(world, "team list").await;
    let answer = ANA.private().says(world, "group link").await;
    to_type(&answer, "group link ")
}

const NOTHING: &str = "No place is waiting to be joined to a group on your word.";
const LINKED: &str = "\"space\" belongs to the group \"guild\" now: one register, one desk.";

async fn agree(world: &mut World, window: Window, link: &str) -> String {
    window.is_told(world, &format!("{link} yes")).await
}

async fn confirm(world: &mut World) -> String {
    ANA.private().is_told(world, "group link confirm").await
}

/// Whether the space is a place of the group.
async fn is_linked(world: &mut World) -> bool {
    let group = ANA.says(world, "group").await;
    group.contains("space (Matrix)")
}

#[tokio::test]
async fn a_place_joins_the_group_after_each_side_saw_the_other_and_both_agreed() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    assert_eq!(
        ZOE.says(&mut world, &link).await,
        format!(
            "This joins \"space\" to the group \"guild\", on the word of ana: whoever acts here is in its register from \
             then on. If you know both and want that, say yes. If not, do nothing.\nType: {link} yes"
        )
    );
    assert_eq!(world.post().await, [""; 0]);
    assert_eq!(
        agree(&mut world, ZOE, &link).await,
        "Now ana has the last word. Within ten minutes they type in \"guild\", or in private to me: group link confirm"
    );
    assert_eq!(
        world.post().await,
        [
            "[@ana] zoe wants to join space (Matrix) to \"guild\" with your code. If you know both, confirm. If not, do \
             nothing, and it ends within ten minutes.\nType: group link confirm"
        ]
    );
    assert!(!is_linked(&mut world).await);
    assert_eq!(confirm(&mut world).await, LINKED);
    assert_eq!(
        world.post().await,
        [format!("[#main] {LINKED}")],
        "in the room that joined"
    );
    let answer = YAN.says(&mut world, "team list").await;
    assert!(answer.contains("You are now in the register of \"guild\"."), "{answer}");
    let group = ANA.says(&mut world, "group").await;
    assert!(
        group.contains("Meets in: guild (Discord) and space (Matrix)"),
        "{group}"
    );
    assert!(
        group.contains("Organizers: ana\n"),
        "an administrator of a place that joins is no organizer: {group}"
    );
    let audit = ANA.says(&mut world, "group audit").await;
    assert!(
        audit.contains("zoe joined another place to the group with a code from ana."),
        "{audit}"
    );
}

#[tokio::test]
async fn one_side_alone_joins_nothing() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    assert_eq!(confirm(&mut world).await, NOTHING);
    ZOE.says(&mut world, &link).await;
    assert_eq!(confirm(&mut world).await, NOTHING);
    agree(&mut world, ZOE, &link).await;
    for window in [ZOE, YAN, BEN] {
        assert_eq!(window.is_told(&mut world, "group link confirm").await, NOTHING);
    }
    assert!(!is_linked(&mut world).await);
}

#[tokio::test]
async fn a_stolen_code_shows_whose_place_it_is_and_then_serves_no_other() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    let eve = Window::new(Platform::Matrix, "den", "eve").administrator();
    agree(&mut world, eve, &link).await;
    let told = world.post().await;
    assert!(told[0].starts_with("[@ana] eve wants to join den (Matrix)"), "{told:?}");
    let claimed = "Another account said yes to this code first. Ask for a new one.";
    assert_eq!(agree(&mut world, ZOE, &link).await, claimed);
    let other_den = Window { place: "cave", ..eve };
    assert_eq!(
        agree(&mut world, other_den, &link).await,
        claimed,
        "what ana was told stays true"
    );
    // Ana does nothing of it, and asks for a new one.
    let link = code(&mut world).await;
    assert_eq!(confirm(&mut world).await, NOTHING);
    agree(&mut world, ZOE, &link).await;
    assert_eq!(confirm(&mut world).await, LINKED);
    let group = ANA.says(&mut world, "group").await;
    assert!(!group.contains("den"), "{group}");
}

#[tokio::test]
async fn a_used_code_and_one_that_ended_in_between_join_nothing() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    agree(&mut world, ZOE, &link).await;
    world.advance("10m").await;
    let ended = "This code has ended. Codes work for ten minutes; ask for a new one.";
    assert_eq!(confirm(&mut world).await, ended);
    let link = code(&mut world).await;
    agree(&mut world, ZOE, &link).await;
    confirm(&mut world).await;
    let used = "This code was used already. Ask for a new one.";
    let xia = Window::new(Platform::Matrix, "hall", "xia").administrator();
    assert_eq!(xia.is_told(&mut world, &link).await, used);
    assert_eq!(agree(&mut world, xia, &link).await, used);
    assert_eq!(confirm(&mut world).await, NOTHING);
}

#[tokio::test]
async fn whoever_is_no_organizer_any_more_and_a_place_with_a_group_by_then_join_nothing() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    agree(&mut world, ZOE, &link).await;
    BEN.says(&mut world, "team list").await;
    ANA.says(&mut world, "group role ben organizer").await;
    BEN.says(&mut world, "group role ana member").await;
    assert!(confirm(&mut world).await.starts_with("This code has ended."));
    BEN.says(&mut world, "group role ana organizer").await;
    ZOE.says(&mut world, "team list").await;
    assert_eq!(
        confirm(&mut world).await,
        "\"space\" has come to a group in the meantime."
    );
}

#[tokio::test]
async fn the_code_of_one_group_joins_a_place_to_no_other() {
    let mut world = World::memory();
    code(&mut world).await;
    let max = Window::new(Platform::Telegram, "club", "max").administrator();
    max.says(&mut world, "team list").await;
    let of_the_club = to_type(&max.private().says(&mut world, "group link").await, "group link ");
    agree(&mut world, ZOE, &of_the_club).await;
    assert_eq!(confirm(&mut world).await, NOTHING, "it is not Ana's to confirm");
    let linked = max.private().is_told(&mut world, "group link confirm").await;
    assert!(linked.contains("belongs to the group \"club\""), "{linked}");
    assert!(!is_linked(&mut world).await);
}

#[tokio::test]
async fn only_an_administrator_in_a_room_of_the_place_can_join_it() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    for (window, answer) in [
        (YAN, "Only an administrator of this place can join it to a group."),
        (
            ZOE.private(),
            "Type this in a room of the place that is to join, so that I know which one.",
        ),
        (ANA, "This place belongs to \"guild\" already."),
    ] {
        assert_eq!(window.is_told(&mut world, &link).await, answer);
    }
}

#[tokio::test]
async fn only_an_organizer_gives_a_code() {
    let mut world = World::memory();
    code(&mut world).await;
    assert_eq!(BEN.is_told(&mut world, "group link").await, "Organizers can do this.");
    let answer = ZOE.says(&mut world, "group link").await;
    assert!(answer.starts_with("There is no group here."), "{answer}");
}

#[tokio::test]
async fn a_place_with_a_group_of_its_own_keeps_it() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    ZOE.says(&mut world, "shift add Canvass sat 10am needs:2").await;
    assert_eq!(
        ZOE.is_told(&mut world, &link).await,
        "This place has a group of its own, \"space\", and two groups cannot be made one."
    );
}

#[tokio::test]
async fn an_expired_code_and_one_of_a_former_organizer_join_nothing() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    world.advance("10m").await;
    let answer = ZOE.says(&mut world, &link).await;
    assert!(answer.starts_with("This code has ended."), "{answer}");
    let link = code(&mut world).await;
    BEN.says(&mut world, "team list").await;
    ANA.says(&mut world, "group role ben organizer").await;
    ANA.says(&mut world, "group role ana member").await;
    let answer = ZOE.says(&mut world, &link).await;
    assert!(answer.starts_with("This code has ended."), "{answer}");
}

#[tokio::test]
async fn guesses_at_places_and_at_accounts_are_counted_together() {
    let mut world = World::memory();
    let link = code(&mut world).await;
    for guess in ["me link", "group link", "me link", "group link", "group link"] {
        ZOE.says(&mut world, &format!("{guess} 0000-0000-0000-0000-0000-0000-0A"))
            .await;
    }
    let answer = ZOE.says(&mut world, &link).await;
    assert!(answer.starts_with("Too many wrong codes"), "{answer}");
}

#[tokio::test]
async fn a_code_for_one_thing_does_not_do_the_other() {
    let mut world = World::memory();
    let for_places = code(&mut world).await;
    let for_accounts = to_type(&ANA.private().says(&mut world, "me link").await, "me link ");
    let answer = ZOE.says(&mut world, &for_places.replace("group link", "me link")).await;
    assert!(answer.starts_with("This code joins a place to a group"), "{answer}");
    let answer = ZOE
        .says(&mut world, &for_accounts.replace("me link", "group link"))
        .await;
    assert!(answer.starts_with("This code joins an account to a person"), "{answer}");
}

#[tokio::test]
async fn who_organizes_several_groups_confirms_what_they_were_shown_last() {
    let mut world = World::memory();
    let of_the_guild = code(&mut world).await;
    let club = Window::new(Platform::Discord, "club", "ana").administrator();
    club.says(&mut world, "team list").await;
    let of_the_club = to_type(&club.says(&mut world, "group link").await, "group link ");
    let gone = ZOE.says(&mut world, &of_the_guild).await;
    assert!(gone.starts_with("I don't know this code."), "{gone}");
    agree(&mut world, ZOE, &of_the_club).await;
    let linked = confirm(&mut world).await;
    assert!(linked.contains("belongs to the group \"club\""), "{linked}");
}
