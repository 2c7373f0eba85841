//! What tells a store from others: a name that is made up with the folder, and moves along with it.

use std::fs;
use std::io::{ErrorKind, Result, Write as _};
use std::path::Path;

use matrix_sdk::ruma::DeviceId;

const FILE: &str = "name";

/// The store's name; the folder and the name are made where there is none.
pub(crate) fn name_of(folder: &Path) -> Result<String> {
    make_folder(folder)?;
    match fs::read_to_string(folder.join(FILE)) {
        Ok(name) => return Ok(name.trim().to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let name = DeviceId::new().to_string();
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    writeln!(file, "{name}")?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(folder.join(FILE)) {
        Ok(_) => Ok(name),
        // Another process made one up meanwhile.
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => name_of(folder),
        Err(error) => Err(error.error),
    }
}

#[cfg(unix)]
pub(super) fn make_folder(folder: &Path) -> Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

#[cfg(not(unix))]
pub(super) fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)
}
