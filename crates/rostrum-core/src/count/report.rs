//! Makes the report of a count.

use super::annexes::annexes;
use super::tally::{ANNEXES, Amount, PARTS, Tallies, Tally};
use super::words::{characters, words};
use super::{
    CHINESE_CHARACTERS_A_MINUTE, CountReport, LeftOutReason, LimitUse, SectionCount,
    WORDS_A_MINUTE, rule,
};
use crate::model::Document;
use crate::model::call::{Call, Counted, Counting, Limit, LimitScope, LimitUnit};
use crate::model::signatory::EcosocStatus;

/// Counts a composed document under a call's counting rule.
///
/// `status` and `joint` choose among the call's limits. Parts are told apart; words that a
/// proposal deletes are never counted; an automatic number counts only where the call says so.
pub fn count(document: &Document, call: &Call, status: EcosocStatus, joint: bool) -> CountReport {
    Counter::default().count(document, call, status, joint)
}

/// Counts one statement again and again; after a change only what is another is counted anew.
///
/// The report equals that of [`count`] for the same document.
#[derive(Debug, Default)]
pub struct Counter(Tallies);

impl Counter {
    /// Counts a composed document; see [`count`].
    pub fn count(
        &mut self,
        document: &Document,
        call: &Call,
        status: EcosocStatus,
        joint: bool,
    ) -> CountReport {
        let apart = if call.counting.annexes.is_some() { annexes(document) } else { 0..0 };
        let tally = self.0.tally(document, &apart);
        reported(document, &tally, call, status, joint)
    }

    /// Returns how many blocks and notes the last count had to count; the others were known.
    pub fn counted_anew(&self) -> usize {
        self.0.anew()
    }
}

/// Returns the words a minute at which a text in this language is read aloud.
///
/// One pace is known for all languages ([`WORDS_A_MINUTE`]); Chinese is counted by characters.
pub fn pace(language: &str) -> u32 {
    if language.to_lowercase().starts_with("zh") {
        CHINESE_CHARACTERS_A_MINUTE
    } else {
        WORDS_A_MINUTE
    }
}

fn reported(
    document: &Document,
    tally: &Tally,
    call: &Call,
    status: EcosocStatus,
    joint: bool,
) -> CountReport {
    let mut report = CountReport {
        limit: call.word_limit(status, joint).map(|l| l.max),
        added: call.counting.cover_words.as_ref().map_or(0, |w| w.value),
        ..CountReport::default()
    };
    let mut sum = Amount::default();
    let mut in_rule = Vec::new();
    let mut out_of_rule = Vec::new();
    let apart = call.counting.annexes.as_ref().map(|_| ANNEXES);
    for part in PARTS.into_iter().chain(apart) {
        let amount = tally.parts.get(part).copied().unwrap_or_default();
        report.parts.insert(part.into(), amount.words);
        report.total += amount.words;
        let verdict = rule::verdict(call, part);
        if verdict.counts {
            sum.add(amount);
            in_rule.push(part);
        } else {
            out_of_rule.push(part);
            if amount.words > 0 {
                report.left_out.push(rule::left_out(part, amount.words, verdict.reason));
            }
        }
    }
    match &call.counting.numbers {
        Some(numbers) if numbers.value == Counted::In => {
            sum.words += tally.numbers;
            in_rule.push("numbers");
        }
        numbers if tally.numbers > 0 => report.left_out.push(rule::left_out(
            "numbers",
            tally.numbers,
            if numbers.is_some() { LeftOutReason::Stated } else { LeftOutReason::Automatic },
        )),
        _ => {}
    }
    report.counted = sum.words + report.added;
    report.characters = sum.characters;
    report.characters_without_spaces = sum.letters;
    report.numbers = tally.numbers;
    report.pace = pace(&document.language);
    report.seconds = sum.words * 60 / report.pace;
    report.stated = call.counting != Counting::default();
    report.rule = rule::sentence(&in_rule, &out_of_rule, report.added, report.stated);
    report.counts = in_rule.into_iter().map(str::to_owned).collect();
    report.counts_not = out_of_rule.into_iter().map(str::to_owned).collect();
    report.sections = sections(call, &tally.sections);
    report.limits = limits(document, call, status, joint, &report, &tally.sections);
    report
}

/// Tells the words of each section: those of the call in its order, then the others.
fn sections(call: &Call, found: &[(String, Amount)]) -> Vec<SectionCount> {
    let known = call.sections.iter().map(|section| {
        let words = found
            .iter()
            .filter(|(heading, _)| call.section(heading).is_some_and(|s| s.id == section.id))
            .map(|(_, amount)| amount.words)
            .sum();
        SectionCount {
            id: section.id.clone(),
            heading: section.heading.clone(),
            words,
            limit: section_limits(call, &section.id)
                .filter(|l| l.unit == LimitUnit::Words)
                .map(|l| l.max)
                .min(),
        }
    });
    let others = found.iter().filter(|(heading, _)| call.section(heading).is_none()).map(
        |(heading, amount)| SectionCount {
            heading: heading.clone(),
            words: amount.words,
            ..SectionCount::default()
        },
    );
    known.chain(others).collect()
}

/// Returns the limits that hold for one section; a limit without a name holds for each.
fn section_limits<'a>(call: &'a Call, id: &'a str) -> impl Iterator<Item = &'a Limit> {
    call.limits.iter().filter(move |l| l.holds_for_section(id))
}

/// Tells every limit that holds, and how much of it is used.
fn limits(
    document: &Document,
    call: &Call,
    status: EcosocStatus,
    joint: bool,
    report: &CountReport,
    sections: &[(String, Amount)],
) -> Vec<LimitUse> {
    let mut uses = Vec::new();
    for unit in [LimitUnit::Words, LimitUnit::Characters, LimitUnit::Pages, LimitUnit::Minutes] {
        if let Some(limit) = call.limit(unit, LimitScope::Whole, status, joint) {
            uses.push(LimitUse {
                unit,
                max: limit.max,
                used: match unit {
                    LimitUnit::Words => Some(report.counted),
                    LimitUnit::Characters => Some(report.characters),
                    LimitUnit::Pages => None,
                    LimitUnit::Minutes => Some(report.seconds.div_ceil(60)),
                },
                ..LimitUse::default()
            });
        }
        if let Some(limit) = call.limit(unit, LimitScope::Title, status, joint) {
            uses.push(LimitUse {
                unit,
                applies_to: LimitScope::Title,
                max: limit.max,
                used: match unit {
                    LimitUnit::Words => Some(words(&document.title)),
                    LimitUnit::Characters => Some(characters(&document.title).0),
                    LimitUnit::Pages | LimitUnit::Minutes => None,
                },
                ..LimitUse::default()
            });
        }
        for section in &call.sections {
            let Some(limit) =
                section_limits(call, &section.id).filter(|l| l.unit == unit).min_by_key(|l| l.max)
            else {
                continue;
            };
            let mut amount = Amount::default();
            for (heading, own) in sections {
                if call.section(heading).is_some_and(|s| s.id == section.id) {
                    amount.add(*own);
                }
            }
            uses.push(LimitUse {
                unit,
                applies_to: LimitScope::Section,
                section: Some(section.id.clone()),
                max: limit.max,
                used: match unit {
                    LimitUnit::Words => Some(amount.words),
                    LimitUnit::Characters => Some(amount.characters),
                    LimitUnit::Pages => None,
                    LimitUnit::Minutes => Some((amount.words * 60 / report.pace).div_ceil(60)),
                },
            });
        }
    }
    uses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::call::{Ground, Stated};
    use crate::model::document::{Content, DocumentBlock, Inline, Marks, Origin, Part};

    fn paragraph(text: Vec<Inline>) -> DocumentBlock {
        DocumentBlock {
            part: Part::Body,
            section: Some("Comments".into()),
            content: Content::Paragraph { number: Some(1), quoted: false, text },
            origin: Origin::Made,
        }
    }

    fn document() -> Document {
        let deleted = Marks { deleted: true, ..Marks::default() };
        Document {
            title: "Two words".into(),
            notes: vec![vec![Inline::plain("A note of five words.")]],
            blocks: vec![paragraph(vec![
                Inline::plain("States "),
                Inline::marked("may ", deleted),
                Inline::plain("shall act."),
                Inline::Note(0),
            ])],
            ..Document::default()
        }
    }

    fn stated<T>(value: T) -> Stated<T> {
        Stated { value, ground: Ground::default() }
    }

    #[test]
    fn deleted_words_are_never_counted_and_footnotes_are_when_nothing_is_stated() {
        let report = count(&document(), &Call::default(), EcosocStatus::None, false);
        assert_eq!(report.parts["body"], 3);
        assert_eq!(report.parts["footnotes"], 5);
        assert_eq!((report.total, report.counted, report.limit), (10, 10, None));
        assert_eq!(report.left_out[0].part, "numbers");
    }

    #[test]
    fn footnotes_stay_out_where_the_call_says_so() {
        let call = Call {
            counting: Counting { footnotes: Some(stated(Counted::Out)), ..Counting::default() },
            ..Call::default()
        };
        let report = count(&document(), &call, EcosocStatus::None, false);
        assert_eq!((report.total, report.counted), (10, 5));
        assert_eq!(report.left_out[0].reason, LeftOutReason::Stated);
    }

    #[test]
    fn the_secretariats_cover_counts_in_place_of_ones_own() {
        let call = Call {
            counting: Counting {
                cover: Some(stated(Counted::In)),
                cover_words: Some(stated(100)),
                ..Counting::default()
            },
            ..Call::default()
        };
        let mut document = document();
        document.cover.push(crate::model::document::CoverLine {
            label: "Submitted by".into(),
            value: "Harbour Watch".into(),
        });
        let report = count(&document, &call, EcosocStatus::None, false);
        assert_eq!((report.parts["cover"], report.total, report.counted), (4, 14, 110));
    }

    #[test]
    fn a_section_counts_its_footnotes_but_not_its_heading() {
        let report = count(&document(), &Call::default(), EcosocStatus::None, false);
        assert_eq!(report.sections[0].words, 8);
        assert_eq!(report.sections[0].id, "");
    }
}
