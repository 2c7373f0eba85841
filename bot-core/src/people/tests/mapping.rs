//! `group map`: what a platform's roles give, to whom, and for how long.

use super::{Window, first_line, joins, to_type};
use crate::reply::plain;
use crate::surface::{Content, Inbound, Platform};
use crate::testing::World;
use crate::testing::world::answered;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
const CLEO: Window = Window::new(Platform::Discord, "guild", "cleo");
/// Ben's other account, in another place of the group.
const BEN_M: Window = Window::new(Platform::Matrix, "space", "ben_m");

const CAPTAINS: &str = "7";
const NORTH: &str = "8";
const REFUSED: &str = "Captains and organizers can do this.";
const CAPTAIN: &str = "By your role here you are a captain of \"guild\" now.";
const NO_CAPTAIN: &str = "You don't have the role here any more that made you a captain of \"guild\".";

impl Window {
    fn with_roles(self, world: &mut World, text: &str, roles: &[&str]) -> Inbound {
        let mut inbound = self.inbound(world, Content::Typed(text.to_owned()));
        inbound.author.roles = roles.iter().map(|role| (*role).to_owned()).collect();
        inbound
    }

    /// Types a command while holding those roles in the place.
    async fn says_as(self, world: &mut World, roles: &[&str], text: &str) -> String {
        let inbound = self.with_roles(world, text, roles);
        plain::render(&answered(world.app(), &inbound).await.card)
    }
}

/// A guild in which role 7 makes captains and role 8 gives a place in the team North.
async fn guild() -> World {
    let mut world = World::memory();
    for (window, text) in [
        (ANA, "team add North"),
        (BEN, "team list"),
        (CLEO, "team list"),
        (ANA, "group map <@&7:Walkers> captain"),
        (ANA, "group map <@&8> team:North"),
    ] {
        window.says(&mut world, text).await;
    }
    world
}

/// What the register says of somebody: "captain · teams: North".
async fn is(world: &mut World, name: &str) -> String {
    let members = ANA.says(world, "group members").await;
    let line = members
        .lines()
        .find(|line| line.trim().starts_with(&format!("{name} · ")));
    line.unwrap_or_default()
        .trim()
        .trim_start_matches(&format!("{name} · "))
        .to_owned()
}

#[tokio::test]
async fn it_is_said_listed_changed_and_taken_back() {
    let mut world = World::memory();
    ANA.says(&mut world, "team add North").await;
    for (typed, told) in [
        ("group map", "No role of a place gives anything in \"guild\" yet."),
        (
            "group map <@&7:Walkers> captain",
            "Whoever has the role Walkers in guild is a captain, from their next act here for as long as they have it.",
        ),
        (
            "group map \"Door knockers\" team:north",
            "Whoever has the role Door knockers in guild is in the team \"North\", from their next act here for as long as they have it.",
        ),
        (
            "group map <@&7> captain",
            "That is what the role Walkers gives already.",
        ),
        (
            "group map <@&7> team:North",
            "Whoever has the role Walkers in guild is in the team \"North\", from their next act here for as long as they have it.",
        ),
        ("undo", "Taken back: the role Walkers gives what it gave before."),
        (
            "group map \"door knockers\" none",
            "That is what the role door knockers gives already.",
        ),
    ] {
        assert_eq!(ANA.is_told(&mut world, typed).await, told, "{typed}");
    }
    assert_eq!(
        ANA.private().says(&mut world, "group map").await,
        "What roles give in \"guild\"\n  Walkers · guild · captain\n  Door knockers · guild · in the team North"
    );
    let removed = ANA.is_told(&mut world, "group map \"Door knockers\" none").await;
    assert_eq!(removed, "The role Door knockers gives nothing in guild any more.");
    let audit = ANA.says(&mut world, "group audit").await;
    assert!(audit.contains("ana said what a role of a place gives."), "{audit}");
    assert!(audit.contains("ana ended what a role of a place gives."), "{audit}");
}

#[tokio::test]
async fn what_cannot_be_meant_is_refused_with_what_can() {
    let mut world = guild().await;
    for (window, typed, told) in [
        (
            ANA,
            "group map <@&9>",
            "Say what the role <@&9> gives: captain, a team, or none.",
        ),
        (
            ANA,
            "group map team:North",
            "Say which role of this place gives \"North\": mention the role, or type what the platform calls it.",
        ),
        (
            ANA,
            "group map <@&9> captain team:North",
            "A role makes captains or gives a place in a team: give either captain or team:.",
        ),
        (
            ANA,
            "group map <@&> captain",
            "\"<@&>\" is no role that I can remember. Mention the role, or type what the platform calls it.",
        ),
        (ANA, "group map <@&9> team:South", "There is no team called \"South\"."),
        (
            ANA.private(),
            "group map <@&9> captain",
            "A role belongs to a place. Type this in a room of that place.",
        ),
        (BEN, "group map <@&9> captain", "Organizers can do this."),
    ] {
        let answer = window.says(&mut world, typed).await;
        assert_eq!(first_line(&answer), told);
        assert!(answer.contains("group map") || answer.contains("team list"), "{answer}");
    }
    assert!(
        ANA.is_told(&mut world, "group map <@&9> organizer")
            .await
            .contains("is none of")
    );
}

#[tokio::test]
async fn whoever_holds_a_role_is_what_it_gives_while_they_hold_it() {
    let mut world = guild().await;
    assert_eq!(
        first_line(&BEN.says_as(&mut world, &["1"], "shift add Canvass sat 10am").await),
        REFUSED
    );
    let posted = BEN
        .says_as(&mut world, &["1", CAPTAINS, NORTH], "shift add Canvass sat 10am")
        .await;
    assert!(
        posted.starts_with("S1 · Canvass") && posted.contains(CAPTAIN),
        "{posted}"
    );
    assert!(
        posted.contains("By your role here you are in the team \"North\" now."),
        "{posted}"
    );
    let again = BEN
        .says_as(&mut world, &[CAPTAINS, NORTH], "shift add Phones sat 10am")
        .await;
    assert!(!again.contains("role here"), "it is said once: {again}");
    assert_eq!(is(&mut world, "ben").await, "captain · teams: North");
    let private = BEN.private().is_told(&mut world, "shift add Doors sat 2pm").await;
    assert!(
        private.starts_with("S3"),
        "in private nobody says which roles somebody has: {private}"
    );
    let lost = BEN.says_as(&mut world, &[NORTH], "shift list").await;
    assert!(lost.contains(NO_CAPTAIN), "{lost}");
    assert_eq!(is(&mut world, "ben").await, "member · teams: North");
    let lost = BEN.says_as(&mut world, &[], "shift list").await;
    assert!(lost.contains("that put you in the team \"North\""), "{lost}");
    assert_eq!(is(&mut world, "ben").await, "member");
    let audit = ANA.says(&mut world, "group audit").await;
    assert!(audit.contains("ben became a captain by a role of a place."), "{audit}");
    assert!(audit.contains("ben is no captain any more, since"), "{audit}");
}

#[tokio::test]
async fn a_first_act_with_a_role_enters_a_captain() {
    let mut world = guild().await;
    let dev = Window { name: "dev", ..BEN };
    let posted = dev.says_as(&mut world, &[CAPTAINS], "shift add Canvass sat 10am").await;
    assert!(
        posted.contains("You are now in the register") && posted.contains(CAPTAIN),
        "{posted}"
    );
    assert_eq!(is(&mut world, "dev").await, "captain");
}

#[tokio::test]
async fn who_lost_a_role_does_not_go_on_in_private_after_a_refusal() {
    let mut world = guild().await;
    BEN.says_as(&mut world, &[CAPTAINS], "shift list").await;
    assert_eq!(
        first_line(&BEN.says_as(&mut world, &[], "shift add Canvass sat 10am").await),
        REFUSED
    );
    assert_eq!(
        BEN.private().is_told(&mut world, "shift add Canvass sat 10am").await,
        REFUSED
    );
    assert_eq!(is(&mut world, "ben").await, "member");
}

#[tokio::test]
async fn what_somebody_has_of_their_own_no_role_takes_away() {
    let mut world = guild().await;
    ANA.says(&mut world, "group role ben captain").await;
    CLEO.says(&mut world, "team join North").await;
    for (window, role) in [(BEN, CAPTAINS), (CLEO, NORTH), (ANA, CAPTAINS)] {
        for roles in [[role].as_slice(), &[]] {
            let told = window.says_as(&mut world, roles, "shift list").await;
            assert!(!told.contains("role here"), "{told}");
        }
    }
    assert_eq!(is(&mut world, "ben").await, "captain");
    assert_eq!(is(&mut world, "cleo").await, "member · teams: North");
    assert_eq!(is(&mut world, "ana").await, "organizer");
}

#[tokio::test]
async fn what_is_given_by_hand_is_ones_own_from_then_on() {
    let mut world = guild().await;
    for window in [BEN, CLEO] {
        window.says_as(&mut world, &[CAPTAINS, NORTH], "shift list").await;
    }
    assert_eq!(
        ANA.is_told(&mut world, "group role ben captain").await,
        "ben is a captain now."
    );
    assert_eq!(
        ANA.is_told(&mut world, "group role ben captain").await,
        "ben is a captain already."
    );
    assert_eq!(
        CLEO.says_as(&mut world, &[CAPTAINS, NORTH], "team join North").await,
        "cleo is in the team \"North\" now."
    );
    for window in [BEN, CLEO] {
        window.says_as(&mut world, &[], "shift list").await;
    }
    assert_eq!(is(&mut world, "ben").await, "captain");
    assert_eq!(is(&mut world, "cleo").await, "member · teams: North");
}

#[tokio::test]
async fn what_is_taken_by_hand_comes_back_while_the_role_is_held() {
    let mut world = guild().await;
    BEN.says_as(&mut world, &[CAPTAINS, NORTH], "shift list").await;
    ANA.says(&mut world, "group role ben member").await;
    assert_eq!(is(&mut world, "ben").await, "member · teams: North");
    let told = BEN.says_as(&mut world, &[CAPTAINS, NORTH], "shift list").await;
    assert!(told.contains(CAPTAIN), "{told}");
    let told = BEN.says_as(&mut world, &[], "shift list").await;
    assert!(told.contains(NO_CAPTAIN), "{told}");
}

#[tokio::test]
async fn of_two_roles_that_give_the_same_the_last_one_takes_it_along() {
    let mut world = guild().await;
    ANA.says(&mut world, "group map <@&9> captain").await;
    BEN.says_as(&mut world, &[CAPTAINS, "9"], "shift list").await;
    let told = BEN.says_as(&mut world, &["9"], "shift list").await;
    assert!(!told.contains("role here"), "{told}");
    assert_eq!(is(&mut world, "ben").await, "captain");
    BEN.says_as(&mut world, &[], "shift list").await;
    assert_eq!(is(&mut world, "ben").await, "member");
}

#[tokio::test]
async fn a_role_that_gives_nothing_any_more_or_something_else_takes_along_what_it_gave_at_once() {
    let mut world = guild().await;
    for window in [BEN, CLEO] {
        window.says_as(&mut world, &[CAPTAINS], "shift list").await;
    }
    ANA.says(&mut world, "group role cleo captain").await;
    assert_eq!(
        ANA.is_told(&mut world, "group map <@&7> none").await,
        "The role Walkers gives nothing in guild any more, and what 1 person had by it is taken away."
    );
    assert_eq!(is(&mut world, "ben").await, "member");
    assert_eq!(is(&mut world, "cleo").await, "captain");
    assert_eq!(
        ANA.is_told(&mut world, "undo").await,
        "Taken back: the role 7 gives what it gave before.".replace('7', "Walkers")
    );
    BEN.says_as(&mut world, &[CAPTAINS], "shift list").await;
    assert_eq!(is(&mut world, "ben").await, "captain");
    ANA.says(&mut world, "group map <@&7> team:North").await;
    assert_eq!(is(&mut world, "ben").await, "member");
    BEN.says_as(&mut world, &[CAPTAINS], "shift list").await;
    assert_eq!(is(&mut world, "ben").await, "member · teams: North");
}

/// Ben joins his other account, which acts in another place of the group.
async fn with_two_accounts(world: &mut World) {
    joins(world, ANA, BEN_M.administrator()).await;
    let answer = BEN.private().says(world, "me link").await;
    let code = to_type(&answer, "me link ");
    BEN_M.private().says(world, &format!("{code} yes")).await;
    let joined = BEN.private().is_told(world, "me link confirm").await;
    assert!(joined.contains("are one person now"), "{joined}");
}

#[tokio::test]
async fn what_somebody_holds_in_one_place_stands_whatever_they_hold_in_another() {
    let mut world = guild().await;
    with_two_accounts(&mut world).await;
    BEN.says_as(&mut world, &[CAPTAINS], "shift list").await;
    BEN_M.says_as(&mut world, &["50"], "shift list").await;
    assert_eq!(
        is(&mut world, "ben_m").await,
        "captain",
        "they go by the name of whichever account acted last"
    );
    BEN.says_as(&mut world, &[], "shift list").await;
    assert_eq!(is(&mut world, "ben").await, "member");
}

#[tokio::test]
async fn joining_accounts_keeps_what_either_has_of_their_own() {
    let mut world = guild().await;
    joins(&mut world, ANA, BEN_M.administrator()).await;
    BEN_M.says(&mut world, "team list").await;
    ANA.says(&mut world, "group role ben_m captain").await;
    BEN.says_as(&mut world, &[CAPTAINS, NORTH], "shift list").await;
    let answer = BEN.private().says(&mut world, "me link").await;
    let code = to_type(&answer, "me link ");
    BEN_M.private().says(&mut world, &format!("{code} yes")).await;
    BEN.private().says(&mut world, "me link confirm").await;
    BEN.says_as(&mut world, &[], "shift list").await;
    assert_eq!(
        is(&mut world, "ben").await,
        "captain",
        "ben_m was one of their own; North came by a role"
    );
}

#[tokio::test]
async fn whoever_leaves_is_given_it_again_with_their_next_act_and_whoever_is_forgotten_holds_nothing() {
    let mut world = guild().await;
    BEN.says_as(&mut world, &[CAPTAINS, NORTH], "shift list").await;
    BEN.says_as(&mut world, &[CAPTAINS, NORTH], "group leave yes").await;
    assert_eq!(is(&mut world, "ben").await, "");
    let back = BEN.says_as(&mut world, &[NORTH], "shift list").await;
    assert!(back.contains("team \"North\"") && !back.contains("captain"), "{back}");
    assert_eq!(is(&mut world, "ben").await, "member · teams: North");
    let export = BEN.private().says(&mut world, "me export").await;
    assert!(
        export.contains("\"platform_roles\"") && export.contains("\"role\": \"8\""),
        "{export}"
    );
    BEN.private().says(&mut world, "me forget confirm:yes").await;
    let back = BEN.says(&mut world, "shift list").await;
    assert!(back.contains("You are now in the register"), "{back}");
    assert_eq!(is(&mut world, "ben").await, "member");
    let export = ANA.private().says(&mut world, "group export").await;
    assert!(
        export.contains("\"name\": \"Walkers\"") && export.contains("\"captain\": true"),
        "{export}"
    );
}

#[tokio::test]
async fn forms_and_completion_go_by_the_roles_that_somebody_holds_now() {
    let mut world = guild().await;
    let bare = BEN.with_roles(&mut world, "shift add", &[CAPTAINS]);
    assert!(world.app().form(&bare).await.unwrap().is_some());
    BEN.says_as(&mut world, &[CAPTAINS], "shift list").await;
    let lost = BEN.with_roles(&mut world, "shift add", &[]);
    assert_eq!(world.app().form(&lost).await.unwrap(), None);
    let stranger = Window { name: "dev", ..BEN }.with_roles(&mut world, "shift add", &[CAPTAINS]);
    assert!(
        world.app().form(&stranger).await.unwrap().is_some(),
        "their first act enters a captain"
    );
    ANA.says(&mut world, "group role ben captain").await;
    assert!(world.app().form(&lost).await.unwrap().is_some(), "it is their own");
}
