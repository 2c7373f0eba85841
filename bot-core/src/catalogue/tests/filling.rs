//! Forms at the door: who gets one, what stands in it, and what comes of it when it is filled in.

use crate::catalogue::RawInvocation;
use crate::reply::Block;
use crate::reply::form::Form;
use crate::surface::Content;
use crate::testing::World;

async fn asked(world: &mut World, name: &str, content: Content) -> Option<Form> {
    let inbound = world.inbound(name, "main".to_owned(), false, content);
    world.app().form(&inbound).await.unwrap()
}

/// The form that somebody gets who types that.
async fn form(world: &mut World, name: &str, typed: &str) -> Option<Form> {
    asked(world, name, Content::Typed(typed.to_owned())).await
}

/// What stands in the form: `title: Canvass`.
fn standing(form: &Form) -> Vec<String> {
    let filled = form.fields.iter().filter(|field| !field.value.is_empty());
    filled.map(|field| format!("{}: {}", field.name, field.value)).collect()
}

/// Somebody sends the form, with what stands in it but for what they write into it; nothing empties a field.
async fn fill(world: &mut World, name: &str, form: &Form, written: &[(&str, &str)]) -> String {
    let named = form.fields.iter().map(|field| {
        let own = written.iter().find(|(name, _)| *name == field.name);
        (
            field.name.to_owned(),
            own.map_or(field.value.clone(), |(_, value)| (*value).to_owned()),
        )
    });
    let content = Content::Filled {
        token: form.token.clone(),
        named: named.filter(|(_, value)| !value.is_empty()).collect(),
    };
    world.does(name, content).await
}

async fn ward() -> World {
    let mut world = World::memory();
    world.say("ana", "team add North").await;
    world.say("ben", "group").await;
    world.say("cleo", "group").await;
    world.say("ana", "group role cleo captain team:North").await;
    world
}

#[tokio::test]
async fn whoever_may_use_the_command_gets_its_form_whichever_way_they_give_it() {
    let mut world = ward().await;
    let token = form(&mut world, "ana", "shift add").await.unwrap().token;
    let invoked = RawInvocation {
        text: "shift add".to_owned(),
        named: Vec::new(),
    };
    for content in [Content::Invoked(invoked), Content::Action(token.clone())] {
        let form = asked(&mut world, "ana", content).await.unwrap();
        assert_eq!((form.title.as_str(), &form.token), ("Post a shift", &token));
        assert_eq!(standing(&form), [""; 0]);
        let labels: Vec<_> = form.fields.iter().map(|field| field.label.as_str()).collect();
        assert_eq!(
            labels,
            [
                "What is to be done",
                "When",
                "How many people",
                "Where",
                "What else is good to know"
            ]
        );
    }
    assert!(form(&mut world, "ben", "poll new").await.is_some());
    for (name, typed) in [
        ("ben", "shift add"),
        ("ben", "broadcast"),
        ("zed", "broadcast"),
        ("someone", "shift add"),
    ] {
        assert_eq!(form(&mut world, name, typed).await, None, "{name}: {typed}");
    }
    world.say("ana", "group remove ben yes").await;
    assert_eq!(form(&mut world, "ben", "poll new").await, None);
}

#[tokio::test]
async fn a_place_without_a_group_has_forms_for_its_administrators() {
    let mut world = World::memory();
    let form = form(&mut world, "ana", "shift add").await.unwrap();
    assert_eq!(self::form(&mut world, "ben", "poll new").await, None);
    let answer = fill(&mut world, "ana", &form, &[("title", "Canvass"), ("when", "sat 10am")]).await;
    assert!(
        answer.contains("S1 · Canvass") && answer.contains("I founded the group"),
        "{answer}"
    );
}

#[tokio::test]
async fn forms_speak_the_language_of_whoever_fills_them_in() {
    let mut world = ward().await;
    world.private("ana", "me language es").await;
    world.say("ana", "shift add Canvass sat 10am-1pm").await;
    let form = form(&mut world, "ana", "shift edit S1").await.unwrap();
    assert_eq!(
        (form.title.as_str(), form.fields[0].label.as_str()),
        ("Cambiar S1", "Qué hay que hacer")
    );
    let copy = self::form(&mut world, "ana", "shift add S1").await.unwrap();
    assert_eq!(standing(&copy), ["title: Canvass", "when: sáb 5 dic, 10:00–13:00"]);
}

#[tokio::test]
async fn what_is_filled_in_does_what_the_typed_command_does() {
    for (bare, written, typed) in [
        (
            "shift add",
            [
                ("title", "Canvass Ward 3"),
                ("when", "sat 10am-1pm"),
                ("needs", "6"),
                ("at", "Main Library"),
            ]
            .as_slice(),
            "shift add Canvass Ward 3 sat 10am-1pm needs:6 at:Main Library",
        ),
        (
            "poll new",
            &[
                ("question", "Where to?"),
                ("option", "The park\nMain Library"),
                ("kind", "approval"),
            ],
            "poll new Where to? The park, Main Library kind:approval",
        ),
        (
            "broadcast",
            &[
                ("audience", "everyone"),
                ("text", "Rain tomorrow:\nmeet inside"),
                ("ack", "yes"),
            ],
            "broadcast everyone Rain tomorrow:\nmeet inside ack:yes",
        ),
        (
            "shift edit S1",
            &[
                ("title", "Canvass Ward 4"),
                ("needs", "driver=2"),
                ("team", "North"),
                ("note", "Bring water.\nAnd a hat."),
            ],
            "shift edit S1 title:\"Canvass Ward 4\" needs:driver=2 team:North note:\"Bring water.\nAnd a hat.\"",
        ),
    ] {
        let mut by_hand = ward().await;
        let mut by_form = ward().await;
        for world in [&mut by_hand, &mut by_form] {
            world.say("ana", "shift add Canvass sat 2pm").await;
        }
        let form = form(&mut by_form, "ana", bare).await.unwrap();
        let filled = fill(&mut by_form, "ana", &form, written).await;
        assert_eq!(filled, by_hand.say("ana", typed).await, "{bare}");
        for shown in ["shift list", "shift show S1", "poll list", "broadcast list", "undo"] {
            assert_eq!(
                by_form.say("ana", shown).await,
                by_hand.say("ana", shown).await,
                "{bare}: {shown}"
            );
        }
    }
}

#[tokio::test]
async fn an_edit_begins_with_the_shift_as_it_stands_and_changes_only_what_was_changed() {
    let mut world = ward().await;
    world
        .say(
            "ana",
            "shift add Canvass sat 10am needs:driver=2,knocker=6 at:Main Library team:North note:\"Bring water.\"",
        )
        .await;
    let edit = form(&mut world, "cleo", "shift edit S1").await.unwrap();
    assert_eq!(edit.title, "Change S1");
    assert_eq!(
        standing(&edit),
        [
            "title: Canvass",
            "needs: driver=2,knocker=6",
            "at: Main Library",
            "team: North",
            "note: Bring water."
        ]
    );
    let unchanged = fill(&mut world, "cleo", &edit, &[]).await;
    assert!(unchanged.starts_with("Say what to change in S1."), "{unchanged}");
    let changed = fill(&mut world, "cleo", &edit, &[("at", ""), ("note", "Bring\r\nwater.")]).await;
    assert!(
        changed.starts_with("S1 is changed.") && !changed.contains("Main Library"),
        "{changed}"
    );
    let again = form(&mut world, "ana", "shift edit S1").await.unwrap();
    assert_eq!(standing(&again)[2..], ["team: North", "note: Bring\r\nwater."]);
    let untouched = fill(&mut world, "ana", &again, &[("note", "Bring\nwater.")]).await;
    assert!(untouched.starts_with("Say what to change"), "{untouched}");
}

#[tokio::test]
async fn a_date_of_a_series_makes_its_own_only_what_was_changed() {
    let mut world = ward().await;
    world.say("ana", "shift add Canvass every sat 10am at:Library").await;
    let edit = form(&mut world, "ana", "shift edit S2").await.unwrap();
    let which = fill(&mut world, "ana", &edit, &[("at", "The Park")]).await;
    assert!(which.contains("shift edit S2 at:\"The Park\" dates:"), "{which}");
    let answer = world.say("ana", "shift edit S2 at:\"The Park\" dates:one").await;
    assert!(answer.contains("place") && !answer.contains("title"), "{answer}");
}

#[tokio::test]
async fn nobody_edits_what_they_do_not_run_or_what_is_over() {
    let mut world = ward().await;
    world.say("ana", "shift add Canvass sat 10am team:North").await;
    world.say("ana", "shift add Phones sat 10am").await;
    for (name, typed) in [
        ("ben", "shift edit S1"),
        ("ben", "shift add S1"),
        ("cleo", "shift edit S2"),
        ("cleo", "shift add S2"),
        ("ana", "shift edit S3"),
        ("ana", "shift add S3"),
    ] {
        assert_eq!(form(&mut world, name, typed).await, None, "{name}: {typed}");
    }
    assert!(
        world
            .say("ben", "shift edit S1")
            .await
            .starts_with("Captains and organizers")
    );
    let other_team = world.say("cleo", "shift edit S2").await;
    assert!(other_team.starts_with("Captains of the whole group"), "{other_team}");
    world.say("ana", "shift cancel S1").await;
    assert_eq!(form(&mut world, "ana", "shift edit S1").await, None);
    assert!(
        form(&mut world, "ana", "shift add S1").await.is_some(),
        "it can be had once more"
    );
    world.advance_to("2026-12-06 10:00").await;
    assert_eq!(form(&mut world, "ana", "shift edit S2").await, None);
    let copy = form(&mut world, "ana", "shift add S2").await.unwrap();
    assert_eq!(standing(&copy)[0], "title: Phones");
}

#[tokio::test]
async fn a_copy_takes_along_what_has_no_field() {
    let mut world = ward().await;
    world
        .say(
            "ana",
            "shift add Canvass dec 12 10am-1pm needs:6 at:\"Main Library\" team:North cutoff:2h note:\"Bring water.\"",
        )
        .await;
    let copy = form(&mut world, "ana", "shift add S1").await.unwrap();
    assert_eq!(copy.title, "A shift like S1");
    assert_eq!(
        standing(&copy),
        [
            "title: Canvass",
            "when: Sat 12 Dec, 10:00–13:00",
            "needs: 6",
            "at: Main Library",
            "note: Bring water."
        ]
    );
    let answer = fill(&mut world, "ana", &copy, &[("when", "dec 19 10am-1pm"), ("note", "")]).await;
    let first = world.say("ana", "shift show S1").await;
    let like = first
        .replace("S1", "S2")
        .replace("12 Dec", "19 Dec")
        .replace("Bring water.\n", "");
    assert_eq!(answer, like);
}

#[tokio::test]
async fn hours_stand_there_in_words_that_mean_the_same() {
    let mut world = ward().await;
    world.private("ana", "me timezone Madrid").await;
    for (typed, stands) in [
        ("dec 5 10am-1pm New York", "Sat 5 Dec, 10:00–13:00 New York time"),
        ("dec 5 10am", "Sat 5 Dec, 10:00"),
        ("dec 5 10pm-1am", "Sat 5 Dec, 22:00 – Sun 6 Dec, 01:00"),
        ("dec 5 all day", "Sat 5 Dec, all day"),
        ("dec 5-7", "Sat 5 Dec – Mon 7 Dec, all day"),
        ("2027-01-09 10:00", "Sat 9 Jan 2027, 10:00"),
    ] {
        let posted = world.say("ana", &format!("shift add Canvass {typed}")).await;
        let number = posted.split(' ').next().unwrap();
        let copy = form(&mut world, "ana", &format!("shift add {number}")).await.unwrap();
        assert_eq!(copy.fields[1].value, stands, "{typed}");
    }
}

#[tokio::test]
async fn what_does_not_fit_names_its_field_and_loses_nothing() {
    let mut world = ward().await;
    let add = form(&mut world, "ana", "shift add").await.unwrap();
    let written = [("title", "Canvass Ward 3"), ("when", "zzz"), ("at", "Main Library")];
    let answer = fill(&mut world, "ana", &add, &written).await;
    assert!(answer.starts_with("I can't read “zzz” as a time."), "{answer}");
    for line in [
        "Usage: shift add <title> <when>",
        "That is about the field \"When\".",
        "What you filled in, as a command to mend and send again: shift add \"Canvass Ward 3\" zzz at:\"Main Library\"",
    ] {
        assert!(answer.contains(line), "{answer}");
    }
    let answer = fill(
        &mut world,
        "ana",
        &add,
        &[("title", "Canvass"), ("when", "sat 10am"), ("needs", "many")],
    )
    .await;
    assert!(
        answer.starts_with("I can't read \"many\" as a number of people."),
        "{answer}"
    );
    assert!(
        answer.contains("send again: shift add \"Canvass\" sat 10am needs:many"),
        "{answer}"
    );
    let poll = form(&mut world, "ana", "poll new").await.unwrap();
    let answer = fill(
        &mut world,
        "ana",
        &poll,
        &[("question", "Pizza?"), ("option", "a\nb"), ("kind", "loudest")],
    )
    .await;
    assert!(
        answer.contains("field \"How people choose\"") && answer.contains("poll new \"Pizza?\" a b kind:loudest"),
        "{answer}"
    );
}

#[tokio::test]
async fn a_form_that_comes_back_from_somebody_who_may_not_any_more_is_refused_and_repeated() {
    let mut world = ward().await;
    world.say("ana", "group role ben captain").await;
    let add = form(&mut world, "ben", "shift add").await.unwrap();
    world.say("ana", "group role ben member").await;
    let answer = fill(&mut world, "ben", &add, &[("title", "Canvass"), ("when", "sat 10am")]).await;
    assert!(answer.starts_with("Captains and organizers can do this."), "{answer}");
    assert!(
        answer.contains("send again: shift add \"Canvass\" sat 10am"),
        "{answer}"
    );
}

#[tokio::test]
async fn the_buttons_of_a_card_that_open_forms_stand_apart() {
    let mut world = ward().await;
    let shown = world.say("ana", "shift add Canvass sat 10am").await;
    assert!(
        !shown.contains("Edit") && !shown.contains("Copy"),
        "plain text has no forms: {shown}"
    );
    let card = world.card("ana", "shift show S1").await;
    let Some(Block::Actions(actions)) = card.blocks.last() else {
        panic!("{card:?}")
    };
    assert_eq!((actions.buttons.len(), actions.forms.len()), (3, 2));
    for (button, typed) in actions.forms.iter().zip(["shift edit S1", "shift add S1"]) {
        let pressed = asked(&mut world, "ana", Content::Action(button.token.clone())).await;
        assert_eq!(pressed, form(&mut world, "ana", typed).await, "{}", button.label);
        assert!(pressed.is_some());
    }
}
