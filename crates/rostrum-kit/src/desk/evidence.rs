//! Sources of a statement.

use std::path::Path;

use rostrum_core::cite;
use rostrum_core::model::Source;

use super::Desk;
use super::wire::{ImportSourcesRequest, ImportedSources, ItemRequest, SourceRequest, Workspace};
use crate::failure::{Code, Failure};

/// A bibliography larger than this is not a bibliography.
const MOST_BYTES: u64 = 16 * 1024 * 1024;

impl Desk {
    /// Saves a source; an empty key gets one made from author and year.
    pub fn source_save(&self, request: SourceRequest) -> Result<Workspace, Failure> {
        let mut source = request.source;
        self.change(&request.file, |open| {
            if source.key.is_empty() {
                let known = open.shared.statement().sources;
                source.key = fresh_key(&source, &known);
            }
            let change = open.shared.put_source(&source);
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Takes a source out; undo brings it back.
    pub fn source_remove(&self, request: ItemRequest) -> Result<Workspace, Failure> {
        self.change(&request.file, |open| {
            let change = open.shared.remove_source(&request.id);
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Takes in sources from a BibTeX or CSL-JSON file.
    ///
    /// A source whose key is known replaces it; entries that cannot be read are reported
    /// and the others are taken.
    pub fn sources_import(
        &self,
        request: ImportSourcesRequest,
    ) -> Result<ImportedSources, Failure> {
        let bytes = super::loose::read_file(Path::new(&request.path), MOST_BYTES)?;
        let text = String::from_utf8_lossy(&bytes);
        let text = text.trim_start_matches('\u{feff}');
        let bibliography = if text.trim_start().starts_with(['[', '{']) {
            cite::read_csl_json(text).map_err(|error| {
                Failure::new(
                    Code::BibliographyUnreadable,
                    format!("read the bibliography \"{}\"", request.path),
                    error,
                )
                .with("file", &request.path)
            })?
        } else {
            cite::read_bibtex(text)
        };
        if bibliography.sources.is_empty() {
            return Err(Failure::new(
                Code::BibliographyUnreadable,
                format!("read the bibliography \"{}\"", request.path),
                bibliography.findings.first().map_or_else(
                    || "it holds no BibTeX or CSL-JSON entry".to_owned(),
                    |finding| finding.message.clone(),
                ),
            )
            .with("file", &request.path));
        }
        let mut added = Vec::new();
        self.change(&request.file, |open| {
            for source in &bibliography.sources {
                let change = open.shared.put_source(source);
                open.note(change);
                added.push(source.key.clone());
            }
            Ok(())
        })?;
        Ok(ImportedSources {
            added,
            findings: bibliography.findings,
            workspace: self.workspace_of(&request.file)?,
        })
    }
}

/// Makes a key from the first author's name, or the title, and the year.
fn fresh_key(source: &Source, known: &[Source]) -> String {
    let author = source.item["author"][0]["family"]
        .as_str()
        .or_else(|| source.item["author"][0]["literal"].as_str())
        .unwrap_or_else(|| source.title());
    let year = &source.item["issued"]["date-parts"][0][0];
    let year = year.as_i64().map(|year| year.to_string()).or(year.as_str().map(str::to_owned));
    let word: String = author
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .chars()
        .filter(|c| c.is_alphanumeric())
        .collect();
    let stem = format!("{}{}", word.to_lowercase(), year.unwrap_or_default());
    let stem = if stem.is_empty() { "source".to_owned() } else { stem };
    let taken = |key: &str| known.iter().any(|source| source.key == key);
    if !taken(&stem) {
        return stem;
    }
    (2..=known.len() + 2)
        .map(|number| format!("{stem}-{number}"))
        .find(|key| !taken(key))
        .unwrap_or(stem)
}
