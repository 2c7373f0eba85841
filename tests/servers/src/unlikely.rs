//! What nobody else would write, so that where it is found somebody's words are found: for tests of what is not logged.

/// The words.
pub const WORDS: [&str; 10] = [
    "Zorblatta",
    "Quixwend",
    "Vumblethorpe",
    "Wexplanade",
    "Yondermill",
    "Glimworthy",
    "Snorvelock",
    "Jabberfusk",
    "Plimtoggle",
    "Frandibble",
];
