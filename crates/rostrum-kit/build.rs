//! Lists the files of `templates/calls/`, `phrases/` and `skeletons/` so that a new file ships
//! without a line of code.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    for folder in ["calls", "phrases", "skeletons"] {
        list(folder)?;
    }
    Ok(())
}

/// Writes `(name, text)` of every TOML file of a folder of `templates/`, by name.
fn list(subject: &str) -> io::Result<()> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default())
        .join("../../templates")
        .join(subject);
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut names: Vec<String> = fs::read_dir(&folder)?
        .filter_map(Result::ok)
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .filter(|name| Path::new(name).extension().is_some_and(|ending| ending == "toml"))
        .collect();
    names.sort();
    let folder = fs::canonicalize(&folder)?;
    let rows: String = names
        .iter()
        .map(|name| {
            let id = name.trim_end_matches(".toml");
            let path = folder.join(name);
            format!("({id:?}, include_str!({:?})),\n", path.display().to_string())
        })
        .collect();
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join(format!("{subject}.rs"));
    fs::write(out, format!("[\n{rows}]"))
}
