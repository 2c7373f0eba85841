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
        Self {
            resident: number(&status, "VmRSS:"),
            peak: number(&status, "VmHWM:"),
        }
    }
}

/// How many threads a process has.
pub fn threads(process: u32) -> u32 {
    number(&read(process, "status"), "Threads:")
}

/// How many files a process has open, sockets among them.
pub fn open_files(process: u32) -> usize {
    let files = fs::read_dir(format!("/proc/{process}/fd"));
    files.expect("Linux tells what a process has open").count()
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

/// What stands behind that name.
fn number(status: &str, name: &str) -> u32 {
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next());
    number.and_then(|number| number.parse().ok()).expect("a number")
}

fn read(process: u32, name: &str) -> String {
    fs::read_to_string(format!("/proc/{process}/{name}")).expect("Linux tells what a process takes")
}
