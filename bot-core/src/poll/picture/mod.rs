//! A poll as a picture: the result as bars or stage by stage, and how many voted as a meter.
//!
//! - [`Shown`]: what is drawn, in words that are said already; [`picture`]: the drawing with its words
//! - `sheet`: the sheet as it is filled from top to bottom; `bars`, `stages`, `meter`: what is put on it
//! - `alt`: the same for those who do not see it
//!
//! Who won is told by a sign and by a filled bar, never by its colour alone.

mod alt;
mod bars;
mod meter;
mod sheet;
mod stages;
#[cfg(test)]
mod tests;

use sheet::Sheet;

use crate::locale::Voice;
use crate::phrase;
use crate::picture::Picture;
use crate::poll::tally::outcome::Outcome;
use crate::poll::tally::report::Labels;

/// A poll to be drawn. All words are in the language of whoever sees it.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    /// What was asked.
    pub question: &'a str,
    /// How it ended, or stands, in a sentence.
    pub result: String,
    /// How the options stand.
    pub body: Body<'a>,
    /// Where methods disagree: the name of each, and whom it would choose.
    pub methods: Vec<(String, String)>,
    /// How many voted.
    pub turnout: Option<Turnout>,
}

/// How the options of a poll stand.
#[derive(Debug, Clone)]
pub enum Body<'a> {
    /// A bar for each option; none where that is not to be seen yet.
    Bars {
        /// The options, in order.
        rows: Vec<Row<'a>>,
        /// The figure that wins, where one was set.
        needed: Option<Mark>,
    },
    /// A row for each option, a column for each stage.
    Stages {
        /// The stages.
        outcome: &'a Outcome,
        /// The options, in order.
        options: &'a [String],
        /// How each came out.
        standings: Vec<Standing>,
        /// Our words in it.
        labels: Labels,
    },
}

/// An option with its bar.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// What it is called.
    pub option: &'a str,
    /// How long its bar is.
    pub figure: u64,
    /// How far a lighter part goes on from there: who can come if need be.
    pub lighter: u64,
    /// The figure in words, in one line: "8 · 62 %".
    pub said: String,
    /// Whether it won.
    pub standing: Standing,
}

/// How an option came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It won.
    Won,
    /// It is one of several that nothing tells apart.
    Tied,
    /// Neither, or not decided yet.
    Other,
}

/// A figure that is to be reached.
#[derive(Debug, Clone)]
pub struct Mark {
    /// How much it is, on the scale of what it is drawn beside.
    pub figure: u64,
    /// What it means: "10 must vote".
    pub said: String,
}

/// How many voted.
#[derive(Debug, Clone)]
pub struct Turnout {
    /// In words: "13 of 20 voted".
    pub said: String,
    /// How many voted.
    pub voted: u64,
    /// How many may vote, where that is fixed; without it there is no meter.
    pub of: Option<u64>,
    /// How many must vote.
    pub quorum: Option<Mark>,
}

/// Draws a poll. The file is `poll.png`.
pub fn picture(shown: &Shown<'_>, voice: &Voice) -> Picture {
    let mut sheet = Sheet::new(stages::width(&shown.body));
    sheet.title(shown.question);
    sheet.lines(&shown.result);
    match &shown.body {
        Body::Bars { rows, needed } => bars::draw(&mut sheet, rows, needed.as_ref()),
        Body::Stages {
            outcome,
            options,
            standings,
            labels,
        } => {
            let options: Vec<_> = options
                .iter()
                .map(String::as_str)
                .zip(standings.iter().copied())
                .collect();
            stages::draw(&mut sheet, outcome, &options, labels);
        }
    }
    if !shown.methods.is_empty() {
        sheet.part();
        sheet.lines(&voice.text(&phrase!("poll-methods-disagree")));
        sheet.side_by_side(&shown.methods);
    }
    if let Some(turnout) = &shown.turnout {
        meter::draw(&mut sheet, turnout);
    }
    let said = alt::said(shown);
    Picture {
        name: "poll.png".to_owned(),
        alt: voice.text(&phrase!("poll-picture-alt", said = word said)),
        drawing: sheet.finished(),
    }
}

impl Standing {
    /// What stands beside the option: nothing where it neither won nor is tied.
    const fn sign(self) -> &'static str {
        match self {
            Self::Won => "✓",
            Self::Tied => "=",
            Self::Other => "",
        }
    }
}
