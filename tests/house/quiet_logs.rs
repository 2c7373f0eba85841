//! Names, texts and codes stay out of the log, whatever is logged; and what was said is not kept once it is done.

use std::fs;
use std::process::Output;

use muster_test_servers::desk::DeskFolder;

use crate::desk;

/// What nobody else would write, so that where it is found somebody's words are found. The names stay in the register
/// and what was asked for stays on the desk; the rest is said and gone.
const NAMES: [&str; 3] = ["Zorblatta", "Quixwend", "Vumblethorpe"];
const KEPT: [&str; 5] = ["Wexplanade", "Yondermill", "Frobnicourt", "Glimworthy", "Hazelquat"];
const GONE: [&str; 4] = ["Krumplestein", "Jabberfusk", "Snorvelock", "Plimtoggle"];

const SESSION: &str = "\
:clock 2026-12-01 09:00
shift add Wexplanade sat 10am-1pm needs:1 at:Yondermill note:Frobnicourt
Quixwend: shift claim S1
Vumblethorpe: shift claim S1
Quixwend: shift drop S1
task add Glimworthy due:fri 5pm for:Quixwend
poll new Hazelquat? yes, no
Quixwend: poll vote P1 Krumplestein
Quixwend: poll vote P1 yes
remind here in 1h Hazelquat
shift clame Snorvelock
group role Plimtoggle captain
:clock +3h
:room @Quixwend
Quixwend: me timezone Snorvelock
Quixwend: me quiet Plimtoggle
me link
";

/// The session, with a refused command that is long enough for pages of its own, which are freed when it is blanked.
fn typed() -> String {
    format!("{SESSION}task show T1 {}\n", "Jabberfusk ".repeat(1000))
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).to_lowercase()
}

fn holds(haystack: &[u8], word: &str) -> bool {
    text(haystack).contains(&word.to_lowercase())
}

/// What was shown and logged when that was typed.
fn session(desk: &DeskFolder, input: &str) -> Output {
    let output = desk.run(&["console", "--as", NAMES[0]], input);
    assert!(output.status.success(), "{}", text(&output.stderr));
    output
}

/// The code in `me link …`, as it was shown.
fn code(shown: &str) -> String {
    let line = shown.lines().rev().find_map(|line| line.split("me link ").nth(1));
    line.expect("a code is shown").trim().to_owned()
}

#[test]
fn the_whole_log_holds_no_name_no_text_and_no_code() {
    let desk = desk().with("MUSTER_LOG", "trace");
    let first = session(&desk, &typed());
    let code = code(&String::from_utf8_lossy(&first.stdout));
    let second = session(
        &desk,
        &format!("me link {code}\n:room @{}\n{0}: me link {code}\n", NAMES[2]),
    );
    assert!(holds(&second.stdout, "one person"), "{}", text(&second.stdout));
    let wrong = "0123-4567-89AB-CDEF-GHJK-MNPQ-RS";
    let third = session(&desk, &format!("me link {wrong}\n"));
    for output in [&first, &second, &third] {
        let log = &output.stderr;
        assert!(holds(log, "INSERT INTO inbox"), "everything is logged: {}", text(log));
        let bare = code.replace('-', "");
        let codes = [code.as_str(), &bare, wrong];
        for word in NAMES.iter().chain(&KEPT).chain(&GONE).copied().chain(codes) {
            let line = text(log)
                .lines()
                .find(|line| line.contains(&word.to_lowercase()))
                .map(str::to_owned);
            assert_eq!(line, None, "{word} is in the log");
        }
    }
}

#[test]
fn what_was_refused_or_delivered_is_on_no_disk_once_it_is_done() {
    let desk = desk();
    let seen = session(&desk, &typed());
    let code = code(&String::from_utf8_lossy(&seen.stdout));
    let files: Vec<(String, Vec<u8>)> = fs::read_dir(desk.path())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    let anywhere = |word: &str| files.iter().find(|(_, bytes)| holds(bytes, word)).map(|(name, _)| name);
    for word in NAMES.iter().chain(&KEPT) {
        assert!(anywhere(word).is_some(), "{word} is what the desk keeps");
    }
    for word in GONE {
        assert_eq!(anywhere(word), None, "{word} was refused, and is kept");
    }
    // Sentences that were delivered, and the code, of which only a hash is kept.
    let bare = code.replace('-', "");
    for word in ["on the waiting list", "A seat opened", "Did you mean", &code, &bare] {
        assert_eq!(anywhere(word), None, "{word} was delivered, and is kept");
        assert!(
            word == bare || holds(&seen.stdout, word),
            "{word} was shown: {}",
            text(&seen.stdout)
        );
    }
}
