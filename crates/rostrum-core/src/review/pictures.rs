//! Pictures of a document that came back: which are ours, and what they are said to show now.

use std::borrow::Cow;

use super::build::replacement;
use super::compare::Compared;
use super::figures::in_description;
use super::place_of as place_at;
use super::read::{Drawn, Other, Returned, letter_of};
use super::sent::Sent;
use crate::model::Statement;
use crate::model::review::{ByHand, Suggestion, SuggestionKind};
use crate::render::compose::clean;

/// Returns the document with the pictures that were sent under their own letters; any other is
/// a blank in the text, and listed.
///
/// A picture is known by its bytes, else by its name or by what it is said to show: programs
/// that save a document write large pictures anew, smaller and in the same shape.
pub(super) fn settled<'r>(returned: &'r Returned, sent: &Sent) -> Cow<'r, Returned> {
    if returned.pictures.is_empty() {
        return Cow::Borrowed(returned);
    }
    let mut out = returned.clone();
    for drawn in &returned.pictures {
        let Some(token) = out.text.get_mut(drawn.at as usize) else { continue };
        let (place, listed) = match known(drawn, sent) {
            Some((place, true)) => (Some(place), false),
            Some((place, false)) => (Some(place), true),
            None => (None, true),
        };
        let by = token.inserted.or(token.deleted);
        let by = by.and_then(|by| returned.revisions.get(by as usize));
        if listed {
            out.other.push(Other {
                what: "picture".into(),
                author: by.map_or_else(|| returned.saved_by.clone(), |by| by.author.clone()),
                date: by.map(|by| by.date.clone()).unwrap_or_default(),
                words: if drawn.alt.trim().is_empty() { &drawn.name } else { &drawn.alt }.clone(),
                at: drawn.at,
                ..Other::default()
            });
        }
        if let Some(place) = place {
            token.c = letter_of(place);
        } else {
            token.c = ' ';
            token.inserted = None;
            token.deleted = None;
        }
    }
    Cow::Owned(out)
}

/// Returns which of the pictures that were sent this one is, and whether it is surely so.
fn known(drawn: &Drawn, sent: &Sent) -> Option<(usize, bool)> {
    let by_bytes = sent.pictures.iter().position(|own| own.sha256 == drawn.sha256);
    if let Some(place) = by_bytes {
        return Some((place, true));
    }
    let by_name = sent.pictures.iter().position(|own| own.name == drawn.name);
    let place = by_name.or_else(|| {
        let alt = clean(&drawn.alt);
        let shown = sent.shown.iter().find(|shown| !alt.is_empty() && shown.alt == alt)?;
        super::read::place_of(sent.text[shown.letter].c)
    })?;
    let own = sent.pictures.get(place)?;
    let (wide, high) = (u64::from(drawn.size.0), u64::from(drawn.size.1));
    if wide == 0 || high == 0 {
        return Some((place, false));
    }
    let (across, down) = (wide * u64::from(own.height), high * u64::from(own.width));
    let alike = across.abs_diff(down) * 50 <= across.max(down);
    let smaller = wide < u64::from(own.width) && high < u64::from(own.height);
    alike.then_some((place, smaller))
}

/// Returns what pictures are said to show now, where it is something else, each with the letter
/// it stands at. Nobody records such a change.
pub(super) fn described(
    returned: &Returned,
    sent: &Sent,
    statement: &Statement,
    compared: &Compared,
) -> Vec<(usize, Suggestion)> {
    let mut out = Vec::new();
    for drawn in &returned.pictures {
        let at = drawn.at as usize;
        let Some(token) = returned.text.get(at) else { continue };
        let letter = compared.places.get(at).copied().unwrap_or(usize::MAX);
        let Some(shown) = sent.shown.iter().find(|shown| shown.letter == letter) else { continue };
        let same = sent.text[shown.letter].c == token.c;
        let after = clean(&drawn.alt);
        if !same || token.inserted.is_some() || token.deleted.is_some() || after == shown.alt {
            continue;
        }
        let edits = shown
            .figure
            .as_ref()
            .map(|figure| replacement(&statement.body, figure.alt.clone(), in_description(&after)));
        let kind = match (shown.alt.is_empty(), after.is_empty()) {
            (true, _) => SuggestionKind::Insert,
            (_, true) => SuggestionKind::Delete,
            _ => SuggestionKind::Replace,
        };
        // Around it stands what is around it where a picture is shown in words.
        let whole = crate::render::picture_in_words(&sent.language, "\u{1f}");
        let (left, right) = whole.split_once('\u{1f}').unwrap_or(("[", "]"));
        out.push((
            letter,
            Suggestion {
                author: returned.saved_by.clone(),
                kind,
                place: place_at(sent, letter),
                before: shown.alt.clone(),
                after,
                left: left.into(),
                right: right.into(),
                by_hand: if edits.is_some() { ByHand::No } else { ByHand::Made },
                edits: edits.unwrap_or_default(),
                ..Suggestion::default()
            },
        ));
    }
    out
}
