use crate::testing::World;

#[tokio::test]
async fn a_poll_is_asked_and_voted_on() {
    let mut world = World::memory();
    assert_eq!(
        world.say("ana", "poll new Pizza or tacos? Pizza, Tacos").await,
        "\
P1 · Pizza or tacos?                  open until Wed 2 Dec, 09:00 New York time
  Pizza  0
  Tacos  0
nobody has voted yet · everyone here can see who chose what
Pizza · Tacos                         or type: poll vote P1 tacos"
    );
}
