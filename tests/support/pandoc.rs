//! What pandoc reads in a document.

use serde_json::Value;

/// Words and notes of pandoc's tree.
#[derive(Debug, Default)]
pub struct Pandoc {
    /// Words of title and text.
    pub text: String,
    /// Words of each note.
    pub notes: Vec<String>,
}

impl Pandoc {
    /// Reads a whole document.
    pub fn of(tree: &Value) -> Self {
        let mut read = Self::default();
        // Pandoc takes a title that stands first for metadata.
        read.walk(&tree["meta"]);
        read.walk(&tree["blocks"]);
        read
    }

    fn walk(&mut self, node: &Value) {
        match node {
            Value::Array(nodes) => nodes.iter().for_each(|node| self.walk(node)),
            Value::Object(fields) => match fields.get("t").and_then(Value::as_str) {
                Some("Str") => self.text.push_str(node["c"].as_str().unwrap_or_default()),
                Some("Space" | "SoftBreak" | "LineBreak") => self.text.push(' '),
                Some("Note") => {
                    let mut inside = Self::default();
                    inside.walk(&node["c"]);
                    self.notes.push(inside.text.trim().to_owned());
                }
                Some("Para" | "Plain" | "Header") => {
                    self.text.push(' ');
                    self.walk(&node["c"]);
                    self.text.push(' ');
                }
                Some("Quoted") => {
                    self.text.push('"');
                    self.walk(&node["c"]);
                    self.text.push('"');
                }
                Some("Link" | "Span") => self.walk(&node["c"][1]),
                Some(_) => self.walk(&node["c"]),
                None => fields.values().for_each(|node| self.walk(node)),
            },
            _ => {}
        }
    }
}
