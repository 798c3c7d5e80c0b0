//! What an import may use.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What one import may use; the same for every file unless a test says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Address space of the child, in megabytes.
    ///
    /// The heaviest of 424 real and hostile documents needs less than 192 MB, the thread's
    /// stack among them; `tests/worker.rs` tells what the corpus at hand takes.
    pub megabytes: u64,
    /// Processor time of the child, in seconds.
    ///
    /// The slowest of the same documents takes 15 seconds in an unoptimised build on a
    /// busy machine.
    pub processor_seconds: u64,
    /// Time on the clock before the parent ends the child. It is longer than the processor
    /// time, because the machine may be busy.
    pub clock: Duration,
    /// Largest answer the parent takes, in megabytes.
    pub answer_megabytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            // Address space, not memory in use: the libraries of the window lie in it as well, and
            // 512 leave its program no room to read. Real and hostile drafts use 21 MB.
            megabytes: 768,
            processor_seconds: 60,
            clock: Duration::from_mins(2),
            answer_megabytes: 64,
        }
    }
}

impl Limits {
    /// Returns what drawing one page may use.
    ///
    /// The largest picture takes 32 MB, and the slowest page of the real and hostile documents
    /// under ten seconds in an unoptimised build.
    pub fn one_page() -> Self {
        Self { processor_seconds: 20, clock: Duration::from_secs(40), ..Self::default() }
    }

    /// Returns what looking through a file, and copying it, may use: the whole file is in memory
    /// three times, unpacked, changed and packed again.
    pub fn whole_file() -> Self {
        Self { megabytes: 1536, answer_megabytes: 160, ..Self::default() }
    }

    /// Ties the hands of this process, for good.
    ///
    /// On Linux the process then has no more than its memory and its time, leaves no image
    /// of itself when it dies, and can open nothing: no file and no socket.
    /// Where the system has no such limits (Windows), or takes only some (macOS ignores
    /// the one on memory), the parent's clock is what remains.
    ///
    /// # Errors
    /// Fails when the system refuses a limit that it has.
    pub fn confine_this_process(&self) -> std::io::Result<()> {
        #[cfg(unix)]
        {
            use rlimit::Resource;
            lower(Resource::CORE, 0, 0)?;
            lower(Resource::FSIZE, 0, 0)?;
            // A signal comes at the first number, death without one at the second.
            lower(Resource::CPU, self.processor_seconds, self.processor_seconds + 5)?;
            if cfg!(target_os = "linux") {
                lower(Resource::AS, self.megabytes << 20, self.megabytes << 20)?;
            }
            // The three standard streams are open; a fourth will never be.
            lower(Resource::NOFILE, 3, 3)?;
        }
        Ok(())
    }
}

/// Takes from this process the right to start another, for good.
///
/// Apart from the other limits because on Linux a thread counts as well: it is called in
/// the last thread that is needed. The system does not hold root to it.
///
/// # Errors
/// Fails when the system refuses the limit.
pub fn forbid_children() -> std::io::Result<()> {
    #[cfg(unix)]
    lower(rlimit::Resource::NPROC, 0, 0)?;
    Ok(())
}

/// Lowers a limit; one that the user set lower already stays.
#[cfg(unix)]
fn lower(what: rlimit::Resource, soft: u64, hard: u64) -> std::io::Result<()> {
    let (_, most) = what.get()?;
    what.set(soft.min(most), hard.min(most))
}
