//! Every poll of the stories comes to the same where `muster tally` counts the files that the bot gave out.

use std::fs;
use std::path::Path;

use crate::desk;

/// What a story shows of one poll.
struct Told<'a> {
    story: &'a str,
    poll: String,
}

impl Told<'_> {
    /// What stands in the story below the name of a file.
    fn below(&self, name: &str) -> Option<(usize, &str)> {
        let opening = format!("\n{name} · ");
        let (size, text) = self.story.split_once(&opening)?.1.split_once(" B\n")?;
        Some((size.parse().ok()?, text))
    }

    /// The table of stages: as many bytes as the line above it says.
    fn stages(&self) -> Option<&str> {
        let (size, text) = self.below(&format!("{}-stages.txt", self.poll))?;
        Some(&text[..size])
    }

    /// A file of ballots: the lines before the next file or the next act.
    fn ballots(&self, name: &str) -> String {
        let ends =
            |line: &str| line.is_empty() || line.ends_with(" B") || line.split(' ').next().unwrap().ends_with('>');
        let lines = self.below(name).unwrap().1.lines().take_while(|line| !ends(line));
        lines.flat_map(|line| [line, "\n"]).collect()
    }

    /// How the poll ended, in a sentence.
    fn result(&self) -> &str {
        let heading = format!("\n{} · ", self.poll);
        let cards = self.story.match_indices(&heading);
        let closed = cards.map(|(at, _)| &self.story[at + 1..]);
        let mut closed = closed.filter(|card| card.lines().next().is_some_and(|line| line.ends_with(" · closed")));
        closed.next().and_then(|card| card.lines().nth(1)).unwrap()
    }

    /// What is typed to count it again, word by word.
    fn command(&self) -> Option<Vec<&str>> {
        let said = format!(
            "The ballots of {}, sorted and without names.\nTo count them again: muster ",
            self.poll
        );
        let (_, behind) = self.story.split_once(&said)?;
        Some(behind.lines().next()?.split(' ').collect())
    }
}

/// Counts a poll of a story again; whether the story gives its ballots out.
fn counts_again(told: &Told<'_>) -> bool {
    let Some(command) = told.command() else {
        return false;
    };
    let desk = desk();
    let name = command[1];
    fs::write(desk.path().join(name), told.ballots(name)).unwrap();
    let output = desk.run(&command, "");
    let counted = String::from_utf8(output.stdout).unwrap();
    let complained = String::from_utf8(output.stderr).unwrap();
    assert_eq!(
        (complained.as_str(), output.status.code()),
        ("", Some(0)),
        "{}",
        told.poll
    );
    if let Some(stages) = told.stages() {
        assert!(counted.contains(stages), "{}: {counted}\n{stages}", told.poll);
    }
    let result = told.result();
    if !result.ends_with("nothing is decided.") && !result.starts_with("It does not pass") {
        let elected = counted.split_once("Elected\n").unwrap().1;
        for line in elected.lines().take_while(|line| line.starts_with("  ")) {
            let name = line.split_once(". ").unwrap().1;
            let name = name.rsplit_once(": stage ").map_or(name, |(name, _)| name);
            assert!(result.contains(name), "{}: {result} {counted}", told.poll);
        }
    }
    true
}

#[test]
fn what_the_bot_gives_out_counts_to_what_it_said() {
    for (name, given_out) in [("quick-polls", 8), ("steward-election", 3), ("secret-receipts", 2)] {
        let path = format!("tests/scenarios/{name}.txt");
        let story = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        let polls = (1..=9).map(|number| Told {
            story: &story,
            poll: format!("P{number}"),
        });
        assert_eq!(polls.filter(counts_again).count(), given_out, "{name}");
    }
}
