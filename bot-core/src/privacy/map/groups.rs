//! Groups: where they meet, who is in them, and as what.

use super::Export::{Named, Not, Shown};
use super::Forget::{Row, Stays};
use super::{COUNTER, GROUP, ID, THE_GROUPS, Table, impersonal, personal};

const OF_THE_GROUP: &str = "the group's settings";

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "groups",
        holds: "groups; one that nobody else is in goes with its last member",
        columns: &[
            impersonal("id", ID),
            personal("name", Shown, Stays(OF_THE_GROUP)),
            impersonal("zone", OF_THE_GROUP),
            impersonal("language", OF_THE_GROUP),
            impersonal("prefix", OF_THE_GROUP),
            impersonal("asks", OF_THE_GROUP),
            impersonal("rest", OF_THE_GROUP),
            impersonal("founded_at", OF_THE_GROUP),
            impersonal("version", COUNTER),
        ],
    },
    Table {
        name: "numbers",
        holds: "the last number given to a shift, task, reminder, poll or broadcast",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("kind", "one of our words"),
            impersonal("given", COUNTER),
        ],
    },
    Table {
        name: "places",
        holds: "where groups meet",
        columns: &[
            impersonal("platform", "one of our words"),
            impersonal("place", "the platform's id of a place of many"),
            impersonal("group_id", GROUP),
            impersonal("name", "what the platform calls the place"),
        ],
    },
    Table {
        name: "memberships",
        holds: "the registers of groups",
        columns: &[
            personal("group_id", Named, Row),
            personal("person_id", Not("whose document it is"), Row),
            personal("role", Shown, Row),
            personal("joined_at", Shown, Row),
            personal("platform", Shown, Row),
            personal("place", Shown, Row),
            personal("room", Shown, Row),
            personal("private", Shown, Row),
            personal("suspended_at", Shown, Row),
            personal("departure", Shown, Row),
            personal("asked_at", Not("the latest of what they were asked"), Row),
        ],
    },
    Table {
        name: "teams",
        holds: "teams",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("id", ID),
            personal("name", Shown, Stays(THE_GROUPS)),
            personal("name_key", Not("the name in lower case"), Stays(THE_GROUPS)),
        ],
    },
    Table {
        name: "team_members",
        holds: "who is in a team",
        columns: &[
            personal("group_id", Named, Row),
            personal("team_id", Named, Row),
            personal("person_id", Not("whose document it is"), Row),
            personal("captain", Shown, Row),
            personal("joined_at", Shown, Row),
        ],
    },
    Table {
        name: "role_mappings",
        holds: "what the roles of a place give in its group",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("platform", OF_THE_GROUP),
            impersonal("place", OF_THE_GROUP),
            impersonal("role", OF_THE_GROUP),
            impersonal("name", OF_THE_GROUP),
            impersonal("team_id", OF_THE_GROUP),
        ],
    },
    Table {
        name: "role_holds",
        holds: "who held such a role when they last acted in its place",
        columns: &[
            personal("group_id", Named, Row),
            personal("platform", Shown, Row),
            personal("place", Shown, Row),
            personal("role", Shown, Row),
            personal("account", Shown, Row),
            personal("given", Shown, Row),
        ],
    },
];
