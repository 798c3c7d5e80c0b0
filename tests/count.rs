//! Word counts, held against `LibreOffice`'s own in one run.
//!
//! `suite/words.toml` holds the texts. `LibreOffice` is asked for the statistics it writes
//! into a flat document; where it is not installed the comparison is skipped, and says so.

use std::fs;
use std::path::Path;
use std::process::Command;

use rostrum_core::count::words;
use serde::Deserialize;

#[derive(Deserialize)]
struct Suite {
    text: Vec<Sample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sample {
    language: String,
    text: String,
    words: u32,
    libreoffice: Option<u32>,
    why: Option<String>,
}

fn samples() -> Vec<Sample> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("suite/words.toml");
    let text = fs::read_to_string(path).expect("the suite");
    toml::from_str::<Suite>(&text).expect("a sound suite").text
}

#[test]
fn every_sample_has_the_words_it_announces() {
    let wrong: Vec<String> = samples()
        .iter()
        .filter(|s| words(&s.text) != s.words)
        .map(|s| format!("{} {:?}: {}, not {}", s.language, s.text, words(&s.text), s.words))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_samples_speak_the_six_languages_and_every_difference_has_a_reason() {
    let samples = samples();
    assert!(samples.len() >= 40);
    for language in ["ar", "zh", "en", "fr", "ru", "es"] {
        assert!(samples.iter().filter(|s| s.language == language).count() >= 4, "{language}");
    }
    for sample in &samples {
        assert_eq!(sample.libreoffice.is_some(), sample.why.is_some(), "{:?}", sample.text);
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "tells what was compared, or that it was skipped")]
fn libreoffice_counts_the_same_words() {
    let samples = samples();
    let dir = tempfile::tempdir().expect("a folder");
    for (at, sample) in samples.iter().enumerate() {
        fs::write(dir.path().join(format!("{at}.txt")), &sample.text).expect("a text");
    }
    let run = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", dir.path().display()))
        .args(["--headless", "--infilter=Text (encoded):UTF8,LF,,,", "--convert-to", "fodt"])
        .arg("--outdir")
        .arg(dir.path())
        .args((0..samples.len()).map(|at| dir.path().join(format!("{at}.txt"))))
        .output();
    let Ok(run) = run else {
        println!("skipped: LibreOffice is not installed");
        return;
    };
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let mut wrong = Vec::new();
    println!("{:<9} {:>5} {:>6}  reason or text", "language", "ours", "theirs");
    for (at, sample) in samples.iter().enumerate() {
        let flat = fs::read_to_string(dir.path().join(format!("{at}.fodt"))).expect("a document");
        let theirs: u32 = flat
            .split("meta:word-count=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .and_then(|number| number.parse().ok())
            .expect("statistics");
        let said = sample.why.as_deref().unwrap_or(&sample.text);
        println!("{:<9} {:>5} {theirs:>6}  {said}", sample.language, sample.words);
        if theirs != sample.libreoffice.unwrap_or(sample.words) {
            wrong.push(format!("{} {:?}: {theirs}", sample.language, sample.text));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
