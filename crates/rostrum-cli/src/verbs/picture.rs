//! `rostrum picture`: pictures that stand in the text.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use rostrum_core::scrub::Kind as ScrubKind;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    FileRequest, PictureAddRequest, PictureAdded, PictureDone, PicturePlace, PictureRemoveRequest,
    PictureReplaceRequest, PictureRow, PictureSetRequest, PictureState, PictureWords, Pictures,
};
use rostrum_kit::{Code, Failure};
use serde::Serialize;

use crate::out::Out;
use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Add pictures to the text, and say what they show.
#[derive(Debug, Args)]
pub(crate) struct PictureVerb {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Add a PNG or JPEG picture, and show it at the end of the text.
    ///
    /// What cameras and programs wrote into it is taken out, and it is made no larger than a
    /// page needs at the finest print.
    Add(Add),
    /// List the pictures, and where the text shows them.
    List {
        /// Statement file.
        file: PathBuf,
    },
    /// Show a picture's particulars, or write it to a file.
    Show {
        /// Statement file.
        file: PathBuf,
        /// The picture, by name, id or beginning of the id.
        picture: String,
        /// Where to write it.
        #[arg(long, short)]
        out: Option<PathBuf>,
    },
    /// Change name, width, or the words of a place that shows it.
    Set(Set),
    /// Put another picture in place of one.
    Replace {
        /// Statement file.
        file: PathBuf,
        /// The picture, by name, id or beginning of the id.
        picture: String,
        /// The other picture, a PNG or JPEG.
        path: PathBuf,
    },
    /// Take a picture out, and the places of the text that show it.
    Remove {
        /// Statement file.
        file: PathBuf,
        /// The picture, by name, id or beginning of the id.
        picture: String,
        /// Leave the places of the text that show it.
        #[arg(long)]
        leave_text: bool,
    },
}

#[derive(Debug, Args)]
struct Add {
    /// Statement file.
    file: PathBuf,
    /// The picture, a PNG or JPEG.
    path: PathBuf,
    /// What it shows, for those who do not see it.
    #[arg(long, default_value = "")]
    alt: String,
    /// What stands under it; may cite sources: [@key].
    #[arg(long, default_value = "")]
    caption: String,
    /// Name by which the text should know it; otherwise like that of the file.
    #[arg(long, default_value = "")]
    name: String,
    /// Width in per cent of the width of the text; otherwise its own.
    #[arg(long, value_parser = clap::value_parser!(u8).range(1..=100))]
    width: Option<u8>,
    /// Show it at the end of the text under this heading.
    #[arg(long, value_name = "HEADING", group = "place")]
    under: Option<String>,
    /// Show it behind the paragraph that begins with these words, or alone holds them.
    #[arg(long, value_name = "WORDS", group = "place")]
    after: Option<String>,
    /// Show it at the end of the text (the default).
    #[arg(long, group = "place")]
    end: bool,
    /// Show it nowhere yet.
    #[arg(long, group = "place")]
    unshown: bool,
}

#[derive(Debug, Args)]
struct Set {
    /// Statement file.
    file: PathBuf,
    /// The picture, by name, id or beginning of the id.
    picture: String,
    /// Another name; the text follows.
    #[arg(long)]
    name: Option<String>,
    /// Width in per cent of the width of the text; 0 for its own.
    #[arg(long, value_parser = clap::value_parser!(u8).range(0..=100))]
    width: Option<u8>,
    /// What it shows, for those who do not see it.
    #[arg(long)]
    alt: Option<String>,
    /// What stands under it; empty for nothing.
    #[arg(long)]
    caption: Option<String>,
    /// Which of the places that show it gets the words: 1 for the first.
    #[arg(long, value_name = "NUMBER")]
    at: Option<usize>,
}

/// What came of a picture that was written to a file.
#[derive(Serialize)]
struct Written {
    file: String,
    bytes: u32,
    sha256: String,
}

impl PictureVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let answer = match self.act {
            Act::Add(add) => return add.run(desk, terminal),
            Act::List { file } => desk.pictures(FileRequest { file: super::path(&file) })?,
            Act::Set(set) => set.run(desk)?,
            Act::Show { file, picture, out } => {
                let file = super::path(&file);
                let row = named(desk, &file, &picture)?;
                if let Some(out) = out {
                    let out = Out::of(&out, &row.picture.name, terminal)?;
                    let bytes = desk.picture_write(&file, &row.picture.id, &out.path())?;
                    let sha256 = row.picture.sha256;
                    let written = Written { file: out.path(), bytes, sha256 };
                    out.answer(terminal, &written, |written| {
                        format!("{} ({} bytes)", written.file, written.bytes)
                    })?;
                    return Ok(Outcome::Fine);
                }
                Pictures { pictures: vec![row] }
            }
            Act::Replace { file, picture, path } => {
                let file = super::path(&file);
                let id = named(desk, &file, &picture)?.picture.id;
                let path = super::path(&path);
                let asked = PictureReplaceRequest { file, id, path, job: "picture".into() };
                terminal.answer(&desk.picture_replace(asked)?, added);
                return Ok(Outcome::Fine);
            }
            Act::Remove { file, picture, leave_text } => {
                let file = super::path(&file);
                let id = named(desk, &file, &picture)?.picture.id;
                desk.picture_remove(PictureRemoveRequest { file, id, mentions: !leave_text })?
            }
        };
        terminal.answer(&answer, words);
        Ok(Outcome::Fine)
    }
}

impl Add {
    fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let place = match (self.under, self.after) {
            (Some(heading), _) => PicturePlace::Under { heading },
            (_, Some(words)) => PicturePlace::After { words },
            _ if self.unshown => PicturePlace::Nowhere,
            _ => PicturePlace::End,
        };
        let file = super::path(&self.file);
        let mut answer = desk.picture_add(PictureAddRequest {
            file: file.clone(),
            path: super::path(&self.path),
            bytes: String::new(),
            name: self.name,
            alt: self.alt,
            caption: self.caption,
            place,
            job: "picture".into(),
        })?;
        if let Some(share) = self.width {
            let id = answer.picture.picture.id.clone();
            let (name, share) = (None, Some(share));
            let set = PictureSetRequest { file, id: id.clone(), name, share, words: None };
            let rows = desk.picture_set(set)?.pictures;
            if let Some(row) = rows.into_iter().find(|row| row.picture.id == id) {
                answer.picture = row;
            }
        }
        terminal.answer(&answer, added);
        Ok(Outcome::Fine)
    }
}

impl Set {
    fn run(self, desk: &Desk) -> Result<Pictures, Failure> {
        let file = super::path(&self.file);
        let row = named(desk, &file, &self.picture)?;
        let words = if self.alt.is_some() || self.caption.is_some() {
            let place = match (self.at, row.shown.as_slice()) {
                (None, [one]) => Some(one),
                (Some(at), shown) => at.checked_sub(1).and_then(|at| shown.get(at)),
                (None, _) => None,
            };
            let place = place.ok_or_else(|| {
                let detail = match row.shown.len() {
                    0 => "the text shows it nowhere".to_owned(),
                    count => format!("the text shows it in {count} places; say which with --at"),
                };
                let attempt = format!("set the words of \"{}\"", row.picture.name);
                Failure::new(Code::NotFound, attempt, detail).with("name", &row.picture.name)
            })?;
            Some(PictureWords {
                start: place.start,
                alt: self.alt.unwrap_or_else(|| place.alt.clone()),
                caption: self.caption.unwrap_or_else(|| place.caption.clone()),
            })
        } else {
            None
        };
        let (id, name, share) = (row.picture.id, self.name, self.width);
        desk.picture_set(PictureSetRequest { file, id, name, share, words })
    }
}

/// Finds a picture by name, id or beginning of the id.
fn named(desk: &Desk, file: &str, name: &str) -> Result<PictureRow, Failure> {
    let known = desk.pictures(FileRequest { file: file.to_owned() })?.pictures;
    let fits = |row: &PictureRow| row.picture.id.starts_with(name) || row.picture.name == name;
    let mut found = known.into_iter().filter(|row| !name.is_empty() && fits(row));
    let missing = |detail: &str| {
        Failure::new(Code::NotFound, format!("find the picture \"{name}\""), detail)
            .with("name", name)
    };
    match (found.next(), found.next()) {
        (Some(row), None) => Ok(row),
        (None, _) => Err(missing("`rostrum picture list` shows them")),
        (Some(_), Some(_)) => Err(missing("several answer to it; give more of the id")),
    }
}

fn added(answer: &PictureAdded) -> String {
    let mut out = line(&answer.picture);
    if answer.known {
        out.push_str("  was in the statement already\n");
    }
    let PictureDone { removed, turned, before_width, before_height, still, colours } = &answer.done;
    for item in removed {
        out.push_str(&match (item.kind, item.what.as_str()) {
            (ScrubKind::PicturePlace, _) => "  taken out of it: where it was taken\n".to_owned(),
            (_, "") => "  taken out of it: what it said of itself\n".to_owned(),
            (_, what) => format!("  taken out of it: what it said of itself ({what})\n"),
        });
    }
    if *turned {
        out.push_str("  turned the right way up\n");
    }
    if *before_width > 0 {
        out.push_str(&format!("  made smaller; it had {before_width} × {before_height} pixels\n"));
    }
    if *still {
        out.push_str("  moving: only its first state was taken\n");
    }
    if *colours {
        out.push_str("  the colours of print became those of screens\n");
    }
    if answer.picture.shown.is_empty() {
        out.push_str(&format!("  the text shows it where it says {}\n", answer.markdown));
    }
    out
}

fn words(answer: &Pictures) -> String {
    if answer.pictures.is_empty() {
        return "No pictures.".into();
    }
    answer.pictures.iter().map(line).collect()
}

fn line(row: &PictureRow) -> String {
    let PictureRow { picture, state, shown } = row;
    let mut out = format!(
        "{}  {}  {} × {} pixels, {} bytes",
        picture.id, picture.name, picture.width, picture.height, picture.bytes
    );
    if picture.share > 0 {
        out.push_str(&format!(", {} % of the width", picture.share));
    }
    out.push('\n');
    match state {
        PictureState::Here => {}
        PictureState::Absent => out.push_str("  its bytes are in another copy of the statement\n"),
        PictureState::Damaged => out.push_str("  its bytes are damaged; add the picture again\n"),
    }
    if shown.is_empty() {
        out.push_str("  shown nowhere\n");
    }
    for place in shown {
        let alt = if place.alt.is_empty() { "(does not say what it shows)" } else { &place.alt };
        out.push_str(&format!("  shown: {alt}\n"));
        if !place.caption.is_empty() {
            out.push_str(&format!("    caption: {}\n", place.caption));
        }
    }
    out
}
