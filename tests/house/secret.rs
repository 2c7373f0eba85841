//! A secret poll at the real binary, with everything logged: its files tie voters to votes while it is open, and nothing
//! on the disk or in the log does once it closed. The same search looks both times.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use muster_adapter_console::PLACE;
use muster_core::store::Store as _;
use muster_test_servers::desk::DeskFolder;
use muster_test_servers::secrecy::{self, Link, Voter};

use crate::desk;

/// Who votes, for what, and at which instant of the desk's clock.
const VOTES: [(&str, &str, &str); 5] = [
    ("Zorblatta", "tacos", "2026-12-01T14:13:00Z"),
    ("Quixwend", "pizza", "2026-12-01T14:26:00Z"),
    ("Vumblethorpe", "tacos", "2026-12-01T14:39:00Z"),
    ("Snorvelock", "abstain", "2026-12-01T14:52:00Z"),
    ("Plimtoggle", "pizza", "2026-12-01T15:05:00Z"),
];

/// A console that goes on while the test looks at its files.
pub(crate) struct Open {
    child: Child,
    keyboard: ChildStdin,
    shown: BufReader<ChildStdout>,
}

impl Open {
    pub(crate) fn start(desk: &DeskFolder, log: &Path, name: &str) -> Self {
        let mut child = desk
            .command(&["console", "--as", name])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(File::create(log).unwrap())
            .spawn()
            .unwrap();
        Self {
            keyboard: child.stdin.take().unwrap(),
            shown: BufReader::new(child.stdout.take().unwrap()),
            child,
        }
    }

    /// Types a line, and reads until a line with `answer` is shown; what was shown.
    pub(crate) fn say(&mut self, line: &str, answer: &str) -> String {
        writeln!(self.keyboard, "{line}").unwrap();
        let mut shown = String::new();
        while !shown.lines().last().is_some_and(|line| line.contains(answer)) {
            let read = self.shown.read_line(&mut shown).unwrap();
            assert!(read > 0, "{line} was answered by {shown}");
        }
        shown
    }

    /// Ends it: what it logged is whole then.
    pub(crate) fn end(mut self) {
        drop(self.keyboard);
        self.child.wait().unwrap();
    }
}

/// How often a text is in those bytes.
fn times_in(bytes: &[u8], text: &str) -> usize {
    let windows = bytes.windows(text.len());
    windows.filter(|window| *window == text.as_bytes()).count()
}

/// How often a text is in those files.
fn times_in_all(files: &[(String, Vec<u8>)], text: &str) -> usize {
    files.iter().map(|(_, bytes)| times_in(bytes, text)).sum()
}

/// What each receipt's ballot chooses, as a copy of the desk's files has it once the poll closed.
async fn ballots_by_receipt(folder: &Path) -> BTreeMap<String, Vec<&'static str>> {
    let (_copy, store) = secrecy::copied(folder).await;
    let mut unit = store.read().await.unwrap();
    let group = unit.groups().await.unwrap()[0].id;
    let poll = unit.poll_by_number(group, 1).await.unwrap().unwrap();
    let ballots = unit.unlinked_ballots(group, poll.id).await.unwrap();
    let said = |number: &u32| if *number == 1 { "pizza" } else { "tacos" };
    let ballots = ballots.into_iter().map(|unlinked| unlinked.ballot);
    ballots
        .map(|ballot| {
            let mut chosen: Vec<_> = ballot.chosen.iter().map(said).collect();
            if chosen.is_empty() {
                chosen.push("abstain");
            }
            (ballot.receipt.unwrap().to_string(), chosen)
        })
        .collect()
}

/// What is in the folder of a desk but its log.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = secrecy::files(folder);
    files.retain(|(path, _)| !path.ends_with("/log"));
    files
}

fn voters() -> Vec<Voter<'static>> {
    let voter = |(name, choice, at): (&'static str, &'static str, &str)| Voter {
        name,
        chosen: (choice != "abstain").then_some(choice),
        at: vec![at.parse().unwrap()],
        said: vec![
            // With what stands before it, since an id that ends with an @ may stand before their name.
            ("room", format!("{PLACE}@{name}")),
            ("room in a key", format!("/@{name}")),
            ("room in JSON", format!("\"@{name}")),
            ("vote", format!("poll vote P1 {choice}")),
        ],
    };
    VOTES.map(voter).into()
}

#[tokio::test]
async fn nothing_ties_a_voter_to_a_vote_once_a_secret_poll_closed() {
    let desk = desk().with("MUSTER_LOG", "trace");
    let log = desk.path().join("log");
    let mut console = Open::start(&desk, &log, "Ana");
    console.say(":clock 2026-12-01 09:00", "09:00");
    console.say("poll list", "poll new");
    for (name, _, _) in VOTES {
        console.say(&format!("{name}: poll list"), "poll new");
    }
    console.say(
        "poll new Pizza or tacos? pizza, tacos secret:yes until:17:00",
        "Type: poll vote",
    );
    for (name, choice, _) in VOTES {
        console.say(":clock +13m", "clock");
        console.say(
            &format!(":room @{name}\n{name}: poll vote P1 {choice}"),
            "poll vote P1 tacos",
        );
    }
    let receipts = VOTES.map(|(name, choice, _)| {
        let given = console.say(
            &format!(":room @{name}\n{name}: poll receipt P1"),
            "Nobody needs a receipt",
        );
        let receipt = given.split("Your receipt in P1: ").nth(1).unwrap();
        (receipt.lines().next().unwrap().to_owned(), choice)
    });
    console.say(":room main\n:clock +1m", "clock");
    let link = Link::in_files(desk.path(), 1, &voters()).await;
    let open = files(desk.path());
    for (receipt, _) in &receipts {
        assert!(times_in_all(&open, receipt) > 0, "the search finds each receipt");
    }
    let found: BTreeSet<_> = open.iter().flat_map(|(_, bytes)| link.found_in(bytes)).collect();
    for (name, _, _) in VOTES {
        for what in [
            "key",
            "mark",
            "room",
            "instant",
            "id of that instant",
            "id of that instant in hex",
        ] {
            assert!(
                found.contains(&(name, what)),
                "the search finds the {what} of {name}: {found:?}"
            );
        }
    }
    console.say(":clock 2026-12-01 18:00", "clock");
    console.say("poll show P1", "Type");
    let closed = files(desk.path());
    for (file, bytes) in &closed {
        assert_eq!(link.found_in(bytes), BTreeSet::new(), "in {file}");
    }
    for (receipt, _) in &receipts {
        assert_eq!(
            times_in_all(&closed, receipt),
            1,
            "a receipt is with its ballot, and nowhere else"
        );
    }
    let cast = receipts.clone().map(|(receipt, choice)| (receipt, [choice].to_vec()));
    assert_eq!(ballots_by_receipt(desk.path()).await, cast.into());
    console.end();
    let logged = fs::read(&log).unwrap();
    for (receipt, _) in &receipts {
        assert_eq!(times_in(&logged, receipt), 0, "no receipt is logged");
    }
    let is_logged = |words: &str| times_in(&logged, words) > 0;
    assert!(is_logged("sealed_ballots"), "everything is logged");
    assert_eq!(link.found_in(&logged), BTreeSet::new(), "in the log");
    for (name, _, _) in VOTES {
        assert!(!is_logged(name), "{name} is in the log");
    }
}
