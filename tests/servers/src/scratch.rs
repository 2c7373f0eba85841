//! A folder for files that need not outlive a power cut.

use std::path::Path;

use tempfile::TempDir;

/// Where Linux keeps files in memory.
const MEMORY: &str = "/dev/shm";

/// A folder that is gone when it is dropped, in memory where that can be: what a test writes there in a thousand commits
/// never waits for a disk.
pub fn folder() -> TempDir {
    let in_memory = Path::new(MEMORY);
    let folder = tempfile::Builder::new().prefix("muster").tempdir_in(in_memory);
    folder.or_else(|_| tempfile::tempdir()).expect("a folder for the test")
}
