//! Responses as a table: paragraph, draft text, proposal, rationale.

use super::labels::short_name;
use super::notes::Notes;
use super::proposals::{draft_words, push_lines, wording};
use super::responses::{choice, in_order, lower_first, reasons};
use super::{Composition, clean, phrases};
use crate::finding::Place;
use crate::model::ResponseKind;
use crate::model::document::{Content, DocumentBlock, Inline, Marks, Origin, Part};

/// Returns the responses as one table; nothing when there are none.
pub(super) fn table(
    composition: &Composition<'_>,
    section: &str,
    notes: &mut Notes<'_>,
) -> Option<DocumentBlock> {
    let phrases = phrases::of(&composition.statement.language);
    let responses = in_order(&composition.statement.responses, composition.drafts);
    if responses.is_empty() {
        return None;
    }
    let mut rows = vec![phrases.columns.iter().map(|head| vec![Inline::plain(*head)]).collect()];
    for (response, aims) in responses {
        let place = Place {
            part: "response".into(),
            paragraph: Some(response.id.clone()),
            ..Place::default()
        };
        let ask = phrases.asks(response.kind);
        let mut draft = Vec::new();
        push_lines(&mut draft, &draft_words(&aims), Marks::default());
        let asked = match response.kind {
            ResponseKind::General | ResponseKind::Question => Vec::new(),
            ResponseKind::Keep => vec![Inline::plain(capital(ask))],
            ResponseKind::Move => {
                let to = lower_first(&clean(&response.proposal));
                vec![Inline::plain(format!("{} {to}", capital(ask)))]
            }
            _ => wording(response, &aims, notes),
        };
        let mut name = vec![Inline::plain(short_name(&aims, phrases))];
        name.push(Inline::Break);
        name.push(Inline::marked(ask, Marks { italic: true, ..Marks::default() }));
        if let Some(choice) = choice(response, composition.statement, phrases) {
            name.push(Inline::plain(format!(" ({choice})")));
        }
        rows.push(vec![name, draft, asked, reasons(response, notes, &place)]);
    }
    Some(DocumentBlock {
        part: Part::Tables,
        section: Some(section.to_owned()),
        content: Content::Table { widths: vec![14, 30, 30, 26], rows },
        origin: Origin::Made,
    })
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}
