//! What a bundle is, seen from outside: by `sha256sum`, by `unzip`, and by whoever gets it.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::io::Write as _;
use std::process::{Command, Stdio};

use rostrum_core::submit::manifest::{MANIFEST, Manifest, SUMS, sha256_hex};
use rostrum_core::submit::{archive, document_name};
use rostrum_tests::bundles::{bundle, version};

const TEXT: &str = "# Comments\n\nWe ask to keep paragraph 12.\n";

#[test]
fn the_hashes_are_those_that_sha256sum_finds() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in &bundle(TEXT).files {
        std::fs::write(folder.path().join(&file.name), &file.bytes).expect("room on the disk");
    }
    let checked = Command::new("sha256sum")
        .args(["--check", "--strict", SUMS])
        .current_dir(folder.path())
        .output()
        .expect("sha256sum is part of every Linux");
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
    assert_eq!(String::from_utf8_lossy(&checked.stdout).lines().count(), 3);
}

#[test]
fn the_manifest_reads_the_same_every_time() {
    let bundle = bundle(TEXT);
    let manifest = bundle.files.iter().find(|file| file.name == MANIFEST).expect("a manifest");
    insta::assert_snapshot!(String::from_utf8_lossy(&manifest.bytes), @r#"
    {
      "format": 1,
      "call": "oewg-ict",
      "title": "Comments on the zero draft",
      "organisation": "River Network",
      "version": {
        "name": "Final",
        "sha256": "a3e55486fa6a79b38d1bd5e8c560ff81873b139297e347c70e89c8eaf98e7a2c",
        "frozen": "2026-11-20T09:30:00Z"
      },
      "documents": [
        {
          "name": "River_Network_Comments_2026.docx",
          "bytes": 55,
          "sha256": "dd56cedd3a2e0c53e0a682ed6616146960d373a2a9e7491bd9a4b6ff311e846b"
        },
        {
          "name": "River_Network_Comments_2026.md",
          "bytes": 41,
          "sha256": "a3e55486fa6a79b38d1bd5e8c560ff81873b139297e347c70e89c8eaf98e7a2c"
        }
      ]
    }
    "#);
}

#[test]
fn the_manifest_names_every_document_with_its_size_and_hash() {
    let bundle = bundle(TEXT);
    let file = |name: &str| bundle.files.iter().find(|f| f.name == name).expect("in the bundle");
    let manifest: Manifest = serde_json::from_slice(&file(MANIFEST).bytes).expect("JSON");
    assert_eq!(manifest.version.sha256, version(TEXT).sha256);
    assert_eq!(manifest.documents.len(), 2);
    for document in &manifest.documents {
        let bytes = &file(&document.name).bytes;
        assert_eq!((document.bytes as usize, &document.sha256), (bytes.len(), &sha256_hex(bytes)));
    }
}

#[test]
fn the_zip_file_is_the_same_every_time_and_any_reader_opens_it() {
    let bundle = bundle(TEXT);
    let bytes = archive(&bundle).expect("a small bundle");
    assert_eq!(bytes, archive(&bundle).expect("a small bundle"));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).expect("a zip file");
    for (at, file) in bundle.files.iter().enumerate() {
        let mut entry = zip.by_index(at).expect("an entry a file");
        assert_eq!(entry.name().expect("ASCII"), file.name);
        assert_eq!(entry.last_modified().map(|date| date.year()), Some(1980));
        let mut read = Vec::new();
        std::io::copy(&mut entry, &mut read).expect("the entry reads");
        assert_eq!(read, file.bytes);
    }
    let Ok(mut python) = Command::new("python3")
        .args(["-c", "import sys,io,zipfile; z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); sys.exit(z.testzip() is not None or len(z.namelist()) != 4)"])
        .stdin(Stdio::piped())
        .spawn()
    else {
        println!("skipped the second reader: no python3");
        return;
    };
    python.stdin.take().expect("piped").write_all(&bytes).expect("python listens");
    assert!(python.wait().expect("it ends").success());
}

#[test]
fn a_document_is_named_as_the_call_asks() {
    let name = document_name(
        Some("{organisation}_OEWG_{year}"),
        "Federación de Ríos «Agua Viva»",
        "",
        "2026",
        "docx",
    );
    assert_eq!(name, "Federacion_de_Rios_Agua_Viva_OEWG_2026.docx");
}
