//! `rostrum demo`: the main job on the shipped example, step by step.

use std::path::{Path, PathBuf};

use clap::Args;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    CallRequest, Channel, ChannelRequest, EndorseRequest, ExportRequest, FileRequest,
    FreezeRequest, HandOverRequest,
};
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Run the main job on the shipped example: an invented zero draft and a statement on it.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Folder to write to; made when it is not there.
    #[arg(long, default_value = "rostrum-demo")]
    out: PathBuf,
}

/// What the demo made.
#[derive(Debug, Default, Serialize)]
struct Answer {
    steps: Vec<Step>,
    files: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Step {
    step: &'static str,
    said: String,
}

impl Demo {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let folder = fresh_folder(&self.out)?;
        let mut answer = Answer::default();
        let mut say = |step: &'static str, said: String| {
            if !terminal.json() {
                terminal.note(&format!("{step:<10} {said}"));
            }
            answer.steps.push(Step { step, said });
        };
        let inside = |name: &str| super::path(&folder.join(name));

        let draft = desk.sample_draft(&folder)?;
        let file = inside("sample.rostrum");
        let made = desk.sample_write(&file)?;
        say("Start", format!("{}, for the call {}", made.statement.title, made.call.name));
        for card in &made.drafts {
            say("Read", format!("{}: {} paragraphs", card.title, card.paragraphs));
        }
        say("Respond", format!("{} responses to its paragraphs", made.statement.responses.len()));
        say(
            "Write",
            format!("{} words, {} sources", made.count.counted, made.statement.sources.len()),
        );
        let report = desk.check(FileRequest { file: file.clone() })?;
        let number = |severity: &str| report.summary.get(severity).copied().unwrap_or(0);
        say(
            "Check",
            format!(
                "{} errors, {} warnings, {} remarks",
                number("error"),
                number("warning"),
                number("info")
            ),
        );
        let frozen =
            desk.version_create(FreezeRequest { file: file.clone(), name: "sent".into() })?;
        for row in &frozen.signatories {
            desk.endorse(EndorseRequest {
                file: file.clone(),
                signatory: row.signatory.id.clone(),
                version: "sent".into(),
                contact: String::new(),
            })?;
        }
        say("Partners", format!("{} organisations sign the frozen text", frozen.signatories.len()));
        let mut files = vec![super::path(&draft), file.clone()];
        for (format, layout, name) in [
            ("docx", "prose", "statement.docx"),
            ("docx", "table", "statement-table.docx"),
            ("md", "prose", "statement.md"),
            ("txt", "prose", "statement.txt"),
        ] {
            let exported = desk.export(ExportRequest {
                file: file.clone(),
                format: format.into(),
                layout: layout.into(),
                out: inside(name),
            })?;
            files.push(exported.file);
        }
        say("Export", "Word, Markdown and plain text".into());
        let channel = "demo-folder".to_owned();
        let outbox = folder.join("handed-over");
        std::fs::create_dir_all(&outbox).map_err(|error| refused(&outbox, error))?;
        desk.channel_save(ChannelRequest {
            channel: Channel {
                id: channel.clone(),
                kind: "folder".into(),
                name: "Folder of the demo".into(),
                address: super::path(&outbox),
                has_secret: false,
            },
            secret: String::new(),
        })?;
        let receipt = desk.submit(HandOverRequest {
            file,
            version: "sent".into(),
            channel: channel.clone(),
            job: "demo".into(),
        })?;
        // The machine keeps no channel that its user did not make.
        desk.channel_remove(CallRequest { id: channel })?;
        say("Hand over", format!("{} ({})", receipt.answer, receipt.state));
        let receipt_path = folder.join("receipt.json");
        let text = serde_json::to_string_pretty(&receipt)
            .map_err(|error| Failure::new(Code::Internal, "write the receipt", error))?;
        std::fs::write(&receipt_path, text).map_err(|error| refused(&receipt_path, error))?;
        files.push(super::path(&receipt_path));
        answer.files = files;
        terminal.answer(&answer, |answer| answer.files.join("\n"));
        Ok(Outcome::Fine)
    }
}

/// Makes the folder, or one beside it when it is in use.
fn fresh_folder(wanted: &Path) -> Result<PathBuf, Failure> {
    let wanted = std::path::absolute(wanted).map_err(|error| refused(wanted, error))?;
    let taken = |path: &Path| path.join("sample.rostrum").exists();
    let folder = (1..=u16::MAX)
        .map(|number| match number {
            1 => wanted.clone(),
            _ => PathBuf::from(format!("{}-{number}", wanted.display())),
        })
        .find(|path| !taken(path))
        .unwrap_or(wanted);
    std::fs::create_dir_all(&folder).map_err(|error| refused(&folder, error))?;
    Ok(folder)
}

fn refused(path: &Path, error: std::io::Error) -> Failure {
    let shown = path.display();
    Failure::new(Code::FileRefused, format!("write to \"{shown}\""), error).with("file", shown)
}
