//! Messages and answers, as a server of Discord's API gets them.

use std::time::{Duration, Instant};

use muster_core::chrono::TimeDelta;
use muster_core::ids::OutboxId;
use muster_core::locale::Language;
use muster_core::people::Prefix;
use muster_core::reply::Card;
use muster_core::surface::{Address, Delivery, Edit, PauseScope, Platform, Refusal, RoomAddress, Verdict};
use serde_json::{Value, json};

use super::Post;
use crate::inbound::answer::AnswerBy;
use crate::place;
use crate::testing::{Asked, Seen, account, refused};
use crate::unanswered::Unanswered;

fn room() -> RoomAddress {
    place::room(Some("7"), "70")
}

fn interaction(only_they: bool) -> AnswerBy {
    AnswerBy {
        interaction: "5".to_owned(),
        token: "tok".to_owned(),
        only_for: only_they.then(|| "11".to_owned()),
    }
}

fn delivery(to: Address) -> Delivery {
    Delivery {
        id: OutboxId(uuid::Uuid::from_u128(7)),
        to,
        card: Card::new().line("You are in, @everyone."),
        language: Language::English,
        prefix: Prefix::default(),
        possibly_repeated: false,
        pin: false,
    }
}

fn answer(only_for: Option<&str>, to: &AnswerBy) -> Delivery {
    delivery(Address::Room {
        room: room(),
        only_for: only_for.map(ToOwned::to_owned),
        answers: Some(to.to_string()),
    })
}

async fn post(answers: impl FnMut(&Seen) -> (u16, Value) + Send + 'static) -> (Post, Unanswered, Asked) {
    let (account, asked) = account(answers).await;
    let unanswered = Unanswered::new(account.clone());
    (Post::new(account, unanswered.clone()), unanswered, asked)
}

fn delivered(receipt: Option<&str>) -> Verdict {
    Verdict::Delivered {
        receipt: receipt.map(ToOwned::to_owned),
    }
}

/// Says that everything is done, by these ids.
fn willing(seen: &Seen) -> (u16, Value) {
    match seen.line.as_str() {
        "POST /interactions/5/tok/callback" => (
            200,
            json!({"interaction": {"id": "5"}, "resource": {"type": 4, "message": {"id": "80"}}}),
        ),
        "POST /users/@me/channels" => (200, json!({"id": "90"})),
        _ => (200, json!({"id": "81"})),
    }
}

fn mentions_nobody(body: &Value) -> bool {
    body["allowed_mentions"] == json!({"parse": [], "replied_user": false})
}

#[tokio::test]
async fn an_interaction_is_answered_at_once_by_its_own_token() {
    let (post, unanswered, mut asked) = post(willing).await;
    let to = interaction(false);
    unanswered.came(&to, Instant::now());
    let delivery = answer(None, &to);
    assert!(post.answers_in_place(&delivery.to));
    assert_eq!(post.deliver(&delivery).await, delivered(Some("80")));
    let seen = asked.next().await;
    assert_eq!(
        (seen.line.as_str(), seen.authorized),
        ("POST /interactions/5/tok/callback", false)
    );
    assert_eq!(seen.body["type"], 4);
    assert!(mentions_nobody(&seen.body["data"]) && seen.body["data"].get("flags").is_none());
    assert!(!post.answers_in_place(&delivery.to), "it has its answer");
}

#[tokio::test]
async fn what_is_for_one_person_is_shown_to_them_alone() {
    let (post, _, mut asked) = post(willing).await;
    let verdict = post.deliver(&answer(Some("1"), &interaction(true))).await;
    assert_eq!(verdict, delivered(None), "nobody can edit it");
    assert_eq!(asked.next().await.body["data"]["flags"], 64);
}

#[tokio::test]
async fn whoever_waits_too_long_is_told_that_the_answer_comes() {
    let (post, unanswered, mut asked) = post(willing).await;
    let to = interaction(true);
    let long_ago = Instant::now().checked_sub(Duration::from_secs(2)).unwrap();
    unanswered.came(&to, long_ago);
    let told = asked.next().await;
    assert_eq!(told.body["type"], 5);
    assert_eq!(
        told.body["data"],
        json!({"flags": 64, "allowed_mentions": {"parse": []}})
    );
    assert_eq!(post.deliver(&answer(Some("1"), &to)).await, delivered(None));
    let answered = asked.next().await;
    assert_eq!(
        (answered.line.as_str(), answered.authorized),
        ("PATCH /webhooks/40/tok/messages/@original", false)
    );
    assert!(mentions_nobody(&answered.body));
}

#[tokio::test]
async fn an_answer_that_is_there_already_is_edited_to_what_it_is() {
    let (post, _, mut asked) = post(|seen: &Seen| match seen.line.as_str() {
        "POST /interactions/5/tok/callback" => refused(400, 40_060),
        _ => (200, json!({"id": "80"})),
    })
    .await;
    assert_eq!(
        post.deliver(&answer(None, &interaction(false))).await,
        delivered(Some("80"))
    );
    assert_eq!(
        asked.rest(),
        [
            "POST /interactions/5/tok/callback",
            "PATCH /webhooks/40/tok/messages/@original"
        ]
    );
}

#[tokio::test]
async fn an_answer_of_which_nobody_knows_is_found_out_about() {
    let (post, _, mut asked) = post(|seen: &Seen| match seen.line.as_str() {
        "POST /interactions/5/tok/callback" => (502, Value::Null),
        _ => refused(404, 10_015),
    })
    .await;
    assert_eq!(post.deliver(&answer(None, &interaction(false))).await, Verdict::Unknown);
    assert_eq!(asked.rest().len(), 2);
}

#[tokio::test]
async fn a_private_answer_that_comes_too_late_goes_to_the_person_and_never_to_the_room() {
    for code in [10_062, 50_027] {
        let (post, _, mut asked) = post(move |seen: &Seen| match seen.line.as_str() {
            "POST /interactions/5/tok/callback" => refused(404, code),
            "POST /users/@me/channels" => (200, json!({"id": "90"})),
            _ => refused(403, 50_007),
        })
        .await;
        let verdict = post.deliver(&answer(Some("1"), &interaction(true))).await;
        assert_eq!(verdict, Verdict::Refused(Refusal::PrivateClosed));
        assert_eq!(
            asked.rest(),
            [
                "POST /interactions/5/tok/callback",
                "POST /users/@me/channels",
                "POST /channels/90/messages"
            ]
        );
    }
}

#[tokio::test]
async fn a_public_answer_that_comes_too_late_is_a_message_in_the_room() {
    let (post, _, mut asked) = post(|seen: &Seen| match seen.line.as_str() {
        "POST /interactions/5/tok/callback" => refused(404, 10_062),
        _ => (200, json!({"id": "81"})),
    })
    .await;
    assert_eq!(
        post.deliver(&answer(None, &interaction(false))).await,
        delivered(Some("81"))
    );
    asked.next().await;
    let seen = asked.next().await;
    assert_eq!(
        (seen.line.as_str(), seen.authorized),
        ("POST /channels/70/messages", true)
    );
    assert_eq!(
        (&seen.body["nonce"], &seen.body["enforce_nonce"]),
        (&json!("AAAAAAAAAAAAAAAAAAAABw"), &json!(true))
    );
}

#[tokio::test]
async fn a_message_to_somebody_opens_their_private_chat_once() {
    let (post, _, mut asked) = post(willing).await;
    let to = Address::Account {
        platform: Platform::Discord,
        account: "1".to_owned(),
    };
    for _ in 0..2 {
        assert_eq!(post.deliver(&delivery(to.clone())).await, delivered(Some("81")));
    }
    let opened = asked.next().await;
    assert_eq!(
        (opened.line.as_str(), opened.body),
        ("POST /users/@me/channels", json!({"recipient_id": "1"}))
    );
    assert_eq!(
        asked.rest(),
        ["POST /channels/90/messages", "POST /channels/90/messages"]
    );
}

#[tokio::test]
async fn an_answer_to_a_message_replies_to_it() {
    let (post, _, mut asked) = post(willing).await;
    let to = Address::Room {
        room: room(),
        only_for: None,
        answers: Some("message:5".to_owned()),
    };
    post.deliver(&delivery(to)).await;
    assert_eq!(
        asked.next().await.body["message_reference"],
        json!({"message_id": "5", "fail_if_not_exists": false})
    );
}

#[tokio::test]
async fn a_private_answer_to_a_message_goes_to_the_person() {
    let (post, _, mut asked) = post(willing).await;
    let to = Address::Room {
        room: room(),
        only_for: Some("1".to_owned()),
        answers: Some("message:5".to_owned()),
    };
    post.deliver(&delivery(to)).await;
    assert_eq!(asked.rest(), ["POST /users/@me/channels", "POST /channels/90/messages"]);
}

#[tokio::test]
async fn a_board_is_pinned_and_whoever_forbids_that_is_told() {
    let (post, _, mut asked) = post(|seen: &Seen| match seen.line.as_str() {
        "PUT /channels/70/messages/pins/81" => refused(403, 50_013),
        _ => (200, json!({"id": "81"})),
    })
    .await;
    let to = Address::Room {
        room: room(),
        only_for: None,
        answers: None,
    };
    let board = Delivery {
        pin: true,
        ..delivery(to)
    };
    assert_eq!(post.deliver(&board).await, delivered(Some("81")));
    assert_eq!(
        asked.rest(),
        [
            "POST /channels/70/messages",
            "PUT /channels/70/messages/pins/81",
            "POST /channels/70/messages"
        ]
    );
}

#[tokio::test]
async fn an_edit_says_everything_anew_and_pings_nobody() {
    let (post, _, mut asked) = post(willing).await;
    let edit = Edit {
        room: room(),
        message: "80".to_owned(),
        card: Card::new().line("One seat left"),
        language: Language::English,
        prefix: Prefix::default(),
    };
    assert_eq!(post.edit(&edit).await, delivered(None));
    let seen = asked.next().await;
    assert_eq!(seen.line, "PATCH /channels/70/messages/80");
    assert_eq!(
        (&seen.body["components"], &seen.body["content"]),
        (&json!([]), &json!(""))
    );
    assert!(mentions_nobody(&seen.body));
}

#[tokio::test]
async fn a_pause_that_is_demanded_is_kept_without_asking_again() {
    let (post, _, mut asked) = post(|_: &Seen| (429, json!({"retry_after": 9.0, "global": false}))).await;
    let to = || Address::Room {
        room: room(),
        only_for: None,
        answers: None,
    };
    let paused = |verdict| match verdict {
        Verdict::Paused {
            scope: PauseScope::Chat,
            length,
        } => length > TimeDelta::seconds(8),
        _ => false,
    };
    assert!(paused(post.deliver(&delivery(to())).await));
    assert!(paused(post.deliver(&delivery(to())).await));
    assert_eq!(asked.rest().len(), 1);
}

#[tokio::test]
async fn what_is_no_channel_of_discords_is_gone() {
    let (post, _, mut asked) = post(willing).await;
    let to = Address::Room {
        room: place::room(Some("7"), "../users/@me"),
        only_for: None,
        answers: None,
    };
    assert_eq!(post.deliver(&delivery(to)).await, Verdict::Refused(Refusal::Gone));
    assert!(asked.rest().is_empty());
}

#[tokio::test]
async fn where_the_bot_may_not_reply_it_writes() {
    let (post, _, mut asked) = post(|seen: &Seen| match seen.body.get("message_reference") {
        Some(_) => refused(403, 160_002),
        None => (200, json!({"id": "81"})),
    })
    .await;
    let to = Address::Room {
        room: room(),
        only_for: None,
        answers: Some("message:5".to_owned()),
    };
    assert_eq!(post.deliver(&delivery(to)).await, delivered(Some("81")));
    assert_eq!(asked.rest().len(), 2);
}
