//! The desktop face of Rostrum: one window over the desk. The only crate that knows Tauri.
//!
//! Nothing is decided here. [`commands`] passes each request of the window to the desk,
//! [`native`] asks the system for what only a window can ask (files, links), [`events`]
//! tells the window what happens between request and answer, [`window`] opens the one window.

mod commands;
mod events;
mod given;
mod native;
mod reminders;
mod window;

use std::path::PathBuf;
use std::sync::Arc;

use rostrum_kit::clock::SystemClock;
use rostrum_kit::desk::{Desk, Places};
use tauri::Manager;

use events::WindowEvents;
use given::Given;

/// Opens the window and stays until it is closed.
///
/// # Panics
/// When the system has no window to give, for instance without a display.
#[expect(clippy::exit, reason = "in Tauri's own macro")]
pub fn run() {
    tauri::Builder::default()
        // First, as its documentation asks: a second start must end before it does anything.
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            given::again(app, &arguments, &PathBuf::from(folder));
        }))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .invoke_handler(commands::handler())
        .setup(|app| {
            let places = Places::usual(std::env::current_exe()?);
            let events = Arc::new(WindowEvents::new(app.handle().clone()));
            let desk = Arc::new(Desk::usual(places, Arc::new(SystemClock), events));
            reminders::watch(app.handle().clone(), Arc::clone(&desk));
            app.manage(desk);
            app.manage(Given::from_arguments(&std::env::current_dir()?, std::env::args()));
            window::open(app.handle())?;
            Ok(())
        })
        .run(tauri::generate_context!())
        .expect("the window opens where there is a display");
}

/// Starts this program once more with a safer way of drawing, on Linux, unless the user chose.
///
/// With some graphics drivers `WebKitGTK` shows an empty window when it passes buffers by
/// DMA-BUF (<https://github.com/tauri-apps/tauri/issues/9394>). The variable that turns this
/// off must be there before the first thread; putting it there by replacing the program
/// needs no unsafe code and keeps the process id.
pub fn with_drawing_that_works() {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::process::CommandExt;
        const CHOICE: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
        if std::env::var_os(CHOICE).is_some() {
            return;
        }
        let Ok(program) = std::env::current_exe() else { return };
        // Returns only when it failed; the window may still draw well without it.
        let _ = std::process::Command::new(program)
            .args(std::env::args_os().skip(1))
            .env(CHOICE, "1")
            .exec();
    }
}
