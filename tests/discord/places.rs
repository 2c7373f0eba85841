//! Where the desk is: servers that the bot comes to and leaves, their threads, channels and roles.

use muster_test_servers::discord::{Discord, Permissions};

use crate::scene::{Ward, answer, bot, ends_well, from_bot, listens, private_after, whispers};

#[test]
fn a_server_is_greeted_once_and_a_group_founded_with_a_tap() {
    let ward = Ward::visited();
    let welcome = ward
        .discord
        .look(|seen| seen.last_from_bot(&ward.room).cloned())
        .unwrap();
    let refused = ward.taps(&ward.member("Ben"), &welcome, "Found a group here");
    assert!(refused.words().contains("An administrator"), "{}", refused.words());
    let founded = ward.taps(&ward.ana, &welcome, "Found a group here");
    assert!(
        founded.words().contains("I founded the group \"Ward 3\""),
        "{}",
        founded.words()
    );
    assert_eq!(ward.run.end(), Some(0));
    // Discord tells of every server whenever a session begins.
    let run = ward.bot.start();
    run.log().wait_for("a session with Discord's gateway has begun");
    let list = answer(&ward.discord, ward.ana.runs(&ward.room, "/shift list"));
    assert_eq!(list.only_for, None);
    let greetings = ward.discord.look(|seen| {
        let from_bot = seen.from_bot(&ward.room);
        from_bot
            .filter(|shown| shown.button("Found a group here").is_some())
            .count()
    });
    assert_eq!(greetings, 1);
    let registered = ward.discord.look(|seen| seen.requests("bulk_set_application_commands"));
    assert_eq!(registered, 1, "they are as they were");
    ends_well(run, &ward.discord);
}

#[test]
fn a_server_that_the_bot_was_brought_to_while_it_was_away_is_greeted() {
    let discord = Discord::start();
    let guild = discord.guild("Ward 3");
    let run = bot(&discord).start();
    listens(&discord);
    let room = guild.general();
    discord.wait_until("the bot says what it is", |seen| seen.from_bot(&room).count() == 1);
    ends_well(run, &discord);
}

#[test]
fn another_server_joins_the_group_by_its_code_and_sees_the_same_shifts() {
    let ward = Ward::founded();
    ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:1");
    let told = ward.asks(&ward.ana, "/group link").words();
    let (_, code) = told.rsplit_once("group link ").expect("a code");
    let code = code.trim_end_matches('`').to_owned();
    let other = ward.discord.guild_without_bot("Square");
    let (zoe, square) = (other.member("Zoe"), other.general());
    other.gives(&zoe, other.role("Admins", Permissions::ADMINISTRATOR));
    other.adds_bot();
    ward.discord
        .wait_until("the bot says what it is", |seen| seen.from_bot(&square).count() == 1);
    let shown = ward
        .answer(zoe.runs(&square, &format!("/group link code:{code}")))
        .words();
    assert!(shown.contains("to the group \"Ward 3\""), "{shown}");
    ward.answer(zoe.runs(&square, &format!("/group link code:{code} yes")));
    let linked = ward.asks(&ward.ana, "/group link code:confirm").words();
    assert!(linked.contains("belongs to the group \"Ward 3\""), "{linked}");
    let list = ward.answer(zoe.runs(&square, "/shift list")).words();
    assert!(list.contains("S1"), "{list}");
    ward.ends_well();
}

#[test]
fn being_taken_out_is_noticed_and_coming_back_goes_on() {
    let ward = Ward::founded();
    whispers(&ward.discord, &ward.ana, "me");
    ward.asks(&ward.ana, "/shift add title:Canvass when:next sat 10am-1pm needs:1");
    // There is no way to write to somebody with whom the bot shares no server.
    let other = ward.discord.guild("Elsewhere");
    other.lets_in(&ward.ana);
    let seen = from_bot(&ward.discord, &ward.ana.private());
    ward.guild.removes_bot();
    let told = private_after(&ward.discord, &ward.ana, seen).words();
    assert!(told.contains("I was taken out of \"Ward 3\""), "{told}");
    let public = ward.public();
    ward.guild.adds_bot();
    let back = ward
        .discord
        .wait_until_some("the bot is back", |seen| seen.from_bot(&ward.room).nth(public).cloned());
    assert!(back.words().contains("I am back"), "{}", back.words());
    assert!(ward.asks(&ward.ana, "/shift list").words().contains("S1"));
    ward.ends_well();
}

#[test]
fn a_thread_is_answered_in_the_thread() {
    let ward = Ward::founded();
    let thread = ward.room.thread(&ward.ana, "Canvass");
    let asked = ward
        .ana
        .runs(&thread, "/shift add title:Canvass when:next sat 10am-1pm needs:1");
    let card = ward.answer(asked);
    assert_eq!(card.channel, thread.id());
    ward.taps(&ward.ana, &card, "Claim");
    ward.card_says(&card, "In: Ana");
    ward.ends_well();
}

#[test]
fn a_channel_that_is_deleted_takes_nothing_else_with_it() {
    let ward = Ward::founded();
    let second = ward.guild.channel("canvass");
    let asked = ward
        .ana
        .runs(&second, "/shift add title:Canvass when:next sat 10am-1pm needs:2");
    let card = ward.answer(asked);
    let here = ward.asks(&ward.ana, "/shift show shift:S1");
    second.is_deleted();
    ward.taps(&ward.member("Ben"), &here, "Claim");
    ward.card_says(&here, "In: Ben");
    assert_ne!(card.channel, here.channel);
    ward.run.wait_until_quiet();
    ward.ends_well();
}

#[test]
fn roles_of_the_server_make_captains_and_members_of_teams() {
    let ward = Ward::founded();
    let (captains, north) = (
        ward.guild.role("Captains", Permissions::NONE),
        ward.guild.role("North", Permissions::NONE),
    );
    ward.asks(&ward.ana, "/team add name:North");
    for map in [
        "/group map role:@Captains gives:captain",
        "/group map role:@North team:North",
    ] {
        ward.asks(&ward.ana, map);
    }
    let ben = ward.member("Ben");
    let refused = ward
        .asks(&ben, "/shift add title:Canvass when:next sat 10am-1pm")
        .words();
    assert!(refused.contains("aptain"), "{refused}");
    ward.guild.gives(&ben, captains);
    ward.guild.gives(&ben, north);
    let card = ward
        .asks(&ben, "/shift add title:Canvass when:next sat 10am-1pm")
        .words();
    assert!(card.starts_with("S1 · Canvass"), "{card}");
    let team = ward.asks(&ward.ana, "/team show team:North").words();
    assert!(team.contains("Ben"), "{team}");
    ward.guild.takes(&ben, captains);
    let refused = ward
        .asks(&ben, "/shift add title:Canvass when:next sun 10am-1pm")
        .words();
    assert!(refused.contains("aptain"), "{refused}");
    ward.ends_well();
}

#[test]
fn doctor_names_what_is_missing_and_who_can_grant_it() {
    let ward = Ward::founded();
    ward.room
        .denies_bot(Permissions::PIN_MESSAGES | Permissions::ATTACH_FILES);
    let told = ward.asks(&ward.ana, "/doctor").words();
    ward.room.denies_bot(Permissions::NONE);
    let told_again = ward.asks(&ward.ana, "/doctor").words();
    assert_ne!(told, told_again);
    assert!(told.contains("pin"), "{told}");
    ward.ends_well();
}
