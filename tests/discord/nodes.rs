//! Several nodes on one database share the shards of the bot: each hears its own, and one of them answers for all.

use std::time::{Duration, Instant};

use muster_core::store::Store as _;
use muster_test_servers::bot::{Bot, Run};
use muster_test_servers::discord::{Answer, Discord, Guild, InteractionId, Options, Permissions, Person, Room};
use muster_test_servers::postgres::{self, TestDatabase};
use tokio::runtime::Runtime;

use crate::scene::{bot_on, is_within_the_rules};
use crate::slow::Lock;

const SHARDS: u64 = 4;
/// What a node logs whenever its part has changed.
const HAS_A_PART: &str = "this node receives these shards";
const RECEIVED: &str = "muster_events_received_total{platform=\"discord\"}";

/// A server of each shard, with somebody who administers it.
struct Ward {
    ana: Person,
    room: Room,
    shard: u64,
}

struct Desk {
    discord: Discord,
    /// By their shards.
    wards: Vec<Ward>,
    bot: Bot,
    database: TestDatabase,
}

impl Desk {
    /// Not started yet.
    fn new() -> Self {
        let identify = Duration::from_secs(5);
        let discord = Options::generous()
            .recommends_shards(SHARDS)
            .concurrency(16, identify)
            .start();
        let mut wards: Vec<Ward> = (0..SHARDS)
            .map(|n| ward(&discord.guild(&format!("Ward {n}"))))
            .collect();
        wards.sort_by_key(|ward| ward.shard);
        assert!(
            wards.iter().map(|ward| ward.shard).eq(0..SHARDS),
            "each shard has a server"
        );
        let (_, database) = Runtime::new().unwrap().block_on(postgres::fresh());
        let bot = bot_on(&discord, database.url()).with("MUSTER_LEASE", "3s");
        Self {
            discord,
            wards,
            bot,
            database,
        }
    }

    /// Two nodes, the first of which serves the account, when each has its part.
    fn two_nodes(&self) -> (Run, Run) {
        let first = self.bot.start();
        self.hears_all(SHARDS);
        for ward in &self.wards {
            let told = self.asks(ward, "/group set setting:timezone value:New York");
            assert!(told.contains("I founded the group"), "{told}");
        }
        let second = self.bot.start();
        second.log().wait_for(HAS_A_PART);
        self.hears_all(SHARDS + SHARDS / 2);
        // Discord tells it of the servers of its shards after the sessions have begun.
        let counted = format!("{RECEIVED} {}\n", SHARDS / 2);
        second.wait_until_told("its servers are counted", |told| told.0.contains(&counted));
        assert!(first.log().with(HAS_A_PART).last().unwrap().contains("shards=[0, 1]"));
        assert!(second.log().with(HAS_A_PART).last().unwrap().contains("shards=[2, 3]"));
        (first, second)
    }

    /// Waits until every shard is heard, after so many sessions were begun.
    fn hears_all(&self, begun: u64) {
        self.discord.wait_until("every shard is heard", |seen| {
            seen.registered > 0 && seen.connected as u64 == SHARDS && seen.identifies == begun
        });
        self.hears_each_of(SHARDS);
    }

    /// Every shard is heard by one node.
    fn hears_each_of(&self, of: u64) {
        let shards: Vec<_> = self
            .discord
            .shards()
            .into_iter()
            .map(|(shard, of, _)| (shard, of))
            .collect();
        assert!(shards.into_iter().eq((0..of).map(|shard| (shard, of))));
    }

    fn asks(&self, ward: &Ward, command: &str) -> String {
        self.answer(ward.ana.runs(&ward.room, command))
    }

    fn answer(&self, asked: InteractionId) -> String {
        match self.discord.wait_for_answer(asked) {
            Answer::Message(id) => self.discord.look(|seen| seen.message(id).unwrap().words()),
            other => panic!("no message but {other:?}: {}", self.discord.summary()),
        }
    }

    /// Whatever is asked in the servers is done once, and told once.
    fn does_everything_once(&self, task: &str) {
        let asks = |ward: &Ward| ward.ana.runs(&ward.room, &format!("/task add title:{task}"));
        let asked: Vec<InteractionId> = self.wards.iter().map(asks).collect();
        for (ward, asked) in self.wards.iter().zip(asked) {
            assert!(self.answer(asked).contains(task));
            let list = self.asks(ward, "/task list");
            assert_eq!(list.matches(task).count(), 1, "{list}");
            let told = self.discord.look(|seen| {
                let cards = seen
                    .from_bot(&ward.room)
                    .map(muster_test_servers::discord::Shown::words);
                cards.filter(|words| words.contains(task)).count()
            });
            assert_eq!(told, 2, "its answer and the list");
        }
        assert_eq!(self.discord.look(|seen| seen.failed), 0);
    }
}

fn ward(guild: &Guild) -> Ward {
    let ana = guild.member("Ana");
    guild.gives(&ana, guild.role("Organizers", Permissions::ADMINISTRATOR));
    Ward {
        ana,
        room: guild.general(),
        shard: (guild.id().0 >> 22) % SHARDS,
    }
}

fn received(run: &Run) -> u64 {
    run.told().value(RECEIVED)
}

#[test]
fn nodes_share_the_shards_and_take_over_those_of_a_dead_one() {
    let desk = Desk::new();
    let (first, second) = desk.two_nodes();
    let before = (received(&first), received(&second));
    desk.does_everything_once("Maps");
    let after = (received(&first), received(&second));
    assert_eq!((after.0 - before.0, after.1 - before.1), (4, 4), "half of it each");
    first.kill();
    desk.hears_all(SHARDS + SHARDS);
    desk.does_everything_once("Pens");
    second.wait_until_quiet();
    let asked = Instant::now();
    assert_eq!(second.end(), Some(0));
    assert!(
        asked.elapsed() < Duration::from_secs(9),
        "what was under way is done, and not given up"
    );
    is_within_the_rules(&desk.discord);
}

#[test]
fn a_node_that_ends_leaves_its_shards_to_the_others_at_once() {
    let desk = Desk::new();
    let (first, second) = desk.two_nodes();
    first.ask_to_end();
    first.log().wait_for("asked to end");
    desk.hears_all(SHARDS + SHARDS);
    assert_eq!(first.ends(), Some(0));
    desk.does_everything_once("Maps");
    assert_eq!(second.end(), Some(0));
    let leases = Runtime::new().unwrap().block_on(async {
        let store = postgres::open(&desk.database).await;
        let leases = store.read().await.unwrap().leases().await.unwrap();
        store.close().await;
        leases
    });
    assert_eq!(leases, [], "nothing is left of them");
    is_within_the_rules(&desk.discord);
}

/// Discord recommends more once the bot has come to more servers; whoever starts then is told.
#[test]
fn more_shards_than_before_are_shared_anew_by_all() {
    let desk = Desk::new();
    let (first, second) = desk.two_nodes();
    desk.discord.recommends_shards(2 * SHARDS);
    let third = desk.bot.start();
    third.log().wait_for(HAS_A_PART);
    desk.discord
        .wait_until("every shard is heard", |seen| seen.connected as u64 == 2 * SHARDS);
    desk.hears_each_of(2 * SHARDS);
    desk.does_everything_once("Maps");
    for run in [&first, &second, &third] {
        let part = run.log().with(HAS_A_PART).pop().unwrap();
        assert!(part.contains("shards.all=8"), "{part}");
    }
    let begun = desk.discord.look(|seen| seen.identifies);
    first.kill();
    desk.discord.wait_until("every shard is heard again", |seen| {
        seen.connected as u64 == 2 * SHARDS && seen.identifies > begun
    });
    desk.does_everything_once("Pens");
    assert_eq!((second.end(), third.end()), (Some(0), Some(0)));
    is_within_the_rules(&desk.discord);
}

/// Who hears says that an answer comes, and who serves the account gives it.
#[test]
fn a_slow_answer_is_announced_by_one_node_and_given_by_the_other() {
    let desk = Desk::new();
    let (first, second) = desk.two_nodes();
    let far = &desk.wards[3];
    desk.asks(far, "/shift add title:Canvass when:next sat 10am-1pm needs:3");
    let lock = Lock::on_shift(&desk.database, 1);
    let asked = far.ana.runs(&far.room, "/shift claim shift:S1");
    desk.discord.wait_until("it is told that an answer comes", |seen| {
        matches!(seen.answer(asked), Answer::Thinking(_))
    });
    lock.release();
    let told = desk.answer(asked);
    assert!(told.starts_with("You are in S1"), "{told}");
    assert_eq!((second.end(), first.end()), (Some(0), Some(0)));
    is_within_the_rules(&desk.discord);
}

/// Who hears counts how much somebody asks, and who serves the account says that it is too much.
#[test]
fn whoever_asks_too_much_is_told_so_whichever_node_hears_it() {
    let desk = Desk::new();
    let (first, second) = desk.two_nodes();
    let far = &desk.wards[2];
    let asked: Vec<_> = (0..25).map(|_| far.ana.runs(&far.room, "/team list")).collect();
    let told: Vec<String> = asked.into_iter().map(|asked| desk.answer(asked)).collect();
    assert!(told[24].starts_with("That was a lot at once."), "{}", told[24]);
    assert_eq!((second.end(), first.end()), (Some(0), Some(0)));
    is_within_the_rules(&desk.discord);
}
