//! What somebody probably meant.

/// The most letters that are compared: longer words were not mistyped but meant.
const COMPARED: usize = 64;

/// The nearest of the candidates by edit distance (insert, delete, change, swap neighbours), without regard to case,
/// if it is near enough to be meant: a change for every four letters. Of equally near ones the first.
pub fn nearest<'a>(wanted: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    candidates
        .filter_map(|candidate| Some((distance(wanted, candidate)?, candidate)))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// How far `typed` is from `meant`, or `None` if too far to be a slip.
pub(super) fn distance(typed: &str, meant: &str) -> Option<usize> {
    within(typed, meant, meant.chars().count() / 4)
}

/// The same, where little else can be meant: fewer changes than half of the letters.
pub(super) fn loose_distance(typed: &str, meant: &str) -> Option<usize> {
    within(typed, meant, meant.chars().count().saturating_sub(1) / 2)
}

fn within(typed: &str, meant: &str, most: usize) -> Option<usize> {
    if typed.len() > COMPARED || meant.len() > COMPARED {
        return None;
    }
    let distance = strsim::osa_distance(&typed.to_lowercase(), &meant.to_lowercase());
    (distance <= most).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_forgiven_and_another_word_is_not() {
        let names = ["Canvass", "Phones", "Me"];
        assert_eq!(nearest("canvas", names.into_iter()), Some("Canvass"));
        assert_eq!(nearest("Pohnes", names.into_iter()), Some("Phones"));
        assert_eq!(nearest("drivers", names.into_iter()), None);
        assert_eq!(nearest("we", names.into_iter()), None);
        assert_eq!(nearest(&"x".repeat(1_000_000), names.into_iter()), None);
    }
}
