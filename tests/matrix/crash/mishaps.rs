//! What goes wrong on the way to the homeserver while the bot is killed again and again.

use std::fmt;
use std::time::Duration;

use muster_test_servers::dice::Dice;
use muster_test_servers::matrix::{Door, Fault, Often};

/// The requests that meet a fault: what is sent, in the clear and encrypted, and what is heard.
const REQUESTS: [&str; 5] = ["send", "send", "sync", "sendToDevice", "keys/query"];

/// The mishaps so far.
#[derive(Debug, Default)]
pub(crate) struct Mishaps {
    ordered: usize,
    cuts: usize,
}

impl Mishaps {
    /// Now and then, one request goes wrong.
    pub(crate) fn strike_one(&mut self, door: &Door, dice: &mut Dice) {
        if dice.below(3) == 0 {
            return;
        }
        let request = *dice.pick(&REQUESTS);
        let fault = match dice.below(5) {
            0 => Fault::DropBefore,
            1 => Fault::ServerError(502),
            2 => Fault::Slow(Duration::from_millis(500)),
            _ => Fault::DropAfter,
        };
        self.ordered += 1;
        door.fault(request, Often::Once, fault);
    }

    /// Now and then, every connection is cut.
    pub(crate) fn cut(&mut self, door: &Door, dice: &mut Dice) {
        if dice.below(2) == 0 {
            door.cut_connections();
            self.cuts += 1;
        }
    }
}

impl fmt::Display for Mishaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} requests met a fault, {} cuts", self.ordered, self.cuts)
    }
}
