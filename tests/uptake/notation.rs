//! How a case of uptake is written, and how its outcome is told.

use std::fmt::Write as _;

use rostrum_core::model::response::{ResponseStatus, Target};
use rostrum_core::model::{Block, BlockKind, Draft, Response, ResponseKind, Statement};
use rostrum_core::revise::uptake::{EvidenceMark, ProposalUptake, Uptake, uptake};

/// A draft before, a text after, and what was asked for.
#[derive(Default)]
pub(crate) struct Case {
    pub(crate) before: Draft,
    pub(crate) after: Draft,
    pub(crate) responses: Vec<Response>,
}

/// Makes a draft of lines: `# heading`, `12. words`, or words alone.
pub(crate) fn draft<'t>(lines: impl IntoIterator<Item = &'t str>) -> Draft {
    let mut out = Draft::default();
    let mut path: Vec<String> = Vec::new();
    for line in lines.into_iter().map(str::trim).filter(|line| !line.is_empty()) {
        let id = format!("b{}", out.blocks.len());
        if let Some(heading) = line.strip_prefix("# ") {
            out.blocks.push(Block {
                id,
                kind: BlockKind::Heading,
                level: 1,
                text: heading.into(),
                confidence: 1.0,
                ..Block::default()
            });
            path = vec![heading.into()];
            continue;
        }
        let label = line
            .split(' ')
            .next()
            .filter(|word| word.ends_with('.') && word.starts_with(|c: char| c.is_ascii_digit()));
        let text = label.map_or(line, |label| line[label.len()..].trim());
        out.blocks.push(Block {
            id,
            label: label.map(str::to_owned),
            heading_path: path.clone(),
            text: text.into(),
            confidence: 1.0,
            ..Block::default()
        });
    }
    out
}

/// Reads a case; see the pages of `suite/uptake`.
pub(crate) fn read(text: &str) -> Case {
    let mut case = Case::default();
    let (mut part, mut lines): (String, Vec<&str>) = (String::new(), Vec::new());
    for line in text.lines().chain(["end:"]) {
        if line.starts_with(' ') || line.is_empty() {
            lines.push(line);
            continue;
        }
        match part.as_str() {
            "before" => case.before = draft(lines.drain(..)),
            "after" => case.after = draft(lines.drain(..)),
            ask if ask.starts_with("ask ") => {
                let response = asked(&case.before, ask, lines.drain(..), case.responses.len());
                case.responses.push(response);
            }
            _ => lines.clear(),
        }
        line.trim_end_matches(':').clone_into(&mut part);
    }
    case
}

fn asked<'t>(
    before: &Draft,
    ask: &str,
    lines: impl Iterator<Item = &'t str>,
    at: usize,
) -> Response {
    let words: Vec<&str> = ask.split(' ').skip(1).collect();
    let private = words.contains(&"private");
    let aside = words.contains(&"aside");
    let labels = words[1..].iter().filter(|word| !["private", "aside"].contains(word));
    let proposal: Vec<&str> = lines.map(str::trim).filter(|line| !line.is_empty()).collect();
    Response {
        id: format!("r{at}"),
        kind: ResponseKind::from_word(words[0]).expect("a kind"),
        targets: labels
            .map(|label| target("before", before.labelled(label).expect("a paragraph")))
            .collect(),
        proposal: proposal.join("\n"),
        private,
        status: if aside { ResponseStatus::Aside } else { ResponseStatus::Agreed },
        ..Response::default()
    }
}

/// Points at a block of a draft.
pub(crate) fn target(draft: &str, block: &Block) -> Target {
    Target {
        draft: draft.into(),
        block: block.id.clone(),
        label: block.label.clone().unwrap_or_default(),
        text: block.text.clone(),
    }
}

impl Case {
    /// Looks for what was asked for.
    pub(crate) fn uptake(&self) -> Uptake {
        let statement = Statement { responses: self.responses.clone(), ..Statement::default() };
        let drafts = [("before".to_owned(), self.before.clone())];
        uptake(&statement, &drafts, ("after", &self.after))
    }

    /// Tells the outcome: status and share, the sentence, the paragraphs with their marks.
    pub(crate) fn told(&self) -> String {
        let uptake = self.uptake();
        let mut out = String::new();
        for proposal in &uptake.proposals {
            out.push_str(&told(proposal));
        }
        for other in &uptake.without_wording {
            let _ = writeln!(out, "{}", other.reason.words());
        }
        out
    }
}

fn told(proposal: &ProposalUptake) -> String {
    let share = proposal.share.map_or_else(String::new, |share| format!(" {share:.2}"));
    let mut out = format!("{}{share}: {}\n", proposal.status.word(), proposal.explanation);
    for evidence in &proposal.evidence {
        let place = if evidence.label.is_empty() { "new" } else { &evidence.label };
        let sure = if evidence.sure { "" } else { "?" };
        let _ = write!(out, "  {place}{sure} ");
        for run in &evidence.runs {
            let _ = match run.mark {
                EvidenceMark::Plain => write!(out, "{}", run.text),
                EvidenceMark::Found => write!(out, "{{+{}+}}", run.text),
                EvidenceMark::Stayed => write!(out, "[-{}-]", run.text),
                EvidenceMark::Changed => write!(out, "<{}>", run.text),
            };
        }
        out.push('\n');
    }
    out
}
