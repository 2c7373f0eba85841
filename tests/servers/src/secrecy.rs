//! What ties the voters of a secret poll to their votes, and a search for it that is the same before the poll closed and after.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use aho_corasick::AhoCorasick;
use muster_core::clock::Instant;
use muster_core::ids::PersonId;
use muster_core::poll::secret::PollKey;
use muster_core::store::Store as _;
use muster_storage::SqliteStore;
use tempfile::TempDir;

/// A choice this many bytes from a voter or nearer stands beside them: a row of an event or of an answer is no longer.
const BESIDE: usize = 512;
/// What is found of a choice that stands beside a voter.
const CHOICE_BESIDE: &str = "choice beside them";

/// Somebody who has voted.
#[derive(Debug)]
pub struct Voter<'a> {
    /// What they are called.
    pub name: &'a str,
    /// What they chose in the end; none where they abstained.
    pub chosen: Option<&'a str>,
    /// When they voted, and changed their vote.
    pub at: Vec<Instant>,
    /// What else only those acts say, each with what it is.
    pub said: Vec<(&'static str, String)>,
}

/// What a piece is.
#[derive(Debug, Clone, Copy)]
enum Piece {
    /// It ties that voter to their vote.
    Ties(usize, &'static str),
    /// It is that voter, who may stand in the register.
    Is(usize),
    /// It is an option, which may stand in the poll.
    Option,
}

/// All that ties them.
#[derive(Debug)]
pub struct Link {
    names: Vec<String>,
    pieces: Vec<Piece>,
    search: AhoCorasick,
}

impl Link {
    /// Of the voters in that poll of the one group of an SQLite desk, as a copy of its files has it while the poll is open.
    ///
    /// # Panics
    ///
    /// Where the files do not give everybody's vote to whoever has the poll's key.
    pub async fn in_files(folder: &Path, poll: u32, voters: &[Voter<'_>]) -> Self {
        let (_copy, store) = copied(folder).await;
        let mut unit = store.read().await.expect("it is read");
        let group = unit.groups().await.expect("groups").pop().expect("a group").id;
        let poll = unit
            .poll_by_number(group, poll)
            .await
            .expect("polls")
            .expect("the poll");
        let key = unit.poll_key(group, poll.id).await.expect("keys").expect("its key");
        let members = unit.members(group).await.expect("members");
        let options = poll.options.iter();
        let mut pieces: Vec<_> = options
            .map(|option| (Piece::Option, option.as_bytes().to_vec()))
            .collect();
        for (number, voter) in voters.iter().enumerate() {
            let member = members.iter().find(|member| member.name == voter.name);
            let person = member.unwrap_or_else(|| panic!("{} is a member", voter.name)).person;
            let ballot = unit.sealed_ballot(group, poll.id, &key.mark(person)).await;
            let ballot = ballot.expect("ballots").expect("the voter's");
            let chosen: Vec<_> = ballot.chosen.iter().map(|number| poll.option(*number)).collect();
            assert_eq!(
                chosen,
                Vec::from_iter(voter.chosen),
                "the link gives the vote of {}",
                voter.name
            );
            let ties = voter.pieces(&key, person).into_iter();
            pieces.extend(ties.map(|(what, piece)| (Piece::Ties(number, what), piece)));
            let accounts = unit.accounts_of(person).await.expect("accounts");
            let accounts = accounts.into_iter().map(|account| account.account.into_bytes());
            let person = [person.0.as_bytes().to_vec(), person.0.to_string().into_bytes()];
            let is = accounts.chain(person).chain([voter.name.as_bytes().to_vec()]);
            pieces.extend(is.map(|piece| (Piece::Is(number), piece)));
        }
        let search = AhoCorasick::new(pieces.iter().map(|(_, piece)| piece));
        Self {
            names: voters.iter().map(|voter| voter.name.to_owned()).collect(),
            pieces: pieces.iter().map(|(piece, _)| *piece).collect(),
            search: search.expect("a search for so few pieces"),
        }
    }

    /// Who is tied to their vote by these bytes, and by what.
    pub fn found_in(&self, bytes: &[u8]) -> BTreeSet<(&str, &'static str)> {
        let (mut found, mut people, mut options) = (BTreeSet::new(), Vec::new(), Vec::new());
        for met in self.search.find_overlapping_iter(bytes) {
            match self.pieces[met.pattern()] {
                Piece::Ties(voter, what) => {
                    found.insert((&*self.names[voter], what));
                }
                Piece::Is(voter) => people.push((voter, met.start())),
                Piece::Option => options.push(met.start()),
            }
        }
        options.sort_unstable();
        for (voter, at) in people {
            let next = options.partition_point(|option| option + BESIDE < at);
            if options.get(next).is_some_and(|option| *option < at + BESIDE) {
                found.insert((&*self.names[voter], CHOICE_BESIDE));
            }
        }
        found
    }

    /// Whether an option stands in these bytes, beside whomever.
    pub fn has_option_in(&self, bytes: &[u8]) -> bool {
        self.has(bytes, |piece| matches!(piece, Piece::Option))
    }

    /// Whether a voter is named in these bytes.
    pub fn has_voter_in(&self, bytes: &[u8]) -> bool {
        self.has(bytes, |piece| matches!(piece, Piece::Is(_)))
    }

    fn has(&self, bytes: &[u8], is_it: impl Fn(&Piece) -> bool) -> bool {
        let mut met = self.search.find_overlapping_iter(bytes);
        met.any(|met| is_it(&self.pieces[met.pattern()]))
    }
}

impl Voter<'_> {
    /// What ties them to their vote.
    fn pieces(&self, key: &PollKey, person: PersonId) -> Vec<(&'static str, Vec<u8>)> {
        let mark = key.mark(person);
        let mut pieces = vec![
            ("key", key.bytes().to_vec()),
            ("key in hex", hex(key.bytes())),
            ("mark", mark.0.to_vec()),
            ("mark in hex", hex(&mark.0)),
        ];
        for at in &self.at {
            let id = &at.timestamp_millis().to_be_bytes()[2..];
            let digits = hex(id);
            pieces.extend([
                ("instant", at.timestamp_micros().to_be_bytes().to_vec()),
                ("instant in digits", at.timestamp_micros().to_string().into_bytes()),
                ("instant in words", at.format("%Y-%m-%dT%H:%M").to_string().into_bytes()),
                ("id of that instant", id.to_vec()),
                ("id of that instant in hex", [&digits[..8], b"-", &digits[8..]].concat()),
            ]);
        }
        let said = self.said.iter();
        pieces.extend(said.map(|(what, said)| (*what, said.as_bytes().to_vec())));
        pieces
    }
}

fn hex(bytes: &[u8]) -> Vec<u8> {
    let digits = |byte: &u8| [byte >> 4, byte & 15].map(|digit| b"0123456789abcdef"[usize::from(digit)]);
    bytes.iter().flat_map(digits).collect()
}

/// The store on a copy of the files of an SQLite desk that goes on; the copy lasts as long as its folder.
///
/// # Panics
///
/// Where the folder has no such files, or they are no database.
pub async fn copied(folder: &Path) -> (TempDir, SqliteStore) {
    let copy = crate::scratch::folder();
    for file in ["muster.db", "muster.db-wal"] {
        fs::copy(folder.join(file), copy.path().join(file)).expect("a file of the desk");
    }
    let opened = SqliteStore::open(copy.path().join("muster.db")).await;
    (copy, opened.expect("the copy is a database"))
}

/// All files in a folder and in those within it, each by its path.
pub fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if let Ok(bytes) = fs::read(&path) {
            // What a database lays aside may be gone by now.
            found.push((path.display().to_string(), bytes));
        }
    }
    found
}
