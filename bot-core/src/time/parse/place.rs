//! The zone in a phrase: an IANA name, "UTC", "New York time", "hora de Madrid", a city or an abbreviation after a clock
//! time. What is found is blanked, so that every other word keeps its place.

use crate::time::Zone;
use crate::time::words::folded;

/// The word after the city of a zone.
const TIME: &str = "time";

/// The most words of a city.
const CITY_WORDS: usize = 4;

/// What the zone of a phrase is.
pub(super) enum Place {
    /// None is named.
    Unnamed,
    /// One is, and the phrase without it.
    Named(String, Zone),
    /// An abbreviation that several use: the phrase with each of theirs.
    Several(Vec<String>),
    /// There are two.
    Twice,
}

/// Abbreviations that mean one zone wherever they are used.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("utc", "UTC"),
    ("gmt", "UTC"),
    ("zulu", "UTC"),
    ("et", "America/New_York"),
    ("est", "America/New_York"),
    ("edt", "America/New_York"),
    ("eastern", "America/New_York"),
    ("ct", "America/Chicago"),
    ("cdt", "America/Chicago"),
    ("central", "America/Chicago"),
    ("mt", "America/Denver"),
    ("mdt", "America/Denver"),
    ("mountain", "America/Denver"),
    ("pt", "America/Los_Angeles"),
    ("pst", "America/Los_Angeles"),
    ("pdt", "America/Los_Angeles"),
    ("pacific", "America/Los_Angeles"),
    ("akst", "America/Anchorage"),
    ("akdt", "America/Anchorage"),
    ("hst", "Pacific/Honolulu"),
    ("cet", "CET"),
    ("cest", "CET"),
    ("eet", "EET"),
    ("eest", "EET"),
    ("wet", "WET"),
    ("msk", "Europe/Moscow"),
    ("jst", "Asia/Tokyo"),
    ("kst", "Asia/Seoul"),
    ("sast", "Africa/Johannesburg"),
    ("aedt", "Australia/Sydney"),
    ("awst", "Australia/Perth"),
    ("nzst", "Pacific/Auckland"),
    ("nzdt", "Pacific/Auckland"),
];

/// Abbreviations that people far apart use for their own.
const SHARED: &[(&str, &[&str])] = &[
    ("cst", &["America/Chicago", "Asia/Shanghai", "America/Havana"]),
    ("ist", &["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"]),
    ("bst", &["Europe/London", "Asia/Dhaka"]),
    ("mst", &["America/Denver", "America/Phoenix"]),
    ("ast", &["America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"]),
    ("aest", &["Australia/Sydney", "Australia/Brisbane"]),
];

/// Cities whose names are words of titles; with "time" after them they are cities.
const WORDS_TOO: &[&str] = &[
    "casey",
    "center",
    "christmas",
    "davis",
    "easter",
    "general",
    "knox",
    "midway",
    "palmer",
    "reunion",
    "stanley",
    "troll",
    "wake",
];

/// Words that end a clock time, besides those with a digit.
const CLOCK_WORDS: &[&str] = &[
    "am",
    "pm",
    "noon",
    "midnight",
    "mediodia",
    "medianoche",
    "tarde",
    "noche",
    "manana",
    "madrugada",
    "morning",
    "afternoon",
    "evening",
    "night",
    "h",
    "horas",
];

/// A word and where it stands.
type Word<'t> = (usize, &'t str);

/// Finds the zone of a phrase. `bare` says whether a city may stand without "time": not where other text follows.
pub(super) fn find(text: &str, bare: bool) -> Place {
    let mut start = 0;
    let words: Vec<Word<'_>> = text
        .split(' ')
        .map(|word| {
            let word = (start, word);
            start += word.1.len() + 1;
            word
        })
        .collect();
    let mut found: Option<(std::ops::Range<usize>, Zone)> = None;
    let mut index = 0;
    while index < words.len() {
        let Some((taken, name)) = name_at(&words, index, bare) else {
            index += 1;
            continue;
        };
        let (first, last) = (words[index], words[index + taken - 1]);
        let glued = if taken == 1 {
            first.1.len() - glued_zone(first.1).unwrap_or(first.1).len()
        } else {
            0
        };
        let span = first.0 + glued..last.0 + last.1.trim_end_matches([',', '.', ';']).len();
        let zone = match name {
            Name::One(zone) => zone,
            Name::Several(zones) => {
                let with = |zone: &&str| format!("{}{zone}{}", &text[..span.start], &text[span.end..]);
                return Place::Several(zones.iter().map(with).collect());
            }
        };
        if found.is_some() {
            return Place::Twice;
        }
        found = Some((span, zone));
        index += taken;
    }
    match found {
        None => Place::Unnamed,
        Some((span, zone)) => {
            let blank = " ".repeat(span.len());
            Place::Named(format!("{}{blank}{}", &text[..span.start], &text[span.end..]), zone)
        }
    }
}

enum Name {
    One(Zone),
    Several(&'static [&'static str]),
}

/// The zone whose name begins with that word, and how many words it has.
fn name_at(words: &[Word<'_>], index: usize, bare: bool) -> Option<(usize, Name)> {
    let word = |at: usize| words.get(at).map(|(_, word)| word.trim_matches([',', '.', ';', ':']));
    let first = word(index)?;
    if let Some(zone) = glued_zone(first) {
        return abbreviation(zone).map(|name| (1, name));
    }
    if first.contains('/') && first.contains(char::is_alphabetic) {
        let zone = Zone::parse(first)?;
        let and_time = word(index + 1).is_some_and(|word| word.eq_ignore_ascii_case(TIME));
        return Some((if and_time { 2 } else { 1 }, Name::One(zone)));
    }
    if first.eq_ignore_ascii_case("hora") {
        let of = word(index + 1)?;
        let skip = if of.eq_ignore_ascii_case("de") { 2 } else { 1 };
        return (1..=CITY_WORDS).rev().find_map(|count| {
            let zone = city(words, index + skip, count).filter(|_| skip == 2)?;
            Some((skip + count, Name::One(zone)))
        });
    }
    let named = (1..=CITY_WORDS).rev().find_map(|count| {
        let is_time = word(index + count)?.eq_ignore_ascii_case(TIME);
        let zone = || city(words, index, count).map(Name::One);
        let short = || abbreviation(first).filter(|_| count == 1);
        is_time
            .then(|| short().or_else(zone))
            .flatten()
            .map(|name| (count + 1, name))
    });
    if named.is_some() {
        return named;
    }
    if first.eq_ignore_ascii_case("utc") {
        return abbreviation(first).map(|name| (1, name));
    }
    if index == 0 || !ends_a_clock(word(index - 1)?) {
        return None;
    }
    if let Some(name) =
        abbreviation(first).filter(|_| !matches!(&*folded(first), "eastern" | "central" | "mountain" | "pacific"))
    {
        return Some((1, name));
    }
    (1..=CITY_WORDS).rev().find_map(|count| {
        let zone = city(words, index, count).filter(|_| bare)?;
        let a_word = count == 1 && WORDS_TOO.contains(&&*folded(first));
        (!a_word).then_some((count, Name::One(zone)))
    })
}

/// `Z` or `UTC` after the digits of a clock time: `10:00Z`.
fn glued_zone(word: &str) -> Option<&str> {
    let word = word.trim_end_matches([',', '.', ';']);
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let (clock, zone) = word.split_at(digits.len());
    let is_clock = clock.contains(':') && clock.ends_with(|c: char| c.is_ascii_digit());
    let known = ["z", "utc", "gmt"].iter().any(|known| zone.eq_ignore_ascii_case(known));
    (is_clock && known).then_some(zone)
}

fn abbreviation(word: &str) -> Option<Name> {
    let word = if word.eq_ignore_ascii_case("z") {
        "zulu".to_owned()
    } else {
        folded(word)
    };
    if let Some((_, zones)) = SHARED.iter().find(|(known, _)| *known == word) {
        return Some(Name::Several(zones));
    }
    let (_, name) = ABBREVIATIONS.iter().find(|(known, _)| *known == word)?;
    Zone::parse(name).map(Name::One)
}

fn city(words: &[Word<'_>], index: usize, count: usize) -> Option<Zone> {
    let named = words.get(index..index + count)?;
    let name: Vec<&str> = named
        .iter()
        .map(|(_, word)| word.trim_end_matches([',', '.', ';']))
        .collect();
    Zone::parse(&name.join(" "))
}

fn ends_a_clock(word: &str) -> bool {
    let folded = folded(word);
    folded.starts_with(|c: char| c.is_ascii_digit()) || CLOCK_WORDS.contains(&&*folded)
}
