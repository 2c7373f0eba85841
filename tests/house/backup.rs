//! The drill: backups are made while people go on typing, the desk is lost, and each backup restores to the desk as it
//! stood at one instant: nothing that was answered before it is missing, nothing is half there.

use std::fs;
use std::io::Write;
use std::path::Path;

use muster_test_servers::desk::DeskFolder;
use muster_test_servers::full;

use crate::desk;

fn backed_up(desk: &DeskFolder, file: &Path) -> String {
    let output = desk.run(&["backup", file.to_str().unwrap()], "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn restored(file: &Path) -> DeskFolder {
    let desk = desk();
    let output = desk.run(&["restore", file.to_str().unwrap()], "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    desk
}

/// The numbers of the tasks `job-N` that a desk lists.
fn jobs(desk: &DeskFolder) -> Vec<usize> {
    let list = desk.seen("ana", "main", "task list\n");
    // An answer that was on its way when the backup was made comes first: no line of the list.
    let numbers = list.lines().filter(|line| line.starts_with("  T")).filter_map(|line| {
        let (_, rest) = line.split_once("job-")?;
        rest.split(' ').next()?.parse().ok()
    });
    numbers.collect()
}

#[test]
fn backups_of_a_busy_desk_restore_to_one_instant() {
    let rounds = if full() { 20 } else { 4 };
    let desk = desk();
    let shelf = tempfile::tempdir().unwrap();
    desk.seen("ana", "main", ":clock 2026-12-01 09:00\n");
    let mut running = desk.start("ana");
    let mut keyboard = running.keyboard();
    let mut answered = 0;
    for round in 0..rounds {
        let typed = 0..6;
        let first = round * typed.len();
        for job in typed.clone() {
            writeln!(keyboard, "task add job-{}", first + job).unwrap();
        }
        // Half of them are answered for certain; the others are under way while the backup is made.
        let certain = first + typed.len() / 2;
        while answered < certain {
            let line = running.next_line().expect("the desk goes on");
            answered += usize::from(line.contains(" · job-"));
        }
        let file = shelf.path().join(format!("round-{round}.db"));
        backed_up(&desk, &file);
        let kept = jobs(&restored(&file));
        assert!(
            kept.len() >= certain.min(30),
            "round {round}: {certain} were answered, {kept:?} are kept"
        );
        assert!(
            kept.iter().copied().eq(0..kept.len()),
            "round {round}: {kept:?} is no instant"
        );
    }
    running.kill();
}

#[test]
fn a_desk_that_was_lost_goes_on_from_its_backup() {
    let desk = desk();
    desk.seen(
        "ana",
        "main",
        ":clock 2026-12-01 09:00\nshift add Canvass sat 10am-1pm needs:1\nshift claim S1\nben: shift claim S1\nremind here fri 9am Cars leave at ten\n",
    );
    let file = desk.path().join("backup.db");
    let said = backed_up(&desk, &file);
    assert!(said.contains("groups: 1, people: 2"), "{said}");

    let found = restored(&file);
    let seen = found.seen("ana", "main", "shift drop S1\n:clock 2026-12-04 09:00\n");
    assert!(seen.contains("ben moves up from the waiting list"), "{seen}");
    assert!(seen.contains("Cars leave at ten"), "{seen}");
}

#[test]
fn nothing_is_ever_written_over() {
    let desk = desk();
    desk.seen("ana", "main", "task add Sweep\n");
    let refusals: [(&[&str], &str); 4] = [
        (
            &["backup", "muster.db"],
            "muster.db is there already: name another file",
        ),
        (&["restore", "muster.toml"], "muster.db is there already"),
        (
            &["backup", "nowhere/backup.db"],
            "nowhere/backup.db cannot be read or written",
        ),
        (&["backup"], "<FILE>"),
    ];
    for (arguments, sentence) in refusals {
        let output = desk.run(arguments, "");
        assert!(!output.status.success(), "{arguments:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(sentence), "{arguments:?}: {said}");
    }
    assert!(desk.seen("ana", "main", "task list\n").contains("Sweep"));
}

#[test]
fn what_is_no_whole_backup_makes_no_desk() {
    let source = desk();
    source.seen("ana", "main", "task add Sweep\n");
    let whole = source.path().join("backup.db");
    backed_up(&source, &whole);
    let bytes = fs::read(&whole).unwrap();
    let mut scrawled = bytes.clone();
    let middle = scrawled.len() / 2;
    scrawled[middle..middle + 8192].fill(0x5a);
    let cases = [
        ("cut", bytes[..bytes.len() / 2].to_vec()),
        ("scrawled", scrawled),
        (
            "words",
            b"this is no database at all, but long enough to look at".to_vec(),
        ),
        ("empty", Vec::new()),
    ];
    for (name, content) in cases {
        let desk = desk();
        fs::write(desk.path().join(name), content).unwrap();
        let output = desk.run(&["restore", name], "");
        assert!(!output.status.success(), "{name}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            said.contains(&format!("{name} is no whole muster database")),
            "{name}: {said}"
        );
        assert!(!desk.path().join("muster.db").exists(), "{name} left half a desk");
    }
    let output = desk().run(&["restore", "nothing"], "");
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("nothing is not there")
    );
}

#[test]
fn what_a_lost_database_left_beside_it_is_not_mixed_in() {
    let source = desk();
    source.seen("ana", "main", "task add Sweep\n");
    let file = source.path().join("backup.db");
    backed_up(&source, &file);
    let desk = desk();
    fs::write(desk.path().join("muster.db-wal"), b"of another desk").unwrap();
    let output = desk.run(&["restore", file.to_str().unwrap()], "");
    assert!(
        String::from_utf8(output.stderr)
            .unwrap()
            .contains("muster.db-wal is there already")
    );
}

#[cfg(unix)]
#[test]
fn only_its_owner_reads_a_backup() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk();
    desk.seen("ana", "main", "task add Sweep\n");
    let file = desk.path().join("backup.db");
    backed_up(&desk, &file);
    assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
}
