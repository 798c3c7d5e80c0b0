//! Nothing acknowledged is ever lost: not when the process is killed, not when the disk is
//! full.
//!
//! The test starts itself again as a child that works on a statement file and says `saved N`
//! on its standard output once change N is on the disk, and kills it.
#![expect(clippy::print_stdout, reason = "the child tells what is saved, the parent what it saw")]

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use rostrum_core::coauthor::SharedStatement;
use rostrum_core::model::Response;
use rostrum_kit::store::{StatementFile, StoreError};

const AT: &str = "2026-11-22T10:00:00Z";
const FILE: &str = "ROSTRUM_TEST_FILE";
const FROM: &str = "ROSTRUM_TEST_FROM";

/// Does change number `n`: words in the body, a response, or a private response.
fn change(
    file: &mut StatementFile,
    statement: &mut SharedStatement,
    n: u32,
) -> Result<(), StoreError> {
    let id = format!("r{n}");
    let change = match n % 3 {
        0 => statement.set_body(&format!("{}w{n} ", statement.body())),
        1 => statement.put_response(&Response { id, ..Response::default() }),
        _ => statement.put_response(&Response { id, private: true, ..Response::default() }),
    };
    file.append(&change, AT)?;
    // Rewriting the log must be as safe as adding to it.
    if n % 25 == 24 { file.compact() } else { Ok(()) }
}

/// Returns the numbers of the changes that are in the statement.
fn changes(statement: &SharedStatement) -> BTreeSet<u32> {
    let statement = statement.statement();
    let words = statement.body.split_whitespace().filter_map(|word| word.strip_prefix('w'));
    let ids = statement.responses.iter().filter_map(|response| {
        let number = response.id.strip_prefix('r')?;
        (number.parse::<u32>().ok()? % 3 == 1 + u32::from(response.private)).then_some(number)
    });
    words.chain(ids).filter_map(|number| number.parse().ok()).collect()
}

/// Opens the file and returns the numbers of the changes that are in it.
fn kept(path: &Path) -> BTreeSet<u32> {
    let mut file = StatementFile::open(path).expect("the file opens");
    changes(&file.load().expect("the file loads"))
}

/// The child: works until it is killed or cannot save. Alone, it checks its own work.
#[test]
fn a_session_saves_change_after_change() {
    let Ok(path) = env::var(FILE) else {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.rostrum");
        let mut file = StatementFile::create(&path).expect("a new file");
        let mut statement = file.load().expect("loads");
        (0..30).for_each(|n| change(&mut file, &mut statement, n).expect("saved"));
        drop(file);
        assert_eq!(kept(&path), (0..30).collect());
        return;
    };
    let from: u32 = env::var(FROM).ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    let mut out = std::io::stdout();
    let mut file = StatementFile::open(Path::new(&path)).expect("opens");
    let mut statement = file.load().expect("loads");
    for n in from.. {
        match change(&mut file, &mut statement, n) {
            Ok(()) => writeln!(out, "\nsaved {n}").and_then(|()| out.flush()).expect("heard"),
            Err(error) => {
                let kind = match error {
                    StoreError::Full { .. } => "full",
                    StoreError::Disk { .. } => "disk",
                    _ => "other",
                };
                writeln!(out, "\nrefused {n} {kind} {error}").expect("heard");
                return;
            }
        }
    }
}

/// The child that makes new files until it is killed.
#[test]
fn a_session_makes_file_after_file() {
    let folder = env::var(FILE).map(PathBuf::from);
    let own = tempfile::tempdir().expect("a folder");
    let alone = folder.is_err();
    let folder = folder.unwrap_or_else(|_| own.path().into());
    for n in 0.. {
        let path = folder.join(format!("{}-{n}.rostrum", std::process::id()));
        let mut file = StatementFile::create(&path).expect("a new file");
        println!("\nsaved {n}");
        if alone && n == 3 {
            assert_eq!(file.load().expect("loads").body(), "");
            return;
        }
    }
}

/// Starts this test again as a child that runs one of the sessions above.
fn start(session: &str, file: &Path, from: u32) -> Command {
    let mut child = Command::new(env::current_exe().expect("this test"));
    child
        .args(["--exact", session, "--nocapture", "--test-threads=1"])
        .env(FILE, file)
        .env(FROM, from.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    child
}

/// Waits for the child's first word if told to, pauses, kills it at once as `kill -9` does,
/// and returns what it had said until then.
fn kill(mut child: Child, first_word: bool, pause: Duration) -> String {
    let mut pipe = BufReader::new(child.stdout.take().expect("a pipe"));
    let mut said = String::new();
    while first_word && !said.contains("\nsaved ") {
        assert!(pipe.read_line(&mut said).expect("heard") > 0, "the child ended early: {said}");
    }
    thread::sleep(pause);
    child.kill().expect("killed");
    pipe.read_to_string(&mut said).expect("heard");
    child.wait().expect("ended");
    said
}

/// Returns the last number the child called saved; a line cut short does not count.
fn last_saved(said: &str) -> Option<u32> {
    let whole = &said[..=said.rfind('\n')?];
    whole.lines().rev().find_map(|line| line.strip_prefix("saved ")?.parse().ok())
}

/// Pauses of all lengths up to a limit, the same in every run.
fn pauses(limit: u64) -> impl Iterator<Item = Duration> {
    let mut state = 0x9e37_79b9_7f4a_7c15u64;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        Duration::from_micros(state % (limit * 1000))
    })
}

#[test]
fn a_hundred_kills_lose_nothing_that_was_called_saved() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.rostrum");
    drop(StatementFile::create(&path).expect("a new file"));
    let mut next = 0;
    let mut kept_unsaid = 0;
    for (round, pause) in pauses(60).take(100).enumerate() {
        let child = start("a_session_saves_change_after_change", &path, next).spawn();
        // Half of them die while they work, half whenever it happens: opening, reading, starting.
        let said = kill(child.expect("a child"), round % 2 == 0, pause);
        assert!(!said.contains("refused"), "round {round}: {said}");
        let saved = last_saved(&said).map_or(next, |last| last + 1);
        let kept = kept(&path);
        let lost: Vec<u32> = (0..saved).filter(|n| !kept.contains(n)).collect();
        assert_eq!(lost, [0; 0], "round {round}: changes that were called saved are lost");
        // The one change that was under way may be there; none after it.
        assert!(kept.len() as u32 <= saved + 1, "round {round}: {kept:?} after {saved}");
        next = kept.len() as u32;
        kept_unsaid += next - saved;
    }
    let left = fs::read_dir(folder.path()).expect("listed").count();
    assert_eq!(left, 1, "nothing lies beside the file once it was opened and closed again");
    assert!(next >= 50, "only {next} changes were saved");
    println!("100 kills, {next} changes, {kept_unsaid} of them saved and not yet said so");
}

#[test]
fn a_kill_leaves_no_half_made_file_under_its_name() {
    let folder = tempfile::tempdir().expect("a folder");
    for (round, pause) in pauses(60).take(30).enumerate() {
        let child = start("a_session_makes_file_after_file", folder.path(), 0).spawn();
        kill(child.expect("a child"), round % 2 == 0, pause);
    }
    let mut made = 0;
    for entry in fs::read_dir(folder.path()).expect("listed") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "rostrum") {
            let mut file = StatementFile::open(&path).expect("a whole file");
            assert_eq!(file.load().expect("loads").body(), "");
            made += 1;
        }
    }
    assert!(made >= 15, "only {made} files were made");
}

/// Lets a child work until it cannot save and checks what it left; returns the kind of error.
fn until_refused(mut command: Command, path: &Path) -> String {
    let mut child = command.spawn().expect("a child");
    let mut saved = 0;
    let mut refused = None;
    for line in BufReader::new(child.stdout.take().expect("a pipe")).lines() {
        let line = line.expect("heard");
        if let Some(n) = line.strip_prefix("saved ").and_then(|n| n.parse::<u32>().ok()) {
            saved = n + 1;
        } else if let Some(rest) = line.strip_prefix("refused ") {
            refused = Some(rest.to_owned());
        }
    }
    assert!(child.wait().expect("ended").success());
    let refused = refused.expect("the child was refused at last");
    assert!(saved > 0, "nothing was saved before: {refused}");
    let kept = kept(path);
    assert!((0..saved).all(|n| kept.contains(&n)), "something saved is lost: {kept:?} of {saved}");
    refused.split_whitespace().nth(1).unwrap_or_default().to_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told_as_such_and_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mounted = Command::new("mount")
        .args(["-t", "tmpfs", "-o", "size=320k", "tmpfs"])
        .arg(folder.path())
        .stderr(Stdio::null())
        .status();
    if !mounted.is_ok_and(|status| status.success()) {
        println!("skipped: this user may not mount a small disk");
        return;
    }
    let disk = Mounted(folder.path());
    let path = folder.path().join("a.rostrum");
    drop(StatementFile::create(&path).expect("a new file"));
    // Most of the room is taken by something else.
    let size = fs::metadata(&path).expect("a size").len() as usize;
    fs::write(folder.path().join("other"), vec![0; 280 * 1024 - size]).expect("room for it");
    let kind = until_refused(start("a_session_saves_change_after_change", &path, 0), &path);
    assert_eq!(kind, "full");
    // A new statement on the full disk leaves nothing behind.
    fs::write(folder.path().join("rest"), vec![0; 400_000]).expect_err("the disk is full");
    let before = fs::read_dir(folder.path()).expect("listed").count();
    let made = StatementFile::create(&folder.path().join("b.rostrum"));
    assert!(matches!(made, Err(StoreError::Full { .. })), "{made:?}");
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), before);
    drop(disk);
}

/// A small disk that goes away with the test.
#[cfg(target_os = "linux")]
struct Mounted<'a>(&'a Path);

#[cfg(target_os = "linux")]
impl Drop for Mounted<'_> {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0).status();
    }
}

#[cfg(unix)]
#[test]
fn a_write_that_fails_loses_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.rostrum");
    drop(StatementFile::create(&path).expect("a new file"));
    // A limit on the size of files, whose signal is set aside, makes writes fail.
    let kilobytes = fs::metadata(&path).expect("a size").len() / 1024 + 24;
    let child = start("a_session_saves_change_after_change", &path, 0);
    let mut limited = Command::new("sh");
    limited
        .arg("-c")
        .arg("trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"")
        .arg("sh")
        // POSIX counts in blocks of 512 bytes; shells that count in kilobytes allow more.
        .arg((kilobytes * 2).to_string())
        .arg(child.get_program())
        .args(child.get_args())
        .env(FILE, &path)
        .env(FROM, "0")
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    assert_eq!(until_refused(limited, &path), "disk");
}
