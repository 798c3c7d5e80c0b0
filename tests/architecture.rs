//! Which part of the house may know which: the rules of ARCHITECTURE.md, read from the manifests.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What each package of ours may depend on among ours.
const DIRECTION: &[(&str, &[&str])] = &[
    ("rostrum-core", &[]),
    ("rostrum-pages", &["rostrum-core"]),
    ("rostrum-kit", &["rostrum-core", "rostrum-pages"]),
    ("rostrum-cli", &["rostrum-core", "rostrum-kit"]),
    ("rostrum-app", &["rostrum-core", "rostrum-kit"]),
    ("xtask", &["rostrum-core", "rostrum-kit", "rostrum-pages"]),
    ("rostrum-tests", &["rostrum-core", "rostrum-kit", "rostrum-pages"]),
];

/// What would let effects, or another program's world, into the core.
const NOT_IN_THE_CORE: &[&str] = &[
    "async-std",
    "dirs",
    "keyring-core",
    "mio",
    "reqwest",
    "rusqlite",
    "tauri",
    "tempfile",
    "tokio",
    "zbus",
];

/// Longest file of the program, unit tests and all, that is still one room.
const LONGEST_FILE: usize = 600;

/// Longest body of a command of the window.
const LONGEST_COMMAND: usize = 5;

#[test]
fn our_packages_know_each_other_in_one_direction_only() {
    let house = House::read();
    let ours: BTreeSet<&str> = DIRECTION.iter().map(|(name, _)| *name).collect();
    for name in house.members() {
        assert!(ours.contains(name.as_str()), "{name} is new: say in DIRECTION what it may know");
    }
    for (name, allowed) in DIRECTION {
        for known in house.direct(name) {
            let fine = !ours.contains(known.as_str()) || allowed.contains(&known.as_str());
            assert!(fine, "{name} knows {known}, which is against the direction");
        }
    }
}

#[test]
fn the_core_reaches_no_effect_through_any_dependency() {
    let house = House::read();
    let reached = house.reached_from("rostrum-core");
    assert!(reached.contains("serde"), "the graph was read");
    for banned in NOT_IN_THE_CORE {
        assert!(!reached.contains(*banned), "rostrum-core reaches {banned}");
    }
}

#[test]
fn only_the_window_knows_tauri() {
    let house = House::read();
    for name in house.members() {
        let knows = house.direct(&name).iter().any(|known| known.starts_with("tauri"));
        assert_eq!(knows, name == "rostrum-app", "{name} and tauri");
    }
}

#[test]
fn only_the_backend_of_the_window_talks_to_tauri() {
    let root = root();
    let mut seen = 0;
    for file in files(&root.join("ui/src"), &["ts", "svelte"]) {
        let text = read(&file);
        if text.contains("'@tauri-apps/") || text.contains("\"@tauri-apps/") {
            assert!(
                file.starts_with(root.join("ui/src/backend")),
                "{} imports Tauri",
                file.display()
            );
            seen += 1;
        }
    }
    assert!(seen > 0, "the backend itself imports Tauri");
}

#[test]
fn commands_of_the_window_only_pass_things_on() {
    let mut commands = 0;
    for file in files(&root().join("src-tauri/src"), &["rs"]) {
        for (name, lines) in bodies(&read(&file), "#[tauri::command]") {
            commands += 1;
            assert!(lines <= LONGEST_COMMAND, "{name} in {} has {lines} lines", file.display());
        }
    }
    assert!(commands >= 8, "found only {commands} commands");
}

#[test]
fn a_file_of_the_program_is_one_room() {
    let root = root();
    let folders = ["crates", "src-tauri/src"];
    for file in folders.iter().flat_map(|folder| files(&root.join(folder), &["rs"])) {
        let lines = read(&file).lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", file.display());
    }
}

/// The packages of the workspace and everything they depend on.
struct House {
    /// Names of our packages.
    members: Vec<String>,
    /// Name by package id.
    names: BTreeMap<String, String>,
    /// Ids of what each package needs when it runs.
    needs: BTreeMap<String, Vec<String>>,
}

impl House {
    fn read() -> Self {
        let output = Command::new(env!("CARGO"))
            .args(["metadata", "--format-version", "1", "--locked", "--offline"])
            // Without it cargo wants the packages of every other system too.
            .args(["--filter-platform", &host()])
            .current_dir(root())
            .output()
            .expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
        let names: BTreeMap<_, _> = list(&metadata["packages"])
            .iter()
            .map(|package| (text(&package["id"]), text(&package["name"])))
            .collect();
        let members = list(&metadata["workspace_members"])
            .iter()
            .map(|id| names[&text(id)].clone())
            .collect();
        let needs = list(&metadata["resolve"]["nodes"])
            .iter()
            .map(|node| {
                let runtime = |dependency: &&Value| {
                    list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null())
                };
                let needed = list(&node["deps"]).iter().filter(runtime);
                (text(&node["id"]), needed.map(|dependency| text(&dependency["pkg"])).collect())
            })
            .collect();
        Self { members, names, needs }
    }

    fn members(&self) -> Vec<String> {
        self.members.clone()
    }

    fn id(&self, name: &str) -> &str {
        let mut found = self.names.iter().filter(|(_, own)| *own == name).map(|(id, _)| id);
        found.next().unwrap_or_else(|| panic!("{name} is a package"))
    }

    /// Returns the names of what a package of ours needs directly when it runs.
    fn direct(&self, name: &str) -> Vec<String> {
        self.needs[self.id(name)].iter().map(|id| self.names[id].clone()).collect()
    }

    /// Returns the names of everything a package needs when it runs, however far away.
    fn reached_from(&self, name: &str) -> BTreeSet<&str> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![self.id(name)];
        while let Some(id) = waiting.pop() {
            for needed in &self.needs[id] {
                if reached.insert(self.names[needed].as_str()) {
                    waiting.push(needed);
                }
            }
        }
        reached
    }
}

/// Returns the name of the system that these tests run on, as rustc gives it.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = told.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("rustc names its host").to_owned()
}

/// Returns name and number of lines of the body of every function after a mark.
fn bodies(source: &str, mark: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        if line.trim() != mark {
            continue;
        }
        let indent = line.len() - line.trim_start().len();
        let head: Vec<&str> = lines.by_ref().take_while_inclusive(|line| !line.ends_with('{'));
        let end = format!("{}}}", " ".repeat(indent));
        let body = lines.by_ref().take_while(|line| *line != end).count();
        found.push((head.first().map_or("", |line| line.trim()).to_owned(), body));
    }
    found
}

/// Takes items up to and with the first that does not fit.
trait TakeInclusive: Iterator + Sized {
    fn take_while_inclusive(self, fits: impl Fn(&Self::Item) -> bool) -> Vec<Self::Item> {
        let mut taken = Vec::new();
        for item in self {
            let last = !fits(&item);
            taken.push(item);
            if last {
                break;
            }
        }
        taken
    }
}

impl<I: Iterator> TakeInclusive for I {}

/// Returns the files below a folder that have one of the endings, but none that are generated.
fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = folder.read_dir() else { return found };
    for path in entries.map(|entry| entry.expect("readable").path()) {
        if path.is_dir() {
            if !["generated", "node_modules", "output", "target"]
                .iter()
                .any(|name| path.ends_with(name))
            {
                found.extend(files(&path, endings));
            }
        } else if path.extension().is_some_and(|own| endings.iter().any(|ending| own == *ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests lie in the root").to_owned()
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("read {}: {error}", path.display()))
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
