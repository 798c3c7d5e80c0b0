//! The process that reads one draft and ends.

use std::io::{self, Write};
use std::process::exit;
use std::{panic, thread};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use rostrum_core::import::{self, ImportOptions};
use rostrum_core::{begun, review, scrub};

use super::FLAG;
use super::frame::{Answer, Head, Reading, receive_file, receive_head};
use super::limits::forbid_children;
use super::{page, picture};

/// Stack of the reading thread: the same on every system, and enough for the deepest
/// nesting that the readers allow.
const STACK: usize = 32 << 20;

/// Exit code of a worker that got no memory and could still say so.
pub(super) const NO_MEMORY: i32 = 3;

/// Becomes the import worker when the program was started as one, and then never returns.
///
/// The first line of every `main` that starts imports, before anything else is opened.
/// Does nothing when the first argument is not [`FLAG`].
pub fn run_if_asked() {
    if std::env::args_os().nth(1).is_none_or(|first| first != FLAG) {
        return;
    }
    // The words of a panic would go to nobody; the parent is told by the answer.
    panic::set_hook(Box::new(|_| {}));
    let code = match serve() {
        Ok(()) => 0,
        Err(error) if lacks_memory(&error) => NO_MEMORY,
        Err(_) => 2,
    };
    #[expect(clippy::exit, reason = "the worker must never go on into the face's own main")]
    exit(code)
}

fn serve() -> io::Result<()> {
    let mut input = io::stdin().lock();
    let head = receive_head(&mut input)?;
    head.limits.confine_this_process()?;
    let bytes = receive_file(&mut input, &head)?;
    drop(input);
    let answer = thread::Builder::new()
        .stack_size(STACK)
        .spawn(move || forbid_children().map(|()| answer(&head, bytes)))?
        .join()
        .unwrap_or(Ok(Answer::Broken))?;
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, &answer)?;
    out.flush()
}

/// Tells a lack of memory; a thread that gets no stack is told to try again later.
fn lacks_memory(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::OutOfMemory | io::ErrorKind::WouldBlock)
}

fn answer(head: &Head, bytes: Vec<u8>) -> Answer {
    if let Some(asked) = head.page {
        return match page::draw(bytes, head.password.as_deref(), asked) {
            Ok(picture) => Answer::Drawn(picture),
            Err(undrawn) => Answer::Undrawn(undrawn),
        };
    }
    if let Some(longest) = head.picture {
        return Answer::Pictured(picture::make(&bytes, longest));
    }
    match head.reading {
        Reading::Draft => {}
        Reading::Returned => {
            return review::read::read(&bytes).map_or_else(Answer::Refused, Answer::Returned);
        }
        Reading::Begun => {
            return begun::read(&bytes, &head.name).map_or_else(Answer::Refused, Answer::Begun);
        }
    }
    if let Some(asked) = &head.scrub {
        return if asked.clean {
            Answer::Cleaned(scrub::clean(&bytes, &head.name, &asked.choices).map(|cleaned| {
                (BASE64_STANDARD.encode(cleaned.bytes), cleaned.removed, cleaned.left)
            }))
        } else {
            Answer::Looked(scrub::report(&bytes, &head.name, &asked.choices))
        };
    }
    let options = ImportOptions { name: &head.name, password: head.password.as_deref() };
    match import::read(&bytes, &options) {
        Ok(draft) => Answer::Read(draft),
        Err(error) => Answer::Refused(error),
    }
}
