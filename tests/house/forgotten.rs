//! Somebody who was part of everything is forgotten: what is theirs is in the store before, and afterwards it is in no
//! file, dump, log or export. The same search looks both times.

use std::fs;
use std::path::Path;

use muster_adapter_console::PLACE;
use muster_core::store::Store;
use muster_core::surface::Platform;
use muster_storage::SqliteStore;
use muster_test_servers::desk::DeskFolder;
use muster_test_servers::postgres;

use crate::desk;
use crate::secret::{Open, files};

/// What they are called, and what they typed that is nobody else's.
const GOES: [&str; 21] = [
    "Zorblatta",
    "Snorvelock",
    "Gribblewack",
    "Wexplanade",
    "Glimworthy",
    "Frobnicourt",
    "Plimtoggle",
    "Mumblecrust",
    "Oxterfleece",
    "Pobblewort",
    "Blimpfurrow",
    "Crankleberry",
    "Krumplestein",
    "Jabberfusk",
    "Thistledown",
    "Wobblegate",
    "Hazelquat",
    "Yondermill",
    "Tumblewick",
    "Hornswoggle",
    "Grimblefax",
];
/// What they typed and others are part of, with what the preview calls it.
const STAYS: [(&str, &str); 6] = [
    ("Quibbleton", "T2"),
    ("Dringlehop", "T2"),
    ("Fizzlebrand", "P2"),
    ("Nockerhill", "P2"),
    ("Vexmoor", "Shifts"),
    ("Snickerplop", "B2"),
];

const STORY: &str = "\
:clock 2026-12-01 09:00
team add Drivers
Zorblatta: team join Drivers
group role Zorblatta captain
shift add Canvass sat 10am-1pm needs:1
shift add Phones today 9:30am
Quixwend: shift claim S1
Zorblatta: shift claim S1
Zorblatta: shift claim S2
Zorblatta: shift claim S2 guest:Snorvelock
Zorblatta: shift add Vexmoor sun 10am
Zorblatta: shift add Evening mon 6pm
Zorblatta: shift claim S4 guest:Gribblewack
Zorblatta: shift cancel S4 Wexplanade
Zorblatta: task add Glimworthy note:Frobnicourt
Zorblatta: task add Quibbleton note:Dringlehop due:fri 5pm
Quixwend: task claim T2
task add Sweep for:Zorblatta
Zorblatta: task done T3 Plimtoggle
Zorblatta: task add Mumblecrust due:fri 5pm repeat:\"every fri 5pm\"
Zorblatta: task edit T4 title:Oxterfleece note:Pobblewort dates:one
task add Mop for:Zorblatta
Zorblatta: task add Blimpfurrow
Zorblatta: task done T6 Crankleberry
Zorblatta: remind me in 5h Krumplestein
Zorblatta: remind here in 6h Jabberfusk
Zorblatta: remind me every day 8am Thistledown
Zorblatta: remind edit R3 text:Wobblegate dates:one
Zorblatta: poll new Hazelquat? Yondermill, Tumblewick
Zorblatta: poll new Fizzlebrand? Nockerhill, lunch
Quixwend: poll vote P2 lunch
Zorblatta: poll vote P2 Nockerhill
poll new Who? Ben, Cleo secret:yes
:room @Zorblatta
Zorblatta: poll vote P3 Ben
Zorblatta: me quiet 21:00-08:00
Zorblatta: me link
Zorblatta: me link 0123-4567-89AB-CDEF-GHJK-MNPQ-RS
Zorblatta: me export
:room @Quixwend
Quixwend: me quiet 08:00-23:00
:room main
:clock 2026-12-01 10:00
Zorblatta: shift add Spare mon 6pm
Zorblatta: shift claim S5 for:Quixwend
Zorblatta: task add Hornswoggle
Zorblatta: broadcast everyone Grimblefax ack:yes
Zorblatta: broadcast everyone Snickerplop
Zorblatta: broadcast send B2
broadcast everyone Hello
broadcast send B3
";

/// What is told before it happens, of the group.
const PREVIEW: &str = "\
  Your seat on S1 is freed, and whoever waits moves up.
  T5 is handed back.
  Your votes in P2 and P3 are taken out.
  T1, T4, T6, T7, P1, R1, R2, R3 and B1 are yours alone and go.
  On S2 it says \"a former member\" in your place.
  T2, P2 and B2 stay, without your name, since others are part of them. What you don't want to leave behind, delete first.
Shifts, teams and the group's name have no author here, so what they say stays.
";

/// The pieces that are found, in whatever case they are written.
fn found<'a>(bytes: &[u8], pieces: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let text = String::from_utf8_lossy(bytes).to_ascii_lowercase();
    let holds = |piece: &&str| text.contains(&piece.to_ascii_lowercase());
    pieces.into_iter().filter(holds).collect()
}

/// The id of whoever will be forgotten, as a store has it: in bytes and in letters.
async fn id_in(store: &dyn Store) -> (Vec<u8>, String) {
    let mut unit = store.read().await.unwrap();
    let group = unit.place(Platform::Console, PLACE).await.unwrap().unwrap().group;
    let members = unit.members(group).await.unwrap();
    let id = members.iter().find(|member| member.name == GOES[0]).unwrap().person.0;
    (id.as_bytes().to_vec(), id.to_string())
}

async fn id_in_files(folder: &Path) -> (Vec<u8>, String) {
    let copy = tempfile::tempdir().unwrap();
    for file in ["muster.db", "muster.db-wal"] {
        fs::copy(folder.join(file), copy.path().join(file)).unwrap();
    }
    id_in(&SqliteStore::open(copy.path().join("muster.db")).await.unwrap()).await
}

/// Everything that was kept, in one piece.
fn kept(parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
    parts.into_iter().flat_map(|(_, bytes)| bytes).collect()
}

/// What they are part of, lived through; what the preview says is asserted.
fn live(desk: &DeskFolder) -> Open {
    let mut console = Open::start(desk, &desk.path().join("log"), "ana");
    console.say(&format!("{STORY}help sentinelone"), "sentinelone");
    let preview = console.say("Zorblatta: me forget", "confirm:yes");
    assert!(preview.contains(PREVIEW), "{preview}");
    console.say("task show T99", "T99");
    console
}

/// Forgotten, and all that follows is done.
fn forget(console: &mut Open) {
    console.say("Zorblatta: me forget confirm:yes", "It is done");
    for number in 100..120 {
        console.say(&format!("task show T{number}"), &format!("There is no T{number}"));
    }
}

/// What everything that is kept holds before and after.
fn before(kept: &[u8], id: &(Vec<u8>, String)) {
    let markers = || GOES.into_iter().chain(STAYS.map(|(marker, _)| marker));
    assert_eq!(
        found(kept, markers()),
        markers().collect::<Vec<_>>(),
        "the search finds them"
    );
    let is_there = kept.windows(16).any(|window| window == id.0) || !found(kept, [id.1.as_str()]).is_empty();
    assert!(is_there, "the search finds their id");
}

fn after(what: &str, bytes: &[u8], id: &(Vec<u8>, String)) {
    assert_eq!(found(bytes, GOES), [""; 0], "{what}");
    assert_eq!(found(bytes, [id.1.as_str()]), [""; 0], "their id in {what}");
    assert!(!bytes.windows(16).any(|window| window == id.0), "their id in {what}");
}

/// What the group takes along and what was logged.
fn aftermath(desk: &DeskFolder, mut console: Open, id: &(Vec<u8>, String)) {
    let export = console.say("group export\nhelp sentineltwo", "sentineltwo");
    assert!(export.contains("\"tasks\""), "{export}");
    after("the group's export", export.as_bytes(), id);
    let markers = STAYS.map(|(marker, _)| marker);
    assert_eq!(found(export.as_bytes(), markers), markers, "what others are part of");
    for (_, named) in STAYS {
        assert!(PREVIEW.contains(named));
    }
    console.end();
    let logged = fs::read(desk.path().join("log")).unwrap();
    assert_eq!(found(&logged, ["INSERT INTO inbox"]).len(), 1, "everything is logged");
    after("the log", &logged, id);
    assert_eq!(found(&logged, markers), [""; 0], "in the log");
}

#[tokio::test]
async fn who_was_forgotten_is_on_no_disk_in_no_log_and_in_no_export() {
    let desk = desk().with("MUSTER_LOG", "trace");
    let mut console = live(&desk);
    let id = id_in_files(desk.path()).await;
    before(&kept(files(desk.path())), &id);
    forget(&mut console);
    let names: Vec<String> = files(desk.path()).into_iter().map(|(name, _)| name).collect();
    assert!(names.iter().any(|name| name.ends_with("-wal")), "{names:?}");
    for (file, bytes) in files(desk.path()) {
        after(&file, &bytes, &id);
    }
    let stays = STAYS.map(|(marker, _)| marker);
    assert_eq!(found(&kept(files(desk.path())), stays), stays);
    aftermath(&desk, console, &id);
    for (file, bytes) in files(desk.path()) {
        after(&file, &bytes, &id);
    }
}

#[tokio::test]
async fn who_was_forgotten_is_in_no_dump_of_postgresql() {
    let database = postgres::migrated().await;
    let desk = desk()
        .with("MUSTER_LOG", "trace")
        .with("MUSTER_DATABASE_URL", database.url());
    let mut console = live(&desk);
    let id = id_in(&postgres::open(&database).await).await;
    before(&postgres::dump_of(&database), &id);
    forget(&mut console);
    let dump = postgres::dump_of(&database);
    after("the dump", &dump, &id);
    let stays = STAYS.map(|(marker, _)| marker);
    assert_eq!(found(&dump, stays), stays);
    aftermath(&desk, console, &id);
    after("the dump", &postgres::dump_of(&database), &id);
    for (file, bytes) in files(desk.path()) {
        after(&file, &bytes, &id);
    }
}
