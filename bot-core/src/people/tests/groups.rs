//! `group` and `team`.

use crate::testing::World;

#[tokio::test]
async fn i_see_the_group() {
    let mut world = World::memory();
    println!("{}", world.say("ana", "group").await);
    println!("{}", world.say("ben", "team list").await);
    println!("{}", world.say("ana", "team add Drivers").await);
    println!("{}", world.say("ben", "team join drivers").await);
    println!("{}", world.say("ana", "team show Drivers").await);
    println!("{}", world.say("ana", "group role ben captain team:drivers").await);
    println!("{}", world.say("ana", "group role ben captain").await);
    println!("{}", world.say("ana", "group role ana member").await);
    println!("{:?}", world.post().await);
    println!("{}", world.say("ana", "group").await);
    println!("{}", world.say("ana", "group audit").await);
    println!("{}", world.say("ana", "group set timezone Denver").await);
    println!("{}", world.say("ana", "undo").await);
}
