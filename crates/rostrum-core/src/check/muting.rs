//! Sets findings aside that a person has looked at, and lets them come back when the text they
//! spoke of is another.

use serde::{Deserialize, Serialize};

use super::reading::sentences;
use super::rule::NUMBER_PARAMS;
use crate::finding::Finding;
use crate::model::Statement;
use crate::model::mute::{Mute, MuteScope};
use crate::submit::manifest::sha256_hex;

/// Letters of the words that are kept for the list of what is set aside.
const SAID: usize = 90;

/// A finding that was set aside.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MutedFinding {
    /// What was found.
    pub finding: Finding,
    /// Id of the mute that sets it aside.
    pub mute: String,
    /// Why it is set aside.
    pub reason: String,
}

/// Returns the mute that sets this finding aside, without id and reason; `None` when the scope
/// does not fit the place of the finding.
pub fn mute_for(finding: &Finding, scope: MuteScope, statement: &Statement) -> Option<Mute> {
    let said =
        words_of(finding, statement).or_else(|| finding.place.section.clone()).unwrap_or_default();
    let mute = Mute { rule: finding.code.clone(), scope, said: short(&said), ..Mute::default() };
    match scope {
        MuteScope::Rule => Some(Mute { said: String::new(), ..mute }),
        MuteScope::Section => {
            let at = finding.place.section.clone().filter(|_| finding.place.part == "body")?;
            Some(Mute { said: at.clone(), at, ..mute })
        }
        MuteScope::Paragraph => {
            if let ("response" | "proposal", Some(id)) =
                (&*finding.place.part, &finding.place.paragraph)
            {
                return Some(Mute { at: id.clone(), ..mute });
            }
            let paragraph = around(finding, statement, false)?;
            let said = short(&paragraph);
            Some(Mute { mark: hashed(&[&paragraph]), said, ..mute })
        }
        MuteScope::Finding => Some(Mute { mark: mark(finding, statement), ..mute }),
    }
}

/// Parts the findings that stand from those that are set aside.
pub(super) fn part(
    findings: Vec<Finding>,
    statement: &Statement,
) -> (Vec<Finding>, Vec<MutedFinding>) {
    if statement.mutes.is_empty() {
        return (findings, Vec::new());
    }
    let mut standing = Vec::new();
    let mut muted = Vec::new();
    for finding in findings {
        match statement.mutes.iter().find(|mute| holds(mute, &finding, statement)) {
            Some(mute) => muted.push(MutedFinding {
                mute: mute.id.clone(),
                reason: mute.reason.clone(),
                finding,
            }),
            None => standing.push(finding),
        }
    }
    (standing, muted)
}

fn holds(mute: &Mute, finding: &Finding, statement: &Statement) -> bool {
    if mute.rule != finding.code {
        return false;
    }
    let place = &finding.place;
    match mute.scope {
        MuteScope::Rule => true,
        MuteScope::Section => place.part == "body" && place.section.as_ref() == Some(&mute.at),
        MuteScope::Paragraph if !mute.at.is_empty() => {
            matches!(&*place.part, "response" | "proposal")
                && place.paragraph.as_ref() == Some(&mute.at)
        }
        MuteScope::Paragraph => {
            around(finding, statement, false).is_some_and(|words| hashed(&[&words]) == mute.mark)
        }
        MuteScope::Finding => mark(finding, statement) == mute.mark,
    }
}

/// Returns the mark of one finding: what it says, and the sentence it says it of.
///
/// How far over a limit a text is changes with every word, so bare numbers are no part of it;
/// the limit itself is. Moving a sentence to another section keeps its mark.
fn mark(finding: &Finding, statement: &Statement) -> String {
    let sentence = around(finding, statement, true).unwrap_or_default();
    let mut parts: Vec<&str> = vec![&finding.code, &finding.variant, &finding.place.part];
    parts.extend(finding.place.paragraph.as_deref());
    if finding.place.start.is_none() {
        parts.extend(finding.place.section.as_deref());
    }
    for (name, value) in &finding.params {
        if name == "limit" || !NUMBER_PARAMS.contains(&name.as_str()) {
            parts.extend([name.as_str(), value.as_str()]);
        }
    }
    parts.push(&sentence);
    hashed(&parts)
}

fn hashed(parts: &[&str]) -> String {
    sha256_hex(parts.join("\u{1f}").as_bytes())[..24].to_owned()
}

/// Returns the words a finding stands at.
fn words_of(finding: &Finding, statement: &Statement) -> Option<String> {
    let (text, start, end) = bytes(finding, statement)?;
    Some(text[start..end].to_owned())
}

/// Returns the sentences or the paragraph a finding stands in, spaces evened out.
fn around(finding: &Finding, statement: &Statement, sentence: bool) -> Option<String> {
    let (text, start, end) = bytes(finding, statement)?;
    let from = text[..start].rfind("\n\n").map_or(0, |at| at + 2);
    let to = text[end..].find("\n\n").map_or(text.len(), |at| end + at);
    let paragraph = &text[from..to];
    let words = if sentence {
        let touched: Vec<_> = sentences(paragraph)
            .into_iter()
            .filter(|s| s.start < (end - from).max(start - from + 1) && s.end > start - from)
            .collect();
        match (touched.first(), touched.last()) {
            (Some(first), Some(last)) => &paragraph[first.start..last.end],
            _ => paragraph,
        }
    } else {
        paragraph
    };
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the text a finding stands in, with the bytes of its place.
fn bytes<'a>(finding: &Finding, statement: &'a Statement) -> Option<(&'a str, usize, usize)> {
    let place = &finding.place;
    let text = match (place.part.as_str(), &place.paragraph) {
        ("body", _) => &statement.body,
        ("response", Some(id)) => &statement.responses.iter().find(|r| r.id == *id)?.rationale,
        ("proposal", Some(id)) => &statement.responses.iter().find(|r| r.id == *id)?.proposal,
        _ => return None,
    };
    let start = byte_of(text, place.start?);
    let end = byte_of(text, place.end?).max(start);
    Some((text, start, end))
}

/// Returns the byte at which so many UTF-16 units have gone by.
fn byte_of(text: &str, units: u32) -> usize {
    let mut left = units as usize;
    for (at, c) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(c.len_utf16());
    }
    text.len()
}

fn short(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SAID {
        return words;
    }
    let cut: String = words.chars().take(SAID).collect();
    format!("{} …", cut.trim_end())
}
