//! Notes of a consultation or workshop, sorted into points by topic, without the names of
//! those who spoke unless they agreed.
//!
//! Notes are lines as people type them: bullets, times, `Ms Okafor: …`, `A. Silva (Harbour
//! Watch): …`. A line that is a heading gives its topic to the lines beneath it.

mod line;

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{Block, BlockKind};
use crate::read::{told, topics};
use line::Line;

/// Notes, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SortedNotes {
    /// Who was found to speak, in the order of their first line.
    pub speakers: Vec<NoteSpeaker>,
    /// Topics with their points; points of no topic come last.
    pub topics: Vec<NoteTopic>,
    /// The same as Markdown, to put into a section.
    pub markdown: String,
}

/// Somebody who spoke.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NoteSpeaker {
    /// Name as it stands in the notes.
    pub name: String,
    /// Organisation beside the name; empty when none is.
    pub organisation: String,
    /// Lines that are theirs.
    pub lines: u32,
    /// Whether they agreed to be named.
    pub agreed: bool,
}

/// A topic with its points.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NoteTopic {
    /// Id of the topic; empty for points of no topic.
    pub topic: String,
    /// Its name in English.
    pub name: String,
    /// Points, in the order of the notes.
    pub points: Vec<NotePoint>,
}

/// One point.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct NotePoint {
    /// Line of the notes, counted from 1.
    pub line: u32,
    /// What was said, without names that are not to stand.
    pub text: String,
    /// Name of the speaker who agreed to be named; empty otherwise.
    pub speaker: String,
}

/// Sorts notes; `agreed` are names, as they were found, of those who agreed to be named.
pub fn sort(notes: &str, agreed: &[String]) -> SortedNotes {
    let lines = line::read(notes);
    let speakers = speakers(&lines, agreed);
    let silent: Vec<&NoteSpeaker> = speakers.iter().filter(|s| !s.agreed).collect();
    let mut names: Vec<String> = silent.iter().flat_map(|s| line::ways_to_name(&s.name)).collect();
    // Longer names first, so that nothing of one is left behind.
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let blocks: Vec<Block> = lines
        .iter()
        .map(|line| Block {
            kind: BlockKind::Paragraph,
            text: line.text.clone(),
            heading_path: line.heading.iter().cloned().collect(),
            ..Block::default()
        })
        .collect();
    let mut sorted: Vec<NoteTopic> = topics()
        .iter()
        .map(|t| NoteTopic { topic: t.id.clone(), name: t.name.clone(), points: Vec::new() })
        .collect();
    sorted.push(NoteTopic { name: "Other points".into(), ..NoteTopic::default() });
    for (line, topics) in lines.iter().zip(told(&blocks)) {
        let who = speakers.iter().find(|s| s.agreed && s.name == line.speaker);
        let point = NotePoint {
            line: line.number,
            text: line::without(&line.text, &names),
            speaker: who.map(|s| s.name.clone()).unwrap_or_default(),
        };
        let topic = topics.first().map_or("", |told| told.topic.as_str());
        if let Some(group) = sorted.iter_mut().find(|group| group.topic == topic) {
            group.points.push(point);
        }
    }
    sorted.retain(|group| !group.points.is_empty());
    let markdown = markdown(&sorted, &speakers);
    SortedNotes { speakers, topics: sorted, markdown }
}

fn speakers(lines: &[Line], agreed: &[String]) -> Vec<NoteSpeaker> {
    let mut found: Vec<NoteSpeaker> = Vec::new();
    for line in lines {
        let mentioned = line::titled_names(&line.text);
        let own = (!line.speaker.is_empty()).then(|| line.speaker.clone());
        for (name, theirs) in
            own.into_iter().map(|n| (n, true)).chain(mentioned.into_iter().map(|n| (n, false)))
        {
            match found.iter_mut().find(|known| known.name == name) {
                Some(known) => {
                    known.lines += u32::from(theirs);
                    if theirs && known.organisation.is_empty() {
                        known.organisation.clone_from(&line.organisation);
                    }
                }
                None => found.push(NoteSpeaker {
                    agreed: agreed.contains(&name),
                    organisation: if theirs { line.organisation.clone() } else { String::new() },
                    lines: u32::from(theirs),
                    name,
                }),
            }
        }
    }
    found
}

fn markdown(topics: &[NoteTopic], speakers: &[NoteSpeaker]) -> String {
    let mut out = String::new();
    let mut said = BTreeSet::new();
    for group in topics {
        out.push_str(&format!("## {}\n\n", group.name));
        for point in &group.points {
            let organisation = speakers
                .iter()
                .find(|s| s.name == point.speaker)
                .map(|s| s.organisation.as_str())
                .filter(|organisation| !organisation.is_empty());
            let who = match (point.speaker.as_str(), organisation) {
                ("", _) => String::new(),
                (name, Some(organisation)) => format!("{name} ({organisation}): "),
                (name, None) => format!("{name}: "),
            };
            let line = format!("- {who}{}\n", point.text);
            // Two who took notes often write the same line.
            if said.insert(line.to_lowercase()) {
                out.push_str(&line);
            }
        }
        out.push('\n');
    }
    out.trim_end().to_owned() + if out.is_empty() { "" } else { "\n" }
}

#[cfg(test)]
mod tests;
