//! What is on the disk of a secret poll: the link between voters and votes while it is open, and nothing of it after it
//! closed and was scrubbed. The same search looks both times.
#![expect(
    clippy::unwrap_used,
    reason = "a panic is how a test fails, in its helping functions too"
)]

use std::path::Path;
use std::sync::Arc;

use muster_core::poll::secret::PollKey;
use muster_core::surface::Platform;
use muster_core::testing::World;
use muster_storage::SqliteStore;
use muster_test_servers::postgres;
use sqlx::Connection as _;

const VOTERS: [(&str, &str); 4] = [
    ("zorblatta", "pizza"),
    ("quixwend", "tacos"),
    ("vumblethorpe", "tacos"),
    ("snorvelock", "abstain"),
];

/// What links a voter to a vote: the key, the marks, the private rooms in which the votes were cast.
struct Link {
    pieces: Vec<Vec<u8>>,
    /// What the voters were given: each stays with one ballot, and where it says nothing of its voter.
    receipts: Vec<Vec<u8>>,
}

impl Link {
    /// The pieces that are in those bytes.
    fn found_in(&self, bytes: &[u8]) -> usize {
        self.pieces.iter().filter(|piece| times_in(bytes, piece) > 0).count()
    }

    /// How often each receipt is in those bytes.
    fn receipts_in(&self, bytes: &[u8]) -> Vec<usize> {
        self.receipts.iter().map(|receipt| times_in(bytes, receipt)).collect()
    }
}

fn times_in(bytes: &[u8], piece: &[u8]) -> usize {
    bytes.windows(piece.len()).filter(|window| *window == piece).count()
}

/// Everybody has voted in the secret poll P1, at an hour of their own, and has a receipt; what links them to their votes.
async fn everybody_voted(world: &mut World) -> Link {
    for (name, _) in VOTERS {
        world.say(name, "poll list").await;
    }
    world
        .say(
            VOTERS[0].0,
            "poll new Pizza or tacos? pizza, tacos until:fri 18:00 secret:yes",
        )
        .await;
    for (name, choice) in VOTERS {
        world.advance("13m").await;
        let answer = world.private(name, &format!("poll vote P1 {choice}")).await;
        assert!(answer.starts_with("Your vote:"), "{answer}");
    }
    let mut receipts = Vec::new();
    for (name, _) in VOTERS {
        let given = world.private(name, "poll receipt P1").await;
        let receipt = given
            .lines()
            .next()
            .unwrap()
            .strip_prefix("Your receipt in P1: ")
            .unwrap();
        receipts.push(receipt.as_bytes().to_vec());
    }
    let mut unit = world.app().store().read().await.unwrap();
    let group = unit.place(Platform::Console, "console").await.unwrap().unwrap().group;
    let poll = unit.poll_by_number(group, 1).await.unwrap().unwrap();
    let key: PollKey = unit.poll_key(group, poll.id).await.unwrap().unwrap();
    let members = unit.members(group).await.unwrap();
    assert_eq!(members.len(), VOTERS.len());
    let marks = members.iter().map(|member| key.mark(member.person).0.to_vec());
    let rooms = VOTERS.iter().map(|(name, _)| format!("@{name}").into_bytes());
    Link {
        pieces: marks.chain(rooms).chain([key.bytes().to_vec()]).collect(),
        receipts,
    }
}

async fn close(world: &mut World) {
    let closed = world.say(VOTERS[0].0, "poll close P1 sure:yes").await;
    assert!(closed.contains("tacos wins with 2 of 4."), "{closed}");
}

fn files(folder: &Path) -> Vec<u8> {
    let files = std::fs::read_dir(folder).unwrap();
    files
        .flat_map(|file| std::fs::read(file.unwrap().path()).unwrap())
        .collect()
}

async fn sqlite(folder: &Path) -> World {
    let store = SqliteStore::open(folder.join("muster.db")).await.unwrap();
    store.migrate().await.unwrap();
    World::on(Arc::new(store))
}

#[tokio::test]
async fn the_files_of_sqlite_hold_the_link_until_the_poll_is_closed_and_scrubbed() {
    let folder = tempfile::tempdir().unwrap();
    let mut world = sqlite(folder.path()).await;
    let link = everybody_voted(&mut world).await;
    assert_eq!(link.found_in(&files(folder.path())), link.pieces.len());
    close(&mut world).await;
    let unscrubbed = files(folder.path());
    assert!(link.found_in(&unscrubbed) > 0, "nothing was scrubbed yet");
    assert!(link.receipts_in(&unscrubbed).iter().all(|times| *times > 1));
    assert!(world.app().scrub().await.unwrap());
    let scrubbed = files(folder.path());
    assert_eq!(link.found_in(&scrubbed), 0);
    assert_eq!(
        link.receipts_in(&scrubbed),
        [1; 4],
        "each with its ballot, and nowhere else"
    );
    let shown = world.say(VOTERS[0].0, "poll show P1").await;
    assert!(shown.contains("tacos wins with 2 of 4."), "{shown}");
}

#[tokio::test]
async fn a_crash_between_closing_and_scrubbing_is_made_good_at_the_next_start() {
    let (folder, crashed) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut world = sqlite(folder.path()).await;
    let link = everybody_voted(&mut world).await;
    close(&mut world).await;
    for file in ["muster.db", "muster.db-wal"] {
        std::fs::copy(folder.path().join(file), crashed.path().join(file)).unwrap();
    }
    assert!(link.found_in(&files(crashed.path())) > 0, "the crash left something");
    let restarted = sqlite(crashed.path()).await;
    assert!(restarted.app().scrub().await.unwrap());
    assert_eq!(link.found_in(&files(crashed.path())), 0);
    let mut unit = restarted.app().store().read().await.unwrap();
    assert!(unit.scrubs_owed().await.unwrap().is_empty());
}

#[tokio::test]
async fn what_is_voted_too_late_is_to_leave_the_disk_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let mut world = sqlite(folder.path()).await;
    everybody_voted(&mut world).await;
    close(&mut world).await;
    assert!(world.app().scrub().await.unwrap());
    for typed in ["poll vote P1 pizza", "poll vote P2 pizza"] {
        world.private(VOTERS[1].0, typed).await;
        let owed = world.app().store().read().await.unwrap().scrubs_owed().await.unwrap();
        assert_eq!(owed.len(), 1, "{typed} was meant to be secret");
        assert!(world.app().scrub().await.unwrap());
    }
}

/// The files of every table and index of a database, as its server reads them.
async fn relations(url: &str) -> Vec<u8> {
    let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
    sqlx::raw_sql("CHECKPOINT").execute(&mut connection).await.unwrap();
    let files: Vec<Vec<u8>> = sqlx::query_scalar(
        "SELECT pg_read_binary_file(pg_relation_filepath(oid)) FROM pg_class
         WHERE relkind IN ('r', 'i', 't') AND pg_relation_filepath(oid) IS NOT NULL",
    )
    .fetch_all(&mut connection)
    .await
    .unwrap();
    files.concat()
}

#[tokio::test]
async fn the_tables_of_postgresql_hold_the_link_until_the_poll_is_closed_and_scrubbed() {
    let (store, database) = postgres::fresh().await;
    let mut world = World::on(Arc::new(store));
    let link = everybody_voted(&mut world).await;
    assert_eq!(link.found_in(&relations(database.url()).await), link.pieces.len());
    close(&mut world).await;
    let unscrubbed = relations(database.url()).await;
    assert!(link.found_in(&unscrubbed) > 0, "nothing was scrubbed yet");
    assert!(link.receipts_in(&unscrubbed).iter().all(|times| *times > 1));
    while !world.app().scrub().await.unwrap() {
        tokio::task::yield_now().await;
    }
    let scrubbed = relations(database.url()).await;
    assert_eq!(link.found_in(&scrubbed), 0);
    assert_eq!(
        link.receipts_in(&scrubbed),
        [1; 4],
        "each with its ballot, and nowhere else"
    );
    let shown = world.say(VOTERS[0].0, "poll show P1").await;
    assert!(shown.contains("tacos wins with 2 of 4."), "{shown}");
}
