//! `me forget`, as people see it.

use crate::testing::World;

/// A ward with Ana, who organizes, and with Ben, who is part of much.
async fn ward() -> World {
    let mut world = World::memory();
    for (name, text) in [
        ("ana", "shift add Canvass sat 10am-1pm needs:1"),
        ("ana", "shift add Phones today 9:30am"),
        ("ben", "shift claim S1"),
        ("cleo", "shift claim S1"),
        ("ben", "shift claim S2"),
        ("ben", "shift claim S2 guest:Gus"),
        ("ana", "task add Print flyers for:ben"),
        ("ben", "task add Buy tape"),
        ("ben", "task add Call the hall"),
        ("ana", "task claim T3"),
        ("ben", "remind here in 5h doors open"),
        ("ana", "poll new Lunch? pizza, tacos until:in 1h"),
        ("ben", "poll vote P1 tacos"),
        ("ana", "poll new Dinner? soup, stew"),
        ("ben", "poll vote P2 stew"),
        ("ben", "poll new Breakfast? eggs, toast"),
    ] {
        world.say(name, text).await;
    }
    world.post().await;
    world.advance("2h").await;
    world.seen();
    world
}

#[tokio::test]
async fn first_it_is_told_what_goes_and_what_stays() {
    let mut world = ward().await;
    let preview = world.say("ben", "me forget").await;
    let wanted = "(only ben sees this)
I would forget you, and it cannot be undone. Nothing has happened yet.
Gone for good: your name and settings, your account, your memberships, what waits for you, and what I kept of what you typed.
In \"console\":
  Your seat on S1 is freed, and whoever waits moves up.
  T1 is handed back.
  Your vote in P2 is taken out.
  T2, P3 and R1 are yours alone and go.
  On S2 it says \"a former member\" in your place.
  T3 stays, without your name, since others are part of it. What you don't want to leave behind, delete first.
Shifts, teams and the group's name have no author here, so what they say stays.
To take what is yours along first: me export
Forget me                             or type: me forget confirm:yes";
    assert_eq!(preview, wanted);
    let shift = world.say("ana", "shift show S1").await;
    assert!(shift.contains("In: ben"), "nothing has happened: {shift}");
}

#[tokio::test]
async fn whoever_is_forgotten_is_a_former_member_of_what_is_past_and_a_stranger_afterwards() {
    let mut world = ward().await;
    assert_eq!(
        world.say("ben", "me forget confirm:yes").await,
        "(only ben sees this)\nIt is done: I know nothing of you any more. If you write to me again, we meet for the \
         first time."
    );
    let sent = world.post().await;
    assert!(sent.iter().any(|sent| sent.contains("cleo: A seat opened")), "{sent:?}");
    let shift = world.say("ana", "shift show S1").await;
    assert!(shift.contains("In: cleo") && !shift.contains("ben"), "{shift}");
    let past = world.say("ana", "shift show S2").await;
    assert!(past.contains("In: a former member"), "{past}");
    assert!(!past.contains("Gus") && !past.contains("ben"), "{past}");
    let task = world.say("ana", "task show T1").await;
    assert!(task.contains("Print flyers") && !task.contains("ben"), "{task}");
    for (gone, said) in [("task show T2", "T2"), ("poll show P3", "P3")] {
        let answer = world.say("ana", gone).await;
        assert!(answer.contains(said) && !answer.contains("ben"), "{answer}");
        assert!(
            !answer.contains("Buy tape") && !answer.contains("Breakfast"),
            "{answer}"
        );
    }
    let kept = world.say("ana", "task show T3").await;
    assert!(kept.contains("Call the hall"), "{kept}");
    let closed = world.say("ana", "poll show P1").await;
    assert!(closed.contains("a former member"), "{closed}");
    let open = world.say("ana", "poll show P2").await;
    assert!(!open.contains("former"), "{open}");
    assert_eq!(
        world
            .advance("5h")
            .await
            .iter()
            .filter(|sent| sent.contains("doors open"))
            .count(),
        0
    );
    let log = world.say("ana", "group audit").await;
    assert!(
        log.contains("a former member was forgotten at their own wish.") && !log.contains("ben"),
        "{log}"
    );
    let me = world.say("ben", "me").await;
    assert!(me.contains("You are in no group yet."), "{me}");
    let undo = world.say("ben", "undo").await;
    assert!(undo.contains("There is nothing of yours"), "{undo}");
    let list = world.say("ben", "task list").await;
    assert!(list.contains("You are now in the register"), "{list}");
}

#[tokio::test]
async fn the_last_organizer_names_another_one_first() {
    let mut world = ward().await;
    for typed in ["me forget", "me forget confirm:yes"] {
        let refused = world.say("ana", typed).await;
        assert_eq!(
            refused,
            "(only ana sees this)\nYou are the only organizer of \"console\", and 2 others are in it. Make somebody \
             else an organizer first.\nType: group role <member> organizer"
        );
    }
    world.say("ana", "group role cleo organizer").await;
    let done = world.say("ana", "me forget confirm:yes").await;
    assert!(done.contains("It is done"), "{done}");
    let group = world.say("cleo", "group").await;
    assert!(group.contains("Organizers: cleo") && !group.contains("ana"), "{group}");
}

#[tokio::test]
async fn a_group_goes_with_the_only_one_who_is_in_it() {
    let mut world = World::memory();
    world.say("ana", "shift add Canvass sat 10am-1pm").await;
    let preview = world.say("ana", "me forget").await;
    assert!(
        preview.contains("Nobody else is in it: the whole group goes with you."),
        "{preview}"
    );
    world.say("ana", "me forget confirm:yes").await;
    let anew = world.say("ana", "shift add Anew sat 10am").await;
    assert!(anew.starts_with("S1 · Anew"), "{anew}");
    assert!(anew.contains("I founded the group"), "{anew}");
}

#[tokio::test]
async fn whoever_is_not_known_is_not_made_known_by_being_forgotten() {
    let mut world = ward().await;
    for typed in ["me forget", "me forget confirm:yes"] {
        let answer = world.say("dev", typed).await;
        assert!(
            answer.ends_with("I know nothing of you, so there is nothing to forget."),
            "{answer}"
        );
    }
    let mut unit = world.app().store().read().await.unwrap();
    let dev = unit.account(crate::surface::Platform::Console, "dev").await.unwrap();
    assert_eq!(dev, None);
    let events = unit.events_of(crate::surface::Platform::Console, "dev").await.unwrap();
    assert_eq!(events, [], "nor is the event kept");
}

#[tokio::test]
async fn what_waits_for_others_names_nobody_who_is_forgotten_and_quotes_nothing_of_theirs() {
    let mut world = ward().await;
    world.private("cleo", "me quiet 08:00-23:00").await;
    world.say("ana", "group role ben captain").await;
    world.say("ben", "task assign T3 cleo").await;
    world.say("ben", "shift add Evening mon 6pm").await;
    world.say("ben", "shift claim S3 for:cleo").await;
    world.say("ben", "me forget confirm:yes").await;
    let waiting = world
        .app()
        .store()
        .read()
        .await
        .unwrap()
        .unsettled_messages()
        .await
        .unwrap();
    assert!(!waiting.is_empty());
    for row in waiting {
        let text = crate::reply::plain::render(&row.card);
        assert!(!text.contains("ben"), "{text}");
        assert!(
            text.contains("a former member") || text.contains("A seat opened"),
            "{text}"
        );
    }
}

#[tokio::test]
async fn who_left_before_is_forgotten_as_wholly_as_who_stayed() {
    let mut world = ward().await;
    world.say("ben", "group leave yes").await;
    let document = world.private("ben", "me export").await;
    assert!(document.contains("\"departure\": \"left\""), "{document}");
    let preview = world.private("ben", "me forget").await;
    assert!(preview.contains("T3 stays") && preview.contains("On S2"), "{preview}");
    assert!(
        !preview.contains("S1") && !preview.contains("T1"),
        "already given back: {preview}"
    );
    world.private("ben", "me forget confirm:yes").await;
    for typed in [
        "group export",
        "group members",
        "group audit",
        "shift show S2",
        "task show T3",
    ] {
        let answer = world.say("ana", typed).await;
        assert!(!answer.contains("ben") && !answer.contains("Gus"), "{answer}");
    }
}

#[tokio::test]
async fn a_group_stays_while_somebody_could_come_back_and_goes_with_the_last_in_its_register() {
    let mut world = World::memory();
    world.say("ana", "team add Drivers").await;
    world.say("ben", "task add Buy tape").await;
    world.say("ana", "group role ben organizer").await;
    world.say("ana", "group leave yes").await;
    for (name, goes) in [("ben", false), ("ana", true)] {
        let preview = world.private(name, "me forget").await;
        assert_eq!(preview.contains("the whole group goes with you"), goes, "{preview}");
        world.private(name, "me forget confirm:yes").await;
    }
    let mut unit = world.app().store().read().await.unwrap();
    assert_eq!(unit.groups().await.unwrap(), []);
}

#[tokio::test]
async fn a_file_or_a_command_that_names_somebody_does_not_wait_for_others() {
    let mut world = ward().await;
    world.say("ana", "group export").await;
    world.say("ana", "group remove ben").await;
    world.say("ben", "me forget confirm:yes").await;
    let mut unit = world.app().store().read().await.unwrap();
    let waiting = unit.unsettled_messages().await.unwrap();
    assert!(!waiting.is_empty());
    for row in waiting {
        let kept = serde_json::to_string(&row.card).unwrap();
        assert!(!kept.contains("ben"), "{kept}");
    }
}

#[tokio::test]
async fn a_task_that_is_handed_back_reminds_whoever_added_it() {
    let mut world = World::memory();
    world.say("ana", "task add Print flyers due:in 3h").await;
    world.say("ben", "task claim T1").await;
    world.say("ben", "me forget confirm:yes").await;
    let told = world.advance("4h").await;
    assert!(told.iter().any(|told| told.contains("T1")), "{told:?}");
}
