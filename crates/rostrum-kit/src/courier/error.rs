//! How a hand-over fails, and what is known afterwards.

use rostrum_core::submit::ReceiptState;

use crate::{Code, Failure};

/// Why a hand-over did not end with a receipt.
#[derive(Debug, thiserror::Error)]
pub enum CourierError {
    /// The address is not one that may be sent to; nothing was sent.
    #[error("send to `{address}`: {problem}")]
    Address {
        /// The address.
        address: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The secret cannot be sent as a token; nothing was sent.
    #[error("send the access token: it holds a line break or another control character")]
    SecretUnfit,
    /// The extra certificate of the channel cannot be read; nothing was sent.
    #[error("read the certificate of the channel: {detail}")]
    Certificate {
        /// What is wrong with it.
        detail: String,
    },
    /// The folder or the server was not reached; nothing was sent.
    #[error("reach `{target}`: {detail}; nothing was sent")]
    Unreachable {
        /// Folder or address.
        target: String,
        /// What the system said.
        detail: String,
    },
    /// The server could not prove who it is; nothing was sent.
    #[error("trust `{target}`: {detail}; nothing was sent")]
    NotTrusted {
        /// Address.
        target: String,
        /// What is wrong with its certificate.
        detail: String,
    },
    /// The server wants another access token (401).
    #[error("hand over to `{target}`: the access token is missing or wrong; {words}")]
    SecretRefused {
        /// Address.
        target: String,
        /// Words of the server.
        words: String,
    },
    /// The token is known and does not allow this (403).
    #[error("hand over to `{target}`: the access token does not allow it; {words}")]
    NotAllowed {
        /// Address.
        target: String,
        /// Words of the server.
        words: String,
    },
    /// The server refused the bundle.
    #[error("hand over to `{target}`: refused with status {status}; {words}")]
    Refused {
        /// Address.
        target: String,
        /// HTTP status.
        status: u16,
        /// Words of the server.
        words: String,
    },
    /// The server sends us to another host, where the token must not go.
    #[error(
        "hand over to `{target}`: it has moved to `{to}`; if you trust that address, change the channel"
    )]
    Moved {
        /// Address.
        target: String,
        /// Where it points to.
        to: String,
    },
    /// No clear answer came; the bundle may or may not have arrived.
    #[error("hear from `{target}`: {detail}; it may or may not have arrived")]
    Silent {
        /// Address.
        target: String,
        /// What happened.
        detail: String,
    },
    /// An answer came that is no receipt; the bundle may or may not have arrived.
    #[error("read the answer of `{target}`: {what}; it may or may not have arrived")]
    Nonsense {
        /// Address.
        target: String,
        /// What is wrong with the answer.
        what: Nonsense,
    },
    /// The folder may not be written.
    #[error("write into `{folder}`: {detail}")]
    FolderRefused {
        /// Folder.
        folder: String,
        /// What the system said.
        detail: String,
    },
    /// The disk has no room.
    #[error("write into `{folder}`: the disk is full; make room and hand over again")]
    DiskFull {
        /// Folder.
        folder: String,
    },
    /// Other files lie where the bundle would go; they are left as they are.
    #[error("write `{folder}`: it exists with other content and is never overwritten")]
    OtherContent {
        /// Folder.
        folder: String,
    },
    /// What was written does not read back as it was.
    #[error("read back `{file}`: its content is not what was written; check the disk")]
    NotAsWritten {
        /// File.
        file: String,
    },
    /// The journal could not be written; nothing was sent.
    #[error("note the hand-over before sending: {0}")]
    Journal(Failure),
    /// The user stopped it.
    #[error("hand over: cancelled")]
    Cancelled {
        /// Whether bytes had left already.
        sent: bool,
    },
}

/// What is wrong with an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Nonsense {
    /// It is larger than any receipt.
    #[error("it is larger than 64 kB")]
    TooLarge,
    /// It is a web page, as a log-in page or a hotel's network gives.
    #[error("it is a web page, not a receipt")]
    WebPage,
    /// It cannot be read as JSON.
    #[error("it is not JSON")]
    NotJson,
    /// It is JSON without `id`, `receipt`, `url` or `message`.
    #[error("it names no receipt")]
    NoReceipt,
}

impl CourierError {
    /// Returns the state in which the failure leaves a receipt that was in `earlier` before.
    ///
    /// A refusal that does not judge the bundle itself (token, right, pace) settles nothing
    /// about an earlier sending whose outcome is unknown.
    pub fn leaves(&self, earlier: ReceiptState) -> ReceiptState {
        use ReceiptState::{Prepared, Refused, Unknown};
        let sent_before = earlier == Unknown;
        match self {
            Self::Silent { .. } | Self::Nonsense { .. } | Self::Cancelled { sent: true } => Unknown,
            Self::Refused { status: 429, .. }
            | Self::SecretRefused { .. }
            | Self::NotAllowed { .. }
            | Self::Moved { .. }
                if sent_before =>
            {
                Unknown
            }
            Self::Refused { .. }
            | Self::SecretRefused { .. }
            | Self::NotAllowed { .. }
            | Self::Moved { .. }
            | Self::OtherContent { .. } => Refused,
            _ if sent_before => Unknown,
            _ => Prepared,
        }
    }
}

impl From<CourierError> for Failure {
    fn from(error: CourierError) -> Self {
        Self::from(&error)
    }
}

impl From<&CourierError> for Failure {
    fn from(error: &CourierError) -> Self {
        use CourierError as E;
        let code = match error {
            E::Journal(failure) => return failure.clone(),
            E::Address { .. } | E::SecretUnfit | E::Certificate { .. } => Code::ValueRefused,
            E::Unreachable { .. } | E::NotTrusted { .. } => Code::ChannelUnreachable,
            E::SecretRefused { .. }
            | E::NotAllowed { .. }
            | E::Refused { .. }
            | E::Moved { .. } => Code::ChannelRefused,
            E::Silent { .. } | E::Cancelled { sent: true } => Code::ChannelSilent,
            E::Nonsense { .. } => Code::ChannelNonsense,
            E::FolderRefused { .. } | E::NotAsWritten { .. } => Code::FileRefused,
            E::DiskFull { .. } => Code::DiskFull,
            E::OtherContent { .. } => Code::FileExists,
            E::Cancelled { sent: false } => Code::Cancelled,
        };
        let failure = Failure::new(code, "hand the version over", error);
        match error {
            E::Address { address, .. } => failure.with("field", "address").with("value", address),
            E::SecretUnfit => failure.with("field", "secret"),
            E::Certificate { .. } => failure.with("field", "certificate"),
            E::SecretRefused { words, .. } => failure.with("status", 401).with("words", words),
            E::NotAllowed { words, .. } => failure.with("status", 403).with("words", words),
            E::Refused { status, words, .. } => failure.with("status", status).with("words", words),
            E::Moved { to, .. } => failure.with("moved_to", to),
            E::FolderRefused { folder, .. }
            | E::DiskFull { folder }
            | E::OtherContent { folder } => failure.with("file", folder),
            E::NotAsWritten { file } => failure.with("file", file),
            _ => failure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ReceiptState::{Prepared, Refused, Unknown};

    fn refused(status: u16) -> CourierError {
        CourierError::Refused { target: String::new(), status, words: String::new() }
    }

    #[test]
    fn only_an_answer_about_the_bundle_settles_an_unknown_outcome() {
        let (target, words) = (String::new(), String::new());
        let token = CourierError::SecretRefused { target: target.clone(), words };
        assert_eq!(token.leaves(Prepared), Refused);
        assert_eq!(token.leaves(Unknown), Unknown);
        assert_eq!(refused(422).leaves(Unknown), Refused);
        assert_eq!(refused(429).leaves(Unknown), Unknown);
        let away = CourierError::Unreachable { target, detail: String::new() };
        assert_eq!(away.leaves(Prepared), Prepared);
        assert_eq!(away.leaves(Unknown), Unknown);
    }

    #[test]
    fn every_state_that_is_left_is_a_step_the_receipt_may_take() {
        let errors = [
            refused(400),
            CourierError::Silent { target: String::new(), detail: String::new() },
            CourierError::Cancelled { sent: true },
            CourierError::Cancelled { sent: false },
            CourierError::DiskFull { folder: String::new() },
            CourierError::OtherContent { folder: String::new() },
        ];
        for error in &errors {
            // Before the first byte the journal has already taken the step to `Unknown`.
            for earlier in [Prepared, Unknown] {
                assert!(Unknown.step(error.leaves(earlier)).is_ok(), "{error}");
            }
        }
    }
}
