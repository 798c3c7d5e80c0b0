//! CSL-JSON in.

use serde_json::Value;

use super::{Bibliography, findings};

/// Why a file is not a bibliography in CSL-JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UnreadableCslJson {
    /// It is not JSON.
    #[error("read CSL-JSON: line {line} is not JSON ({detail}); export the library again")]
    NotJson {
        /// Line of the fault, from 1.
        line: usize,
        /// What the parser says.
        detail: String,
    },
    /// It is JSON of another kind.
    #[error(
        "read CSL-JSON: the file is JSON, but no list of sources; export the library as CSL-JSON"
    )]
    NoItems,
}

/// Reads a bibliography in CSL-JSON: a list of items, an object with `items`, or one item.
///
/// The key is the item's `citation-key`, else its `id`. Items are kept as they are; one
/// that is no object is left out with a finding.
pub fn read_csl_json(text: &str) -> Result<Bibliography, UnreadableCslJson> {
    let text = text.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(text)
        .map_err(|e| UnreadableCslJson::NotJson { line: e.line(), detail: e.to_string() })?;
    let items = match value {
        Value::Array(items) => items,
        Value::Object(mut fields) => match fields.remove("items") {
            Some(Value::Array(items)) => items,
            None if fields.contains_key("type") || fields.contains_key("title") => {
                vec![Value::Object(fields)]
            }
            _ => return Err(UnreadableCslJson::NoItems),
        },
        _ => return Err(UnreadableCslJson::NoItems),
    };
    let mut out = Bibliography::default();
    for (at, item) in items.into_iter().enumerate() {
        let Value::Object(fields) = &item else {
            let name = format!("no. {}", at + 1);
            out.findings.push(findings::unreadable_entry(&name, 1, "it is no object"));
            continue;
        };
        let name = |field: &str| match fields.get(field) {
            Some(Value::String(text)) if !text.trim().is_empty() => Some(text.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        };
        let key = name("citation-key").or_else(|| name("id")).unwrap_or_else(|| "source".into());
        out.add(&key, item);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_an_object_and_one_item_are_read() {
        for text in [
            r#"[{"id": "a b", "title": "T"}]"#,
            r#"{"items": [{"citation-key": "a-b", "id": 7, "title": "T"}]}"#,
            r#"{"id": "a,b", "type": "book", "title": "T"}"#,
        ] {
            let read = read_csl_json(text).expect("sound");
            assert_eq!(read.sources[0].key, "a-b", "{text}");
            assert_eq!(read.findings, []);
        }
    }

    #[test]
    fn two_sources_never_share_a_key() {
        let read = read_csl_json(r#"[{"id": 1, "title": "T"}, {"id": 1}, 3]"#).expect("sound");
        let keys: Vec<&str> = read.sources.iter().map(|s| s.key.as_str()).collect();
        assert_eq!(keys, ["1", "1-2"]);
        let names: Vec<&str> = read.findings.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(names, ["repeated-key", "source-without-title", "unreadable-entry"]);
    }

    #[test]
    fn what_is_no_bibliography_is_an_error() {
        assert!(matches!(read_csl_json("{\n,"), Err(UnreadableCslJson::NotJson { line: 2, .. })));
        assert_eq!(read_csl_json("3"), Err(UnreadableCslJson::NoItems));
        assert_eq!(read_csl_json("{}"), Err(UnreadableCslJson::NoItems));
    }
}
