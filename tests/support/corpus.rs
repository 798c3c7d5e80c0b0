//! The real documents that lie beside the checkout, when they do.

use std::path::{Path, PathBuf};

/// Returns the folder of real documents, or nothing when there is none.
///
/// It is `shared/corpus` beside the checkout or above it; `ROSTRUM_CORPUS` names another.
pub fn corpus() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("ROSTRUM_CORPUS") {
        return Some(PathBuf::from(named)).filter(|folder| folder.is_dir());
    }
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|folder| folder.join("shared/corpus"))
        .find(|folder| folder.is_dir())
}
