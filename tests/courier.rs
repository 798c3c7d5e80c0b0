//! Hand-over to real peers: servers on this machine and real disks, in every mood.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::path::Path;
use std::time::Duration;

use base64::Engine as _;
use rostrum_core::ports::{Progress, Unwatched};
use rostrum_core::submit::ReceiptState::{HandedOver, Prepared, Refused, Unknown};
use rostrum_core::submit::{Bundle, receipt_id};
use rostrum_kit::courier::https::Patience;
use rostrum_kit::courier::{
    Attempt, Courier, CourierError, Delivery, FolderCourier, HttpsChannel, HttpsCourier, Journal,
    Nonsense, Parcel,
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
        patience: Patience { connect: Duration::from_secs(5), answer: Duration::from_millis(600) },
        ..HttpsChannel::default()
    }
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

// --- HTTPS ---------------------------------------------------------------------------

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
    assert!(matches!(away, CourierError::Unreachable { .. }), "{away}");
    assert_eq!(away.leaves(Prepared), Prepared);
    assert_eq!(away.leaves(Unknown), Unknown, "an earlier try may still have arrived");
    assert_eq!(Failure::from(away).code, Code::ChannelUnreachable);
}

#[test]
fn silence_leaves_the_outcome_unknown_and_a_second_try_settles_it() {
    for manner in
        [Manner::TakeAndSayNothing(Duration::from_secs(4)), Manner::TakeAndHangUp, Manner::BreakOff]
    {
        let office = PostOffice::open([manner.clone(), Manner::Take]);
        let silent = send(&channel(&office.address())).expect_err("no answer");
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
fn what_is_cancelled_in_time_is_not_sent() {
    struct Stopped;
    impl Progress for Stopped {
        fn step(&self, _: &str, _: u32, _: u32) {}
        fn cancelled(&self) -> bool {
            true
        }
    }
    let office = PostOffice::open([Manner::Take]);
    let bundle = bundle(TEXT);
    let parcel = Parcel { receipt_id: &id(), bundle: &bundle };
    let mut rows = Rows::default();
    let stopped = HttpsCourier::new(&channel(&office.address()))
        .expect("a courier")
        .hand_over(&parcel, &mut rows, &Stopped)
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

// --- Folder --------------------------------------------------------------------------

fn put(root: &Path, text: &str, rows: &mut Rows) -> Result<Delivery, CourierError> {
    let bundle = bundle(text);
    let parcel = Parcel { receipt_id: &id(), bundle: &bundle };
    FolderCourier::new(root).hand_over(&parcel, rows, &Unwatched)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn a_folder_receives_the_whole_bundle_under_one_new_name() {
    let root = tempfile::tempdir().expect("a folder");
    let delivery = put(root.path(), TEXT, &mut Rows::default()).expect("written");
    assert_eq!(names(root.path()), [format!("River_Network_Comments_2026-{}", &id()[..8])]);
    for file in &bundle(TEXT).files {
        let read = std::fs::read(Path::new(&delivery.answer).join(&file.name)).expect("written");
        assert_eq!(read, file.bytes);
    }
}

#[test]
fn the_same_bundle_again_is_known_and_nothing_is_written() {
    let root = tempfile::tempdir().expect("a folder");
    let mut rows = Rows::default();
    let first = put(root.path(), TEXT, &mut rows).expect("written");
    let second = put(root.path(), TEXT, &mut rows).expect("known");
    assert_eq!(first.answer, second.answer);
    assert!(second.repeated);
    assert_eq!(rows.0.len(), 1, "the second time nothing was about to leave");
}

#[test]
fn other_content_in_its_place_is_never_overwritten() {
    let root = tempfile::tempdir().expect("a folder");
    let place = put(root.path(), TEXT, &mut Rows::default()).expect("written").answer;
    let other = put(root.path(), "other words", &mut Rows::default()).expect_err("it is taken");
    assert!(matches!(other, CourierError::OtherContent { .. }), "{other}");
    assert_eq!(other.leaves(Prepared), Refused);
    let kept = std::fs::read(Path::new(&place).join("River_Network_Comments_2026.md"));
    assert_eq!(kept.expect("still there"), TEXT.as_bytes());
}

#[test]
fn what_an_interrupted_hand_over_left_is_written_afresh() {
    let root = tempfile::tempdir().expect("a folder");
    let part = root.path().join(format!("River_Network_Comments_2026-{}.part", &id()[..8]));
    std::fs::create_dir(&part).expect("a folder");
    std::fs::write(part.join("River_Network_Comments_2026.docx"), "half").expect("a file");
    let delivery = put(root.path(), TEXT, &mut Rows::default()).expect("written");
    assert!(!delivery.repeated && !part.exists());
    assert_eq!(names(Path::new(&delivery.answer)).len(), 4);
}

#[test]
fn a_disk_that_is_not_plugged_in_is_not_made_up() {
    let root = tempfile::tempdir().expect("a folder");
    let away = root.path().join("USB stick");
    let missing = put(&away, TEXT, &mut Rows::default()).expect_err("it is not there");
    assert!(matches!(missing, CourierError::Unreachable { .. }), "{missing}");
    assert!(!away.exists());
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_may_not_be_written_is_a_clear_refusal() {
    let refused = put(Path::new("/sys"), TEXT, &mut Rows::default()).expect_err("the kernel's");
    assert!(matches!(refused, CourierError::FolderRefused { .. }), "{refused}");
    assert_eq!(refused.leaves(Prepared), Prepared);
}

/// Runs in a mount namespace of its own, where a disk of 64 kB can be had without rights.
#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_leaves_nothing_behind() {
    const DISK: &str = "ROSTRUM_TEST_SMALL_DISK";
    let Some(disk) = std::env::var_os(DISK) else {
        let disk = tempfile::tempdir().expect("a folder");
        let again = std::process::Command::new("unshare")
            .args(["--map-root-user", "--mount", "sh", "-c"])
            .arg("mount -t tmpfs -o size=64k none \"$0\" || exit 77; exec \"$1\" --exact a_full_disk_is_told_and_leaves_nothing_behind --nocapture")
            .arg(disk.path())
            .arg(std::env::current_exe().expect("this test"))
            .env(DISK, disk.path())
            .output();
        match again {
            Ok(run) if run.status.success() => {
                let said = String::from_utf8_lossy(&run.stdout);
                assert!(said.contains("1 passed"), "the inner test ran: {said}");
            }
            Ok(run) if run.status.code() == Some(77) => println!("skipped: no mount allowed here"),
            Ok(run) if String::from_utf8_lossy(&run.stderr).starts_with("unshare:") => {
                println!("skipped: no namespaces here");
            }
            Ok(run) => panic!("{}", String::from_utf8_lossy(&run.stdout)),
            Err(_) => println!("skipped: no unshare here"),
        }
        return;
    };
    let disk = Path::new(&disk);
    let full = put(disk, &"x".repeat(200_000), &mut Rows::default()).expect_err("64 kB only");
    assert!(matches!(full, CourierError::DiskFull { .. }), "{full}");
    assert_eq!(full.leaves(Prepared), Prepared);
    assert_eq!(names(disk), [""; 0]);
    put(disk, TEXT, &mut Rows::default()).expect("a small one fits, also afterwards");
}
