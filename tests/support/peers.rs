//! Programs of others that our documents are tested against.
//!
//! A test that needs one which is not installed says so and passes: `./x test` installs
//! them all, so that there nothing is left out.

#![expect(clippy::print_stderr, reason = "a skipped test must say so")]

use std::path::{Path, PathBuf};
use std::process::Command;

/// Returns a command for a program on the path, or says that it is absent.
pub fn program(name: &str) -> Option<Command> {
    let path = std::env::var_os("PATH")?;
    let found = std::env::split_paths(&path).map(|dir| dir.join(name)).find(|p| p.is_file());
    if found.is_none() {
        eprintln!("skipped: {name} is not installed");
    }
    found.map(Command::new)
}

/// Returns a command for a program of the Python environment `target/peers`.
pub fn python(name: &str) -> Option<Command> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or(root.join("target"), PathBuf::from);
    let found = target.join("peers/bin").join(name);
    if !found.is_file() {
        eprintln!("skipped: {name} is not in target/peers; ./x test puts it there");
        return None;
    }
    Some(Command::new(found))
}

/// Returns the Python that can talk to `LibreOffice` through its own interface.
pub fn office_python() -> Option<Command> {
    program("soffice")?;
    // The interface is built for the system's own Python.
    let mut python = Command::new("/usr/bin/python3");
    let found = python.args(["-c", "import uno"]).output().is_ok_and(|done| done.status.success());
    if !found {
        eprintln!(
            "skipped: the Python of the system has no interface to LibreOffice (python3-uno)"
        );
        return None;
    }
    Some(Command::new("/usr/bin/python3"))
}

/// Runs a command to its end and returns what it printed.
///
/// # Panics
/// If it cannot be started or ends with a failure.
pub fn output(command: &mut Command) -> String {
    let done = command.output().expect("the program starts");
    let (out, err) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
    assert!(done.status.success(), "{command:?}\n{out}\n{err}");
    out.into_owned()
}

/// Converts documents with `LibreOffice`, in one start of it, and returns the new files.
///
/// # Panics
/// If `LibreOffice` is there but fails.
pub fn converted(folder: &Path, files: &[PathBuf], to: &str) -> Option<Vec<PathBuf>> {
    let mut office = program("soffice")?;
    // A profile of its own: LibreOffice takes one start at a time per profile.
    let profile = format!("-env:UserInstallation=file://{}", folder.join("profile").display());
    output(
        office
            .arg(profile)
            .args(["--headless", "--convert-to", to, "--outdir"])
            .arg(folder)
            .args(files),
    );
    let ending = to.split(':').next().unwrap_or(to);
    let new = |file: &PathBuf| {
        let name = file.file_stem().expect("a file has a name");
        folder.join(name).with_extension(ending)
    };
    Some(files.iter().map(new).collect())
}
