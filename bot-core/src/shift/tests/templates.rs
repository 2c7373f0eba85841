//! Templates of shifts.

use super::{ward, ward_with};

#[tokio::test]
async fn a_shift_is_saved_and_posted_again_by_its_name() {
    let transcript = r#"
        Ana> team add North
        Added the team "North". To be in it: team join North

        Ana> shift add Market day sat 10am-1pm needs:driver=1,seller=2 at:Plaza team:North note:"Bring change" cutoff:2h opens:3d
        S1 · Market day
        Sat 5 Dec, 10:00–13:00 New York time · Plaza · team North
        driver 0 of 1 · seller 0 of 2 · 3 seats open
        Bring change
        Sign-up opens Wed 2 Dec, 10:00 New York time.
        Can be dropped until 2 h before the start.
        Can't make it · Who's in              or type: shift roster S1

        Ana> shift save S1 as market
        S1 is saved as "market". To post another one like it: shift add market sat 10am

        Ana> shift templates
        1 template
          market · Market day · 3 h · driver=1,seller=2 · Plaza
        Type: shift add market sat 10am

        Ana> shift add Market dec 12 9am
        From the template "market", with what you typed in its place.
        S2 · Market day
        Sat 12 Dec, 09:00–12:00 New York time · Plaza · team North
        driver 0 of 1 · seller 0 of 2 · 3 seats open
        Bring change
        Sign-up opens Wed 9 Dec, 09:00 New York time.
        Can be dropped until 2 h before the start.
        Can't make it · Who's in              or type: shift roster S2

        Ana> shift add market dec 13 9am-10am needs:5 at:none note:"Bring two" team:none opens:1d
        From the template "market", with what you typed in its place.
        S3 · Market day
        Sun 13 Dec, 09:00–10:00 New York time
        0 of 5 · 5 seats open
        Bring two
        Sign-up opens Sat 12 Dec, 09:00 New York time.
        Can be dropped until 2 h before the start.
        Can't make it · Who's in              or type: shift roster S3
    "#;
    ward().await.plays(transcript).await;
}

#[tokio::test]
async fn a_template_repeats_and_takes_whole_days() {
    let mut world = ward_with(&["Doors sat 10am-1pm needs:2", "Fair sat all day"]).await;
    world.say("Ana", "shift save S1 as doors").await;
    world.say("Ana", "shift save S2 as Fair").await;
    let series = world.say("Ana", "shift add doors every tue 6pm").await;
    assert!(
        series.starts_with("From the template \"doors\", with what you typed in its place.\nIt repeats."),
        "{series}"
    );
    assert!(series.contains("18:00–21:00"), "{series}");
    let day = world.say("Ana", "shift add fair dec 12").await;
    assert!(day.contains("S7 · Fair\nSat 12 Dec, all day, New York time\n"), "{day}");
}

#[tokio::test]
async fn saving_again_replaces_and_each_act_is_taken_back() {
    let mut world = ward_with(&["Doors sat 10am-1pm needs:2", "Gates sat 10am-11am needs:9"]).await;
    world.say("Ana", "shift save S1 as doors").await;
    let replaced = world.say("Ana", "shift save S2 as DOORS").await;
    assert!(
        replaced.starts_with("S2 is saved as \"DOORS\", in place of what was saved before."),
        "{replaced}"
    );
    let back = world.say("Ana", "undo").await;
    assert_eq!(back, "Taken back: the template \"doors\" is as it was before.");
    let list = world.say("Ana", "shift templates").await;
    assert!(list.contains("  doors · Doors · 3 h · 2\n"), "{list}");
    assert_eq!(
        world.say("Ana", "shift forget Doors").await,
        "The template \"doors\" is gone. Shifts that were posted from it stay.\nType: undo"
    );
    let none = world.say("Ana", "shift templates").await;
    assert!(none.starts_with("There are no templates yet."), "{none}");
    world.say("Ana", "undo").await;
    let list = world.say("Ana", "shift templates").await;
    assert!(list.contains("  doors · Doors"), "{list}");
}

#[tokio::test]
async fn what_cannot_be_is_refused_with_what_to_type() {
    let mut world = ward_with(&["Doors sat 10am-1pm"]).await;
    world.say("Ana", "shift save S1 as doors").await;
    for (typed, answer) in [
        (
            "shift forget door",
            "There is no template \"door\". Did you mean: shift forget doors",
        ),
        (
            "shift forget something else",
            "There is no template \"something else\".\nType: shift templates",
        ),
        (
            "shift save S1 as a name that is much longer than the forty characters",
            "A template's name has from 1 to 40 characters.\nType: shift save S1 as Doors",
        ),
    ] {
        assert_eq!(world.say("Ana", typed).await, answer, "{typed}");
    }
    for typed in ["shift save S1 as mine", "shift forget doors", "shift templates"] {
        let refused = world.say("Ben", typed).await;
        assert!(refused.starts_with("Captains and organizers can do this."), "{refused}");
    }
    for n in 1..50 {
        world.say("Ana", &format!("shift save S1 as t{n}")).await;
    }
    let many = world.say("Ana", "shift save S1 as t50").await;
    assert!(many.starts_with("A group has at most 50 templates."), "{many}");
    let again = world.say("Ana", "shift save S1 as t7").await;
    assert!(again.contains("in place of"), "{again}");
}

#[tokio::test]
async fn a_teams_captain_saves_and_posts_what_is_the_teams() {
    let mut world = ward().await;
    for typed in [
        "team add North",
        "group role Ben captain team:North",
        "shift add Doors sat 10am-1pm",
        "shift add Canvass sat 10am-1pm team:North",
        "shift save S1 as doors",
    ] {
        world.say("Ana", typed).await;
    }
    let saved = world.say("Ben", "shift save S2 as canvass").await;
    assert!(saved.starts_with("S2 is saved"), "{saved}");
    let posted = world.say("Ben", "shift add canvass dec 12 10am").await;
    assert!(
        posted.contains("S3 · Canvass") && posted.contains("team North"),
        "{posted}"
    );
    for typed in [
        "shift save S1 as mine",
        "shift save S2 as doors",
        "shift forget doors",
        "shift add doors dec 12 9am",
    ] {
        let refused = world.say("Ben", typed).await;
        assert!(refused.contains("team"), "{typed}: {refused}");
        assert!(
            !refused.contains("saved") && !refused.contains("S4"),
            "{typed}: {refused}"
        );
    }
    let document = world.say("Ana", "group export").await;
    assert!(document.contains("\"name\": \"canvass\""), "{document}");
}
