//! What a style says about paragraphs: heading level, numbers, weight.

use std::collections::BTreeMap;

use crate::import::xml::{Attributes, Sink};

/// Longest chain of styles that is followed; Word allows 11.
const LONGEST_CHAIN: usize = 20;

/// What one style says itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Style {
    pub(crate) name: String,
    pub(crate) based_on: Option<String>,
    pub(crate) outline: Option<u8>,
    pub(crate) number: Option<u32>,
    pub(crate) level: Option<u8>,
    pub(crate) bold: Option<bool>,
    pub(crate) italic: Option<bool>,
    pub(crate) capitals: Option<bool>,
    pub(crate) centred: Option<bool>,
    pub(crate) hidden: Option<bool>,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    by_id: BTreeMap<String, Style>,
    /// Style of paragraphs that name none.
    default: Option<String>,
    current: Option<(String, Style)>,
    skip: usize,
}

impl Styles {
    /// Returns the style that paragraphs without one have.
    pub(crate) fn default_id(&self) -> Option<&str> {
        self.default.as_deref()
    }

    /// Returns a style and those it is based on, nearest first.
    pub(crate) fn chain<'s>(&'s self, id: &str) -> Vec<(&'s str, &'s Style)> {
        let mut chain: Vec<(&str, &Style)> = Vec::new();
        let mut next = self.by_id.get_key_value(id);
        while let Some((id, style)) = next {
            if chain.len() == LONGEST_CHAIN || chain.iter().any(|(seen, _)| *seen == id.as_str()) {
                break;
            }
            chain.push((id, style));
            next = style.based_on.as_ref().and_then(|base| self.by_id.get_key_value(base));
        }
        chain
    }

    /// Returns what the nearest style of the chain says.
    pub(crate) fn look<T>(&self, id: &str, what: impl Fn(&Style) -> Option<T>) -> Option<T> {
        self.chain(id).into_iter().find_map(|(_, style)| what(style))
    }

    /// Returns the number of the list that a numbering style stands for.
    pub(crate) fn list_of(&self, id: &str) -> Option<u32> {
        self.look(id, |style| style.number)
    }
}

impl Sink for Styles {
    fn open(&mut self, name: &str, attributes: &Attributes<'_>) {
        if self.skip > 0 || matches!(name, "tblStylePr" | "pPrChange" | "rPrChange") {
            self.skip += 1;
            return;
        }
        if name == "style" {
            let id = attributes.get("styleId").unwrap_or_default();
            let default = attributes.get("default").is_some_and(|on| on == "1" || on == "true");
            if default && attributes.get("type").as_deref() == Some("paragraph") {
                self.default = Some(id.clone());
            }
            self.current = Some((id, Style::default()));
            return;
        }
        let Some((_, style)) = self.current.as_mut() else { return };
        match name {
            "name" => style.name = attributes.get("val").unwrap_or_default(),
            "basedOn" => style.based_on = attributes.get("val"),
            "outlineLvl" => style.outline = attributes.number("val"),
            "numId" => style.number = attributes.number("val"),
            "ilvl" => style.level = attributes.number("val"),
            "b" => style.bold = Some(attributes.on()),
            "i" => style.italic = Some(attributes.on()),
            "caps" => style.capitals = Some(attributes.on()),
            "jc" => style.centred = Some(attributes.get("val").as_deref() == Some("center")),
            "vanish" => style.hidden = Some(attributes.on()),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if self.skip > 0 {
            self.skip -= 1;
        } else if name == "style"
            && let Some((id, style)) = self.current.take()
        {
            self.by_id.insert(id, style);
        }
    }

    fn text(&mut self, _: &str) {}
}
