//! One adapter for each command of the desk, made from the one list of commands.

use std::sync::Arc;

use rostrum_core::model::Call;
use rostrum_kit::desk::Desk;
// The lint does not look at test builds, so there is nothing to expect there.
#[cfg_attr(
    not(test),
    expect(clippy::wildcard_imports, reason = "the list of commands names every wire type")
)]
use rostrum_kit::desk::wire::*;
use rostrum_kit::{Code, Failure, for_each_command};
use tauri::State;

use crate::{given, native};

macro_rules! adapters {
    ($($name:ident($request:ty) -> $answer:ty: $about:literal,)*) => {
        $(
            #[doc = $about]
            #[tauri::command]
            async fn $name(
                desk: State<'_, Arc<Desk>>,
                request: $request,
            ) -> Result<$answer, Failure> {
                at_the_desk(&desk, move |desk| desk.$name(request)).await
            }
        )*

        /// Returns what answers the window's requests, by name.
        pub(crate) fn handler() -> impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static {
            tauri::generate_handler![
                $($name,)*
                given::given_files,
                native::pick_draft,
                native::pick_open,
                native::pick_save,
                native::pick_folder,
                native::open_link,
                native::open_original,
                native::reveal,
            ]
        }
    };
}
for_each_command!(adapters);

/// Runs work of the desk on a thread that may block, so that the window stays alive.
async fn at_the_desk<Answer: Send + 'static>(
    desk: &State<'_, Arc<Desk>>,
    work: impl FnOnce(&Desk) -> Result<Answer, Failure> + Send + 'static,
) -> Result<Answer, Failure> {
    let desk = Arc::clone(desk.inner());
    tauri::async_runtime::spawn_blocking(move || work(&desk)).await.unwrap_or_else(|error| {
        Err(Failure::new(Code::Internal, "carry out a command of the window", error))
    })
}
