//! Makes a PDF of a page description that a person can read, for cases of the PDF reader.
//!
//! ```text
//! page 595 842
//! 72 90 14b | Zero draft          left edge, baseline from the top, size and style, words
//! 72 130 10 | 1.
//! 108 130 10 | States recall this.
//! + 6^ | 12                       goes on where the words before ended; ^ raises it
//! 523 150 10r | مرحبا              r sets the words from the right edge to the left
//! rule 72 700 170                 left, height, right
//! ```
//!
//! Styles: `b` bold, `i` slanted, `r` right to left, `u` without a map to Unicode, `t` turned by
//! a quarter, `^` raised. Every letter is half as wide as it is high, so that a case can tell
//! where words end.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Width of every letter as a share of its size.
const WIDTH: f64 = 0.5;

/// Returns the PDF that a description stands for.
///
/// # Panics
/// When a line of the description cannot be understood.
pub fn pdf(description: &str) -> Vec<u8> {
    let mut pages: Vec<Page> = Vec::new();
    for line in description.lines().filter(|line| !line.trim().is_empty()) {
        let understood = if let Some(size) = line.strip_prefix("page ") {
            pages.push(Page::new(size));
            Some(())
        } else {
            pages.last_mut().and_then(|page| page.add(line))
        };
        assert!(understood.is_some(), "not understood: {line}");
    }
    file(&pages)
}

#[derive(Default)]
struct Page {
    size: (f64, f64),
    content: String,
    /// Where the words before ended: across, baseline, size.
    pen: (f64, f64, f64),
}

impl Page {
    fn new(size: &str) -> Self {
        Self { size: numbers(size).map_or((595.0, 842.0), |n| (n[0], n[1])), ..Self::default() }
    }

    fn add(&mut self, line: &str) -> Option<()> {
        if let Some(rule) = line.strip_prefix("rule ") {
            let at = numbers(rule)?;
            let y = self.size.1 - at[1];
            writeln!(self.content, "{} {y} {} 0.5 re f", at[0], at.get(2)? - at[0]).ok()?;
            return Some(());
        }
        let (place, words) = line.split_once(" | ")?;
        let mut parts = place.split_whitespace();
        let first = parts.next()?;
        let (mut x, mut y) = if first == "+" {
            (self.pen.0, self.pen.1)
        } else {
            (first.parse().ok()?, parts.next()?.parse().ok()?)
        };
        let look = parts.next()?;
        let flags = look.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let size: f64 = look[..look.len() - flags.len()].parse().ok()?;
        if flags.contains('^') {
            y -= self.pen.2 * 0.35;
        }
        let font = match (flags.contains('u'), flags.contains('b'), flags.contains('i')) {
            (true, ..) => "U",
            (_, true, _) => "B",
            (_, _, true) => "I",
            _ => "F",
        };
        let turn = if flags.contains('t') { "0 1 -1 0" } else { "1 0 0 1" };
        let height = self.size.1 - y;
        let units: Vec<u16> = words.encode_utf16().collect();
        let width = units.len() as f64 * size * WIDTH;
        if flags.contains('r') {
            // Each letter on its own, as producers of Arabic and Hebrew do.
            let units: Vec<u16> = as_set(words).encode_utf16().collect();
            for (at, unit) in units.iter().enumerate() {
                let left = x - (at as f64 + 1.0) * size * WIDTH;
                writeln!(
                    self.content,
                    "BT /{font} {size} Tf {turn} {left} {height} Tm <{unit:04x}> Tj ET"
                )
                .ok()?;
            }
            x -= width;
        } else {
            let hex: String = units.iter().map(|unit| format!("{unit:04x}")).collect();
            writeln!(self.content, "BT /{font} {size} Tf {turn} {x} {height} Tm <{hex}> Tj ET")
                .ok()?;
            x += width;
        }
        self.pen = if flags.contains('^') { (x, self.pen.1, self.pen.2) } else { (x, y, size) };
        Some(())
    }
}

/// Returns words as they are set from the right: figures and Latin words turned, brackets drawn
/// the other way round.
fn as_set(words: &str) -> String {
    let turned = |c: char| c.is_ascii_alphanumeric();
    let chars: Vec<char> = words.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while at < chars.len() {
        if !turned(chars[at]) {
            out.push(match chars[at] {
                '(' => ')',
                ')' => '(',
                other => other,
            });
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < chars.len() {
            let inside = chars[end] == '/' && chars.get(end + 1).is_some_and(|c| turned(*c));
            if !turned(chars[end]) && !inside {
                break;
            }
            end += 1;
        }
        out.extend(chars[at..end].iter().rev());
        at = end;
    }
    out
}

fn numbers(text: &str) -> Option<Vec<f64>> {
    text.split_whitespace().map(|number| number.parse().ok()).collect()
}

/// Returns the file of the pages.
fn file(pages: &[Page]) -> Vec<u8> {
    let mut objects: BTreeMap<usize, String> = BTreeMap::new();
    let kids: String = (0..pages.len()).map(|at| format!("{} 0 R ", 20 + 2 * at)).collect();
    objects.insert(1, "<</Type/Catalog/Pages 2 0 R>>".into());
    objects.insert(2, format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len()));
    let map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n\
         /CMapName /Same def /CMapType 2 def\n\
         1 begincodespacerange <0000> <ffff> endcodespacerange\n\
         1 beginbfrange <0000> <ffff> <0000> endbfrange\n\
         endcmap CMapName currentdict /CMap defineresource pop end end";
    objects.insert(3, stream(map));
    let fonts = [
        ("F", 4, "Helvetica", true),
        ("B", 7, "Helvetica-Bold", true),
        ("I", 10, "Helvetica-Oblique", true),
        ("U", 13, "Helvetica", false),
    ];
    let mut names = String::new();
    for (name, at, base, mapped) in fonts {
        let map = if mapped { "/ToUnicode 3 0 R" } else { "" };
        objects.insert(
            at,
            format!(
                "<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H\
                 /DescendantFonts[{} 0 R]{map}>>",
                at + 1
            ),
        );
        objects.insert(
            at + 1,
            format!(
                "<</Type/Font/Subtype/CIDFontType2/BaseFont/{base}/DW {}/FontDescriptor {} 0 R\
                 /CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
                WIDTH * 1000.0,
                at + 2
            ),
        );
        objects.insert(
            at + 2,
            format!(
                "<</Type/FontDescriptor/FontName/{base}/Flags 32/ItalicAngle 0/Ascent 800\
                 /Descent -200/CapHeight 700/StemV 80/FontBBox[0 -200 1000 800]>>"
            ),
        );
        write!(names, "/{name} {at} 0 R").expect("room in memory");
    }
    for (at, page) in pages.iter().enumerate() {
        let (width, height) = page.size;
        objects.insert(
            20 + 2 * at,
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents {} 0 R\
                 /Resources<</Font<<{names}>>>>>>",
                21 + 2 * at
            ),
        );
        objects.insert(21 + 2 * at, stream(&page.content));
    }
    let mut out = String::from("%PDF-1.7\n");
    let mut places = vec![0; objects.keys().last().map_or(1, |last| last + 1)];
    for (number, object) in &objects {
        places[*number] = out.len();
        write!(out, "{number} 0 obj\n{object}\nendobj\n").expect("room in memory");
    }
    let start = out.len();
    write!(out, "xref\n0 {}\n0000000000 65535 f \n", places.len()).expect("room in memory");
    for place in &places[1..] {
        let state = if *place == 0 { "65535 f" } else { "00000 n" };
        writeln!(out, "{place:010} {state} ").expect("room in memory");
    }
    write!(out, "trailer\n<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", places.len())
        .expect("room in memory");
    out.into_bytes()
}

fn stream(content: &str) -> String {
    format!("<</Length {}>>\nstream\n{content}\nendstream", content.len())
}
