//! `rostrum review`: what came back from reviewers.

use std::path::PathBuf;

use clap::Args;
use rostrum_core::model::review::{ByHand, Decision, SuggestionKind};
use rostrum_kit::Failure;
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{
    AnswerRequest, CommentRow, DecideRequest, FileRequest, ReviewRequest, ReviewView,
    SuggestionRow, UnreadRow,
};
use serde::Serialize;

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Take in a Word document that came back, and decide about what it suggests.
///
/// Without a document, what came back before is listed. Suggestions are kept in the statement,
/// so that everybody who works on it sees them.
#[derive(Debug, Args)]
pub(crate) struct Review {
    /// Statement file.
    file: PathBuf,
    /// The Word document that came back.
    edited: Option<PathBuf>,
    /// Accept these suggestions: ids, or `all`.
    #[arg(long, num_args = 1.., value_name = "ID")]
    accept: Vec<String>,
    /// Reject these suggestions: ids, or `all`.
    #[arg(long, num_args = 1.., value_name = "ID", conflicts_with = "accept")]
    reject: Vec<String>,
    /// Mark these comments as dealt with: ids, or `all`.
    #[arg(long, num_args = 1.., value_name = "ID", conflicts_with_all = ["accept", "reject"])]
    resolve: Vec<String>,
    /// Answer this comment or suggestion.
    #[arg(long, value_name = "ID", requires = "text")]
    answer: Option<String>,
    /// What to answer.
    #[arg(long, requires = "answer")]
    text: Option<String>,
    /// Only what this person wrote.
    #[arg(long)]
    author: Option<String>,
}

#[derive(Serialize)]
struct Report {
    suggestions: Vec<SuggestionRow>,
    comments: Vec<CommentRow>,
    not_understood: Vec<UnreadRow>,
    /// How many of them are new; nothing when no document was given.
    new: Option<u32>,
    /// Whether the export that the document was made from is known.
    known: Option<bool>,
    done: Vec<String>,
    left: Vec<String>,
}

impl Review {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let file = super::path(&self.file);
        let (mut view, ids, new, known) = match &self.edited {
            Some(edited) => {
                let taken = desk.review_take(ReviewRequest {
                    file: file.clone(),
                    edited: super::path(edited),
                    job: "review".into(),
                })?;
                (taken.review, Some(taken.ids), Some(taken.new), Some(taken.known))
            }
            None => (desk.review_show(FileRequest { file: file.clone() })?, None, None, None),
        };
        if let (Some(to), Some(text)) = (&self.answer, &self.text) {
            let (to, text) = (to.clone(), text.clone());
            view = desk.review_answer(AnswerRequest { file: file.clone(), to, text })?;
        }
        let mine = |id: &str, author: &str| {
            self.author.as_deref().is_none_or(|wanted| wanted == author)
                && ids.as_ref().is_none_or(|ids| ids.iter().any(|own| own == id))
        };
        let (mut done, mut left) = (Vec::new(), Vec::new());
        if let Some((decision, named)) = self.decision() {
            let ids = if named.iter().any(|id| id == "all") {
                every(&view, decision, &mine)
            } else {
                named.to_vec()
            };
            let decided = desk.review_decide(DecideRequest { file, ids, decision })?;
            (view, done, left) = (decided.review, decided.done, decided.left);
        }
        let report = Report {
            suggestions: kept(view.suggestions, |row| mine(&row.id, &row.suggestion.author)),
            comments: kept(view.comments, |row| mine(&row.id, &row.comment.author)),
            not_understood: kept(view.not_understood, |row| mine(&row.id, &row.unread.author)),
            new,
            known,
            done,
            left,
        };
        terminal.answer(&report, words);
        Ok(Outcome::Fine)
    }

    fn decision(&self) -> Option<(Decision, &[String])> {
        [
            (Decision::Accepted, &self.accept),
            (Decision::Rejected, &self.reject),
            (Decision::Resolved, &self.resolve),
        ]
        .into_iter()
        .find(|(_, ids)| !ids.is_empty())
        .map(|(decision, ids)| (decision, ids.as_slice()))
    }
}

fn kept<T>(rows: Vec<T>, keep: impl Fn(&T) -> bool) -> Vec<T> {
    rows.into_iter().filter(|row| keep(row)).collect()
}

/// Returns the ids that `all` means.
fn every(view: &ReviewView, decision: Decision, mine: &dyn Fn(&str, &str) -> bool) -> Vec<String> {
    if decision == Decision::Resolved {
        let comments = view.comments.iter().filter(|row| row.decision == Decision::Open);
        let own = comments.filter(|row| mine(&row.id, &row.comment.author));
        return own.map(|row| row.id.clone()).collect();
    }
    let open = view.suggestions.iter().filter(|row| row.decision == Decision::Open);
    let own = open.filter(|row| mine(&row.id, &row.suggestion.author));
    own.map(|row| row.id.clone()).collect()
}

fn words(report: &Report) -> String {
    let mut out = String::new();
    if report.known == Some(false) {
        out.push_str(
            "The export it was made from is not in this file; it was compared with the statement \
             as it stands.\n",
        );
    }
    let counts = [
        (report.suggestions.len(), "suggestion"),
        (report.comments.len(), "comment"),
        (report.not_understood.len(), "thing not understood"),
    ];
    let counted: Vec<String> = counts
        .iter()
        .map(|(count, what)| match (*count, *what) {
            (1, what) => format!("1 {what}"),
            (count, "thing not understood") => format!("{count} things not understood"),
            (count, what) => format!("{count} {what}s"),
        })
        .collect();
    out.push_str(&format!("{}.\n", counted.join(", ")));
    for row in &report.suggestions {
        let suggestion = &row.suggestion;
        let kind = match suggestion.kind {
            SuggestionKind::Insert => "insert",
            SuggestionKind::Delete => "delete",
            SuggestionKind::Replace => "replace",
            SuggestionKind::Move => "move",
            SuggestionKind::Split => "split",
            SuggestionKind::Join => "join",
        };
        let tracked = if suggestion.tracked { "" } else { ", not recorded" };
        out.push_str(&format!(
            "{}  {}  {kind}  {}{tracked}\n    …{}[-{}-]{{+{}+}}{}…\n",
            row.id,
            row.decision.as_str(),
            by(&suggestion.author, &suggestion.date),
            suggestion.left.replace('\n', " "),
            suggestion.before.replace('\n', " ¶ "),
            suggestion.after.replace('\n', " ¶ "),
            suggestion.right.replace('\n', " "),
        ));
        match row.hindrance {
            ByHand::No => {}
            ByHand::Made => out.push_str(
                "    by hand: these words are made from the call, the draft or the sources\n",
            ),
            ByHand::Table => out.push_str("    by hand: it changes the cells of a table\n"),
            ByHand::Markup => {
                out.push_str("    by hand: emphasis, a link or a list begins or ends in it\n");
            }
            ByHand::Changed => {
                out.push_str("    by hand: the words have been changed here since\n");
            }
        }
        answers(&mut out, &row.answers);
    }
    for row in &report.comments {
        let comment = &row.comment;
        out.push_str(&format!(
            "{}  {}  comment  {}\n    “{}”: {}\n",
            row.id,
            row.decision.as_str(),
            by(&comment.author, &comment.date),
            comment.words.replace('\n', " "),
            comment.text.replace('\n', " "),
        ));
        answers(&mut out, &row.answers);
    }
    for row in &report.not_understood {
        let unread = &row.unread;
        out.push_str(&format!(
            "{}  not understood ({}{})  {}\n    {}\n",
            row.id,
            unread.what.replace('_', " "),
            if unread.detail.is_empty() { String::new() } else { format!(": {}", unread.detail) },
            by(&unread.author, &unread.date),
            unread.words.replace('\n', " "),
        ));
    }
    if !report.done.is_empty() || !report.left.is_empty() {
        out.push_str(&format!("{} decided, {} left.\n", report.done.len(), report.left.len()));
    }
    out
}

fn by(author: &str, date: &str) -> String {
    let author = if author.is_empty() { "somebody" } else { author };
    if date.is_empty() { author.to_owned() } else { format!("{author}, {date}") }
}

fn answers(out: &mut String, answers: &[rostrum_kit::desk::wire::AnswerRow]) {
    for answer in answers {
        let who = by(&answer.author, &answer.date);
        out.push_str(&format!("    ↳ {who}: {}\n", answer.text.replace('\n', " ")));
    }
}
