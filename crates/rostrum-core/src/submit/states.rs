//! The steps a receipt may take.
//!
//! ```text
//! prepared ──▶ handed over ──▶ acknowledged ──▶ published
//!    │ ▲ ▲          ▲  (straight to published, where nobody confirms)
//!    │ │ └─ refused │
//!    │ │      ▲     │
//!    ▼ │      │     │
//!   unknown ──┴─────┘
//! ```

use super::{Receipt, ReceiptState};
use ReceiptState::{Acknowledged, HandedOver, Prepared, Published, Refused, Unknown};

/// Why a receipt may not take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StepRefused {
    /// What is proven stays proven.
    #[error("a hand-over that is {from} cannot become {to} again")]
    Backwards {
        /// The state it has.
        from: ReceiptState,
        /// The state that was asked for.
        to: ReceiptState,
    },
    /// Nobody can confirm what has not left the machine.
    #[error("a hand-over that is {from} cannot be {to}; hand it over first")]
    NotHandedOver {
        /// The state it has.
        from: ReceiptState,
        /// The state that was asked for.
        to: ReceiptState,
    },
}

impl ReceiptState {
    /// Returns the state after a step to `to`, or why the step is refused.
    ///
    /// Staying where one is is always fine, so that a repeated answer does no harm.
    /// `Prepared` is reached again from `Unknown` and `Refused` only: that is a new try.
    /// A publication or a word from the secretariat settles an unknown outcome.
    ///
    /// # Errors
    /// Refuses to go back from what is proven, and to confirm what was never handed over.
    pub fn step(self, to: Self) -> Result<Self, StepRefused> {
        let from = self;
        match (from, to) {
            (from, to) if from == to => Ok(to),
            (Prepared, HandedOver | Refused | Unknown) => Ok(to),
            (Unknown, _) => Ok(to),
            // A new try starts from `Prepared`, so that each outcome follows a sending.
            (Refused, Prepared) => Ok(to),
            (HandedOver, Acknowledged | Published) | (Acknowledged, Published) => Ok(to),
            (Prepared | Refused, _) => Err(StepRefused::NotHandedOver { from, to }),
            (HandedOver | Acknowledged | Published, _) => Err(StepRefused::Backwards { from, to }),
        }
    }

    /// Returns the word used on the command line and in files.
    pub fn as_str(self) -> &'static str {
        match self {
            Prepared => "prepared",
            Unknown => "unknown",
            Refused => "refused",
            HandedOver => "handed_over",
            Acknowledged => "acknowledged",
            Published => "published",
        }
    }

    /// Tells whether the other side is known to have the documents.
    pub fn has_arrived(self) -> bool {
        matches!(self, HandedOver | Acknowledged | Published)
    }
}

impl std::fmt::Display for ReceiptState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            HandedOver => "handed over",
            other => other.as_str(),
        })
    }
}

impl Receipt {
    /// Returns the receipt after a step, with the moment and the answer that belong to it.
    ///
    /// An empty `answer` keeps the one that is there.
    ///
    /// # Errors
    /// As [`ReceiptState::step`].
    pub fn moved(&self, to: ReceiptState, at: &str, answer: &str) -> Result<Self, StepRefused> {
        let state = self.state.step(to)?;
        let answer = if answer.is_empty() { self.answer.clone() } else { answer.to_owned() };
        Ok(Self { state, at: at.to_owned(), answer, ..self.clone() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [ReceiptState; 6] =
        [Prepared, Unknown, Refused, HandedOver, Acknowledged, Published];

    #[test]
    fn every_step_is_decided() {
        let allowed = |from, to| match from {
            Prepared => matches!(to, Prepared | HandedOver | Refused | Unknown),
            Unknown => true,
            Refused => matches!(to, Refused | Prepared),
            HandedOver => matches!(to, HandedOver | Acknowledged | Published),
            Acknowledged => matches!(to, Acknowledged | Published),
            Published => to == Published,
        };
        for from in ALL {
            for to in ALL {
                assert_eq!(from.step(to).is_ok(), allowed(from, to), "{from} to {to}");
            }
        }
    }

    #[test]
    fn what_has_arrived_never_un_arrives() {
        for from in ALL.into_iter().filter(|s| s.has_arrived()) {
            for to in ALL.into_iter().filter(|s| !s.has_arrived()) {
                assert_eq!(from.step(to), Err(StepRefused::Backwards { from, to }));
            }
        }
    }

    #[test]
    fn a_refusal_says_what_to_do() {
        let refused = Prepared.step(Acknowledged).expect_err("nothing has left");
        assert_eq!(
            refused.to_string(),
            "a hand-over that is prepared cannot be acknowledged; hand it over first"
        );
    }

    #[test]
    fn a_step_keeps_the_answer_unless_a_new_one_comes() {
        let receipt = Receipt { answer: "No. 17".into(), state: HandedOver, ..Receipt::default() };
        let moved = receipt.moved(Acknowledged, "2026-11-23T09:00:00Z", "").expect("forward");
        assert_eq!((moved.answer.as_str(), moved.state), ("No. 17", Acknowledged));
        assert_eq!(moved.at, "2026-11-23T09:00:00Z");
        assert!(moved.moved(Unknown, "2026-11-24T09:00:00Z", "?").is_err());
    }
}
