//! How many proposals came out how, by priority, topic and organisation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::priority;
use crate::model::response::Priority;
use crate::model::{Response, Statement};
use crate::revise::uptake::{Uptake, UptakeStatus};

/// How many proposals of one kind came out how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Tally {
    /// What is tallied: `priority`, `topic` or `organisation`.
    pub by: String,
    /// The priority, topic or organisation; empty for responses without a topic.
    pub name: String,
    /// Number of proposals of each status; a status nobody has is absent.
    pub totals: BTreeMap<UptakeStatus, u32>,
}

/// Tallies the proposals by priority, then by topic, then by organisation.
///
/// Topics are left out when no response has one, organisations when there is only one.
pub fn tallies(statement: &Statement, uptake: &Uptake) -> Vec<Tally> {
    let mut by_priority: BTreeMap<Priority, BTreeMap<UptakeStatus, u32>> = BTreeMap::new();
    let mut by_topic: BTreeMap<&str, BTreeMap<UptakeStatus, u32>> = BTreeMap::new();
    let mut by_organisation: BTreeMap<&str, BTreeMap<UptakeStatus, u32>> = BTreeMap::new();
    for proposal in &uptake.proposals {
        let Some(response) = statement.responses.iter().find(|r| r.id == proposal.response) else {
            continue;
        };
        let status = proposal.status;
        *by_priority.entry(response.priority).or_default().entry(status).or_default() += 1;
        *by_topic.entry(&response.topic).or_default().entry(status).or_default() += 1;
        for name in organisations(statement, response) {
            *by_organisation.entry(name).or_default().entry(status).or_default() += 1;
        }
    }
    let tally = |by: &str, name: &str, totals| Tally { by: by.into(), name: name.into(), totals };
    let mut out: Vec<Tally> = by_priority
        .into_iter()
        .map(|(level, totals)| tally("priority", priority(level), totals))
        .collect();
    if by_topic.keys().any(|topic| !topic.is_empty()) {
        out.extend(by_topic.into_iter().map(|(topic, totals)| tally("topic", topic, totals)));
    }
    if by_organisation.len() > 1 {
        let rows = by_organisation.into_iter();
        out.extend(rows.map(|(name, totals)| tally("organisation", name, totals)));
    }
    out
}

/// Returns the organisations a response comes from: those of the statement whose names the
/// response carries as a tag or owner, else the one that speaks.
///
/// What matches no organisation of the statement, such as a person's name, is never returned.
pub fn organisations<'a>(statement: &'a Statement, response: &Response) -> Vec<&'a str> {
    let plain = |name: &str| name.trim().to_lowercase();
    let carried: Vec<String> =
        response.tags.iter().chain([&response.owner]).map(|word| plain(word)).collect();
    let mut out: Vec<&str> = Vec::new();
    let known = statement.signatories.iter().map(|s| s.organisation.as_str());
    for name in std::iter::once(statement.organisation.as_str()).chain(known) {
        if !name.is_empty() && carried.contains(&plain(name)) && !out.contains(&name) {
            out.push(name);
        }
    }
    if out.is_empty() && !statement.organisation.is_empty() {
        out.push(&statement.organisation);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Signatory;

    #[test]
    fn only_organisations_of_the_statement_are_named() {
        let signatory =
            |name: &str| Signatory { organisation: name.into(), ..Signatory::default() };
        let statement = Statement {
            organisation: "Example Lab".into(),
            signatories: vec![signatory("Example Lab"), signatory("Example Alliance")],
            ..Statement::default()
        };
        let response = |tags: &[&str], owner: &str| Response {
            tags: tags.iter().map(|tag| (*tag).into()).collect(),
            owner: owner.into(),
            ..Response::default()
        };
        let of = |response| organisations(&statement, &response);
        assert_eq!(of(response(&["example alliance", "urgent"], "")), ["Example Alliance"]);
        assert_eq!(of(response(&[], "Example Alliance")), ["Example Alliance"]);
        assert_eq!(of(response(&["urgent"], "the one who writes")), ["Example Lab"]);
    }
}
