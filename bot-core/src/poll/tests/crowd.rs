use super::group;
use crate::surface::Content;
use crate::testing::world::answered;

/// Thirty people vote at once; each vote that was answered is counted.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn thirty_votes_at_once_are_all_counted() {
    let mut world = group().await;
    world.say("ana", "poll new Pizza or tacos? Pizza, Tacos").await;
    let votes: Vec<_> = (0..30)
        .map(|number| {
            let choice = if number % 3 == 0 { "pizza" } else { "tacos" };
            let content = Content::Typed(format!("poll vote P1 {choice}"));
            let inbound = world.inbound(&format!("voter {number}"), "main".to_owned(), false, content);
            let app = world.app().clone();
            tokio::spawn(async move { answered(&app, &inbound).await })
        })
        .collect();
    for vote in votes {
        vote.await.unwrap();
    }
    let closed = world.say("ana", "poll close P1").await;
    assert!(closed.contains("Tacos wins with 20 of 30."), "{closed}");
    assert!(closed.contains("Pizza  10"), "{closed}");
}
