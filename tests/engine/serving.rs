//! A platform is served: people type and press, and see what they would see anywhere else.

use muster_test_servers::platform::TestPlatform;
use muster_test_servers::profile::Profile;

use crate::bot;

#[test]
fn people_on_every_kind_of_platform_are_answered() {
    for profile in Profile::ALL {
        let platform = TestPlatform::start(profile);
        platform.administrator("ana");
        let bot = bot::on_sqlite(&[&platform]);
        let run = bot.start();
        platform.wait_until("connected", |seen| seen.connected);
        let added = platform.say("main", "ana", "shift add Canvass sat 10am-1pm needs:2");
        let shown = platform.wait_until_some("the shift's card", |seen| seen.answers_to(&added).next().cloned());
        assert!(shown.text.starts_with("S1 · Canvass"), "{profile:?}: {}", shown.text);
        platform.press_on(&shown, "ben", "Claim");
        platform.wait_until("ben is in", |seen| {
            seen.messages
                .iter()
                .any(|message| message.text.starts_with("You are in S1"))
        });
        assert_eq!(run.end(), Some(0), "{profile:?}");
    }
}
