//! What is longer than an event: folded, so that the server takes it and people can read it, encrypted or not.

use muster_core::ids::SeatId;
use muster_core::shift::roster::SeatChanges;
use muster_core::shift::{Attendance, Holder, Seat, SeatStanding};
use muster_core::surface::Platform;
use muster_core::testing::SeededIds;
use muster_storage::Database;
use muster_test_servers::matrix::{Account, RoomId, Shown};
use tokio::runtime::Runtime;

use crate::scene::{Seal, Ward};
use crate::station::Station;

/// The longest that an event is, in bytes of canonical JSON (Matrix specification, "Size limits").
const EVENT_BYTES: usize = 65_536;

/// How many people are on the shift.
const PEOPLE: u32 = 400;

#[test]
fn what_is_longer_than_an_event_is_folded_and_never_cut_in_two() {
    for seal in Seal::ALL {
        let ward = Ward::founded(seal);
        let most = match seal {
            Seal::Plain => 4_096,
            // People's clients write an emoji in twelve bytes before they encrypt it.
            Seal::Encrypted => 3_000,
        };
        let answer = ward.asks(&ward.ana, &format!("!task add {}", "🌮".repeat(most)));
        assert!(!answer.body().contains('\u{fffd}'));
        let reminded = ward.asks(&ward.ana, &format!("!remind here in 2h {}", "🌮".repeat(900)));
        assert!(!reminded.body().contains('\u{fffd}'), "{}", reminded.body());
        fits(&ward.muster, &ward.room);
        ward.ends_well();
    }
}

#[test]
fn a_roster_of_four_hundred_names_can_be_read() {
    for seal in Seal::ALL {
        for (name, least) in [
            ("Ana Ruiz", 300),
            // The longest that a guest's name is, of characters that JSON and HTML write in more bytes than one.
            ("\"Ñandú\" <🌮> & 'Ümläut' \"Ñandú\" <🌮> & 'Ümläut' \"Ñandú\"", 60),
        ] {
            let mut station = Station::founded(seal);
            station.asks(
                &station.ana,
                &format!("!shift add Canvass next sat 10am-1pm needs:{PEOPLE}"),
            );
            station.kill();
            fill(&station, name);
            station.start();
            let roster = station.asks(&station.ana, "!shift roster S1");
            reads(&roster, name, least);
            // A card that follows says less of it, and fits in an edit too.
            let card = station.asks(&station.ana, "!shift show S1");
            station.asks(&station.ana, "!shift edit S1 needs:500");
            station.ana.wait_until(&station.room, "the card follows", |room| {
                let card = room.message(&card.id);
                card.is_some_and(|card| card.body().contains(&format!("{PEOPLE} of 500")))
            });
            fits(&station.muster, &station.room);
            station.ends_well();
        }
    }
}

/// Takes every seat of the shift, for guests of that name, numbered.
fn fill(station: &Station<'_>, name: &str) {
    let url = format!("sqlite:{}", station.bot.folder().join("muster.db").display());
    let ids = SeededIds::new(1);
    Runtime::new().unwrap().block_on(async {
        let database = Database::open(&url.parse().unwrap()).await.unwrap();
        let store = database.store();
        let mut unit = store.begin().await.unwrap();
        let place = unit.place(Platform::Matrix, &station.room.0).await.unwrap().unwrap();
        let shift = unit.shift(place.group, 1).await.unwrap().unwrap().shift;
        let host = unit.members(place.group).await.unwrap()[0].person;
        let seat = |turn| Seat {
            id: SeatId::new(&ids, shift.start.at),
            holder: Holder::Guest {
                name: format!("{turn:03} {name}"),
                host,
            },
            role: None,
            standing: SeatStanding::In,
            turn,
            confirmed_at: None,
            cover_since: None,
            offered_at: None,
            attendance: Attendance::default(),
            given_by: None,
        };
        let seats = SeatChanges {
            saved: (1..=PEOPLE).map(seat).collect(),
            removed: Vec::new(),
        };
        unit.save_seats(&shift, &seats).await.unwrap();
        unit.commit().await.unwrap();
        database.close().await;
    });
}

/// The first names are whole and in order, the others are counted, and what can be done stands below.
fn reads(roster: &Shown, name: &str, least: usize) {
    let body = roster.body();
    assert!(body.starts_with("S1 · Canvass"), "{body}");
    assert!(body.ends_with("or type: !shift claim S1"), "{body}");
    let names: Vec<&str> = body.lines().filter(|line| line.contains(" (guest of ana)")).collect();
    for (number, line) in (1..).zip(&names) {
        assert_eq!(line.trim(), format!("{number:03} {name} (guest of ana)"));
    }
    assert!(names.len() >= least, "{} names", names.len());
    let people = usize::try_from(PEOPLE).unwrap();
    let more = format!("… and {} more", people - names.len());
    assert_eq!(
        body.lines().any(|line| line.trim() == more),
        names.len() < people,
        "{body}"
    );
    let html = roster.html().unwrap();
    assert_eq!(html.matches("(guest of ana)</li>").count(), names.len());
}

/// Every event of the bot's is one that the server and people's clients take.
fn fits(muster: &Account, room: &RoomId) {
    for event in muster.events(room) {
        let bytes = event.to_string().len();
        assert!(bytes < EVENT_BYTES, "{bytes} bytes");
    }
}
