//! The window's view of the desk: every wire type and every command, in TypeScript.

use std::collections::BTreeMap;
use std::fmt::Write;

use rostrum_core::model::Call;
// The lint does not look at test builds, so there is nothing to expect there.
#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the list of commands names every wire type")
)]
use rostrum_kit::desk::wire::*;
use rostrum_kit::{Failure, for_each_command};
use ts_rs::{Config, TS, TypeVisitor};

use super::{Files, Made};

const HEAD: &str = "\
// What crosses between the desk and the window.
// Made by `./x gen` from crates/rostrum-kit/src/desk; change the Rust types, not this file.
";

/// Collects the declarations of types and of all they are made of, by name.
struct Declarations {
    config: Config,
    found: BTreeMap<String, String>,
}

impl TypeVisitor for Declarations {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        // A type without a file of its own is a built-in, such as `string`; what a list or a
        // map is made of is visited by the type that holds it.
        if T::output_path().is_none() {
            return;
        }
        let name = T::ident(&self.config);
        if self.found.contains_key(&name) {
            return;
        }
        let words = T::docs().unwrap_or_default();
        let declaration = tidy(&format!("{words}export {}", T::decl(&self.config)));
        self.found.insert(name, declaration);
        T::visit_dependencies(self);
    }
}

macro_rules! collect {
    ($($name:ident($request:ty) -> $answer:ty: $about:literal,)*) => {
        fn collect(declarations: &mut Declarations, table: &mut String) {
            $(
                declarations.visit::<$request>();
                declarations.visit::<$answer>();
                let _ = writeln!(
                    table,
                    "  /** {} */\n  {}: {{ request: {}; answer: {} }};",
                    $about,
                    stringify!($name),
                    <$request as TS>::name(&declarations.config),
                    <$answer as TS>::name(&declarations.config),
                );
            )*
        }
    };
}
for_each_command!(collect);

/// Returns `wire.ts`: the types by name, then the table of commands.
#[expect(clippy::unnecessary_wraps, reason = "every generator has the same shape")]
pub(super) fn make() -> Files {
    let mut declarations = Declarations { config: Config::new(), found: BTreeMap::new() };
    let mut table = String::new();
    declarations.visit::<Failure>();
    collect(&mut declarations, &mut table);

    let mut text = String::from(HEAD);
    for declaration in declarations.found.values() {
        text.push('\n');
        text.push_str(declaration);
    }
    let _ = write!(
        text,
        "\n/** Every command of the desk: what it takes and what it answers. */\n\
         export interface Commands {{\n{table}}}\n"
    );
    Ok(vec![Made { path: "ui/src/backend/generated/wire.ts".into(), text }])
}

/// Sets one declaration out as a person would: short comments on one line, fields indented.
fn tidy(declaration: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut inside = false;
    for line in declaration.lines().map(str::trim) {
        let comment = line.starts_with(['*', '/']);
        // `text: string, };` ends both a field and the declaration.
        let (line, closing) = match line.strip_suffix(", };") {
            Some(field) if inside => (format!("{field};"), Some("};")),
            _ if comment => (line.into(), None),
            _ => (line.strip_suffix(',').map_or(line.into(), |field| format!("{field};")), None),
        };
        let opens = line.starts_with("export type") && line.ends_with('{');
        let indent = if inside { "  " } else { "" };
        match lines.last_mut() {
            // `/**`, ` * words`, ` */` become one line when the words are.
            Some(last) if line == "*/" && last.trim_start().starts_with("/** ") => {
                last.push_str(" */");
            }
            Some(last) if line.starts_with("* ") && last.trim() == "/**" => {
                last.push_str(&line[1..]);
            }
            _ if !line.starts_with('*') => lines.push(format!("{indent}{line}")),
            _ => lines.push(format!("{indent} {line}")),
        }
        inside |= opens;
        lines.extend(closing.map(String::from));
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_declaration_is_set_out_as_a_person_would() {
        let made = "/**\n * A thing.\n */\nexport type A = { \n/**\n * Its name,\n * as printed.\n */\nname: string, \n/**\n * Values.\n */\nvalues: { [key in string]: number }, };";
        let wanted = "/** A thing. */\nexport type A = {\n  /** Its name,\n   * as printed.\n   */\n  name: string;\n  /** Values. */\n  values: { [key in string]: number };\n};\n";
        assert_eq!(tidy(made), wanted);
    }

    #[test]
    fn every_command_has_its_types_declared() {
        let text = &make().expect("types are declared")[0].text;
        assert!(text.contains("submit: { request: HandOverRequest; answer: Receipt };"));
        assert!(text.contains("export type HandOverRequest = {\n"));
        assert!(text.contains("export type Receipt = {\n"));
        assert!(text.contains("export type Code ="));
    }
}
