//! The JSON schema of a call's file, for editors that complete and check TOML.

use super::Made;

/// Returns `templates/schema/call.schema.json`.
pub(super) fn make() -> Result<Vec<Made>, String> {
    let mut text = serde_json::to_string_pretty(&rostrum_core::calls::schema())
        .map_err(|error| format!("write the schema of a call: {error}"))?;
    text.push('\n');
    Ok(vec![Made { path: "templates/schema/call.schema.json".into(), text }])
}
