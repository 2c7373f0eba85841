//! A bot at work, and what it takes of the machine.

use std::fs;
use std::process::{Child, Command};

/// A start of a bot. Dropped means killed.
#[derive(Debug)]
pub(crate) struct Process(Child);

impl Process {
    pub(crate) fn start(command: &mut Command) -> Self {
        Self(command.spawn().expect("the bot starts"))
    }

    fn read(&self, name: &str) -> String {
        let file = format!("/proc/{}/{name}", self.0.id());
        fs::read_to_string(file).expect("Linux tells what a process takes")
    }

    /// What it takes of the memory.
    pub(crate) fn memory(&self) -> Memory {
        let status = self.read("status");
        let mebibytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let number = line.and_then(|line| line.split_whitespace().next());
            let kibibytes: Option<f64> = number.and_then(|number| number.parse().ok());
            kibibytes.expect("a number of KiB") / 1024.0
        };
        Memory {
            resident: mebibytes("VmRSS:"),
            peak: mebibytes("VmHWM:"),
        }
    }

    /// How many seconds of a processor it has used so far.
    pub(crate) fn processor_time(&self) -> f64 {
        let stat = self.read("stat");
        // After the name, which stands in brackets: fields 14 and 15, in hundredths of a second.
        let fields = stat.rsplit_once(')').expect("a name in brackets").1.split_whitespace();
        let hundredths = fields.skip(11).take(2).filter_map(|field| field.parse::<f64>().ok());
        hundredths.sum::<f64>() / 100.0
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// What a process takes, in MiB: now, and at the most so far.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Memory {
    pub(crate) resident: f64,
    pub(crate) peak: f64,
}
