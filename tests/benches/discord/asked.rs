//! What is to be measured: the arguments.

use crate::bots::Kind;

/// A part of the bench.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    Response,
    Memory,
}

/// What is asked for.
#[derive(Debug)]
pub(crate) struct Asked {
    pub(crate) parts: Vec<Part>,
    /// Whose memory is measured.
    pub(crate) bots: Vec<Kind>,
    /// A trial: a hundredth of everything.
    small: bool,
}

impl Asked {
    pub(crate) fn read(arguments: impl Iterator<Item = String>) -> Self {
        let mut asked = Self {
            parts: Vec::new(),
            bots: Vec::new(),
            small: false,
        };
        for argument in arguments {
            match argument.as_str() {
                // Cargo says so to every bench.
                "--bench" => {}
                "response" => asked.parts.push(Part::Response),
                "memory" => asked.parts.push(Part::Memory),
                "small" => asked.small = true,
                name => {
                    let kind = Kind::ALL.into_iter().find(|kind| kind.name() == name);
                    asked.bots.push(kind.unwrap_or_else(|| {
                        let names = Kind::ALL.map(Kind::name);
                        panic!("{name:?}? type any of: response memory small, {names:?}")
                    }));
                }
            }
        }
        if asked.parts.is_empty() {
            asked.parts = vec![Part::Response, Part::Memory];
        }
        if asked.bots.is_empty() {
            asked.bots = Kind::ALL.to_vec();
        }
        asked
    }

    /// That many, or a hundredth of it.
    pub(crate) const fn stock(&self, count: usize) -> usize {
        if self.small { count / 100 } else { count }
    }
}
