//! Undo and redo of what this session did outside the body.
//!
//! A step remembers one thing before and after it. Taking a step back moves the thing from
//! "after" towards "before", field by field and stretch by stretch; what others changed
//! meanwhile stays. (The undo of yrs was tried first: with texts inside maps it did not
//! always give back what had been taken away, see `tests/coauthor.rs`.)

use super::splice::{Splice, splices, units};
use crate::model::review::ReviewEntry;
use crate::model::{DraftFix, Mute, Response, Signatory, Source};

/// What a step is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Thing {
    /// A field of the head.
    Head(String),
    /// The body, where an act outside it changes words of it too.
    Body,
    /// The response with this id.
    Response(String),
    /// The source with this key.
    Source(String),
    /// The signatory with this id.
    Signatory(String),
    /// The fix of a draft with this id.
    Fix(String),
    /// The mute with this id.
    Mute(String),
    /// What came back from a reviewer under this id.
    Review(String),
}

/// What a thing is at one moment.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum State {
    Nothing,
    Word(String),
    Text(String),
    Response(Response),
    Source(Source),
    Signatory(Signatory),
    Fix(DraftFix),
    Mute(Mute),
    Review(ReviewEntry),
}

/// One thing before and after one call.
#[derive(Debug, Clone)]
pub(super) struct Step {
    pub(super) thing: Thing,
    pub(super) before: State,
    pub(super) after: State,
    /// Place of a response among the others, so that it comes back where it was.
    pub(super) place: Option<i64>,
    /// Number of the act it belongs to; the steps of one act are taken back together.
    pub(super) act: u64,
}

/// The steps that can be taken back and brought again.
#[derive(Debug, Default)]
pub(super) struct History {
    pub(super) done: Vec<Step>,
    pub(super) undone: Vec<Step>,
    /// Number of the present act.
    act: u64,
    /// How many acts are under way, one inside the other.
    open: u32,
}

impl History {
    /// Returns the number of the act that a step made now belongs to.
    pub(super) fn act(&mut self) -> u64 {
        if self.open == 0 {
            self.act += 1;
        }
        self.act
    }

    /// Begins an act of several steps.
    pub(super) fn begin(&mut self) {
        if self.open == 0 {
            self.act += 1;
        }
        self.open += 1;
    }

    /// Ends it.
    pub(super) fn end(&mut self) {
        self.open = self.open.saturating_sub(1);
    }

    /// Notes a step; what was taken back before can no longer be brought again.
    pub(super) fn note(&mut self, step: Step) {
        self.undone.clear();
        self.done.push(step);
    }
}

/// Returns what `now` becomes when the change from `from` to `to` is made to it.
pub(super) fn toward(now: State, from: &State, to: &State) -> State {
    if now == *from {
        return to.clone();
    }
    match (now, from, to) {
        (State::Response(now), State::Response(from), State::Response(to)) => {
            State::Response(Response {
                kind: field(now.kind, &from.kind, &to.kind),
                targets: field(now.targets, &from.targets, &to.targets),
                proposal: words(&now.proposal, &from.proposal, &to.proposal),
                rationale: words(&now.rationale, &from.rationale, &to.rationale),
                priority: field(now.priority, &from.priority, &to.priority),
                topic: field(now.topic, &from.topic, &to.topic),
                sources: field(now.sources, &from.sources, &to.sources),
                private: field(now.private, &from.private, &to.private),
                norms: field(now.norms, &from.norms, &to.norms),
                tags: field(now.tags, &from.tags, &to.tags),
                status: field(now.status, &from.status, &to.status),
                owner: field(now.owner, &from.owner, &to.owner),
                alternative_to: field(now.alternative_to, &from.alternative_to, &to.alternative_to),
                earlier: field(now.earlier, &from.earlier, &to.earlier),
                carried: field(now.carried, &from.carried, &to.carried),
                taken_up: field(now.taken_up, &from.taken_up, &to.taken_up),
                id: now.id,
            })
        }
        (State::Source(now), State::Source(from), State::Source(to)) => State::Source(Source {
            item: field(now.item, &from.item, &to.item),
            locator: field(now.locator, &from.locator, &to.locator),
            quotation: words(&now.quotation, &from.quotation, &to.quotation),
            seen: field(now.seen, &from.seen, &to.seen),
            copy_sha256: field(now.copy_sha256, &from.copy_sha256, &to.copy_sha256),
            key: now.key,
        }),
        (State::Signatory(now), State::Signatory(from), State::Signatory(to)) => {
            State::Signatory(Signatory {
                organisation: field(now.organisation, &from.organisation, &to.organisation),
                country: field(now.country, &from.country, &to.country),
                region: field(now.region, &from.region, &to.region),
                group: field(now.group, &from.group, &to.group),
                status: field(now.status, &from.status, &to.status),
                id: now.id,
            })
        }
        (State::Text(now), State::Text(from), State::Text(to)) => {
            State::Text(words(&now, from, to))
        }
        // Made, taken out or changed by somebody else meanwhile: theirs stays.
        (now, _, _) => now,
    }
}

fn field<V: PartialEq + Clone>(now: V, from: &V, to: &V) -> V {
    if now == *from { to.clone() } else { now }
}

/// Makes the changes that lead from `from` to `to` in `now`, except where it was changed.
fn words(now: &str, from: &str, to: &str) -> String {
    let others = splices(from, now);
    let mut text: Vec<u16> = now.encode_utf16().collect();
    for ours in splices(from, to).iter().rev() {
        let end = |splice: &Splice| splice.at + splice.delete;
        if others.iter().any(|theirs| ours.at < end(theirs) && theirs.at < end(ours)) {
            continue;
        }
        let before = others.iter().filter(|theirs| end(theirs) <= ours.at);
        let shift: i64 =
            before.map(|theirs| i64::from(units(&theirs.insert)) - i64::from(theirs.delete)).sum();
        let at = (i64::from(ours.at) + shift) as usize;
        text.splice(at..at + ours.delete as usize, ours.insert.encode_utf16());
    }
    String::from_utf16_lossy(&text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::words;

    #[test]
    fn a_change_is_taken_back_around_what_others_wrote() {
        assert_eq!(words("Theirs. One. Mine.", "One. Mine.", "One."), "Theirs. One.");
        assert_eq!(words("a B c d", "a b c d", "a b c"), "a B c");
        assert_eq!(words("a x c", "a b c", "a d c"), "a x c", "both changed it: theirs stays");
    }

    proptest! {
        #[test]
        fn without_others_a_change_is_taken_back_exactly(
            from in "[ab 𝔸.\n]{0,20}", to in "[ab 𝔸.\n]{0,20}",
        ) {
            prop_assert_eq!(words(&from, &from, &to), to);
        }

        #[test]
        fn whatever_others_wrote_the_result_is_text(
            now in "[ab 𝔸.\n]{0,20}", from in "[ab 𝔸.\n]{0,20}", to in "[ab 𝔸.\n]{0,20}",
        ) {
            let merged = words(&now, &from, &to);
            prop_assert!(!merged.contains(char::REPLACEMENT_CHARACTER));
        }
    }
}
