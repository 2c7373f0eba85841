//! Whatever is taken reads back, in every zone and year.

use proptest::prelude::*;

use super::{desk, frame, fresh, holds, now, read, take_in, wait};
use crate::calendar::give::fold::{Lines, escaped};
use crate::calendar::give::ics;
use crate::calendar::ics as read_ics;
use crate::calendar::take::Fate;

/// Events in every zone and year, some of which repeat, some with dates left out.
fn any_event() -> impl Strategy<Value = String> {
    let zones: Vec<&'static str> = crate::time::Zone::all().map(|zone| zone.name()).collect();
    let rules = [
        "",
        "",
        "FREQ=WEEKLY",
        "FREQ=MONTHLY;BYDAY=-1FR",
        "FREQ=DAILY;INTERVAL=3;COUNT=9",
        "FREQ=YEARLY",
    ];
    let start = (1990_i32..2037, 1_u32..13, 1_u32..29, 0_u32..24, 0_u32..60);
    (
        start,
        proptest::sample::select(zones),
        proptest::sample::select(rules.to_vec()),
        0_i64..3000,
        any::<bool>(),
    )
        .prop_map(|((year, month, day, hour, minute), zone, rule, minutes, whole)| {
            let date = format!("{year:04}{month:02}{day:02}");
            let (start, length) = if whole {
                (format!("DTSTART;VALUE=DATE:{date}"), "DURATION:P2D".to_owned())
            } else {
                let start = format!("DTSTART;TZID={zone}:{date}T{hour:02}{minute:02}00");
                (start, format!("DURATION:PT{minutes}M"))
            };
            let rule = if rule.is_empty() {
                String::new()
            } else {
                format!("RRULE:{rule}\n")
            };
            format!("{start}\n{length}\n{rule}SUMMARY:{zone}, {minutes}\nDTSTAMP:20261101T000000Z\n")
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_is_taken_reads_back(events in proptest::collection::vec(any_event(), 1..6)) {
        let numbered = events.iter().enumerate();
        let events: Vec<String> = numbered.map(|(n, event)| format!("BEGIN:VEVENT\nUID:{n}\n{event}END:VEVENT\n")).collect();
        let reading = read_ics::read(format!("BEGIN:VCALENDAR\n{}END:VCALENDAR\n", events.concat()).as_bytes(), &frame());
        wait(async {
            let (store, other) = (fresh().await, fresh().await);
            take_in(&store, &reading).await;
            let first = desk(&store).await;
            let text = ics(&first, now());
            let own = take_in(&store, &read(&text)).await;
            assert!(own.iter().all(|taken| taken.fate == Fate::Unchanged), "{own:?}\n{text}");
            take_in(&other, &read(&text)).await;
            assert_eq!(holds(&desk(&other).await), holds(&first), "{text}");
        });
    }
}

proptest! {
    #[test]
    fn whatever_is_folded_and_escaped_reads_back(text in "(\\PC|\n|,|;|\\\\){0,200}") {
        let text = text.trim().to_owned();
        prop_assume!(!text.is_empty());
        let mut lines = Lines::default();
        lines.text("DESCRIPTION", &text);
        prop_assert!(lines.0.split("\r\n").all(|line| line.len() <= 75));
        let file = format!("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261205T100000\r\nSUMMARY:x\r\n{}END:VEVENT\r\nEND:VCALENDAR\r\n", lines.0);
        let reading = read(&file);
        let crate::calendar::What::Event(event) = &reading.entries[0].what else { panic!("an event") };
        prop_assert_eq!(event.note.clone().unwrap_or_default(), crate::calendar::fit(&text));
        prop_assert_eq!(escaped("a"), "a");
    }
}
