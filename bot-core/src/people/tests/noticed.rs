//! What happens in a place without anybody asking for something: the bot comes and goes, people go, places move.

use super::{Window, joins};
use crate::app::{Handled, Lease};
use crate::clock::Clock;
use crate::reply::{Block, plain};
use crate::surface::{Content, Notice, Platform, RoomAddress};
use crate::testing::World;

const ANA: Window = Window::new(Platform::Discord, "guild", "ana").administrator();
const BEN: Window = Window::new(Platform::Discord, "guild", "ben");
const CLEO: Window = Window::new(Platform::Discord, "guild", "cleo");
const ZOE: Window = Window::new(Platform::Matrix, "space", "zoe").administrator();

impl Window {
    /// Something happens around this person; what the room is told.
    async fn notices(self, world: &mut World, notice: Notice) -> Option<String> {
        let inbound = self.inbound(world, Content::Noticed(notice));
        let lease = Lease {
            owner: "world",
            until: world.clock().now(),
        };
        match world.app().handle(&inbound, lease).await.unwrap() {
            Handled::Answered(row) => Some(plain::render(&row.card)),
            Handled::Silent => None,
            Handled::Repeated => panic!("it came once"),
        }
    }

    /// The same where nothing is told.
    async fn is_told_nothing_of(self, world: &mut World, notice: Notice) {
        assert_eq!(self.notices(world, notice).await, None);
    }
}

/// A group with Ana, Ben and Cleo; Ben and Cleo agreed to private messages.
async fn ward(world: &mut World) {
    ANA.says(world, "team list").await;
    for member in [BEN, CLEO] {
        member.says(world, "team list").await;
        member.private().says(world, "me").await;
    }
}

async fn members(world: &mut World) -> String {
    ANA.says(world, "group members").await
}

#[tokio::test]
async fn the_bot_that_arrives_says_what_it_is_and_how_to_found_a_group() {
    let mut world = World::memory();
    let welcome = BEN.notices(&mut world, Notice::Arrived).await;
    assert_eq!(
        welcome.unwrap(),
        "I keep a group's shifts, tasks, reminders, polls and broadcasts, in this chat and in any other that the group \
         meets in.\n\
         An administrator founds a group here with group, or joins this place to a group that exists with group link \
         <code>.\n\
         What I understand: help\n\
         Found a group here                    or type: group"
    );
    let unit = world
        .app()
        .store()
        .read()
        .await
        .unwrap()
        .place(Platform::Discord, "guild")
        .await;
    assert_eq!(unit.unwrap(), None, "an arrival founds nothing");
}

#[tokio::test]
async fn the_button_of_the_welcome_founds_a_group_for_an_administrator() {
    let mut world = World::memory();
    let inbound = ANA.inbound(&mut world, Content::Noticed(Notice::Arrived));
    let row = crate::testing::world::answered(world.app(), &inbound).await;
    let token = row.card.blocks.iter().find_map(|block| match block {
        Block::Actions(actions) => Some(actions.buttons[0].token.clone()),
        _ => None,
    });
    let pressed = Content::Action(token.unwrap());
    let refused = BEN.does(&mut world, pressed.clone()).await;
    assert!(refused.starts_with("This place has no group yet."), "{refused}");
    let founded = ANA.does(&mut world, pressed.clone()).await;
    assert!(founded.contains("I founded the group \"guild\" here"), "{founded}");
    let shown = BEN.does(&mut world, pressed).await;
    assert!(shown.starts_with("Group \"guild\""), "{shown}");
}

#[tokio::test]
async fn the_bot_that_comes_back_says_whose_the_place_is_in_the_groups_language() {
    let mut world = World::memory();
    ANA.says(&mut world, "group set name The \"Ward\"").await;
    let back = BEN.notices(&mut world, Notice::Arrived).await;
    assert_eq!(
        back.unwrap(),
        "I am back. This place belongs to \"The \"Ward\"\", and everything is as it was."
    );
    ANA.says(&mut world, "group set language es").await;
    let back = BEN.notices(&mut world, Notice::Arrived).await.unwrap();
    assert!(back.starts_with("He vuelto."), "{back}");
    assert!(
        members(&mut world).await.starts_with("The \"Ward\" · 1 miembro"),
        "an arrival enters nobody"
    );
}

#[tokio::test]
async fn organizers_hear_in_private_that_the_bot_was_taken_out() {
    let mut world = World::memory();
    ward(&mut world).await;
    ANA.says(&mut world, "group role ben organizer").await;
    world.post().await;
    ZOE.is_told_nothing_of(&mut world, Notice::Removed).await;
    let stranger = Window { name: "max", ..BEN };
    stranger.is_told_nothing_of(&mut world, Notice::Removed).await;
    let told = "[@ben] I was taken out of \"guild\". What I knew of it stays; bring me back and everything goes on.";
    assert_eq!(world.post().await, [told], "Ana agreed to no private messages");
    BEN.is_told_nothing_of(&mut world, Notice::Removed).await;
    assert_eq!(world.post().await, [""; 0], "Ben knows it");

    let audit = ANA.says(&mut world, "group audit").await;
    assert!(
        audit.contains("somebody I don't know took me out of a place of the group."),
        "{audit}"
    );
    assert!(audit.contains("ben took me out of a place of the group."), "{audit}");
    let back = ANA.notices(&mut world, Notice::Arrived).await.unwrap();
    assert!(back.contains("belongs to \"guild\""), "{back}");
}

#[tokio::test]
async fn whoever_is_gone_from_the_only_place_left_the_group() {
    let mut world = World::memory();
    ward(&mut world).await;
    ANA.says(&mut world, "shift add Canvass sat 10am-1pm needs:1").await;
    BEN.says(&mut world, "shift claim S1").await;
    CLEO.says(&mut world, "shift claim S1").await;
    world.post().await;
    BEN.is_told_nothing_of(&mut world, Notice::Gone).await;
    let sent = world.post().await;
    assert_eq!(sent.len(), 1, "{sent:?}");
    assert!(sent[0].starts_with("[@cleo] "), "whoever waited moves up: {sent:?}");
    assert!(!members(&mut world).await.contains("ben"));
    let audit = ANA.says(&mut world, "group audit").await;
    assert!(
        audit.contains("ben is gone from the group's place, and so from the group."),
        "{audit}"
    );

    BEN.is_told_nothing_of(&mut world, Notice::Gone).await;
    let again = BEN.says(&mut world, "team list").await;
    assert!(again.contains("You are in the register of \"guild\" again"), "{again}");
}

#[tokio::test]
async fn whoever_can_act_elsewhere_stays_and_so_does_the_last_organizer() {
    let mut world = World::memory();
    ward(&mut world).await;
    ANA.is_told_nothing_of(&mut world, Notice::Gone).await;
    Window { name: "max", ..BEN }
        .is_told_nothing_of(&mut world, Notice::Gone)
        .await;
    let club = Window { place: "club", ..BEN };
    club.is_told_nothing_of(&mut world, Notice::Gone).await;
    assert!(members(&mut world).await.starts_with("guild · 3 members"));

    // Another place on the same platform: Ben may be there.
    joins(&mut world, ANA, Window { place: "club", ..ZOE }).await;
    BEN.is_told_nothing_of(&mut world, Notice::Gone).await;
    assert!(!members(&mut world).await.contains("ben"), "Ben has no account there");
    joins(&mut world, ANA, Window { place: "hall", ..ANA }).await;
    CLEO.is_told_nothing_of(&mut world, Notice::Gone).await;
    assert!(members(&mut world).await.contains("cleo"));
}

#[tokio::test]
async fn a_place_that_moved_goes_on_as_it_was() {
    let mut world = World::memory();
    ward(&mut world).await;
    BEN.says(&mut world, "remind here in 2h doors open").await;
    let moved = Window { place: "super", ..ANA };
    // It is seen before it is known to be the same.
    let founded = moved.says(&mut world, "team list").await;
    assert!(founded.contains("I founded the group \"super\""), "{founded}");
    for _ in 0..2 {
        let from = "guild".to_owned();
        moved.is_told_nothing_of(&mut world, Notice::Moved { from }).await;
    }
    let there = Window { place: "super", ..BEN }.says(&mut world, "group").await;
    assert!(there.starts_with("Group \"guild\""), "{there}");
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.place(Platform::Discord, "super").await.unwrap().unwrap().group;
    let room = RoomAddress {
        platform: Platform::Discord,
        place: "super".to_owned(),
        room: "main".to_owned(),
        private: false,
    };
    assert_eq!(unit.live_reminders_in(group, &room).await.unwrap().len(), 1);
    drop(unit);
    let old = BEN.says(&mut world, "team list").await;
    assert!(old.starts_with("This place has no group yet."), "{old}");
}

#[tokio::test]
async fn a_notice_that_meets_a_fault_is_not_apologised_for() {
    let mut world = World::memory();
    let inbound = ANA.inbound(&mut world, Content::Noticed(Notice::Arrived));
    let lease = Lease {
        owner: "world",
        until: world.clock().now(),
    };
    let ended = world.app().apologise(&inbound, lease, "00000000").await.unwrap();
    assert_eq!(ended, Handled::Silent);
    let again = world.app().handle(&inbound, lease).await.unwrap();
    assert_eq!(again, Handled::Repeated);
}

#[tokio::test]
async fn whoever_cannot_be_read_is_told_what_to_do_in_their_words() {
    let mut world = World::memory();
    let told = "I could not decrypt your message, so I don't know whether it was for me.\n\
                Send it again. If that does not help, verify the device that you write with; in Element: Settings, \
                Encryption, where sending to verified people only must be off too.\n\
                Or write to me in a room that is not encrypted.";
    for nobody in [BEN, BEN.private()] {
        let inbound = nobody.inbound(&mut world, Content::Noticed(Notice::Unreadable));
        assert!(!inbound.is_silent());
        assert_eq!(nobody.notices(&mut world, Notice::Unreadable).await.unwrap(), told);
    }
    let place = world
        .app()
        .store()
        .read()
        .await
        .unwrap()
        .place(Platform::Discord, "guild")
        .await;
    assert_eq!(place.unwrap(), None, "it founds nothing");

    ANA.says(&mut world, "group set language es").await;
    let spanish = ANA.notices(&mut world, Notice::Unreadable).await.unwrap();
    assert!(spanish.starts_with("No he podido descifrar tu mensaje"), "{spanish}");
    ANA.private().says(&mut world, "me language en").await;
    assert_eq!(
        ANA.private().notices(&mut world, Notice::Unreadable).await.unwrap(),
        told
    );
    let members = ANA.says(&mut world, "group").await;
    assert!(members.contains("1 miembro"), "nobody is entered by it: {members}");
}
