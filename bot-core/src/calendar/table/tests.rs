//! Tables as people keep them.

use super::*;
use crate::locale::Language;
use crate::testing::contract::fixtures::zone;

fn frame(language: Language) -> Frame {
    Frame {
        now: "2026-12-01T09:00:00Z".parse().unwrap(),
        zone: zone("Europe/Madrid"),
        language,
    }
}

fn said(reading: &Reading) -> Vec<String> {
    let events = reading.entries.iter().map(|entry| match &entry.what {
        What::Event(event) => {
            let end = event
                .end
                .as_ref()
                .map(|end| format!(" – {}", end.local))
                .unwrap_or_default();
            format!("{}: {} {}{end}", entry.line, event.title, event.start.local)
        }
        What::Todo(_) => unreachable!(),
    });
    let refused = reading
        .remarks
        .refused
        .iter()
        .map(|remark| format!("{}: refused: {}", remark.line, remark.text));
    events.chain(refused).collect()
}

#[test]
fn a_table_is_read_whatever_separates_its_cells() {
    for separator in [",", ";", "\t"] {
        let text = "\u{feff}Title,Date,Start,End,Place\r\nCanvass,2026-12-05,10:00,13:00,\"Main; Library, 2nd\"\r\n\r\nNight,2020-01-05,22:00,02:00,\r\n";
        let quoted = text.replace("; ", "\u{1}").replace(", ", "\u{2}");
        let text = quoted
            .replace(',', separator)
            .replace('\u{1}', "; ")
            .replace('\u{2}', ", ");
        let reading = read(text.as_bytes(), &frame(Language::English));
        let expected = [
            "2: Canvass 2026-12-05 10:00:00 – 2026-12-05 13:00:00",
            "4: Night 2020-01-05 22:00:00 – 2020-01-06 02:00:00",
        ];
        assert_eq!(said(&reading), expected, "{separator:?}");
    }
}

#[test]
fn the_hours_are_read_as_people_type_them() {
    let text = "título;cuándo;plazas\nPuertas;sat 10-13;conductor=1\nFiesta;dec 31;\nNada;some day;\n";
    let reading = read(text.as_bytes(), &frame(Language::English));
    let seen = said(&reading);
    assert_eq!(seen[0], "2: Puertas 2026-12-05 10:00:00 – 2026-12-05 13:00:00");
    assert_eq!(seen[1], "3: Fiesta 2026-12-31 00:00:00 – 2027-01-01 00:00:00");
    assert!(seen[2].starts_with("4: refused: "), "{seen:?}");
}

#[test]
fn what_cannot_be_read_is_refused_with_its_line() {
    let text = "title,start,end,needs,repeat\n,2026-12-05 10:00,,,\nA,,,,\nB,2026-12-05 10:00,2026-12-05 09:00,,\nC,2026-12-05 10:00,,many,\nD,2026-12-05 10:00,,,every blue moon\nE,2026-12-05 10:00,,,,,surplus\nF,2026-12-05 10:00,2026-12-06,,\n";
    let reading = read(text.as_bytes(), &frame(Language::English));
    assert_eq!(
        said(&reading),
        [
            "2: refused: the row has no title",
            "3: refused: the row has no date",
            "4: refused: the end is not after the start",
            "5: refused: needs: \"many\" is not like 6 or driver=1,knocker=4",
            "6: refused: the repeat: \"every blue moon\" is not like \"every tue\" or FREQ=WEEKLY",
            "7: refused: the row has 7 cells and the header 5: a cell with a separator in it needs quotes",
            "8: refused: of start and end one has a clock time and the other has none",
        ]
    );
    for text in ["", "a,b\n1,2\n", "title,title,date\n"] {
        assert_eq!(
            read(text.as_bytes(), &frame(Language::English)).remarks.refused.len(),
            1,
            "{text:?}"
        );
    }
}
