//! The rules of delivery, verdict by verdict.

use chrono::TimeDelta;

use super::*;
use crate::ids::{GroupId, Kind, OutboxId, Reference};
use crate::surface::{Address, PauseScope, Platform, Rates};
use uuid::Uuid;

const MINUTE: TimeDelta = TimeDelta::minutes(1);

fn now() -> Instant {
    "2026-12-01T09:00:00Z".parse().unwrap()
}

fn row(kind: OutboxKind, doubtful_since: Option<Instant>) -> OutboxRow {
    OutboxRow {
        id: OutboxId(Uuid::nil()),
        key: "reminder".to_owned(),
        kind,
        to: Address::Account {
            platform: Platform::Console,
            account: "ana".to_owned(),
        },
        person: None,
        author: None,
        card: Card::new().line("Bring a torch."),
        language: Language::English,
        about: None,
        state: OutboxState::Leased,
        not_before: now(),
        created_at: now(),
        owner: None,
        leased_until: None,
        attempts: 0,
        doubtful_since,
    }
}

fn a_card(doubtful_since: Option<Instant>) -> OutboxRow {
    OutboxRow {
        about: Some((GroupId(Uuid::nil()), Reference::new(Kind::Shift, 12).into())),
        ..row(OutboxKind::Answer, doubtful_since)
    }
}

fn caps(idempotent_for: Option<TimeDelta>) -> Caps {
    Caps {
        message_chars: 2000,
        buttons: true,
        forms: false,
        ephemeral: true,
        prefix: false,
        edits: None,
        idempotent_for,
        rates: Rates::UNLIMITED,
    }
}

fn after_of(doubtful_since: Option<Instant>, attempt: u32, verdict: &Verdict) -> After {
    let row = row(OutboxKind::Reminder, doubtful_since);
    after(&row, attempt, now() - MINUTE, verdict, now(), 1.0)
}

fn again(pause: TimeDelta, counts: bool, doubtful_since: Option<Instant>) -> After {
    After::Again(Later {
        not_before: now() + pause,
        counts,
        doubtful_since,
    })
}

#[test]
fn what_nobody_doubts_is_simply_sent() {
    for row in [row(OutboxKind::Reminder, None), a_card(None)] {
        assert_eq!(before(&row, &caps(None), now()), Before::Attempt);
    }
}

#[test]
fn a_platform_that_knows_it_again_is_sent_it_again() {
    let since = Some(now() - MINUTE);
    for row in [row(OutboxKind::Reminder, since), a_card(since)] {
        assert_eq!(before(&row, &caps(Some(MINUTE * 2)), now()), Before::Attempt);
    }
}

#[test]
fn else_it_is_marked_but_a_card_is_left_unknown() {
    let since = Some(now() - MINUTE);
    for idempotent_for in [None, Some(MINUTE)] {
        let caps = caps(idempotent_for);
        for kind in OutboxKind::ALL {
            assert_eq!(
                before(&row(kind, since), &caps, now()),
                Before::AttemptMarked,
                "{kind:?}"
            );
        }
        assert_eq!(before(&a_card(since), &caps, now()), Before::LeaveUnknown);
        let copy = OutboxRow {
            kind: OutboxKind::Broadcast,
            ..a_card(since)
        };
        assert_eq!(before(&copy, &caps, now()), Before::AttemptMarked, "of a broadcast");
    }
}

#[test]
fn a_certain_end_is_an_end() {
    let delivered = Verdict::Delivered { receipt: None };
    assert_eq!(after_of(None, 1, &delivered), After::Settled(OutboxState::Delivered));
    for refusal in Refusal::ALL {
        let refused = Verdict::Refused(refusal);
        assert_eq!(
            after_of(Some(now()), 1, &refused),
            After::Settled(OutboxState::Refused(refusal))
        );
    }
}

#[test]
fn a_pause_lasts_as_long_as_was_asked_and_is_no_attempt() {
    for scope in [PauseScope::Account, PauseScope::Chat] {
        let paused = Verdict::Paused { scope, length: MINUTE };
        for attempt in [1, MOST_ATTEMPTS, 1000] {
            assert_eq!(after_of(None, attempt, &paused), again(MINUTE, false, None));
        }
        let doubt = Some(now() - MINUTE * 3);
        assert_eq!(
            after_of(doubt, 1, &paused),
            again(MINUTE, false, doubt),
            "a doubt stays"
        );
    }
}

#[test]
fn what_failed_comes_again_and_stays_as_doubtful_as_it_was() {
    let retry = Verdict::Retry { after: None };
    assert_eq!(after_of(None, 1, &retry), again(TimeDelta::seconds(2), true, None));
    let doubt = Some(now() - MINUTE * 3);
    assert_eq!(after_of(doubt, 3, &retry), again(TimeDelta::seconds(8), true, doubt));
    let asked = Verdict::Retry { after: Some(MINUTE) };
    assert_eq!(
        after_of(None, 1, &asked),
        again(MINUTE, true, None),
        "as the platform says"
    );
}

#[test]
fn what_is_unknown_is_doubtful_from_the_first_such_attempt_on() {
    let pause = TimeDelta::seconds(2);
    let doubt = now() - MINUTE * 3;
    assert_eq!(
        after_of(None, 1, &Verdict::Unknown),
        again(pause, true, Some(now() - MINUTE))
    );
    assert_eq!(
        after_of(Some(doubt), 1, &Verdict::Unknown),
        again(pause, true, Some(doubt))
    );
}

#[test]
fn a_room_that_moved_is_followed() {
    let moved = RoomAddress {
        platform: Platform::Console,
        place: "hall".to_owned(),
        room: "main".to_owned(),
        private: false,
    };
    let After::AgainAt(to, later) = after_of(None, 1, &Verdict::Moved(moved.clone())) else {
        panic!("it is sent again");
    };
    assert_eq!((to, later.not_before), (moved, now()));
}

#[test]
fn attempts_are_bounded() {
    let retry = Verdict::Retry { after: None };
    let settled = |doubt, attempt, verdict| match after_of(doubt, attempt, verdict) {
        After::Settled(state) => Some(state),
        After::Again(_) | After::AgainAt(..) => None,
    };
    assert_eq!(settled(None, MOST_ATTEMPTS - 1, &retry), None);
    let unreachable = OutboxState::Refused(Refusal::Unreachable);
    assert_eq!(settled(None, MOST_ATTEMPTS, &retry), Some(unreachable));
    assert_eq!(
        settled(None, MOST_ATTEMPTS, &Verdict::Unknown),
        Some(OutboxState::Unknown)
    );
    assert_eq!(settled(Some(now()), MOST_ATTEMPTS, &retry), Some(OutboxState::Unknown));
}

#[test]
fn a_room_that_moves_for_ever_is_not_followed_for_ever() {
    let moved = Verdict::Moved(RoomAddress {
        platform: Platform::Console,
        place: "hall".to_owned(),
        room: "main".to_owned(),
        private: false,
    });
    let unreachable = OutboxState::Refused(Refusal::Unreachable);
    assert_eq!(after_of(None, MOST_ATTEMPTS, &moved), After::Settled(unreachable));
    assert_eq!(
        after_of(Some(now()), MOST_ATTEMPTS, &moved),
        After::Settled(OutboxState::Unknown)
    );
}

#[test]
fn attempts_that_were_all_cut_off_come_to_an_end_too() {
    for idempotent_for in [None, Some(MINUTE * 2)] {
        let cut = |attempts| OutboxRow {
            attempts,
            ..row(OutboxKind::Reminder, Some(now() - MINUTE))
        };
        let before = |attempts| before(&cut(attempts), &caps(idempotent_for), now());
        assert_ne!(before(MOST_ATTEMPTS - 1), Before::LeaveUnknown);
        assert_eq!(before(MOST_ATTEMPTS), Before::LeaveUnknown);
    }
}

#[test]
fn pauses_double_up_to_a_quarter_of_an_hour_and_are_spread() {
    let longest: Vec<i64> = (1..=12).map(|attempt| backoff(attempt, 1.0).num_seconds()).collect();
    assert_eq!(longest, [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
    assert_eq!(backoff(1, 0.0), TimeDelta::seconds(1));
    assert_eq!(backoff(u32::MAX, 0.5), TimeDelta::seconds(675));
    let in_all: TimeDelta = (1..MOST_ATTEMPTS).map(|attempt| backoff(attempt, 0.5)).sum();
    assert!((2..4).contains(&in_all.num_hours()), "{in_all}");
}

#[test]
fn a_repeated_message_says_so_above_what_can_be_done() {
    let card = marked(row(OutboxKind::Reminder, None).card, Language::Spanish, now());
    assert_eq!(crate::reply::plain::render(&card), "Bring a torch.\n(quizá repetido)");
}
