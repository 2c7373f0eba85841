//! What the bot says is shown as the profile promises.

use std::time::Duration;

use muster_core::chrono::TimeDelta;
use muster_core::surface::{Address, Courier as _, Edit, Refusal, Verdict};
use muster_test_servers::platform::TestPlatform;
use muster_test_servers::profile::Profile;
use muster_test_servers::wire::Chat;
use tokio::task::JoinSet;

use crate::bot::{adapter, card, card_with_button, delivery, room, to_person, to_room};

fn delivered(receipt: &str) -> Verdict {
    Verdict::Delivered {
        receipt: Some(receipt.to_owned()),
    }
}

#[tokio::test]
async fn a_message_is_shown_with_its_buttons_where_it_belongs() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        let adapter = adapter(&platform);
        let mut message = delivery(1, to_room(profile.platform(), "kitchen"), "");
        message.card = card_with_button("S1 · Canvass", "Claim", "1AAA.shift claim S1").json("roster.json", "[]");
        assert_eq!(adapter.deliver(&message).await, delivered("m1"));

        let shown = &platform.messages_in("kitchen")[0];
        assert_eq!(shown.text, "S1 · Canvass\nClaim");
        assert_eq!(shown.token("Claim"), Some("1AAA.shift claim S1"));
        assert_eq!(shown.files[0].name, "roster.json");
        assert!(!shown.is_private());
        let event = platform.press_on(shown, "ben", "Claim");
        assert_eq!(
            platform.seen().event(&event).unwrap().event.chat,
            Chat::Room("kitchen".to_owned())
        );
    }
}

#[tokio::test]
async fn the_same_key_is_shown_once_where_the_platform_knows_keys() {
    for (profile, times, key) in [
        (Profile::Deadline, 1, Some("0000000000000001000000000")),
        (Profile::NoIdempotency, 2, None),
        (Profile::TransactionIds, 1, Some("00000000000000010000000000000001")),
    ] {
        let platform = TestPlatform::start(profile);
        let message = delivery(1, to_room(profile.platform(), "kitchen"), "Canvass in 1 h");
        let first = adapter(&platform).deliver(&message).await;
        let again = adapter(&platform).deliver(&message).await;
        assert_eq!(first, delivered("m1"));
        assert_eq!(again, delivered(&format!("m{times}")), "{profile}");
        assert_eq!(platform.count(), times, "{profile}");
        let shown = &platform.messages()[0];
        assert_eq!(
            (shown.known_again, shown.key.as_deref()),
            (2 - u32::try_from(times).unwrap(), key)
        );

        let other = delivery(2, to_room(profile.platform(), "kitchen"), "Canvass in 1 h");
        adapter(&platform).deliver(&other).await;
        assert_eq!(platform.count(), times + 1, "{profile}");
        assert_eq!(platform.seen().bad_requests, 0);
    }
}

#[tokio::test]
async fn a_key_is_forgotten_in_time() {
    for (profile, times) in [(Profile::Deadline, 2), (Profile::TransactionIds, 1)] {
        let platform = TestPlatform::start(profile);
        let adapter = adapter(&platform);
        let message = delivery(1, to_room(profile.platform(), "kitchen"), "Canvass in 1 h");
        adapter.deliver(&message).await;
        platform.put_clock_forward(Duration::from_secs(299));
        adapter.deliver(&message).await;
        assert_eq!(platform.count(), 1, "{profile}");
        platform.put_clock_forward(Duration::from_secs(2));
        adapter.deliver(&message).await;
        assert_eq!(platform.count(), times, "{profile}");
    }
}

#[tokio::test]
async fn what_one_person_may_see_goes_to_their_private_chat() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        platform.start_private("ana");
        let adapter = adapter(&platform);
        let to = Address::Room {
            room: room(profile.platform(), "kitchen"),
            only_for: Some("ana".to_owned()),
            answers: None,
        };
        assert_eq!(adapter.deliver(&delivery(1, to, "Your shifts")).await, delivered("m1"));
        let to = to_person(profile.platform(), "ana");
        assert_eq!(
            adapter.deliver(&delivery(2, to, "Canvass in 1 h")).await,
            delivered("m2")
        );
        assert_eq!(platform.messages_in("kitchen"), []);
        assert_eq!(platform.messages_to("ana").len(), 2);
    }
}

#[tokio::test]
async fn a_private_chat_may_be_closed() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        let adapter = adapter(&platform);
        let to = to_person(profile.platform(), "ana");
        let never_started = match profile {
            Profile::NoIdempotency => Verdict::Refused(Refusal::NeverStarted),
            _ => delivered("m1"),
        };
        assert_eq!(adapter.deliver(&delivery(1, to.clone(), "Hello")).await, never_started);
        platform.start_private("ana");
        let verdict = adapter.deliver(&delivery(2, to.clone(), "Hello")).await;
        assert!(matches!(verdict, Verdict::Delivered { .. }));
        platform.block("ana");
        let verdict = adapter.deliver(&delivery(3, to.clone(), "Hello")).await;
        assert_eq!(verdict, Verdict::Refused(Refusal::Blocked));
        platform.close_private("ana");
        let verdict = adapter.deliver(&delivery(4, to, "Hello")).await;
        assert_eq!(verdict, Verdict::Refused(Refusal::PrivateClosed));
    }
}

#[tokio::test]
async fn a_room_may_be_gone_or_go_by_another_name() {
    let profile = Profile::NoIdempotency;
    let platform = TestPlatform::start(profile);
    let adapter = adapter(&platform);
    platform.delete_room("kitchen");
    platform.move_room("garden", "park");
    let to = |name| to_room(profile.platform(), name);
    let verdict = adapter.deliver(&delivery(1, to("kitchen"), "Hello")).await;
    assert_eq!(verdict, Verdict::Refused(Refusal::Gone));
    let verdict = adapter.deliver(&delivery(2, to("garden"), "Hello")).await;
    assert_eq!(verdict, Verdict::Moved(room(profile.platform(), "park")));
    assert_eq!(platform.count(), 0);
}

#[tokio::test]
async fn what_is_too_long_is_refused() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        let adapter = adapter(&platform);
        let most = adapter.caps().message_chars;
        let to = to_room(profile.platform(), "kitchen");
        let fits = delivery(1, to.clone(), &"ä".repeat(most));
        assert_eq!(adapter.deliver(&fits).await, delivered("m1"));
        let long = delivery(2, to, &"ä".repeat(most + 1));
        assert_eq!(adapter.deliver(&long).await, Verdict::Refused(Refusal::TooLong));
    }
}

#[tokio::test]
async fn a_message_shows_its_last_edit() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        let adapter = adapter(&platform);
        assert!(adapter.caps().edits >= Some(TimeDelta::seconds(1)));
        adapter
            .deliver(&delivery(1, to_room(profile.platform(), "kitchen"), "0 of 2"))
            .await;
        let edit = |message: &str, text| Edit {
            room: room(profile.platform(), "kitchen"),
            message: message.to_owned(),
            language: muster_core::locale::Language::English,
            prefix: muster_core::people::Prefix::default(),
            card: card(text),
        };
        assert_eq!(adapter.edit(&edit("m1", "1 of 2")).await, delivered("m1"));
        assert_eq!(adapter.edit(&edit("m1", "2 of 2")).await, delivered("m1"));
        assert_eq!(
            adapter.edit(&edit("m7", "2 of 2")).await,
            Verdict::Refused(Refusal::Gone)
        );
        let shown = &platform.messages()[0];
        assert_eq!(shown.text, "2 of 2");
        assert_eq!(shown.earlier, ["0 of 2", "1 of 2"]);
    }
}

#[tokio::test]
async fn thousands_of_messages_go_out_side_by_side() {
    let profile = Profile::TransactionIds;
    let platform = TestPlatform::start(profile);
    let adapter = adapter(&platform);
    let mut sending = JoinSet::new();
    for number in 0..3_000 {
        let adapter = adapter.clone();
        let to = to_person(profile.platform(), &format!("person-{number}"));
        sending.spawn(async move { adapter.deliver(&delivery(number, to, "Canvass in 1 h")).await });
    }
    let verdicts = sending.join_all().await;
    assert!(
        verdicts
            .iter()
            .all(|verdict| matches!(verdict, Verdict::Delivered { .. }))
    );
    assert_eq!(platform.count(), 3_000);
    let seen = platform.seen();
    assert_eq!(seen.messages_to("person-17").count(), 1);
}
