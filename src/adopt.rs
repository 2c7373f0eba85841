//! `muster adopt`: the account of an encrypted platform is served from another store of keys from now on.

use std::fmt;

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use muster_core::store::Store;
use muster_core::surface::Platform;

use crate::config::Config;

/// The platforms whose accounts are pinned to a store of keys.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub enum Adopted {
    /// The folder `MUSTER_MATRIX_STORE`.
    Matrix,
}

/// What was adopted.
#[derive(Debug)]
pub struct Adoption {
    platform: Platform,
    /// How many messages were on their way.
    doubtful: u64,
}

/// Pins the account to the configured store, whatever it was pinned to. The platform does not know again what was sent from
/// that one: what was on its way is sent once more, and says that it may be a repetition.
pub async fn adopt(config: &Config, store: &dyn Store, adopted: Adopted) -> Result<Adoption> {
    let Adopted::Matrix = adopted;
    let (platform, keystore) = (Platform::Matrix, keystore_of_matrix(config)?);
    let mut unit = store.begin().await?;
    unit.pin_anew(platform, &keystore).await?;
    let doubtful = unit.outlive_memory(platform).await?;
    unit.commit()
        .await
        .context("somebody else writes at the moment: type it again")?;
    Ok(Adoption { platform, doubtful })
}

#[cfg(feature = "matrix")]
fn keystore_of_matrix(config: &Config) -> Result<String> {
    let Some(settings) = &config.matrix else {
        bail!("no Matrix account is configured: set MUSTER_MATRIX_HOMESERVER (key matrix.homeserver)");
    };
    Ok(muster_adapter_matrix::keystore(settings)?)
}

#[cfg(not(feature = "matrix"))]
fn keystore_of_matrix(_: &Config) -> Result<String> {
    bail!("this muster is built without Matrix");
}

impl fmt::Display for Adoption {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { platform, doubtful } = self;
        write!(f, "{}: served from this store of keys from now on", platform.code())?;
        if *doubtful > 0 {
            write!(
                f,
                "\nMessages on their way: {doubtful}. They are sent once more, and say that they may be repetitions."
            )?;
        }
        Ok(())
    }
}
