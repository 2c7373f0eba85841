//! Prints `docs/commands.md`, the reference of every command, from the catalogue: `cargo run --example commands`.
//! With `--check FILE` it compares instead, and fails if the file is not what it would print.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line prints")]

use std::fmt::Write as _;
use std::process::ExitCode;

use muster_core::catalogue::{ArgSpec, CommandSpec, areas, by_area, example, usage};
use muster_core::chrono::DateTime;
use muster_core::help::{access_sentence, area_sentence, kind_sentence};
use muster_core::locale::{Language, Phrase, Voice};
use muster_core::reply::Visibility;
use muster_core::time::Zone;

/// What refreshes the file.
const REFRESH: &str = "cargo run -q -p muster-core --example commands > docs/commands.md";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let reference = reference();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => print!("{reference}"),
        ["--check", file] if std::fs::read_to_string(file).is_ok_and(|written| written == reference) => {}
        ["--check", file] => {
            eprintln!("{file} is not what the catalogue says. To refresh it: {REFRESH}");
            return ExitCode::FAILURE;
        }
        _ => {
            eprintln!("usage: commands [--check FILE]");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

fn reference() -> String {
    let voice = Voice {
        language: Language::English,
        zone: Zone::utc(),
        now: DateTime::UNIX_EPOCH,
    };
    let mut text = format!("# Commands\n\n<!-- Generated from the catalogue: {REFRESH} -->\n\n{INTRODUCTION}\n");
    for area in areas() {
        section(&mut text, area, &voice);
    }
    text
}

const INTRODUCTION: &str = "\
Typed the same everywhere. `<…>` stands for what you fill in, `[…]` may be left out, `a|b` is one of these words.
Options such as `at:<place>` stand anywhere and in any order. Quotes group words: `at:\"Main Library\"`. A reference such
as `S12` names a shift, task (`T3`), poll (`P4`), reminder (`R5`) or broadcast (`B6`), in capitals or not. A time (`<when>`) is what people
write: `sat 10am-1pm`, `tomorrow 17:00`, `dec 5 10-13`, `2026-12-05 10:00`, `in 2h`, `every tue 18:30`.
";

fn section(text: &mut String, area: &str, voice: &Voice) {
    let sentence = voice.text(&area_sentence(area));
    push(text, &format!("## {area}\n\n{sentence}\n"));
    for spec in by_area(area) {
        command(text, spec, voice);
    }
}

fn command(text: &mut String, spec: &'static CommandSpec, voice: &Voice) {
    let summary = voice.text(&Phrase::keyed(spec.summary_key()));
    push(text, &format!("### `{}`\n\n{summary}", spec.path));
    let mut notes = Vec::new();
    notes.extend(access_sentence(spec).map(|sentence| voice.text(&sentence)));
    if spec.visibility == Visibility::Private {
        notes.push("Only you see the answer.".to_owned());
    }
    if !notes.is_empty() {
        push(text, &format!("\n*{}*", notes.join(" ")));
    }
    push(text, &format!("\n```text\n{}\n```\n", usage(spec)));
    for arg in spec.args {
        push(text, &argument(arg, voice));
    }
    if !spec.args.is_empty() {
        push(text, &format!("\nFor example: `{}`\n", example(spec)));
    }
}

fn argument(arg: &ArgSpec, voice: &Voice) -> String {
    format!("- `{}`: {}", arg.name, voice.text(&kind_sentence(arg)))
}

/// A line more.
fn push(text: &mut String, line: &str) {
    let _ = writeln!(text, "{line}");
}
