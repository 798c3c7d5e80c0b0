//! Which addresses a bundle may be sent to.

use reqwest::Url;

/// Why an address is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressFault {
    /// It cannot be read as an address.
    Unreadable,
    /// It is neither HTTPS nor on this machine.
    NotHttps,
    /// It carries a user name or password.
    HoldsSecret,
}

impl AddressFault {
    /// Returns the fault in plain words.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "this is not a web address; it starts with https://",
            Self::NotHttps => "only addresses that start with https:// are safe to send to",
            Self::HoldsSecret => "take the user name and password out of the address",
        }
    }
}

/// Reads an address and refuses every one that would send in the clear over a network.
///
/// Plain HTTP is allowed to the loopback addresses of this machine only, which serves
/// tests and tunnels.
///
/// # Errors
/// Says which rule the address breaks.
pub fn check(address: &str) -> Result<Url, AddressFault> {
    let url = Url::parse(address.trim()).map_err(|_| AddressFault::Unreadable)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressFault::HoldsSecret);
    }
    match url.scheme() {
        "https" if url.has_host() => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        "http" | "https" | "ftp" | "ws" | "wss" => Err(AddressFault::NotHttps),
        _ => Err(AddressFault::Unreadable),
    }
}

fn is_loopback(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    let host = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn https_is_taken_and_plain_http_on_this_machine_only() {
        assert!(check("https://input.example.org/documents").is_ok());
        assert!(check(" http://127.0.0.1:8080/in ").is_ok());
        assert!(check("http://[::1]:8080/in").is_ok());
        assert!(check("http://localhost/in").is_ok());
        for far in ["http://example.org", "http://127.0.0.1.example.org", "http://10.0.0.1/"] {
            assert_eq!(check(far), Err(AddressFault::NotHttps), "{far}");
        }
    }

    #[test]
    fn other_schemes_and_hidden_passwords_are_refused() {
        for odd in ["", "example.org", "file:///etc/passwd", "javascript:alert(1)", "https://"] {
            assert_eq!(check(odd), Err(AddressFault::Unreadable), "{odd}");
        }
        assert_eq!(check("https://me:pw@example.org/"), Err(AddressFault::HoldsSecret));
    }
}
