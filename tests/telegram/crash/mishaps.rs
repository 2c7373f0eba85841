//! What goes wrong with the connection while the bot is killed again and again.

use std::fmt;

use muster_test_servers::dice::Dice;
use muster_test_servers::telegram::{BotApi, Fault, Often};

/// The requests that meet a fault: what is sent, what is fetched, what changes, what is answered in place.
const METHODS: [&str; 5] = [
    "sendMessage",
    "sendMessage",
    "getUpdates",
    "editMessageText",
    "answerCallbackQuery",
];

/// The mishaps so far.
#[derive(Debug, Default)]
pub(crate) struct Mishaps {
    ordered: usize,
    cuts: usize,
    outages: usize,
    /// Those after which an answer to a tap may be seen in place and as a message.
    pub(crate) of_taps: usize,
}

impl Mishaps {
    /// Now and then, one request goes wrong.
    pub(crate) fn strike_one(&mut self, api: &BotApi, dice: &mut Dice) {
        if dice.below(3) == 0 {
            return;
        }
        let method = *dice.pick(&METHODS);
        let fault = match dice.below(5) {
            0 => Fault::DropBefore,
            1 => Fault::MalformedJson,
            2 => Fault::ServerError {
                status: 502,
                html: dice.below(2) == 0,
            },
            _ => Fault::DropAfter,
        };
        self.of_taps += usize::from(method == "answerCallbackQuery");
        self.ordered += 1;
        api.fault(method, Often::Once, fault);
    }

    /// Now and then, every connection is cut, or none can be made for a moment.
    pub(crate) fn cut(&mut self, api: &BotApi, dice: &mut Dice) {
        match dice.below(6) {
            0 | 1 => {
                api.cut_connections();
                self.cuts += 1;
                self.of_taps += 1;
            }
            2 => {
                api.begin_outage();
                self.outages += 1;
                self.of_taps += 1;
            }
            _ => {}
        }
    }
}

impl fmt::Display for Mishaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} requests met a fault, {} cuts, {} outages",
            self.ordered, self.cuts, self.outages
        )
    }
}
