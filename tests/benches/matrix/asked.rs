//! What is to be measured: the arguments.

use crate::bots::Kind;

/// How many rounds there are where nothing else is asked for, and at most: nobody may ask a desk more at once.
const ROUNDS: usize = 16;

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) rounds: usize,
    pub(crate) bots: Vec<Kind>,
}

impl Asked {
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Self {
        let mut asked = Self {
            rounds: ROUNDS,
            bots: Vec::new(),
        };
        for argument in arguments {
            if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.name() == argument) {
                asked.bots.push(kind);
            } else if let Ok(rounds @ 1..=ROUNDS) = argument.parse() {
                asked.rounds = rounds;
            } else {
                // Cargo says so to every bench.
                assert_eq!(
                    argument,
                    "--bench",
                    "type how many rounds, {ROUNDS} at most, and any of {:?}",
                    Kind::ALL.map(Kind::name)
                );
            }
        }
        if asked.bots.is_empty() {
            asked.bots = Kind::ALL.to_vec();
        }
        asked
    }
}
