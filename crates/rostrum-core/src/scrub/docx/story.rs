//! The text of a document: recorded changes, comments, hidden words, paths, sittings.

use super::super::path::is_path;
use super::super::xml::{Act, Editor, Tag, Written, local};
use super::super::{Changes, Kind, Removal};
use super::changes::Recorded;
use super::context::Context;
use super::revert::Spot;

/// Walks through one part with words.
pub(super) struct Story<'c, 'i> {
    pub(super) context: &'c mut Context<'i>,
    spots: Vec<Spot>,
    /// Changes that enclose what is read.
    pub(super) open: Vec<Kind>,
    pub(super) recorded: Recorded,
    hidden: String,
    faint: String,
}

impl<'c, 'i> Story<'c, 'i> {
    pub(super) fn new(context: &'c mut Context<'i>) -> Self {
        Self {
            context,
            spots: Vec::new(),
            open: Vec::new(),
            recorded: Recorded::default(),
            hidden: String::new(),
            faint: String::new(),
        }
    }

    fn note(&mut self, kind: Kind, what: &str, removal: Removal) {
        let place = self.context.place.clone();
        self.context.items.note(kind, what, &place, removal);
    }

    pub(super) fn changes(&self) -> Option<Changes> {
        self.context.choices.changes
    }

    /// Returns the name of the element around, counted from the inside.
    pub(super) fn around(&self, up: usize) -> &str {
        self.spots.iter().rev().nth(up).map_or("", |spot| spot.name.as_str())
    }

    pub(super) fn spot(&mut self, name: &str) -> Option<&mut Spot> {
        self.spots.iter_mut().rev().find(|spot| spot.name == name)
    }

    fn inside(&self, names: &[&str]) -> bool {
        self.spots.iter().any(|spot| names.contains(&spot.name.as_str()))
    }

    fn end_hidden(&mut self) {
        let hidden = std::mem::take(&mut self.hidden);
        if !hidden.trim().is_empty() {
            self.note(Kind::HiddenText, &hidden, Removal::Hidden);
        }
        let faint = std::mem::take(&mut self.faint);
        if !faint.trim().is_empty() {
            self.note(Kind::FaintText, &faint, Removal::Never);
        }
    }

    /// Notes what the properties of a run say about whether its words are seen.
    fn run_property(&mut self, tag: &Tag<'_>) {
        let on_run = self.around(0) == "rPr" && self.around(1) == "r";
        let on_paragraph = self.around(0) == "pPr" && self.around(1) == "p";
        let value = tag.get("val").unwrap_or_default();
        let styled = self.context.hidden_styles.contains(&value);
        let framed = self.inside(&["tc", "txbxContent"]);
        match tag.name() {
            "pStyle" if on_paragraph && styled => {
                if let Some(spot) = self.spot("p") {
                    spot.hidden = Some(true);
                }
            }
            "shd" if on_paragraph => {
                if let Some(spot) = self.spot("p") {
                    spot.shaded = true;
                }
            }
            _ if !on_run => {}
            name => {
                let on = tag.on();
                let fill = tag.get("fill").unwrap_or_default();
                if let Some(run) = self.spot("r") {
                    // On black shading Word makes words white by itself, on a black marker not.
                    match name {
                        "highlight" if value == "black" => run.black = Some(true),
                        "shd" if fill == "000000" => run.black = run.black.or(Some(false)),
                        "color" => run.colour.clone_from(&value),
                        _ => {}
                    }
                    match name {
                        "vanish" => run.hidden = Some(on),
                        "rStyle" if styled => run.hidden = run.hidden.or(Some(true)),
                        "shd" | "highlight" => run.shaded = true,
                        "color" if value.eq_ignore_ascii_case("FFFFFF") && !framed => {
                            run.faint = true;
                        }
                        "sz" if value.parse().is_ok_and(|size: u32| size <= 4) => run.faint = true,
                        _ => {}
                    }
                }
            }
        }
    }

    /// Decides on a link to a file of somebody's computer.
    fn link(&mut self, tag: &Tag<'_>, attribute: &str) -> bool {
        let Some(id) = tag.get(attribute) else { return false };
        let Some(link) = self.context.links.iter().find(|link| link.id == id) else { return false };
        if !link.is_path() {
            return false;
        }
        let target = link.target.clone();
        self.note(Kind::Path, &target, Removal::Always);
        self.context.cut.push(id);
        true
    }

    /// Decides on the attributes of an element that stays.
    fn tidy(&mut self, tag: &Tag<'_>) -> Act {
        let raw = tag.raw_attributes();
        let sittings = raw.contains(":rsid");
        let paths = raw.contains('\\')
            || raw.contains("file:")
            || raw.contains("/Users/")
            || raw.contains("/home/");
        if !sittings && !paths {
            return Act::Keep;
        }
        let mut blank = Vec::new();
        for (name, value) in tag.attributes() {
            if name.starts_with("w:rsid") {
                self.context.sittings.insert(value);
            } else if paths && is_path(&value) && !name.starts_with("xmlns") {
                let mends = matches!(local(&name), "descr" | "title" | "alt" | "name");
                let removal = if mends { Removal::Always } else { Removal::Never };
                self.note(Kind::Path, &value, removal);
                if mends {
                    blank.push(name);
                }
            }
        }
        Act::Write(tag.with(|name, raw| {
            if name.starts_with("w:rsid") {
                None
            } else if blank.iter().any(|known| known == name) {
                // The name of the picture stays: for who cannot see it, it is all there is.
                Some(last(raw).to_owned())
            } else {
                Some(raw.to_owned())
            }
        }))
    }

    fn decide(&mut self, tag: &Tag<'_>, skipped: bool) -> Act {
        let name = tag.name();
        let decided = self.changes().is_some();
        let reject = self.changes() == Some(Changes::Reject);
        match name {
            "ins" | "del" | "moveFrom" | "moveTo" => return self.change(tag, name),
            "moveFromRangeStart"
            | "moveFromRangeEnd"
            | "moveToRangeStart"
            | "moveToRangeEnd"
            | "customXmlInsRangeStart"
            | "customXmlInsRangeEnd"
            | "customXmlDelRangeStart"
            | "customXmlDelRangeEnd"
            | "customXmlMoveFromRangeStart"
            | "customXmlMoveFromRangeEnd"
            | "customXmlMoveToRangeStart"
            | "customXmlMoveToRangeEnd"
                if decided =>
            {
                return Act::Skip;
            }
            "rPrChange" | "pPrChange" | "sectPrChange" | "tblPrChange" | "tblPrExChange"
            | "trPrChange" | "tcPrChange" | "tblGridChange" | "numberingChange" => {
                return self.look_change(tag, skipped);
            }
            // The earlier look inside the record of a change: its words go where the new look is.
            _ if reject && self.around(0).strip_suffix("Change") == Some(name) => {
                return Act::Unwrap;
            }
            "cellIns" | "cellDel" => return self.cell_change(tag, name == "cellIns"),
            "cellMerge" => self.note(Kind::LookChanged, "", Removal::Never),
            "delText" | "delInstrText" if reject => {
                let kept = if name == "delText" { "t" } else { "instrText" };
                let full = tag.full_name();
                let prefix = &full[..full.len() - name.len()];
                let attributes = tag.raw_attributes().trim_end_matches('/');
                return Act::Write(format!("{prefix}{kept}{attributes}"));
            }
            "commentRangeStart" | "commentRangeEnd" | "commentReference"
                if self.context.choices.comments =>
            {
                if let Some(run) = self.spot("r").filter(|_| name == "commentReference") {
                    run.comment = true;
                }
                return Act::Skip;
            }
            "footnoteReference" | "endnoteReference" if !skipped => {
                let id = tag.get("id").unwrap_or_default();
                self.context.see_note(format!("{}{id}", &name[..1]));
            }
            "footnote" | "endnote" if decided && tag.get("type").is_none() => {
                let id = format!("{}{}", &name[..1], tag.get("id").unwrap_or_default());
                if self.context.lost_note(&id) {
                    return Act::Skip;
                }
            }
            "hyperlink" if self.link(tag, "id") => return Act::Unwrap,
            "hlinkClick" | "hlinkHover" if self.link(tag, "id") => return Act::Skip,
            "blip" if tag.get("embed").is_some() && self.link(tag, "link") => {
                return Act::Write(
                    tag.with(|name, raw| (local(name) != "link").then(|| raw.to_owned())),
                );
            }
            "imagedata" if tag.get("id").is_some() && self.link(tag, "href") => {
                return Act::Write(
                    tag.with(|name, raw| (local(name) != "href").then(|| raw.to_owned())),
                );
            }
            "printerSettings" => {
                self.context.cut.extend(tag.get("id"));
                return Act::Skip;
            }
            "permStart" | "permEnd" => {
                if let Some(who) = tag.get("ed") {
                    self.note(Kind::Person, &who, Removal::Always);
                }
                return Act::Skip;
            }
            // What it is bound to goes, and an empty value must not take the place of words.
            "dataBinding" => return Act::Skip,
            "bookmarkStart" => {
                let given = tag.get("name").unwrap_or_default();
                if !given.starts_with('_') && !given.is_empty() && !skipped {
                    self.note(Kind::Bookmark, &given, Removal::Never);
                }
            }
            "vanish" | "rStyle" | "pStyle" | "shd" | "highlight" | "color" | "sz" => {
                self.run_property(tag);
            }
            _ => {}
        }
        self.tidy(tag)
    }
}

impl Editor for Story<'_, '_> {
    fn open(&mut self, tag: &Tag<'_>, out: &mut String, skipped: bool) -> Act {
        let name = tag.name();
        let carried = match self.spots.last_mut() {
            Some(parent) if !skipped => parent.settle(name, out),
            _ => String::new(),
        };
        if self.around(0) == "r"
            && !matches!(
                name,
                "rPr"
                    | "t"
                    | "delText"
                    | "tab"
                    | "br"
                    | "cr"
                    | "lastRenderedPageBreak"
                    | "commentReference"
            )
            && let Some(run) = self.spots.last_mut()
        {
            run.other = true;
        }
        let act = self.decide(tag, skipped);
        let section = name == "sectPr" && self.around(0) == "pPr";
        if section && let Some(spot) = self.spot("p") {
            spot.section = true;
        }
        let opened = matches!(name, "ins" | "del" | "moveFrom" | "moveTo")
            && !matches!(self.around(0), "rPr" | "trPr" | "ctrlPr" | "numPr");
        self.spots.push(Spot {
            name: name.to_owned(),
            full: tag.full_name().to_owned(),
            carried,
            opened,
            ..Spot::default()
        });
        if matches!(name, "tab" | "br" | "cr") {
            self.text(" ");
        }
        act
    }

    fn close(&mut self, name: &str, out: &mut String, written: Written) {
        let Some(mut spot) = self.spots.pop() else { return };
        if spot.opened {
            self.open.pop();
        }
        let mut written = written;
        if !written.gone {
            spot.flush(out, &mut written);
        }
        let decided = self.changes().is_some();
        let reject = self.changes() == Some(Changes::Reject);
        match name {
            "r" => {
                let paragraph = self.spots.iter().rev().find(|spot| spot.name == "p");
                let styled = paragraph.and_then(|spot| spot.hidden);
                let shaded = spot.shaded || paragraph.is_some_and(|spot| spot.shaded);
                let hidden = spot.hidden.or(styled).unwrap_or(false);
                if hidden && !self.context.quiet {
                    self.hidden.push_str(&spot.words);
                    if self.context.choices.hidden && !spot.other && !written.gone {
                        out.truncate(written.at);
                    }
                } else if spot.is_black_on_black() && !self.context.quiet {
                    self.note(Kind::CoveredText, &spot.words, Removal::Never);
                } else if spot.faint && !shaded && !self.context.quiet {
                    self.faint.push_str(&spot.words);
                } else if !spot.words.is_empty() {
                    self.end_hidden();
                }
                let bare = spot.comment && !spot.other && spot.words.is_empty();
                if bare && !written.gone {
                    out.truncate(written.at);
                }
                if is_path(&spot.field) {
                    self.note(Kind::Path, spot.field.trim(), Removal::Never);
                }
            }
            "p" => {
                if self.open.is_empty() && self.recorded.kind.is_some() && spot.plain {
                    self.end_record();
                }
                self.end_hidden();
                if !written.gone
                    && let Some(parent) = self.spots.last_mut()
                {
                    parent.pending = spot.join(out, written);
                }
            }
            "tc" if !written.gone => {
                if spot.mark_gone {
                    out.truncate(written.at);
                } else if let Some(row) = self.spot("tr") {
                    row.cells += 1;
                }
            }
            "tr" if !written.gone => {
                if spot.mark_gone || spot.cells == 0 && decided {
                    out.truncate(written.at);
                } else if let Some(table) = self.spot("tbl") {
                    table.rows += 1;
                }
            }
            "tbl" if !written.gone && spot.rows == 0 && decided => {
                out.truncate(written.at);
            }
            "pPr" => {
                if let Some(parent) = self.spots.last_mut().filter(|parent| parent.name == "p") {
                    if reject {
                        spot.restore(out, written);
                    }
                    parent.content_at = Some(out.len());
                }
            }
            _ if reject && name.ends_with("Change") && name != "numberingChange" => {
                let of = name.strip_suffix("Change");
                let parent = self.spots.last_mut();
                if let Some(parent) = parent.filter(|parent| Some(parent.name.as_str()) == of) {
                    parent.old = Some(out[written.inside..written.end].to_owned());
                    out.truncate(written.at);
                }
            }
            _ if reject && spot.old.is_some() => spot.restore(out, written),
            _ => {}
        }
        if reject && !written.gone {
            let keeps = matches!(
                (name, self.around(0)),
                ("rPr" | "sectPr", "pPr") | ("headerReference" | "footerReference", "sectPr")
            );
            if keeps && let Some(parent) = self.spots.last_mut() {
                parent.keep.push_str(&out[written.at..]);
            }
        }
        if self.spots.is_empty() {
            self.end_record();
            self.end_hidden();
        }
    }

    fn text(&mut self, text: &str) {
        match self.around(0) {
            "instrText" | "delInstrText" => {
                if let Some(run) = self.spot("r") {
                    run.field.push_str(text);
                }
            }
            "t" | "delText" | "tab" | "br" | "cr" => {
                if self.open.is_empty() {
                    self.end_record();
                    if let Some(paragraph) = self.spot("p") {
                        paragraph.plain = true;
                    }
                } else if self.recorded.words.len() < 2_048 {
                    self.recorded.words.push_str(text);
                }
                if let Some(run) = self.spot("r")
                    && run.words.len() < 2_048
                {
                    run.words.push_str(text);
                }
            }
            _ => {}
        }
    }
}

/// Returns the last part of a path.
fn last(path: &str) -> &str {
    path.trim_end_matches(['/', '\\']).rsplit(['/', '\\']).next().unwrap_or_default()
}
