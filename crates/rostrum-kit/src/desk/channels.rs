//! The ways to hand over on this machine.

use super::Desk;
use super::wire::{CallRequest, Channel, ChannelRequest, Channels, Nothing};
use crate::channels::{ChannelBook, secret_name, validate};
use crate::failure::{Code, Failure};
use crate::keyring::Kept;

impl Desk {
    /// Lists the ways to hand over on this machine.
    pub fn channels(&self, _: Nothing) -> Result<Channels, Failure> {
        Ok(Channels { channels: self.book().list()?, secret_for_session: false })
    }

    /// Saves a way to hand over and its secret.
    ///
    /// A secret that the keyring does not take is kept until Rostrum ends, and the answer
    /// says so. A new address on another host does without the old secret.
    pub fn channel_save(&self, request: ChannelRequest) -> Result<Channels, Failure> {
        let book = self.book();
        let mut channel = request.channel;
        validate(&channel).map_err(|fault| {
            Failure::new(Code::ValueRefused, format!("save the channel \"{}\"", channel.id), &fault)
                .with("field", fault.field())
        })?;
        let known = book.find(&channel.id).ok();
        let keeps = |old: &Channel| old.has_secret && secret_name(old) == secret_name(&channel);
        let kept = known.as_ref().is_some_and(keeps);
        channel.has_secret = kept || !request.secret.is_empty();
        book.save(&channel)?;
        let secret_for_session = !request.secret.is_empty()
            && matches!(
                self.keyring.keep(&secret_name(&channel), &request.secret),
                Kept::SessionOnly(_)
            );
        if let Some(old) = known.filter(|old| old.has_secret && !kept) {
            // The old secret belongs to another host; one that cannot be reached is of no use.
            let _ = self.keyring.forget(&secret_name(&old));
        }
        Ok(Channels { channels: book.list()?, secret_for_session })
    }

    /// Forgets a way to hand over and its secret.
    pub fn channel_remove(&self, request: CallRequest) -> Result<Channels, Failure> {
        let book = self.book();
        let channel = book.find(&request.id)?;
        book.remove(&request.id)?;
        if channel.has_secret {
            // A secret that cannot be reached now is of no use without its channel.
            let _ = self.keyring.forget(&secret_name(&channel));
        }
        self.channels(Nothing {})
    }

    /// Finds a channel by its id.
    pub(super) fn channel(&self, id: &str) -> Result<Channel, Failure> {
        Ok(self.book().find(id)?)
    }

    /// Returns the book of channels of this machine.
    pub(super) fn book(&self) -> ChannelBook {
        ChannelBook::new(&self.places.config)
    }
}
