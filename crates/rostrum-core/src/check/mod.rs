//! Checks: one file a rule, a registry, findings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::finding::Finding;

/// What the checks say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CheckReport {
    /// Findings, the gravest first.
    pub findings: Vec<Finding>,
    /// Number of findings by severity: `error`, `warning`, `info`.
    pub summary: BTreeMap<String, u32>,
}
