//! Rules of the house that no compiler holds: who may name what.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    assert!(!found.is_empty(), "{folder} has sources");
    found
}

/// The lines of a file that hold one of the words, without its comments.
fn lines_with(file: &Path, words: &[&str]) -> Vec<String> {
    let text = fs::read_to_string(file).unwrap();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    let hits = code.filter(|line| words.iter().any(|word| line.to_lowercase().contains(word)));
    hits.map(|line| format!("{}: {line}", file.display())).collect()
}

#[test]
fn adapters_never_see_the_store() {
    for file in sources("adapters") {
        let lines = lines_with(&file, &["core::store", "muster_storage", "sqlx"]);
        assert_eq!(lines, [""; 0]);
    }
}

#[test]
fn the_core_asks_for_abilities_and_names_no_platform() {
    for file in sources("bot-core/src") {
        let text = file.display().to_string();
        if text.ends_with("surface/platform.rs") || text.contains("/testing/") || text.contains("/tests") {
            continue;
        }
        assert_eq!(lines_with(&file, &["discord", "telegram", "matrix"]), [""; 0]);
    }
}

#[test]
fn only_the_configuration_reads_the_environment() {
    for file in ["src", "bot-core/src", "storage/src", "adapters"]
        .into_iter()
        .flat_map(sources)
    {
        if !file.ends_with("src/config.rs") {
            assert_eq!(lines_with(&file, &["env::var"]), [""; 0]);
        }
    }
}
