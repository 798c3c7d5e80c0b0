//! Faults planted in clean sentences of our own: how many of them the checks find.
//!
//! Each family makes its faults by machine from many sentences: letters exchanged, dropped and
//! doubled, figures for words, marks left out, paragraphs that are not there. A clean sentence
//! must draw no finding of the family's rules, and of the planted faults nine in ten are found.

mod document;
mod people;
mod spelling;
mod style;

use super::notation;

/// The least share of planted faults that is found in each family, in per cent.
const FOUND: f64 = 90.0;

/// Faults of one family: what was planted, what was found, and false alarms on the clean text.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) family: &'static str,
    /// The least share that must be found, in per cent.
    pub(crate) least: f64,
    pub(crate) planted: u32,
    pub(crate) found: u32,
    pub(crate) clean: u32,
    pub(crate) alarms: u32,
    /// The first few that were missed, and alarms.
    pub(crate) notes: Vec<String>,
}

impl Tally {
    fn new(family: &'static str) -> Self {
        Self { family, least: FOUND, ..Self::default() }
    }

    /// Checks a case with a fault that one of these rules should find.
    fn fault(&mut self, rules: &[&str], case: &str) {
        self.planted += 1;
        if found(case, rules) {
            self.found += 1;
        } else if self.notes.len() < 12 {
            self.notes.push(format!("missed: {}", last_line(case)));
        }
    }

    /// Checks a case without a fault.
    fn clean(&mut self, rules: &[&str], case: &str) {
        self.clean += 1;
        if found(case, rules) {
            self.alarms += 1;
            self.notes.push(format!("alarm: {}", last_line(case)));
        }
    }

    /// Adds several up.
    fn sum(family: &'static str, parts: &[Self]) -> Self {
        let add = |part: fn(&Self) -> u32| parts.iter().map(part).sum();
        Self {
            planted: add(|t| t.planted),
            found: add(|t| t.found),
            clean: add(|t| t.clean),
            alarms: add(|t| t.alarms),
            ..Self::new(family)
        }
    }

    pub(crate) fn share(&self) -> f64 {
        f64::from(self.found) * 100.0 / f64::from(self.planted.max(1))
    }
}

fn last_line(case: &str) -> &str {
    case.lines().rfind(|line| !line.is_empty()).unwrap_or_default()
}

fn found(case: &str, rules: &[&str]) -> bool {
    let findings = notation::read(case).checked().findings;
    findings.iter().any(|f| rules.contains(&f.name.as_str()))
}

fn body(language: &str, text: &str) -> String {
    format!("Language: {language}\nBody:\n# Summary\n\n{text}\n")
}

/// Puts each wrong wording, and the right one, into each frame at `{}`.
fn framed(family: &'static str, rules: &[&str], frames: &[&str], pairs: &[(&str, &str)]) -> Tally {
    let mut tally = Tally::new(family);
    for frame in frames {
        for (wrong, right) in pairs {
            tally.fault(rules, &body("en", &frame.replace("{}", wrong)));
            tally.clean(rules, &body("en", &frame.replace("{}", right)));
        }
    }
    tally
}

/// Plants the faults of every family and counts what is found.
pub(crate) fn tallies() -> Vec<Tally> {
    let mut out = vec![
        spelling::spelling("en", "spelling: English"),
        spelling::spelling("fr", "spelling: French"),
        spelling::spelling("es", "spelling: Spanish"),
        spelling::spelling("ru", "spelling: Russian"),
        spelling::spelling("ar", "spelling: Arabic"),
    ];
    out.push(Tally::sum("spelling, five languages", &out));
    out.extend(style::style());
    out.extend([
        document::symbols(),
        document::drafts(),
        document::structure(),
        document::length(),
        people::publication(),
        people::coalition(),
        people::tone(),
        style::evidence(),
        spelling::languages(),
    ]);
    out
}
