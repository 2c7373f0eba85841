//! What people type badly, through the real pipe: a sentence each time, and the console goes on.

use crate::desk;

#[test]
fn hostile_lines_are_answered_and_the_console_goes_on() {
    let megabyte = "x".repeat(1_000_000);
    let lines = [
        format!("shift add {megabyte} sat 10am"),
        megabyte,
        "shift claim \u{202e}S1".to_owned(),
        "task add \u{1b}[31mred\u{7}".to_owned(),
        "task add <b>bold</b> *stars* `code` @everyone".to_owned(),
        "shift clame S12".to_owned(),
        "\u{0}".to_owned(),
        "\"".to_owned(),
    ];
    for line in lines {
        let seen = desk().seen("ana", "main", &format!("{line}\nhelp\n"));
        let head: String = line.chars().take(40).collect();
        assert!(seen.lines().count() > 2, "{head:?}: {seen}");
        assert!(
            seen.len() < 20_000,
            "{head:?}: what was typed is not poured back: {} bytes",
            seen.len()
        );
        assert!(
            !seen.contains('\u{1b}') && !seen.contains('\u{202e}'),
            "{head:?}: {seen:?}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_do_not_end_the_console() {
    let desk = desk();
    let mut child = desk.command(&["console", "--as", "ana"]);
    let mut child = child
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    std::io::Write::write_all(&mut stdin, b"task add \xff\xfe\nhelp\n").unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(String::from_utf8(output.stdout).unwrap().lines().count() > 3);
}
