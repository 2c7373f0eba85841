//! Broadcasts, and what became of everybody's copy.

use super::Export::{Named, Not, Shown, Within};
use super::Forget::{FormerMember, RowUnlessOthers, Stays};
use super::{COUNTER, ID, MECHANICS, Table, impersonal, personal};

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "broadcasts",
        holds: "broadcasts; others are part of one once it went out",
        columns: &[
            personal("group_id", Named, RowUnlessOthers),
            impersonal("id", ID),
            personal("number", Within("the reference"), RowUnlessOthers),
            personal("text", Shown, RowUnlessOthers),
            personal("audience", Shown, RowUnlessOthers),
            personal("audience_team_id", Named, RowUnlessOthers),
            personal("audience_number", Within("a reference"), RowUnlessOthers),
            personal("asks", Shown, RowUnlessOthers),
            personal("author_id", Named, FormerMember),
            personal("platform", Shown, RowUnlessOthers),
            personal("place", Shown, RowUnlessOthers),
            personal("room", Shown, RowUnlessOthers),
            personal("created_at", Shown, RowUnlessOthers),
            personal("goes_at", Shown, RowUnlessOthers),
            personal("goes_local", Shown, RowUnlessOthers),
            personal("goes_zone", Shown, RowUnlessOthers),
            impersonal("people", COUNTER),
            personal("confirmed_at", Shown, RowUnlessOthers),
            personal("begun_at", Shown, RowUnlessOthers),
            personal(
                "cursor_id",
                Not("how far it has come; empty once everybody is written to"),
                Stays("for the moments that it takes to write to everybody"),
            ),
            personal("written_at", Shown, RowUnlessOthers),
            personal("stopped_at", Shown, RowUnlessOthers),
            impersonal("unwritten", COUNTER),
            personal("finished_at", Shown, RowUnlessOthers),
            personal("mentioned_at", Shown, RowUnlessOthers),
            impersonal("version", COUNTER),
        ],
    },
    Table {
        name: "broadcast_people",
        holds: "what became of everybody's copy of a broadcast; it stays as a former member's, so that the report does",
        columns: &[
            personal("group_id", Named, FormerMember),
            personal("broadcast_id", Named, FormerMember),
            personal("person_id", Not("whose document it is"), FormerMember),
            personal("reach", Shown, FormerMember),
            personal("refusal", Shown, FormerMember),
            impersonal("open", MECHANICS),
            personal("acknowledged_at", Shown, FormerMember),
        ],
    },
];
