//! The gateway: how sessions begin, go on and end.

use std::time::Duration;

use muster_test_servers::discord::{Discord, Intents, Options, Rate};
use serde_json::{Value, json};

use crate::bot::Bot;
use crate::ear::{Ear, Heard};

#[test]
fn a_session_begins_with_everything_that_is_there() {
    let discord = Discord::start();
    let ward = discord.guild("Ward 3");
    let mut ear = Ear::open(&discord);
    ear.identifies(Value::Null, Intents::UNPRIVILEGED);
    let ready = ear.hears("READY");
    assert_eq!(ready["user"]["username"], "muster");
    assert_eq!(
        ready["guilds"],
        json!([{ "id": ward.id().to_string(), "unavailable": true }])
    );
    assert_eq!(ready["shard"], json!([0, 1]));
    assert!(
        ready["resume_gateway_url"]
            .as_str()
            .unwrap()
            .starts_with("ws://127.0.0.1:")
    );
    let (event, guild) = ear.event();
    assert_eq!(event, "GUILD_CREATE");
    assert_eq!((&guild["name"], &guild["member_count"]), (&json!("Ward 3"), &json!(2)));
    assert_eq!(guild["channels"][0]["name"], "general");
    assert_eq!(guild["members"].as_array().unwrap().len(), 1, "only the bot itself");
    assert_eq!(discord.shards(), [(0, 1, Intents::UNPRIVILEGED)]);
    assert_eq!(discord.breaches(), []);
}

#[test]
fn a_heart_beats_and_is_acknowledged() {
    let discord = Discord::start();
    let mut ear = Ear::connected(&discord);
    ear.sends(1, json!(ear.last));
    assert_eq!(ear.op(11)["op"], 11);
    discord.asks_for_heartbeat();
    ear.op(1);
    discord.misses_acknowledgements(true);
    ear.sends(1, json!(ear.last));
    discord.wait_until("the second beat is there", |seen| seen.heartbeats == 2);
    discord.misses_acknowledgements(false);
    discord.pushes_raw_event("MARK", None, "{}");
    assert_eq!(ear.event().0, "MARK", "the second was not acknowledged");
}

#[test]
fn whoever_is_silent_is_closed_out() {
    let discord = Options::generous().heartbeat(Duration::from_millis(20)).start();
    assert_eq!(Ear::open(&discord).is_closed(), 4_000);
}

#[track_caller]
fn refused(options: Options, code: u16, act: impl FnOnce(&mut Ear)) {
    let discord = options.start();
    let mut ear = Ear::open(&discord);
    act(&mut ear);
    assert_eq!(ear.is_closed(), code);
    let breaches = discord.breaches();
    assert_eq!(breaches.len(), 1, "{breaches:?}");
    assert!(breaches[0].what.starts_with(&code.to_string()), "{breaches:?}");
}

#[test]
fn what_must_not_be_sent_closes_the_connection() {
    let lenient = Options::generous;
    refused(lenient(), 4_001, |ear| ear.sends(99, Value::Null));
    refused(lenient(), 4_002, |ear| ear.sends_text("{"));
    refused(lenient(), 4_002, |ear| ear.sends(1, json!("x".repeat(5_000))));
    refused(lenient(), 4_003, |ear| ear.sends(3, json!({})));
    refused(lenient(), 4_004, |ear| {
        ear.sends(2, json!({ "token": "other", "intents": 1, "properties": {} }));
    });
    refused(lenient(), 4_005, |ear| {
        ear.identifies(Value::Null, Intents::GUILDS);
        ear.identifies(Value::Null, Intents::GUILDS);
    });
    refused(lenient(), 4_010, |ear| ear.identifies(json!([2, 2]), Intents::GUILDS));
    refused(lenient(), 4_013, |ear| ear.identifies(Value::Null, Intents(1 << 40)));
    for privileged in [
        Intents::GUILD_MEMBERS,
        Intents::GUILD_PRESENCES,
        Intents::MESSAGE_CONTENT,
    ] {
        refused(lenient(), 4_014, |ear| {
            ear.identifies(Value::Null, Intents::GUILDS | privileged);
        });
    }
    refused(lenient().sends(Rate::seconds(3, 60)), 4_008, |ear| {
        (0..4).for_each(|_| ear.sends(1, Value::Null));
    });
}

#[test]
fn only_this_version_is_spoken_and_plainly() {
    let discord = Discord::start();
    assert_eq!(Ear::open_at(&discord, "?v=9").is_closed(), 4_012);
    assert_eq!(Ear::open_at(&discord, "?v=10&compress=zlib-stream").is_closed(), 4_002);
}

#[test]
fn too_many_guilds_need_shards() {
    let discord = Options::generous().guilds_a_shard(1).start();
    drop([discord.guild("Ward 3"), discord.guild("Ward 4")]);
    let mut ear = Ear::open(&discord);
    ear.identifies(Value::Null, Intents::GUILDS);
    assert_eq!(ear.is_closed(), 4_011);
}

#[test]
fn each_shard_hears_its_guilds_and_the_first_one_private_channels() {
    let discord = Discord::start();
    let guilds: Vec<_> = (0..4).map(|number| discord.guild(&format!("Ward {number}"))).collect();
    let mut ears = [0, 1].map(|shard| Ear::connected_as(&discord, json!([shard, 2]), Intents::UNPRIVILEGED));
    for (shard, ear) in (0_u64..).zip(&mut ears) {
        for _ in 0..2 {
            let guild: u64 = ear.hears("GUILD_CREATE")["id"].as_str().unwrap().parse().unwrap();
            assert_eq!((guild >> 22) % 2, shard);
        }
    }
    let ana = guilds[0].member("ana");
    ana.says(&ana.private(), "hello");
    let [mut first, mut second] = ears;
    assert_eq!(first.hears("MESSAGE_CREATE")["content"], "hello");
    let other = guilds.iter().find(|guild| (guild.id().0 >> 22) % 2 == 1).unwrap();
    other.renames("Ward 9");
    assert_eq!(second.event().0, "GUILD_UPDATE", "nothing before");
}

#[test]
fn a_session_goes_on_with_what_it_missed() {
    let discord = Discord::start();
    let ward = discord.guild("Ward 3");
    let mut ear = Ear::connected(&discord);
    ear.hears("GUILD_CREATE");
    ear.sends(1, json!(ear.last));
    ear.op(11);
    discord.cuts_gateway();
    assert_eq!(ear.next(), Heard::Cut);
    discord.wait_until("it is cut", |seen| seen.connected == 0);
    ward.renames("Ward 4");
    ward.renames("Ward 5");
    let mut again = ear.resumed(&discord);
    assert_eq!(again.event().1["name"], "Ward 4");
    assert_eq!(again.event().1["name"], "Ward 5");
    assert_eq!(again.event().0, "RESUMED");
    ward.renames("Ward 6");
    assert_eq!(again.event().1["name"], "Ward 6");
    assert_eq!(
        discord.look(|seen| (seen.resumes, seen.replayed, seen.identifies)),
        (1, 2, 1)
    );
    ear.last = 0;
    assert_eq!(ear.resumed(&discord).op(9)["d"], false, "what was acknowledged is gone");
    ear.last = 99;
    assert_eq!(ear.resumed(&discord).is_closed(), 4_007);
}

#[test]
fn sessions_end() {
    let discord = Options::generous().sessions_last(Duration::from_mins(1)).start();
    let ear = Ear::connected(&discord);
    let mut copy = Ear::open(&discord);
    copy.session.clone_from(&ear.session);
    copy.last = ear.last;
    ear.closes(1_000);
    discord.wait_until("it is closed", |seen| seen.connected == 0);
    assert_eq!(copy.resumed(&discord).op(9)["d"], false, "the bot ended it");

    let mut ear = Ear::connected(&discord);
    discord.closes_gateway(4_000);
    assert_eq!(ear.is_closed(), 4_000);
    discord.wait_until("it is closed", |seen| seen.connected == 0);
    discord.put_clock_forward(Duration::from_mins(1));
    assert_eq!(ear.resumed(&discord).op(9)["d"], false, "it took too long");

    let mut ear = Ear::connected(&discord);
    discord.asks_to_reconnect();
    assert_eq!(ear.op(7)["d"], Value::Null);
    discord.invalidates_sessions(true);
    assert_eq!(ear.op(9)["d"], true);
    assert_eq!(ear.resumed(&discord).event().0, "RESUMED");
    discord.invalidates_sessions(false);
    assert_eq!(ear.resumed(&discord).op(9)["d"], false);
}

#[test]
fn a_frozen_gateway_says_nothing() {
    let discord = Discord::start();
    let ward = discord.guild("Ward 3");
    let mut ear = Ear::connected(&discord);
    ear.hears("GUILD_CREATE");
    discord.freezes_gateway(true);
    ward.renames("Ward 4");
    ear.sends(1, json!(ear.last));
    discord.freezes_gateway(false);
    assert_eq!(ear.event().1["name"], "Ward 4");
}

#[test]
fn sessions_are_counted() {
    let discord = Options::generous()
        .identifies(2)
        .concurrency(1, Duration::from_secs(5))
        .start();
    let bot = Bot::new(&discord);
    let limit = |left: u64| {
        let told = bot.gets("/gateway/bot").unwrap();
        assert_eq!(told["session_start_limit"]["remaining"], left);
        assert_eq!(told["session_start_limit"]["max_concurrency"], 1);
        assert_eq!(told["shards"], 1);
    };
    limit(2);
    drop(Ear::connected(&discord));
    limit(1);
    let mut hasty = Ear::open(&discord);
    hasty.identifies(Value::Null, Intents::GUILDS);
    assert_eq!(hasty.op(9)["d"], false, "within 5 s of the other");
    limit(0);
    discord.put_clock_forward(Duration::from_hours(25));
    limit(2);
    for _ in 0..2 {
        drop(Ear::connected(&discord));
        discord.put_clock_forward(Duration::from_secs(5));
    }
    let mut beyond = Ear::open(&discord);
    beyond.identifies(Value::Null, Intents::GUILDS);
    assert_eq!(beyond.is_closed(), 4_004, "the token is gone");
    assert_eq!(bot.gets("/users/@me").unwrap_err().status, 401);
}

#[test]
fn events_come_to_whoever_wants_them() {
    let discord = Options::generous().approves(Intents::MESSAGE_CONTENT).start();
    let ward = discord.guild("Ward 3");
    let (ana, room) = (ward.member("ana"), ward.general());
    let mut blind = Ear::connected_as(&discord, json!([0, 1]), Intents::UNPRIVILEGED);
    let mut reader = Ear::connected_as(
        &discord,
        json!([0, 1]),
        Intents::UNPRIVILEGED | Intents::MESSAGE_CONTENT,
    );
    let mut deaf = Ear::connected_as(&discord, json!([0, 1]), Intents(0));
    ana.says(&room, "hello");
    assert_eq!(reader.hears("MESSAGE_CREATE")["content"], "hello");
    assert_eq!(blind.hears("MESSAGE_CREATE")["content"], "");
    ana.says(&room, &format!("<@{}> hello", discord.bot()));
    assert_ne!(blind.hears("MESSAGE_CREATE")["content"], "", "it was called");
    ana.says(&ana.private(), "psst");
    assert_eq!(blind.hears("MESSAGE_CREATE")["content"], "psst");
    discord.pushes_raw_event("MARK", None, "{}");
    assert_eq!(deaf.event().0, "MARK", "and nothing before");
}

#[test]
fn a_guild_changes_before_the_bots_eyes() {
    let discord = Discord::start();
    let mut ear = Ear::connected(&discord);
    let ward = discord.guild("Ward 3");
    assert_eq!(ear.event().0, "GUILD_CREATE");
    let room = ward.channel("canvass");
    let ana = ward.member("ana");
    let role = ward.role("Captains", muster_test_servers::discord::Permissions::NONE);
    room.renames("doors");
    let thread = room.thread(&ana, "Saturday");
    thread.is_archived();
    thread.is_deleted();
    room.is_deleted();
    ward.deletes_role(role);
    ward.fails();
    ward.recovers();
    ward.removes_bot();
    let names: Vec<_> = (0..11).map(|_| ear.event().0).collect();
    assert_eq!(
        names,
        [
            "CHANNEL_CREATE",
            "GUILD_ROLE_CREATE",
            "CHANNEL_UPDATE",
            "THREAD_CREATE",
            "THREAD_UPDATE",
            "THREAD_DELETE",
            "CHANNEL_DELETE",
            "GUILD_ROLE_DELETE",
            "GUILD_DELETE",
            "GUILD_CREATE",
            "GUILD_DELETE",
        ]
    );
}
