//! Secrets in a real keyring: gnome-keyring on a session bus of its own.
//!
//! Each case runs once more inside such a session; where the programs are missing it says
//! that it was skipped.
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]
#![cfg(target_os = "linux")]

use std::process::Command;

use rostrum_core::ports::{Secrets, SecretsUnavailable};
use rostrum_kit::keyring::{Kept, Keyring, Namespace, SystemSecrets};

const INSIDE: &str = "ROSTRUM_TEST_KEYRING";

/// What is there when the case begins.
#[derive(Clone, Copy)]
enum Session {
    /// No bus at all.
    NoBus,
    /// A bus, and nobody on it.
    BusOnly,
    /// A bus and an open keyring.
    OpenKeyring,
}

/// Starts the daemon. The password is a newline: with no input it stays locked.
const START: &str = "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null";

/// A bus that starts nobody by itself.
const BUS: &str = r#"<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"#;

/// Runs a case inside a session of its own.
fn inside(session: Session, name: &str, case: impl FnOnce()) {
    if std::env::var(INSIDE).is_ok_and(|inside| inside == name) {
        if matches!(session, Session::OpenKeyring) {
            wait_for_the_keyring();
        }
        return case();
    }
    let home = tempfile::tempdir().expect("a folder");
    let settings = tempfile::tempdir().expect("a folder");
    let test = std::env::current_exe().expect("this test");
    let exec = "exec \"$0\" --exact \"$1\" --nocapture";
    let mut command = match session {
        Session::NoBus => Command::new("sh"),
        Session::BusOnly | Session::OpenKeyring => {
            let mut command = Command::new("dbus-run-session");
            let bus = settings.path().join("bus.conf");
            std::fs::write(&bus, BUS).expect("room on the disk");
            command.arg("--config-file").arg(bus).args(["--", "sh"]);
            command
        }
    };
    let script = match session {
        Session::OpenKeyring => format!("{START} || exit 77; {exec}"),
        Session::NoBus | Session::BusOnly => exec.to_owned(),
    };
    let run = command
        .arg("-c")
        .arg(script)
        .arg(test)
        .arg(name)
        .env(INSIDE, name)
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_RUNTIME_DIR", home.path())
        .env_remove("DBUS_SESSION_BUS_ADDRESS")
        .output();
    match run {
        Ok(run) if run.status.code() == Some(77) => println!("skipped: no gnome-keyring-daemon"),
        Ok(run) if run.status.code() == Some(127) => println!("skipped: no gnome-keyring-daemon"),
        Ok(run) => {
            let said = String::from_utf8_lossy(&run.stdout);
            let complained = String::from_utf8_lossy(&run.stderr);
            assert!(run.status.success() && said.contains("1 passed"), "{said}\n{complained}");
        }
        Err(_) => println!("skipped: no dbus-run-session"),
    }
}

/// The daemon takes its name on the bus a moment after its command has ended.
fn wait_for_the_keyring() {
    for _ in 0..200 {
        if secrets("tests").ready().is_ok() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("the keyring did not open: {:?}", secrets("tests").ready());
}

fn secrets(space: &str) -> SystemSecrets {
    SystemSecrets::new(Namespace::apart(space))
}

#[test]
fn a_secret_is_kept_found_and_forgotten() {
    inside(Session::OpenKeyring, "a_secret_is_kept_found_and_forgotten", || {
        let secrets = secrets("tests");
        assert_eq!(secrets.ready(), Ok(()));
        assert_eq!(secrets.get("token"), Ok(None));
        assert_eq!(secrets.remove("token"), Ok(()), "forgetting nothing is fine");
        secrets.set("token", "Schlüssel-密钥-🔑").expect("it is open");
        assert_eq!(secrets.get("token"), Ok(Some("Schlüssel-密钥-🔑".into())));
        secrets.set("token", "another").expect("it is open");
        assert_eq!(self::secrets("tests").get("token"), Ok(Some("another".into())));
        assert_eq!(secrets.remove("token"), Ok(()));
        assert_eq!(secrets.get("token"), Ok(None));
    });
}

#[test]
fn tests_and_the_application_never_see_each_others_secrets() {
    inside(Session::OpenKeyring, "tests_and_the_application_never_see_each_others_secrets", || {
        let application = SystemSecrets::new(Namespace::application());
        application.set("token", "real").expect("it is open");
        assert_eq!(secrets("tests").get("token"), Ok(None));
        secrets("tests").set("token", "toy").expect("it is open");
        secrets("tests").remove("token").expect("it is open");
        assert_eq!(application.get("token"), Ok(Some("real".into())));
    });
}

#[test]
fn without_a_bus_the_keyring_is_missing_and_the_secret_lasts_for_the_session() {
    let name = "without_a_bus_the_keyring_is_missing_and_the_secret_lasts_for_the_session";
    inside(Session::NoBus, name, || {
        assert!(matches!(secrets("tests").ready(), Err(SecretsUnavailable::Missing { .. })));
        let keyring = Keyring::new(secrets("tests"));
        let kept = keyring.keep("token", "s3cret");
        assert!(matches!(kept, Kept::SessionOnly(SecretsUnavailable::Missing { .. })), "{kept:?}");
        assert_eq!(keyring.find("token"), Ok(Some("s3cret".into())));
        let home = std::env::var("HOME").expect("set above");
        assert_eq!(std::fs::read_dir(home).expect("a folder").count(), 0, "nothing on the disk");
    });
}

#[test]
fn a_keyring_that_starts_later_is_found_without_a_restart() {
    inside(Session::BusOnly, "a_keyring_that_starts_later_is_found_without_a_restart", || {
        let secrets = secrets("tests");
        let missing = secrets.get("token");
        assert!(matches!(missing, Err(SecretsUnavailable::Missing { .. })), "{missing:?}");
        let started = Command::new("sh").args(["-c", START]).status().expect("sh");
        if !started.success() {
            println!("skipped: no gnome-keyring-daemon");
            return;
        }
        wait_for_the_keyring();
        secrets.set("token", "s3cret").expect("it is there now");
        assert_eq!(secrets.get("token"), Ok(Some("s3cret".into())));
    });
}

#[test]
fn a_locked_keyring_is_told_from_an_absent_secret() {
    inside(Session::OpenKeyring, "a_locked_keyring_is_told_from_an_absent_secret", || {
        let secrets = secrets("tests");
        secrets.set("token", "s3cret").expect("it is open");
        let service =
            secret_service::blocking::SecretService::connect(secret_service::EncryptionType::Plain)
                .expect("a service");
        service.get_default_collection().and_then(|keyring| keyring.lock()).expect("it locks");

        assert!(matches!(secrets.ready(), Err(SecretsUnavailable::Locked { .. })));
        for name in ["token", "never-kept"] {
            let hidden = secrets.get(name);
            assert!(matches!(hidden, Err(SecretsUnavailable::Locked { .. })), "{name}: {hidden:?}");
        }
        let kept = Keyring::new(self::secrets("tests")).keep("other", "s3cret");
        assert!(matches!(kept, Kept::SessionOnly(SecretsUnavailable::Locked { .. })), "{kept:?}");
    });
}
