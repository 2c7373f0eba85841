//! What goes wrong with what the bot asks of Discord: servers that fail, connections that break, limits.

use std::time::Duration;

use muster_test_servers::discord::{Author, Fault, Often, Options, Seen, Shown};

use crate::scene::Ward;

/// A server that fails before, or after, it did what was asked.
fn mishaps() -> Vec<Fault> {
    vec![
        Fault::ServerError {
            status: 502,
            html: true,
        },
        Fault::ServerError {
            status: 500,
            html: false,
        },
        Fault::ServerError {
            status: 503,
            html: false,
        },
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::MalformedJson,
        Fault::Slow(Duration::from_millis(300)),
    ]
}

/// How often people see those words in the channel, each in a message of its own.
fn seen(ward: &Ward, words: &str) -> usize {
    ward.discord.look(|seen| {
        let here = seen.messages_for(&ward.ana, &ward.room);
        let from_bot = here.filter(|shown| shown.author == Author::Bot);
        from_bot.filter(|shown| shown.words().contains(words)).count()
    })
}

#[test]
fn a_message_is_sent_until_it_is_there_and_is_there_once() {
    let ward = Ward::founded();
    for (number, fault) in mishaps().into_iter().enumerate() {
        let words = format!("job-{number}");
        ward.discord
            .fault_in(&ward.room, "create_message", Often::Once, fault.clone());
        let told = ward.mentions(&ward.ana, &format!("task add {words}"));
        assert!(told.words().contains(&words), "{fault:?}: {}", told.words());
        ward.run.wait_until_quiet();
        assert_eq!(seen(&ward, &words), 1, "{fault:?}");
    }
    assert!(
        ward.discord.look(|seen| seen.repeated) >= 2,
        "what was there already was known again"
    );
    ward.ends_well();
}

#[test]
fn an_answer_is_given_once_whatever_becomes_of_it() {
    let ward = Ward::founded();
    for (number, fault) in mishaps().into_iter().enumerate() {
        let words = format!("job-{number}");
        ward.discord
            .fault_in(&ward.room, "create_interaction_response", Often::Once, fault.clone());
        ward.ana.runs(&ward.room, &format!("/task add title:{words}"));
        ward.discord
            .wait_until(&format!("it is told, in spite of {fault:?}"), |seen| {
                let mut here = seen.messages_for(&ward.ana, &ward.room);
                here.any(|shown| shown.author == Author::Bot && shown.words().contains(&words))
            });
        ward.run.wait_until_quiet();
        assert_eq!(seen(&ward, &words), 1, "{fault:?}");
    }
    let list = ward.asks(&ward.ana, "/task list").words();
    for number in 0..mishaps().len() {
        assert_eq!(list.matches(&format!("job-{number}")).count(), 1, "{list}");
    }
    assert_eq!(
        ward.discord.look(|seen| seen.failed),
        0,
        "everybody was answered in time"
    );
    ward.ends_well();
}

#[test]
fn an_edit_is_made_until_the_card_shows_how_things_stand() {
    let ward = Ward::founded();
    let card = ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:20");
    for (number, fault) in mishaps().into_iter().enumerate() {
        let person = ward.member(&format!("p{number}"));
        ward.discord.fault("update_message", Often::Once, fault);
        ward.taps(&person, &card, "Claim");
        ward.card_says(&card, &format!("{} of 20", number + 1));
    }
    ward.ends_well();
}

#[test]
fn a_pause_of_one_channel_keeps_nobody_else_waiting_and_is_kept() {
    let ward = Ward::founded();
    let other = ward.guild.channel("other");
    let retry_after = Duration::from_secs(3);
    let fault = Fault::TooMany {
        retry_after,
        global: false,
    };
    ward.discord.fault_in(&ward.room, "create_message", Often::Once, fault);
    let me = format!("<@{}>", ward.discord.bot());
    let said = ward.ana.says(&ward.room, &format!("{me} task add Maps"));
    ward.discord.wait_until("it is too much", |seen| seen.faults == 1);
    let elsewhere = ward.ana.says(&other, &format!("{me} task add Pens"));
    ward.discord.wait_until("the other one is answered", |seen| {
        seen.from_bot(&other).any(|shown| shown.reply_to == Some(elsewhere))
    });
    assert_eq!(seen(&ward, "Maps"), 0);
    assert!(ward.reply_to(said).words().contains("Maps"));
    assert_eq!(
        ward.discord.look(|seen| seen.invalid_requests),
        1,
        "it is asked once too often"
    );
    ward.ends_well();
}

#[test]
fn a_pause_of_the_account_is_kept_by_all() {
    let ward = Ward::founded();
    let other = ward.guild.channel("other");
    let fault = Fault::TooMany {
        retry_after: Duration::from_secs(2),
        global: true,
    };
    ward.discord.fault_in(&ward.room, "create_message", Often::Once, fault);
    let me = format!("<@{}>", ward.discord.bot());
    ward.ana.says(&ward.room, &format!("{me} task add Maps"));
    ward.discord.wait_until("it is too much", |seen| seen.faults == 1);
    let before = ward.discord.look(|seen| seen.requests("create_message"));
    let elsewhere = ward.ana.says(&other, &format!("{me} task add Pens"));
    // An answer in place counts for no limit.
    let told = ward.asks(&ward.ana, "/team list");
    assert!(!told.words().is_empty());
    assert_eq!(ward.discord.look(|seen| seen.requests("create_message")), before);
    ward.discord.wait_until("both are answered", |seen| {
        let answered = seen.from_bot(&other).any(|shown| shown.reply_to == Some(elsewhere));
        answered && seen.from_bot(&ward.room).any(|shown| shown.words().contains("Maps"))
    });
    assert_eq!(ward.discord.look(|seen| seen.invalid_requests), 1);
    ward.ends_well();
}

#[test]
fn the_pace_that_discord_wants_is_kept() {
    let ward = Ward::on(Options::strict().start()).founds();
    let card = ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:20");
    let me = format!("<@{}>", ward.discord.bot());
    for number in 0..9 {
        ward.ana.says(&ward.room, &format!("{me} task add job-{number}"));
        let person = ward.member(&format!("p{number}"));
        ward.taps(&person, &card, "Claim");
    }
    ward.card_says(&card, "9 of 20");
    ward.discord.wait_until("all are answered", |seen| {
        let texts: Vec<String> = seen.from_bot(&ward.room).map(Shown::words).collect();
        (0..9).all(|number| texts.iter().any(|text| text.contains(&format!("job-{number}"))))
    });
    assert_eq!(ward.discord.look(Seen::all_refused_for_rate), 0);
    ward.ends_well();
}

#[test]
fn an_outage_is_survived() {
    let ward = Ward::founded();
    ward.discord.begin_outage();
    ward.run.log().wait_for("the platform cannot be heard");
    let me = format!("<@{}>", ward.discord.bot());
    let said = ward.ana.says(&ward.room, &format!("{me} task add Bags"));
    ward.discord.end_outage();
    assert!(ward.reply_to(said).words().contains("Bags"));
    ward.run.wait_until_quiet();
    assert_eq!(seen(&ward, "Bags"), 1);
    ward.ends_well();
}
