//! The delivery report, in every case.

use super::ward;
use crate::broadcast::card::report::reason;
use crate::broadcast::{Reach, State};
use crate::locale::{Language, Voice};
use crate::store::OutboxState;
use crate::surface::Refusal;

#[tokio::test]
async fn whatever_a_platform_says_is_told_with_names() {
    let mut world = ward().await;
    let said = [Refusal::PrivateClosed, Refusal::Deactivated];
    for (name, refusal) in ["ben", "cleo"].into_iter().zip(said) {
        world.private_messages_come_to(name, OutboxState::Refused(refusal));
    }
    world.private("eva", "me").await;
    world.say("eva", "team list").await;
    world.private("fay", "me").await;
    world.say("fay", "team list").await;
    world.private_messages_come_to("fay", OutboxState::Unknown);
    world
        .plays(
            r#"
            ana> broadcast everyone Rain tomorrow: meet inside
            B1 · "Rain tomorrow: meet inside" · draft
            ana to everyone of console:
            Rain tomorrow: meet inside
            This goes to everyone: 5 people besides its author. Out of reach in private for now: 1 never pressed Start. It goes out when you send it.
            Send · Discard                        or type: broadcast send B1

            ana> broadcast send B1
            B1 · "Rain tomorrow: meet inside" · going out
            Reached 0 of 5 so far · 5 are on their way
            Stop                                  or type: broadcast stop B1
            [@eva] ana to everyone of console:
            Rain tomorrow: meet inside
            To pause messages like this: me pause
            [#main] B1 · "Rain tomorrow: meet inside" · finished
            Reached 1 of 5 · 1 never pressed Start (dev) · 1 has private messages closed (ben) · 1 has closed their account (cleo) · of 1 I cannot say whether it came (fay)
            Mention the 2 here                    or type: broadcast mention B1
            "#,
        )
        .await;
}

#[tokio::test]
async fn of_many_some_are_named() {
    let mut world = ward().await;
    for name in ["gil", "hal", "ida", "jon", "kim", "lea", "max"] {
        world.say(name, "team list").await;
    }
    world.say("ana", "broadcast everyone Hello").await;
    world.say("ana", "broadcast send B1").await;
    let sent = world.post().await;
    let report = sent.last().unwrap();
    assert!(
        report.contains("Reached 2 of 10 · 8 never pressed Start (dev, gil, hal, ida, jon and 3 more)"),
        "{report}"
    );
}

#[test]
fn every_reason_has_its_words_in_every_language() {
    let refused = Refusal::ALL.into_iter().map(Reach::Refused);
    let others = [Reach::Held, Reach::Unknown, Reach::Paused, Reach::NotSent];
    for reach in refused.chain(others) {
        for language in Language::ALL {
            for count in [1, 2] {
                let voice = Voice { language, ..voice() };
                let words = voice.text(&reason(reach, count, true).unwrap());
                assert!(words.contains(&count.to_string()), "{words}");
            }
        }
    }
    assert_eq!(reason(Reach::Delivered, 1, true), None);
    assert!(State::Draft.is_before_the_first() && !State::Running.is_before_the_first());
}

fn voice() -> Voice {
    Voice {
        language: Language::English,
        zone: crate::time::Zone::utc(),
        now: chrono::DateTime::UNIX_EPOCH,
    }
}
