//! `rostrum speak`: how long a statement takes to be read, and the text as delivered.

use std::path::PathBuf;

use clap::Args;
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{DeliveredRequest, Speech};

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Tell how long a statement takes to be read, sentence by sentence.
#[derive(Debug, Args)]
pub(crate) struct Speak {
    /// Statement file, or a .md, .docx or .txt file.
    file: PathBuf,
    /// Id of the call whose minutes are taken; a statement file has its own.
    #[arg(long)]
    call: Option<String>,
    /// Words a minute; in Chinese and Japanese, characters. 0 takes the usual pace.
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    pace: u32,
    /// Language of the text, such as `fr`.
    #[arg(long)]
    language: Option<String>,
    /// Minutes that are given, in place of the call's.
    #[arg(long, value_name = "MINUTES")]
    limit: Option<u32>,
    /// Write the text as delivered: a .docx, .txt, .md or .html file (of a statement file).
    #[arg(long, value_name = "FILE")]
    delivered: Option<PathBuf>,
    /// Where and when it was delivered, as it is to print.
    #[arg(long, default_value = "", hide_default_value = true, value_name = "WORDS")]
    occasion: String,
    /// Numbers of sentences that were passed over, as they are listed.
    #[arg(long, value_delimiter = ',', value_name = "NUMBERS")]
    skip: Vec<u32>,
}

impl Speak {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let mut speech =
            desk.speech_file(&file, self.call.as_deref(), self.pace, self.language.as_deref())?;
        if let Some(minutes) = self.limit {
            speech.limit = minutes.saturating_mul(60);
            let end = speech.limit.saturating_mul(1000);
            let late = |s: &rostrum_core::speak::SpokenSentence| s.begins + s.takes > end;
            speech.over_from = speech.sentences.iter().position(late).map(|at| at as u32);
        }
        if let Some(out) = &self.delivered {
            let written = desk.delivered_export(DeliveredRequest {
                file,
                // People count from 1.
                skipped: self.skip.iter().map(|number| number.saturating_sub(1)).collect(),
                occasion: self.occasion,
                out: crate::out::file(out)?,
            })?;
            terminal.note(&format!("Delivered text written to {}", written.file));
        }
        terminal.answer(&speech, words);
        Ok(Outcome::Fine)
    }
}

fn words(speech: &Speech) -> String {
    let mut out = format!(
        "{} for {} words at {} a minute; {} {}\n",
        clock(speech.takes),
        speech.words,
        speech.pace,
        if speech.limit_stated { "the call gives" } else { "the mark stands at" },
        clock(speech.limit.saturating_mul(1000)),
    );
    let mut paragraph = 0;
    for (number, sentence) in speech.sentences.iter().enumerate() {
        if sentence.paragraph != paragraph {
            paragraph = sentence.paragraph;
            out.push('\n');
        }
        if speech.over_from == Some(number as u32) {
            out.push_str(&format!("--- {} ---\n", clock(speech.limit.saturating_mul(1000))));
        }
        out.push_str(&format!(
            "{:>3}  {}  {}\n",
            number + 1,
            clock(sentence.begins),
            sentence.text
        ));
    }
    out
}

fn clock(milliseconds: u32) -> String {
    let seconds = milliseconds.div_ceil(1000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}
