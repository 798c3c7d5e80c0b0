//! Import in a process of its own: what it reads, and how every kind of trouble ends.
//!
//! Hostile files are real or made here; programs that misbehave are shell scripts started
//! in the worker's place. The product has no way of being told to misbehave.
#![cfg(unix)]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use rostrum_core::import::{self, ImportError, ImportOptions};
use rostrum_core::model::Draft;
use rostrum_core::ports::{Progress, Unwatched};
use rostrum_kit::worker::{Limits, WorkerError, import_within};
use rostrum_kit::{Code, Failure};
use rostrum_tests::corpus::corpus;

const WORKER: &str = env!("CARGO_BIN_EXE_import-worker");

fn read_as(name: &str, bytes: &[u8], limits: &Limits) -> Result<Draft, WorkerError> {
    import_within(limits, Path::new(WORKER), bytes, name, None, &Unwatched)
}

fn read(name: &str, bytes: &[u8]) -> Result<Draft, WorkerError> {
    read_as(name, bytes, &Limits::default())
}

fn example(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/example").join(name);
    fs::read(path).expect("the shipped example")
}

/// A program in the worker's place, gone with the test.
struct Impostor {
    program: PathBuf,
    folder: tempfile::TempDir,
}

impl Impostor {
    fn new(script: &str) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let program = folder.path().join("impostor");
        let script = script.replace("HERE", &folder.path().display().to_string());
        fs::write(&program, format!("#!/bin/sh\n{script}\n")).expect("room on the disk");
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("our file");
        Self { program, folder }
    }

    fn read(&self, limits: &Limits, progress: &dyn Progress) -> Result<Draft, WorkerError> {
        import_within(limits, &self.program, b"words", "draft.txt", None, progress)
    }

    fn wrote(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).expect("the impostor wrote it")
    }

    /// Tells whether the process that wrote its number to `pid` is still there.
    fn is_alive(&self) -> bool {
        Path::new("/proc").join(self.wrote("pid").trim()).exists()
    }
}

fn seconds(seconds: u64) -> Limits {
    Limits { clock: Duration::from_secs(seconds), ..Limits::default() }
}

// --- What it reads -------------------------------------------------------------------

#[test]
fn a_draft_comes_back_exactly_as_it_is_read_in_process() {
    for name in ["zero-draft.pdf", "zero-draft.docx", "zero-draft.md"] {
        let bytes = example(name);
        let here = import::read(&bytes, &ImportOptions { name, password: None });
        assert_eq!(read(name, &bytes).ok(), here.ok(), "{name}");
    }
}

#[test]
fn a_refusal_comes_back_with_its_words() {
    let empty = read("draft.txt", b"").expect_err("nothing in it");
    assert!(matches!(empty, WorkerError::Refused(ImportError::Empty)), "{empty}");
    let old = read("draft.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Word").expect_err("a .doc");
    assert!(matches!(old, WorkerError::Refused(_)), "{old}");
    let failure = Failure::from(empty);
    assert_eq!(failure.code, Code::DraftEmpty);
    assert!(failure.detail.contains("choose the file again"), "{}", failure.detail);
}

#[test]
fn a_large_file_passes_both_ways_without_a_standstill() {
    let long = "We ask the working group to keep this paragraph as it is.\n\n".repeat(20_000);
    let draft = read("draft.txt", long.as_bytes()).expect("plain text");
    assert_eq!(draft.blocks.len(), 20_000);
}

// --- Hostile files -------------------------------------------------------------------

#[test]
fn a_file_that_wants_too_much_memory_is_told_as_that() {
    let long = "Paragraph of a draft.\n\n".repeat(1_000_000);
    let little = Limits { megabytes: 96, ..Limits::default() };
    let large = read_as("draft.txt", long.as_bytes(), &little).expect_err("96 MB are not enough");
    assert!(matches!(large, WorkerError::OutOfMemory { limit: 96 }), "{large}");
    assert!(large.to_string().contains("memory"), "{large}");
    assert_eq!(Failure::from(large).code, Code::DraftTooHeavy);
}

#[test]
fn a_file_that_takes_too_long_is_stopped() {
    let long = "<p>Paragraph of <b>a</b> draft.".repeat(300_000);
    let started = Instant::now();
    let limits = Limits { clock: Duration::from_millis(80), ..Limits::default() };
    let late = read_as("draft.html", long.as_bytes(), &limits).expect_err("80 ms are not enough");
    assert!(matches!(late, WorkerError::TimedOut { .. }), "{late}");
    assert_eq!(Failure::from(late).code, Code::DraftTooSlow);
    assert!(started.elapsed() < Duration::from_secs(5));
}

#[test]
fn a_zip_bomb_is_refused() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .compression_level(Some(1));
    for (name, text) in [
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", "<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>"),
    ] {
        zip.start_file(name, options).expect("memory");
        zip.write_all(text.as_bytes()).expect("memory");
    }
    let air = vec![b' '; 1 << 20];
    for _ in 0..66 {
        zip.write_all(&air).expect("memory");
    }
    let bomb = zip.finish().expect("a zip file").into_inner();
    assert!(bomb.len() < 1_000_000, "{} bytes hold 66 MB", bomb.len());
    let refused = read("draft.docx", &bomb).expect_err("a bomb");
    let too_large = matches!(
        refused,
        WorkerError::Refused(ImportError::TooLarge { .. }) | WorkerError::TooLarge { .. }
    );
    assert!(too_large, "{refused}");
}

#[test]
fn cut_and_scrambled_drafts_never_break_the_worker() {
    for name in ["zero-draft.pdf", "zero-draft.docx"] {
        let whole = example(name);
        for at in 1..8 {
            let cut = &whole[..whole.len() * at / 8];
            let mut scrambled = whole.clone();
            for hit in 0..40 {
                let place = (hit * 7919 + at * 104_729) % scrambled.len();
                scrambled[place] ^= 0x55;
            }
            for bytes in [cut, &scrambled] {
                match read(name, bytes) {
                    Ok(_) | Err(WorkerError::Refused(_)) => {}
                    Err(other) => panic!("{name}, damage {at}: {other}"),
                }
            }
        }
    }
}

/// Returns the files of the corpus that were made to break readers, and the scans.
fn hostile() -> Vec<PathBuf> {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus beside the checkout");
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> =
        ["pdf-robust", "docx-robust", "un-docs/scanned"].map(|name| corpus.join(name)).into();
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_none_or(|ending| ending != "native") {
                found.push(path);
            }
        }
    }
    assert!(found.len() > 100, "only {} files", found.len());
    found
}

#[test]
fn real_files_made_to_break_readers_do_not_break_the_worker() {
    for path in hostile() {
        let bytes = fs::read(&path).expect("a readable file");
        match read(&path.file_name().unwrap_or_default().to_string_lossy(), &bytes) {
            Ok(_) | Err(WorkerError::Refused(_)) => {}
            Err(other) => panic!("{}: {other}", path.display()),
        }
    }
}

/// Most seconds for one file; a build without optimisation is some ten times slower.
const MOST_SECONDS: u64 = if cfg!(debug_assertions) { 60 } else { 10 };

#[test]
#[cfg(target_os = "linux")]
fn no_hostile_file_takes_half_a_gigabyte_or_ten_seconds() {
    let mut heaviest = (0, PathBuf::new());
    let mut slowest = (0, PathBuf::new());
    for path in hostile() {
        let run = std::process::Command::new(WORKER).arg("--peak").arg(&path).output();
        let run = run.expect("the worker starts");
        assert!(run.status.success(), "{}: {}", path.display(), run.status);
        let told = String::from_utf8_lossy(&run.stdout);
        let (kilobytes, milliseconds) = told.trim().split_once(' ').expect("two numbers");
        let kilobytes: u64 = kilobytes.parse().expect("a number");
        let milliseconds: u64 = milliseconds.parse().expect("a number");
        assert!(kilobytes < 512 * 1024, "{}: {kilobytes} kB", path.display());
        assert!(milliseconds < MOST_SECONDS * 1000, "{}: {milliseconds} ms", path.display());
        heaviest = heaviest.max((kilobytes, path.clone()));
        slowest = slowest.max((milliseconds, path));
    }
    println!("heaviest: {} MB, {}", heaviest.0 / 1024, heaviest.1.display());
    println!("slowest: {} ms, {}", slowest.0, slowest.1.display());
}

// --- Programs that misbehave ---------------------------------------------------------

#[test]
fn a_worker_that_never_answers_is_ended() {
    let mute = Impostor::new("echo $$ > HERE/pid; exec sleep 600");
    let late = mute.read(&seconds(1), &Unwatched).expect_err("no answer");
    assert!(matches!(late, WorkerError::TimedOut { seconds: 1 }), "{late}");
    assert!(!mute.is_alive());
}

#[test]
fn a_worker_that_answers_and_will_not_leave_is_ended() {
    let clinging = Impostor::new("echo $$ > HERE/pid; echo '{}'; exec >&-; exec sleep 600");
    let late = clinging.read(&seconds(1), &Unwatched).expect_err("it stays");
    assert!(matches!(late, WorkerError::TimedOut { .. }), "{late}");
    assert!(!clinging.is_alive());
}

#[test]
fn cancelling_ends_the_worker_at_once() {
    struct AfterAWhile(Instant, AtomicBool);
    impl Progress for AfterAWhile {
        fn step(&self, stage: &str, _: u32, _: u32) {
            self.1.store(stage == "read", Ordering::Relaxed);
        }
        fn cancelled(&self) -> bool {
            self.0.elapsed() > Duration::from_millis(300)
        }
    }
    let mute = Impostor::new("echo $$ > HERE/pid; exec sleep 600");
    let user = AfterAWhile(Instant::now(), AtomicBool::new(false));
    let stopped = mute.read(&Limits::default(), &user).expect_err("cancelled");
    assert!(matches!(stopped, WorkerError::Cancelled), "{stopped}");
    assert!(user.0.elapsed() < Duration::from_secs(3));
    assert!(user.1.load(Ordering::Relaxed), "progress was told");
    assert!(!mute.is_alive());
}

#[test]
fn a_worker_that_floods_is_ended() {
    let flood = Impostor::new("exec yes");
    let limits = Limits { answer_megabytes: 1, ..Limits::default() };
    let large = flood.read(&limits, &Unwatched).expect_err("no end");
    assert!(matches!(large, WorkerError::TooLarge { limit: 1 }), "{large}");
}

#[test]
fn what_a_worker_dies_of_says_what_was_wrong() {
    let end =
        |script: &str| Impostor::new(script).read(&seconds(20), &Unwatched).expect_err("dead");
    for memory in ["kill -ABRT $$", "kill -KILL $$", "exit 3"] {
        assert!(matches!(end(memory), WorkerError::OutOfMemory { .. }), "{memory}");
    }
    for broken in ["kill -SEGV $$", "exit 0", "exit 1", "echo '{\"read\":'", "echo '{}'"] {
        assert!(matches!(end(broken), WorkerError::Damaged), "{broken}");
    }
    let busy = end("ulimit -S -t 1; while :; do :; done");
    assert!(matches!(busy, WorkerError::TimedOut { .. }), "{busy}");
}

#[test]
fn a_program_that_is_not_there_is_no_fault_of_the_file() {
    let gone = import_within(
        &Limits::default(),
        Path::new("/nowhere/rostrum"),
        b"words",
        "draft.txt",
        None,
        &Unwatched,
    )
    .expect_err("nothing to start");
    assert!(matches!(gone, WorkerError::NotStarted { .. }), "{gone}");
    assert_eq!(Failure::from(gone).code, Code::Internal);
}

#[test]
#[cfg(target_os = "linux")]
fn a_worker_gets_nothing_of_ours() {
    let nosy = Impostor::new(
        "cat /proc/$$/environ > HERE/environment; ls /proc/$$/fd > HERE/open; pwd > HERE/folder",
    );
    let _held_open = fs::File::open("/etc/hostname");
    nosy.read(&seconds(20), &Unwatched).expect_err("it answers nothing");
    assert_eq!(nosy.wrote("environment"), "");
    assert_eq!(nosy.wrote("folder"), "/\n");
    // The shell itself holds its script open as number 10 or 255.
    let open: Vec<String> =
        nosy.wrote("open").lines().filter(|n| n.len() == 1).map(str::to_owned).collect();
    assert_eq!(open, ["0", "1", "2"]);
}

/// Runs once more in a process that may be confined for good.
#[test]
#[cfg(target_os = "linux")]
fn a_confined_process_can_open_nothing_and_take_no_more_than_its_share() {
    const INSIDE: &str = "ROSTRUM_TEST_CONFINED";
    if std::env::var_os(INSIDE).is_none() {
        let run = std::process::Command::new(std::env::current_exe().expect("this test"))
            .args([
                "--exact",
                "a_confined_process_can_open_nothing_and_take_no_more_than_its_share",
            ])
            .args(["--nocapture", "--test-threads=1"])
            .env(INSIDE, "1")
            .output()
            .expect("this test starts again");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        assert!(String::from_utf8_lossy(&run.stdout).contains("1 passed"));
        return;
    }
    Limits { megabytes: 512, ..Limits::default() }.confine_this_process().expect("lower limits");
    rostrum_kit::worker::limits::forbid_children().expect("a lower limit");
    assert!(fs::File::open("/etc/passwd").is_err());
    assert!(fs::File::create("/tmp/rostrum-confined").is_err());
    assert!(
        std::net::TcpStream::connect(("127.0.0.1", 9))
            .is_err_and(|error| { error.kind() != std::io::ErrorKind::ConnectionRefused })
    );
    // Root may still start a process; without a file it cannot even load its libraries.
    let started = std::process::Command::new("/bin/true").status();
    assert!(!started.is_ok_and(|status| status.success()));
    assert!(Vec::<u8>::new().try_reserve_exact(600 << 20).is_err());
}
