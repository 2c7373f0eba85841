//! A desk that an earlier version left opens with everything that was on it, and goes on.
//!
//! `tests/fixtures/schema-NNNN.db` was made by the binary of that schema from `schema-NNNN.txt`; `after-NNNN.txt` is
//! what people see of it now.

use std::fs;
use std::path::{Path, PathBuf};

use crate::desk;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

#[test]
fn the_desk_of_schema_7_is_all_there_and_goes_on() {
    let desk = desk();
    fs::copy(fixture("schema-0007.db"), desk.path().join("muster.db")).unwrap();
    let after = fixture("after-0007.txt");
    let output = desk.run(&["console", "--script", after.to_str().unwrap()], "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn migrating_alone_changes_nothing_that_people_see() {
    let desk = desk();
    fs::copy(fixture("schema-0007.db"), desk.path().join("muster.db")).unwrap();
    let migrated = desk.run(&["migrate"], "");
    assert!(migrated.status.success());
    let after = fixture("after-0007.txt");
    let output = desk.run(&["console", "--script", after.to_str().unwrap()], "");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
