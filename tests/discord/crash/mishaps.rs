//! What goes wrong with the connection while the bot is killed again and again.

use std::fmt;

use muster_test_servers::dice::Dice;
use muster_test_servers::discord::{Discord, Fault, Often};

/// The requests that meet a fault: what is sent, what is answered in place, what changes, what a start asks.
const OPERATIONS: [&str; 6] = [
    "create_message",
    "create_message",
    "create_interaction_response",
    "update_message",
    "create_dm",
    "get_bot_gateway",
];

/// The mishaps so far.
#[derive(Debug, Default)]
pub(crate) struct Mishaps {
    ordered: usize,
    cuts: usize,
    gateway: usize,
    outages: usize,
}

impl Mishaps {
    /// Now and then, one request goes wrong.
    pub(crate) fn strike_one(&mut self, discord: &Discord, dice: &mut Dice) {
        if dice.below(3) == 0 {
            return;
        }
        let operation = *dice.pick(&OPERATIONS);
        let fault = match dice.below(5) {
            0 => Fault::DropBefore,
            1 => Fault::MalformedJson,
            2 => Fault::ServerError {
                status: 502,
                html: dice.below(2) == 0,
            },
            _ => Fault::DropAfter,
        };
        self.ordered += 1;
        discord.fault(operation, Often::Once, fault);
    }

    /// Now and then, every connection is cut, or the gateway's, or none can be made for a moment.
    pub(crate) fn cut(&mut self, discord: &Discord, dice: &mut Dice) {
        match dice.below(7) {
            0 => {
                discord.cut_connections();
                self.cuts += 1;
            }
            1 => {
                discord.cuts_gateway();
                self.gateway += 1;
            }
            2 => {
                discord.asks_to_reconnect();
                self.gateway += 1;
            }
            3 => {
                discord.begin_outage();
                self.outages += 1;
            }
            _ => {}
        }
    }
}

impl fmt::Display for Mishaps {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} requests met a fault, {} cuts of all and {} of the gateway's, {} outages",
            self.ordered, self.cuts, self.gateway, self.outages
        )
    }
}
