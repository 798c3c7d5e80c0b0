//! Where the desk keeps what belongs to this machine, not to a statement.

use std::path::PathBuf;

use crate::keyring::Namespace;

/// Folders and programs of this machine, given by the face that starts the desk.
#[derive(Debug, Clone)]
pub struct Places {
    /// Settings: `channels.toml`.
    pub config: PathBuf,
    /// What may be rebuilt: `recent.json`.
    pub data: PathBuf,
    /// Where the user keeps documents; the sample is copied there.
    pub documents: PathBuf,
    /// Secrets of the keyring that may be seen.
    pub secrets: Namespace,
    /// Program that is started again as the import worker: the face itself.
    pub worker: PathBuf,
}

impl Places {
    /// Returns the usual places of the system.
    ///
    /// `ROSTRUM_HOME`, when set, holds all of them, so that a trial or a portable copy
    /// leaves nothing elsewhere.
    pub fn usual(worker: PathBuf) -> Self {
        if let Some(home) = std::env::var_os("ROSTRUM_HOME").map(PathBuf::from) {
            return Self {
                secrets: Namespace::apart(&home.to_string_lossy()),
                config: home.join("config"),
                data: home.join("data"),
                documents: home.join("documents"),
                worker,
            };
        }
        let variable = |name: &str| {
            std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute())
        };
        let home =
            variable("HOME").or_else(|| variable("USERPROFILE")).unwrap_or_else(std::env::temp_dir);
        let (config, data) = if cfg!(windows) {
            let roaming = variable("APPDATA").unwrap_or_else(|| home.join("AppData/Roaming"));
            (roaming.clone(), roaming)
        } else if cfg!(target_os = "macos") {
            let support = home.join("Library/Application Support");
            (support.clone(), support)
        } else {
            (
                variable("XDG_CONFIG_HOME").unwrap_or_else(|| home.join(".config")),
                variable("XDG_DATA_HOME").unwrap_or_else(|| home.join(".local/share")),
            )
        };
        Self {
            secrets: Namespace::application(),
            config: config.join("rostrum"),
            data: data.join("rostrum"),
            documents: home.join("Documents"),
            worker,
        }
    }
}
