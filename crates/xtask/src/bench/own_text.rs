//! Makes a long statement of its own: no two paragraphs alike, with what drafters write and with
//! some of what the checks look for.

use std::fmt::Write as _;

/// Makes numbers that look like chance and are the same every time.
#[derive(Debug)]
pub(super) struct Dice(u64);

impl Dice {
    /// Makes dice from a number.
    pub(super) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(2) | 1)
    }

    /// Returns a number below `sides`.
    pub(super) fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides.max(1)
    }

    /// Returns one of these.
    pub(super) fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const WHO: [&str; 12] = [
    "States",
    "Member States",
    "hospitals",
    "schools",
    "ports",
    "researchers",
    "regional bodies",
    "the Chair",
    "small islands",
    "our members",
    "emergency teams",
    "water works",
];
const DO: [&str; 14] = [
    "should report",
    "have tested",
    "may share",
    "cannot replace",
    "organise",
    "should protect",
    "publish",
    "have agreed on",
    "would welcome",
    "ought to fund",
    "rely on",
    "already maintain",
    "need",
    "should analyse",
];
const WHAT: [&str; 16] = [
    "plans for recovery",
    "points of contact",
    "a directory of teams",
    "warnings in time",
    "the lessons of last year",
    "equipment that can be repaired",
    "an open register",
    "training in six languages",
    "the wording of paragraph 3",
    "norms that were agreed",
    "a CERT for the region",
    "tests with a CSIRT",
    "figures on outages",
    "rules for vendors",
    "help for victims",
    "spare parts",
];
const WHEN: [&str; 12] = [
    "before the next session",
    "every second year",
    "without delay",
    "as the last report asked",
    "when an incident begins",
    "in plain words",
    "with those who are affected",
    "at their own pace",
    "once a year",
    "within their means",
    "under A/RES/75/240",
    "for as long as it is needed",
];
const WHY: [&str; 10] = [
    "because nobody can do it alone",
    "since 40 per cent of clinics have no staff for it",
    "so that the work goes on",
    "and studies show that it pays",
    "although the means are few",
    "which costs little",
    "as the norms already say",
    "because trust grows slowly",
    "and 12% of budgets would cover it",
    "since the largest outages began so",
];

/// Returns a sentence.
pub(super) fn sentence(dice: &mut Dice) -> String {
    let who = dice.pick(&WHO);
    let mut letters = who.chars();
    let first = letters.next().map_or(String::new(), |c| c.to_uppercase().to_string());
    let mut out = format!(
        "{first}{} {} {} {}",
        letters.as_str(),
        dice.pick(&DO),
        dice.pick(&WHAT),
        dice.pick(&WHEN)
    );
    if dice.roll(3) > 0 {
        let _ = write!(out, ", {}", dice.pick(&WHY));
    }
    if dice.roll(4) == 0 {
        let _ = write!(out, ", in some {} of the cases we looked at", dice.roll(900) + 12);
    }
    out.push('.');
    match dice.roll(9) {
        0 => out.push_str("[@gge2021, para. 8]"),
        1 => out.push_str("[@hospitals2026]"),
        _ => {}
    }
    out
}

/// Returns a body of so many words, under these headings.
pub(super) fn body(words: usize, headings: &[String]) -> String {
    let mut dice = Dice::new(20_261_122);
    let mut out = String::new();
    let mut written = 0;
    let mut notes = 0;
    for (at, heading) in headings.iter().enumerate() {
        let _ = write!(out, "# {heading}\n\n");
        while written * headings.len() < words * (at + 1) {
            let kind = dice.roll(10);
            let mut block = String::new();
            match kind {
                0 => {
                    for _ in 0..3 {
                        let _ = writeln!(block, "- {}", sentence(&mut dice));
                    }
                }
                1 => {
                    notes += 1;
                    let _ = writeln!(
                        block,
                        "{}[^{notes}]\n\n[^{notes}]: {}",
                        sentence(&mut dice),
                        sentence(&mut dice)
                    );
                }
                2 => {
                    let _ = writeln!(block, "## {}", dice.pick(&WHAT));
                }
                3 => {
                    let _ = writeln!(block, "> {}", sentence(&mut dice));
                }
                _ => {
                    let sentences = 2 + dice.roll(4);
                    let text: Vec<String> = (0..sentences).map(|_| sentence(&mut dice)).collect();
                    let _ = writeln!(block, "{}", text.join(" "));
                }
            }
            written += block.split_whitespace().count();
            out.push_str(&block);
            out.push('\n');
        }
    }
    out
}
