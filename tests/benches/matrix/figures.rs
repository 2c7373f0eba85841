//! What was measured of each bot.

use std::time::Duration;

use muster_test_servers::matrix::{Account, Synapse};
use muster_test_servers::process::mebibytes;

use crate::bots::{Kind, Running};
use crate::lengths::Lengths;
use crate::room::Room;
use crate::table::{Line, median, table};

/// What everybody says.
const COMMAND: &str = "!shift list";

/// A bot, its room, and what was measured of them so far.
pub(crate) struct Measured {
    pub(crate) kind: Kind,
    bot: Running,
    room: Room,
    waits: Vec<Duration>,
    /// In MiB, after each round.
    resident: Vec<f64>,
    /// In seconds of a processor.
    processor: f64,
}

impl Measured {
    /// Starts it, and has everybody say a command once: then all have been met, and what a bot keeps of people and
    /// connections is there.
    pub(crate) fn begun(kind: Kind, synapse: &Synapse, people: &[Account]) -> Self {
        let account = synapse.account(kind.name());
        let mut room = Room::with(account.clone(), people, synapse);
        if kind != Kind::Muster {
            room.takes_in_bot();
        }
        let bot = kind.start(synapse, &account);
        room.calls_bot(COMMAND);
        if kind == Kind::Muster {
            room.begins_with("!group set timezone New York");
            room.begins_with("!shift add Canvass Ward 3 sat 10am-1pm needs:9");
        }
        for person in people {
            room.asks(person, COMMAND);
        }
        Self {
            kind,
            bot,
            room,
            waits: Vec::new(),
            resident: Vec::new(),
            processor: 0.0,
        }
    }

    /// Another round: everybody says a command, one after the other.
    pub(crate) fn goes_on(&mut self, people: &[Account]) -> String {
        let before = self.bot.process.processor_time();
        let waits: Vec<_> = people.iter().map(|person| self.room.asks(person, COMMAND)).collect();
        self.processor += self.bot.process.processor_time() - before;
        self.waits.extend(&waits);
        self.resident.push(mebibytes(self.bot.process.memory().resident));
        format!("{}: {}", self.kind.name(), Lengths::of(waits))
    }

    /// In milliseconds, the wait that so many of a thousand do not exceed.
    fn within(&self, of_a_thousand: usize) -> f64 {
        let waits = Lengths::of(self.waits.iter().copied());
        waits.within(of_a_thousand).as_secs_f64() * 1_000.0
    }

    /// In milliseconds, what a command takes of a processor in the bot's process.
    fn processor_a_command(&self) -> f64 {
        let commands = u32::try_from(self.waits.len()).expect("hundreds");
        self.processor * 1_000.0 / f64::from(commands)
    }
}

/// Of each bot its figures, and how many times those of the first one are as much.
pub(crate) fn in_table(measured: &[Measured]) -> String {
    let bots: Vec<_> = measured.iter().map(|bot| bot.kind.name()).collect();
    let line = |what: &str, unit, digits, of: &dyn Fn(&Measured) -> f64| Line {
        what: what.to_owned(),
        unit,
        digits,
        of: measured.iter().map(of).collect(),
    };
    let resident = |bot: &Measured| median(bot.resident.iter().copied());
    let lines = [
        line("p50", "ms", 1, &|bot| bot.within(500)),
        line("p99", "ms", 1, &|bot| bot.within(990)),
        line("processor time a command", "ms", 2, &Measured::processor_a_command),
        line("VmRSS", "MiB", 1, &resident),
    ];
    table(&bots, &lines)
}
