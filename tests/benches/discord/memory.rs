//! What a server that a bot is in costs of its memory.

use std::time::{Duration, Instant};

use muster_test_servers::discord::Answer;

use crate::asked::Asked;
use crate::bots::{Kind, Running};
use crate::guilds::Guilds;
use crate::slope::slope;
use crate::stage::until;
use crate::table::{Line, median, table};
use crate::waiting::wait;

/// In how many servers the bots are.
const SIZES: [usize; 4] = [1_000, 5_000, 10_000, 20_000];
/// What people ask.
const COMMAND: &str = "/me show";
/// In KiB.
const A_MEBIBYTE: f64 = 1_024.0;
/// How often the memory is looked at, once a bot has heard of everything, with a command on every shard in between.
const LOOKS: usize = 15;
const PAUSE: Duration = Duration::from_secs(1);

/// Each bot in turn, at a Discord that grows.
pub(crate) fn measure(asked: &Asked) {
    let mut guilds = Guilds::none();
    let mut lines = Vec::new();
    let sizes = SIZES.map(|size| asked.stock(size));
    for size in sizes {
        guilds.grow(size);
        let taken = asked.bots.iter().map(|kind| taken(*kind, &guilds));
        lines.push((size, taken.collect::<Vec<_>>()));
    }
    let of_bot = |n: usize| {
        let count = |size: usize| f64::from(u32::try_from(size).expect("thousands"));
        let points = lines.iter().map(|(size, taken)| (count(*size), taken[n]));
        slope(&points.collect::<Vec<_>>())
    };
    let mut told: Vec<_> = lines
        .iter()
        .map(|(size, taken)| Line {
            what: format!("VmRSS with {size} servers"),
            unit: "MiB",
            digits: 1,
            of: taken.iter().map(|taken| taken / A_MEBIBYTE).collect(),
        })
        .collect();
    told.push(Line {
        what: "one more server".to_owned(),
        unit: "KiB",
        digits: 2,
        of: (0..asked.bots.len()).map(of_bot).collect(),
    });
    let names: Vec<_> = asked.bots.iter().map(|kind| kind.name()).collect();
    println!("{}", table(&names, &told));
}

/// What a bot takes once it has heard of all servers, in KiB.
fn taken(kind: Kind, guilds: &Guilds) -> f64 {
    let began = Instant::now();
    let bot = kind.start(&guilds.discord);
    hears_of_all(guilds);
    answers_everywhere(guilds);
    let ready = began.elapsed();
    let mut looks = Vec::with_capacity(LOOKS);
    for _ in 0..LOOKS {
        wait(PAUSE);
        answers_everywhere(guilds);
        looks.push(f64::from(bot.process.memory().resident));
    }
    tell(kind, guilds, &bot, ready, &looks);
    drop(bot);
    // What was told to it is told to no other.
    guilds.discord.forgets_sessions();
    median(looks.into_iter())
}

fn hears_of_all(guilds: &Guilds) {
    let shards = guilds.shards();
    until("all shards have begun", || {
        guilds.discord.look(|seen| seen.connected) == shards
    });
    until("all servers are told of", || guilds.discord.guilds_to_tell() == 0);
    until("its command is registered", || {
        guilds.discord.commands().iter().any(|command| command["name"] == "me")
    });
}

/// Somebody uses a command on every shard and is answered, so whatever was told before that was heard.
fn answers_everywhere(guilds: &Guilds) {
    let asked = guilds.asking().map(|(person, room)| person.runs(&room, COMMAND));
    let asked: Vec<_> = asked.collect();
    until("everybody is answered", || {
        let mut asked = asked.iter();
        asked.all(|asked| matches!(guilds.discord.answer(*asked), Answer::Message(_)))
    });
}

fn tell(kind: Kind, guilds: &Guilds, bot: &Running, ready: Duration, looks: &[f64]) {
    let looks = || looks.iter().map(|taken| taken / A_MEBIBYTE);
    println!(
        "memory, {}, {} shards: {:.1} MiB ({:.1} to {:.1}; VmHWM {:.1}), ready after {ready:.0?}, {:.1} s of a processor",
        kind.name(),
        guilds.shards(),
        median(looks()),
        looks().fold(f64::INFINITY, f64::min),
        looks().fold(0.0, f64::max),
        f64::from(bot.process.memory().peak) / A_MEBIBYTE,
        bot.process.processor_time(),
    );
}
