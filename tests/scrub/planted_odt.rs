//! An `OpenDocument` text with what such files hold.

use std::io::{Cursor, Read as _};

use rostrum_core::scrub::{Choices, Kind, Removal, report};
use rostrum_tests::packages::zip;

use super::{cleaned, of};

fn odt() -> Vec<u8> {
    let spaces = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:meta=\"m\" xmlns:dc=\"d\" xmlns:manifest=\"f\" xmlns:xlink=\"x\"";
    let content = format!(
        "<office:document-content {spaces}><office:body><office:text>\
         <text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Partner one</dc:creator><dc:date>2026-11-20T09:00:00</dc:date></office:change-info><text:p>in secret</text:p></text:deletion></text:changed-region></text:tracked-changes>\
         <text:p>States met.<office:annotation><dc:creator>Partner two</dc:creator><dc:date>2026-11-20T10:00:00</dc:date><text:p>Is this so?</text:p></office:annotation></text:p>\
         <text:p><text:a xlink:href=\"file:///home/other/plan.odt\">the plan</text:a></text:p></office:text></office:body></office:document-content>"
    );
    let meta = format!(
        "<office:document-meta {spaces}><office:meta><meta:initial-creator>Partner one</meta:initial-creator><dc:creator>Partner two</dc:creator><meta:creation-date>2026-11-01T09:00:00</meta:creation-date><meta:generator>LibreOffice</meta:generator><meta:user-defined meta:name=\"Client\">4711</meta:user-defined><dc:title>A study</dc:title></office:meta></office:document-meta>"
    );
    let manifest = format!(
        "<manifest:manifest {spaces}><manifest:file-entry manifest:full-path=\"content.xml\"/><manifest:file-entry manifest:full-path=\"Thumbnails/thumbnail.png\"/></manifest:manifest>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text".to_vec()),
        ("content.xml", content.into_bytes()),
        ("meta.xml", meta.into_bytes()),
        ("Thumbnails/thumbnail.png", b"\x89PNG\r\n\x1a\n".to_vec()),
        ("META-INF/manifest.xml", manifest.into_bytes()),
    ])
}

#[test]
fn properties_go_and_comments_and_changes_are_told() {
    let found = report(&odt(), "study.odt", &Choices::default()).expect("a report").items;
    for (kind, what, who, removal) in [
        (Kind::Author, "Partner one", "", Removal::Always),
        (Kind::SavedBy, "Partner two", "", Removal::Always),
        (Kind::Program, "LibreOffice", "", Removal::Always),
        (Kind::Property, "Client: 4711", "", Removal::Always),
        (Kind::Thumbnail, "", "", Removal::Always),
        (Kind::Comment, "Is this so?", "Partner two", Removal::Never),
        (Kind::Deleted, "in secret", "Partner one", Removal::Never),
        (Kind::Path, "file:///home/other/plan.odt", "", Removal::Never),
    ] {
        let all = of(&found, kind);
        let item = all.iter().find(|item| item.what == what && item.who == who);
        let item = item.unwrap_or_else(|| panic!("{kind:?} {what:?} among {all:?}"));
        assert_eq!(item.removal, removal, "{kind:?}");
    }
    let copy = cleaned(&odt(), "study.odt", &Choices::default());
    let mut archive = zip::ZipArchive::new(Cursor::new(copy.bytes)).expect("a package");
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).expect("a part").read_to_string(&mut text).expect("text");
        text
    };
    let meta = part("meta.xml");
    assert!(
        meta.contains("A study") && !meta.contains("Other") && !meta.contains("4711"),
        "{meta}"
    );
    assert!(part("content.xml").contains("States met."));
    assert!(!part("META-INF/manifest.xml").contains("Thumbnails"));
}
