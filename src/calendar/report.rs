//! What is said of a file that was taken: what came of each entry, and what its lines break.

use std::collections::BTreeMap;
use std::fmt;

use muster_core::calendar::take::{Fate, Taken};
use muster_core::calendar::{Remark, Remarks};
use muster_core::ids::Reference;

/// The most lines that a sentence names.
const MOST_LINES: usize = 8;

/// What became of a file.
#[derive(Debug)]
pub struct Report {
    pub(super) file: String,
    pub(super) group: String,
    pub(super) dry_run: bool,
    pub(super) taken: Vec<Taken>,
    pub(super) remarks: Remarks,
}

impl Report {
    /// Whether something was refused.
    pub fn refused(&self) -> bool {
        !self.remarks.refused.is_empty() || self.taken.iter().any(|taken| matches!(taken.fate, Fate::Refused(_)))
    }

    fn of(&self, fate: &Fate) -> Vec<&Taken> {
        self.taken.iter().filter(|taken| taken.fate == *fate).collect()
    }

    fn refusals(&self) -> Vec<Remark> {
        let taken = self.taken.iter().filter_map(|taken| match &taken.fate {
            Fate::Refused(reason) => Some(Remark::new(taken.line, reason.clone())),
            _ => None,
        });
        let mut refusals: Vec<Remark> = self.remarks.refused.iter().cloned().chain(taken).collect();
        refusals.sort_by_key(|remark| remark.line);
        refusals
    }

    fn warnings(&self) -> Vec<Remark> {
        let taken = self
            .taken
            .iter()
            .filter_map(|taken| Some(Remark::new(taken.line, taken.remark.clone()?)));
        self.remarks.warnings.iter().cloned().chain(taken).collect()
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let would = if self.dry_run {
            ", if it were taken (--dry-run)"
        } else {
            ""
        };
        write!(f, "{} into \"{}\"{would}:", self.file, self.group)?;
        let refusals = self.refusals();
        let counts = [
            ("taken", self.of(&Fate::Added)),
            ("known and changed", self.of(&Fate::Changed)),
            ("known and unchanged", self.of(&Fate::Unchanged)),
            ("older than what was taken before", self.of(&Fate::Older)),
        ];
        for (label, taken) in counts {
            let count = taken.len();
            if count > 0 || label == "taken" {
                write!(f, "\n{label}: {count}{}", references(&taken))?;
            }
        }
        write!(f, "\nrefused: {}", refusals.len())?;
        for remark in &refusals {
            write!(f, "\n  line {}: {}", remark.line, remark.text)?;
        }
        section(f, "not taken", &self.remarks.passed_over)?;
        section(
            f,
            "breaks the standard or was changed, and taken all the same",
            &self.warnings(),
        )
    }
}

/// " (S1–S3, T4)"
fn references(taken: &[&Taken]) -> String {
    let mut all: Vec<Reference> = taken.iter().flat_map(|taken| taken.references.clone()).collect();
    all.sort_unstable();
    all.dedup();
    let mut runs: Vec<(Reference, Reference)> = Vec::new();
    for reference in all {
        match runs.last_mut() {
            Some((_, last)) if last.kind == reference.kind && last.number + 1 == reference.number => *last = reference,
            _ => runs.push((reference, reference)),
        }
    }
    let more = runs.len().saturating_sub(MOST_LINES);
    let mut words: Vec<String> = runs
        .iter()
        .take(MOST_LINES)
        .map(|(first, last)| {
            if first == last {
                first.to_string()
            } else {
                format!("{first}–{last}")
            }
        })
        .collect();
    if more > 0 {
        words.push("…".to_owned());
    }
    if words.is_empty() {
        return String::new();
    }
    format!(" ({})", words.join(", "))
}

/// The sentences, each once with its lines.
fn section(f: &mut fmt::Formatter<'_>, heading: &str, remarks: &[Remark]) -> fmt::Result {
    if remarks.is_empty() {
        return Ok(());
    }
    let mut by_text: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for remark in remarks {
        by_text.entry(&remark.text).or_default().push(remark.line);
    }
    let mut sentences: Vec<(Vec<usize>, &str)> = by_text.into_iter().map(|(text, lines)| (lines, text)).collect();
    for (lines, _) in &mut sentences {
        lines.sort_unstable();
        lines.dedup();
    }
    sentences.sort();
    write!(f, "\n{heading}:")?;
    for (lines, text) in sentences {
        write!(f, "\n  {}: {text}", line_words(&lines))?;
    }
    Ok(())
}

/// "line 4", "lines 4, 9 and 31 more"
fn line_words(lines: &[usize]) -> String {
    let named: Vec<String> = lines.iter().take(MOST_LINES).map(ToString::to_string).collect();
    let more = lines.len() - named.len();
    match (lines.len(), more) {
        (1, _) => format!("line {}", named[0]),
        (_, 0) => format!("lines {}", named.join(", ")),
        _ => format!("lines {} and {more} more", named.join(", ")),
    }
}
