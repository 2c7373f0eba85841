//! Words for every argument of every command: most fit, some do not.

use muster_core::catalogue::{ArgKind, ArgSpec, CommandSpec, Shape};
use proptest::prelude::*;
use proptest::sample::select;

use super::step::PEOPLE;

/// The command with words in its places: now and then one is missing, and each option stands or does not.
pub(crate) fn command(spec: &'static CommandSpec) -> impl Strategy<Value = String> + Clone {
    let arguments: Vec<_> = spec.args.iter().map(argument).collect();
    arguments.prop_map(|words| {
        words
            .into_iter()
            .flatten()
            .fold(spec.path.to_owned(), |line, word| line + " " + &word)
    })
}

fn argument(arg: &'static ArgSpec) -> impl Strategy<Value = Option<String>> + Clone {
    let stands = match arg.shape {
        Shape::Required | Shape::Many { .. } => 0.97,
        Shape::Optional => 0.5,
        Shape::Keyed => 0.25,
    };
    prop::option::weighted(stands, value(arg)).prop_map(|word| {
        word.map(|word| match arg.shape {
            Shape::Keyed => format!("{}:\"{word}\"", arg.name),
            _ => word,
        })
    })
}

fn value(arg: &'static ArgSpec) -> BoxedStrategy<String> {
    match arg.kind {
        ArgKind::Reference(kind) => prop_oneof![
            20 => (1..4_u32).prop_map(move |number| format!("{}{number}", kind.letter())),
            1 => Just(format!("{}99", kind.letter())),
            1 => Just("S1".to_owned()),
        ]
        .boxed(),
        ArgKind::When => one_of(WHENS),
        ArgKind::WhenOrNone => prop_oneof![3 => one_of(WHENS), 1 => one_of(&["none"])].boxed(),
        ArgKind::Duration => one_of(&["30m", "2h", "1d", "10 days"]),
        ArgKind::DurationOrNone => one_of(&["2h", "1d", "none"]),
        ArgKind::Choice(choices) => one_of(choices),
        ArgKind::Number { min, max } => (min..=max).prop_map(|number| number.to_string()).boxed(),
        ArgKind::Member => prop_oneof![12 => one_of(&PEOPLE), 1 => one_of(&["zed", "@ben", "BEN"])].boxed(),
        ArgKind::Audience => one_of(&[
            "everyone",
            "everyone",
            "captains",
            "team:North",
            "team:Nort",
            "roster:S1",
            "unconfirmed:S2",
            "nonvoters:P1",
            "nonvoters:P2",
            "evryone",
        ]),
        ArgKind::Team => one_of(&["North", "north", "South", "Nort"]),
        ArgKind::Group => one_of(&["console", "Console", "#1", "#2", "Ward 3"]),
        ArgKind::Zone => one_of(&["Madrid", "New York", "Asia/Kathmandu", "Nowhere"]),
        ArgKind::Text { .. } | ArgKind::Word { .. } => one_of(texts(arg.name)),
    }
}

const WHENS: &[&str] = &[
    "sat 10am-1pm",
    "tomorrow 17:00",
    "in 2h",
    "in 20m",
    "dec 5 10-13",
    "2026-12-06 14:00",
    "every day 8am",
    "every tue 18:30",
    "yesterday",
    "fri",
];

/// What people would write there, and what they would not.
fn texts(name: &str) -> &'static [&'static str] {
    match name {
        "needs" => &[
            "1",
            "2",
            "none",
            "driver=1,knocker=1",
            "driver=2,cook=1",
            "knocker=3",
            "0",
        ],
        "role" => &["driver", "knocker", "Cook", "pilot"],
        "guest" => &["Gil", "gil", "Hana"],
        "option" => &["pizza, tacos", "pizza tacos", "1 2 3", "a, a", ""],
        "choice" => &["pizza", "tacos", "yes", "1", "2", "abstain", "pizza tacos", "3"],
        "ladder" => &["24h,2h", "off", "30m", "10 years"],
        "hours" => &["21:00-08:00", "off", "08:00-20:00", "late"],
        "until" => &["fri", "tomorrow 9:00", "off", "yesterday", "whenever"],
        "time" => &["8:00", "7am", "off", "6", "soon"],
        "language" => &["en", "es", "xx"],
        "code" => &["confirm", "CODE", "CODE yes", "0000"],
        "value" => &["Madrid", "es", "en", "Ward 3"],
        "question" => &["Pizza or tacos?", "When do we meet?"],
        "topic" => &["shift", "task", "poll vote", "zzz"],
        "name" => &["North", "South", "South side"],
        _ => &[
            "Canvass Ward 3",
            "none",
            "<b>x</b> @everyone **y**",
            "שלום",
            "call the printer",
        ],
    }
}

fn one_of(words: &'static [&'static str]) -> BoxedStrategy<String> {
    select(words).prop_map(str::to_owned).boxed()
}
