//! Polls and their ballots, open and secret.

use super::Export::{Named, Not, Shown, Within};
use super::Forget::{FormerMember, Row, RowUnlessOthers};
use super::{COUNTER, GROUP, ID, MECHANICS, Table, impersonal, personal};

/// A document that proves a secret vote could be asked for.
const SEALED: &str =
    "a document with it could prove a secret vote to others; `poll show` in private shows it until the poll closes";
const RECEIPT: &str =
    "a document with it could prove a secret vote to others; `poll receipt` in private gives it until the poll closes";
const NOBODYS: &str = "a vote that nobody can be told to have cast";

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "polls",
        holds: "polls; others are part of one in which they voted",
        columns: &[
            personal("group_id", Named, RowUnlessOthers),
            impersonal("id", ID),
            personal("number", Within("the reference"), RowUnlessOthers),
            personal("question", Shown, RowUnlessOthers),
            personal("kind", Shown, RowUnlessOthers),
            personal("creator_id", Named, FormerMember),
            personal("platform", Shown, RowUnlessOthers),
            personal("place", Shown, RowUnlessOthers),
            personal("room", Shown, RowUnlessOthers),
            personal("private", Shown, RowUnlessOthers),
            personal("opened_at", Shown, RowUnlessOthers),
            personal("closes_at", Shown, RowUnlessOthers),
            personal("closes_local", Shown, RowUnlessOthers),
            personal("closes_zone", Shown, RowUnlessOthers),
            personal("closed_at", Shown, RowUnlessOthers),
            personal("withdrawn_at", Shown, RowUnlessOthers),
            impersonal("version", COUNTER),
            personal("secrecy", Shown, RowUnlessOthers),
            personal("terms", Shown, RowUnlessOthers),
            personal("nudged_at", Shown, RowUnlessOthers),
        ],
    },
    Table {
        name: "poll_options",
        holds: "what polls offer",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("poll_id", ID),
            impersonal("number", COUNTER),
            personal("words", Shown, RowUnlessOthers),
        ],
    },
    Table {
        name: "ballots",
        holds: "ballots of open polls go; in closed ones they stay as a former member's, so that the result does",
        columns: &[
            personal("group_id", Named, FormerMember),
            personal("poll_id", Named, FormerMember),
            personal("person_id", Not("whose document it is"), FormerMember),
            personal("cast_at", Shown, FormerMember),
            personal("platform", Shown, FormerMember),
            personal("chosen", Within("the words of the options"), FormerMember),
            personal("reason", Shown, FormerMember),
        ],
    },
    Table {
        name: "poll_electors",
        holds: "who may vote in polls whose electorate is fixed; whoever goes stays in the number as a former member",
        columns: &[
            personal("group_id", Named, FormerMember),
            personal("poll_id", Named, FormerMember),
            personal("person_id", Not("whose document it is"), FormerMember),
        ],
    },
    Table {
        name: "poll_works",
        holds: "the tasks and shifts that polls became; it goes with the poll",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("poll_id", ID),
            impersonal("kind", "whether it is a task or a shift"),
            impersonal("number", COUNTER),
            impersonal("told_at", MECHANICS),
        ],
    },
];

/// What secret polls keep apart.
pub(super) const SECRET: &[Table] = &[
    Table {
        name: "poll_keys",
        holds: "the keys of secret polls that were not closed: each goes with its poll's closing",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("poll_id", ID),
            impersonal("mark_key", "a random key"),
        ],
    },
    Table {
        name: "sealed_ballots",
        holds: "ballots of secret polls that were not closed",
        columns: &[
            personal("group_id", Not(SEALED), Row),
            personal("poll_id", Not(SEALED), Row),
            personal("voter", Not(SEALED), Row),
            personal("chosen", Not(SEALED), Row),
            personal("receipt", Not(RECEIPT), Row),
        ],
    },
    Table {
        name: "unlinked_ballots",
        holds: "ballots of secret polls that were closed",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("poll_id", ID),
            impersonal("id", "a random id, drawn when the poll closed"),
            impersonal("chosen", NOBODYS),
            impersonal("receipt", "a random code that only its voter was shown"),
        ],
    },
    Table {
        name: "secret_votes",
        holds: "which events carried votes in secret polls that were not closed, and which messages say who had none, to be purged \
                with them",
        columns: &[
            personal("group_id", Not(SEALED), Row),
            personal("poll_id", Not(SEALED), Row),
            personal("platform", Not(SEALED), Row),
            personal("place", Not(SEALED), Row),
            personal("room", Not(SEALED), Row),
            personal("private", Not(SEALED), Row),
            personal("event", Not(SEALED), Row),
            personal("answer", Not(SEALED), Row),
            personal("account", Not(SEALED), Row),
        ],
    },
    Table {
        name: "scrubs",
        holds: "what must still be taken off the disk",
        columns: &[impersonal("id", ID)],
    },
];
