//! JSON schemas: of a call's file, for editors that complete and check TOML; of a statement as
//! data, for programs that read an export.

use std::fmt::Write as _;

use serde_json::Value;

use super::Made;

/// Returns `templates/schema/call.schema.json`, `docs/statement.schema.json` and
/// `docs/statement-json.md`.
pub(super) fn make() -> Result<Vec<Made>, String> {
    let statement = rostrum_core::render::json::schema();
    Ok(vec![
        written("templates/schema/call.schema.json", &rostrum_core::calls::schema())?,
        written("docs/statement.schema.json", &statement)?,
        Made { path: "docs/statement-json.md".into(), text: page(&statement) },
    ])
}

fn written(path: &str, schema: &Value) -> Result<Made, String> {
    let mut text = serde_json::to_string_pretty(schema)
        .map_err(|error| format!("write the schema {path}: {error}"))?;
    text.push('\n');
    Ok(Made { path: path.into(), text })
}

/// Returns the page on the fields of a statement as data: a table for each group of fields.
fn page(schema: &Value) -> String {
    let mut out = String::from(
        "# A statement as JSON\n\nMade by `./x gen` from `crates/rostrum-core/src/render/json.rs`; do not edit.\n\n\
         `rostrum export FILE --to json` writes it. A field may be added; none goes or changes its meaning \
         without another `version`. The schema is [statement.schema.json](statement.schema.json).\n",
    );
    group(&mut out, "StatementFile", schema);
    for (name, inner) in schema["$defs"].as_object().into_iter().flatten() {
        if inner["properties"].is_object() {
            group(&mut out, name, inner);
        }
    }
    out
}

fn group(out: &mut String, name: &str, schema: &Value) {
    let about = schema["description"].as_str().unwrap_or_default().replace('\n', " ");
    let _ = write!(out, "\n## {name}\n\n{about}\n\n| field | holds | what |\n|---|---|---|\n");
    for (field, inner) in schema["properties"].as_object().into_iter().flatten() {
        let what = inner["description"].as_str().unwrap_or_default().replace('\n', " ");
        let _ = writeln!(out, "| `{field}` | {} | {what} |", holds(inner));
    }
}

/// Says what a field holds: a text, a list of other groups.
fn holds(schema: &Value) -> String {
    let named = |schema: &Value| {
        let name = schema["$ref"].as_str().and_then(|r| r.rsplit('/').next());
        name.map(|name| format!("`{name}`"))
    };
    if let Some(name) = named(schema) {
        return name;
    }
    match schema["type"].as_str() {
        Some("array") => {
            let items = &schema["items"];
            format!("list of {}", named(items).unwrap_or_else(|| holds(items) + "s"))
        }
        Some("object") => "object".into(),
        Some("string") => "text".into(),
        Some("integer") => "number".into(),
        Some(other) => other.into(),
        None => "anything".into(),
    }
}
