//! Tells a path on somebody's computer from other words.

/// Tells whether a value names a place on a computer or in an office network.
pub(super) fn is_path(value: &str) -> bool {
    let value = value.trim();
    let lower = value.to_ascii_lowercase();
    if lower.starts_with("file:") || value.starts_with("\\\\") {
        return true;
    }
    if ["/users/", "/home/", "\\users\\", "appdata\\", "documents and settings"]
        .iter()
        .any(|known| lower.contains(known) && !lower.starts_with("http"))
    {
        return true;
    }
    has_drive(value)
}

/// Tells whether a drive letter begins a path somewhere in it.
fn has_drive(value: &str) -> bool {
    let bytes = value.as_bytes();
    bytes.windows(3).enumerate().any(|(at, window)| {
        let free = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        free && window[0].is_ascii_alphabetic() && window[1] == b':' && window[2] == b'\\'
    })
}

/// Tells whether a title is really the name of a file, as some programs put it in.
pub(super) fn is_file_name(title: &str) -> bool {
    let lower = title.trim().to_ascii_lowercase();
    lower.starts_with("microsoft word - ")
        || [".doc", ".docx", ".odt", ".rtf", ".indd", ".dotx", ".pdf", ".pages"]
            .iter()
            .any(|ending| lower.ends_with(ending))
        || is_path(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_on_computers_are_told_from_addresses() {
        for path in [
            "C:\\Users\\a\\logo.png",
            "\\\\server\\share\\Normal.dotm",
            "file:///C:/x.png",
            "file:///home/a/x.odt",
            "/Users/a/Desktop/x.png",
            "INCLUDEPICTURE \"D:\\\\pictures\\\\x.png\"",
        ] {
            assert!(is_path(path), "{path}");
        }
        for other in ["https://example.org/home/x", "Ratio 3:\\2 of it", "a/b", "Logo: blue", ""] {
            assert!(!is_path(other), "{other}");
        }
    }

    #[test]
    fn names_of_files_are_no_titles() {
        assert!(is_file_name("Microsoft Word - comments final.docx"));
        assert!(!is_file_name("Comments on the zero draft"));
    }
}
