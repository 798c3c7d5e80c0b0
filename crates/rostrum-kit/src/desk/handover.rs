//! Handing a frozen version over, and the proof of it.

use rostrum_core::finding::Severity;
use rostrum_core::model::call::{LimitScope, LimitUnit};
use rostrum_core::model::{Call, Draft, Signatory, Statement, Version};
use rostrum_core::ports::Progress;
use rostrum_core::render::{Bom, Composed, Composition, Layout, compose};
use rostrum_core::submit::{
    Bundle, PackageInput, Receipt, ReceiptState, document_name, package, receipt_id,
};
use rostrum_core::webform::FormStyle;

use super::Desk;
use super::exports::{self, Material};
use super::open::Open;
use super::page_count::pages_of;
use super::shown::pictures_for;
use super::versions::{self, frozen, version};
use super::wire::{Channel, HandOverPlan, HandOverRequest};
use crate::courier::{self, Attempt, Courier, Journal};
use crate::failure::{Code, Failure};

/// What the exporters never write, told before anything leaves the machine.
const CLEANED: [&str; 4] = ["author", "paths", "revision_ids", "comments"];

/// A frozen version with everything that goes with it.
struct Parcel {
    version: Version,
    bundle: Bundle,
    findings: Vec<rostrum_core::finding::Finding>,
}

impl Desk {
    /// Shows what handing over would send, without sending.
    pub fn hand_over_plan(&self, request: HandOverRequest) -> Result<HandOverPlan, Failure> {
        let channel = self.channel(&request.channel)?;
        self.annexes_ready(&request.file)?;
        let now = self.clock.now();
        self.with(&request.file, |open| {
            let parcel = parcel(open, &request.version, now)?;
            let id = receipt_id(&parcel.bundle.sha256(), &channel.id);
            Ok(HandOverPlan {
                documents: parcel.bundle.planned(),
                cleaned: CLEANED.map(str::to_owned).to_vec(),
                findings: parcel.findings,
                earlier: open.file.receipts()?.into_iter().find(|receipt| receipt.id == id),
                version: parcel.version,
                channel: channel.clone(),
            })
        })
    }

    /// Hands a version over; a version that has arrived on a channel is not sent again.
    ///
    /// A row of the receipt is on the disk before the first byte leaves, so a crash never
    /// sends twice in silence.
    ///
    /// # Errors
    /// [`Code::FindingsInTheWay`] while a check stands in the way; `Code::Channel…` when the
    /// channel failed: the receipt then says what is known.
    pub fn submit(&self, request: HandOverRequest) -> Result<Receipt, Failure> {
        let channel = self.channel(&request.channel)?;
        self.annexes_ready(&request.file)?;
        let now = self.clock.now();
        let file = &request.file;
        let parcel = self.with(file, |open| parcel(open, &request.version, now))?;
        refuse_grave(&parcel, &request.version)?;
        let receipt = self.prepared(file, &parcel, &channel)?;
        if receipt.state.has_arrived() {
            return Ok(receipt);
        }
        let courier = self.book().courier(&channel.id, &self.keyring)?;
        let job = self.jobs.start(&request.job, self.events.as_ref());
        self.send(file, courier.as_ref(), &parcel.bundle, receipt, &job)
    }

    fn send(
        &self,
        file: &str,
        courier: &dyn Courier,
        bundle: &Bundle,
        receipt: Receipt,
        job: &dyn Progress,
    ) -> Result<Receipt, Failure> {
        let earlier = receipt.state;
        let mut row = Row { desk: self, file, receipt };
        let parcel = courier::Parcel { receipt_id: &row.receipt.id.clone(), bundle };
        let sent = courier.hand_over(&parcel, &mut row, job);
        let (state, answer) = match &sent {
            Ok(delivery) => (ReceiptState::HandedOver, delivery.answer.clone()),
            Err(error) => (error.leaves(earlier), error.to_string()),
        };
        let receipt = self.moved(file, &row.receipt, state, &answer)?;
        match sent {
            Ok(_) => Ok(receipt),
            Err(error) => Err(Failure::from(error).with("channel", &receipt.channel)),
        }
    }

    /// Returns the receipt of this version on this channel, ready for a try.
    fn prepared(&self, file: &str, parcel: &Parcel, channel: &Channel) -> Result<Receipt, Failure> {
        let id = receipt_id(&parcel.bundle.sha256(), &channel.id);
        let known = self.with(file, |open| {
            Ok(open.file.receipts()?.into_iter().find(|receipt| receipt.id == id))
        })?;
        match known {
            Some(receipt) if receipt.state == ReceiptState::Refused => {
                self.moved(file, &receipt, ReceiptState::Prepared, "")
            }
            // An unknown outcome stays unknown until the channel answers.
            Some(receipt) => Ok(receipt),
            None => {
                let receipt = Receipt {
                    id,
                    channel: channel.id.clone(),
                    version: parcel.version.name.clone(),
                    state: ReceiptState::Prepared,
                    sha256: parcel.version.sha256.clone(),
                    documents: parcel.bundle.documents(),
                    at: self.now(),
                    answer: String::new(),
                };
                self.with(file, |open| Ok(open.file.put_receipt(&receipt)?))?;
                Ok(receipt)
            }
        }
    }

    fn moved(
        &self,
        file: &str,
        receipt: &Receipt,
        to: ReceiptState,
        answer: &str,
    ) -> Result<Receipt, Failure> {
        let moved = receipt.moved(to, &self.now(), answer).map_err(|refused| {
            Failure::new(Code::ValueRefused, "record the hand-over", refused).with("field", "state")
        })?;
        self.with(file, |open| Ok(open.file.put_receipt(&moved)?))?;
        Ok(moved)
    }
}

/// The receipt on the disk, which says "unknown" from just before the first byte leaves
/// until an answer is there.
struct Row<'a> {
    desk: &'a Desk,
    file: &'a str,
    receipt: Receipt,
}

impl Journal for Row<'_> {
    fn before_send(&mut self, _: &Attempt) -> Result<(), Failure> {
        self.receipt = self.desk.moved(self.file, &self.receipt, ReceiptState::Unknown, "")?;
        Ok(())
    }
}

/// Renders a frozen version as it was frozen, signed by those who consented to it.
fn parcel(open: &mut Open, name: &str, now: jiff::Timestamp) -> Result<Parcel, Failure> {
    let version = version(open, name)?;
    let (statement, mut composed) = composed(open, name, Layout::Prose)?;
    let stated = composed.findings.len();
    let pictures = pictures_for(open, &mut composed)?;
    let pattern = name_pattern(&open.call, &open.drafts, &statement);
    let year = version.created.get(..4).unwrap_or_default();
    let material = Material {
        statement: &statement,
        call: &open.call,
        drafts: &open.drafts,
        day: day(&version.created),
        form: FormStyle::default(),
        bom: Bom::default(),
        pictures: &pictures,
        folder: "",
    };
    // What composing has to say of the text, the checks say too.
    let mut findings = composed.findings.split_off(stated);
    let mut documents = formats(open)
        .into_iter()
        .map(|format| {
            let name = document_name(
                pattern.as_deref(),
                &statement.organisation,
                &statement.title,
                year,
                format,
            );
            let made = exports::rendered(format, &composed, &material)?;
            findings.extend(made.findings);
            Ok((name, made.bytes))
        })
        .collect::<Result<Vec<_>, Failure>>()?;
    documents.extend(versions::annexes(open, name)?);
    let bundle = package(&PackageInput {
        version: &version,
        documents: &documents,
        organisation: &statement.organisation,
        title: &statement.title,
        call: &open.call.id,
    })
    .map_err(|error| Failure::new(Code::Internal, "make the bundle", error))?;
    let (status, joint) = statement.standing();
    // The pages are those of what is handed over, whatever was written since.
    let limited = open.call.limit(LimitUnit::Pages, LimitScope::Whole, status, joint).is_some();
    let pages = limited.then(|| pages_of(&composed.document, &pictures)).transpose()?;
    let kept = open.pages.replace(pages);
    let checked = open.checked(&statement, now);
    open.pages.set(kept);
    findings.extend(checked?.0.findings);
    Ok(Parcel { version, bundle, findings })
}

/// Returns the day of an RFC 3339 instant.
fn day(instant: &str) -> Option<(i16, u8, u8)> {
    let date: jiff::civil::Date = instant.get(..10)?.parse().ok()?;
    Some((date.year(), u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?))
}

/// Composes a version as it was frozen, signed by those who consented to it.
pub(super) fn composed(
    open: &Open,
    name: &str,
    layout: Layout,
) -> Result<(Statement, Composed), Failure> {
    let version = version(open, name)?;
    let statement = frozen(open, name)?;
    let consented: Vec<String> = open
        .file
        .endorsements()?
        .into_iter()
        .filter(|kept| kept.endorsement.sha256 == version.sha256)
        .map(|kept| kept.endorsement.signatory)
        .collect();
    // An organisation is printed as it is written now: a corrected name is not a new text.
    let signatories: Vec<Signatory> = open
        .statement()
        .signatories
        .into_iter()
        .filter(|signatory| consented.contains(&signatory.id))
        .collect();
    let composed = compose(&Composition {
        statement: &statement,
        call: &open.call,
        drafts: &open.drafts,
        layout,
        signatories: &signatories,
    });
    Ok((statement, composed))
}

/// Returns the call's pattern of the file name with what this statement knows filled in;
/// nothing when a part of it stays open, so that no name says "{country}".
pub(super) fn name_pattern(
    call: &Call,
    drafts: &[(String, Draft)],
    statement: &Statement,
) -> Option<String> {
    let mut pattern = call.file_name.as_ref()?.value.clone();
    for part in ["session", "country", "draft"] {
        let place = format!("{{{part}}}");
        if pattern.contains(&place) {
            let stated = statement.header.get(part).filter(|value| !value.is_empty());
            let draft = drafts.last().filter(|_| part == "draft").map(|(_, draft)| draft);
            // A title is too long for a name: the draft is called by its revision or symbol.
            let value = draft.and_then(|d| d.revision.as_ref().or(d.symbol.as_ref())).or(stated)?;
            pattern = pattern.replace(&place, value);
        }
    }
    Some(pattern)
}

/// Returns the formats to hand over: those the call takes and Rostrum writes, Word if none
/// is stated.
fn formats(open: &Open) -> Vec<&'static str> {
    let stated = open.call.format.files.as_ref().map(|rule| rule.value.as_slice());
    let taken: Vec<&str> = ["docx", "pdf", "html", "txt"]
        .into_iter()
        .filter(|format| stated.is_some_and(|files| files.iter().any(|file| file == format)))
        .collect();
    if taken.is_empty() { vec!["docx"] } else { taken }
}

fn refuse_grave(parcel: &Parcel, name: &str) -> Result<(), Failure> {
    let grave: Vec<_> =
        parcel.findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    match grave.first() {
        None => Ok(()),
        Some(first) => Err(Failure::new(
            Code::FindingsInTheWay,
            format!("hand over the version \"{name}\""),
            format!("{} stands in the way: {} {}", number(grave.len()), first.message, first.hint),
        )
        .with("count", grave.len())
        .with("name", name)),
    }
}

fn number(findings: usize) -> String {
    if findings == 1 { "one finding".into() } else { format!("one of {findings} findings") }
}
