//! Hand-over by HTTPS to servers on this machine, in every mood.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use base64::Engine as _;
use rostrum_core::ports::{Progress, Unwatched};
use rostrum_core::submit::ReceiptState::{HandedOver, Prepared, Refused, Unknown};
use rostrum_core::submit::{Bundle, receipt_id};
use rostrum_kit::courier::https::Patience;
use rostrum_kit::courier::{
    Attempt, Courier, CourierError, Delivery, HttpsChannel, HttpsCourier, Journal, Nonsense, Parcel,
};
use rostrum_kit::{Code, Failure};
use rostrum_tests::bundles::{Rows, bundle, version};
use rostrum_tests::post_office::{Manner, PostOffice, nobody};
use sha2::Digest as _;

const TEXT: &str = "# Comments\n\nWe ask to keep paragraph 12.\n";

fn id() -> String {
    receipt_id(&version(TEXT).sha256, "secretariat")
}

fn channel(address: &str) -> HttpsChannel {
    HttpsChannel {
        address: address.into(),
        secret: Some("s3cret-token".into()),
        ..HttpsChannel::default()
    }
}

fn hasty(address: &str) -> HttpsChannel {
    let patience = Patience { answer: Duration::from_millis(600), ..Patience::default() };
    HttpsChannel { patience, ..channel(address) }
}

fn send(channel: &HttpsChannel) -> Result<Delivery, CourierError> {
    send_bundle(channel, &bundle(TEXT), &mut Rows::default())
}

fn send_bundle(
    channel: &HttpsChannel,
    bundle: &Bundle,
    journal: &mut dyn Journal,
) -> Result<Delivery, CourierError> {
    let parcel = Parcel { receipt_id: &id(), bundle };
    HttpsCourier::new(channel)?.hand_over(&parcel, journal, &Unwatched)
}

fn said(status: &'static str, kind: &'static str, body: &str) -> Manner {
    Manner::Say(status, kind, body.as_bytes().to_vec())
}

fn answer_to(manner: Manner) -> Result<Delivery, CourierError> {
    send(&channel(&PostOffice::open([manner]).address()))
}

#[test]
fn a_bundle_arrives_whole_with_token_key_and_digest() {
    let office = PostOffice::open([Manner::TakeWith("s3cret-token")]);
    let delivery = send(&channel(&office.address())).expect("the office takes it");
    assert_eq!(delivery.answer, format!("receipt-{} · Thank you.", id()));
    assert!(!delivery.repeated);

    let requests = office.requests();
    let [request] = requests.as_slice() else { panic!("one request, not {}", requests.len()) };
    assert_eq!(request.header("authorization"), "Bearer s3cret-token");
    assert_eq!(request.header("idempotency-key"), id());
    let digest =
        base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(&request.body));
    assert_eq!(request.header("content-digest"), format!("sha-256=:{digest}:"));
    assert!(!request.headers.contains_key("cookie") && !request.headers.contains_key("referer"));

    let bundle = bundle(TEXT);
    let parts = request.parts();
    let named: Vec<(&str, &str)> =
        parts.iter().map(|part| (part.field.as_str(), part.file.as_str())).collect();
    assert_eq!(
        named,
        [
            ("manifest", "manifest.json"),
            ("documents", "River_Network_Comments_2026.docx"),
            ("documents", "River_Network_Comments_2026.md"),
        ]
    );
    for part in &parts {
        let file = bundle.files.iter().find(|file| file.name == part.file).expect("in the bundle");
        assert_eq!(part.bytes, file.bytes, "{}", part.file);
    }
}

#[test]
fn the_same_parcel_twice_is_one_receipt() {
    let office = PostOffice::open([Manner::Take]);
    let first = send(&channel(&office.address())).expect("taken");
    let second = send(&channel(&office.address())).expect("taken again");
    assert_eq!(first.answer, second.answer);
    assert!(second.repeated && !first.repeated);
    let requests = office.requests();
    assert_eq!(requests[0].body, requests[1].body, "the same bytes under the same key");
}

#[test]
fn the_journal_is_written_before_the_first_byte() {
    struct Watching<'a>(&'a PostOffice, Rows);
    impl Journal for Watching<'_> {
        fn before_send(&mut self, attempt: &Attempt) -> Result<(), Failure> {
            assert!(self.0.requests().is_empty(), "nothing has left yet");
            self.1.before_send(attempt)
        }
    }
    let office = PostOffice::open([Manner::Take]);
    let bundle = bundle(TEXT);
    let mut journal = Watching(&office, Rows::default());
    send_bundle(&channel(&office.address()), &bundle, &mut journal).expect("taken");
    let expected =
        Attempt { receipt_id: id(), target: office.address(), bundle_sha256: bundle.sha256() };
    assert_eq!(journal.1.0, [expected]);
}

#[test]
fn what_the_journal_cannot_note_is_not_sent() {
    struct Full;
    impl Journal for Full {
        fn before_send(&mut self, _: &Attempt) -> Result<(), Failure> {
            Err(Failure::new(Code::DiskFull, "note the hand-over", "no room"))
        }
    }
    let office = PostOffice::open([Manner::Take]);
    let refused = send_bundle(&channel(&office.address()), &bundle(TEXT), &mut Full)
        .expect_err("the journal is full");
    assert_eq!(refused.leaves(Prepared), Prepared);
    assert_eq!(Failure::from(refused).code, Code::DiskFull);
    assert!(office.requests().is_empty());
}

#[test]
fn a_refusal_carries_the_words_of_the_server() {
    let late =
        said("422 Unprocessable", "application/json", r#"{"message":"The call is closed."}"#);
    let refused = answer_to(late).expect_err("refused");
    let CourierError::Refused { status: 422, words, .. } = &refused else { panic!("{refused}") };
    assert_eq!(words, "The call is closed.");
    assert_eq!(refused.leaves(Prepared), Refused);
    let failure = Failure::from(refused);
    assert_eq!((failure.code, &*failure.params["status"]), (Code::ChannelRefused, "422"));
}

#[test]
fn a_missing_token_and_one_without_the_right_are_told_apart() {
    let office = PostOffice::open([Manner::TakeWith("another-token")]);
    let wrong = send(&channel(&office.address())).expect_err("not this token");
    assert!(matches!(wrong, CourierError::NotAllowed { .. }), "{wrong}");
    let without = HttpsChannel { secret: None, ..channel(&office.address()) };
    let missing = send(&without).expect_err("no token");
    let CourierError::SecretRefused { words, .. } = &missing else { panic!("{missing}") };
    assert_eq!(words, "Log in first.");
}

#[test]
fn where_nobody_listens_nothing_was_sent() {
    let away = send(&channel(&nobody())).expect_err("nobody is there");
    let CourierError::Unreachable { detail, .. } = &away else { panic!("{away}") };
    assert_eq!(detail, "nobody answers there; check the address, or try later");
    assert_eq!(away.leaves(Prepared), Prepared);
    assert_eq!(away.leaves(Unknown), Unknown, "an earlier try may still have arrived");
    assert_eq!(Failure::from(away).code, Code::ChannelUnreachable);
}

#[test]
fn a_server_whose_name_is_not_known_was_sent_nothing() {
    // The ending `.invalid` never names anything (RFC 2606).
    let away = send(&channel("https://input.invalid/")).expect_err("no such name");
    let CourierError::Unreachable { detail, .. } = &away else { panic!("{away}") };
    assert!(detail.starts_with("the name of the server is not known"), "{detail}");
}

#[test]
fn silence_leaves_the_outcome_unknown_and_a_second_try_settles_it() {
    for manner in
        [Manner::TakeAndSayNothing(Duration::from_secs(4)), Manner::TakeAndHangUp, Manner::BreakOff]
    {
        let office = PostOffice::open([manner.clone(), Manner::Take]);
        let silent = send(&hasty(&office.address())).expect_err("no answer");
        assert!(matches!(silent, CourierError::Silent { .. }), "{manner:?}: {silent}");
        assert_eq!(silent.leaves(Prepared), Unknown, "{manner:?}");
        assert_eq!(Unknown.step(HandedOver), Ok(HandedOver));
        let again = send(&channel(&office.address())).expect("taken");
        assert!(again.repeated, "the office had it already: {manner:?}");
    }
}

#[test]
fn a_connection_that_is_cut_while_sending_leaves_the_outcome_unknown() {
    let cut = answer_to(Manner::HangUpAtOnce).expect_err("cut");
    assert!(matches!(cut, CourierError::Silent { .. }), "{cut}");
    assert_eq!(cut.leaves(Prepared), Unknown);
}

#[test]
fn an_answer_that_is_no_receipt_is_never_taken_for_one() {
    let page = "<!doctype html><title>Welcome to the hotel</title>";
    let huge = format!(r#"{{"id":"{}"}}"#, "x".repeat(200_000));
    for (manner, expected) in [
        (said("200 OK", "text/html", page), Nonsense::WebPage),
        (said("200 OK", "application/json", "{\"id\": 17"), Nonsense::NotJson),
        (said("200 OK", "application/json", "[1, 2]"), Nonsense::NoReceipt),
        (said("200 OK", "application/json", "{\"ok\": true}"), Nonsense::NoReceipt),
        (said("200 OK", "text/plain", ""), Nonsense::NoReceipt),
        (said("201 Created", "application/json", &huge), Nonsense::TooLarge),
        (Manner::Say("200 OK", "application/json", vec![0xff; 100]), Nonsense::NotJson),
    ] {
        let odd = answer_to(manner).expect_err("no receipt");
        let CourierError::Nonsense { what, .. } = &odd else { panic!("{expected}: {odd}") };
        assert_eq!(*what, expected);
        assert_eq!(odd.leaves(Prepared), Unknown);
    }
}

#[test]
fn a_server_that_is_down_or_busy_with_it_leaves_the_outcome_unknown() {
    for status in ["500 Internal Server Error", "503 Service Unavailable", "409 Conflict"] {
        let down = answer_to(said(status, "text/plain", "Try later.")).expect_err("not taken");
        assert!(matches!(&down, CourierError::Silent { .. }), "{down}");
        assert_eq!(down.leaves(Prepared), Unknown, "{status}");
    }
}

#[test]
fn an_empty_answer_that_says_created_is_a_receipt() {
    assert_eq!(answer_to(said("201 Created", "", "")).expect("taken").answer, "201 Created");
    assert_eq!(answer_to(said("204 No Content", "", "")).expect("taken").answer, "204 No Content");
}

#[test]
fn the_token_never_follows_to_another_host() {
    let stranger = PostOffice::open([Manner::Take]);
    for status in [301, 302, 303, 307, 308] {
        let office = PostOffice::open([Manner::Point(status, stranger.address())]);
        let moved = send(&channel(&office.address())).expect_err("it is elsewhere");
        let CourierError::Moved { to, .. } = &moved else { panic!("{status}: {moved}") };
        assert_eq!(*to, stranger.address());
    }
    assert!(stranger.requests().is_empty());
}

#[test]
fn within_one_host_the_request_follows_when_it_may_be_made_again() {
    let office = PostOffice::open([Manner::Point(308, "/v2/documents".into()), Manner::Take]);
    let delivery = send(&channel(&office.address())).expect("taken at the new place");
    assert!(delivery.answer.contains("Thank you."));
    assert_eq!(office.requests()[1].path, "/v2/documents");
    assert_eq!(office.requests()[1].parts().len(), 3);

    let circle = PostOffice::open([Manner::Point(307, "/documents".into())]);
    let lost = send(&channel(&circle.address())).expect_err("round and round");
    assert!(matches!(lost, CourierError::Silent { .. }), "{lost}");
}

#[test]
fn a_bundle_of_many_megabytes_gets_through() {
    let office = PostOffice::open([Manner::Take]);
    let large = bundle(&"We ask to keep paragraph 12. ".repeat(400_000));
    send_bundle(&channel(&office.address()), &large, &mut Rows::default()).expect("taken");
    assert!(office.requests()[0].body.len() > 20_000_000);
}

#[test]
fn a_refusal_that_comes_before_the_end_of_sending_is_heard() {
    let office = PostOffice::open([Manner::RefuseEarly]);
    let large = bundle(&"We ask to keep paragraph 12. ".repeat(400_000));
    let refused = send_bundle(&channel(&office.address()), &large, &mut Rows::default())
        .expect_err("too large for it");
    let CourierError::Refused { status: 413, words, .. } = &refused else { panic!("{refused}") };
    assert_eq!(words, "At most 1 MB.");
}

/// A user who stops the work the given number of looks after it began.
struct StoppedAfter(u32, AtomicU32);

impl Progress for StoppedAfter {
    fn step(&self, _: &str, _: u32, _: u32) {}

    fn cancelled(&self) -> bool {
        self.1.fetch_add(1, Ordering::Relaxed) >= self.0
    }
}

#[test]
fn waiting_can_be_cancelled_and_leaves_the_outcome_unknown() {
    let office = PostOffice::open([Manner::TakeAndSayNothing(Duration::from_secs(30))]);
    let bundle = bundle(TEXT);
    let parcel = Parcel { receipt_id: &id(), bundle: &bundle };
    let started = Instant::now();
    let stopped = HttpsCourier::new(&channel(&office.address()))
        .expect("a courier")
        .hand_over(&parcel, &mut Rows::default(), &StoppedAfter(5, AtomicU32::new(0)))
        .expect_err("cancelled");
    assert!(matches!(stopped, CourierError::Cancelled { sent: true }), "{stopped}");
    assert!(started.elapsed() < Duration::from_secs(10));
    assert_eq!(stopped.leaves(Prepared), Unknown);
}

#[test]
fn what_is_cancelled_in_time_is_not_sent() {
    let office = PostOffice::open([Manner::Take]);
    let bundle = bundle(TEXT);
    let parcel = Parcel { receipt_id: &id(), bundle: &bundle };
    let mut rows = Rows::default();
    let stopped = HttpsCourier::new(&channel(&office.address()))
        .expect("a courier")
        .hand_over(&parcel, &mut rows, &StoppedAfter(0, AtomicU32::new(0)))
        .expect_err("cancelled");
    assert!(matches!(stopped, CourierError::Cancelled { sent: false }));
    assert!(rows.0.is_empty() && office.requests().is_empty());
}

#[test]
fn an_address_in_the_clear_is_refused_before_anything_else() {
    for address in ["http://input.example.org/", "ftp://input.example.org/", "input.example.org"] {
        let refused = HttpsCourier::new(&channel(address)).expect_err(address);
        assert!(matches!(refused, CourierError::Address { .. }), "{refused}");
    }
}

#[test]
fn a_token_with_a_line_break_cannot_smuggle_a_header() {
    let smuggler = HttpsChannel {
        secret: Some("token\r\nX-Other: 1".into()),
        ..channel("https://input.example.org/")
    };
    assert!(matches!(HttpsCourier::new(&smuggler), Err(CourierError::SecretUnfit)));
}

#[test]
fn neither_the_channel_nor_the_courier_prints_the_token() {
    let channel = channel("https://input.example.org/");
    let courier = HttpsCourier::new(&channel).expect("a courier");
    assert!(!format!("{channel:?} {courier:?}").contains("s3cret"));
}

#[test]
fn a_server_is_believed_only_with_a_certificate_that_is_trusted() {
    let own = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let office = PostOffice::open_secure(
        [Manner::Take],
        own.cert.der().to_vec(),
        own.signing_key.serialize_der(),
    );
    let stranger = send(&channel(&office.address())).expect_err("nobody vouches for it");
    assert!(matches!(stranger, CourierError::NotTrusted { .. }), "{stranger}");
    assert_eq!(stranger.leaves(Prepared), Prepared);
    assert!(office.requests().is_empty());

    let known = HttpsChannel {
        certificate: Some(own.cert.pem().into_bytes()),
        ..channel(&office.address())
    };
    send(&known).expect("the user vouches for it");
    assert_eq!(office.requests()[0].header("authorization"), "Bearer s3cret-token");
}

/// Runs once more with a proxy in its environment.
#[test]
fn a_proxy_of_the_environment_sees_nothing() {
    const INSIDE: &str = "ROSTRUM_TEST_PROXY_INSIDE";
    if std::env::var_os(INSIDE).is_some() {
        let office = PostOffice::open([Manner::Take]);
        send(&channel(&office.address())).expect("taken without a detour");
        return;
    }
    let proxy = PostOffice::open([Manner::Take]);
    let mut again = std::process::Command::new(std::env::current_exe().expect("this test"));
    again.args(["--exact", "a_proxy_of_the_environment_sees_nothing"]).env(INSIDE, "1");
    for name in ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "ALL_PROXY"] {
        again.env(name, proxy.address());
    }
    let run = again.env_remove("NO_PROXY").env_remove("no_proxy").output().expect("it starts");
    assert!(String::from_utf8_lossy(&run.stdout).contains("1 passed"));
    assert!(proxy.requests().is_empty());
}
