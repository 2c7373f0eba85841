//! What a process takes of the machine, as Linux tells it.

use std::fs;

/// What it takes of the memory, in KiB: now, and at the most so far.
#[derive(Debug, Clone, Copy)]
pub struct Memory {
    /// Now.
    pub resident: u32,
    /// At the most so far.
    pub peak: u32,
}

impl Memory {
    /// Of that process.
    pub fn of(process: u32) -> Self {
        let status = read(process, "status");
        let kibibytes = |name: &str| {
            let line = status.lines().find_map(|line| line.strip_prefix(name));
            let number = line.and_then(|line| line.split_whitespace().next());
            number.and_then(|number| number.parse().ok()).expect("a number of KiB")
        };
        Self {
            resident: kibibytes("VmRSS:"),
            peak: kibibytes("VmHWM:"),
        }
    }
}

/// That many KiB in MiB.
pub fn mebibytes(kibibytes: u32) -> f64 {
    f64::from(kibibytes) / 1024.0
}

/// How many seconds of a processor a process has used so far.
pub fn processor_time(process: u32) -> f64 {
    let stat = read(process, "stat");
    // After the name, which stands in brackets: fields 14 and 15, in hundredths of a second.
    let fields = stat.rsplit_once(')').expect("a name in brackets").1.split_whitespace();
    let hundredths = fields.skip(11).take(2).map(str::parse::<f64>);
    hundredths.map(|field| field.expect("a number")).sum::<f64>() / 100.0
}

fn read(process: u32, name: &str) -> String {
    fs::read_to_string(format!("/proc/{process}/{name}")).expect("Linux tells what a process takes")
}
