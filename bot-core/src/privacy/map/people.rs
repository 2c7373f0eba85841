//! People: who they are, and how platforms know them; the codes and addresses that are theirs alone.

use super::Export::{Named, Not, Shown, Within};
use super::Forget::Row;
use super::{COUNTER, Table, impersonal, personal};

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "people",
        holds: "people and their settings",
        columns: &[
            personal("id", Not("an id of our own"), Row),
            personal("name", Shown, Row),
            personal("zone", Shown, Row),
            personal("language", Shown, Row),
            personal("quiet_from", Within("a clock time"), Row),
            personal("quiet_to", Within("a clock time"), Row),
            personal("ladder", Within("a list of lengths"), Row),
            personal("agreed_at", Shown, Row),
            personal("chosen_group", Named, Row),
            personal("paused_at", Shown, Row),
            personal("pause_until", Shown, Row),
            personal("pause_local", Shown, Row),
            personal("pause_zone", Shown, Row),
            personal("digest_at", Within("a clock time"), Row),
            personal("preferred", Shown, Row),
            impersonal("version", COUNTER),
        ],
    },
    Table {
        name: "person_skills",
        holds: "what people can do",
        columns: &[
            personal("person_id", Not("whose document it is"), Row),
            personal("skill_key", Not("the skill in lower case"), Row),
            personal("skill", Shown, Row),
        ],
    },
    Table {
        name: "accounts",
        holds: "how platforms know people",
        columns: &[
            personal("platform", Shown, Row),
            personal("account", Shown, Row),
            personal("person_id", Not("whose document it is"), Row),
            personal("name", Shown, Row),
            personal("seen_at", Shown, Row),
            personal("handle", Shown, Row),
            personal("handle_key", Not("the handle in lower case"), Row),
        ],
    },
];

/// What somebody has in hand to be known by.
pub(super) const CODES: &[Table] = &[
    Table {
        name: "link_codes",
        holds: "one-time codes that join accounts and places",
        columns: &[
            personal("hash", Not("a hash of a code that only the person saw"), Row),
            personal("person_id", Named, Row),
            personal("group_id", Named, Row),
            personal("expires_at", Shown, Row),
            personal("claimed_by", Named, Row),
            personal("used_at", Shown, Row),
            impersonal("claimed_platform", "of the place that is to join"),
            impersonal("claimed_place", "the place that is to join"),
            impersonal("claimed_room", "a room of the place that is to join"),
            impersonal("claimed_name", "what the platform calls the place that is to join"),
        ],
    },
    Table {
        name: "calendar_feeds",
        holds: "addresses of people's own calendars",
        columns: &[
            personal("hash", Not("a hash of an address that only the person saw"), Row),
            personal("person_id", Not("whose document it is"), Row),
            personal("made_at", Shown, Row),
        ],
    },
    Table {
        name: "wrong_codes",
        holds: "wrong codes that accounts typed; only that they did, and when",
        columns: &[
            personal("platform", Shown, Row),
            personal("account", Shown, Row),
            personal("at", Within("a count"), Row),
        ],
    },
];
