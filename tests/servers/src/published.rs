//! Descriptions of platforms as machines publish them. They are no part of this project: they are looked for beside the
//! checkout, as `shared/specs/NAME` in one of the folders above.

use std::fs;
use std::path::Path;

/// The text of that file; `None` where it is not there.
pub(crate) fn find(name: &str) -> Option<String> {
    let folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders
        .into_iter()
        .find_map(|folder| fs::read_to_string(folder.join("shared/specs").join(name)).ok())
}
