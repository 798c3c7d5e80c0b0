//! Hand-over into a folder on real disks: new, known, taken, missing, forbidden and full.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

use std::path::Path;

use rostrum_core::ports::Unwatched;
use rostrum_core::submit::ReceiptState::{Prepared, Refused};
use rostrum_core::submit::receipt_id;
use rostrum_kit::courier::{Courier, CourierError, Delivery, FolderCourier, Parcel};
use rostrum_tests::bundles::{Rows, bundle, version};

const TEXT: &str = "# Comments\n\nWe ask to keep paragraph 12.\n";

fn id() -> String {
    receipt_id(&version(TEXT).sha256, "secretariat")
}

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
