//! Word files of every origin.

use rostrum_tests::corpus::corpus;

use crate::team::Team;

#[test]
fn files_of_every_origin_are_read_or_refused_in_plain_words() {
    let team = Team::new();
    let Some(root) = corpus() else { return };
    let mut read = 0;
    let mut folders = vec![root.join("docx-robust")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "docx") {
                let bytes = std::fs::read(&path).expect("a file");
                match rostrum_core::review::read::read(&bytes) {
                    Ok(_) => read += 1,
                    Err(error) => assert!(!error.to_string().is_empty()),
                }
            }
        }
    }
    assert!(read > 100, "{read} of 152 were read");
    for refused in [b"".as_slice(), b"%PDF-1.7", b"PK\x03\x04", b"\xD0\xCF\x11\xE0"] {
        assert!(team.back("no.docx", refused).is_err());
    }
}
