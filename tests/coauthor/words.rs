//! Short words for what the cases are about.

use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::{Response, Signatory, Source};

pub(crate) fn response(id: &str, rationale: &str) -> Response {
    Response { id: id.into(), rationale: rationale.into(), ..Response::default() }
}

pub(crate) fn private(id: &str, rationale: &str) -> Response {
    Response { private: true, ..response(id, rationale) }
}

pub(crate) fn source(key: &str, quotation: &str) -> Source {
    Source { key: key.into(), quotation: quotation.into(), ..Source::default() }
}

pub(crate) fn signatory(id: &str, organisation: &str) -> Signatory {
    Signatory { id: id.into(), organisation: organisation.into(), ..Signatory::default() }
}

/// A second session on the same statement.
pub(crate) fn copy_of(statement: &SharedStatement, client: u64) -> SharedStatement {
    let state = statement.state();
    SharedStatement::from_updates(client, [state.shared.as_slice()], []).expect("own state")
}

/// Brings everything shared that `from` has into `to`.
pub(crate) fn bring(from: &SharedStatement, to: &mut SharedStatement) {
    let update = from.diff(&to.state_vector()).expect("a difference");
    to.apply(&update).expect("own updates are taken");
}

pub(crate) fn meet(a: &mut SharedStatement, b: &mut SharedStatement) {
    bring(a, b);
    bring(b, a);
}

pub(crate) fn ids(statement: &SharedStatement) -> Vec<String> {
    statement.statement().responses.into_iter().map(|r| r.id).collect()
}
