//! A server on this machine that takes bundles, and knows every way of failing at it.
//!
//! It speaks just enough HTTP/1.1 over `std::net`: one request a connection, with a
//! `Content-Length`. Each connection is met in the next of the manners it was opened with;
//! the last one stays.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// How one connection is met.
#[derive(Debug, Clone)]
pub enum Manner {
    /// Takes the bundle; a key that was seen before gets the earlier receipt again.
    Take,
    /// Takes the bundle when the token is this one, and answers 401 or 403 otherwise.
    TakeWith(&'static str),
    /// Answers with a status line, a content type and a body.
    Say(&'static str, &'static str, Vec<u8>),
    /// Answers with a status and a place to go to.
    Point(u16, String),
    /// Takes the bundle and says nothing for a while.
    TakeAndSayNothing(Duration),
    /// Takes the bundle and hangs up.
    TakeAndHangUp,
    /// Hangs up after the first few bytes.
    HangUpAtOnce,
    /// Refuses after the headers, as servers with a limit do, and lets the body run out.
    RefuseEarly,
    /// Begins to answer and hangs up.
    BreakOff,
}

/// One request as it came in.
#[derive(Debug, Clone, Default)]
pub struct Request {
    /// Path asked for.
    pub path: String,
    /// Headers by their names in small letters.
    pub headers: BTreeMap<String, String>,
    /// Body.
    pub body: Vec<u8>,
}

/// One part of a `multipart/form-data` body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Name of the field.
    pub field: String,
    /// Name of the file.
    pub file: String,
    /// Content type.
    pub kind: String,
    /// Content.
    pub bytes: Vec<u8>,
}

impl Request {
    /// Returns a header, empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    /// Returns the parts of the body.
    ///
    /// # Panics
    /// When the body is not what its content type says.
    pub fn parts(&self) -> Vec<Part> {
        let boundary = self.header("content-type").split_once("boundary=").expect("a boundary").1;
        let fence = format!("--{boundary}");
        let fields = split(&self.body, fence.as_bytes());
        assert_eq!(fields.last().copied(), Some(b"--\r\n".as_slice()), "the body is closed");
        fields[1..fields.len() - 1]
            .iter()
            .map(|field| {
                let field = field.strip_prefix(b"\r\n").expect("a line end after the fence");
                let cut = field.windows(4).position(|w| w == b"\r\n\r\n").expect("an empty line");
                let head = std::str::from_utf8(&field[..cut]).expect("headers are text");
                let bytes = field[cut + 4..].strip_suffix(b"\r\n").expect("a line end");
                let quoted = |key: &str| {
                    let (_, rest) = head.split_once(&format!("{key}=\"")).expect(key);
                    rest.split('"').next().unwrap_or_default().to_owned()
                };
                let kind = head.split_once("Content-Type: ").expect("a content type").1;
                Part {
                    field: quoted("; name"),
                    file: quoted("; filename"),
                    kind: kind.lines().next().unwrap_or_default().to_owned(),
                    bytes: bytes.to_vec(),
                }
            })
            .collect()
    }
}

fn split<'a>(text: &'a [u8], by: &[u8]) -> Vec<&'a [u8]> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.windows(by.len()).position(|window| window == by) {
        found.push(&rest[..at]);
        rest = &rest[at + by.len()..];
    }
    found.push(rest);
    found
}

/// The server; it ends with the test.
#[derive(Debug)]
pub struct PostOffice {
    address: SocketAddr,
    secure: bool,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl PostOffice {
    /// Opens an office that meets its connections in these manners.
    ///
    /// # Panics
    /// When this machine has no free port.
    pub fn open(manners: impl IntoIterator<Item = Manner>) -> Self {
        Self::serve(manners, None)
    }

    /// Opens an office that speaks TLS with this certificate and key, both in DER.
    ///
    /// # Panics
    /// When the certificate cannot be used.
    pub fn open_secure(
        manners: impl IntoIterator<Item = Manner>,
        certificate: Vec<u8>,
        key: Vec<u8>,
    ) -> Self {
        let key = rustls::pki_types::PrivatePkcs8KeyDer::from(key).into();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("ring knows the default versions")
            .with_no_client_auth()
            .with_single_cert(vec![certificate.into()], key)
            .expect("a certificate with its key");
        Self::serve(manners, Some(Arc::new(config)))
    }

    fn serve(
        manners: impl IntoIterator<Item = Manner>,
        tls: Option<Arc<rustls::ServerConfig>>,
    ) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        let seen = Arc::<Mutex<Vec<Request>>>::default();
        let mut manners: Vec<Manner> = manners.into_iter().collect();
        manners.reverse();
        let (office, secure) = (Arc::clone(&seen), tls.is_some());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let manner =
                    if manners.len() > 1 { manners.pop() } else { manners.last().cloned() };
                let manner = manner.expect("an office has manners");
                let (office, tls) = (Arc::clone(&office), tls.clone());
                thread::spawn(move || match tls {
                    None => meet(stream, &manner, &office),
                    Some(config) => {
                        let session = rustls::ServerConnection::new(config).expect("a session");
                        meet(rustls::StreamOwned::new(session, stream), &manner, &office);
                    }
                });
            }
        });
        Self { address, secure, seen }
    }

    /// Returns the address to send to.
    pub fn address(&self) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        let host = if self.secure { "localhost" } else { "127.0.0.1" };
        format!("{scheme}://{host}:{}/documents", self.address.port())
    }

    /// Returns the requests that came in whole, oldest first.
    pub fn requests(&self) -> Vec<Request> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Returns an address at which nobody listens.
///
/// # Panics
/// When this machine has no free port.
pub fn nobody() -> String {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("a free port");
    let port = listener.local_addr().expect("a bound port").port();
    format!("http://127.0.0.1:{port}/documents")
}

fn meet(stream: impl Read + Write, manner: &Manner, seen: &Mutex<Vec<Request>>) {
    let mut stream = BufReader::new(stream);
    if matches!(manner, Manner::HangUpAtOnce) {
        let _ = stream.read(&mut [0; 16]);
        return;
    }
    if matches!(manner, Manner::RefuseEarly) {
        let _ = stream.fill_buf();
        let words = br#"{"message":"At most 1 MB."}"#;
        say(stream.get_mut(), "413 Content Too Large", "application/json", words, "");
        let _ = std::io::copy(&mut stream, &mut std::io::sink());
        return;
    }
    let Some(request) = read_request(&mut stream) else { return };
    let key = request.header("idempotency-key").to_owned();
    let token = request.header("authorization").to_owned();
    let again = {
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        let again = seen.iter().any(|earlier| earlier.header("idempotency-key") == key);
        seen.push(request);
        again
    };
    let out = stream.get_mut();
    match manner {
        Manner::Take => take(out, &key, again),
        Manner::TakeWith(secret) if token == format!("Bearer {secret}") => take(out, &key, again),
        Manner::TakeWith(_) if token.is_empty() => {
            say(out, "401 Unauthorized", "application/json", br#"{"message":"Log in first."}"#, "");
        }
        Manner::TakeWith(_) => {
            say(out, "403 Forbidden", "application/json", br#"{"message":"Not yours."}"#, "");
        }
        Manner::Say(status, kind, body) => say(out, status, kind, body, ""),
        Manner::Point(status, to) => {
            say(
                out,
                &format!("{status} Elsewhere"),
                "text/plain",
                b"",
                &format!("Location: {to}\r\n"),
            );
        }
        Manner::TakeAndSayNothing(how_long) => thread::sleep(*how_long),
        Manner::BreakOff => {
            let _ = out.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":");
        }
        Manner::TakeAndHangUp | Manner::HangUpAtOnce | Manner::RefuseEarly => {}
    }
}

fn take(out: &mut impl Write, key: &str, again: bool) {
    let body = format!(r#"{{"id":"receipt-{key}","message":"Thank you.","replay":{again}}}"#);
    say(out, if again { "200 OK" } else { "201 Created" }, "application/json", body.as_bytes(), "");
}

fn say(out: &mut impl Write, status: &str, kind: &str, body: &[u8], more: &str) {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n{more}Connection: close\r\n\r\n",
        body.len()
    );
    // A client that has seen enough hangs up; that is its right.
    let _ = out
        .write_all(head.as_bytes())
        .and_then(|()| out.write_all(body))
        .and_then(|()| out.flush());
}

fn read_request(stream: &mut BufReader<impl Read>) -> Option<Request> {
    let mut request = Request::default();
    let mut line = String::new();
    stream.read_line(&mut line).ok()?;
    line.split(' ').nth(1)?.clone_into(&mut request.path);
    loop {
        line.clear();
        stream.read_line(&mut line).ok()?;
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        request.headers.insert(name.to_ascii_lowercase(), value.to_owned());
    }
    let length = request.header("content-length").parse().ok()?;
    let read = stream.take(length).read_to_end(&mut request.body).ok()?;
    (read as u64 == length).then_some(request)
}
