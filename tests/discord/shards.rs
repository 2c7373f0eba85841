//! Many connections of one node.

use std::time::Duration;

use muster_test_servers::discord::{Answer, Discord, Options, Permissions};

use crate::scene::{bot, ends_well};

const A_DAY: Duration = Duration::from_hours(24);

/// Waits until every shard is heard, and the commands are there.
fn hears(discord: &Discord, shards: usize) {
    discord.wait_until("every shard is heard", |seen| {
        seen.connected == shards && seen.registered > 0
    });
}

#[test]
fn every_server_is_heard_on_its_shard_and_every_session_ends_in_due_form() {
    let options = Options::generous()
        .recommends_shards(3)
        .concurrency(16, Duration::from_secs(5));
    let discord = options.start();
    let run = bot(&discord).start();
    hears(&discord, 3);
    for (number, name) in ["North", "South", "West", "East"].into_iter().enumerate() {
        let guild = discord.guild_without_bot(name);
        let (ana, room) = (guild.member("Ana"), guild.general());
        guild.gives(&ana, guild.role("Organizers", Permissions::ADMINISTRATOR));
        guild.adds_bot();
        let asked = ana.runs(&room, "/group set setting:timezone value:New York");
        let Answer::Message(told) = discord.wait_for_answer(asked) else {
            panic!("{}", discord.summary());
        };
        let told = discord.look(|seen| seen.message(told).unwrap().words());
        assert!(told.contains(&format!("I founded the group \"{name}\"")), "{told}");
        // All of them go on where they ended.
        discord.cuts_gateway();
        discord.wait_until("every shard is heard again", |seen| {
            seen.connected == 3 && seen.resumes == 3 * (number as u64 + 1)
        });
    }
    assert_eq!(discord.look(|seen| (seen.identifies, seen.failed)), (3, 0));
    ends_well(run, &discord);
    assert_eq!(discord.sessions(), 0, "nobody will go on with them");
}

#[test]
fn sessions_are_begun_no_faster_than_discord_lets() {
    let options = Options::generous()
        .recommends_shards(6)
        .concurrency(2, Duration::from_secs(5));
    let discord = options.start();
    let run = bot(&discord).start();
    hears(&discord, 6);
    assert_eq!(discord.look(|seen| (seen.identifies, seen.connections)), (6, 6));
    ends_well(run, &discord);
}

#[test]
fn where_no_more_sessions_may_be_begun_today_the_desk_waits_for_tomorrow() {
    let discord = Options::generous().identifies(1).start();
    let (guild, bot) = (discord.guild("Ward 3"), bot(&discord));
    let ana = guild.member("Ana");
    let run = bot.start();
    hears(&discord, 1);
    run.kill();
    let run = bot.start();
    run.log()
        .wait_for("Discord lets this bot begin no session for another 1440 min");
    assert_eq!(discord.look(|seen| (seen.identifies, seen.connected)), (1, 0));
    discord.put_clock_forward(A_DAY);
    hears(&discord, 1);
    let answer = discord.wait_for_answer(ana.runs(&guild.general(), "/help"));
    assert!(matches!(answer, Answer::Message(_)), "{answer:?}");
    ends_well(run, &discord);
}
