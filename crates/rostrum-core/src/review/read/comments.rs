//! Comments, and which of them answer others.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::import::xml::{Attributes, Sink};

/// A comment, or an answer to one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// Id in the file.
    pub id: String,
    /// Author as named in the file.
    pub author: String,
    /// Date as written in the file.
    pub date: String,
    /// Its words; paragraphs are parted by line ends.
    pub text: String,
    /// Id of the comment it answers; empty for none.
    pub parent: String,
    /// Whether it is marked as dealt with.
    pub resolved: bool,
    /// Ids of its paragraphs, by which threads name it.
    #[serde(skip)]
    paragraphs: Vec<String>,
}

/// Reads `comments.xml`.
#[derive(Debug, Default)]
pub(crate) struct Remarks {
    found: Vec<Remark>,
    words: bool,
    skip: u32,
}

impl Sink for Remarks {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if self.skip > 0 || name == "Fallback" {
            self.skip += 1;
            return;
        }
        match name {
            "comment" => self.found.push(Remark {
                id: attributes.get("id").unwrap_or_default(),
                author: attributes.get("author").unwrap_or_default(),
                date: attributes.get("date").unwrap_or_default(),
                ..Remark::default()
            }),
            "p" => {
                if let Some(remark) = self.found.last_mut() {
                    remark.paragraphs.extend(attributes.get("paraId"));
                    if !remark.text.is_empty() {
                        remark.text.push('\n');
                    }
                }
            }
            "t" => self.words = true,
            "tab" => self.put(" "),
            "br" | "cr" => self.put("\n"),
            "noBreakHyphen" => self.put("\u{2011}"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if name == "t" {
            self.words = false;
        }
    }

    fn text(&mut self, text: &str) {
        if self.words && self.skip == 0 {
            self.put(text);
        }
    }
}

impl Remarks {
    fn put(&mut self, text: &str) {
        if let Some(remark) = self.found.last_mut() {
            remark.text.push_str(text);
        }
    }

    /// Returns the comments with what the threads say of them.
    pub(crate) fn threaded(mut self, threads: &Threads) -> Vec<Remark> {
        let by_paragraph: BTreeMap<String, String> = self
            .found
            .iter()
            .flat_map(|remark| remark.paragraphs.iter().map(|p| (p.clone(), remark.id.clone())))
            .collect();
        for remark in &mut self.found {
            remark.text = remark.text.trim().to_owned();
            for paragraph in &remark.paragraphs {
                if let Some((parent, done)) = threads.known.get(paragraph) {
                    remark.resolved |= *done;
                    if let Some(parent) = by_paragraph.get(parent).filter(|id| **id != remark.id) {
                        remark.parent.clone_from(parent);
                    }
                }
            }
        }
        self.found
    }
}

/// Reads `commentsExtended.xml`.
#[derive(Debug, Default)]
pub(crate) struct Threads {
    /// By paragraph: the paragraph it answers, and whether it is dealt with.
    known: BTreeMap<String, (String, bool)>,
}

impl Sink for Threads {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if name == "commentEx"
            && let Some(paragraph) = attributes.get("paraId")
        {
            let done = matches!(attributes.get("done").as_deref(), Some("1" | "true" | "on"));
            let parent = attributes.get("paraIdParent").unwrap_or_default();
            self.known.insert(paragraph, (parent, done));
        }
    }

    fn close(&mut self, _: &str) {}

    fn text(&mut self, _: &str) {}
}
