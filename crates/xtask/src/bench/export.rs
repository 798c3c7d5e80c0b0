//! `./x bench export`: processor time and memory of whole processes that write a document, ours
//! beside those that people would use otherwise.
//!
//! Ours is `rostrum export`, from a statement file to the document. The peer starts from the same
//! text in Markdown: pandoc writes DOCX, and `LibreOffice` makes PDF of that. All are measured in
//! the same run, one after the other in turn, so that a busy machine is as busy for each.
//!
//! `./x bench export docx-7` measures one line; `./x bench export docx 14` so many paragraphs.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::import::{children, program};
use super::long;
use crate::{Outcome, say};

/// What is written: format, pages, paragraphs that make so many, and how many times less
/// processor time than the peer it may take at most.
const SIZES: [(&str, u32, usize, f64); 4] =
    [("docx", 7, 24, 20.0), ("docx", 206, 715, 20.0), ("pdf", 4, 14, 20.0), ("pdf", 68, 236, 3.0)];
/// Rounds of which the median counts.
const ROUNDS: usize = 5;
/// Shortest that a measured way is repeated within one round, in hundredths of a second: the
/// system counts no finer.
const LONG_ENOUGH: u64 = 50;

/// Measures exports beside their peers.
pub(super) fn run(root: &Path, arguments: &[String]) -> Outcome {
    if !Path::new("/proc/self/stat").exists() {
        say("bench: skipped, only Linux tells the processor time of other processes here");
        return Ok(());
    }
    for peer in ["pandoc", "soffice"] {
        let there = Command::new(peer).arg("--version").output().is_ok();
        if !there {
            say(&format!("bench: skipped, {peer} is not installed: nothing to compare with"));
            return Ok(());
        }
    }
    let rostrum = program(root)?;
    let folder = tempfile()?;
    say(&format!(
        "{:<20} {:>9} {:>6}  {:<22} {:>9} {:>6}   times less",
        "processor time, ms", "rostrum", "MB", "beside", "peer", "MB"
    ));
    let only = arguments.first().map_or("", String::as_str);
    let own = arguments.get(1).and_then(|paragraphs| paragraphs.parse().ok());
    let mut missed = Vec::new();
    for (format, pages, paragraphs, least) in SIZES {
        let name = format!("{format}-{pages}");
        if !name.contains(only) {
            continue;
        }
        let job = Job::make(&rostrum, &folder, format, own.unwrap_or(paragraphs))?;
        let (mut ours, mut theirs) = (Vec::new(), Vec::new());
        for _ in 0..=ROUNDS {
            ours.push(job.ours(&rostrum)?);
            theirs.push(job.theirs(&folder)?);
        }
        let (ours, theirs) = (median(ours), median(theirs));
        let ratio = theirs.milliseconds / ours.milliseconds.max(0.1);
        let pages = job.pages.map_or_else(|| format!("about {pages}"), |pages| pages.to_string());
        let line = format!("{}, {pages} pages", format.to_uppercase());
        let verdict = if ratio < least {
            missed.push(line.clone());
            format!("{least} MISSED")
        } else {
            format!("{least} reached")
        };
        let peer = if format == "pdf" { "pandoc + LibreOffice" } else { "pandoc" };
        say(&format!(
            "{line:<20} {:>9.1} {:>6}  {peer:<22} {:>9.0} {:>6}   {ratio:.1}  ({verdict})",
            ours.milliseconds, ours.megabytes, theirs.milliseconds, theirs.megabytes,
        ));
        if own.is_some() {
            break;
        }
    }
    let _ = std::fs::remove_dir_all(&folder);
    if missed.is_empty() { Ok(()) } else { Err(format!("target missed: {}", missed.join(", "))) }
}

/// What one way took.
#[derive(Debug, Clone, Copy)]
struct Cost {
    milliseconds: f64,
    /// Most memory that its processes held at one time.
    megabytes: u64,
}

/// One statement, as a file of ours and as Markdown.
struct Job {
    format: &'static str,
    statement: PathBuf,
    markdown: PathBuf,
    out: PathBuf,
    /// Number of pages, where the format has any.
    pages: Option<u64>,
}

impl Job {
    fn make(
        rostrum: &Path,
        folder: &Path,
        format: &'static str,
        paragraphs: usize,
    ) -> Result<Self, String> {
        let path = |ending: &str| folder.join(format!("{format}-{paragraphs}.{ending}"));
        let markdown = path("md");
        let body = long::body(paragraphs);
        std::fs::write(&markdown, &body).map_err(|error| error.to_string())?;
        let statement = path("rostrum");
        let mut new = Command::new(rostrum);
        new.arg("new").arg(&statement).args(["--call", "oewg-ict-zero-draft"]);
        new.args(["--title", "Comments on the zero draft", "--organisation", "Example Network"]);
        said(new.env("ROSTRUM_HOME", folder))?;
        let mut write = Command::new(rostrum);
        write.arg("write").arg(&statement).args(["--section", "summary"]);
        let text = std::fs::File::open(&markdown).map_err(|error| error.to_string())?;
        said(write.env("ROSTRUM_HOME", folder).stdin(text))?;
        let out = folder.join(format!("ours-{paragraphs}.{format}"));
        let mut job = Self { format, statement, markdown, out, pages: None };
        let told = said(job.export(rostrum).arg("--json"))?;
        let told: serde_json::Value =
            serde_json::from_str(&told).map_err(|error| error.to_string())?;
        job.pages = told["pages"].as_u64();
        Ok(job)
    }

    fn export(&self, rostrum: &Path) -> Command {
        let mut command = Command::new(rostrum);
        command.arg("export").arg(&self.statement).args(["--to", self.format, "-o"]).arg(&self.out);
        command.env("ROSTRUM_HOME", self.out.with_extension("home"));
        command
    }

    fn ours(&self, rostrum: &Path) -> Result<Cost, String> {
        cost(&mut || vec![self.export(rostrum)])
    }

    /// Writes the Markdown as DOCX with pandoc, and for PDF that as PDF with `LibreOffice`.
    fn theirs(&self, folder: &Path) -> Result<Cost, String> {
        let docx = self.markdown.with_extension("docx");
        cost(&mut || {
            let mut pandoc = Command::new("pandoc");
            pandoc.arg(&self.markdown).arg("-o").arg(&docx);
            if self.format == "docx" {
                return vec![pandoc];
            }
            let mut office = Command::new("soffice");
            let profile = folder.join("profile");
            office.arg(format!("-env:UserInstallation=file://{}", profile.display()));
            office.args(["--headless", "--convert-to", "pdf", "--outdir"]).arg(folder).arg(&docx);
            vec![pandoc, office]
        })
    }
}

/// Runs commands one after the other and returns what they took together, once; they are run
/// again until that can be measured.
fn cost(commands: &mut dyn FnMut() -> Vec<Command>) -> Result<Cost, String> {
    let begun = children()?;
    let (mut megabytes, mut times) = (0, 0);
    loop {
        megabytes = megabytes.max(once(&mut commands())?);
        times += 1;
        let spent = children()? - begun;
        if spent >= LONG_ENOUGH || times >= 20 {
            let milliseconds = spent as f64 * 10.0 / f64::from(times);
            return Ok(Cost { milliseconds, megabytes });
        }
    }
}

/// Runs commands one after the other and returns the most memory they held.
fn once(commands: &mut [Command]) -> Result<u64, String> {
    let mut megabytes = 0;
    for command in commands {
        let mut child = command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("start {command:?}: {error}"))?;
        loop {
            megabytes = megabytes.max(held(child.id()) / 1024);
            match child.try_wait().map_err(|error| error.to_string())? {
                Some(status) if status.success() => break,
                Some(status) => return Err(format!("{command:?} failed: {status}")),
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        }
    }
    Ok(megabytes)
}

/// Returns the memory that a process and those it started hold, in kilobytes.
fn held(process: u32) -> u64 {
    let status = |path: PathBuf| std::fs::read_to_string(path).unwrap_or_default();
    let field = |text: &str, name: &str| -> Option<u64> {
        text.lines().find_map(|l| l.strip_prefix(name))?.split_whitespace().next()?.parse().ok()
    };
    let own = field(&status(format!("/proc/{process}/status").into()), "VmRSS:").unwrap_or(0);
    let children = status(format!("/proc/{process}/task/{process}/children").into());
    own + children.split_whitespace().flat_map(str::parse).map(held).sum::<u64>()
}

fn median(mut costs: Vec<Cost>) -> Cost {
    // The first round fills the caches.
    costs.remove(0);
    costs.sort_by(|a, b| a.milliseconds.total_cmp(&b.milliseconds));
    let megabytes = costs.iter().map(|cost| cost.megabytes).max().unwrap_or(0);
    Cost { megabytes, ..costs[costs.len() / 2] }
}

fn said(command: &mut Command) -> Result<String, String> {
    let done = command.output().map_err(|error| format!("start {command:?}: {error}"))?;
    if done.status.success() {
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    } else {
        Err(format!("{command:?} failed: {}", String::from_utf8_lossy(&done.stderr)))
    }
}

fn tempfile() -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("rostrum-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
    Ok(folder)
}
