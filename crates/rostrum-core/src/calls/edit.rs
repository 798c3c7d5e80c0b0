//! Changes one field of a call's file and leaves everything else as it is written: order,
//! comments, spacing.

use serde_json::Value as Json;
use toml_edit::{Array, ArrayOfTables, DocumentMut, InlineTable, Item, Table, Value};

/// Why a field could not be set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldRefused {
    /// The file is not TOML, so that no field can be found.
    #[error("set a field: the file cannot be read as TOML; mend it as text first")]
    NotToml,
    /// The path names no place of the file.
    #[error("set `{path}`: there is no such place; use a path such as `limits[0].max`")]
    NoPlace {
        /// The path.
        path: String,
    },
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Field(String),
    Entry(usize),
}

/// Returns the file with the field at `path` set to a value, or taken out with JSON null.
///
/// `path` is as in faults: `who.value`, `limits[1].max`, `deadlines[0].history[0]`. The entry
/// after the last one of a list is made; groups on the way are made as well.
///
/// # Errors
/// [`FieldRefused`] when the file is no TOML or the path leads nowhere.
pub fn with_field(toml: &str, path: &str, value: &Json) -> Result<String, FieldRefused> {
    let mut document: DocumentMut = toml.parse().map_err(|_| FieldRefused::NotToml)?;
    let no_place = || FieldRefused::NoPlace { path: path.into() };
    let steps = steps(path).ok_or_else(no_place)?;
    set(document.as_item_mut(), &steps, value).ok_or_else(no_place)?;
    Ok(document.to_string())
}

/// Returns what stands in a call's file as JSON, whether or not it is a sound call.
///
/// # Errors
/// [`FieldRefused::NotToml`].
pub fn fields(toml: &str) -> Result<Json, FieldRefused> {
    let table: toml::Table = toml::from_str(toml).map_err(|_| FieldRefused::NotToml)?;
    serde_json::to_value(table).map_err(|_| FieldRefused::NotToml)
}

fn steps(path: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let name = part.split('[').next().filter(|name| !name.is_empty())?;
        steps.push(Step::Field(name.into()));
        for entry in part.split('[').skip(1) {
            steps.push(Step::Entry(entry.strip_suffix(']')?.parse().ok()?));
        }
    }
    Some(steps)
}

fn set(item: &mut Item, steps: &[Step], value: &Json) -> Option<()> {
    let (first, rest) = steps.split_first()?;
    match first {
        Step::Field(name) => {
            let inline = item.is_value();
            let table = item.as_table_like_mut()?;
            if rest.is_empty() {
                if value.is_null() {
                    table.remove(name);
                    return Some(());
                }
                let new = made(value, inline);
                match table.get_mut(name).filter(|old| old.is_value() && new.is_value()) {
                    // The comment behind the old value stays.
                    Some(old) => {
                        let decor = old.as_value().map(|v| v.decor().clone());
                        *old = new;
                        if let (Some(value), Some(decor)) = (old.as_value_mut(), decor) {
                            *value.decor_mut() = decor;
                        }
                    }
                    None => {
                        table.insert(name, new);
                    }
                }
                return Some(());
            }
            if !table.contains_key(name) {
                if value.is_null() {
                    return Some(());
                }
                let entry = matches!(rest.first(), Some(Step::Entry(_)));
                let nested = matches!(rest.get(1), Some(Step::Field(_))) || value.is_object();
                let new = match (entry, inline) {
                    (true, false) if nested => Item::ArrayOfTables(ArrayOfTables::new()),
                    (true, _) => Item::Value(Value::Array(Array::new())),
                    (false, true) => Item::Value(Value::InlineTable(InlineTable::new())),
                    (false, false) => Item::Table(Table::new()),
                };
                table.insert(name, new);
            }
            let next = table.get_mut(name)?;
            set(next, rest, value)?;
            // A list or group of which nothing is left would be a fault of its own.
            let empty = value.is_null()
                && match next {
                    Item::ArrayOfTables(list) => list.is_empty(),
                    Item::Table(table) => table.is_empty(),
                    Item::Value(Value::InlineTable(table)) => table.is_empty(),
                    _ => false,
                };
            if empty {
                table.remove(name);
            }
            Some(())
        }
        Step::Entry(at) => match item {
            Item::ArrayOfTables(list) => {
                if rest.is_empty() {
                    if value.is_null() {
                        return (*at < list.len()).then(|| list.remove(*at)).map(drop);
                    }
                    let Item::Table(table) = made(value, false) else { return None };
                    let length = list.len();
                    match list.get_mut(*at) {
                        Some(old) => *old = table,
                        None if *at == length => list.push(table),
                        None => return None,
                    }
                    return Some(());
                }
                if *at == list.len() {
                    list.push(Table::new());
                }
                let table = list.get_mut(*at)?;
                let mut held = Item::Table(std::mem::take(table));
                let done = set(&mut held, rest, value);
                *table = held.into_table().ok()?;
                done
            }
            Item::Value(Value::Array(list)) => {
                if rest.is_empty() {
                    if value.is_null() {
                        return (*at < list.len()).then(|| list.remove(*at)).map(drop);
                    }
                    let new = made(value, true).into_value().ok()?;
                    let length = list.len();
                    match list.get_mut(*at) {
                        Some(old) => *old = new,
                        None if *at == length => list.push(new),
                        None => return None,
                    }
                    return Some(());
                }
                if *at == list.len() {
                    list.push(Value::InlineTable(InlineTable::new()));
                }
                let entry = list.get_mut(*at)?;
                let mut held = Item::Value(entry.clone());
                set(&mut held, rest, value)?;
                *entry = held.into_value().ok()?;
                Some(())
            }
            _ => None,
        },
    }
}

/// Makes an item of a JSON value; `inline` keeps groups on one line.
fn made(value: &Json, inline: bool) -> Item {
    match value {
        Json::Null => Item::None,
        Json::Bool(yes) => Item::Value((*yes).into()),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Item::Value(whole.into()),
            None => Item::Value(number.as_f64().unwrap_or_default().into()),
        },
        Json::String(text) => Item::Value(text.as_str().into()),
        Json::Array(entries) => {
            let tables = !entries.is_empty() && entries.iter().all(Json::is_object) && !inline;
            if tables {
                let mut list = ArrayOfTables::new();
                for entry in entries {
                    if let Item::Table(table) = made(entry, false) {
                        list.push(table);
                    }
                }
                return Item::ArrayOfTables(list);
            }
            let values = entries.iter().filter_map(|entry| made(entry, true).into_value().ok());
            Item::Value(Value::Array(values.collect()))
        }
        Json::Object(fields) => {
            let present = fields.iter().filter(|(_, value)| !value.is_null());
            if inline {
                let mut table = InlineTable::new();
                for (name, value) in present {
                    if let Ok(value) = made(value, true).into_value() {
                        table.insert(name, value);
                    }
                }
                return Item::Value(Value::InlineTable(table));
            }
            let mut table = Table::new();
            for (name, value) in present {
                table.insert(name, made(value, true));
            }
            Item::Table(table)
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const FILE: &str = "# My call\nid = \"mine\" # never change\n\n[who]\nvalue = \"All\"\n\n\
                        [[limits]]\nunit = \"words\"\nmax = 500\n";

    fn after(path: &str, value: &Json) -> String {
        with_field(FILE, path, value).expect("a place")
    }

    #[test]
    fn one_field_changes_and_comments_stay() {
        let text = after("id", &json!("yours"));
        assert!(text.starts_with("# My call\nid = \"yours\" # never change\n"), "{text}");
        assert!(after("limits[0].max", &json!(700)).contains("max = 700"));
        assert!(after("who.value", &json!("Some")).contains("[who]\nvalue = \"Some\""));
    }

    #[test]
    fn entries_are_added_and_taken_out() {
        let two = after("limits[1]", &json!({"unit": "pages", "max": 5}));
        assert_eq!(fields(&two).expect("TOML")["limits"][1]["unit"], "pages");
        let none = after("limits[0]", &Json::Null);
        assert!(!none.contains("limits"), "{none}");
        let topics = after("topics[0]", &json!("Norms"));
        assert_eq!(fields(&topics).expect("TOML")["topics"], json!(["Norms"]));
    }

    #[test]
    fn groups_on_the_way_are_made() {
        let text = after("counting.footnotes", &json!({"value": "out", "source": "s"}));
        let read = fields(&text).expect("TOML");
        assert_eq!(read["counting"]["footnotes"]["value"], "out");
        let text =
            with_field(&text, "deadlines[0].history[0].wording", &json!("1 May")).expect("a place");
        assert_eq!(fields(&text).expect("TOML")["deadlines"][0]["history"][0]["wording"], "1 May");
    }

    #[test]
    fn a_path_that_leads_nowhere_is_refused() {
        for path in ["", "limits[7].max", "limits[x]", "id.more", "who[0]", "a..b"] {
            assert!(
                matches!(with_field(FILE, path, &json!(1)), Err(FieldRefused::NoPlace { .. })),
                "{path}"
            );
        }
        assert_eq!(with_field("id =", "id", &json!(1)), Err(FieldRefused::NotToml));
    }
}
