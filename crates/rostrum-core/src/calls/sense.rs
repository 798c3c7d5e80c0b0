//! What the types cannot say of a call: that its parts fit each other and the world.

use std::collections::BTreeSet;

use toml::Spanned;
use toml::de::DeTable;

use super::fault::{CallFault, CallFaultKind};
use super::mailbox;
use super::place::{Places, Step, written};
use crate::model::Call;
use crate::model::call::{Certainty, Ground, LimitScope, SectionHolds, Stated};
use crate::render::{COLUMNS, named_column};

/// Kinds of ways in that a call may name.
pub const CHANNEL_KINDS: [&str; 4] = ["mail", "form", "portal", "upload"];

/// Names that may stand in braces in the pattern of a file name or a mail's subject.
pub const NAME_PARTS: [&str; 6] = ["organisation", "title", "year", "session", "country", "draft"];

/// Years in which a rule can have been read; the first UN web pages are of 1995.
const YEARS: std::ops::RangeInclusive<u16> = 1995..=2100;

/// Returns the faults of sense.
pub(super) fn faults(
    call: &Call,
    table: &Spanned<DeTable<'_>>,
    places: &Places<'_>,
) -> Vec<CallFault> {
    let mut check = Sense { call, table, places, faults: Vec::new() };
    check.head();
    check.sources();
    check.rules();
    check.sections();
    check.limits();
    check.deadlines();
    check.channels();
    check.faults
}

struct Sense<'a> {
    call: &'a Call,
    table: &'a Spanned<DeTable<'a>>,
    places: &'a Places<'a>,
    faults: Vec<CallFault>,
}

fn field(name: &str) -> Vec<Step> {
    name.split('.').map(|part| Step::Field(part.into())).collect()
}

fn entry(list: &str, at: usize, name: &str) -> Vec<Step> {
    vec![Step::Field(list.into()), Step::Entry(at), Step::Field(name.into())]
}

impl Sense<'_> {
    fn report(&mut self, way: &[Step], kind: CallFaultKind, problem: String, remedy: &str) {
        self.faults.push(CallFault {
            line: self.places.line_of(self.table, way),
            field: written(way),
            kind,
            problem,
            remedy: remedy.into(),
        });
    }

    fn filled(&mut self, way: &[Step], text: &str) {
        if text.trim().is_empty() {
            self.report(
                way,
                CallFaultKind::Empty,
                "The text is empty.".into(),
                "Write it, or take the entry out when nothing is known.",
            );
        }
    }

    fn head(&mut self) {
        let call = self.call;
        let id = &call.id;
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(plain) {
            self.report(
                &field("id"),
                CallFaultKind::Form,
                format!("\"{id}\" cannot be the id of a call."),
                "Use small letters, digits and hyphens only, as in `csw-written`.",
            );
        }
        if call.version == 0 {
            self.report(
                &field("version"),
                CallFaultKind::Form,
                "The version is 0.".into(),
                "Begin with 1 and raise it whenever a rule changes.",
            );
        }
        for (name, text) in [("name", &call.name), ("body", &call.body), ("summary", &call.summary)]
        {
            self.filled(&field(name), text);
        }
        for (at, topic) in call.topics.iter().enumerate() {
            let way = [Step::Field("topics".into()), Step::Entry(at)];
            self.filled(&way, topic);
            if call.topics[..at].contains(topic) {
                self.twice(&way, topic);
            }
        }
        let mut seen = BTreeSet::new();
        for (at, header) in call.header_fields.iter().enumerate() {
            self.filled(&entry("header_fields", at, "label"), &header.label);
            if !seen.insert(&header.id) {
                self.twice(&entry("header_fields", at, "id"), &header.id);
            }
            self.asked(
                "header_fields",
                at,
                header.source.as_deref(),
                header.year,
                header.certainty,
            );
        }
    }

    fn twice(&mut self, way: &[Step], name: &str) {
        self.report(
            way,
            CallFaultKind::Twice,
            format!("\"{name}\" stands twice."),
            "Give every entry a name of its own.",
        );
    }

    fn sources(&mut self) {
        let mut seen = BTreeSet::new();
        for (at, source) in self.call.sources.iter().enumerate() {
            self.filled(&entry("sources", at, "id"), &source.id);
            if !seen.insert(&source.id) {
                self.twice(&entry("sources", at, "id"), &source.id);
            }
            if !source.url.starts_with("https://") && !source.url.starts_with("http://") {
                self.report(
                    &entry("sources", at, "url"),
                    CallFaultKind::Form,
                    format!("\"{}\" is not a web address.", source.url),
                    "Give the address of the page in which the rule was read, with https://.",
                );
            }
        }
    }

    fn ground(&mut self, way: &[Step], source: &str, year: u16) {
        let mut at = way.to_vec();
        if !self.call.sources.iter().any(|s| s.id == source) {
            at.push(Step::Field("source".into()));
            self.report(
                &at,
                CallFaultKind::Reference,
                format!("The source \"{source}\" is not in the list of sources."),
                "Add it under [[sources]], or correct its id.",
            );
            at.pop();
        }
        if !YEARS.contains(&year) {
            at.push(Step::Field("year".into()));
            self.report(
                &at,
                CallFaultKind::Date,
                format!("{year} is not a year in which the rule can have been read."),
                "Give the year of the page or of the call in which the rule stood.",
            );
        }
    }

    /// Looks at where it was read that a section or a field is asked for.
    fn asked(
        &mut self,
        list: &str,
        at: usize,
        source: Option<&str>,
        year: Option<u16>,
        certainty: Option<Certainty>,
    ) {
        let way = [Step::Field(list.into()), Step::Entry(at)];
        match (source, certainty) {
            (Some(source), _) => self.ground(&way, source, year.unwrap_or_default()),
            (None, Some(Certainty::Official | Certainty::Reported)) => self.report(
                &entry(list, at, "certainty"),
                CallFaultKind::Missing,
                "It says how sure it is, but not where it was read.".into(),
                "Add `source` and `year`, or write certainty = \"inferred\".",
            ),
            (None, Some(Certainty::Inferred) | None) => {}
        }
    }

    fn stated<T>(&mut self, name: &str, rule: Option<&Stated<T>>) {
        if let Some(Stated { ground: Ground { source, year, .. }, .. }) = rule {
            self.ground(&field(name), source, *year);
        }
    }

    fn rules(&mut self) {
        let call = self.call;
        self.stated("who", call.who.as_ref());
        self.stated("annexes", call.annexes.as_ref());
        self.stated("numbered_paragraphs", call.numbered_paragraphs.as_ref());
        self.stated("footnotes", call.footnotes.as_ref());
        self.stated("criticism_of_states", call.criticism_of_states.as_ref());
        self.stated("languages", call.languages.as_ref());
        self.stated("file_name", call.file_name.as_ref());
        self.stated("mail_subject", call.mail_subject.as_ref());
        self.stated("publication", call.publication.as_ref());
        let counting = &call.counting;
        self.stated("counting.footnotes", counting.footnotes.as_ref());
        self.stated("counting.headings", counting.headings.as_ref());
        self.stated("counting.title", counting.title.as_ref());
        self.stated("counting.cover", counting.cover.as_ref());
        self.stated("counting.cover_words", counting.cover_words.as_ref());
        self.stated("counting.signatories", counting.signatories.as_ref());
        self.stated("counting.tables", counting.tables.as_ref());
        self.stated("counting.annexes", counting.annexes.as_ref());
        self.stated("counting.numbers", counting.numbers.as_ref());
        let format = &call.format;
        self.stated("format.files", format.files.as_ref());
        self.stated("format.font", format.font.as_ref());
        self.stated("format.size_pt", format.size_pt.as_ref());
        self.stated("format.line_spacing", format.line_spacing.as_ref());
        self.stated("format.paper", format.paper.as_ref());
        self.stated("format.margin_mm", format.margin_mm.as_ref());
        self.stated("format.notes", format.notes.as_ref());
        self.stated("format.contents", format.contents.as_ref());
        self.stated("format.justified", format.justified.as_ref());
        self.stated("format.emphasis", format.emphasis.as_ref());
        self.stated("format.page_numbers", format.page_numbers.as_ref());
        self.stated("format.comment_columns", format.comment_columns.as_ref());
        self.stated("format.acronyms_restricted", format.acronyms_restricted.as_ref());
        let joint = &call.joint;
        self.stated("joint.allowed", joint.allowed.as_ref());
        self.stated("joint.factor", joint.factor.as_ref());
        self.stated("joint.place", joint.place.as_ref());
        self.stated("joint.order", joint.order.as_ref());
        self.stated("joint.all_need_status", joint.all_need_status.as_ref());
        self.stated("joint.exclusive", joint.exclusive.as_ref());
        for (name, pattern) in
            [("file_name", &call.file_name), ("mail_subject", &call.mail_subject)]
        {
            if let Some(pattern) = pattern {
                self.pattern(&field(&format!("{name}.value")), &pattern.value);
            }
        }
        for tag in call.languages.iter().flat_map(|l| &l.value) {
            let primary = tag.split('-').next().unwrap_or_default();
            if !(2..=3).contains(&primary.len()) || !primary.chars().all(|c| c.is_ascii_lowercase())
            {
                self.report(
                    &field("languages.value"),
                    CallFaultKind::Form,
                    format!("\"{tag}\" is not the tag of a language."),
                    "Write languages as tags: ar, zh, en, fr, ru, es.",
                );
            }
        }
        self.columns();
        for ending in call.format.files.iter().flat_map(|f| &f.value) {
            if ending.is_empty() || !ending.chars().all(|c| c.is_ascii_lowercase()) {
                self.report(
                    &field("format.files.value"),
                    CallFaultKind::Form,
                    format!("\"{ending}\" is not the ending of a file's name."),
                    "Write the ending in small letters without the dot: docx, pdf.",
                );
            }
        }
    }

    fn columns(&mut self) {
        let way = field("format.comment_columns.value");
        let mut seen = BTreeSet::new();
        for column in self.call.format.comment_columns.iter().flat_map(|c| &c.value) {
            match named_column(column) {
                None => self.report(
                    &way,
                    CallFaultKind::Choice,
                    format!("\"{column}\" is no column of a table of comments."),
                    &format!("Write `key: Name` with one of: {}.", COLUMNS.join(", ")),
                ),
                Some((key, _)) if !seen.insert(key.clone()) => self.twice(&way, &key),
                Some(_) => {}
            }
        }
    }

    fn pattern(&mut self, way: &[Step], pattern: &str) {
        for part in pattern.split('{').skip(1) {
            let name = part.split('}').next().unwrap_or_default();
            if !part.contains('}') || !NAME_PARTS.contains(&name) {
                self.report(
                    way,
                    CallFaultKind::Choice,
                    format!("\"{{{name}}}\" cannot stand in a pattern."),
                    "Use {organisation}, {title}, {year}, {session}, {country} or {draft}.",
                );
            }
        }
    }

    fn sections(&mut self) {
        let call = self.call;
        if call.sections.is_empty() {
            self.report(
                &field("sections"),
                CallFaultKind::Empty,
                "The call has no sections.".into(),
                "Give at least one, such as `comments`.",
            );
        }
        let mut seen = BTreeSet::new();
        for (at, section) in call.sections.iter().enumerate() {
            self.filled(&entry("sections", at, "id"), &section.id);
            self.filled(&entry("sections", at, "heading"), &section.heading);
            self.filled(&entry("sections", at, "guidance"), &section.guidance);
            for (name, text) in [("id", &section.id), ("heading", &section.heading)] {
                if !seen.insert((name, text.to_lowercase())) {
                    self.twice(&entry("sections", at, name), text);
                }
            }
            self.asked("sections", at, section.source.as_deref(), section.year, section.certainty);
            let earlier = call.sections[..at].iter().any(|s| s.holds == section.holds);
            if section.holds != SectionHolds::Text && earlier {
                self.report(
                    &entry("sections", at, "holds"),
                    CallFaultKind::Twice,
                    "An earlier section already holds these.".into(),
                    "Let one section hold the responses and one the signatories.",
                );
            }
        }
    }

    fn limits(&mut self) {
        for (at, limit) in self.call.limits.iter().enumerate() {
            let way = [Step::Field("limits".into()), Step::Entry(at)];
            self.ground(&way, &limit.source, limit.year);
            if limit.max == 0 {
                self.report(
                    &entry("limits", at, "max"),
                    CallFaultKind::Form,
                    "The limit is 0.".into(),
                    "Give the number, or take the limit out when none is stated.",
                );
            }
            match (&limit.section, limit.applies_to) {
                (Some(name), LimitScope::Section | LimitScope::Question)
                    if self.call.section(name).is_none() =>
                {
                    self.report(
                        &entry("limits", at, "section"),
                        CallFaultKind::Reference,
                        format!("There is no section \"{name}\"."),
                        "Use the id of one of the sections.",
                    );
                }
                (Some(_), LimitScope::Whole | LimitScope::Title) => self.report(
                    &entry("limits", at, "section"),
                    CallFaultKind::Reference,
                    "A section is named, but the limit is not for a section.".into(),
                    "Add applies_to = \"section\", or take the section out.",
                ),
                _ => {}
            }
        }
    }

    fn deadlines(&mut self) {
        for (at, deadline) in self.call.deadlines.iter().enumerate() {
            let way = [Step::Field("deadlines".into()), Step::Entry(at)];
            self.ground(&way, &deadline.source, deadline.year);
            self.filled(&entry("deadlines", at, "what"), &deadline.what);
            self.filled(&entry("deadlines", at, "wording"), &deadline.wording);
            if deadline.instant.parse::<jiff::Timestamp>().is_err() {
                self.report(
                    &entry("deadlines", at, "instant"),
                    CallFaultKind::Date,
                    format!("\"{}\" is not an instant.", deadline.instant),
                    "Write day and time in UTC, as in 2026-12-04T22:00:00Z.",
                );
            }
            for (earlier_at, earlier) in deadline.history.iter().enumerate() {
                let mut way = way.to_vec();
                way.extend([Step::Field("history".into()), Step::Entry(earlier_at)]);
                self.ground(&way, &earlier.source, earlier.year);
                way.push(Step::Field("instant".into()));
                if earlier.instant.parse::<jiff::Timestamp>().is_err() {
                    self.report(
                        &way,
                        CallFaultKind::Date,
                        format!("\"{}\" is not an instant.", earlier.instant),
                        "Write day and time in UTC, as in 2026-12-04T22:00:00Z.",
                    );
                }
            }
            if crate::calls::zone(&deadline.zone).is_none() {
                self.report(
                    &entry("deadlines", at, "zone"),
                    CallFaultKind::Date,
                    format!("\"{}\" is not a time zone.", deadline.zone),
                    "Use the name of a city's zone, such as America/New_York or Europe/Zurich.",
                );
            }
        }
    }

    fn channels(&mut self) {
        for (at, channel) in self.call.channels.iter().enumerate() {
            let way = [Step::Field("channels".into()), Step::Entry(at)];
            self.ground(&way, &channel.source, channel.year);
            if !CHANNEL_KINDS.contains(&channel.kind.as_str()) {
                self.report(
                    &entry("channels", at, "kind"),
                    CallFaultKind::Choice,
                    format!("\"{}\" is not a way of handing over.", channel.kind),
                    "Choose one of: mail, form, portal, upload.",
                );
            }
            for (name, text) in [("address", &channel.address), ("notes", &channel.notes)] {
                if let Some(mailbox) = mailbox::personal(text) {
                    self.report(
                        &entry("channels", at, name),
                        CallFaultKind::Personal,
                        format!("\"{mailbox}\" looks like a person's mailbox."),
                        "Name an office's address or a public page; leave the field empty when \
                         only a person's address is known.",
                    );
                }
            }
        }
    }
}
