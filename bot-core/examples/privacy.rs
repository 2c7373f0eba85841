//! Prints `docs/privacy.md` from the privacy map: `cargo run --example privacy`. With `--check FILE` it compares instead,
//! and fails if the file is not what it would print.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command line prints")]

use std::process::ExitCode;

/// What refreshes the file.
const REFRESH: &str = "cargo run -q -p muster-core --example privacy > docs/privacy.md";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let page = muster_core::privacy::page(REFRESH);
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [] => print!("{page}"),
        ["--check", file] if std::fs::read_to_string(file).is_ok_and(|written| written == page) => {}
        ["--check", file] => {
            eprintln!("{file} is not what the privacy map says. To refresh it: {REFRESH}");
            return ExitCode::FAILURE;
        }
        _ => {
            eprintln!("usage: privacy [--check FILE]");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
