//! `rostrum channels`: add, list or forget ways to hand over.

use std::io::Read as _;

use clap::{Args, Subcommand};
use rostrum_kit::desk::Desk;
use rostrum_kit::desk::wire::{CallRequest, Channel, ChannelRequest, Nothing};
use rostrum_kit::{Code, Failure};

use crate::outcome::Outcome;
use crate::terminal::Terminal;

/// Add, list or forget ways to hand over.
#[derive(Debug, Args)]
pub(crate) struct ChannelsVerb {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Add a channel, or change the one with this id.
    Add {
        /// Short name without spaces.
        id: String,
        /// folder or https.
        #[arg(long)]
        kind: String,
        /// Folder, or address that takes the documents.
        #[arg(long)]
        address: String,
        /// Name a person recognises.
        #[arg(long, default_value = "", hide_default_value = true)]
        name: String,
        /// Read a secret from standard input and keep it in the system keyring.
        #[arg(long)]
        secret: bool,
    },
    /// List the channels.
    List,
    /// Forget a channel and its secret.
    Remove {
        /// Id of the channel.
        id: String,
    },
}

impl ChannelsVerb {
    pub(crate) fn run(self, desk: &Desk, terminal: &Terminal) -> Result<Outcome, Failure> {
        let channels = match self.act.unwrap_or(Act::List) {
            Act::List => desk.channels(Nothing {})?,
            Act::Remove { id } => desk.channel_remove(CallRequest { id })?,
            Act::Add { id, kind, address, name, secret } => {
                let secret = if secret { read_secret()? } else { String::new() };
                let name = if name.is_empty() { id.clone() } else { name };
                // People type a folder as they see it from where they are.
                let address = if kind == "folder" && !address.trim().is_empty() {
                    std::path::absolute(&address)
                        .map_or(address, |folder| folder.to_string_lossy().into_owned())
                } else {
                    address
                };
                let channel = Channel { id, kind, name, address, has_secret: false };
                desk.channel_save(ChannelRequest { channel, secret })?
            }
        };
        if channels.secret_for_session {
            return Err(Failure::new(
                Code::KeyringUnavailable,
                "keep the secret in the system keyring",
                "no keyring service answers, or it is locked; the channel is saved without a \
                 secret: unlock the keyring and run this again",
            ));
        }
        terminal.answer(&channels, |channels| {
            let mut out = String::new();
            for channel in &channels.channels {
                let secret = if channel.has_secret { "  secret in the keyring" } else { "" };
                out.push_str(&format!(
                    "{}  {}  {}{secret}\n",
                    channel.id, channel.kind, channel.address
                ));
            }
            out
        });
        Ok(Outcome::Fine)
    }
}

fn read_secret() -> Result<String, Failure> {
    let mut secret = String::new();
    std::io::stdin().read_to_string(&mut secret).map_err(|error| {
        Failure::new(Code::ValueRefused, "read the secret from standard input", error)
            .with("field", "secret")
    })?;
    Ok(secret.trim_end_matches(['\r', '\n']).to_owned())
}
