//! The map as a page.

use std::fmt::Write;

use super::map::{Care, Export, Forget, Table, tables};

const INTRODUCTION: &str = "\
What a desk keeps of people, column by column. `me export` hands everything out that is held on whoever types it;
`me forget` shows what would go, and removes it when it is typed with `confirm:yes`. It cannot be undone.

What nobody else is part of goes with the person: their reminders, a task that nobody else has, a poll in which nobody
else voted, a broadcast that nobody was sent. What others are part of stays the group's, without its author; the answer lists it, so that it can be deleted
first. Who was forgotten is \"a former member\" on what is past.

Beyond the tables: the log of the bot holds no names, texts or accounts. Out of the bot's reach are what platforms keep
of the messages they delivered, backups and dumps that were made before, exports that somebody took along, the history
file of the terminal's own input, and, until PostgreSQL has vacuumed and recycled them, pages of its files and its
write-ahead log.
";

/// `docs/privacy.md`, with the command that refreshes it.
pub fn page(refresh: &str) -> String {
    let mut page = format!("# Privacy\n\n<!-- Generated from the privacy map: {refresh} -->\n\n{INTRODUCTION}");
    for table in tables() {
        section(&mut page, table);
    }
    page
}

fn section(page: &mut String, table: &Table) {
    let _ = write!(page, "\n## `{}`\n\nHolds {}.\n", table.name, table.holds);
    let personal = table.columns.iter().filter_map(|column| match column.care {
        Care::Personal(export, forget) => Some((column.name, export, forget)),
        Care::Impersonal(_) => None,
    });
    let personal: Vec<_> = personal.collect();
    if !personal.is_empty() {
        page.push_str("\n| column | `me export` | `me forget` |\n| --- | --- | --- |\n");
    }
    for (name, export, forget) in personal {
        let _ = writeln!(page, "| `{name}` | {} | {} |", shown(export), left(forget));
    }
    let others = table.columns.iter().filter_map(|column| match column.care {
        Care::Personal(..) => None,
        Care::Impersonal(why) => Some(format!("`{}` ({why})", column.name)),
    });
    let others: Vec<String> = others.collect();
    if !others.is_empty() {
        let _ = write!(page, "\nNot about anybody: {}.\n", others.join(", "));
    }
}

fn shown(export: Export) -> String {
    match export {
        Export::Shown => "as it is".to_owned(),
        Export::Named => "by name or reference".to_owned(),
        Export::Within(form) => format!("as {form}"),
        Export::Not(why) => format!("not: {why}"),
    }
}

fn left(forget: Forget) -> String {
    match forget {
        Forget::Row => "goes".to_owned(),
        Forget::RowUnlessOthers => "goes, unless others are part of it".to_owned(),
        Forget::FormerMember => "a former member's".to_owned(),
        Forget::Emptied => "emptied where they wrote it".to_owned(),
        Forget::Stays(why) => format!("stays: {why}"),
    }
}
