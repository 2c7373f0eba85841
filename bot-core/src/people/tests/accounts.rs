//! `me link`: what it takes to become one person, and everything that must not be enough.

use super::{Window, to_type};
use crate::surface::Platform;
use crate::testing::World;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
const EVE: Window = Window::new(Platform::Discord, "guild", "eve");
/// Ana's other account.
const OTHER: Window = Window::new(Platform::Matrix, "space", "ana_m").private();

const NOBODY: &str = "Nobody is waiting to be joined with you.";
const USED: &str = "This code was used already. Ask for a new one.";
const ENDED: &str = "This code has ended. Codes work for ten minutes; ask for a new one.";
const GUESS: &str = "me link 0000-0000-0000-0000-0000-0000-0A";

/// A group on Discord with Ana as its organizer, and the others as members.
async fn guild() -> World {
    let mut world = World::memory();
    for window in [ANA, BEN, EVE] {
        window.says(&mut world, "team list").await;
    }
    world
}

/// What Ana's other account would type.
async fn code(world: &mut World) -> String {
    let answer = ANA.private().says(world, "me link").await;
    to_type(&answer, "me link ")
}

async fn agree(world: &mut World, window: Window, link: &str) -> String {
    window.is_told(world, &format!("{link} yes")).await
}

async fn confirm(world: &mut World) -> String {
    ANA.private().is_told(world, "me link confirm").await
}

async fn is_linked(world: &mut World) -> bool {
    let me = ANA.private().says(world, "me").await;
    me.contains("ana_m (Matrix)")
}

#[tokio::test]
async fn two_accounts_become_one_person_after_each_saw_the_other_and_both_agreed() {
    let mut world = guild().await;
    OTHER.says(&mut world, "me timezone Denver").await;
    let link = code(&mut world).await;
    assert_eq!(
        OTHER.says(&mut world, &link).await,
        format!(
            "This makes you one person with ana: ana (Discord). If both accounts are yours, say yes. If somebody \
             else gave you this code, do nothing.\nType: {link} yes"
        )
    );
    assert_eq!(world.post().await, [""; 0]);
    assert_eq!(
        agree(&mut world, OTHER, &link).await,
        "Now ana has the last word. On that account, type this within ten minutes: me link confirm"
    );
    assert_eq!(
        world.post().await,
        [
            "[@ana] ana_m wants to become one person with you: ana_m (Matrix). If that is you, confirm. If it is \
             not, do nothing, and it ends within ten minutes.\nType: me link confirm"
        ]
    );
    assert!(!is_linked(&mut world).await);
    let joined = confirm(&mut world).await;
    assert!(joined.starts_with("You and ana_m are one person now"), "{joined}");
    assert!(is_linked(&mut world).await);
    let me = OTHER.says(&mut world, "me").await;
    assert!(me.contains("In \"guild\": organizer"), "{me}");
    assert!(
        me.contains("New York time, as in the group"),
        "the settings of the one who asked stay: {me}"
    );
    let audit = ANA.says(&mut world, "group audit").await;
    assert!(audit.contains("joined two accounts"), "{audit}");
}

#[tokio::test]
async fn one_side_alone_is_not_enough() {
    let mut world = guild().await;
    let link = code(&mut world).await;
    assert_eq!(confirm(&mut world).await, NOBODY);
    OTHER.says(&mut world, &link).await;
    assert_eq!(confirm(&mut world).await, NOBODY);
    agree(&mut world, OTHER, &link).await;
    assert_eq!(OTHER.is_told(&mut world, "me link confirm").await, NOBODY);
    assert_eq!(EVE.is_told(&mut world, "me link confirm").await, NOBODY);
    assert!(!is_linked(&mut world).await);
}

#[tokio::test]
async fn my_own_code_joins_nothing() {
    let mut world = guild().await;
    let link = code(&mut world).await;
    let own = "That is your own code. Type it from your other account.";
    assert_eq!(ANA.is_told(&mut world, &link).await, own);
    assert_eq!(agree(&mut world, ANA, &link).await, own);
    assert_eq!(confirm(&mut world).await, NOBODY);
}

#[tokio::test]
async fn a_code_that_somebody_agreed_to_is_closed_to_others() {
    let mut world = guild().await;
    let link = code(&mut world).await;
    agree(&mut world, OTHER, &link).await;
    assert_eq!(
        agree(&mut world, EVE, &link).await,
        "Another account said yes to this code first. Ask for a new one."
    );
    confirm(&mut world).await;
    assert!(is_linked(&mut world).await);
    let group = ANA.says(&mut world, "group").await;
    assert!(group.contains("3 members"), "Eve stays herself: {group}");
}

#[tokio::test]
async fn a_used_code_works_no_more() {
    let mut world = guild().await;
    let link = code(&mut world).await;
    agree(&mut world, OTHER, &link).await;
    confirm(&mut world).await;
    assert_eq!(EVE.is_told(&mut world, &link).await, USED);
    assert_eq!(agree(&mut world, EVE, &link).await, USED);
    assert_eq!(confirm(&mut world).await, NOBODY);
}

#[tokio::test]
async fn a_code_ends_after_ten_minutes_on_both_sides() {
    let mut world = guild().await;
    let link = code(&mut world).await;
    world.advance("9m").await;
    agree(&mut world, OTHER, &link).await;
    world.advance("1m").await;
    assert_eq!(confirm(&mut world).await, ENDED);
    assert_eq!(EVE.is_told(&mut world, &link).await, ENDED);
    assert!(!is_linked(&mut world).await);
}

#[tokio::test]
async fn a_new_code_makes_the_one_before_it_worthless() {
    let mut world = guild().await;
    let old = code(&mut world).await;
    agree(&mut world, OTHER, &old).await;
    let new = code(&mut world).await;
    assert_ne!(old, new);
    assert_eq!(confirm(&mut world).await, NOBODY);
    let answer = EVE.says(&mut world, &old).await;
    assert!(answer.starts_with("I don't know this code."), "{answer}");
    let answer = OTHER.says(&mut world, &new).await;
    assert!(answer.starts_with("This makes you one person with ana"), "{answer}");
}

#[tokio::test]
async fn whoever_guesses_is_heard_no_more_even_with_the_right_code() {
    let mut world = guild().await;
    let right = code(&mut world).await;
    for left in [4, 3, 2] {
        assert_eq!(
            EVE.says(&mut world, GUESS).await,
            format!("I don't know this code. You have {left} more tries.")
        );
    }
    assert_eq!(
        agree(&mut world, EVE, GUESS).await,
        "I don't know this code. You have 1 more try."
    );
    assert_eq!(
        EVE.private().says(&mut world, GUESS).await,
        "I don't know this code. That was the last try for now; wait ten minutes."
    );
    let refused = "Too many wrong codes came from this account. Try again in 10 min.";
    assert_eq!(EVE.is_told(&mut world, &right).await, refused);
    assert_eq!(agree(&mut world, EVE, &right).await, refused);
    let answer = BEN.says(&mut world, &right).await;
    assert!(
        answer.starts_with("This makes you one person"),
        "only Eve guessed: {answer}"
    );
    world.advance("11m").await;
    let right = code(&mut world).await;
    let answer = EVE.says(&mut world, &right).await;
    assert!(answer.starts_with("This makes you one person"), "{answer}");
}

#[tokio::test]
async fn what_no_code_can_be_is_no_guess() {
    let mut world = guild().await;
    for _ in 0..7 {
        let answer = EVE.says(&mut world, "me link hello there").await;
        assert!(answer.starts_with("That is no code."), "{answer}");
    }
}

#[tokio::test]
async fn a_code_is_typed_in_any_case_and_without_hyphens() {
    let mut world = guild().await;
    let link = code(&mut world).await;
    let bare = link.trim_start_matches("me link ").replace('-', "").to_lowercase();
    let answer = OTHER.says(&mut world, &format!("me link {bare} YES")).await;
    assert!(answer.starts_with("Now ana has the last word."), "{answer}");
}

#[tokio::test]
async fn seats_and_the_higher_role_come_along() {
    let mut world = guild().await;
    ANA.says(&mut world, "group role ben captain").await;
    ANA.says(&mut world, "shift add Canvass sat 10am-1pm needs:3").await;
    BEN.says(&mut world, "shift claim S1").await;
    let link = to_type(&EVE.private().says(&mut world, "me link").await, "me link ");
    agree(&mut world, BEN.private(), &link).await;
    let joined = EVE.private().says(&mut world, "me link confirm").await;
    assert!(
        joined.contains("eve (Discord)") && joined.contains("ben (Discord)"),
        "{joined}"
    );
    let group = ANA.says(&mut world, "group").await;
    assert!(
        group.contains("2 members") && group.contains("Captains: eve"),
        "{group}"
    );
    let shift = ANA.says(&mut world, "shift show S1").await;
    assert!(shift.contains("In: eve"), "{shift}");
    let audit = ANA.says(&mut world, "group audit").await;
    assert!(audit.contains("eve joined two accounts; both are eve now."), "{audit}");
    assert!(
        audit.contains("ana made eve a captain."),
        "who was Ben is Eve in the log too: {audit}"
    );
    let undo = EVE.is_told(&mut world, "undo").await;
    assert_eq!(undo, "Your last act cannot be taken back.");
}

#[tokio::test]
async fn no_undo_gives_anything_back_to_who_is_somebody_else_by_now() {
    let mut world = guild().await;
    BEN.says(&mut world, "task add Print flyers").await;
    ANA.says(&mut world, "task claim T1").await;
    let link = to_type(&EVE.private().says(&mut world, "me link").await, "me link ");
    agree(&mut world, BEN.private(), &link).await;
    EVE.private().says(&mut world, "me link confirm").await;
    let undo = ANA.says(&mut world, "undo").await;
    assert!(undo.contains("There is nothing of yours"), "{undo}");
    let task = ANA.says(&mut world, "task show T1").await;
    assert!(task.contains("ana has it") && !task.contains("former"), "{task}");
}

#[tokio::test]
async fn a_stolen_code_shows_the_strangers_name_and_joins_nobody_unasked() {
    let mut world = guild().await;
    let link = code(&mut world).await;
    agree(&mut world, EVE, &link).await;
    let told = world.post().await;
    let asks = "[@ana] eve wants to become one person with you: eve (Discord). If that is you, confirm. If it is not, do nothing";
    assert!(told[0].starts_with(asks), "{told:?}");
    // Ana does nothing; her own account can still be joined with another code.
    let link = code(&mut world).await;
    agree(&mut world, OTHER, &link).await;
    confirm(&mut world).await;
    assert!(is_linked(&mut world).await);
    let me = ANA.private().says(&mut world, "me").await;
    assert!(!me.contains("eve"), "{me}");
}
