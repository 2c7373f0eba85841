//! `me`: what people type and what they see.

use crate::testing::World;

#[tokio::test]
async fn i_see_what_is_known_of_me_and_what_changes_it() {
    let mut world = World::memory();
    world.say("ana", "team list").await;
    println!("{}", world.say("ana", "me").await);
    println!("{}", world.say("ana", "me timezone chicago").await);
    println!("{}", world.say("ana", "me timezone chicagoo").await);
    println!("{}", world.say("ana", "me reminders 3h, 1 day").await);
    println!("{}", world.say("ana", "me quiet 9pm-8am").await);
    println!("{}", world.say("ana", "me language es").await);
    println!("{}", world.private("ana", "me").await);
    println!("{}", world.say("ana", "undo").await);
    println!("{}", world.say("ana", "undo").await);
}
