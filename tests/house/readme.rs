//! The session in the README is what a person sees who types it.

use crate::desk_with_nothing_configured;

const README: &str = include_str!("../../README.md");
const PROMPT: &str = "organizer> ";

#[test]
fn the_session_is_what_people_see() {
    let session = README
        .split("```text\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .unwrap();
    let prompts = session.lines().filter_map(|line| line.strip_prefix(PROMPT));
    let typed = prompts.collect::<Vec<_>>().join("\n");
    assert_eq!(typed.lines().count(), 10);
    let output = desk_with_nothing_configured().run(&[], &typed);
    let seen = String::from_utf8(output.stdout).unwrap();
    let shown: Vec<&str> = session.lines().filter(|line| !line.starts_with(PROMPT)).collect();
    assert_eq!(seen.lines().collect::<Vec<_>>(), shown);
}
