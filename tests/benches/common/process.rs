//! A bot at work, and what it takes of the machine.

use std::process::{Child, Command};

use muster_test_servers::process::{Memory, processor_time};

/// A start of a bot. Dropped means killed.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    pub(crate) fn start(command: &mut Command) -> Self {
        Self(command.spawn().expect("the bot starts"))
    }

    /// What it takes of the memory.
    pub(crate) fn memory(&self) -> Memory {
        Memory::of(self.0.id())
    }

    /// How many seconds of a processor it has used so far.
    pub(crate) fn processor_time(&self) -> f64 {
        processor_time(self.0.id())
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
