//! The names of the built-in time zone database, and the cities in them.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};

/// The parts of the world whose zones are named after a city or an island.
const REGIONS: [&str; 10] = [
    "Africa",
    "America",
    "Antarctica",
    "Arctic",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
];

/// The longest name is `America/Argentina/ComodRivadavia`, with 32 characters; nothing longer is looked up.
const LONGEST: usize = 40;

/// A zone of the database.
#[derive(Debug)]
pub(crate) struct Place {
    /// Its IANA name.
    pub(crate) name: &'static str,
    rules: OnceLock<TimeZone>,
}

struct Atlas {
    database: TimeZoneDatabase,
    places: Vec<Place>,
    by_name: HashMap<String, usize>,
    by_city: HashMap<String, Vec<usize>>,
}

static ATLAS: LazyLock<Atlas> = LazyLock::new(|| {
    let database = TimeZoneDatabase::bundled();
    let mut names: Vec<String> = database
        .available()
        .map(|name| name.as_str().to_owned())
        .filter(|name| name != "Factory" && name != "Etc/Unknown")
        .collect();
    names.sort();
    let places: Vec<Place> = names
        .into_iter()
        .map(|name| Place {
            name: name.leak(), // once a process, a few kilobytes
            rules: OnceLock::new(),
        })
        .collect();
    let mut by_name = HashMap::new();
    let mut by_city: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, place) in places.iter().enumerate() {
        by_name.insert(folded(place.name), index);
        if let Some(city) = place.city() {
            by_city.entry(folded(&city)).or_default().push(index);
        }
    }
    Atlas {
        database,
        places,
        by_name,
        by_city,
    }
});

impl Place {
    /// The offsets and clock changes of the zone.
    pub(crate) fn rules(&self) -> &TimeZone {
        self.rules.get_or_init(|| {
            ATLAS
                .database
                .get(self.name)
                .expect("the built-in database has every zone that it lists")
        })
    }

    /// The city of the name, with spaces: "New York".
    pub(crate) fn city(&self) -> Option<String> {
        let (region, _) = self.name.split_once('/')?;
        let city = self.name.rsplit('/').next()?;
        REGIONS.contains(&region).then(|| city.replace('_', " "))
    }
}

/// Every zone, in the order of the names.
pub(crate) fn places() -> &'static [Place] {
    &ATLAS.places
}

/// Coordinated Universal Time.
pub(crate) fn utc() -> &'static Place {
    by_name("UTC").expect("every time zone database has UTC")
}

/// The zone of that IANA name.
pub(crate) fn by_name(name: &str) -> Option<&'static Place> {
    if name.len() > LONGEST {
        return None;
    }
    ATLAS.by_name.get(&folded(name)).map(|&index| &ATLAS.places[index])
}

/// The zone of that city; of several names for one zone the fullest (`America/Argentina/Buenos_Aires`).
pub(crate) fn by_city(city: &str) -> Option<&'static Place> {
    if city.len() > LONGEST {
        return None;
    }
    let found = ATLAS.by_city.get(&folded(city))?;
    let places = || found.iter().map(|&index| &ATLAS.places[index]);
    let fullest = places().max_by_key(|place| (place.name.matches('/').count(), place.name))?;
    places().all(|place| same_rules(place, fullest)).then_some(fullest)
}

/// Whether two texts are one city's name.
pub(crate) fn same_city(one: &str, other: &str) -> bool {
    one.len().max(other.len()) <= LONGEST && folded(one) == folded(other)
}

/// Whether two names mean one zone: the same clock changes since 1970.
pub(crate) fn same_rules(one: &Place, other: &Place) -> bool {
    let changes = |place: &Place| -> Vec<(i64, i32)> {
        let rules = place.rules();
        let start = (0, rules.to_offset(Timestamp::UNIX_EPOCH).seconds());
        let later = rules
            .following(Timestamp::UNIX_EPOCH)
            .take(CHANGES)
            .map(|change| (change.timestamp().as_second(), change.offset().seconds()));
        std::iter::once(start).chain(later).collect()
    };
    one.name == other.name || changes(one) == changes(other)
}

/// Two a year reach past the year 2050.
const CHANGES: usize = 170;

/// The form that names are compared in: lower case, single spaces for underscores and blanks, no accents.
fn folded(name: &str) -> String {
    let plain: String = name.chars().flat_map(char::to_lowercase).map(bare).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The letter without its accent, as the database writes city names.
pub(crate) fn bare(letter: char) -> char {
    match letter {
        '_' => ' ',
        'á' | 'à' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'õ' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}
