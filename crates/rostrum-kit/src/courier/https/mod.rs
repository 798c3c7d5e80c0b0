//! Hand-over by one HTTPS request: `multipart/form-data` with a bearer token.
//!
//! ```text
//! POST <address>
//! Authorization: Bearer <secret>
//! Idempotency-Key: <receipt id>
//! Content-Digest: sha-256=:<base64>:          (RFC 9530, over the whole body)
//! Content-Type: multipart/form-data; boundary=rostrum-<receipt id>
//!
//! part `manifest`   manifest.json
//! part `documents`  one a document, with its file name
//! ```
//!
//! The same parcel is the same bytes, so a server may know a repeat by its key alone.
//! The answer is a JSON object with `id`, `receipt`, `url` or `message`.
//!
//! Proxies of the environment are not used: the token goes to the address the user
//! entered and to no other host, also not by a redirect.

use std::error::Error;
use std::io;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::blocking::{Client, RequestBuilder, Response};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, LOCATION};
use reqwest::{Certificate, StatusCode, Url, redirect, retry};
use rostrum_core::ports::Progress;
use sha2::{Digest, Sha256};

use super::{Attempt, Courier, CourierError, Delivery, Journal, Parcel};

pub mod address;
mod answer;
mod multipart;

/// How many times a server may send us on within its own host.
const MOST_HOPS: usize = 3;

/// Where and how to send.
#[derive(Clone, Default)]
pub struct HttpsChannel {
    /// Address that takes the documents.
    pub address: String,
    /// Access token.
    pub secret: Option<String>,
    /// A certificate in PEM that is trusted beside those of the system, for an
    /// organisation's own server.
    pub certificate: Option<Vec<u8>>,
    /// How long to wait.
    pub patience: Patience,
}

/// How long a courier waits.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For the connection.
    pub connect: Duration,
    /// For the answer, on top of the time that sending takes on a slow line.
    pub answer: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(15), answer: Duration::from_secs(90) }
    }
}

/// The slowest line on which an upload still gets through, in bytes a second.
///
/// 16 kB/s is a poor 3G connection; a 10 MB bundle then has ten minutes.
const SLOWEST: u64 = 16_000;

impl std::fmt::Debug for HttpsChannel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HttpsChannel")
            .field("address", &self.address)
            .field("has_secret", &self.secret.is_some())
            .finish_non_exhaustive()
    }
}

/// Sends bundles to one address.
#[derive(Debug)]
pub struct HttpsCourier {
    address: Url,
    authorization: Option<HeaderValue>,
    client: Client,
    patience: Patience,
}

impl HttpsCourier {
    /// Makes a courier; nothing is sent or asked yet.
    ///
    /// # Errors
    /// Refuses an address that is not HTTPS (plain HTTP is for this machine only), a
    /// secret that no header can carry, and a certificate that cannot be read.
    pub fn new(channel: &HttpsChannel) -> Result<Self, CourierError> {
        let address = address::check(&channel.address).map_err(|problem| {
            CourierError::Address { address: channel.address.clone(), problem: problem.as_str() }
        })?;
        let authorization = channel.secret.as_deref().map(bearer).transpose()?;
        let client = client(channel)?;
        Ok(Self { address, authorization, client, patience: channel.patience })
    }
}

fn bearer(secret: &str) -> Result<HeaderValue, CourierError> {
    let mut value = HeaderValue::from_str(&format!("Bearer {}", secret.trim()))
        .map_err(|_| CourierError::SecretUnfit)?;
    value.set_sensitive(true);
    Ok(value)
}

fn client(channel: &HttpsChannel) -> Result<Client, CourierError> {
    // Whoever came first wins; both would install the same provider.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let certificate =
        |detail: &dyn std::fmt::Display| CourierError::Certificate { detail: detail.to_string() };
    let extra = match &channel.certificate {
        None => Vec::new(),
        Some(pem) => Certificate::from_pem_bundle(pem).map_err(|error| certificate(&error))?,
    };
    if channel.certificate.is_some() && extra.is_empty() {
        return Err(certificate(&"the file holds no certificate in PEM"));
    }
    Client::builder()
        .user_agent(concat!("Rostrum/", env!("CARGO_PKG_VERSION")))
        .redirect(redirect::Policy::none())
        .retry(retry::never())
        .no_proxy()
        .referer(false)
        .connect_timeout(channel.patience.connect)
        .tls_certs_merge(extra)
        .build()
        .map_err(|error| certificate(&chain(&error)))
}

impl Courier for HttpsCourier {
    fn hand_over(
        &self,
        parcel: &Parcel<'_>,
        journal: &mut dyn Journal,
        progress: &dyn Progress,
    ) -> Result<Delivery, CourierError> {
        if progress.cancelled() {
            return Err(CourierError::Cancelled { sent: false });
        }
        let form = multipart::form(parcel);
        let target = self.address.to_string();
        journal
            .before_send(&Attempt {
                receipt_id: parcel.receipt_id.into(),
                target: target.clone(),
                bundle_sha256: parcel.bundle.sha256(),
            })
            .map_err(CourierError::Journal)?;
        let mut url = self.address.clone();
        for _ in 0..=MOST_HOPS {
            let response = self.post(&url, &form.body, &form.content_type, parcel, progress)?;
            match onward(&url, &response) {
                Onward::Stay => return answer::read(&target, response),
                Onward::SameHost(next) => url = next,
                Onward::Elsewhere(to) => return Err(CourierError::Moved { target, to }),
                Onward::Nowhere => break,
            }
        }
        Err(CourierError::Silent { target, detail: "it sends the request in a circle".into() })
    }
}

impl HttpsCourier {
    fn post(
        &self,
        url: &Url,
        body: &[u8],
        content_type: &str,
        parcel: &Parcel<'_>,
        progress: &dyn Progress,
    ) -> Result<Response, CourierError> {
        let length = body.len() as u64;
        let digest = format!("sha-256=:{}:", STANDARD.encode(Sha256::digest(body)));
        let patience = self.patience.answer + Duration::from_secs(length / SLOWEST);
        let mut request = self
            .client
            .post(url.clone())
            .timeout(patience)
            .header(CONTENT_TYPE, content_type)
            .header("Idempotency-Key", parcel.receipt_id)
            .header("Content-Digest", digest)
            .header("Accept", "application/json")
            // Whole in memory: a body that is read while it is sent hides that nobody listened.
            .body(body.to_vec());
        if let Some(authorization) = &self.authorization {
            request = request.header(AUTHORIZATION, authorization.clone());
        }
        progress.step("send", 0, 0);
        match unless_cancelled(request, progress) {
            Some(answered) => answered.map_err(|error| self.typed(url, &error)),
            None => Err(CourierError::Cancelled { sent: true }),
        }
    }

    /// Says in plain words why no connection came about.
    fn unreached(&self, error: &reqwest::Error) -> String {
        if error.is_dns() {
            "the name of the server is not known; check the address and your connection".into()
        } else if error.is_timeout() {
            format!("no connection within {} seconds", self.patience.connect.as_secs())
        } else if io_kind(error) == Some(io::ErrorKind::ConnectionRefused) {
            "nobody answers there; check the address, or try later".into()
        } else {
            chain(error)
        }
    }

    fn typed(&self, url: &Url, error: &reqwest::Error) -> CourierError {
        let target = url.to_string();
        if error.is_connect() || error.is_builder() {
            return match certificate_fault(error) {
                Some(detail) => CourierError::NotTrusted { target, detail },
                None => CourierError::Unreachable { target, detail: self.unreached(error) },
            };
        }
        let detail = if error.is_timeout() {
            let waited = self.patience.answer.as_secs();
            format!("no answer came within {waited} seconds of sending")
        } else {
            format!("the connection was cut while sending or waiting ({})", chain(error))
        };
        CourierError::Silent { target, detail }
    }
}

/// Waits for the answer, or until the user has waited enough; the request then ends by
/// itself, unheard.
fn unless_cancelled(
    request: RequestBuilder,
    progress: &dyn Progress,
) -> Option<reqwest::Result<Response>> {
    const BEAT: Duration = Duration::from_millis(100);
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // Nobody hears it only when the user gave up waiting.
        let _ = sender.send(request.send());
    });
    loop {
        match receiver.recv_timeout(BEAT) {
            Ok(answered) => return Some(answered),
            Err(_) if progress.cancelled() => return None,
            Err(RecvTimeoutError::Timeout) => {}
            // The thread ended without a word, which only a panic inside can do.
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

enum Onward {
    Stay,
    SameHost(Url),
    Elsewhere(String),
    Nowhere,
}

/// Says where an answer points to.
///
/// Only 307 and 308 promise that nothing was done with the body and that the same request
/// may be made again (RFC 9110, 15.4); the others change it to GET, which sends nothing.
fn onward(from: &Url, response: &Response) -> Onward {
    if !response.status().is_redirection() {
        return Onward::Stay;
    }
    let location = response.headers().get(LOCATION).and_then(|value| value.to_str().ok());
    let Some(to) = location.and_then(|location| from.join(location).ok()) else {
        return Onward::Nowhere;
    };
    let again = matches!(
        response.status(),
        StatusCode::TEMPORARY_REDIRECT | StatusCode::PERMANENT_REDIRECT
    );
    if to.origin() != from.origin() {
        Onward::Elsewhere(to.to_string())
    } else if again {
        Onward::SameHost(to)
    } else {
        Onward::Nowhere
    }
}

/// Finds what rustls says against a certificate, if that is what went wrong.
///
/// An error of the input wraps it once or twice, and hides what it wraps from `source`.
fn certificate_fault(error: &(dyn Error + 'static)) -> Option<String> {
    if let Some(fault @ rustls::Error::InvalidCertificate(_)) = error.downcast_ref() {
        return Some(fault.to_string());
    }
    let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    match wrapped {
        Some(inner) => certificate_fault(inner),
        None => certificate_fault(error.source()?),
    }
}

/// Returns the kind of the first error of the system among the causes.
fn io_kind(error: &(dyn Error + 'static)) -> Option<io::ErrorKind> {
    match error.downcast_ref::<io::Error>() {
        Some(cause) => Some(cause.kind()),
        None => io_kind(error.source()?),
    }
}

/// All causes in one line, without the address, which may hold a token in its query.
fn chain(error: &reqwest::Error) -> String {
    let mut source = error.source();
    let mut words = Vec::new();
    while let Some(cause) = source {
        words.push(cause.to_string());
        source = cause.source();
    }
    if words.is_empty() { "the request could not be made".into() } else { words.join(": ") }
}
