//! How long somebody who uses a command waits for the first response: from when the bot is told of it on the gateway until
//! its response comes in.

use std::time::{Duration, Instant};

use muster_test_servers::discord::{Answer, ChannelId, InteractionId};

use crate::arrivals::arrivals;
use crate::asked::Asked;
use crate::bots::{Kind, Running};
use crate::desk;
use crate::lengths::Lengths;
use crate::stage::{Stage, until};
use crate::waiting::wait;

/// How many people a broadcast goes to.
const PEOPLE: usize = 10_000;
/// How many of them use commands, in turn: each seldom enough that nothing is a flood.
const ASKERS: usize = 200;
/// What they ask: who am I here, and what have I promised?
const COMMAND: &str = "/me show";
/// How many a second they ask together, by chance.
const A_SECOND: f64 = 20.0;
/// How many ask while nothing else is to do.
const IDLE: usize = 6_000;
/// How long a broadcast is waited for at most.
const PATIENCE: Duration = Duration::from_mins(20);
/// How long whoever asked last has been waiting at most.
const LAST: Duration = Duration::from_secs(5);

/// With nothing else to do, then while a broadcast goes out.
pub(crate) fn measure(asked: &Asked) {
    let stage = Stage::with(asked.stock(PEOPLE));
    let bot = Kind::start_on(&stage.discord, |database| desk::found(database, &stage));
    until("the bot listens", || stage.discord.look(|seen| seen.connected) == 1);
    until("its commands are registered", || !stage.discord.commands().is_empty());
    // Everybody once, so that what is kept of people is there.
    asks(&stage, ASKERS, || true);

    let before = Instant::now();
    let used = bot.process.processor_time();
    let idle = asks(&stage, asked.stock(IDLE), || true);
    tell("idle", &stage, &bot, &idle, (before, used));

    let sent = || stage.discord.look(|seen| seen.requests("create_message"));
    let all = sent() + u64::try_from(stage.people.len()).expect("thousands");
    let before = Instant::now();
    let used = bot.process.processor_time();
    begins_broadcast(&stage);
    let meanwhile = asks(&stage, usize::MAX, || sent() < all);
    let lasted = before.elapsed();
    tell("during a broadcast", &stage, &bot, &meanwhile, (before, used));
    tell_of_broadcast(&stage, lasted);
}

/// Ana writes a broadcast to everybody, and sends it.
fn begins_broadcast(stage: &Stage) {
    let draft = stage.ana.runs(
        &stage.room,
        "/broadcast new audience:everyone text:Rain tomorrow: meet at the Main Library",
    );
    let draft = stage
        .discord
        .wait_until_some("the draft", |seen| seen.answering(draft).map(|shown| shown.id));
    stage.ana.taps(draft, "Send");
}

/// People use a command, so many at the most, as long as that holds; what they asked.
fn asks(stage: &Stage, most: usize, goes_on: impl Fn() -> bool) -> Vec<InteractionId> {
    let began = Instant::now();
    let mut asked = Vec::new();
    for at in arrivals(A_SECOND, PATIENCE).into_iter().take(most) {
        if !goes_on() {
            break;
        }
        wait(at.saturating_sub(began.elapsed()));
        let person = &stage.people[asked.len() % ASKERS.min(stage.people.len())];
        let room = &stage.rooms[asked.len() % stage.rooms.len()];
        asked.push(person.runs(room, COMMAND));
    }
    wait(LAST);
    asked
}

/// How long they waited, and since then: what it took of a processor.
fn tell(what: &str, stage: &Stage, bot: &Running, asked: &[InteractionId], (before, used): (Instant, f64)) {
    let waits: Vec<_> = asked
        .iter()
        .filter_map(|asked| stage.discord.first_answer(*asked))
        .collect();
    let failed = asked.len() - waits.len();
    let unfinished = asked
        .iter()
        .filter(|asked| !matches!(stage.discord.answer(**asked), Answer::Message(_)));
    let processor = bot.process.processor_time() - used;
    println!(
        "first response, {what}: {} of {} commands in {:.0?}; {failed} without one, {} without an answer; {processor:.1} s of \
         a processor, VmRSS {} KiB; {} breaches: {:?}",
        Lengths::of(waits),
        asked.len(),
        before.elapsed(),
        unfinished.count(),
        bot.process.memory().resident,
        stage.discord.breaches().len(),
        stage.discord.breaches().first(),
    );
}

/// What became of the broadcast.
fn tell_of_broadcast(stage: &Stage, lasted: Duration) {
    let rooms: Vec<ChannelId> = stage.people.iter().map(|person| person.private().id()).collect();
    let (reached, requests, refused) = stage.discord.look(|seen| {
        let reached = rooms.iter().filter(|room| seen.from_bot(**room).count() == 1);
        (reached.count(), seen.all_requests(), seen.all_refused_for_rate())
    });
    let a_second = f64::from(u32::try_from(reached).expect("thousands")) / lasted.as_secs_f64();
    println!(
        "  the broadcast reached {reached} of {} in {lasted:.0?}, {a_second:.1} a second; {requests} requests in all, \
         {refused} refused for the rates",
        rooms.len()
    );
}
