use crate::testing::World;

#[tokio::test]
async fn explore() {
    let mut world = World::memory();
    for (who, what) in [
        (
            "ana",
            "shift add Canvass Ward 3 sat 10am-1pm needs:driver=2,knocker=3 at:\"Main Library\" cutoff:2h note:\"Bring water\"",
        ),
        ("ben", "shift claim S1"),
        ("ben", "shift claim S1 driver"),
        ("ben", "shift claim S1 driver"),
        ("cleo", "shift claim S1 knocker"),
        ("dev", "shift claim S1 driver"),
        ("fay", "shift claim S1 driver"),
        ("gil", "shift claim S1"),
        ("gil", "shift claim S1 guest:\"Tom Lee\""),
        ("hal", "shift claim S1"),
        ("hal", "shift claim S1 driver"),
        ("ivy", "shift claim S1"),
        ("ana", "shift show S1"),
        ("ana", "shift roster S1"),
        ("ben", "shift drop S1"),
        ("gil", "shift drop S1"),
        ("ana", "shift add Phone bank sat 12pm needs:2"),
        ("cleo", "shift claim S2"),
        ("ana", "shift list"),
        ("cleo", "shift list mine"),
        ("ana", "shift edit S1 needs:driver=2,knocker=1"),
        ("ana", "shift edit S1 needs:3"),
        ("ana", "shift edit S1 needs:driver=3,knocker=3 team:North"),
        ("ana", "shift edit S1 needs:driver=3,knocker=3"),
        ("ana", "shift move S1 sun 11am"),
        ("ana", "shift cancel S2 rain"),
        ("ana", "shift claim S2"),
        ("ben", "shift cancel S2"),
        ("ana", "shift add Party every fri 7pm"),
        ("ana", "shift add Party friday"),
        ("ana", "shift add Party yesterday 7pm"),
        ("ana", "shift add Party fri 7pm needs:lots"),
        ("ana", "shift claim S9"),
    ] {
        let answer = world.say(who, what).await;
        println!("{who}: {what}\n{answer}\n");
    }
    for line in world.advance("1w").await {
        println!("{line}\n");
    }
}
