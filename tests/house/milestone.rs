//! The first milestone: add a shift, claim it, restart, still there, the reminder fires.

use crate::desk;

#[test]
fn a_shift_outlives_a_restart_and_its_reminder_fires() {
    let desk = desk();
    let clock = ":clock 2026-12-01 09:00\n";
    let added = desk.seen(
        "ana",
        "main",
        &format!("{clock}shift add Canvass Ward 3 sat 10am-1pm needs:2\n"),
    );
    assert!(added.contains("S1 · Canvass Ward 3"), "{added}");
    let claimed = desk.seen("ana", "main", "ben: shift claim S1\n");
    assert!(claimed.contains("You are in S1, Canvass Ward 3."), "{claimed}");
    let shown = desk.seen("ana", "main", "shift show S1\n");
    assert!(shown.contains("Sat 5 Dec, 10:00–13:00 New York time"), "{shown}");
    assert!(shown.contains("In: ben"), "{shown}");
    let due = desk.seen("ana", "main", ":clock 2026-12-05 09:00\n");
    assert_eq!(due.matches("S1 · Canvass Ward 3 is in").count(), 2, "{due}");
    assert!(due.contains("-- Fri 4 Dec, 10:00 New York time --"), "{due}");
    assert!(due.contains("-- Sat 5 Dec, 08:00 New York time --"), "{due}");
}

#[test]
fn what_fell_due_while_nobody_ran_the_bot_appears_at_the_next_start() {
    let desk = desk();
    let text = "remind here in 1h pick up the keys\n";
    desk.seen("ana", "main", &format!(":clock 2026-10-01 09:00\n{text}"));
    // The clock runs again, and the real hour is long after the one that was set.
    let started = desk.seen("ana", "main", ":clock run\n");
    assert!(started.contains("pick up the keys"), "{started}");
    let again = desk.seen("ana", "main", "remind list\n");
    assert!(!again.contains("late"), "it was sent once: {again}");
}
