//! The tokens, what people say and what they are called stay out of the log, whatever is logged and whatever goes wrong.

use std::time::Duration;

use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::discord::{Discord, Fault, Often};
use muster_test_servers::unlikely::WORDS;

use crate::scene::{Ward, bot, whispers};

/// What the tokens of interactions begin with.
const INTERACTION_TOKEN: &str = "aW50ZXJhY3Rpb246";

/// Everything is logged.
fn talkative(bot: Bot) -> Bot {
    bot.with("MUSTER_LOG", "trace")
}

/// Nothing that is secret is in the log; it is a log of everything.
fn is_discreet(run: &Run, discord: &Discord, more: &[&str]) {
    let token = discord.token();
    let (_, half) = token.rsplit_once('.').unwrap();
    let log = run.log().with("");
    for part in ["TRACE hyper", "DEBUG sqlx", "INFO muster"] {
        assert!(
            log.iter().any(|line| line.contains(part)),
            "everything is logged, {part} too"
        );
    }
    let secrets = [token.as_str(), half, INTERACTION_TOKEN];
    for secret in secrets.iter().chain(more).chain(&WORDS) {
        let secret = secret.to_lowercase();
        let told = log.iter().find(|line| line.to_lowercase().contains(&secret));
        assert_eq!(told, None, "{secret} is in the log");
    }
}

/// People who talk: commands, taps, forms, a file, nonsense, and what the bot will not do.
fn conversation(ward: &Ward) {
    let ana = &ward.ana;
    ana.is_called(WORDS[0]);
    ward.room.renames(WORDS[1]);
    ward.guild.renames(WORDS[9]);
    let shift = format!(
        "/shift add title:{} when:next sat 10am-1pm needs:1 at:{}",
        WORDS[3], WORDS[4]
    );
    let card = ward.asks(ana, &shift);
    let ben = ward.member(WORDS[2]);
    ward.taps(&ben, &card, "Claim");
    let typed = ana.types(&ward.room, &format!("/shift show shift:{}", WORDS[3]));
    ward.discord.wait_for_answer(typed);
    let opened = ana.taps(card.id, "Edit");
    ward.form(opened);
    ward.answer(ana.fills(opened, &[("Where", WORDS[5])]));
    ward.mentions(&ben, &format!("shift clame {}", WORDS[6]));
    for text in [
        format!("task add {}", WORDS[5]),
        format!("shift clame {}", WORDS[6]),
        WORDS[7].to_owned(),
        format!("me timezone {}", WORDS[8]),
        "me export".to_owned(),
    ] {
        whispers(&ward.discord, &ben, &text);
    }
}

#[test]
fn a_conversation_leaves_no_word_and_no_token_in_the_log() {
    let ward = Ward::with(Discord::start(), talkative);
    conversation(&ward);
    ward.run.wait_until_quiet();
    is_discreet(&ward.run, &ward.discord, &[]);
    ward.ends_well();
}

#[test]
fn nor_does_what_goes_wrong_in_it() {
    let ward = Ward::with(Discord::start(), talkative);
    conversation(&ward);
    let refused = |status, code, message: &str| Fault::Refused {
        status,
        code,
        message: format!("{message} {}", WORDS[6]),
    };
    for fault in [
        Fault::TooMany {
            retry_after: Duration::from_millis(200),
            global: false,
        },
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::MalformedJson,
        Fault::ServerError {
            status: 502,
            html: true,
        },
        refused(400, 99_999, "something new"),
        refused(401, 0, "401: Unauthorized"),
    ] {
        for operation in ["create_message", "create_interaction_response"] {
            let met = ward.discord.look(|seen| seen.faults);
            ward.discord.fault(operation, Often::Once, fault.clone());
            if operation == "create_message" {
                ward.ana.says(&ward.ana.private(), &format!("task list {}", WORDS[5]));
            } else {
                ward.ana.runs(&ward.room, &format!("/task add title:{}", WORDS[7]));
            }
            ward.discord.wait_until("the fault is met", |seen| seen.faults > met);
        }
    }
    let guild = Some(ward.guild.id());
    let spoilt = format!("{{\"content\":\"{}\\ud800\"}}", WORDS[7]);
    ward.discord.pushes_raw_event("MESSAGE_CREATE", guild, &spoilt);
    let unknown = format!("{{\"content\":\"{}\"}}", WORDS[7]);
    ward.discord.pushes_raw_event("TELEPATHY_CREATE", guild, &unknown);
    ward.discord.cuts_gateway();
    ward.discord.cut_connections();
    ward.ana.closes_private();
    ward.guild.removes_bot();
    ward.run.log().wait_for("platform");
    ward.discord.wait_until("it listens again", |seen| seen.connected == 1);
    is_discreet(&ward.run, &ward.discord, &[]);
    assert_eq!(ward.run.end(), Some(0));
}

#[test]
fn nor_does_a_server_that_does_not_know_the_token() {
    let discord = Discord::start();
    let other = "MTAwMDAwMDAwMDAwMDAwMDAwMg.Gother.another_token_of_the_tests_987654";
    let run = talkative(bot(&discord)).with("MUSTER_DISCORD_TOKEN", other).start();
    run.log().wait_for("Discord does not know the token");
    is_discreet(&run, &discord, &[other, "another_token"]);
    assert_eq!(run.end(), Some(0));
}
