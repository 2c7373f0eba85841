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

    /// The colour: red, green and blue.
    pub const fn colour(self, theme: Theme) -> u32 {
        let (light, dark) = match self {
            Self::Paper => (0xFF_FF_FF, 0x1E_22_27),
            Self::Band => (0xF4_F5_F7, 0x27_2C_32),
            Self::Rule => (0xD0_D5_DB, 0x46_4E_57),
            Self::Text => (0x1B_1F_24, 0xF0_F3_F6),
            Self::Faint => (0x4B_53_5C, 0xB4_BC_C5),
            Self::Full => (0x00_72_B2, 0x56_B4_E9),
            Self::FullTint => (0xE1_EF_F8, 0x17_34_47),
            Self::Short => (0xD5_5E_00, 0xE6_9F_00),
            Self::ShortTint => (0xFD_EC_DD, 0x46_33_10),
            Self::ShortDeep => (0xF9_CF_A8, 0x5C_42_0C),
            Self::Free => (0x6B_73_7C, 0x9A_A3_AD),
            Self::FreeTint => (0xEC_EE_F0, 0x32_38_3F),
        };
        match theme {
            Theme::Light => light,
            Theme::Dark => dark,
        }
    }
}
