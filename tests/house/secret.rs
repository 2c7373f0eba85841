//! A secret poll at the real binary, with everything logged: its files tie voters to votes while it is open, and nothing
//! on the disk or in the log does once it closed. The same search looks both times.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use muster_adapter_console::PLACE;
use muster_core::clock::Instant;
use muster_core::store::Store;
use muster_core::surface::Platform;
use muster_storage::SqliteStore;
use muster_test_servers::desk::DeskFolder;

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

/// What would tie one voter to a vote.
struct Pieces {
    name: &'static str,
    pieces: Vec<(&'static str, Vec<u8>)>,
}

impl Pieces {
    fn found_in(&self, bytes: &[u8]) -> Vec<&'static str> {
        let holds = |piece: &[u8]| bytes.windows(piece.len()).any(|window| window == piece);
        let found = self.pieces.iter().filter(|(_, piece)| holds(piece));
        found.map(|(what, _)| *what).collect()
    }
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| b"0123456789abcdef"[usize::from(digit)]);
    bytes.iter().flat_map(digits).collect()
}

/// The pieces of every voter, as a copy of the open desk's files has them.
async fn pieces(folder: &Path) -> Vec<Pieces> {
    let (_copy, store) = copied(folder).await;
    let mut unit = store.read().await.unwrap();
    let group = unit.place(Platform::Console, PLACE).await.unwrap().unwrap().group;
    let poll = unit.poll_by_number(group, 1).await.unwrap().unwrap();
    let key = unit.poll_key(group, poll.id).await.unwrap().unwrap();
    let members = unit.members(group).await.unwrap();
    let mut all = Vec::new();
    for (name, choice, at) in VOTES {
        let person = members.iter().find(|member| member.name == name).unwrap().person;
        let mark = key.mark(person);
        let chosen = unit.sealed_ballot(group, poll.id, &mark).await.unwrap().unwrap().chosen;
        let words: Vec<&str> = chosen.iter().map(|number| poll.option(*number)).collect();
        assert_eq!(
            words,
            if choice == "abstain" { vec![] } else { vec![choice] },
            "the link gives the vote"
        );
        let at: Instant = at.parse().unwrap();
        let millis = hex(&at.timestamp_millis().to_be_bytes()[2..]);
        all.push(Pieces {
            name,
            pieces: vec![
                ("key", key.bytes().to_vec()),
                ("key in hex", hex(key.bytes())),
                ("mark", mark.0.to_vec()),
                ("mark in hex", hex(&mark.0)),
                // With what stands before it, since an id that ends with an @ may stand before their name.
                ("room", format!("{PLACE}@{name}").into_bytes()),
                ("room in a key", format!("/@{name}").into_bytes()),
                ("room in JSON", format!("\"@{name}").into_bytes()),
                ("instant", at.timestamp_micros().to_be_bytes().to_vec()),
                ("instant in digits", at.timestamp_micros().to_string().into_bytes()),
                ("instant in words", at.format("%Y-%m-%dT%H:%M").to_string().into_bytes()),
                ("id of that instant", at.timestamp_millis().to_be_bytes()[2..].to_vec()),
                ("id of that instant in hex", [&millis[..8], b"-", &millis[8..]].concat()),
                ("vote", format!("poll vote P1 {choice}").into_bytes()),
            ],
        });
    }
    all
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
    let (_copy, store) = copied(folder).await;
    let mut unit = store.read().await.unwrap();
    let group = unit.place(Platform::Console, PLACE).await.unwrap().unwrap().group;
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

/// The store on a copy of the files of a desk that goes on; the copy lasts as long as its folder.
async fn copied(folder: &Path) -> (tempfile::TempDir, SqliteStore) {
    let copy = tempfile::tempdir().unwrap();
    for file in ["muster.db", "muster.db-wal"] {
        fs::copy(folder.join(file), copy.path().join(file)).unwrap();
    }
    let store = SqliteStore::open(copy.path().join("muster.db")).await.unwrap();
    (copy, store)
}

pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| !path.ends_with("log"))
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect()
}

#[tokio::test]
async fn nothing_ties_a_voter_to_a_vote_once_a_secret_poll_closed() {
    let desk = desk().with("MUSTER_LOG", "trace");
    let log = desk.path().join("log");
    let mut console = Open::start(&desk, &log, VOTES[0].0);
    console.say(":clock 2026-12-01 09:00", "09:00");
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
    let pieces = pieces(desk.path()).await;
    let open = files(desk.path());
    for (receipt, _) in &receipts {
        assert!(times_in_all(&open, receipt) > 0, "the search finds each receipt");
    }
    for voter in &pieces {
        let found: Vec<_> = open.iter().flat_map(|(_, bytes)| voter.found_in(bytes)).collect();
        for what in [
            "key",
            "mark",
            "room",
            "instant",
            "id of that instant",
            "id of that instant in hex",
        ] {
            assert!(
                found.contains(&what),
                "the search finds the {what} of {}: {found:?}",
                voter.name
            );
        }
    }
    console.say(":clock 2026-12-01 18:00", "clock");
    console.say("poll show P1", "Type");
    let closed = files(desk.path());
    for (file, bytes) in &closed {
        for voter in &pieces {
            assert_eq!(voter.found_in(bytes), [""; 0], "{} in {file}", voter.name);
        }
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
    assert!(
        logged.windows(14).any(|window| window == b"sealed_ballots"),
        "everything is logged"
    );
    for voter in &pieces {
        assert_eq!(voter.found_in(&logged), [""; 0], "{} in the log", voter.name);
        assert!(
            !logged
                .windows(voter.name.len())
                .any(|window| window == voter.name.as_bytes())
        );
    }
}
