//! Files, and what is pinned.

use muster_test_servers::telegram::Rights;

use crate::scene::{Ward, answer_after, started, whispers};

#[test]
fn what_is_held_on_somebody_comes_as_a_file() {
    let ward = Ward::founded();
    started(&ward.api, &ward.ana);
    let exported = whispers(&ward.api, &ward.ana, "me export");
    let file = exported.document.expect("a file");
    assert_eq!(file.file_name.rsplit_once('.').map(|(_, kind)| kind), Some("json"));
    assert_eq!(file.mime.as_deref(), Some("application/json"));
    let held: serde_json::Value = serde_json::from_slice(&file.content).expect("JSON");
    assert!(held.to_string().contains("Ana"));
    assert!(!exported.text.is_empty(), "the file says what it is");
    ward.ends_well();
}

#[test]
fn a_week_comes_below_its_picture() {
    let ward = Ward::founded();
    ward.asks(&ward.ana, "/shift add Canvass sat 10am-1pm needs:2");
    let week = ward.asks(&ward.ana, "/shift list week");
    assert!(
        week.text.starts_with("1 shift · 1 short · 2 seats open"),
        "{}",
        week.text
    );
    let picture = week.document.expect("a picture");
    assert!(picture.is_photo, "people see it at once");
    assert_eq!(picture.mime.as_deref(), Some("image/png"));
    assert!(picture.content.starts_with(b"\x89PNG"));
    ward.ends_well();
}

#[test]
fn a_week_of_many_shifts_comes_before_its_picture_which_says_what_it_shows() {
    let ward = Ward::founded();
    for hour in 8..20 {
        let title = "Canvass the long street along the river ".repeat(2);
        ward.asks(&ward.ana, &format!("/shift add {title} sat {hour}:00 needs:2"));
    }
    let week = ward.asks(&ward.ana, "/shift list week");
    assert!(week.text.starts_with("12 shifts · 12 short"), "{}", week.text);
    assert!(
        week.document.is_none() && week.text.contains("shift claim"),
        "{}",
        week.text
    );
    let picture = ward.api.wait_until_some("the picture", |seen| {
        seen.from_bot(&ward.group).find(|shown| shown.id > week.id).cloned()
    });
    assert!(picture.document.is_some_and(|picture| picture.is_photo));
    assert!(picture.text.starts_with("The week as a picture: "), "{}", picture.text);
    ward.ends_well();
}

#[test]
fn a_board_is_pinned_and_follows_what_is_open() {
    let ward = Ward::founded();
    ward.group
        .promotes_bot(&ward.ana, Rights::none().and("can_pin_messages"));
    let board = ward.asks(&ward.ana, "/group board");
    ward.api.wait_until("the board is pinned", |seen| {
        seen.message(&ward.group, board.id).is_some_and(|board| board.pinned)
    });
    ward.asks(&ward.ana, "/shift add Canvass sat 10am-1pm needs:2");
    ward.card_says(&board, "Canvass");
    ward.asks(&ward.ana, "/task add Print walk lists");
    ward.card_says(&board, "Print walk lists");
    ward.ends_well();
}

#[test]
fn where_nothing_may_be_pinned_the_room_is_told_who_can_change_that() {
    let ward = Ward::founded();
    ward.group.lets_members_pin(false);
    let board = ward.asks(&ward.ana, "/group board");
    let told = answer_after(&ward.api, &ward.group, board.id);
    assert!(
        told.text.contains("I may not pin messages here") && told.text.contains("/doctor"),
        "{}",
        told.text
    );
    ward.ends_well();
}
