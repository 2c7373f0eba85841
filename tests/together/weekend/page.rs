//! What is seen, in the same words on every platform: without markup, buttons and what only one of them shows.

use std::fmt::Write as _;

use crate::told::Told;

/// What was told, as it stands in the story: whoever sees the same stands in one line.
pub(super) fn page(told: &[Told], in_full: bool) -> String {
    let mut page = String::new();
    for (lines, places) in gathered(told, in_full) {
        let (first, rest) = lines.split_first().expect("a message says something");
        let _ = writeln!(page, "  {}: {first}", counted(&places).join(", "));
        for line in rest {
            let _ = writeln!(page, "    {line}");
        }
    }
    page
}

/// What is shown of each text, and where that was told.
fn gathered(told: &[Told], in_full: bool) -> Vec<(Vec<String>, Vec<&str>)> {
    let mut gathered: Vec<(Vec<String>, Vec<&str>)> = Vec::new();
    for one in told {
        let mut lines = lines(&one.first);
        lines.truncate(if in_full { lines.len() } else { 1 });
        match gathered.iter_mut().find(|(known, _)| *known == lines) {
            Some((_, places)) => places.push(place(one)),
            None => gathered.push((lines, vec![place(one)])),
        }
    }
    for (_, places) in &mut gathered {
        places.sort_unstable();
    }
    gathered.sort_by(|(ours, here), (theirs, there)| (here[0], ours).cmp(&(there[0], theirs)));
    gathered
}

/// Somebody's name, or the room on a platform.
pub(super) fn place(told: &Told) -> &str {
    let place = told.place.trim_matches(['[', ']']);
    match place.strip_suffix(", in private") {
        Some(account) => account.split_once(" on ").map_or(account, |(name, _)| name),
        None => place,
    }
}

fn counted(places: &[&str]) -> Vec<String> {
    let alike = places.chunk_by(|one, next| one == next);
    alike
        .map(|alike| match alike.len() {
            1 => alike[0].to_owned(),
            count => format!("{} × {count}", alike[0]),
        })
        .collect()
}

/// A message line by line.
pub(super) fn lines(written: &str) -> Vec<String> {
    let lines = written.lines().map(bare).filter(|line| !line.is_empty());
    lines.collect()
}

fn bare(line: &str) -> String {
    let line = line.trim_start_matches("bot>").trim();
    let line = line.trim_start_matches(['|', '↩']).trim();
    let line = outside(&outside(line, '<', '>'), '{', '}');
    let line = line.replace(['*', '`', '_', '\\'], "").replace(" ()", "");
    without_offset(&line).trim().to_owned()
}

/// Without the offset from UTC, which is told where a client shows no time of its own.
fn without_offset(line: &str) -> String {
    let Some((before, rest)) = line.split_once(" (UTC") else {
        return line.to_owned();
    };
    let after = rest.split_once(')').map_or("", |(_, after)| after);
    format!("{before}{after}")
}

/// A text without what stands between such brackets.
fn outside(text: &str, opens: char, closes: char) -> String {
    let mut pieces = text.split(opens);
    let mut outside = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        outside.push_str(piece.split_once(closes).map_or(piece, |(_, after)| after));
    }
    outside
}
