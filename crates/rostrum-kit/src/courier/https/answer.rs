//! What the other side says, read with care: it may be anyone's words.

use std::io::Read;

use reqwest::StatusCode;
use reqwest::blocking::Response;
use reqwest::header::{CONTENT_TYPE, LOCATION};
use serde_json::{Map, Value};

use crate::courier::{CourierError, Delivery, Nonsense};

/// A receipt is a few lines; 64 kB is more than any needs.
const LARGEST: u64 = 64 * 1024;

/// Most characters of foreign words that are shown.
const LONGEST: usize = 300;

/// Reads an answer that is not a redirect.
///
/// # Errors
/// Everything but a success with a receipt in it.
pub(super) fn read(target: &str, response: Response) -> Result<Delivery, CourierError> {
    let status = response.status();
    let header = |name| {
        response.headers().get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned()
    };
    let kind = header(CONTENT_TYPE).to_ascii_lowercase();
    let location = header(LOCATION);
    let target = target.to_owned();
    let body = capped(response);
    if !status.is_success() {
        return Err(refusal(target, status, &body.unwrap_or_default()));
    }
    let nonsense = |what| CourierError::Nonsense { target: target.clone(), what };
    let body = match body {
        Ok(body) => body,
        Err(Cut::TooLarge) => return Err(nonsense(Nonsense::TooLarge)),
        Err(Cut::Lost(detail)) => return Err(CourierError::Silent { target, detail }),
    };
    if body.trim_ascii().is_empty() {
        return empty(status, &location).ok_or_else(|| nonsense(Nonsense::NoReceipt));
    }
    let value = serde_json::from_slice::<Value>(&body).map_err(|_| {
        let page = kind.contains("html") || body.trim_ascii_start().starts_with(b"<");
        nonsense(if page { Nonsense::WebPage } else { Nonsense::NotJson })
    })?;
    value.as_object().and_then(receipt).ok_or_else(|| nonsense(Nonsense::NoReceipt))
}

enum Cut {
    TooLarge,
    Lost(String),
}

fn capped(response: Response) -> Result<Vec<u8>, Cut> {
    let mut body = Vec::new();
    match response.take(LARGEST + 1).read_to_end(&mut body) {
        Err(error) => Err(Cut::Lost(format!("the answer broke off ({error})"))),
        Ok(_) if body.len() as u64 > LARGEST => Err(Cut::TooLarge),
        Ok(_) => Ok(body),
    }
}

/// An answer without a body is a receipt only where its status says that something was
/// made or taken; a bare 200 is what a hotel's network answers too.
fn empty(status: StatusCode, location: &str) -> Option<Delivery> {
    let taken =
        matches!(status, StatusCode::CREATED | StatusCode::ACCEPTED | StatusCode::NO_CONTENT);
    let answer = if location.is_empty() { status.to_string() } else { line(location) };
    taken.then_some(Delivery { answer, repeated: false })
}

fn receipt(answer: &Map<String, Value>) -> Option<Delivery> {
    let word = |key: &str| match answer.get(key) {
        Some(Value::String(word)) => Some(line(word)).filter(|word| !word.is_empty()),
        Some(Value::Number(number)) => Some(number.to_string()),
        _ => None,
    };
    let words: Vec<String> =
        ["receipt", "id", "url", "message"].into_iter().filter_map(word).collect();
    let repeated = ["replay", "repeated"].iter().any(|k| answer.get(*k) == Some(&true.into()));
    (!words.is_empty()).then(|| Delivery { answer: words.join(" · "), repeated })
}

fn refusal(target: String, status: StatusCode, body: &[u8]) -> CourierError {
    let words = words(body);
    match status.as_u16() {
        401 => CourierError::SecretRefused { target, words },
        403 => CourierError::NotAllowed { target, words },
        // The server has the request in hand, or broke down over it: it may still take it.
        408 | 409 | 425 => silent(target, status, &words),
        400..=499 => CourierError::Refused { target, status: status.as_u16(), words },
        _ => silent(target, status, &words),
    }
}

fn silent(target: String, status: StatusCode, words: &str) -> CourierError {
    CourierError::Silent { target, detail: format!("it answered {status}; {words}") }
}

/// The server's own words, when it sent any that a person can read.
fn words(body: &[u8]) -> String {
    const NONE: &str = "the server gave no reason";
    let found = match serde_json::from_slice::<Value>(body) {
        Ok(Value::Object(answer)) => ["message", "detail", "error", "title"]
            .iter()
            .find_map(|key| answer.get(*key).and_then(Value::as_str).map(line)),
        Ok(Value::String(word)) => Some(line(&word)),
        Ok(_) => None,
        Err(_) if body.trim_ascii_start().starts_with(b"<") => None,
        Err(_) => std::str::from_utf8(body).ok().map(line),
    };
    found.filter(|words| !words.is_empty()).unwrap_or_else(|| NONE.into())
}

/// Foreign words as one short line: no control or direction characters.
fn line(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let plain: String = text.chars().map(|c| if steers(c) { ' ' } else { c }).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    if plain.chars().count() <= LONGEST {
        return plain;
    }
    plain.chars().take(LONGEST - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_server_are_one_harmless_line() {
        assert_eq!(words(br#"{"message":"Too\nlate\u202e."}"#), "Too late .");
        assert_eq!(words(b"<html><body>no</body>"), "the server gave no reason");
        assert_eq!(words(b"Closed since Friday"), "Closed since Friday");
        assert_eq!(words(b"\xff\xfe"), "the server gave no reason");
        assert_eq!(words("x".repeat(5000).as_bytes()).chars().count(), LONGEST);
    }

    #[test]
    fn an_answer_is_a_receipt_when_it_names_one() {
        let read = |json: &str| {
            receipt(serde_json::from_str::<Value>(json).expect("JSON").as_object().expect("object"))
        };
        let taken = read(r#"{"id":17,"url":"https://example.org/17","replay":true}"#);
        assert_eq!(
            taken,
            Some(Delivery { answer: "17 · https://example.org/17".into(), repeated: true })
        );
        assert_eq!(read(r#"{"ok":true}"#), None);
        assert_eq!(read(r#"{"id":null,"message":""}"#), None);
    }
}
