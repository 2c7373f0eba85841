//! Where an event waits three seconds for its first answer it has it, whatever the database does.

use std::time::Duration;

use muster_test_servers::platform::{FirstAnswer, Happened, TestPlatform};
use muster_test_servers::profile::Profile;

use crate::bot;
use crate::scene::{Lock, answer, answers, ask, connected, database, each_is_answered_once, square};

const DEFERRED_AT: Duration = Duration::from_millis(1_500);
const TOO_LATE: Duration = Duration::from_secs(3);

fn happened(platform: &TestPlatform, event: &str) -> Happened {
    platform.seen().event(event).unwrap().clone()
}

#[test]
fn an_answer_comes_in_time_and_in_place() {
    let platform = square(Profile::Deadline);
    let run = bot::on_sqlite(&[&platform]).start();
    connected(&platform);
    let events: Vec<_> = (0..40)
        .map(|n| platform.say("main", &format!("p{}", n % 10), "task add Bags"))
        .collect();
    answers(&platform, &events);
    assert_eq!(run.end(), Some(0));
    assert_eq!(platform.seen().not_responded().count(), 0);
    each_is_answered_once(&platform.seen(), &events);
    for event in events {
        assert!(happened(&platform, &event).in_place.is_some());
    }
}

#[test]
fn a_slow_answer_is_deferred_and_then_edited_in_and_what_is_private_stays_private() {
    let (platform, database) = (square(Profile::Deadline), database());
    let run = bot::on_database(&[&platform], database.url()).start();
    connected(&platform);
    ask(&platform, "main", "ana", "shift add Canvass sat 10am-1pm needs:2");
    // So that nothing else waits for the shift.
    run.wait_until_quiet();
    let lock = Lock::on_shift(&database, 1);
    let claim = platform.say("main", "ben", "shift claim S1");
    let show = platform.say("main", "ben", "me");
    platform.wait_until("both are deferred", |seen| {
        [&claim, &show]
            .into_iter()
            .all(|event| seen.event(event).unwrap().first_answer.is_some())
    });
    let seen = platform.seen();
    for event in [&claim, &show] {
        let (first, took) = seen.event(event).unwrap().first_answer.unwrap();
        assert!(matches!(first, FirstAnswer::Deferral { .. }), "{first:?}");
        assert!(took >= DEFERRED_AT && took < TOO_LATE, "{took:?}");
        assert_eq!(seen.answers_to(event).count(), 0);
    }
    lock.release();
    assert!(answer(&platform, &claim).text.contains("You are in S1"));
    let me = answer(&platform, &show);
    assert_eq!(me.only_for.as_deref(), Some("ben"), "{me:?}");
    let private = |event: &str| happened(&platform, event).first_answer.unwrap().0;
    assert_eq!(private(&show), FirstAnswer::Deferral { private: true });
    run.wait_until_quiet();
    let seen = platform.seen();
    each_is_answered_once(&seen, &[claim.clone(), show.clone()]);
    assert!(
        [&claim, &show]
            .into_iter()
            .all(|event| seen.answer_in_place(event).is_some())
    );
    assert_eq!(seen.not_responded().count(), 0);
    assert_eq!(run.end(), Some(0));
}
