//! Makes of a stored item what the citation processor takes.

use citationberg::json::Item;
use serde_json::{Map, Value, json};

use super::document_symbol;
use crate::render::compose::clean;

/// Text fields that the style prints.
const TEXTS: [&str; 13] = [
    "id",
    "type",
    "title",
    "title-short",
    "container-title",
    "publisher",
    "publisher-place",
    "volume",
    "issue",
    "number",
    "edition",
    "genre",
    "URL",
];

/// Returns the item with clean text, single dates and the symbol of a United Nations
/// document under `call-number`, where the style looks for it.
///
/// Fields the style does not print are left out. A stretch of time becomes its beginning:
/// the processor ends the programme at the sight of one.
pub(super) fn prepared(item: &Value) -> Option<Item> {
    let mut out = Map::new();
    for name in TEXTS {
        let value = match item.get(name) {
            Some(Value::String(text)) => clean(text),
            Some(Value::Number(number)) => number.to_string(),
            _ => continue,
        };
        if !value.is_empty() {
            out.insert(name.into(), value.into());
        }
    }
    out.entry("type").or_insert_with(|| "document".into());
    if let Some(symbol) = document_symbol(item) {
        out.insert("call-number".into(), clean(&symbol).into());
    }
    for name in ["author", "editor"] {
        let people: Vec<Value> = item
            .get(name)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(person)
            .collect();
        if !people.is_empty() {
            out.insert(name.into(), people.into());
        }
    }
    for name in ["issued", "accessed"] {
        if let Some(parts) = item.get(name).and_then(date) {
            out.insert(name.into(), json!({ "date-parts": [parts] }));
        }
    }
    serde_json::from_value(Value::Object(out)).ok()
}

fn person(person: &Value) -> Option<Value> {
    if let Value::String(name) = person {
        return Some(json!({ "literal": clean(name) }));
    }
    let text = |field: &str| {
        person.get(field).and_then(Value::as_str).map(clean).filter(|value| !value.is_empty())
    };
    if let Some(literal) = text("literal") {
        return Some(json!({ "literal": literal }));
    }
    let family = text("family");
    let Some(given) = text("given") else {
        return family.map(|family| json!({ "literal": family }));
    };
    let Some(family) = family else { return Some(json!({ "literal": given })) };
    let mut out = json!({ "family": family, "given": given });
    // A particle stays with the family name, in short notes too: "van der Berg".
    if let Some(particle) = text("non-dropping-particle").or_else(|| text("dropping-particle")) {
        out["non-dropping-particle"] = particle.into();
    }
    if let Some(suffix) = text("suffix") {
        out["suffix"] = suffix.into();
    }
    Some(out)
}

/// Returns year, month and day of the first date, whatever way it is written.
fn date(date: &Value) -> Option<Vec<i64>> {
    let from_text = |text: &str| -> Option<Vec<i64>> {
        let parts: Vec<i64> =
            text.trim().split('-').map_while(|part| part.parse().ok()).take(3).collect();
        parts.first().is_some_and(|year| *year > 0).then_some(parts)
    };
    let parts = match date {
        Value::String(text) => from_text(text)?,
        Value::Number(year) => vec![year.as_i64()?],
        Value::Object(fields) => {
            if let Some(parts) = fields.get("date-parts").and_then(|p| p.get(0)) {
                let number = |part: &Value| match part {
                    Value::Number(number) => number.as_i64(),
                    Value::String(text) => text.trim().parse().ok(),
                    _ => None,
                };
                parts.as_array()?.iter().map_while(number).take(3).collect()
            } else {
                let text = fields.get("raw").or_else(|| fields.get("literal"))?.as_str()?;
                from_text(text)?
            }
        }
        _ => return None,
    };
    let sound = parts.iter().enumerate().all(|(at, part)| match at {
        0 => (1..=9999).contains(part),
        1 => (1..=12).contains(part),
        _ => (1..=31).contains(part),
    });
    (sound && !parts.is_empty()).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_date_is_read() {
        for (written, expected) in [
            (json!({"date-parts": [[2021, 3, 18], [2021, 4]]}), Some(vec![2021, 3, 18])),
            (json!({"date-parts": [["2021", "3"]]}), Some(vec![2021, 3])),
            (json!({"raw": "2021-03"}), Some(vec![2021, 3])),
            (json!({"literal": "2021"}), Some(vec![2021])),
            (json!("2021-03-18"), Some(vec![2021, 3, 18])),
            (json!(2021), Some(vec![2021])),
            (json!({"literal": "spring 2021"}), None),
            (json!({"date-parts": [[2021, 13]]}), None),
            (json!({"date-parts": []}), None),
        ] {
            assert_eq!(date(&written), expected, "{written}");
        }
    }
}
