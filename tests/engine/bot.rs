//! The binary on the tests' own platforms.

use muster_test_servers::platform::TestPlatform;

pub(crate) use muster_test_servers::bot::{Bot, Run};

const BINARY: &str = env!("CARGO_BIN_EXE_muster");

/// On an SQLite file of its own.
pub(crate) fn on_sqlite(platforms: &[&TestPlatform]) -> Bot {
    serving(Bot::on_sqlite(BINARY), platforms)
}

/// On that database.
pub(crate) fn on_database(platforms: &[&TestPlatform], url: &str) -> Bot {
    serving(Bot::on_database(BINARY, url), platforms)
}

fn serving(bot: Bot, platforms: &[&TestPlatform]) -> Bot {
    let addresses = platforms.iter().map(|platform| platform.address().to_string());
    bot.with("MUSTER_TEST_PLATFORM", &addresses.collect::<Vec<_>>().join(","))
}
