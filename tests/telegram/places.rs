//! Where the desk is: groups that the bot comes to, leaves and follows; topics, channels, people without a name.

use muster_test_servers::telegram::{BotApi, MessageId, Rights};

use crate::scene::{Ward, answer_after, bot, ends_well, reply_to, started, whispers};

#[test]
fn who_brings_the_bot_is_greeted_once_and_founds_a_group_with_a_tap() {
    let api = BotApi::start();
    let ana = api.person("Ana");
    let group = api.group("Ward 3", &ana);
    let run = bot(&api).start();
    group.adds_bot(&ana);
    let welcome = answer_after(&api, &group, MessageId(0));
    let ben = api.person("Ben");
    ben.joins(&group);
    let refused = ben.taps(&group, welcome.id, "Found a group here");
    let told = crate::scene::toast(&api, &refused);
    assert!(
        told.text.is_some_and(|text| text.contains("An administrator")),
        "he is none"
    );
    ana.taps(&group, welcome.id, "Found a group here");
    api.wait_until("the group is founded", |seen| {
        seen.from_bot(&group)
            .any(|shown| shown.text.contains("I founded the group \"Ward 3\""))
            || seen
                .toasts_of(&ana)
                .any(|toast| toast.text.as_deref().is_some_and(|text| text.contains("I founded")))
    });
    let greetings = api.look(|seen| {
        seen.from_bot(&group)
            .filter(|shown| shown.button("Found a group here").is_some())
            .count()
    });
    assert_eq!(greetings, 1);
    ends_well(run, &api);
}

#[test]
fn another_chat_joins_the_group_by_its_code_and_sees_the_same_shifts() {
    let ward = Ward::founded();
    started(&ward.api, &ward.ana);
    ward.asks(&ward.ana, "/shift add Canvass next sat 10am-1pm needs:1");
    let last = ward.api.look(|seen| seen.last_from_bot(&ward.ana).unwrap().id);
    ward.ana.says(&ward.group, "/group link");
    let code = answer_after(&ward.api, &ward.ana, last);
    let (_, code) = code.text.rsplit_once("group link ").unwrap();
    let zoe = ward.api.person("Zoe");
    let square = ward.api.supergroup("Square", &zoe);
    square.adds_bot(&zoe);
    answer_after(&ward.api, &square, MessageId(0));
    let shown = reply_to(
        &ward.api,
        &square,
        zoe.says(&square, &format!("/start@{} {code}", ward.api.bot_username())),
    );
    assert!(
        shown.text.contains("to the group \"Ward 3\"") || shown.text.contains("I can only answer that in private"),
        "{}",
        shown.text
    );
    let agreed = reply_to(
        &ward.api,
        &square,
        zoe.says(&square, &format!("/group link {code} yes")),
    );
    ward.ana.says(&ward.group, "/group link confirm");
    let linked = answer_after(&ward.api, &square, agreed.id);
    assert!(
        linked.text.contains("belongs to the group \"Ward 3\""),
        "{}",
        linked.text
    );
    let list = reply_to(&ward.api, &square, zoe.says(&square, "/shift list"));
    assert!(list.text.contains("S1"), "{}", list.text);
    ward.ends_well();
}

#[test]
fn a_group_that_becomes_a_supergroup_keeps_everything() {
    let api = BotApi::start();
    let ana = api.person("Ana");
    let group = api.group("Ward 3", &ana);
    let run = bot(&api).start();
    group.adds_bot(&ana);
    let card = reply_to(
        &api,
        &group,
        ana.says(&group, "/shift add Canvass next sat 10am-1pm needs:1"),
    );
    assert!(card.text.contains("I founded the group"), "{}", card.text);
    let supergroup = group.migrates();
    let claimed = reply_to(&api, &supergroup, ana.says(&supergroup, "/shift claim S1"));
    assert!(claimed.text.starts_with("You are in S1"), "{}", claimed.text);
    assert!(!claimed.text.contains("register"), "she was in it: {}", claimed.text);
    ends_well(run, &api);
}

#[test]
fn being_taken_out_is_noticed_and_coming_back_goes_on() {
    let ward = Ward::founded();
    let zoe = ward.member("Zoe");
    started(&ward.api, &ward.ana);
    ward.asks(&ward.ana, "/shift add Canvass next sat 10am-1pm needs:1");
    ward.group.promotes(&zoe, Rights::all());
    let last = ward.api.look(|seen| seen.last_from_bot(&ward.ana).unwrap().id);
    ward.group.removes_bot(&zoe);
    let told = answer_after(&ward.api, &ward.ana, last);
    assert!(told.text.contains("I was taken out of \"Ward 3\""), "{}", told.text);
    let before = ward.api.look(|seen| seen.last_from_bot(&ward.group).unwrap().id);
    ward.group.adds_bot(&zoe);
    let back = answer_after(&ward.api, &ward.group, before);
    assert!(back.text.contains("Ward 3"), "{}", back.text);
    assert!(ward.asks(&ward.ana, "/shift list").text.contains("S1"));
    ward.ends_well();
}

#[test]
fn a_topic_is_answered_in_the_topic() {
    let api = BotApi::start();
    let ana = api.person("Ana");
    let forum = api.forum("Ward 3", &ana);
    let topic = forum.opens_topic(&ana, "Canvass");
    let run = bot(&api).start();
    forum.adds_bot(&ana);
    let said = ana.says_in_topic(&forum, topic, "/shift add Canvass next sat 10am-1pm needs:1");
    let card = reply_to(&api, &forum, said);
    assert!(card.in_topic, "{card:?}");
    let tap = ana.taps(&forum, card.id, "Claim");
    crate::scene::toast(&api, &tap);
    api.wait_until("the card follows", |seen| {
        seen.message(&forum, card.id)
            .is_some_and(|card| card.text.contains("In: Ana"))
    });
    ends_well(run, &api);
}

#[test]
fn an_administrator_without_a_name_administers_and_does_not_claim() {
    let ward = Ward::founded();
    let anonymous = ward.ana.as_anonymous_admin(&ward.group);
    let card = ward.answer_to(anonymous.says("/shift add Canvass next sat 10am-1pm needs:1"));
    assert!(card.text.starts_with("S1"), "{}", card.text);
    let refused = ward.answer_to(anonymous.says("/shift claim S1"));
    assert!(!refused.text.contains("You are in"), "{}", refused.text);
    assert!(!ward.asks(&ward.ana, "/shift roster S1").text.contains("Ward 3 ("));
    ward.ends_well();
}

#[test]
fn whoever_leaves_the_chat_leaves_the_register() {
    let ward = Ward::founded();
    ward.asks(&ward.ana, "/shift add Canvass next sat 10am-1pm needs:1");
    let ben = ward.member("Ben");
    ward.asks(&ben, "/shift claim S1");
    ben.leaves(&ward.group);
    ward.api.wait_until("his seat is free", |seen| {
        let list = ward.ana.clone();
        let _ = list;
        seen.pending == 0
    });
    let members = ward.asks(&ward.ana, "/group members");
    assert!(!members.text.contains("Ben"), "{}", members.text);
    ward.ends_well();
}

#[test]
fn posts_of_a_channel_are_talked_about_and_are_no_commands() {
    let ward = Ward::founded();
    let channel = ward.api.channel("News", &ward.ana);
    channel.is_discussed_in(&ward.group);
    channel.posts("/shift add Canvass next sat 10am-1pm");
    let list = ward.asks(&ward.ana, "/shift list");
    assert!(!list.text.contains("S1"), "{}", list.text);
    ward.ends_well();
}

#[test]
fn doctor_names_what_is_missing_and_who_can_grant_it() {
    let ward = Ward::founded();
    ward.group.lets_members_pin(false);
    let told = ward.asks(&ward.ana, "/doctor");
    assert!(told.text.contains("Ana"), "the owner can grant it: {}", told.text);
    ward.group
        .promotes_bot(&ward.ana, Rights::none().and("can_pin_messages"));
    let told_again = ward.asks(&ward.ana, "/doctor");
    assert_ne!(told.text, told_again.text);
    ward.ends_well();
}

#[test]
fn accounts_are_joined_by_a_link_that_opens_the_bot() {
    let ward = Ward::founded();
    started(&ward.api, &ward.ana);
    let code = whispers(&ward.api, &ward.ana, "me link");
    let (_, code) = code.text.rsplit_once("me link ").unwrap();
    let other = ward.api.person("Ana at home");
    let pressed = other.starts_bot_with(code.trim());
    let told = answer_after(&ward.api, &other, pressed);
    assert!(
        told.text.contains("me link confirm") || told.text.contains("Ana"),
        "{}",
        told.text
    );
    ward.ends_well();
}
