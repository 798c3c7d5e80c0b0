//! The one window.

use std::path::PathBuf;

use tauri::{
    AppHandle, DragDropEvent, Emitter, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent,
};

/// Name of the window inside the program; its capability names it too.
pub(crate) const LABEL: &str = "main";

/// Opens the window.
pub(crate) fn open(app: &AppHandle) -> tauri::Result<()> {
    let mut builder = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Rostrum")
        .inner_size(1280.0, 860.0)
        .min_inner_size(760.0, 560.0)
        .on_navigation(is_our_page);
    // A trial or a test keeps everything in one folder, the web view's own files too.
    if let Some(home) = std::env::var_os("ROSTRUM_HOME") {
        builder = builder.data_directory(PathBuf::from(home).join("window"));
    }
    let window = builder.build()?;
    let handle = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            let paths: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
            let _ = handle.emit("dropped", paths);
        }
    });
    Ok(())
}

/// Tells whether an address is a page of Rostrum; every other one goes to the browser, if anywhere.
fn is_our_page(url: &Url) -> bool {
    let ours = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    let development = cfg!(not(feature = "custom-protocol"))
        && url.scheme() == "http"
        && url.host_str() == Some("127.0.0.1")
        && url.port() == Some(1420);
    ours || development
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_no_page_but_its_own() {
        let ours = |address: &str| is_our_page(&address.parse().expect("an address"));
        assert!(ours("tauri://localhost/"));
        assert!(!ours("https://example.org/"));
        assert!(!ours("file:///etc/passwd"));
        assert!(!ours("tauri://elsewhere/"));
        assert!(!ours("http://127.0.0.1:8080/"));
    }
}
