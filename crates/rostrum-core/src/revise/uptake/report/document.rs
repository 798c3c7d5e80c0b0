//! The report as a document for any renderer.

use super::{Report, judged, organisations, paragraphs, priority, tallies};
use crate::model::ResponseKind;
use crate::model::document::{Content, Document, DocumentBlock, Inline, Look, Marks, Origin, Part};
use crate::render::compose::clean;
use crate::revise::uptake::{Evidence, EvidenceMark, ProposalUptake, UptakeStatus};

const BOLD: Marks = Marks { bold: true, ..Marks::NONE };
const ITALIC: Marks = Marks { italic: true, ..Marks::NONE };

/// Returns the report as a document: totals, tallies, and a row for every response.
pub fn document(report: &Report<'_>) -> Document {
    let later = clean(report.later);
    let mut blocks = vec![
        paragraph(vec![Inline::plain(format!(
            "This report tells which words of our proposals stand in {}. It says what the text contains, not why.",
            if later.is_empty() { "the later text" } else { &later }
        ))]),
        paragraph(vec![Inline::plain(totals(report))]),
    ];
    blocks.extend(summary(report));
    if !report.uptake.proposals.is_empty() {
        blocks.push(heading("Our proposals and the later text"));
        blocks.push(paragraph(legend()));
        blocks.push(table(&[13, 27, 30, 16, 14], proposals(report)));
    }
    let others = others(report);
    if others.len() > 1 {
        blocks.push(heading("Responses without wording to look for"));
        blocks.push(table(&[20, 50, 30], others));
    }
    Document {
        title: "What became of our proposals".into(),
        subject: clean(&report.statement.title),
        organisation: clean(&report.statement.organisation),
        language: "en".into(),
        blocks,
        look: Look { font: "Calibri".into(), size_pt: 10, page_numbers: true, ..Look::default() },
        ..Document::default()
    }
}

fn totals(report: &Report<'_>) -> String {
    let uptake = report.uptake;
    let said: Vec<String> = UptakeStatus::ALL
        .into_iter()
        .filter_map(|status| {
            let n = uptake.totals.get(&status)?;
            Some(format!("{} {n}", status.words()))
        })
        .collect();
    let one = if uptake.proposals.len() == 1 { "" } else { "s" };
    format!("{} proposal{one}: {}.", uptake.proposals.len(), said.join(", "))
}

/// Returns the tallies as one table.
fn summary(report: &Report<'_>) -> Vec<DocumentBlock> {
    let tallies = tallies(report.statement, report.uptake);
    if tallies.is_empty() {
        return Vec::new();
    }
    let mut head = vec!["Proposals by".to_owned()];
    head.extend(UptakeStatus::ALL.map(|status| capital(status.words())));
    let mut rows = vec![head.iter().map(|word| vec![Inline::plain(word.clone())]).collect()];
    let mut by = String::new();
    for tally in tallies {
        if tally.by != by {
            by.clone_from(&tally.by);
            let mut row = vec![vec![Inline::marked(capital(&by), BOLD)]];
            row.resize(head.len(), Vec::new());
            rows.push(row);
        }
        let name = if tally.name.is_empty() { "no topic".to_owned() } else { clean(&tally.name) };
        let mut row = vec![vec![Inline::plain(name)]];
        row.extend(UptakeStatus::ALL.map(|status| {
            let n = tally.totals.get(&status).copied().unwrap_or_default();
            if n == 0 { Vec::new() } else { vec![Inline::plain(n.to_string())] }
        }));
        rows.push(row);
    }
    vec![heading("In numbers"), table(&[30, 14, 14, 14, 14, 14], rows)]
}

fn legend() -> Vec<Inline> {
    vec![
        Inline::plain("In the later text, "),
        Inline::marked("bold", BOLD),
        Inline::plain(" marks words we asked for that did not stand there before; "),
        Inline::marked("italics", ITALIC),
        Inline::plain(
            " mark words we asked to take out or that were put into what we asked to keep. Whether an idea was taken up in other words is judged by us and stands in the last column.",
        ),
    ]
}

type Rows = Vec<Vec<Vec<Inline>>>;

fn header(words: &[&str]) -> Vec<Vec<Inline>> {
    words.iter().map(|word| vec![Inline::plain(*word)]).collect()
}

fn proposals(report: &Report<'_>) -> Rows {
    let mut rows = vec![header(&[
        "Response",
        "Draft, with what we asked for",
        "Later text",
        "What it contains",
        "Idea taken up (our view)",
    ])];
    for proposal in &report.uptake.proposals {
        let Some(response) = report.response(&proposal.response) else { continue };
        let mut name = vec![Inline::marked(named(&proposal.paragraphs), BOLD), Inline::Break];
        name.push(Inline::plain(ask(proposal.kind)));
        let mut about = vec![format!("{} priority", priority(response.priority))];
        about.extend(Some(clean(&response.topic)).filter(|topic| !topic.is_empty()));
        let of = organisations(report.statement, response);
        if of != [report.statement.organisation.as_str()] {
            about.extend(of.into_iter().map(clean));
        }
        for line in about {
            name.extend([Inline::Break, Inline::plain(line)]);
        }
        let result = vec![
            Inline::marked(status_words(proposal), BOLD),
            Inline::Break,
            Inline::plain(proposal.explanation.clone()),
        ];
        let (answer, note) = judged(response.taken_up.as_ref());
        let mut view = vec![Inline::plain(answer)];
        if !note.trim().is_empty() {
            view.push(Inline::Break);
            view.push(Inline::plain(clean(note)));
        }
        if answer.is_empty() && note.trim().is_empty() {
            view.clear();
        }
        rows.push(vec![name, asked(proposal), later(&proposal.evidence), result, view]);
    }
    rows
}

/// Returns the status, with the share where only part of it came.
fn status_words(proposal: &ProposalUptake) -> String {
    match (proposal.status, proposal.share) {
        (UptakeStatus::Partly, Some(share)) if share < 1.0 => {
            format!("{}, {:.0}%", capital(proposal.status.words()), share * 100.0)
        }
        _ => capital(proposal.status.words()),
    }
}

fn asked(proposal: &ProposalUptake) -> Vec<Inline> {
    let mut out = Vec::new();
    for run in &proposal.asked {
        let marks = match run.change.as_str() {
            "inserted" => Marks { inserted: true, ..Marks::default() },
            "deleted" => Marks { deleted: true, ..Marks::default() },
            _ => Marks::default(),
        };
        lines(&mut out, &run.text, marks);
    }
    out
}

fn later(evidence: &[Evidence]) -> Vec<Inline> {
    let mut out = Vec::new();
    for (at, evidence) in evidence.iter().enumerate() {
        if at > 0 {
            out.push(Inline::Break);
        }
        let mut place = clean(&evidence.label);
        if !evidence.sure {
            place = if place.is_empty() { "perhaps".into() } else { format!("perhaps {place}") };
        }
        if !place.is_empty() {
            out.push(Inline::plain(format!("[{}] ", place.trim_end_matches('.'))));
        }
        for run in &evidence.runs {
            let marks = match run.mark {
                EvidenceMark::Plain => Marks::default(),
                EvidenceMark::Found => BOLD,
                EvidenceMark::Stayed | EvidenceMark::Changed => ITALIC,
            };
            lines(&mut out, &run.text, marks);
        }
    }
    out
}

fn others(report: &Report<'_>) -> Rows {
    let mut rows = vec![header(&["Response", "Why", "Idea taken up (our view)"])];
    for other in &report.uptake.without_wording {
        let Some(response) = report.response(&other.response).filter(|r| r.is_submitted()) else {
            continue;
        };
        let labels: Vec<String> = response.targets.iter().map(|t| t.label.clone()).collect();
        let (answer, note) = judged(response.taken_up.as_ref());
        let view = [answer, note].map(clean).join(" ");
        let view = view.trim();
        rows.push(vec![
            vec![Inline::plain(format!("{}: {}", named(&labels), ask(response.kind)))],
            vec![Inline::plain(other.reason.words())],
            if view.is_empty() { Vec::new() } else { vec![Inline::plain(view)] },
        ]);
    }
    rows
}

fn named(labels: &[String]) -> String {
    let labels = clean(&paragraphs(labels));
    match (labels.is_empty(), labels.contains(',')) {
        (true, _) => "Whole text".into(),
        (false, true) => format!("Paragraphs {labels}"),
        (false, false) => format!("Paragraph {labels}"),
    }
}

fn ask(kind: ResponseKind) -> &'static str {
    match kind {
        ResponseKind::General => "remark",
        ResponseKind::Keep => "keep",
        ResponseKind::Modify => "modify",
        ResponseKind::Add => "add after it",
        ResponseKind::Delete => "delete",
        ResponseKind::Move => "move",
        ResponseKind::Question => "question",
    }
}

fn lines(out: &mut Vec<Inline>, text: &str, marks: Marks) {
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push(Inline::Break);
        }
        let line: String = line.chars().filter(|c| !c.is_control()).collect();
        if !line.is_empty() {
            out.push(Inline::marked(line, marks));
        }
    }
}

fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

fn heading(text: &str) -> DocumentBlock {
    block(Part::Headings, Content::Heading { level: 1, text: vec![Inline::plain(text)] })
}

fn paragraph(text: Vec<Inline>) -> DocumentBlock {
    block(Part::Body, Content::Paragraph { number: None, quoted: false, text })
}

fn table(widths: &[u16], rows: Rows) -> DocumentBlock {
    block(Part::Tables, Content::Table { widths: widths.to_vec(), rows })
}

fn block(part: Part, content: Content) -> DocumentBlock {
    DocumentBlock { part, section: None, content, origin: Origin::Made }
}
