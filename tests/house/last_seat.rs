//! Many members claim the last seat at once: exactly one has it, every other one is told or queued.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::ops::Range;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;

use muster::clock::DeskClock;
use muster::ids::MachineIds;
use muster_core::app::App;
use muster_core::door::Defaults;
use muster_core::locale::Language;
use muster_core::reply::plain;
use muster_core::store::Store;
use muster_core::surface::{Author, Content, Inbound, Platform, RoomAddress, Standing};
use muster_core::testing::world::answered;
use muster_core::time::Zone;
use muster_storage::{PostgresStore, SqliteStore};
use muster_test_servers::postgres;

const MEMBERS: usize = 64;
const ROUNDS: usize = 200;

/// A bot on that store, with the machine's clock and ids, as several processes have them.
fn app_on(store: impl Store + 'static) -> App {
    let defaults = Defaults {
        zone: Zone::parse("America/New_York").unwrap(),
        language: Language::English,
    };
    App::new(
        Arc::new(store),
        Arc::new(DeskClock::default()),
        Arc::new(MachineIds::default()),
        defaults,
    )
}

async fn say(app: &App, event: String, name: &str, standing: Standing, text: String) -> String {
    let inbound = Inbound {
        event,
        room: RoomAddress {
            platform: Platform::Console,
            place: "console".to_owned(),
            room: "main".to_owned(),
            private: false,
        },
        place_name: "console".to_owned(),
        author: Author::new(name, name, standing),
        content: Content::Typed(text),
        on: None,
        edits: None,
        answer_by: None,
        prefix: None,
        said_at: None,
        unseen: false,
        received_at: app.clock().now(),
    };
    plain::render(&answered(app, &inbound).await.card)
}

async fn ana(app: &App, text: String) -> String {
    say(app, text.clone(), "ana", Standing::Administrator, text).await
}

/// Those members claim a seat, all at once; what each is answered.
async fn claim_at_once(app: &App, round: usize, members: Range<usize>) -> Vec<String> {
    let claims: Vec<_> = members
        .map(|member| {
            let app = app.clone();
            tokio::spawn(async move {
                let (event, name) = (format!("{round}/{member}"), format!("member{member}"));
                say(&app, event, &name, Standing::Member, format!("shift claim S{round}")).await
            })
        })
        .collect();
    let mut answers = Vec::new();
    for claim in claims {
        answers.push(claim.await.unwrap());
    }
    answers
}

/// The place on the waiting list that an answer tells, as in "You are 2nd on the waiting list".
fn waiting_place(answer: &str) -> Option<&str> {
    answer.split_once(" is full. You are ")?.1.split(' ').next()
}

/// Round after round `claim` has everybody claim the only seat of a new shift.
async fn one_has_the_last_seat(app: App, mut claim: impl AsyncFnMut(&App, usize) -> Vec<String>) {
    for round in 1..=ROUNDS {
        let title = format!("Round {round}");
        ana(&app, format!("shift add {title} in 10d needs:1")).await;
        let answers = claim(&app, round).await;
        assert_eq!(answers.len(), MEMBERS);
        let mut places = BTreeSet::new();
        for place in answers.iter().filter_map(|answer| waiting_place(answer)) {
            assert!(places.insert(place), "round {round}: {place} on the waiting list twice");
        }
        assert_eq!(
            places.len(),
            MEMBERS - 1,
            "round {round}: everyone but one waits: {answers:?}"
        );
        let card = ana(&app, format!("shift show S{round}")).await;
        let seated = card
            .lines()
            .find_map(|line| line.strip_prefix("In: "))
            .unwrap_or_default();
        assert!(
            seated.starts_with("member") && !seated.contains(','),
            "round {round}: {card}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_64_has_the_last_seat_200_times() {
    let folder = tempfile::tempdir().unwrap();
    let store = SqliteStore::open(folder.path().join("muster.db")).await.unwrap();
    store.migrate().await.unwrap();
    one_has_the_last_seat(app_on(store), async |app, round| {
        claim_at_once(app, round, 0..MEMBERS).await
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_of_64_has_the_last_seat_200_times_on_postgres() {
    let (store, _database) = postgres::fresh().await;
    one_has_the_last_seat(app_on(store), async |app, round| {
        claim_at_once(app, round, 0..MEMBERS).await
    })
    .await;
}

/// What the second process is told: which database. The test starts itself again with it.
const SECOND: &str = "MUSTER_TEST_SECOND_PROCESS";
/// What each of its answers begins with, beside what the test harness says.
const ANSWER: &str = "answer: ";

#[tokio::test(flavor = "multi_thread")]
#[expect(
    clippy::disallowed_methods,
    reason = "how the second process knows that it is the second"
)]
async fn with_half_of_them_in_another_process() {
    if let Ok(url) = std::env::var(SECOND) {
        return claim_as_told(&url).await;
    }
    let (store, database) = postgres::fresh().await;
    let mut other = OtherProcess::start(database.url(), "last_seat::with_half_of_them_in_another_process");
    one_has_the_last_seat(app_on(store), async |app, round| {
        other.claim(round);
        let mut answers = claim_at_once(app, round, 0..MEMBERS / 2).await;
        answers.extend(other.answers());
        answers
    })
    .await;
}

/// The second process: for each round that it reads, its half claims.
#[expect(clippy::print_stdout, reason = "how the second process answers the first")]
async fn claim_as_told(url: &str) {
    let app = app_on(PostgresStore::open(url).await.unwrap());
    for line in std::io::stdin().lines() {
        let round = line.unwrap().parse().unwrap();
        for answer in claim_at_once(&app, round, MEMBERS / 2..MEMBERS).await {
            println!("{ANSWER}{}", answer.replace('\n', " "));
        }
    }
}

struct OtherProcess {
    child: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
}

impl OtherProcess {
    fn start(url: &str, test: &str) -> Self {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", test, "--nocapture"])
            .env(SECOND, url)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines }
    }

    fn claim(&mut self, round: usize) {
        let keyboard = self.child.stdin.as_mut().unwrap();
        writeln!(keyboard, "{round}").unwrap();
    }

    fn answers(&mut self) -> Vec<String> {
        let said = self.lines.by_ref().map(Result::unwrap);
        let answers = said.filter_map(|line| Some(line.split_once(ANSWER)?.1.to_owned()));
        answers.take(MEMBERS / 2).collect()
    }
}

impl Drop for OtherProcess {
    fn drop(&mut self) {
        drop(self.child.stdin.take());
        // It ends when it has nothing more to read.
        let _ = self.child.wait();
    }
}
