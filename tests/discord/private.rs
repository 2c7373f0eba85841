//! Private messages, and answers that only one person may see.

use muster_test_servers::discord::{Fault, Often};

use crate::scene::{Ward, from_bot, whispers};

#[test]
fn who_writes_to_the_bot_in_private_is_answered_there() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    let told = whispers(&ward.discord, &ben, "me");
    assert!(told.words().contains("Ben"), "{}", told.words());
    let told = ward.answer(ben.runs(&ben.private(), "/me language language:es"));
    assert!(told.words().contains("español"), "{}", told.words());
    assert_eq!(told.only_for, None, "nobody else is there");
    ward.ends_well();
}

#[test]
fn a_report_says_who_was_not_reached_and_why() {
    let ward = Ward::founded();
    for name in ["Ben", "Cleo", "Dev", "Eva"] {
        let person = ward.member(name);
        ward.asks(&person, "/shift list");
        if name != "Eva" {
            whispers(&ward.discord, &person, "me");
        }
        match name {
            "Cleo" => person.closes_private(),
            "Dev" => ward.guild.loses(&person),
            _ => {}
        }
    }
    let draft = ward.asks(
        &ward.ana,
        "/broadcast new audience:everyone text:Rain tomorrow: meet inside",
    );
    ward.taps(&ward.ana, &draft, "Send");
    let report = ward.discord.wait_until_some("the report", |seen| {
        let mut reports = seen.from_bot(&ward.room);
        reports.find(|shown| shown.words().contains("finished")).cloned()
    });
    let report = report.words();
    for words in [
        "Reached 1 of 4",
        "private messages closed",
        "never wrote to me in private",
    ] {
        assert!(report.contains(words), "{words}: {report}");
    }
    ward.ends_well();
}

#[test]
fn those_who_were_not_reached_are_called_where_everybody_reads() {
    let ward = Ward::founded();
    let eva = ward.member("Eva");
    ward.asks(&eva, "/shift list");
    let draft = ward.asks(
        &ward.ana,
        "/broadcast new audience:everyone text:Rain tomorrow: meet inside",
    );
    ward.taps(&ward.ana, &draft, "Send");
    ward.discord.wait_until("the report", |seen| {
        seen.from_bot(&ward.room)
            .any(|shown| shown.words().contains("finished"))
    });
    let called = ward.asks(&ward.ana, "/broadcast mention broadcast:B1").words();
    assert!(called.contains("Eva") && called.contains("Rain tomorrow"), "{called}");
    let pinged = ward
        .discord
        .pings()
        .into_iter()
        .map(|ping| ping.whom)
        .collect::<Vec<_>>();
    assert_eq!(pinged, [muster_test_servers::discord::Pinged::Person("Eva".to_owned())]);
    crate::scene::ends_well(ward.run, &ward.discord);
}

/// Discord takes no answer to it any more.
fn expires(ward: &Ward) {
    for operation in ["create_interaction_response", "update_original_webhook_message"] {
        let fault = Fault::Refused {
            status: 404,
            code: 10_062,
            message: "Unknown interaction".to_owned(),
        };
        ward.discord.fault(operation, Often::Always, fault);
    }
}

#[test]
fn a_private_answer_that_came_too_late_comes_in_private() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    whispers(&ward.discord, &ben, "me");
    let (public, private) = (ward.public(), from_bot(&ward.discord, &ben.private()));
    expires(&ward);
    ben.runs(&ward.room, "/me show");
    let told = ward.private_after(&ben, private);
    assert!(told.words().contains("Ben"), "{}", told.words());
    assert_eq!(ward.public(), public);
    ward.ends_well();
}

#[test]
fn so_does_what_whoever_taps_is_told() {
    let ward = Ward::founded();
    let card = ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:2");
    let ben = ward.member("Ben");
    let public = ward.public();
    expires(&ward);
    ben.taps(card.id, "Claim");
    let told = ward.private_after(&ben, 0).words();
    assert!(told.starts_with("You are in S1"), "{told}");
    ward.card_says(&card, "In: Ben");
    assert_eq!(ward.public(), public);
    ward.ends_well();
}

#[test]
fn where_that_is_closed_too_it_is_dropped_and_never_told_to_the_channel() {
    let ward = Ward::founded();
    let ben = ward.member("Ben");
    ben.closes_private();
    let public = ward.public();
    expires(&ward);
    ben.runs(&ward.room, "/me show");
    ward.discord
        .wait_until("it was refused", |seen| seen.faults > 0 && seen.failed > 0);
    ward.run.wait_until_quiet();
    assert_eq!(ward.public(), public);
    ward.ends_well();
}

#[test]
fn what_everybody_may_see_is_told_to_the_channel_when_it_is_too_late_for_an_answer() {
    let ward = Ward::founded();
    let public = ward.public();
    expires(&ward);
    ward.ana
        .runs(&ward.room, "/shift add title:Canvass when:next sat 10am-1pm needs:2");
    let card = ward
        .discord
        .wait_until_some("the card", |seen| seen.from_bot(&ward.room).nth(public).cloned());
    assert!(card.words().starts_with("S1 · Canvass"), "{}", card.words());
    ward.ends_well();
}

/// What is typed as a slash command nobody else sees, unless the answer is theirs to see.
#[test]
fn a_secret_vote_is_cast_in_the_channel_and_only_the_voter_sees_it() {
    let ward = Ward::founded();
    let question = "/poll new question:Pizza or tacos? option:Pizza, Tacos secret:yes";
    let card = ward.asks(&ward.ana, question);
    let ben = ward.member("Ben");
    let voted = ward.asks(&ben, "/poll vote poll:P1 choice:tacos");
    assert!(voted.words().contains("Your vote: Tacos."), "{}", voted.words());
    ward.card_says(&card, "1 voted");
    let changed = ward.taps(&ben, &voted, "Pizza");
    assert!(changed.words().contains("Your vote: Pizza."), "{}", changed.words());
    assert_eq!((voted.only_for, changed.only_for), (Some(ben.id()), Some(ben.id())));
    let typed = ward.mentions(&ward.member("Cleo"), "poll vote P1 tacos");
    assert!(typed.words().contains("nothing was counted"), "{}", typed.words());
    let channel = ward.discord.transcript_for(&ward.ana, &ward.room);
    assert!(!channel.contains("Your vote"), "{channel}");
    ward.ends_well();
}
