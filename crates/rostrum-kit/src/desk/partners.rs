//! Organisations that sign, and their consents.

use rostrum_core::model::signatory::Endorsement;

use super::Desk;
use super::versions::version;
use super::wire::{EndorseRequest, ItemRequest, SignatoryRequest, Workspace};
use crate::failure::{Code, Failure};

impl Desk {
    /// Saves an organisation that signs; an empty id makes a new one.
    ///
    /// # Errors
    /// [`Code::ValueRefused`] without a name; [`Code::NameTaken`] when it is listed already.
    pub fn signatory_save(&self, request: SignatoryRequest) -> Result<Workspace, Failure> {
        let mut signatory = request.signatory;
        signatory.organisation = signatory.organisation.trim().to_owned();
        if signatory.organisation.is_empty() {
            return Err(Failure::new(
                Code::ValueRefused,
                "add an organisation",
                "give its name as it should print",
            )
            .with("field", "organisation"));
        }
        if signatory.id.is_empty() {
            signatory.id = self.ids.next();
        }
        self.change(&request.file, |open| {
            let taken = open.shared.statement().signatories.iter().any(|known| {
                known.id != signatory.id
                    && known.organisation.to_lowercase() == signatory.organisation.to_lowercase()
            });
            if taken {
                return Err(Failure::new(
                    Code::NameTaken,
                    format!("add \"{}\"", signatory.organisation),
                    "this organisation is listed already",
                )
                .with("name", &signatory.organisation));
            }
            let change = open.shared.put_signatory(&signatory);
            open.note(change);
            if !request.contact.is_empty() {
                open.file.put_contact(&signatory.id, &request.contact)?;
            }
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Takes an organisation out; undo brings it back.
    pub fn signatory_remove(&self, request: ItemRequest) -> Result<Workspace, Failure> {
        self.change(&request.file, |open| {
            let change = open.shared.remove_signatory(&request.id);
            open.note(change);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }

    /// Records an organisation's consent to a version.
    ///
    /// The consent is bound to the version's hash, not to its name.
    pub fn endorse(&self, request: EndorseRequest) -> Result<Workspace, Failure> {
        let now = self.now();
        self.with(&request.file, |open| {
            let version = version(open, &request.version)?;
            let known = open.shared.statement().signatories;
            if !known.iter().any(|signatory| signatory.id == request.signatory) {
                return Err(Failure::new(
                    Code::NotFound,
                    "record a consent",
                    "the statement lists no such organisation",
                )
                .with("name", &request.signatory));
            }
            let endorsement = Endorsement {
                signatory: request.signatory.clone(),
                version: version.name,
                sha256: version.sha256,
                at: now.clone(),
            };
            open.file.put_endorsement(&endorsement, &request.contact)?;
            if !request.contact.is_empty() {
                open.file.put_contact(&request.signatory, &request.contact)?;
            }
            open.saved.clone_from(&now);
            Ok(())
        })?;
        self.workspace_of(&request.file)
    }
}
