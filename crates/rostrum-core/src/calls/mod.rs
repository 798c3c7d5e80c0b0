//! Reads a call from its TOML file, and says exactly what is wrong with one.
//!
//! The file is compared with the schema made from the types of [`crate::model::call`]
//! ([`shape`](self)), then with what the types cannot say: that sources exist, that dates are
//! dates, that no person's mailbox is named. All faults are reported at once, in the order
//! of the file.

mod differences;
mod edit;
mod fault;
mod mailbox;
mod place;
mod sense;
mod shape;
mod zone;

use serde_json::Value;
use toml::de::DeTable;

pub use differences::{CallDifference, differences};
pub use edit::{FieldRefused, fields, with_field};
pub use fault::{CallFault, CallFaultKind};
pub use sense::{CHANNEL_KINDS, NAME_PARTS};
pub use zone::{in_zone, zone};

use crate::model::Call;
use place::Places;

/// Reads a call from the text of its file.
///
/// # Errors
///
/// Every fault of the file, in the order of its lines; a call is returned only when there
/// is none.
pub fn load(text: &str) -> Result<Call, Vec<CallFault>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let places = Places::new(text);
    if !errors.is_empty() {
        return Err(errors.iter().map(|e| fault::syntax(e, &places)).collect());
    }
    let mut faults = shape::faults(&table, &places);
    if faults.is_empty() {
        match toml::from_str::<Call>(text) {
            Ok(call) => {
                faults = sense::faults(&call, &table, &places);
                if faults.is_empty() {
                    return Ok(call);
                }
            }
            Err(error) => faults.push(fault::syntax(&error, &places)),
        }
    }
    faults.sort_by_key(|f| f.line);
    Err(faults)
}

/// Reads a call that a statement file keeps.
///
/// It was found sound when it was put there, so it is not compared with the schema again,
/// which would cost more than all the rest of opening a statement: a field that Rostrum does
/// not know is passed over where the types pass it over. What it says is looked at as ever.
///
/// # Errors
///
/// As [`load`].
pub fn load_kept(text: &str) -> Result<Call, Vec<CallFault>> {
    let Ok(table) = DeTable::parse(text) else { return load(text) };
    match toml::from_str::<Call>(text) {
        Ok(call) if sense::faults(&call, &table, &Places::new(text)).is_empty() => Ok(call),
        _ => load(text),
    }
}

/// Returns the JSON schema of a call's file, made from the types.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Call);
    schema.insert("title".into(), "A call of Rostrum".into());
    schema.to_value()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_of_a_file_is_told_at_once() {
        let faults = load("id = \"a\"\nverson = 1\nstatus = \"opne\"\n").expect_err("faults");
        let told: Vec<(u32, &str)> = faults.iter().map(|f| (f.line, f.field.as_str())).collect();
        assert!(told.contains(&(2, "verson")), "{told:?}");
        assert!(told.contains(&(3, "status")), "{told:?}");
        assert!(told.contains(&(1, "version")), "{told:?}");
    }

    #[test]
    fn a_kept_call_with_a_fault_is_refused_as_any_other() {
        for text in ["id =", "id = \"a\"\nverson = 1\n", "id = \"a\"\nversion = 1\nname = \"A\"\n"]
        {
            assert_eq!(load_kept(text).expect_err("faults"), load(text).expect_err("faults"));
        }
    }

    #[test]
    fn a_file_that_is_not_toml_names_the_line() {
        let faults = load("id = \"a\"\nname =\n").expect_err("faults");
        assert_eq!(faults[0].line, 2);
        assert_eq!(faults[0].kind, CallFaultKind::Syntax);
    }
}
