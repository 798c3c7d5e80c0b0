//! The statement as data: what is handed over, in a form that stays.
//!
//! The types here are apart from those the program works with, so that a change inside never
//! changes the file. A field may be added; none goes or changes its meaning without another
//! [`VERSION`]. Their schema is in `docs/statement.schema.json`.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::response::{Priority, ResponseKind};
use crate::model::signatory::EcosocStatus;
use crate::model::{Picture, PictureBytes, Response, Signatory, Source, Statement};
use crate::pictures::{Mention, mentions, shown};

/// Raised when a program that reads the file would read it wrongly.
pub const VERSION: u32 = 1;

/// Name of the format, in every file.
pub const FORMAT: &str = "rostrum-statement";

/// A statement as data, without what is private: no notes of the team, no responses that are
/// kept back, no names of persons.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatementFile {
    /// Always `rostrum-statement`.
    pub format: String,
    /// Version of the format, 1.
    pub version: u32,
    /// Id of the call it answers.
    pub call: String,
    /// The statement.
    pub statement: StatementData,
}

/// What a statement says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StatementData {
    /// Title as it prints.
    pub title: String,
    /// Organisation that speaks.
    pub organisation: String,
    /// Language of the text as a BCP 47 tag.
    pub language: String,
    /// Id of the call it answers.
    pub call: String,
    /// Fields of the cover, by their name in the call.
    pub header: BTreeMap<String, String>,
    /// The text in Markdown; headings of the first level are the sections of the call, `[@key]`
    /// cites a source, `[^1]` marks a note.
    pub body: String,
    /// Comments on the draft, in its order.
    pub responses: Vec<ResponseData>,
    /// Sources, by key.
    pub sources: Vec<SourceData>,
    /// Organisations that sign or are asked to.
    pub signatories: Vec<SignatoryData>,
    /// Pictures that the text shows: `![what it shows](name "caption")`.
    #[serde(default)]
    pub pictures: Vec<PictureData>,
}

/// One picture, with its bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PictureData {
    /// Name by which the text shows it.
    pub name: String,
    /// Media type: `image/png` or `image/jpeg`.
    pub media_type: String,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Width in print in per cent of the width of the text; 0 for its own size.
    pub share: u8,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Every place of the text that shows it, in order.
    pub shown: Vec<ShownData>,
    /// Its bytes in Base64 (RFC 4648, section 4); empty where this copy has not got them.
    pub data: String,
}

/// One place that shows a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ShownData {
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Words under it, as the text has them; empty for none.
    pub caption: String,
}

/// One comment on one or more paragraphs of a draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ResponseData {
    /// Id, unique across copies of the statement.
    pub id: String,
    /// `general`, `keep`, `modify`, `add`, `delete`, `move` or `question`.
    pub kind: String,
    /// The paragraphs it answers; none means the whole text.
    pub targets: Vec<TargetData>,
    /// The wording asked for: the whole new paragraph, or where to.
    pub proposal: String,
    /// Why.
    pub rationale: String,
    /// `high`, `medium` or `low`.
    pub priority: String,
    /// Topic, empty when there is none.
    pub topic: String,
    /// Keys of the sources that support it.
    pub sources: Vec<String>,
    /// Letters of the norms of responsible State behaviour it touches, `a` to `k`.
    pub norms: Vec<String>,
}

/// One paragraph of a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TargetData {
    /// SHA-256 of the draft's file.
    pub draft: String,
    /// Id of the paragraph in the draft as Rostrum reads it.
    pub block: String,
    /// Label as printed: `23`, `16 bis`; empty when it has none.
    pub label: String,
    /// Its words when the response was written.
    pub text: String,
}

/// One source.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourceData {
    /// Key by which the text cites it.
    pub key: String,
    /// The item as CSL-JSON.
    pub item: serde_json::Value,
    /// Where in the source.
    pub locator: String,
    /// The words quoted from it.
    pub quotation: String,
    /// Day on which it was last seen, as `YYYY-MM-DD`; empty when not known.
    pub seen: String,
}

/// One organisation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SignatoryData {
    /// Id, unique across copies of the statement.
    pub id: String,
    /// Name as it prints.
    pub organisation: String,
    /// Country as it prints.
    pub country: String,
    /// UN regional group, empty when not stated.
    pub region: String,
    /// Stakeholder group, empty when not stated.
    pub group: String,
    /// ECOSOC status.
    pub status: EcosocStatus,
}

/// Returns what of a statement may be public, as data.
pub fn statement_file(statement: &Statement, pictures: &PictureBytes) -> StatementFile {
    let mentions = mentions(&statement.body);
    StatementFile {
        format: FORMAT.into(),
        version: VERSION,
        call: statement.call.clone(),
        statement: StatementData {
            title: statement.title.clone(),
            organisation: statement.organisation.clone(),
            language: statement.language.clone(),
            call: statement.call.clone(),
            header: statement.header.clone(),
            body: statement.body.clone(),
            responses: statement
                .responses
                .iter()
                .filter(|r| r.is_submitted())
                .map(response)
                .collect(),
            sources: statement.sources.iter().map(source).collect(),
            signatories: statement.signatories.iter().map(signatory).collect(),
            pictures: shown(statement)
                .into_iter()
                .filter(|picture| mentions.iter().any(|mention| mention.name == picture.name))
                .map(|own| picture(own, &mentions, pictures))
                .collect(),
        },
    }
}

/// Returns the file of a statement as JSON, indented, with the fields in a fixed order.
///
/// # Errors
/// None in practice: every value can be written.
pub fn json(statement: &Statement, pictures: &PictureBytes) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec_pretty(&statement_file(statement, pictures))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Returns the JSON schema of the file.
pub fn schema() -> serde_json::Value {
    serde_json::to_value(schemars::schema_for!(StatementFile)).unwrap_or_default()
}

fn response(response: &Response) -> ResponseData {
    let priority = match response.priority {
        Priority::High => "high",
        Priority::Medium => "medium",
        Priority::Low => "low",
    };
    let target = |target: &crate::model::response::Target| TargetData {
        draft: target.draft.clone(),
        block: target.block.clone(),
        label: target.label.clone(),
        text: target.text.clone(),
    };
    ResponseData {
        id: response.id.clone(),
        kind: ResponseKind::as_str(response.kind).into(),
        targets: response.targets.iter().map(target).collect(),
        proposal: response.proposal.clone(),
        rationale: response.rationale.clone(),
        priority: priority.into(),
        topic: response.topic.clone(),
        sources: response.sources.clone(),
        norms: response.norms.clone(),
    }
}

fn source(source: &Source) -> SourceData {
    SourceData {
        key: source.key.clone(),
        item: source.item.clone(),
        locator: source.locator.clone(),
        quotation: source.quotation.clone(),
        seen: source.seen.clone(),
    }
}

fn picture(picture: &Picture, mentions: &[Mention], pictures: &PictureBytes) -> PictureData {
    PictureData {
        name: picture.name.clone(),
        media_type: picture.kind.media_type().into(),
        width: picture.width,
        height: picture.height,
        share: picture.share,
        sha256: picture.sha256.clone(),
        shown: mentions
            .iter()
            .filter(|mention| mention.name == picture.name)
            .map(|mention| ShownData { alt: mention.alt.clone(), caption: mention.caption.clone() })
            .collect(),
        data: pictures.get(&picture.sha256).map_or_else(String::new, |b| STANDARD.encode(b)),
    }
}

fn signatory(signatory: &Signatory) -> SignatoryData {
    SignatoryData {
        id: signatory.id.clone(),
        organisation: signatory.organisation.clone(),
        country: signatory.country.clone(),
        region: signatory.region.clone(),
        group: signatory.group.clone(),
        status: signatory.status,
    }
}
