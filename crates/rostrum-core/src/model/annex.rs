//! Files that go with a statement: a study, a table, a letter.

use serde::{Deserialize, Serialize};

use crate::scrub::{Changes, Choices};

/// A file that goes with a statement; part of the co-authored statement, without its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct Annex {
    /// Id, unique across copies of the statement.
    pub id: String,
    /// Name of the file, without folders.
    pub name: String,
    /// Size in bytes.
    pub bytes: u32,
    /// SHA-256 of the file as it was attached.
    pub sha256: String,
    /// When it was attached, as an RFC 3339 instant; annexes stand in this order.
    pub added: String,
    /// What becomes of comments in it.
    pub comments: Fate,
    /// What becomes of recorded changes in it.
    pub changes: ChangesFate,
    /// What becomes of hidden words in it.
    pub hidden: Fate,
    /// What becomes of files inside it.
    pub attachments: Fate,
}

/// What becomes of something that a person has to decide about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Nobody has said.
    #[default]
    Open,
    /// It is taken out.
    Remove,
    /// It becomes public.
    Keep,
}

/// What becomes of recorded changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum ChangesFate {
    /// Nobody has said.
    #[default]
    Open,
    /// The text as it would be with all of them.
    Accept,
    /// The text as it was before all of them.
    Reject,
    /// They become public as they are.
    Keep,
}

impl Annex {
    /// Returns what a cleaned copy of it is made with.
    pub fn choices(&self, organisation: &str) -> Choices {
        Choices {
            comments: self.comments == Fate::Remove,
            changes: match self.changes {
                ChangesFate::Accept => Some(Changes::Accept),
                ChangesFate::Reject => Some(Changes::Reject),
                ChangesFate::Open | ChangesFate::Keep => None,
            },
            hidden: self.hidden == Fate::Remove,
            attachments: self.attachments == Fate::Remove,
            organisation: organisation.to_owned(),
        }
    }

    /// Returns what was decided, in one line; empty when nothing was.
    pub fn decided(&self) -> String {
        let fate = |name: &str, fate: Fate| match fate {
            Fate::Open => None,
            Fate::Remove => Some(format!("{name} removed")),
            Fate::Keep => Some(format!("{name} kept")),
        };
        let changes = match self.changes {
            ChangesFate::Open => None,
            ChangesFate::Accept => Some("changes accepted".to_owned()),
            ChangesFate::Reject => Some("changes rejected".to_owned()),
            ChangesFate::Keep => Some("changes kept".to_owned()),
        };
        let decided = [
            fate("comments", self.comments),
            changes,
            fate("hidden words", self.hidden),
            fate("files inside", self.attachments),
        ];
        decided.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
