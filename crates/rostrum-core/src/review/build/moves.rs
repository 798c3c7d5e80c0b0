//! What moves keeps its source: emphasis, links, citations, notes and pictures.

use crate::model::Statement;
use crate::model::review::{Field, FieldEdit};
use crate::review::figures::figures;
use crate::review::sent::Sent;
use crate::review::source::{Piece, pieces_of};

/// Returns the edits of a move that take the source along from `gone` to where it comes; nothing
/// when the body would not read as it should, so that the words alone have to do.
///
/// `gone` are the edits where the words go, `come` those where they come.
pub(in crate::review) fn with_source(
    sent: &Sent,
    statement: &Statement,
    gone: &[FieldEdit],
    come: &[FieldEdit],
) -> Option<Vec<FieldEdit>> {
    let ([from], Some(to)) = (gone, come.first()) else { return None };
    let of_body = |edit: &FieldEdit| edit.field == Field::Body;
    // Further edits add notes; the source has its own.
    let fits = from.after.is_empty() && to.before.is_empty() && come.iter().all(of_body);
    let (start, end) = (from.at as usize, from.at as usize + from.before.len());
    let at = to.at as usize;
    if !fits || !of_body(from) || sent.note.is_some() || (start < at && at < end) {
        return None;
    }
    let source = from.before.trim_matches('\n');
    let words = to.after.trim();
    let begin = to.after.find(words)?;
    let (lead, trail) = (&to.after[..begin], &to.after[begin + words.len()..]);
    let lead = lead.rfind('\n').map_or(lead, |last| &lead[..=last]);
    let made = FieldEdit { after: format!("{lead}{source}{trail}"), ..to.clone() };
    let body = &statement.body;
    let mut after = body.clone();
    let mut cuts = [(start..end, ""), (at..at, made.after.as_str())];
    cuts.sort_by_key(|(range, _)| std::cmp::Reverse(range.start));
    for (range, text) in cuts {
        after.replace_range(range, text);
    }
    let pictures = &statement.pictures;
    let before = pieces_of(body, pictures, None);
    let (moved, kept): (Vec<&Piece>, Vec<&Piece>) =
        before.iter().partition(|piece| (start..end).contains(&piece.at.start));
    let place = kept.iter().position(|p| p.at.start >= at).unwrap_or(kept.len());
    let wanted = kept[..place].iter().chain(&moved).chain(&kept[place..]).map(|piece| piece.c);
    let bare = |letters: &mut dyn Iterator<Item = char>| -> String {
        letters.filter(|c| !c.is_whitespace()).collect()
    };
    let shown = |body: &str| figures(body, pictures).len();
    let reads = bare(&mut wanted.into_iter())
        == bare(&mut pieces_of(&after, pictures, None).iter().map(|piece| piece.c))
        && shown(&after) == shown(body);
    reads.then(|| vec![from.clone(), made])
}
