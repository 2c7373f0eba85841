//! What colours stand for. They are of the palette of Okabe and Ito (jfly.uni-koeln.de/color), whose pairs everybody tells apart
//! who sees two of three primary colours; the tints are theirs on the paper.

use serde::{Deserialize, Serialize};

/// What a colour stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ink {
    /// The sheet.
    Paper,
    /// Every other row of a table.
    Band,
    /// Lines of a table.
    Rule,
    /// Text.
    Text,
    /// Text of less weight.
    Faint,
    /// Where nothing is missing.
    Full,
    /// The ground of it.
    FullTint,
    /// Where something is missing.
    Short,
    /// The ground of it.
    ShortTint,
    /// The ground of it where much is missing.
    ShortDeep,
    /// Where nothing can be missing.
    Free,
    /// The ground of it.
    FreeTint,
}

/// On what a drawing is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light: it reads in a dark window too, since its paper is drawn with it.
    Light,
    /// Light on dark.
    Dark,
}

impl Ink {
    /// Every ink.
    pub const ALL: [Self; 12] = [
        Self::Paper,
        Self::Band,
        Self::Rule,
        Self::Text,
        Self::Faint,
        Self::Full,
        Self::FullTint,
        Self::Short,
        Self::ShortTint,
        Self::ShortDeep,
        Self::Free,
        Self::FreeTint,
    ];

    /// The colour, as SVG has it: `#d55e00`.
    pub const fn colour(self, theme: Theme) -> &'static str {
        let (light, dark) = match self {
            Self::Paper => ("#ffffff", "#1e2227"),
            Self::Band => ("#f4f5f7", "#272c32"),
            Self::Rule => ("#d0d5db", "#464e57"),
            Self::Text => ("#1b1f24", "#f0f3f6"),
            Self::Faint => ("#4b535c", "#b4bcc5"),
            Self::Full => ("#0072b2", "#56b4e9"),
            Self::FullTint => ("#e1eff8", "#173447"),
            Self::Short => ("#d55e00", "#e69f00"),
            Self::ShortTint => ("#fdecdd", "#463310"),
            Self::ShortDeep => ("#f9cfa8", "#5c420c"),
            Self::Free => ("#6b737c", "#9aa3ad"),
            Self::FreeTint => ("#eceef0", "#32383f"),
        };
        match theme {
            Theme::Light => light,
            Theme::Dark => dark,
        }
    }
}
