//! The ballots: everybody likes every option more or less, by chance, the later options a little more.

/// How many ballots there are.
const BALLOTS: usize = 100_000;
/// How many options.
pub(crate) const OPTIONS: u16 = 20;
/// How much nobody can like an option.
const MOST: u64 = 1_000 + LIKED_MORE * OPTIONS as u64;
/// How much more each option is liked than the one before it.
const LIKED_MORE: u64 = 15;
/// The top of the scale.
pub(crate) const TOP_SCORE: u8 = 5;

/// What the voters think.
pub(crate) struct Election {
    /// Of each voter all options, the best first.
    pub(crate) orders: Vec<Vec<u16>>,
    /// Of each voter the points of each option.
    pub(crate) scores: Vec<Vec<u8>>,
}

impl Election {
    /// The same each time.
    pub(crate) fn by_chance() -> Self {
        let mut chance = Chance(2026);
        let voters: Vec<Vec<u64>> = (0..BALLOTS)
            .map(|_| {
                (0..OPTIONS)
                    .map(|option| chance.below(1_000) + u64::from(option) * LIKED_MORE)
                    .collect()
            })
            .collect();
        Self {
            orders: voters.iter().map(|liking| order(liking)).collect(),
            scores: voters
                .iter()
                .map(|liking| liking.iter().map(|liked| score(*liked)).collect())
                .collect(),
        }
    }
}

fn order(liking: &[u64]) -> Vec<u16> {
    let mut order: Vec<(u64, u16)> = liking.iter().copied().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().rev().map(|(_, option)| option).collect()
}

fn score(liked: u64) -> u8 {
    let score = liked * (u64::from(TOP_SCORE) + 1) / MOST;
    u8::try_from(score).unwrap_or(TOP_SCORE)
}

/// Sebastiano Vigna's SplitMix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end
    }
}
