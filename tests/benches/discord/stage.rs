//! The Discord of the first response: one server with many people, which keeps to Discord's rates.

use std::time::{Duration, Instant};

use muster::clock::DeskClock;
use muster_core::clock::Clock as _;
use muster_test_servers::discord::{Discord, Guild, Options, Permissions, Person, Rates, Room};

use crate::waiting::wait;

/// How many seconds ago everything was founded: a server that the bot came to within the last hour is greeted.
const AGO: i64 = 2 * 60 * 60;

/// How often it is looked whether something came about, and for how long.
const GLANCE: Duration = Duration::from_millis(20);
const PATIENCE: Duration = Duration::from_mins(5);

/// In how many channels people ask.
const ROOMS: usize = 40;

/// The Discord, its people, and where they are.
pub(crate) struct Stage {
    pub(crate) discord: Discord,
    pub(crate) guild: Guild,
    pub(crate) room: Room,
    /// The channels in which people ask: all of them in one would be a flood.
    pub(crate) rooms: Vec<Room>,
    /// Who runs the server.
    pub(crate) ana: Person,
    pub(crate) people: Vec<Person>,
}

impl Stage {
    /// One with so many people. It counts as strictly as Discord, but for how fast private channels are opened: nobody says
    /// how fast that may be, and what the tests' Discord takes would make a broadcast last for hours.
    pub(crate) fn with(people: usize) -> Self {
        let mut rates = Rates::discord();
        rates.openings = rates.global;
        rates.routes.push(("create_dm", rates.global));
        let discord = founded_before(Options::strict().rates(rates)).start();
        let guild = discord.guild_without_bot("Ward 3");
        let (ana, room) = (guild.member("ana"), guild.general());
        guild.gives(&ana, guild.role("Organizers", Permissions::ADMINISTRATOR));
        let people = (0..people).map(|n| guild.member(&format!("p{n:05}"))).collect();
        let rooms = (0..ROOMS).map(|n| guild.channel(&format!("street-{n}"))).collect();
        guild.adds_bot();
        Self {
            discord,
            guild,
            room,
            rooms,
            ana,
            people,
        }
    }
}

/// That kind of Discord for benches: its clock is so far behind ours that nothing in it is new.
pub(crate) fn founded_before(options: Options) -> Options {
    let began = DeskClock::default().now().timestamp() - AGO;
    options.starts_at(began).without_validation()
}

/// Waits until that holds.
pub(crate) fn until(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < PATIENCE, "waited {PATIENCE:?} in vain until {what}");
        wait(GLANCE);
    }
}
