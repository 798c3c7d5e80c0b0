//! The JSON schema of a call's file, for editors that complete and check TOML.

/// Returns the files made from the types of a call: path from the root, and text.
pub(crate) fn files() -> Vec<(String, String)> {
    let mut text = serde_json::to_string_pretty(&rostrum_core::calls::schema())
        .expect("a schema is always JSON");
    text.push('\n');
    vec![("templates/schema/call.schema.json".into(), text)]
}
