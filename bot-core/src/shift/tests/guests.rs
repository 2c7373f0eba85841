//! Claiming and dropping for others, and guests.

use super::{all_say, ward_with};

#[tokio::test]
async fn who_is_mentioned_goes_by_their_name_in_what_to_type() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    let told = world.say("Ana", "shift claim S1 for:<@Ben>").await;
    assert!(told.ends_with("or type: shift drop S1 for:Ben"), "{told}");
    let told = world.say("Ana", "shift drop S1 for:<@Cleo>").await;
    assert!(told.contains("Cleo") && !told.contains("<@"), "{told}");
}

#[tokio::test]
async fn a_captain_claims_and_drops_for_a_member_who_is_told() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    assert_eq!(
        world.say("Ana", "shift claim S1 for:ben").await,
        "Ben is in S1, Canvass.\n\
         Sat 5 Dec, 10:00–13:00 New York time\n\
         Who's in                              or type: shift drop S1 for:ben"
    );
    assert_eq!(
        world.say("Ana", "shift claim S1 for:Cleo").await,
        "S1 is full. Cleo is 1st on the waiting list. To take them off the list: shift drop S1 for:Cleo"
    );
    assert_eq!(
        world.say("Ana", "shift drop S1 for:Ben").await,
        "Ben is out of S1, Canvass.\n\
         Cleo moves up from the waiting list, and I'm writing to them.\n\
         Claim                                 or type: shift claim S1"
    );
    let facts = "Sat 5 Dec, 10:00–13:00 New York time";
    let out = "Can't make it                         or type: shift drop S1";
    assert_eq!(
        world.post().await,
        [
            format!(
                "[#main] Ben: Ana put you in S1, Canvass.\n{facts}\nIs that all right with you?\n\
                 Fine · Can't make it                  or type: shift confirm S1"
            ),
            format!("[#main] Cleo: Ana put you on the waiting list of S1, Canvass.\n{facts}\n{out}"),
            format!("[#main] Ben: Ana took you off S1, Canvass.\n{facts}"),
            format!("[#main] Cleo: A seat opened: you are in S1, Canvass.\n{facts}\n{out}"),
        ]
    );
}

#[tokio::test]
async fn a_member_claims_and_drops_for_nobody_else() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    world.say("Cleo", "shift claim S1").await;
    for act in ["claim S1 for:Dev", "drop S1 for:Cleo"] {
        let refused = world.say("Ben", &format!("shift {act}")).await;
        assert!(refused.starts_with("Captains and organizers can do this."), "{refused}");
    }
    assert!(world.say("Ben", "shift show S1").await.contains("In: Cleo\n"));
}

#[tokio::test]
async fn a_clash_of_somebody_else_is_said_of_them() {
    let mut world = ward_with(&["Canvass sat 10am-1pm", "Phone bank sat 12pm"]).await;
    world.say("Ben", "shift claim S1").await;
    let clash = world.say("Ana", "shift claim S2 for:Ben").await;
    assert!(clash.contains("which Ben is in too.\n"), "{clash}");
}

#[tokio::test]
async fn whoever_is_in_may_bring_a_guest_who_takes_a_seat() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:3"]).await;
    assert!(world.say("Ben", "shift claim S1 guest:Tom").await.starts_with(
        "Whoever brings a guest to S1 is in it too. Claim a seat for yourself first.\nType: shift claim S1"
    ));
    world.say("Ben", "shift claim S1").await;
    assert_eq!(
        world.say("Ben", "shift claim S1 guest:\"Tom Lee\"").await,
        "Tom Lee is in S1, Canvass.\n\
         Sat 5 Dec, 10:00–13:00 New York time\n\
         Who's in                              or type: shift drop S1 guest:\"Tom Lee\""
    );
    let again = world.say("Ben", "shift claim S1 guest:\"tom lee\"").await;
    assert!(again.starts_with("Tom Lee is in S1 already.\n"), "{again}");
    let card = world.say("Ben", "shift show S1").await;
    assert!(
        card.contains("2 of 3 · 1 seat open\nIn: Ben, Tom Lee (guest of Ben)\n"),
        "{card}"
    );
}

#[tokio::test]
async fn a_guest_stays_when_their_host_drops_out_and_the_host_takes_them_off() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    all_say(&mut world, &["Ben"], "shift claim S1").await;
    world.say("Ben", "shift claim S1 guest:Tom").await;
    let out = world.say("Ben", "shift drop S1").await;
    assert!(
        out.contains("\nYour guest Tom is still in S1. To take them off: shift drop S1 guest:Tom\n"),
        "{out}"
    );
    let other = world.say("Cleo", "shift drop S1 guest:Tom").await;
    assert!(other.starts_with("Captains and organizers can do this."), "{other}");
    let off = world.say("Ben", "shift drop S1 guest:tom").await;
    assert!(off.starts_with("Tom is out of S1, Canvass.\n"), "{off}");
}

#[tokio::test]
async fn a_guest_who_waited_moves_up_and_their_host_hears_of_it() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:2"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    let waits = world.say("Ben", "shift claim S1 guest:Tom").await;
    assert!(
        waits.starts_with("S1 is full. Tom is 1st on the waiting list."),
        "{waits}"
    );
    world.say("Cleo", "shift drop S1").await;
    assert_eq!(
        world.post().await,
        ["[#main] Ben: A seat opened: your guest Tom is in S1, Canvass.\nSat 5 Dec, 10:00–13:00 New York time"]
    );
}

#[tokio::test]
async fn two_guests_of_one_name_are_told_apart() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:9"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    world.say("Ben", "shift claim S1 guest:Tom").await;
    assert_eq!(
        world
            .say("Cleo", "shift claim S1 guest:TOM")
            .await
            .lines()
            .next()
            .unwrap(),
        "Somebody else brings a guest named \"TOM\" to S1. Add a surname, so that I can tell them apart."
    );
}

#[tokio::test]
async fn a_member_brings_five_guests_and_a_captain_as_many_as_come() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:40"]).await;
    all_say(&mut world, &["Ana", "Ben"], "shift claim S1").await;
    for guest in ["May", "Tom", "Sue", "Lee", "Kim"] {
        world.say("Ben", &format!("shift claim S1 guest:{guest}")).await;
    }
    let enough = "You bring 5 guests to S1 already, which is the most. An organizer or a captain can add more.";
    let refused = world.say("Ben", "shift claim S1 guest:Joe").await;
    assert!(refused.starts_with(enough), "{refused}");
    let again = world.say("Ben", "shift claim S1 guest:Kim").await;
    assert!(again.starts_with("Kim is "), "{again}");
    for guest in ["Ada", "Bob", "Eve", "Ida", "Uma", "Zoe"] {
        world.say("Ana", &format!("shift claim S1 guest:{guest}")).await;
    }
    let card = world.say("Ana", "shift roster S1").await;
    assert!(card.contains("Zoe") && !card.contains("Joe"), "{card}");
    world.say("Ben", "shift drop S1 guest:Kim").await;
    let joe = world.say("Ben", "shift claim S1 guest:Joe").await;
    assert!(joe.contains("Joe is "), "{joe}");
}

#[tokio::test]
async fn a_seat_is_for_a_member_or_for_a_guest() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:9"]).await;
    let refused = world.say("Ana", "shift claim S1 for:Ben guest:Tom").await;
    assert!(
        refused.starts_with("A seat is for a member or for a guest"),
        "{refused}"
    );
}

#[tokio::test]
async fn nobody_writes_to_whoever_acts_of_their_own_guest_who_moves_up() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:3"]).await;
    all_say(&mut world, &["Ben", "Cleo"], "shift claim S1").await;
    for guest in ["guest:May", "guest:Tom"] {
        world.say("Ben", &format!("shift claim S1 {guest}")).await;
    }
    let out = world.say("Ben", "shift drop S1 guest:May").await;
    assert!(
        out.starts_with("May is out of S1, Canvass.\nTom moves up from the waiting list.\n"),
        "{out}"
    );
    assert_eq!(world.post().await, Vec::<String>::new());
    world.say("Ben", "shift claim S1 guest:Sue").await;
    let out = world.say("Cleo", "shift drop S1").await;
    assert!(
        out.starts_with("You are out of S1, Canvass.\nSue moves up from the waiting list, and I'm writing to Ben.\n"),
        "{out}"
    );
}

#[tokio::test]
async fn a_name_with_quotes_in_it_is_offered_as_it_can_be_typed() {
    let mut world = ward_with(&["Canvass sat 10am-1pm needs:1"]).await;
    let red = "Tom \"Red\" Lee";
    all_say(&mut world, &[red, "Ben"], "shift claim S1").await;
    let off = world.say("Ana", "shift drop S1 for:\"tom red lee\"").await;
    assert!(off.starts_with("Tom \"Red\" Lee is out of S1, Canvass.\n"), "{off}");
    let waits = world.say("Ana", "shift claim S1 for:\"tom red lee\"").await;
    assert!(
        waits.ends_with("To take them off the list: shift drop S1 for:\"tom red lee\""),
        "{waits}"
    );
}
