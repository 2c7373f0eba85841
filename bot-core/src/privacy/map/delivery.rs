//! What falls due, comes in and goes out, and what the bot keeps to do it once and to take it back.

use super::Export::{Named, Not, Shown, Within};
use super::Forget::{FormerMember, Row, Stays};
use super::{COUNTER, GROUP, ID, MECHANICS, Table, impersonal, personal};

pub(super) const TABLES: &[Table] = &[
    Table {
        name: "instance",
        holds: "what there is once",
        columns: &[
            impersonal("one", "always 1"),
            impersonal("hand_set_clock", "the clock of a practice desk"),
        ],
    },
    Table {
        name: "agenda",
        holds: "what falls due",
        columns: &[
            personal("at", Shown, Row),
            personal("group_id", Named, Row),
            personal("kind", Shown, Row),
            personal("subject_id", Not("an id of our own"), Row),
            personal("act", Shown, Row),
            personal("person_id", Not("whose document it is"), Row),
        ],
    },
    Table {
        name: "audit",
        holds: "who granted, removed and settled what: ids and our own words",
        columns: &[
            impersonal("id", ID),
            personal("group_id", Named, Stays("the log is the group's")),
            personal("at", Shown, Stays("the log is the group's")),
            personal("actor_id", Named, FormerMember),
            personal("act", Shown, Stays("one of our words")),
            personal("subject", Shown, Stays("a reference such as S12")),
            personal("person_id", Named, FormerMember),
        ],
    },
    Table {
        name: "inbox",
        holds: "events that came in; once done, only the keys that tell a repetition",
        columns: &[
            impersonal("came", COUNTER),
            personal("platform", Shown, Row),
            personal("place", Shown, Row),
            personal("room", Shown, Row),
            personal("private", Shown, Row),
            personal(
                "event",
                Not("what a platform counts its messages by; it says nothing of anybody"),
                Row,
            ),
            personal("received_at", Shown, Row),
            personal("done_at", Shown, Row),
            personal("payload", Not("what was typed; gone as soon as it is done"), Row),
            personal("author", Not("whose document it is"), Row),
            impersonal("tries", MECHANICS),
            impersonal("refused", "whether an edited form of it may still run"),
        ],
    },
    Table {
        name: "outbox",
        holds: "messages on their way out; once settled, only the keys that tell a repetition. Others' that name \
                    the person are rewritten, those that quote what is removed are dropped",
        columns: &[
            impersonal("id", ID),
            personal("message_key", Shown, Row),
            personal("kind", Shown, Row),
            personal("platform", Shown, Row),
            personal("place", Shown, Row),
            personal("room", Shown, Row),
            personal("private", Shown, Row),
            personal("answers", Shown, Row),
            personal("account", Shown, Row),
            personal("person_id", Not("whose document it is"), Row),
            personal("state", Shown, Row),
            impersonal("refusal", "why a platform refused it; of settled ones only"),
            personal("not_before", Shown, Row),
            personal("created_at", Shown, Row),
            impersonal("owner", "the node that sends it"),
            impersonal("free_at", MECHANICS),
            impersonal("attempts", MECHANICS),
            impersonal("doubtful_since", MECHANICS),
            impersonal("settled_at", "of settled ones only"),
            personal("payload", Within("the text"), Row),
            personal("author", Not("whose document it is"), Row),
            impersonal("language", "the language of the text"),
            impersonal("about_group", GROUP),
            impersonal("about", "a reference such as B6, or the group's board"),
            personal(
                "tried",
                Not("accounts that are shown as such, while it is on its way"),
                Row,
            ),
        ],
    },
    Table {
        name: "keystores",
        holds: "which node's store of keys an encrypted platform is served from",
        columns: &[
            impersonal("platform", "the platform"),
            impersonal("keystore", "a name that is made up for the store"),
        ],
    },
    Table {
        name: "leases",
        holds: "which node serves which platform",
        columns: &[
            impersonal("name", "the platform"),
            impersonal("owner", "the node"),
            impersonal("until", MECHANICS),
        ],
    },
    Table {
        name: "live_cards",
        holds: "where cards were posted that are kept up to date: messages of the bot's own in the group's rooms",
        columns: &[
            impersonal("id", ID),
            impersonal("group_id", GROUP),
            impersonal("about", "a reference such as S12, or the group's board"),
            impersonal("platform", "where the group meets"),
            impersonal("place", "where the group meets"),
            impersonal(
                "room",
                "where the group meets: rooms of one person hold no card that is kept up to date",
            ),
            impersonal("private", MECHANICS),
            impersonal("message", "what the platform counts the bot's message by"),
            impersonal("changes", COUNTER),
            impersonal("shown", COUNTER),
            impersonal("stale", MECHANICS),
            impersonal("not_before", MECHANICS),
            impersonal("resting", "whether later ones are followed in its place"),
        ],
    },
    Table {
        name: "undo",
        holds: "everyone's last act for ten minutes; everybody's in the groups of whoever is forgotten go",
        columns: &[
            personal("group_id", Named, Row),
            personal("person_id", Not("whose document it is"), Row),
            personal("at", Shown, Row),
            personal("payload", Within("JSON of its own"), Row),
        ],
    },
    Table {
        name: "imports",
        holds: "which entries of calendar files a group took, so that they are known when they come again",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("uid", "the key that a calendar program gave the entry"),
            impersonal("date", "of which date of a repeating entry"),
            impersonal("kind", "what the entry became"),
            impersonal("subject_id", ID),
            impersonal("sequence", "counts the entry's changes"),
            impersonal("modified_at", "when the file says that the entry was changed"),
            impersonal("fingerprint", "a hash of what was taken"),
        ],
    },
];
