//! Which links may be opened in the system browser.

use super::Desk;
use super::wire::{CheckedLink, LinkRequest};
use crate::failure::{Code, Failure};

/// Schemes that may be opened; everything else could start a program.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

impl Desk {
    /// Tells whether a link may be opened in the browser.
    ///
    /// # Errors
    /// [`Code::LinkRefused`] for any scheme but `https`, `http` and `mailto`, and for
    /// addresses with control characters or spaces.
    pub fn link_check(&self, request: LinkRequest) -> Result<CheckedLink, Failure> {
        let url = request.url.trim();
        let scheme = url.to_ascii_lowercase();
        let known = SCHEMES.iter().any(|s| scheme.starts_with(s) && scheme.len() > s.len());
        if !known || url.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(Failure::new(
                Code::LinkRefused,
                "open a link",
                "only web and mail addresses are opened",
            )
            .with("url", url));
        }
        Ok(CheckedLink { url: url.to_owned() })
    }
}
