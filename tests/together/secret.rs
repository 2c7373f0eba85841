//! A secret poll on three platforms at once, with everything logged: the bot's files tie voters to votes while it is open, and
//! neither they nor the log do once it closed. The same search looks both times, and in the keys of Matrix too.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant as Moment};

use muster_core::chrono::TimeDelta;
use muster_core::clock::Instant;
use muster_test_servers::bot::{Bot, Log};
use muster_test_servers::clock::ClockControl;
use muster_test_servers::discord::Options;
use muster_test_servers::secrecy::{Link, Voter, files};
use muster_test_servers::unlikely::WORDS;

use crate::account::Account;
use crate::scene::{BINARY, Town};

/// Between two votes.
const PAUSE: TimeDelta = TimeDelta::minutes(13);
/// How long what was removed may stay on the disk: a reader puts it off for a second of the clock.
const PATIENCE: Duration = Duration::from_secs(20);
/// What people choose from.
const OPTIONS: [&str; 3] = [WORDS[0], WORDS[1], WORDS[2]];
/// Who votes, on which platform, for which of the options first and in the end; none is an abstention.
const VOTERS: [(&str, &str, Option<usize>, Option<usize>); 11] = [
    ("Ottiline", "Discord", Some(0), Some(0)),
    ("Dunstable", "Telegram", Some(1), Some(0)),
    ("gribblewack", "Matrix", Some(0), Some(0)),
    ("Perrault", "Discord", None, None),
    ("Everwick", "Telegram", Some(0), Some(0)),
    ("hornswoggle", "Matrix", None, None),
    ("thistledown", "Matrix", Some(2), Some(1)),
    ("Castellane", "Discord", Some(1), Some(1)),
    ("Brindley", "Discord", Some(0), Some(2)),
    ("Fennimore", "Telegram", Some(2), Some(2)),
    ("yondermill", "Matrix", Some(1), Some(1)),
];

/// A town by a clock that stands at nine, and logs everything.
struct Scene {
    town: Town,
    clock: ClockControl,
}

impl Scene {
    fn new() -> Self {
        let clock = ClockControl::start("2026-12-01T14:00:00Z".parse().unwrap());
        let bot = Bot::on_sqlite(BINARY).by(&clock).with("MUSTER_LOG", "trace");
        let discord = Options::generous().starts_at(clock.now().timestamp());
        Self {
            town: Town::linked_by(bot, discord.start()),
            clock,
        }
    }

    /// Somebody who is in the group's register.
    fn member(&self, name: &str, platform: &str) -> Account {
        let account = match platform {
            "Discord" => self.town.on_discord(name),
            "Telegram" => self.town.on_telegram(name),
            _ => self.town.on_matrix(name),
        };
        self.town.asks(&account, "poll list");
        account
    }

    /// They vote where nobody else sees it; when, and what they typed.
    fn votes(&self, account: &Account, choice: Option<usize>) -> (Instant, String) {
        let at = self.clock.now() + PAUSE;
        self.clock.set(at);
        let choice = choice.map_or("abstain", |choice| OPTIONS[choice]);
        let cast = self.town.casts(account, "P1", choice);
        let told = self.town.told_of(&cast);
        assert!(told.starts_with("Your vote: "), "{told}");
        (at, cast.typed)
    }
}

/// Everybody votes, and some change their minds.
fn everybody_votes(scene: &Scene) -> Vec<Voter<'static>> {
    let accounts = VOTERS.map(|(name, platform, _, _)| scene.member(name, platform));
    for account in &accounts {
        // Their private chats are there before they vote.
        scene.town.whispers(account, "me");
    }
    let opened = scene.town.asks(
        &scene.town.ana,
        &format!(
            "poll new \"Who keeps the keys?\" {} secret:yes until:18:00",
            OPTIONS.join(" ")
        ),
    );
    assert!(opened.contains("P1"), "{opened}");
    // At the instants of the votes nothing else is written down.
    scene.town.run.wait_until_quiet();
    let votes = VOTERS.iter().zip(&accounts).map(|((name, _, first, last), account)| {
        let mut acts = vec![scene.votes(account, *first)];
        if first != last {
            acts.push(scene.votes(account, *last));
        }
        let (at, typed): (Vec<_>, Vec<_>) = acts.into_iter().unzip();
        Voter {
            name,
            chosen: last.map(|choice| OPTIONS[choice]),
            at,
            said: typed.into_iter().map(|typed| ("what they typed", typed)).collect(),
        }
    });
    let votes = votes.collect();
    scene.clock.set(scene.clock.now() + PAUSE);
    votes
}

/// What is found in all files of a folder.
fn found<'a>(link: &'a Link, folder: &Path) -> BTreeSet<(String, &'a str, &'static str)> {
    let mut found = BTreeSet::new();
    for (file, bytes) in files(folder) {
        let ties = link.found_in(&bytes).into_iter();
        found.extend(ties.map(|(who, what)| (file.clone(), who, what)));
    }
    found
}

/// The search finds everybody's ballot by the poll's key, and when they cast it. (The row that carried their choice is written
/// over once it was answered.)
fn everybody_is_found(open: &BTreeSet<(String, &str, &'static str)>) {
    let has = |name: &str, what: &str| open.iter().any(|(_, who, tie)| (*who, *tie) == (name, what));
    for (name, _, _, _) in VOTERS {
        for what in ["key", "mark", "instant", "id of that instant"] {
            assert!(has(name, what), "the search finds the {what} of {name}: {open:#?}");
        }
    }
}

/// Waits until nothing is found; moves the clock on meanwhile.
fn wait_until_gone(scene: &Scene, link: &Link) {
    let (began, folder) = (Moment::now(), scene.town.bot.folder());
    loop {
        let left = found(link, folder);
        if left.is_empty() {
            return;
        }
        assert!(began.elapsed() < PATIENCE, "it stays on the disk: {left:#?}");
        scene.clock.set(scene.clock.now() + TimeDelta::seconds(1));
        std::thread::park_timeout(Duration::from_millis(100));
    }
}

/// The library of Matrix keeps no vote in the clear beside the keys, at any time; it does keep who is in its rooms.
fn keeps_no_vote_beside_the_keys(link: &Link, folder: &Path) {
    let kept = files(&folder.join("muster-matrix"));
    for (file, bytes) in &kept {
        assert!(!link.has_option_in(bytes), "a choice is in {file}");
    }
    assert!(
        kept.iter().any(|(_, bytes)| link.has_voter_in(bytes)),
        "the search looks at the right files"
    );
}

fn logs_no_vote(link: &Link, log: &Log) {
    for part in ["sealed_ballots", "TRACE hyper", "DEBUG reqwest", "DEBUG sqlx"] {
        assert!(!log.with(part).is_empty(), "everything is logged, {part} too");
    }
    for line in log.with("") {
        let ties = link.found_in(line.as_bytes());
        assert!(
            ties.is_empty() && !link.has_option_in(line.as_bytes()),
            "{ties:?} in the log: {line}"
        );
    }
}

#[test]
fn nothing_ties_a_voter_on_any_platform_to_a_vote_once_a_secret_poll_closed() {
    let scene = Scene::new();
    let voters = everybody_votes(&scene);
    let (town, folder) = (&scene.town, scene.town.bot.folder().to_owned());
    let cards = town.shown_everywhere("poll show P1");
    town.cards_say(&cards, "11 voted");
    town.run.wait_until_quiet();
    let link = Link::in_files(&folder, 1, &voters);
    let link = tokio::runtime::Runtime::new().unwrap().block_on(link);
    everybody_is_found(&found(&link, &folder));
    keeps_no_vote_beside_the_keys(&link, &folder);
    scene.clock.set("2026-12-01T23:00:00Z".parse().unwrap());
    town.cards_say(&cards, "closed");
    town.run.wait_until_quiet();
    wait_until_gone(&scene, &link);
    keeps_no_vote_beside_the_keys(&link, &folder);
    let log = town.run.log().clone();
    let _bot = scene.town.ends_well();
    assert_eq!(found(&link, &folder), BTreeSet::new());
    logs_no_vote(&link, &log);
}
