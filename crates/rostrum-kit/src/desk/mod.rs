//! The desk: one method a use case; the command line and the window call nothing else.
//!
//! Every command of [`for_each_command!`](crate::for_each_command) is a method here with
//! the same name, taking the request and giving the answer or a [`Failure`]. The methods
//! live by subject: one file a step of the way.

mod advice;
mod annexes;
mod begun;
mod calendar;
mod calls;
mod carry;
mod channels;
mod checks;
mod commands;
mod drafts;
mod events;
mod evidence;
mod export_all;
mod exports;
mod failures;
mod find;
mod fixes;
mod handover;
mod links;
mod loose;
mod open;
mod own_calls;
mod page_count;
mod pages;
mod partners;
mod phrases;
mod pictures;
mod places;
mod plan;
mod preview;
mod reading;
mod receipts;
mod reminders;
mod renewal;
mod replica;
mod responses;
mod review;
mod revisions;
mod sample;
mod scrub;
mod shown;
mod skeletons;
mod speech;
mod spelling;
mod start;
mod statements;
mod uptake;
mod versions;
mod webform;
pub mod wire;
mod workspace;
mod writing;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use rostrum_core::ports::{Clock, Ids};
use rostrum_core::submit::manifest::sha256_hex as sha256;

pub(crate) use exports::write_whole;
pub(crate) use failures::from_io;

use events::Jobs;
pub use events::{Events, Unheard};
use open::Open;
pub use places::Places;
pub use writing::SectionWritten;

use crate::ids::Uuid7;
use crate::keyring::{Keyring, SystemSecrets};
use crate::spelling::Shelf;

/// The use cases of Rostrum over the files, channels and keyring of this machine.
///
/// A desk may be used from several threads; each open statement is worked on by one at a
/// time.
pub struct Desk {
    places: Places,
    clock: Arc<dyn Clock>,
    ids: Arc<dyn Ids>,
    keyring: Keyring,
    events: Arc<dyn Events>,
    jobs: Jobs,
    shelf: Shelf,
    originals: pages::Originals,
    previews: preview::Previews,
    page_counts: page_count::PageCounts,
    open: Mutex<BTreeMap<String, Arc<Mutex<Open>>>>,
}

impl Desk {
    /// Makes a desk with the keyring and chance of this machine.
    pub fn usual(places: Places, clock: Arc<dyn Clock>, events: Arc<dyn Events>) -> Self {
        let keyring = Keyring::new(SystemSecrets::new(places.secrets.clone()));
        Self::new(places, clock, Arc::new(Uuid7), keyring, events)
    }

    /// Makes a desk from its parts.
    pub fn new(
        places: Places,
        clock: Arc<dyn Clock>,
        ids: Arc<dyn Ids>,
        keyring: Keyring,
        events: Arc<dyn Events>,
    ) -> Self {
        let shelf = Shelf::new(&places.config);
        Self {
            shelf,
            places,
            clock,
            ids,
            keyring,
            events,
            jobs: Jobs::default(),
            originals: pages::Originals::default(),
            previews: preview::Previews::default(),
            page_counts: page_count::PageCounts::default(),
            open: Mutex::default(),
        }
    }

    /// Returns the present instant as an RFC 3339 string with whole seconds.
    fn now(&self) -> String {
        let now = self.clock.now();
        jiff::Timestamp::from_second(now.as_second()).unwrap_or(now).to_string()
    }
}
