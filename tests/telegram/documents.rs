//! Files, and what is pinned.

use muster_test_servers::telegram::Rights;

use crate::scene::{Ward, started, whispers};

#[test]
fn what_is_held_on_somebody_comes_as_a_file() {
    let ward = Ward::founded();
    started(&ward.api, &ward.ana);
    let exported = whispers(&ward.api, &ward.ana, "me export");
    let file = exported.document.expect("a file");
    assert!(file.file_name.ends_with(".json"), "{}", file.file_name);
    assert_eq!(file.mime.as_deref(), Some("application/json"));
    let held: serde_json::Value = serde_json::from_slice(&file.content).expect("JSON");
    assert!(held.to_string().contains("Ana"));
    assert!(!exported.text.is_empty(), "the file says what it is");
    ward.ends_well();
}
