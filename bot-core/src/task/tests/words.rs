//! Tasks in Spanish, and what people type.

use super::ward;

#[tokio::test]
async fn what_people_type_stays_as_they_typed_it() {
    let mut world = ward().await;
    let title = "<b>*bold*</b> @everyone [x](http://e.example) T7";
    let card = world.say("Ana", &format!("task add \"{title}\"")).await;
    assert!(card.starts_with(&format!("T1 · {title}\n")), "{card}");
    for (text, limit) in [("task add ", 120), ("task add Sweep note:", 500)] {
        let fits = world.say("Ana", &format!("{text}{}", "é".repeat(limit))).await;
        assert!(fits.starts_with('T'), "{fits}");
        let long = world.say("Ana", &format!("{text}{}", "é".repeat(limit + 1))).await;
        assert!(long.contains(&format!("{limit}")) && !long.starts_with('T'), "{long}");
    }
}
