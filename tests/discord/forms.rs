//! What is filled in: commands without their arguments, and what captains change and copy.

use crate::scene::Ward;

#[test]
fn a_shift_is_posted_by_filling_in_a_form() {
    let ward = Ward::founded();
    let opened = ward.ana.runs(&ward.room, "/shift add");
    assert_eq!(ward.form(opened).title, "Post a shift");
    let values = [
        ("What is to be done", "Canvass Ward 3"),
        ("When", "next sat 10am-1pm"),
        ("How many people", "driver=1,knocker=2"),
        ("Where", "Main Library"),
    ];
    let card = ward.answer(ward.ana.fills(opened, &values));
    assert!(card.words().starts_with("S1 · Canvass Ward 3\n"), "{}", card.words());
    assert!(card.words().contains("Main Library"), "{}", card.words());
    assert_eq!(card.only_for, None, "everybody sees the card");
    ward.ends_well();
}

#[test]
fn what_does_not_fit_in_a_form_is_named_and_can_be_mended() {
    let ward = Ward::founded();
    let opened = ward.ana.runs(&ward.room, "/shift add");
    ward.form(opened);
    let values = [("What is to be done", "Canvass"), ("When", "whenever")];
    let told = ward.answer(ward.ana.fills(opened, &values)).words();
    assert!(told.contains("That is about the field \"When\""), "{told}");
    assert!(told.contains("\"Canvass\" whenever"), "nothing is lost: {told}");
    ward.ends_well();
}

#[test]
fn a_poll_is_opened_by_filling_in_a_form() {
    let ward = Ward::founded();
    let opened = ward.ana.runs(&ward.room, "/poll new");
    assert_eq!(ward.form(opened).title, "Ask the group");
    let values = [
        ("The question", "Pizza or tacos?"),
        ("The options, each on a line of its own", "Pizza\nTacos, with salsa"),
    ];
    let card = ward.answer(ward.ana.fills(opened, &values));
    assert!(card.words().starts_with("P1 · Pizza or tacos?"), "{}", card.words());
    assert_eq!(card.labels()[..2], ["Pizza", "Tacos, with salsa"]);
    let told = ward.taps(&ward.member("Ben"), &card, "Pizza");
    assert!(told.words().contains("Pizza"), "{}", told.words());
    ward.card_says(&card, "1 voted");
    ward.ends_well();
}

#[test]
fn a_broadcast_is_written_in_a_form() {
    let ward = Ward::founded();
    ward.asks(&ward.member("Ben"), "/shift list");
    let opened = ward.ana.runs(&ward.room, "/broadcast new");
    assert_eq!(ward.form(opened).title, "Write to many people at once");
    let values = [
        ("Whom it is for", "everyone"),
        ("What it says", "Rain tomorrow:\nmeet inside"),
    ];
    let draft = ward.answer(ward.ana.fills(opened, &values));
    assert!(draft.labels().contains(&"Send".to_owned()), "{}", draft.words());
    assert!(draft.words().contains("meet inside"), "{}", draft.words());
    ward.ends_well();
}

#[test]
fn captains_change_a_shift_and_make_another_like_it_from_its_card() {
    let ward = Ward::founded();
    let card = ward.asks(
        &ward.ana,
        "/shift add title:Canvass when:next sat 10am-1pm needs:2 at:Main Library",
    );
    let opened = ward.ana.taps(card.id, "Edit");
    assert!(ward.form(opened).title.starts_with("Change"));
    ward.answer(ward.ana.fills(opened, &[("Where", "Union Hall")]));
    ward.card_says(&card, "Union Hall");
    let opened = ward.ana.taps(card.id, "Copy");
    assert!(ward.form(opened).title.starts_with("A shift like"));
    let copy = ward
        .answer(ward.ana.fills(opened, &[("When", "next sun 10am-1pm")]))
        .words();
    assert!(
        copy.starts_with("S2 · Canvass\n") && copy.contains("Union Hall"),
        "{copy}"
    );
    ward.ends_well();
}

#[test]
fn who_is_no_captain_is_told_so_and_changes_nothing() {
    let ward = Ward::founded();
    let card = ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:2");
    let ben = ward.member("Ben");
    let told = ward.taps(&ben, &card, "Edit");
    assert_eq!(told.only_for, Some(ben.id()));
    assert!(told.words().contains("aptain"), "{}", told.words());
    ward.ends_well();
}
