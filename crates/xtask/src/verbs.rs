//! The verbs that run other programs: run, dev, test, check, screens.

use std::path::Path;
use std::time::Duration;

use crate::steps::{Step, answers, hand_over, run_all};
use crate::{Outcome, say};

/// Version of cargo-deny that `check` installs; raise it on purpose only.
const CARGO_DENY: &str = "0.20.2";

/// Builds the window and opens it; without a display does the same job by `rostrum demo`.
pub(crate) fn run(root: &Path, arguments: &[String]) -> Outcome {
    let display = ["DISPLAY", "WAYLAND_DISPLAY"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()));
    let rest = arguments.join(" ");
    if display {
        hand_over(root, "ui", "npm run --silent build")?;
        return hand_over(
            root,
            ".",
            &format!("cargo run --locked -p rostrum-app --features custom-protocol -- {rest}"),
        );
    }
    say(
        "There is no display here, so the window cannot open. Doing the same job on the command line:",
    );
    hand_over(
        root,
        ".",
        &format!("cargo run --quiet --locked -p rostrum-cli -- demo --out target/demo {rest}"),
    )
}

/// Opens the window on sources that are rebuilt as they change.
pub(crate) fn dev(root: &Path, _: &[String]) -> Outcome {
    let page = std::process::Command::new("npm")
        .args(["run", "dev"])
        .current_dir(root.join("ui"))
        .spawn()
        .map_err(|error| format!("start npm: {error}"));
    let window = hand_over(root, ".", "cargo run --locked -p rostrum-app");
    let _ = page.map(|mut page| page.kill());
    window
}

/// Runs every test there is and prints how each runner closed.
pub(crate) fn test(root: &Path, _: &[String]) -> Outcome {
    let whole = "--workspace --locked --features rostrum-app/custom-protocol";
    let rust = if answers("cargo nextest") {
        Step::new("Rust tests", ".", &format!("cargo nextest run {whole} --no-fail-fast"))
            .closing(&["Summary [", "FAIL ["])
    } else {
        Step::new("Rust tests", ".", &format!("cargo test {whole} --no-fail-fast"))
            .closing(&["test result:", "FAILED"])
    };
    run_all(
        root,
        vec![
            Step::new("window build", "ui", "npm run --silent build").closing(&["built in"]),
            Step::new("window unit tests", "ui", "npm test --silent")
                .closing(&["Test Files", "Tests "])
                .within(Duration::from_mins(5)),
            Step::new("programs", ".", &format!("cargo build {whole}")).closing(&["Finished"]),
            Step::new("generated files", ".", "env ROSTRUM_BUILT=1 target/debug/xtask gen --check")
                .closing(&["gen:"]),
            rust,
            Step::new("window in a browser, with axe", "ui", "npm run --silent e2e")
                .closing(&["# tests", "# pass", "# fail", "not ok"])
                .within(Duration::from_mins(25)),
            on_a_screen(
                Step::new("the real window", ".", "node tests/native/run.mjs")
                    .closing(&["native:"])
                    .within(Duration::from_mins(10)),
            ),
        ],
    )
}

/// Checks everything that needs no test: form, lints, licences, types, generated files.
pub(crate) fn check(root: &Path, _: &[String]) -> Outcome {
    if !answers("cargo deny") {
        say(&format!("check: installing cargo-deny {CARGO_DENY}; this takes some minutes, once"));
        hand_over(root, ".", &format!("cargo install --quiet --locked cargo-deny@{CARGO_DENY}"))?;
    }
    run_all(
        root,
        vec![
            Step::new("form of the Rust code", ".", "cargo fmt --all --check"),
            Step::new("window build", "ui", "npm run --silent build"),
            Step::new(
                "lints",
                ".",
                "cargo clippy --workspace --all-targets --locked -- -D warnings",
            )
            .closing(&["Finished", "error:"]),
            Step::new(
                "licences and doors between crates",
                ".",
                "cargo deny --locked check bans licenses sources",
            )
            .closing(&["ok", "FAILED"]),
            Step::new("window types, lints and form", "ui", "npm run --silent check")
                .closing(&["COMPLETED", "error"]),
            Step::new("generated files", ".", "cargo run --quiet --locked -p xtask -- gen --check")
                .closing(&["gen:"]),
            Step::new("shipped example", ".", "python3 templates/example/make.py --check"),
        ],
    )
}

/// Makes a picture of every screen in tests/output/screens.
pub(crate) fn screens(root: &Path, _: &[String]) -> Outcome {
    hand_over(root, "ui", "npm run --silent screens")
}

/// Gives a step a screen of its own that nobody sees.
fn on_a_screen(mut step: Step) -> Step {
    let before = ["xvfb-run", "-a", "-s", "-screen 0 1280x900x24", "dbus-run-session", "--"];
    step.command.splice(0..0, before.map(String::from));
    step
}
