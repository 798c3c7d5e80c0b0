//! The ways to hand over that the user set up on this machine, in `channels.toml`.
//!
//! The file holds no secret. What a person wrote into it beside our own keys, comments
//! too, stays as it is.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use rostrum_core::ports::SecretsUnavailable;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use crate::courier::https::address;
use crate::courier::{Courier, CourierError, FolderCourier, HttpsChannel, HttpsCourier};
use crate::desk::wire::Channel;
use crate::keyring::Keyring;
use crate::{Code, Failure};

/// Name of the file in the folder of settings.
pub const FILE: &str = "channels.toml";

const NO_LIST: &str = "`channel` is not a list of [[channel]] tables";

/// Why a channel is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChannelFault {
    /// The id is not a short plain word.
    #[error("give the channel an id of 1 to 40 small letters, digits and hyphens")]
    Id,
    /// The kind is not one that Rostrum has.
    #[error("choose `folder` or `https` as the kind of the channel")]
    Kind,
    /// The name is empty or too long.
    #[error("give the channel a name of at most 100 characters")]
    Name,
    /// The folder could mean another place tomorrow.
    #[error("give the folder from the root of the disk on")]
    FolderNotAbsolute,
    /// The address may not be sent to.
    #[error("{0}")]
    Address(&'static str),
}

impl ChannelFault {
    /// Returns the name of the field that is at fault.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Kind => "kind",
            Self::Name => "name",
            Self::FolderNotAbsolute | Self::Address(_) => "address",
        }
    }
}

/// Why the channels could not be read, changed or opened.
#[derive(Debug, thiserror::Error)]
pub enum ChannelsError {
    /// The file cannot be read as settings; it is left as it is.
    #[error("read {}: {detail}; mend or remove the file", file.display())]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// What is wrong and where.
        detail: String,
    },
    /// The file may not be read or written.
    #[error("read or write {}: {error}", file.display())]
    Refused {
        /// The file.
        file: PathBuf,
        /// What the system said.
        error: io::Error,
    },
    /// There is no such channel.
    #[error("find the channel `{id}`: there is none of this id")]
    NotFound {
        /// The id.
        id: String,
    },
    /// The channel has a fault.
    #[error("use the channel `{id}`: {fault}")]
    Faulty {
        /// The id.
        id: String,
        /// What is wrong with it.
        fault: ChannelFault,
    },
    /// The secret of the channel cannot be read now.
    #[error("use the channel `{id}`: {why}")]
    Secret {
        /// The id.
        id: String,
        /// What is in the way.
        why: SecretsUnavailable,
    },
    /// The secret of the channel is gone from the keyring.
    #[error("use the channel `{id}`: its access token is not in the keyring; enter it again")]
    SecretGone {
        /// The id.
        id: String,
    },
    /// The courier cannot be made.
    #[error(transparent)]
    Courier(#[from] CourierError),
}

/// Tells whether a channel may be saved.
///
/// # Errors
/// Names the first field that is at fault.
pub fn validate(channel: &Channel) -> Result<(), ChannelFault> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !(1..=40).contains(&channel.id.len())
        || !channel.id.chars().all(plain)
        || channel.id.starts_with('-')
    {
        return Err(ChannelFault::Id);
    }
    if channel.name.trim().is_empty() || channel.name.chars().count() > 100 {
        return Err(ChannelFault::Name);
    }
    match channel.kind.as_str() {
        "folder" if Path::new(&channel.address).is_absolute() => Ok(()),
        "folder" => Err(ChannelFault::FolderNotAbsolute),
        "https" => address::check(&channel.address)
            .map(drop)
            .map_err(|fault| ChannelFault::Address(fault.as_str())),
        _ => Err(ChannelFault::Kind),
    }
}

/// Returns the name under which a channel's secret is kept in the keyring.
///
/// The name holds the host as well, so a token is never sent to another host because
/// somebody changed an address.
pub fn secret_name(channel: &Channel) -> String {
    let origin = address::check(&channel.address)
        .map_or_else(|_| "nowhere".to_owned(), |url| url.origin().ascii_serialization());
    format!("{} {origin}", channel.id)
}

/// The file of channels in one folder of settings.
#[derive(Debug, Clone)]
pub struct ChannelBook {
    file: PathBuf,
}

impl ChannelBook {
    /// Makes a book whose file lies, or will lie, in this folder.
    pub fn new(folder: &Path) -> Self {
        Self { file: folder.join(FILE) }
    }

    /// Returns every channel by name; none when the file is not there yet.
    ///
    /// An entry with a fault is listed too: it can be mended, and it blocks no other.
    ///
    /// # Errors
    /// Fails when the file cannot be read.
    pub fn list(&self) -> Result<Vec<Channel>, ChannelsError> {
        let document = self.read()?;
        let mut channels: Vec<Channel> = entries(&document).map(to_channel).collect();
        channels.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        Ok(channels)
    }

    /// Returns one channel.
    ///
    /// # Errors
    /// Fails when there is none of this id, or the file cannot be read.
    pub fn find(&self, id: &str) -> Result<Channel, ChannelsError> {
        let found = self.list()?.into_iter().find(|channel| channel.id == id);
        found.ok_or_else(|| ChannelsError::NotFound { id: id.into() })
    }

    /// Adds a channel or replaces the one of the same id.
    ///
    /// # Errors
    /// Refuses a channel with a fault; the file is then as it was.
    pub fn save(&self, channel: &Channel) -> Result<(), ChannelsError> {
        validate(channel)
            .map_err(|fault| ChannelsError::Faulty { id: channel.id.clone(), fault })?;
        let mut document = self.read()?;
        let list = document
            .entry("channel")
            .or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()))
            .as_array_of_tables_mut()
            .ok_or_else(|| self.unreadable(NO_LIST))?;
        let at = list.iter().position(|table| text(table, "id") == channel.id);
        let mut table = at.and_then(|at| list.get(at)).cloned().unwrap_or_default();
        table["id"] = value(&channel.id);
        table["kind"] = value(&channel.kind);
        table["name"] = value(channel.name.trim());
        table["address"] = value(channel.address.trim());
        table["has_secret"] = value(channel.has_secret);
        match at.and_then(|at| list.get_mut(at)) {
            Some(old) => *old = table,
            None => list.push(table),
        }
        self.write(&document)
    }

    /// Takes a channel out; its secret is the caller's to forget.
    ///
    /// # Errors
    /// Fails when there is none of this id.
    pub fn remove(&self, id: &str) -> Result<(), ChannelsError> {
        let mut document = self.read()?;
        let list = document.get_mut("channel").and_then(Item::as_array_of_tables_mut);
        let at = list.as_ref().and_then(|l| l.iter().position(|table| text(table, "id") == id));
        let (Some(list), Some(at)) = (list, at) else {
            return Err(ChannelsError::NotFound { id: id.into() });
        };
        list.remove(at);
        self.write(&document)
    }

    /// Returns the courier of a channel, with its secret from the keyring.
    ///
    /// # Errors
    /// Fails when the channel is unknown or has a fault, or its secret cannot be had.
    pub fn courier(&self, id: &str, keyring: &Keyring) -> Result<Box<dyn Courier>, ChannelsError> {
        let channel = self.find(id)?;
        validate(&channel).map_err(|fault| ChannelsError::Faulty { id: id.into(), fault })?;
        if channel.kind == "folder" {
            return Ok(Box::new(FolderCourier::new(&channel.address)));
        }
        let secret = if channel.has_secret {
            let found = keyring
                .find(&secret_name(&channel))
                .map_err(|why| ChannelsError::Secret { id: id.into(), why })?;
            Some(found.ok_or_else(|| ChannelsError::SecretGone { id: id.into() })?)
        } else {
            None
        };
        let certificate = self.certificate(id)?;
        let courier = HttpsCourier::new(&HttpsChannel {
            address: channel.address,
            secret,
            certificate,
            ..HttpsChannel::default()
        })?;
        Ok(Box::new(courier))
    }

    /// Reads the extra certificate a channel names by `certificate = "/path/to/ca.pem"`.
    fn certificate(&self, id: &str) -> Result<Option<Vec<u8>>, ChannelsError> {
        let document = self.read()?;
        let entry = entries(&document).find(|table| text(table, "id") == id);
        let path = entry.map(|table| text(table, "certificate")).filter(|path| !path.is_empty());
        let read = |path: String| {
            fs::read(&path)
                .map_err(|error| ChannelsError::Refused { file: PathBuf::from(path), error })
        };
        path.map(read).transpose()
    }

    fn read(&self) -> Result<DocumentMut, ChannelsError> {
        let text = match fs::read_to_string(&self.file) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(DocumentMut::new()),
            Err(error) if error.kind() == ErrorKind::InvalidData => {
                return Err(self.unreadable("it is not text in UTF-8"));
            }
            Err(error) => return Err(ChannelsError::Refused { file: self.file.clone(), error }),
        };
        let document: DocumentMut =
            text.parse().map_err(|error: toml_edit::TomlError| self.unreadable(error.message()))?;
        match document.get("channel") {
            Some(list) if !list.is_array_of_tables() => Err(self.unreadable(NO_LIST)),
            _ => Ok(document),
        }
    }

    /// Writes a whole new file beside the old one and puts it in its place.
    fn write(&self, document: &DocumentMut) -> Result<(), ChannelsError> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        let written = fs::create_dir_all(folder).and_then(|()| {
            let mut part = tempfile::NamedTempFile::new_in(folder)?;
            part.write_all(document.to_string().as_bytes())?;
            part.as_file().sync_all()?;
            part.persist(&self.file)?;
            if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
        });
        written.map_err(|error| ChannelsError::Refused { file: self.file.clone(), error })
    }

    fn unreadable(&self, detail: &str) -> ChannelsError {
        ChannelsError::Unreadable { file: self.file.clone(), detail: detail.into() }
    }
}

fn entries(document: &DocumentMut) -> impl Iterator<Item = &Table> {
    document.get("channel").and_then(Item::as_array_of_tables).into_iter().flatten()
}

fn text(table: &Table, key: &str) -> String {
    table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned()
}

fn to_channel(table: &Table) -> Channel {
    Channel {
        id: text(table, "id"),
        kind: text(table, "kind"),
        name: text(table, "name"),
        address: text(table, "address"),
        has_secret: table.get("has_secret").and_then(Item::as_bool).unwrap_or_default(),
    }
}

impl From<ChannelsError> for Failure {
    fn from(error: ChannelsError) -> Self {
        use ChannelsError as E;
        let make = |code| Self::new(code, "use the channels", &error);
        match &error {
            E::Unreadable { file, .. } => {
                make(Code::ValueRefused).with("field", "channels").with("file", file.display())
            }
            E::Refused { file, .. } => make(Code::FileRefused).with("file", file.display()),
            E::NotFound { id } => make(Code::NotFound).with("id", id),
            E::Faulty { id, fault } => {
                make(Code::ValueRefused).with("field", fault.field()).with("id", id)
            }
            E::Secret { id, .. } => make(Code::KeyringUnavailable).with("id", id),
            E::SecretGone { id } => make(Code::ValueRefused).with("field", "secret").with("id", id),
            E::Courier(inner) => inner.into(),
        }
    }
}
