//! The body of the request, always the same bytes for the same parcel.

use rostrum_core::submit::manifest::{MANIFEST, SUMS};

use crate::courier::Parcel;

/// A body with its content type.
pub(super) struct Form {
    pub(super) content_type: String,
    pub(super) body: Vec<u8>,
}

/// Returns the manifest and the documents as `multipart/form-data` (RFC 7578).
///
/// `SHA256SUMS` stays at home: the manifest has the same hashes.
pub(super) fn form(parcel: &Parcel<'_>) -> Form {
    let boundary = boundary(parcel);
    let files = &parcel.bundle.files;
    let size: usize = files.iter().map(|file| file.bytes.len() + 300).sum();
    let mut body = Vec::with_capacity(size);
    let manifest = files.iter().filter(|file| file.name == MANIFEST);
    let documents = files.iter().filter(|file| file.name != MANIFEST && file.name != SUMS);
    for (field, file) in
        manifest.map(|file| ("manifest", file)).chain(documents.map(|file| ("documents", file)))
    {
        // Names of a bundle are plain ASCII without quotes, so they need no escaping.
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{}\"\r\nContent-Type: {}\r\n\r\n",
            file.name,
            media_type(&file.name),
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(&file.bytes);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    Form { content_type: format!("multipart/form-data; boundary={boundary}"), body }
}

/// Returns a boundary that stands in none of the files.
fn boundary(parcel: &Parcel<'_>) -> String {
    let mut boundary = format!("rostrum-{}", parcel.receipt_id);
    boundary.retain(|c| c.is_ascii_alphanumeric() || c == '-');
    boundary.truncate(60);
    let in_a_file = |boundary: &str| {
        parcel.bundle.files.iter().any(|file| {
            file.bytes.windows(boundary.len()).any(|window| window == boundary.as_bytes())
        })
    };
    while in_a_file(&boundary) {
        boundary.push('x');
    }
    boundary
}

fn media_type(name: &str) -> &'static str {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    match ending.as_str() {
        "docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "pdf" => "application/pdf",
        "json" => "application/json",
        "md" => "text/markdown; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use rostrum_core::submit::{Bundle, BundleFile};

    use super::*;

    #[test]
    fn a_file_that_holds_the_boundary_does_not_break_the_body() {
        let file = |name: &str, text: &str| BundleFile {
            name: name.into(),
            bytes: text.as_bytes().to_vec(),
        };
        let bundle = Bundle {
            files: vec![file("a.md", "--rostrum-ab12\r\n"), file("manifest.json", "{}\n")],
        };
        let form = form(&Parcel { receipt_id: "ab12", bundle: &bundle });
        assert_eq!(form.content_type, "multipart/form-data; boundary=rostrum-ab12x");
        let body = String::from_utf8(form.body).expect("text files");
        assert!(body.starts_with(
            "--rostrum-ab12x\r\nContent-Disposition: form-data; name=\"manifest\"; filename=\"manifest.json\"\r\n"
        ));
        assert_eq!(body.matches("--rostrum-ab12x\r\n").count(), 2);
        assert!(body.ends_with("\r\n--rostrum-ab12x--\r\n"));
    }
}
