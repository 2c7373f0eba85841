//! What is to be seen once: what was lost, and what was seen twice.

use std::fmt;

/// What stands under a message that may be seen twice.
pub const MARK: &str = "(possibly repeated)";

/// How often things were seen that are to be seen once.
#[derive(Debug, Default)]
pub struct Once {
    /// Never seen.
    pub lost: usize,
    /// Seen again without a mark.
    pub doubled: usize,
    /// Seen again, and marked.
    pub repeated: usize,
}

impl Once {
    /// Counts one thing by the texts in which it was seen, the first one first.
    pub fn see(&mut self, texts: &[&str]) {
        self.lost += usize::from(texts.is_empty());
        let (repeated, doubled): (Vec<&str>, Vec<&str>) = texts.iter().skip(1).partition(|text| text.contains(MARK));
        self.repeated += repeated.len();
        self.doubled += doubled.len();
    }
}

impl fmt::Display for Once {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "lost {}, doubled {}, repeated {}",
            self.lost, self.doubled, self.repeated
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_again_is_marked_or_doubled() {
        let mut once = Once::default();
        let marked = format!("rain {MARK}");
        once.see(&[]);
        once.see(&["rain"]);
        once.see(&[&marked]);
        once.see(&["rain", &marked, &marked]);
        once.see(&[&marked, "rain"]);
        assert_eq!((once.lost, once.doubled, once.repeated), (1, 1, 2));
    }
}
