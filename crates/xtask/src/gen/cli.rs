//! `docs/cli.md`: the command line in its own words.

use std::fmt::Write;
use std::process::Command;

use super::{Files, Made};

/// Says that the programs are built already and must not be built again.
const BUILT: &str = "ROSTRUM_BUILT";

/// Returns `docs/cli.md`, asking the `rostrum` command for the help of each verb.
///
/// # Errors
/// When `rostrum` does not build or does not answer.
pub(super) fn make() -> Files {
    if std::env::var_os(BUILT).is_none() {
        build()?;
    }
    let whole = help(&[])?;
    let mut text = format!(
        "# The command line\n\n\
         Made by `./x gen` from the help of `rostrum`; change `crates/rostrum-cli`, not this file.\n\n\
         `--json` puts one document on standard output and nothing else; messages go to standard error.\n\
         Exit codes: 0 fine; 1 findings at or above `--fail-on`; 2 wrong use or input that cannot be read;\n\
         3 a channel failed or its outcome is unknown.\n\n```text\n{whole}```\n"
    );
    for verb in verbs(&whole) {
        let own = help(&[verb])?;
        let _ = write!(text, "\n## rostrum {verb}\n\n```text\n{own}```\n");
        for inner in verbs(&own) {
            let _ = write!(
                text,
                "\n### rostrum {verb} {inner}\n\n```text\n{}```\n",
                help(&[verb, inner])?
            );
        }
    }
    Ok(vec![Made { path: "docs/cli.md".into(), text }])
}

/// Builds `rostrum` together with this program, so that both share what they are built from.
fn build() -> Result<(), String> {
    let status = Command::new("cargo")
        .args(["build", "--quiet", "--locked", "-p", "rostrum-cli", "-p", "xtask"])
        .status()
        .map_err(|error| format!("start cargo: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("build rostrum: {status}")) }
}

/// Returns the help that `rostrum` gives for a verb, with lines of the same length everywhere.
fn help(verb: &[&str]) -> Result<String, String> {
    let program = std::env::current_exe()
        .map_err(|error| format!("find this program: {error}"))?
        .with_file_name("rostrum");
    let output = Command::new(&program)
        .args(verb)
        .arg("--help")
        .env("COLUMNS", "100")
        .output()
        .map_err(|error| format!("start {}: {error}", program.display()))?;
    if !output.status.success() {
        return Err(format!("rostrum {} --help: {}", verb.join(" "), output.status));
    }
    let told = String::from_utf8_lossy(&output.stdout);
    Ok(told.lines().map(|line| format!("{}\n", line.trim_end())).collect())
}

/// Returns the verbs that a help text lists under "Commands:".
fn verbs(help: &str) -> Vec<&str> {
    help.lines()
        .skip_while(|line| *line != "Commands:")
        .skip(1)
        .take_while(|line| line.starts_with("  "))
        // Longer texts go on in lines that stand further in.
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|verb| *verb != "help")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::verbs;

    #[test]
    fn verbs_are_taken_from_the_list_of_commands_only() {
        let help = "Answers a draft\n\nUsage: rostrum <COMMAND>\n\nCommands:\n  import  Reads a draft\n            and shows it\n  calls   Lists calls\n  help    Print this message\n\nOptions:\n  -h, --help  Print help\n";
        assert_eq!(verbs(help), ["import", "calls"]);
        assert!(verbs("Usage: rostrum import FILE\n").is_empty());
    }
}
