//! Compares the file of a call with the schema, so that all faults of shape show at once.
//!
//! The schema made from the types is the one truth: what a field may be is read from it,
//! not written a second time here. Only what schemars makes of our types is understood.

use std::sync::LazyLock;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{CallFault, CallFaultKind};
use super::place::{Places, Step, written};

static SCHEMA: LazyLock<Value> = LazyLock::new(super::schema);

/// Returns the faults of shape: unknown and missing fields, wrong sorts of values.
pub(super) fn faults(table: &Spanned<DeTable<'_>>, places: &Places<'_>) -> Vec<CallFault> {
    let mut visit = Visit { places, way: Vec::new(), faults: Vec::new() };
    visit.table(&SCHEMA, table.get_ref(), 1);
    visit.faults
}

struct Visit<'a> {
    places: &'a Places<'a>,
    way: Vec<Step>,
    faults: Vec<CallFault>,
}

impl Visit<'_> {
    fn table(&mut self, schema: &Value, table: &DeTable<'_>, line: u32) {
        let fields = schema["properties"].as_object();
        for (key, value) in table {
            let known = fields.and_then(|f| f.get(key.get_ref().as_ref()));
            self.way.push(Step::Field(key.get_ref().to_string()));
            let line = self.places.line(key.span().start);
            match known {
                Some(schema) => self.value(schema, value, line),
                None => self.unknown(key.get_ref(), schema, line),
            }
            self.way.pop();
        }
        for name in schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            if !table.contains_key(name) {
                self.way.push(Step::Field(name.into()));
                self.report(
                    line,
                    CallFaultKind::Missing,
                    format!("The field `{name}` is missing."),
                    about(&schema["properties"][name]).map_or_else(
                        || format!("Add `{name}`."),
                        |is| format!("Add `{name}`: {is}"),
                    ),
                );
                self.way.pop();
            }
        }
    }

    fn value(&mut self, schema: &Value, value: &Spanned<DeValue<'_>>, line: u32) {
        let schema = resolved(schema);
        if let Some(words) = words(schema) {
            let given = value.get_ref().as_str();
            if !given.is_some_and(|w| words.contains(&w)) {
                self.report(
                    line,
                    CallFaultKind::Choice,
                    match given {
                        Some(word) => format!("\"{word}\" is not a word that can stand here."),
                        None => format!("Here stands {}, not a word.", sort(value.get_ref())),
                    },
                    format!("Choose one of: {}.", words.join(", ")),
                );
            }
            return;
        }
        // An optional field may also be nothing in JSON, which TOML cannot write.
        let wanted = match &schema["type"] {
            Value::Array(sorts) => sorts.iter().filter_map(Value::as_str).find(|s| *s != "null"),
            sort => sort.as_str(),
        }
        .unwrap_or_default();
        match (wanted, value.get_ref()) {
            ("object", DeValue::Table(table)) => self.table(schema, table, line),
            ("array", DeValue::Array(entries)) => {
                for (at, entry) in entries.iter().enumerate() {
                    self.way.push(Step::Entry(at));
                    let line = self.places.line(entry.span().start);
                    self.value(&schema["items"], entry, line);
                    self.way.pop();
                }
            }
            ("integer", DeValue::Integer(number)) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok();
                let least = schema["minimum"].as_i64().unwrap_or(i64::MIN);
                let most = schema["maximum"].as_i64().unwrap_or(i64::from(u32::MAX));
                if !number.is_some_and(|n| (least..=most).contains(&n)) {
                    self.report(
                        line,
                        CallFaultKind::Form,
                        "The number is too small or too large.".into(),
                        format!("Give a whole number from {least} to {most}."),
                    );
                }
            }
            ("string", DeValue::String(_)) | ("boolean", DeValue::Boolean(_)) => {}
            _ => self.report(
                line,
                CallFaultKind::Type,
                format!("Here stands {}.", sort(value.get_ref())),
                format!("Give {} instead.", wanted_sort(wanted)),
            ),
        }
    }

    fn unknown(&mut self, name: &str, schema: &Value, line: u32) {
        let names = schema["properties"].as_object();
        let near = names.and_then(|n| {
            n.keys()
                .map(|known| (distance(name, known), known))
                .filter(|(d, _)| *d <= 3)
                .min()
                .map(|(_, known)| known.clone())
        });
        let remedy = match (near, names) {
            (Some(near), _) => format!("Did you mean `{near}`? Otherwise take the line out."),
            (None, Some(names)) => format!(
                "Take the line out; fields that can stand here are: {}.",
                names.keys().map(String::as_str).collect::<Vec<_>>().join(", ")
            ),
            (None, None) => "Take the line out.".into(),
        };
        self.report(line, CallFaultKind::Unknown, format!("There is no field `{name}`."), remedy);
    }

    fn report(&mut self, line: u32, kind: CallFaultKind, problem: String, remedy: String) {
        self.faults.push(CallFault { line, field: written(&self.way), kind, problem, remedy });
    }
}

/// Follows references and leaves the "or nothing" of an optional field aside.
fn resolved(schema: &Value) -> &Value {
    if let Some(name) = schema["$ref"].as_str().and_then(|r| r.strip_prefix("#/$defs/")) {
        return resolved(&SCHEMA["$defs"][name]);
    }
    for alternatives in [&schema["anyOf"], &schema["allOf"]] {
        let real = alternatives.as_array().into_iter().flatten().find(|s| s["type"] != "null");
        if let Some(real) = real {
            return resolved(real);
        }
    }
    schema
}

/// Returns the words of a choice, when the schema is one.
fn words(schema: &Value) -> Option<Vec<&str>> {
    let listed = schema["enum"].as_array().or_else(|| schema["oneOf"].as_array())?;
    Some(
        listed
            .iter()
            .flat_map(|entry| match (entry["const"].as_str(), entry["enum"].as_array()) {
                (Some(word), _) => vec![word],
                (None, Some(words)) => words.iter().filter_map(Value::as_str).collect(),
                (None, None) => entry.as_str().into_iter().collect(),
            })
            .collect(),
    )
}

/// Returns the first sentence of a field's description.
fn about(schema: &Value) -> Option<String> {
    let text = schema["description"].as_str()?;
    let line = text.lines().next()?.trim_end_matches('.');
    let mut letters = line.chars();
    let first = letters.next()?;
    Some(format!("{}{}.", first.to_lowercase(), letters.as_str()))
}

fn sort(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date without quotation marks",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a group of fields",
    }
}

fn wanted_sort(wanted: &str) -> &'static str {
    match wanted {
        "string" => "a text in quotation marks",
        "integer" => "a whole number",
        "boolean" => "true or false",
        "array" => "a list in square brackets",
        _ => "a group of fields such as { value = …, source = …, year = …, certainty = … }",
    }
}

/// Returns how many letters must change to make one word the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.chars().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (column, known) in other.iter().enumerate() {
            let change = corner + usize::from(letter != *known);
            corner = row[column + 1];
            row[column + 1] = change.min(row[column] + 1).min(corner + 1);
        }
    }
    row[other.len()]
}
