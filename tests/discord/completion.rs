//! What could come next, while somebody types.

use muster_test_servers::discord::{Answer, Choice, InteractionId};

use crate::scene::Ward;

fn offered(ward: &Ward, typed: InteractionId) -> Vec<Choice> {
    match ward.discord.wait_for_answer(typed) {
        Answer::Choices(choices) => choices,
        other => panic!("no choices but {other:?}"),
    }
}

#[test]
fn a_shift_is_chosen_by_what_it_is() {
    let ward = Ward::founded();
    for shift in [
        "Canvass when:next sat 10am-1pm needs:2",
        "Phone bank when:next sun 2pm-4pm needs:3",
    ] {
        ward.asks(&ward.ana, &format!("/shift add title:{shift}"));
    }
    let ben = ward.member("Ben");
    let typed = ben.types(&ward.room, "/shift claim shift:phone");
    let choices = offered(&ward, typed);
    let [only] = choices.as_slice() else {
        panic!("one shift is meant: {choices:?}")
    };
    assert!(
        only.name.starts_with("S2 · ") && only.name.contains("Phone bank"),
        "{only:?}"
    );
    let told = ward.answer(ben.picks(typed, &only.name.clone())).words();
    assert!(told.starts_with("You are in S2"), "{told}");
    ward.ends_well();
}

#[test]
fn a_time_is_told_in_full_while_it_is_typed() {
    let ward = Ward::founded();
    let typed = ward
        .ana
        .types(&ward.room, "/shift add title:Canvass when:next sat 10am-1pm");
    let choices = offered(&ward, typed);
    assert!(
        choices.iter().any(|choice| choice.name.contains("10:00–13:00")),
        "{choices:?}"
    );
    let card = ward.answer(ward.ana.picks(typed, &choices[0].name.clone())).words();
    assert!(card.contains("10:00–13:00"), "{card}");
    ward.ends_well();
}

#[test]
fn teams_zones_and_members_are_completed_as_well() {
    let ward = Ward::founded();
    ward.asks(&ward.ana, "/team add name:Canvassers");
    ward.asks(&ward.member("Ben"), "/shift list");
    for (typed, expected) in [
        ("/team join team:canv", "Canvassers"),
        ("/me timezone zone:madr", "Madrid"),
        ("/task assign task:T1 member-name:be", "Ben"),
    ] {
        let choices = offered(&ward, ward.ana.types(&ward.room, typed));
        let offers = choices.iter().any(|choice| choice.name.contains(expected));
        assert!(offers, "{typed}: {choices:?}");
    }
    ward.ends_well();
}
