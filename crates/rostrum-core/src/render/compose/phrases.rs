//! The few words that composing itself puts into a document.
//!
//! English is complete. Another language is one more constant here; until then its
//! statements get the English words.

use crate::model::ResponseKind;

/// Words put in around responses and lists, in one language.
#[derive(Debug)]
pub(in crate::render) struct Phrases {
    /// Label of the organisation when the call names no field for it.
    pub submitted_by: &'static str,
    /// Heading of the responses when the call has no section for them.
    pub responses: &'static str,
    /// Heading of the signatories when the call has no section for them.
    pub signatories: &'static str,
    /// What a response to no paragraph speaks about.
    pub whole_text: &'static str,
    /// Before one label.
    pub paragraph: &'static str,
    /// Before several labels.
    pub paragraphs: &'static str,
    /// Before the words of a heading.
    pub section: &'static str,
    /// Before the first words of a paragraph without label.
    pub beginning: &'static str,
    /// Between the last two of several labels.
    pub and: &'static str,
    /// Between the first and the last of a run of labels.
    pub to: &'static str,
    /// Before a paragraph that something is added after.
    pub after: &'static str,
    /// Before the reasons.
    pub rationale: &'static str,
    /// Behind what is asked, where a second choice follows.
    pub first_choice: &'static str,
    /// Behind what is asked, for a second choice.
    pub second_choice: &'static str,
    /// Label of the organisation over a draft with its changes.
    pub proposed_by: &'static str,
    /// Label of how changes are marked.
    pub marked: &'static str,
    /// How changes are marked: by emphasis, in brackets.
    pub marking: [&'static str; 2],
    /// Heads of the table of responses.
    pub columns: [&'static str; 4],
    /// What each kind of response asks for, in the order of [`ResponseKind::ALL`].
    asks: [&'static str; 7],
}

impl Phrases {
    /// Returns what a kind of response asks for.
    pub(super) fn asks(&self, kind: ResponseKind) -> &'static str {
        let at = ResponseKind::ALL.iter().position(|k| *k == kind).unwrap_or_default();
        self.asks[at]
    }
}

const ENGLISH: Phrases = Phrases {
    submitted_by: "Submitted by",
    responses: "Comments on the draft",
    signatories: "Signatories",
    whole_text: "The text as a whole",
    paragraph: "Paragraph",
    paragraphs: "Paragraphs",
    section: "Section",
    beginning: "Paragraph beginning",
    and: "and",
    to: "to",
    after: "After",
    rationale: "Rationale",
    first_choice: "first choice",
    second_choice: "second choice",
    proposed_by: "Changes proposed by",
    marked: "Marking",
    marking: [
        "wording to be put in is bold and underlined, wording to be taken out is struck; notes \
         that begin with our name say why",
        "wording to be put in or taken out stands in brackets; notes that begin with our name say \
         why",
    ],
    columns: ["Paragraph", "Draft text", "Proposal", "Rationale"],
    asks: ["general", "keep", "modify", "add", "delete", "move", "question"],
};

/// Returns the words for a language tag.
pub(in crate::render) fn of(_language: &str) -> &'static Phrases {
    &ENGLISH
}

/// Returns what stands for a picture where only words can stand: `[Picture: what it shows]`.
pub fn picture_in_words(language: &str, alt: &str) -> String {
    let picture = match language.get(..2) {
        Some("ar") => "صورة",
        Some("es") => "Imagen",
        Some("fr") => "Image",
        Some("ru") => "Изображение",
        Some("zh") => "图片",
        _ => "Picture",
    };
    match (alt, language.get(..2)) {
        ("", _) => format!("[{picture}]"),
        (alt, Some("zh")) => format!("[{picture}：{alt}]"),
        (alt, Some("fr")) => format!("[{picture}\u{a0}: {alt}]"),
        (alt, _) => format!("[{picture}: {alt}]"),
    }
}

/// Returns the title of a table of contents in a language; in English where it is not one of
/// the United Nations.
pub fn contents_title(language: &str) -> &'static str {
    match language.get(..2) {
        Some("ar") => "المحتويات",
        Some("es") => "Índice",
        Some("fr") => "Table des matières",
        Some("ru") => "Содержание",
        Some("zh") => "目录",
        _ => "Contents",
    }
}
