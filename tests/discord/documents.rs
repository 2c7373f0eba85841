//! Files, and what is pinned.

use muster_test_servers::discord::Permissions;

use crate::scene::{Ward, whispers};

#[test]
fn what_is_held_on_somebody_comes_as_a_file() {
    let ward = Ward::founded();
    let alone = ward.asks(&ward.ana, "/me export");
    assert_eq!(alone.only_for, Some(ward.ana.id()));
    let private = whispers(&ward.discord, &ward.ana, "me export");
    for exported in [alone, private] {
        let [file] = exported.documents.as_slice() else {
            panic!("one file: {:?}", exported.documents)
        };
        assert_eq!(file.file_name.rsplit_once('.').map(|(_, kind)| kind), Some("json"));
        let held: serde_json::Value = serde_json::from_slice(&file.content).expect("JSON");
        assert!(held.to_string().contains("Ana"));
        assert!(!exported.words().is_empty(), "what the file is");
    }
    ward.ends_well();
}

#[test]
fn a_week_comes_with_its_picture_and_what_that_shows() {
    let ward = Ward::founded();
    ward.asks(&ward.ana, "/shift add title:Canvass when:sat 10am-1pm needs:2");
    let answered = ward.asks(&ward.ana, "/shift list which:week");
    let whispered = whispers(&ward.discord, &ward.ana, "shift list week");
    for week in [answered, whispered] {
        assert!(
            week.words().contains("1 shift · 1 short · 2 seats open"),
            "{}",
            week.words()
        );
        let [picture] = week.documents.as_slice() else {
            panic!("one picture: {:?}", week.documents.len())
        };
        assert_eq!(picture.file_name, "week.png");
        assert!(picture.content.starts_with(b"\x89PNG"));
        let shown = picture.description.as_deref().unwrap_or_default();
        assert!(shown.starts_with("The week as a picture: "), "{shown}");
    }
    ward.ends_well();
}

#[test]
fn where_no_file_may_be_attached_a_week_comes_without_its_picture() {
    let ward = Ward::founded();
    ward.asks(&ward.ana, "/shift add title:Canvass when:sat 10am-1pm needs:2");
    ward.room.denies_bot(Permissions::ATTACH_FILES);
    let week = ward.mentions(&ward.ana, "shift list week");
    assert!(week.words().contains("1 short") && week.documents.is_empty());
    ward.ends_well();
}

#[test]
fn a_board_is_pinned_and_follows_what_is_open() {
    let ward = Ward::founded();
    let board = ward.asks(&ward.ana, "/group board");
    ward.discord.wait_until("the board is pinned", |seen| {
        seen.message(board.id).is_some_and(|board| board.pinned)
    });
    ward.asks(&ward.ana, "/shift add title:Canvass when:sat 10am-1pm needs:2");
    ward.card_says(&board, "Canvass");
    ward.asks(&ward.ana, "/task add title:Print walk lists");
    ward.card_says(&board, "Print walk lists");
    ward.ends_well();
}

#[test]
fn where_nothing_may_be_pinned_the_room_is_told_who_can_change_that() {
    let ward = Ward::founded();
    ward.guild.bot_may(Permissions::NONE);
    let public = ward.public();
    ward.asks(&ward.ana, "/group board");
    let told = ward.discord.wait_until_some("what is missing", |seen| {
        seen.from_bot(&ward.room).nth(public + 1).cloned()
    });
    let told = told.words();
    assert!(
        told.contains("I may not pin messages here") && told.contains("/doctor"),
        "{told}"
    );
    ward.ends_well();
}
