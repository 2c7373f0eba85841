//! Times, as people in other zones read them: nobody's client translates them.

use muster_test_servers::clock::ClockControl;

use crate::scene::{Seal, Ward};

/// Monday, six days before the clocks of New York go back.
const MONDAY: &str = "2026-10-26T14:00:00Z";

#[test]
fn a_time_says_how_far_it_is_from_utc_on_both_sides_of_a_clock_change() {
    for seal in Seal::ALL {
        let clock = ClockControl::start(MONDAY.parse().unwrap());
        let ward = Ward::with(seal, |bot| bot.by(&clock));
        for (command, said) in [
            (
                "!shift add Canvass sat 10am-1pm needs:2",
                "\nSat 31 Oct, 10:00–13:00 New York time (UTC-4)\n",
            ),
            (
                "!shift add Doors sun 10am-1pm needs:2",
                "\nSun 1 Nov, 10:00–13:00 New York time (UTC-5)\n",
            ),
            (
                "!shift add Watch sat 10pm - sun 6am needs:2",
                "\nSat 31 Oct, 22:00 – Sun 1 Nov, 06:00 New York time (UTC-4, from Sun 1 Nov UTC-5)\n",
            ),
            (
                "!task add Water due:fri 17:00",
                "Fri 30 Oct, 17:00 New York time (UTC-4)",
            ),
        ] {
            let card = ward.asks(&ward.ana, command);
            assert!(card.body().contains(said), "{}", card.body());
        }
        let list = ward.asks(&ward.ana, "!shift list");
        for line in [
            "S1 · Sat 31 Oct, 10:00–13:00 (New York time, UTC-4) · Canvass",
            "S3 · Sat 31 Oct, 22:00 – Sun 1 Nov, 06:00 (New York time, UTC-4, from Sun 1 Nov UTC-5) · Watch",
            "S2 · Sun 1 Nov, 10:00–13:00 (New York time, UTC-5) · Doors",
        ] {
            assert!(list.body().contains(line), "{}", list.body());
        }
        ward.asks(&ward.ana, "!group set language es");
        let spanish = ward.asks(&ward.ana, "!shift show S3");
        let said = "hora de Nueva York (UTC-4, desde el dom 1 nov UTC-5)";
        assert!(spanish.body().contains(said), "{}", spanish.body());
        ward.ends_well();
    }
}
