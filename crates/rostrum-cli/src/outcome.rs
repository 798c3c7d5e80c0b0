//! How a run ended, as an exit code.

use std::process::ExitCode;

use rostrum_kit::{Code, Failure};

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Everything went well.
    Fine,
    /// There are findings at or above the asked severity.
    Findings,
    /// Wrong use, or input that cannot be read.
    Unusable,
    /// A channel failed, or its outcome is unknown.
    Channel,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Fine => 0,
            Outcome::Findings => 1,
            Outcome::Unusable => 2,
            Outcome::Channel => 3,
        })
    }
}

impl From<&Failure> for Outcome {
    fn from(failure: &Failure) -> Self {
        match failure.code {
            Code::FindingsInTheWay => Self::Findings,
            Code::ChannelRefused
            | Code::ChannelUnreachable
            | Code::ChannelSilent
            | Code::ChannelNonsense
            | Code::KeyringUnavailable => Self::Channel,
            _ => Self::Unusable,
        }
    }
}
