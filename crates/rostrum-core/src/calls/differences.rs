//! What differs between two versions of a call, field by field, in plain words.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::model::Call;

/// One field in which two versions of a call differ.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CallDifference {
    /// Path of the field without numbers of entries, such as `limits.max`.
    pub field: String,
    /// Which entry of a list it is in, in words; empty outside lists.
    pub entry: String,
    /// What stood there; absent when the newer version adds it.
    pub before: Option<String>,
    /// What stands there now; absent when the newer version takes it out.
    pub after: Option<String>,
}

/// Tells every field in which two versions differ, in the order of the schema.
///
/// Entries of lists are matched by what names them, so that a new first deadline does not
/// make all the others look changed. The version itself is left aside.
pub fn differences(before: &Call, after: &Call) -> Vec<CallDifference> {
    let value = |call| match serde_json::to_value(call) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    };
    let mut out = Vec::new();
    let (before, after) = (value(before), value(after));
    fields("", "", &before, &after, &mut out);
    out
}

type Fields = Map<String, Value>;

fn fields(path: &str, entry: &str, before: &Fields, after: &Fields, out: &mut Vec<CallDifference>) {
    let added = after.keys().filter(|name| !before.contains_key(*name));
    for name in before.keys().chain(added) {
        let whole = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        if whole == "version" {
            continue;
        }
        values(&whole, entry, before.get(name), after.get(name), out);
    }
}

fn values(
    path: &str,
    entry: &str,
    before: Option<&Value>,
    after: Option<&Value>,
    out: &mut Vec<CallDifference>,
) {
    if before == after {
        return;
    }
    match (before, after) {
        (Some(Value::Object(before)), Some(Value::Object(after))) => {
            fields(path, entry, before, after, out);
        }
        (Some(Value::Array(before)), Some(Value::Array(after)))
            if before.iter().chain(after).any(Value::is_object) =>
        {
            entries(path, before, after, out);
        }
        (Some(Value::Array(list)), None) if list.iter().any(Value::is_object) => {
            entries(path, list, &[], out);
        }
        (None, Some(Value::Array(list))) if list.iter().any(Value::is_object) => {
            entries(path, &[], list, out);
        }
        _ => {
            let words = |value: Option<&Value>| value.map(told).filter(|words| !words.is_empty());
            let (before, after) = (words(before), words(after));
            if before != after {
                out.push(CallDifference { field: path.into(), entry: entry.into(), before, after });
            }
        }
    }
}

fn entries(path: &str, before: &[Value], after: &[Value], out: &mut Vec<CallDifference>) {
    let name = |entry: &Value| named(path, entry);
    for old in before {
        match after.iter().find(|new| name(new) == name(old)) {
            Some(new) => values(path, &name(old), Some(old), Some(new), out),
            None => out.push(CallDifference {
                field: path.into(),
                entry: name(old),
                before: Some(told(old)),
                after: None,
            }),
        }
    }
    for new in after.iter().filter(|new| !before.iter().any(|old| name(old) == name(new))) {
        out.push(CallDifference {
            field: path.into(),
            entry: name(new),
            before: None,
            after: Some(told(new)),
        });
    }
    let order = |list: &[Value], others: &[Value]| -> Vec<String> {
        let kept = list.iter().map(name);
        kept.filter(|own| others.iter().any(|other| name(other) == *own)).collect()
    };
    let (old, new) = (order(before, after), order(after, before));
    if old != new {
        out.push(CallDifference {
            field: path.into(),
            entry: String::new(),
            before: Some(old.join(", ")),
            after: Some(new.join(", ")),
        });
    }
}

/// Names an entry of a list by what does not change when one of its rules does.
fn named(path: &str, entry: &Value) -> String {
    let word = |name: &str| match &entry[name] {
        Value::String(text) => text.clone(),
        Value::Bool(true) => name.into(),
        _ => String::new(),
    };
    let parts: &[&str] = match path {
        "sections" => &["heading"],
        "header_fields" => &["label"],
        "limits" => &["unit", "applies_to", "section", "status", "joint"],
        "deadlines" => &["what", "status", "joint"],
        "deadlines.history" => &["wording"],
        "channels" => &["kind"],
        _ => &["id"],
    };
    let parts: Vec<String> =
        parts.iter().map(|part| word(part)).filter(|word| !word.is_empty()).collect();
    parts.join(", ")
}

/// Writes a value as a person reads it.
fn told(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => "yes".into(),
        Value::Bool(false) => "no".into(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(entries) => entries.iter().map(told).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => {
            let told: Vec<String> = fields
                .iter()
                .filter(|(name, _)| !matches!(name.as_str(), "source" | "year" | "certainty"))
                .map(|(name, value)| (name, told(value)))
                .filter(|(_, words)| !words.is_empty())
                .map(|(name, words)| match name.as_str() {
                    "value" => words,
                    name => format!("{}: {words}", name.replace('_', " ")),
                })
                .collect();
            told.join("; ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::call::{Deadline, Limit, Stated};

    fn told(before: &Call, after: &Call) -> Vec<(String, Option<String>, Option<String>)> {
        differences(before, after).into_iter().map(|d| (d.field, d.before, d.after)).collect()
    }

    #[test]
    fn the_same_rules_under_another_version_do_not_differ() {
        assert_eq!(differences(&Call::default(), &Call { version: 2, ..Call::default() }), []);
    }

    #[test]
    fn a_changed_limit_and_a_moved_date_are_told_by_field() {
        let limit = Limit { max: 500, ..Limit::default() };
        let date =
            Deadline { what: "statement".into(), wording: "1 May".into(), ..Deadline::default() };
        let before =
            Call { limits: vec![limit.clone()], deadlines: vec![date.clone()], ..Call::default() };
        let speakers = Deadline { what: "speakers".into(), ..Deadline::default() };
        let after = Call {
            limits: vec![Limit { max: 700, ..limit }],
            deadlines: vec![speakers, Deadline { wording: "8 May".into(), ..date }],
            ..Call::default()
        };
        let told = told(&before, &after);
        assert_eq!(told[0], ("limits.max".into(), Some("500".into()), Some("700".into())));
        assert_eq!(
            told[1],
            ("deadlines.wording".into(), Some("1 May".into()), Some("8 May".into()))
        );
        assert_eq!((told[2].0.as_str(), &told[2].1, told.len()), ("deadlines", &None, 3));
    }

    #[test]
    fn a_rule_that_is_stated_now_or_no_more_says_so() {
        let stated = Call {
            languages: Some(Stated { value: vec!["en".into(), "fr".into()], ..Stated::default() }),
            ..Call::default()
        };
        let added = told(&Call::default(), &stated);
        assert_eq!(added, [("languages".into(), None, Some("en, fr".into()))]);
        let taken = told(&stated, &Call::default());
        assert_eq!(taken, [("languages".into(), Some("en, fr".into()), None)]);
    }
}
