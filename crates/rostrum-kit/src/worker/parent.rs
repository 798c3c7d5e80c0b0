//! The side that starts a worker, waits for it, and ends it when it must.

use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use rostrum_core::begun::read::Begun;
use rostrum_core::model::Draft;
use rostrum_core::ports::Progress;
use rostrum_core::review::read::Returned;

use super::child::NO_MEMORY;
use super::frame::{self, Answer, Head, Reading, Scrub};
use super::page::{Asked, Picture};
use super::{FLAG, Limits, WorkerError};

/// How often the parent looks whether it should stop waiting.
const BEAT: Duration = Duration::from_millis(40);

/// Reads a draft in a child process, under the usual limits.
///
/// `program` is a program whose `main` begins with [`run_if_asked`](super::run_if_asked),
/// usually the running one. `name` is the file's name without its folder.
///
/// # Errors
/// Typed by what stopped it; whatever happens, the child is gone afterwards.
pub fn import(
    program: &Path,
    bytes: &[u8],
    name: &str,
    password: Option<&str>,
    progress: &dyn Progress,
) -> Result<Draft, WorkerError> {
    import_within(&Limits::default(), program, bytes, name, password, progress)
}

/// Reads a draft in a child process, under limits of the caller's choice.
///
/// # Errors
/// As [`import`].
pub fn import_within(
    limits: &Limits,
    program: &Path,
    bytes: &[u8],
    name: &str,
    password: Option<&str>,
    progress: &dyn Progress,
) -> Result<Draft, WorkerError> {
    let head = Head {
        name: name.into(),
        password: password.map(Into::into),
        limits: *limits,
        size: bytes.len() as u64,
        ..Head::default()
    };
    match ask(&head, program, bytes, progress)? {
        Answer::Read(draft) => Ok(draft),
        Answer::Refused(error) => Err(error.into()),
        _ => Err(WorkerError::Damaged),
    }
}

/// Reads what reviewers changed in a Word document, in a child process, under the usual limits.
///
/// # Errors
/// Typed by what stopped it; whatever happens, the child is gone afterwards.
pub fn returned(
    program: &Path,
    bytes: &[u8],
    name: &str,
    progress: &dyn Progress,
) -> Result<Returned, WorkerError> {
    let head = Head {
        name: name.into(),
        size: bytes.len() as u64,
        reading: Reading::Returned,
        ..Head::default()
    };
    match ask(&head, program, bytes, progress)? {
        Answer::Returned(returned) => Ok(returned),
        Answer::Refused(error) => Err(error.into()),
        _ => Err(WorkerError::Damaged),
    }
}

/// Reads a text that was begun elsewhere, in a child process, under the usual limits.
///
/// # Errors
/// Typed by what stopped it; whatever happens, the child is gone afterwards.
pub fn begun(
    program: &Path,
    bytes: &[u8],
    name: &str,
    progress: &dyn Progress,
) -> Result<Begun, WorkerError> {
    let head = Head {
        name: name.into(),
        limits: Limits::whole_file(),
        size: bytes.len() as u64,
        reading: Reading::Begun,
        ..Head::default()
    };
    match ask(&head, program, bytes, progress)? {
        Answer::Begun(begun) => Ok(begun),
        Answer::Refused(error) => Err(error.into()),
        _ => Err(WorkerError::Damaged),
    }
}

/// Draws a page of a PDF in a child process, under limits that fit one page.
///
/// # Errors
/// Typed by what stopped it; whatever happens, the child is gone afterwards.
pub fn draw(
    program: &Path,
    bytes: &[u8],
    password: Option<&str>,
    asked: Asked,
    progress: &dyn Progress,
) -> Result<Picture, WorkerError> {
    draw_within(&Limits::one_page(), program, bytes, password, asked, progress)
}

/// Draws a page of a PDF in a child process, under limits of the caller's choice.
///
/// # Errors
/// As [`draw`].
pub fn draw_within(
    limits: &Limits,
    program: &Path,
    bytes: &[u8],
    password: Option<&str>,
    asked: Asked,
    progress: &dyn Progress,
) -> Result<Picture, WorkerError> {
    let head = Head {
        password: password.map(Into::into),
        limits: *limits,
        size: bytes.len() as u64,
        page: Some(asked.sensible()),
        ..Head::default()
    };
    match ask(&head, program, bytes, progress)? {
        Answer::Drawn(picture) => Ok(picture),
        Answer::Undrawn(undrawn) => Err(undrawn.into()),
        _ => Err(WorkerError::Damaged),
    }
}

/// Puts one request to a child of its own and gives its answer.
pub(super) fn ask(
    head: &Head,
    program: &Path,
    bytes: &[u8],
    progress: &dyn Progress,
) -> Result<Answer, WorkerError> {
    let limits = &head.limits;
    if progress.cancelled() {
        return Err(WorkerError::Cancelled);
    }
    let stage = match head {
        Head { page: Some(_), .. } => "draw",
        Head { scrub: Some(Scrub { clean: true, .. }), .. } => "clean",
        _ => "read",
    };
    progress.step(stage, 0, 0);
    let mut child = start(program)
        .map_err(|error| WorkerError::NotStarted { program: program.into(), error })?;
    let deadline = Instant::now() + limits.clock;
    let spoken = converse(&mut child, head, bytes, deadline, progress);
    let ended = match spoken {
        Ok(_) => wait_until(&mut child, deadline),
        Err(_) => None,
    };
    if ended.is_none() {
        end(&mut child);
    }
    understand(limits, &spoken?, ended)
}

/// Starts the child with nothing of ours: no variables, no open files, no current folder.
fn start(program: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    command
        .arg(FLAG)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    if cfg!(unix) {
        command.current_dir("/");
    } else if let Some(root) = std::env::var_os("SystemRoot") {
        // Without it no Windows program finds its libraries.
        command.env("SystemRoot", root);
    }
    command.spawn()
}

/// Hands the request over and takes the answer, both at once, so that neither side waits
/// for a full pipe.
fn converse(
    child: &mut Child,
    head: &Head,
    bytes: &[u8],
    deadline: Instant,
    progress: &dyn Progress,
) -> Result<Vec<u8>, WorkerError> {
    let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
    let most = head.limits.answer_megabytes << 20;
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        scope.spawn(move || {
            // A child that refuses early closes its ear; its answer says why.
            stdin.map(|stdin| frame::send(stdin, head, bytes))
        });
        scope.spawn(move || {
            let mut answer = Vec::new();
            let read = stdout.map(|stdout| stdout.take(most + 1).read_to_end(&mut answer));
            // The other end is gone only when nobody wants the answer any more.
            let _ = sender.send(match read {
                Some(Ok(_)) => Some(answer),
                _ => None,
            });
        });
        let outcome = loop {
            match receiver.recv_timeout(BEAT) {
                Ok(Some(answer)) if answer.len() as u64 > most => {
                    break Err(WorkerError::TooLarge { limit: head.limits.answer_megabytes });
                }
                Ok(Some(answer)) => break Ok(answer),
                Ok(None) | Err(RecvTimeoutError::Disconnected) => break Err(WorkerError::Damaged),
                Err(RecvTimeoutError::Timeout) if progress.cancelled() => {
                    break Err(WorkerError::Cancelled);
                }
                Err(RecvTimeoutError::Timeout) if Instant::now() >= deadline => {
                    break Err(timed_out(&head.limits));
                }
                Err(RecvTimeoutError::Timeout) => {}
            }
        };
        if outcome.is_err() {
            // Its end closes the pipes, which ends both threads above.
            end(child);
        }
        outcome
    })
}

fn understand(
    limits: &Limits,
    answer: &[u8],
    ended: Option<ExitStatus>,
) -> Result<Answer, WorkerError> {
    match ended {
        Some(status) if status.success() => {
            serde_json::from_slice(answer).map_err(|_| WorkerError::Damaged)
        }
        Some(status) if status.code() == Some(NO_MEMORY) => {
            Err(WorkerError::OutOfMemory { limit: limits.megabytes })
        }
        Some(status) => Err(death(limits, status)),
        None => Err(timed_out(limits)),
    }
}

/// Tells from what a child died of which limit it reached.
///
/// Rust ends a program that gets no memory, and one whose stack is full, with an abort; a
/// panic does not come here. A kill from outside is the system's own way when memory is
/// short.
#[cfg(unix)]
fn death(limits: &Limits, status: ExitStatus) -> WorkerError {
    use std::os::unix::process::ExitStatusExt as _;

    const ABORT: i32 = 6;
    const KILL: i32 = 9;
    // 24 on Linux and macOS.
    const PROCESSOR_TIME: i32 = 24;
    match status.signal() {
        Some(ABORT | KILL) => WorkerError::OutOfMemory { limit: limits.megabytes },
        Some(PROCESSOR_TIME) => WorkerError::TimedOut { seconds: limits.processor_seconds },
        _ => WorkerError::Damaged,
    }
}

#[cfg(not(unix))]
fn death(_: &Limits, _: ExitStatus) -> WorkerError {
    WorkerError::Damaged
}

fn timed_out(limits: &Limits) -> WorkerError {
    WorkerError::TimedOut { seconds: limits.clock.as_secs() }
}

fn wait_until(child: &mut Child, deadline: Instant) -> Option<ExitStatus> {
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return Some(status),
            Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(1)),
            Ok(None) | Err(_) => return None,
        }
    }
}

fn end(child: &mut Child) {
    // Both fail only when the child is gone already.
    let _ = child.kill();
    let _ = child.wait();
}
