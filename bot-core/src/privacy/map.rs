//! The privacy map: one line a column.

use self::Export::{Named, Not, Shown, Within};
use self::Forget::{Emptied, FormerMember, Row, RowUnlessOthers, Stays};

/// A table and what becomes of its columns.
#[derive(Debug)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub holds: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
}

/// A column.
#[derive(Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Whether it is about a person, and what becomes of it then.
    pub care: Care,
}

/// What is done for the person that a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Care {
    /// It refers to a person or holds what somebody typed.
    Personal(Export, Forget),
    /// It does neither; the reason.
    Impersonal(&'static str),
}

/// What `me export` makes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Export {
    /// It stands in the document as it is; an instant in RFC 3339.
    Shown,
    /// An id: what it points to stands there by its name or reference.
    Named,
    /// It is part of another value, in this form.
    Within(&'static str),
    /// It is not in the document; the reason.
    Not(&'static str),
}

/// What `me forget` makes of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forget {
    /// The row goes.
    Row,
    /// The row goes, unless others are part of it: then it stays the group's, without its author.
    RowUnlessOthers,
    /// It points to "a former member" afterwards: somebody new, without name and account.
    FormerMember,
    /// It is emptied where the person wrote it.
    Emptied,
    /// It stays; the reason.
    Stays(&'static str),
}

const fn personal(name: &'static str, export: Export, forget: Forget) -> Column {
    Column {
        name,
        care: Care::Personal(export, forget),
    }
}

const fn impersonal(name: &'static str, why: &'static str) -> Column {
    Column {
        name,
        care: Care::Impersonal(why),
    }
}

const ID: &str = "a random id";
const GROUP: &str = "names a group";
const COUNTER: &str = "a counter";
const OF_THE_GROUP: &str = "the group's settings";
const MECHANICS: &str = "how far the work on it has come";
/// What a captain or organizer decides for the group has no author of its own in the store.
const THE_GROUPS: &str = "the group's: nobody is written down as its author";

/// A document that proves a secret vote could be asked for.
const SEALED: &str =
    "a document with it could prove a secret vote to others; `poll show` in private shows it until the poll closes";
const RECEIPT: &str =
    "a document with it could prove a secret vote to others; `poll receipt` in private gives it until the poll closes";
const NOBODYS: &str = "a vote that nobody can be told to have cast";
/// Nothing ties a template to whoever saved it.
const SAVED: &str = "the group's: its export shows it";
/// What a series has, its dates have too.
const EACH_DATE: &str = "each date of the series shows it";

/// Every table.
pub const MAP: &[Table] = &[
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
    Table {
        name: "shifts",
        holds: "shifts, which are the group's",
        columns: &[
            personal("group_id", Named, Stays(GROUP)),
            impersonal("id", ID),
            personal("number", Within("the reference"), Stays(COUNTER)),
            personal("title", Shown, Stays(THE_GROUPS)),
            personal("zone", Shown, Stays(THE_GROUPS)),
            personal("starts_at", Shown, Stays(THE_GROUPS)),
            personal("start_local", Shown, Stays(THE_GROUPS)),
            personal("end_at", Shown, Stays(THE_GROUPS)),
            personal("end_local", Shown, Stays(THE_GROUPS)),
            impersonal("over_at", "the end, or when it is taken to be over"),
            personal("place", Shown, Stays(THE_GROUPS)),
            personal("team_id", Named, Stays(THE_GROUPS)),
            personal("note", Shown, Stays(THE_GROUPS)),
            impersonal("cutoff", "a length"),
            personal("needs", Shown, Stays(THE_GROUPS)),
            personal("cancelled_at", Shown, Stays(THE_GROUPS)),
            personal("cancel_reason", Shown, Emptied),
            impersonal("version", COUNTER),
            impersonal("turn", COUNTER),
            impersonal("whole_days", "whether its hours are whole days"),
            impersonal("series_id", ID),
            impersonal("series_at", "what the rule of its series gives it"),
            impersonal("series_local", "the same by the wall clock"),
            impersonal("series_own", "our words for what is its own"),
            impersonal("opens", "a length"),
        ],
    },
    Table {
        name: "shift_series",
        holds: "shifts that repeat, which are the group's",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("id", ID),
            impersonal("rule", "a recurrence rule"),
            impersonal("first_local", "what the rule begins with"),
            impersonal("zone", "what the rule begins with"),
            impersonal("skipped", "the dates that are left out"),
            impersonal("length", "a length"),
            impersonal("whole_days", "whether its dates are whole days"),
            personal("title", Not(EACH_DATE), Stays(THE_GROUPS)),
            personal("place", Not(EACH_DATE), Stays(THE_GROUPS)),
            personal("team_id", Not(EACH_DATE), Stays(THE_GROUPS)),
            personal("note", Not(EACH_DATE), Stays(THE_GROUPS)),
            impersonal("cutoff", "a length"),
            personal("needs", Not(EACH_DATE), Stays(THE_GROUPS)),
            impersonal("ended", "whether it goes on"),
            impersonal("version", COUNTER),
            impersonal("opens", "a length"),
        ],
    },
    Table {
        name: "shift_templates",
        holds: "shifts that are saved to be posted again, which are the group's",
        columns: &[
            impersonal("group_id", GROUP),
            personal("name_key", Not("the name in lower case"), Stays(THE_GROUPS)),
            personal("name", Not(SAVED), Stays(THE_GROUPS)),
            impersonal("length", "a length"),
            impersonal("whole_days", "whether it takes whole days"),
            personal("title", Not(SAVED), Stays(THE_GROUPS)),
            personal("place", Not(SAVED), Stays(THE_GROUPS)),
            personal("team_id", Not(SAVED), Stays(THE_GROUPS)),
            personal("note", Not(SAVED), Stays(THE_GROUPS)),
            impersonal("cutoff", "a length"),
            impersonal("opens", "a length"),
            personal("needs", Not(SAVED), Stays(THE_GROUPS)),
        ],
    },
    Table {
        name: "shift_seats",
        holds: "who is on a shift. Seats that are to come are freed; on what is past sits a former member; guests \
                    leave with who brought them",
        columns: &[
            personal("group_id", Named, FormerMember),
            personal("shift_id", Named, FormerMember),
            impersonal("id", ID),
            personal("person_id", Named, FormerMember),
            personal("guest", Shown, Row),
            personal("guest_key", Not("the guest's name in lower case"), Row),
            personal("host_id", Named, Row),
            personal("role", Shown, Stays("a role of the shift")),
            personal("standing", Within("whether they wait"), Stays("one of our words")),
            personal("turn", Shown, Stays(COUNTER)),
            personal("confirmed_at", Shown, FormerMember),
            personal("cover_since", Shown, FormerMember),
            personal("offered_at", Shown, FormerMember),
            personal("came_at", Shown, FormerMember),
            personal("came_by", Not("the log says whom they checked in"), FormerMember),
            personal("left_at", Shown, FormerMember),
            personal("no_show_at", Shown, FormerMember),
            personal("walk_in", Shown, Stays("whether the seat is beyond the plan")),
            personal("given_by", Named, FormerMember),
        ],
    },
    Table {
        name: "shift_searches",
        holds: "searches for people that are on",
        columns: &[
            impersonal("group_id", GROUP),
            impersonal("shift_id", "names a shift"),
            personal(
                "by_person",
                Not("it ends with the shift at the latest, and is about others"),
                Row,
            ),
            impersonal("at_once", "a number"),
            impersonal("begun_at", MECHANICS),
        ],
    },
    Table {
        name: "shift_asks",
        holds: "who was asked for a shift, and who declined",
        columns: &[
            personal("group_id", Named, Row),
            personal("shift_id", Named, Row),
            personal("person_id", Not("whose document it is"), Row),
            personal("asked_at", Shown, Row),
            personal("until_at", Not("until when the next was not asked"), Row),
            personal("declined_at", Shown, Row),
        ],
    },
    Table {
        name: "shift_reports",
        holds: "how shifts went, as whoever ran them told it; the numbers stay the group's",
        columns: &[
            personal("group_id", Named, FormerMember),
            personal("shift_id", Named, FormerMember),
            personal("conversations", Shown, Stays(THE_GROUPS)),
            personal("doors", Shown, Stays(THE_GROUPS)),
            personal("note", Shown, Emptied),
            personal("reporter_id", Named, FormerMember),
            personal("reported_at", Shown, FormerMember),
        ],
    },
    Table {
        name: "tasks",
        holds: "tasks; others are part of one that somebody else has, gets next or did",
        columns: &[
            personal("group_id", Named, RowUnlessOthers),
            impersonal("id", ID),
            personal("number", Within("the reference"), RowUnlessOthers),
            personal("title", Shown, RowUnlessOthers),
            personal("note", Shown, RowUnlessOthers),
            personal("team_id", Named, RowUnlessOthers),
            personal("creator_id", Named, FormerMember),
            personal("owner_id", Named, FormerMember),
            personal("keeper_id", Named, FormerMember),
            personal("due_at", Shown, RowUnlessOthers),
            personal("due_local", Shown, RowUnlessOthers),
            personal("due_zone", Shown, RowUnlessOthers),
            personal("repeats", Shown, RowUnlessOthers),
            impersonal("next_id", ID),
            personal("state", Shown, RowUnlessOthers),
            personal("done_by", Named, FormerMember),
            personal("done_at", Shown, RowUnlessOthers),
            personal("done_note", Shown, Emptied),
            personal("created_at", Shown, RowUnlessOthers),
            impersonal("version", COUNTER),
            personal("first_local", Shown, RowUnlessOthers),
            personal("rule_zone", Shown, RowUnlessOthers),
            personal("past_local", Shown, RowUnlessOthers),
            personal("exceptions", Shown, RowUnlessOthers),
            personal("date_local", Shown, RowUnlessOthers),
            personal("usual_title", Shown, RowUnlessOthers),
            personal("usual_note", Shown, RowUnlessOthers),
            personal("usual_team_id", Named, RowUnlessOthers),
        ],
    },
    Table {
        name: "reminders",
        holds: "reminders, for oneself and for rooms",
        columns: &[
            personal("group_id", Named, Row),
            impersonal("id", ID),
            personal("number", Within("the reference"), Row),
            personal("creator_id", Named, Row),
            personal("platform", Shown, Row),
            personal("place", Shown, Row),
            personal("room", Shown, Row),
            personal("text", Shown, Row),
            personal("zone", Shown, Row),
            personal("next_at", Shown, Row),
            personal("next_local", Shown, Row),
            personal("repeats", Shown, Row),
            personal("snoozed_at", Shown, Row),
            personal("snoozed_local", Shown, Row),
            personal("fired_at", Shown, Row),
            personal("state", Shown, Row),
            personal("created_at", Shown, Row),
            impersonal("version", COUNTER),
            personal("first_local", Shown, Row),
            personal("past_local", Shown, Row),
            personal("exceptions", Shown, Row),
            personal("said", Shown, Row),
        ],
    },
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
