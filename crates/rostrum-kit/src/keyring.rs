//! Secrets in the system keyring, and for the session only where there is none.
//!
//! Nothing here ever writes a secret to a file. Calls may block while the system asks the
//! user for the keyring's password, so faces call them off their main thread.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use rostrum_core::ports::{Secrets, SecretsUnavailable};

mod system;

pub use system::SystemSecrets;

/// Which secrets a program may see: those kept under one service name.
///
/// Tests and development use names of their own, so that they never read or replace the
/// secrets of the installed application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Namespace(String);

impl Namespace {
    /// Returns the namespace of the installed application.
    pub fn application() -> Self {
        Self("org.rostrum.channels".into())
    }

    /// Returns a namespace apart, for tests and development.
    pub fn apart(name: &str) -> Self {
        Self(format!("org.rostrum.apart.{name}"))
    }

    /// Returns the service name under which the keyring lists the secrets.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a secret went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// It is in the keyring and will be there tomorrow.
    Keyring,
    /// It is in memory until Rostrum ends, because the keyring would not take it.
    SessionOnly(SecretsUnavailable),
}

/// A keyring that keeps secrets for the session when the system will not keep them.
///
/// The clones of one value share what is kept for the session.
#[derive(Clone)]
pub struct Keyring {
    store: Arc<dyn Secrets>,
    session: Arc<Mutex<BTreeMap<String, String>>>,
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Keyring").finish_non_exhaustive()
    }
}

impl Keyring {
    /// Makes a keyring over a store of secrets.
    pub fn new(store: impl Secrets + 'static) -> Self {
        Self { store: Arc::new(store), session: Arc::default() }
    }

    /// Keeps a secret in the store or, when that fails, for the session, and says which.
    pub fn keep(&self, name: &str, secret: &str) -> Kept {
        match self.store.set(name, secret) {
            Ok(()) => {
                self.session().remove(name);
                Kept::Keyring
            }
            Err(why) => {
                self.session().insert(name.into(), secret.into());
                Kept::SessionOnly(why)
            }
        }
    }

    /// Returns a secret, first from the session, then from the store.
    ///
    /// # Errors
    /// Fails when it is not kept for the session and the store is missing or locked.
    pub fn find(&self, name: &str) -> Result<Option<String>, SecretsUnavailable> {
        if let Some(secret) = self.session().get(name) {
            return Ok(Some(secret.clone()));
        }
        self.store.get(name)
    }

    /// Forgets a secret in the session and in the store; fine when there is none.
    ///
    /// # Errors
    /// Fails when the store is missing or locked; the session has forgotten it even so.
    pub fn forget(&self, name: &str) -> Result<(), SecretsUnavailable> {
        self.session().remove(name);
        self.store.remove(name)
    }

    fn session(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Secrets in memory, for tests and for a session without a keyring.
#[derive(Debug, Default)]
pub struct MemorySecrets(Mutex<BTreeMap<String, String>>);

impl MemorySecrets {
    fn map(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Secrets for MemorySecrets {
    fn get(&self, name: &str) -> Result<Option<String>, SecretsUnavailable> {
        Ok(self.map().get(name).cloned())
    }

    fn set(&self, name: &str, secret: &str) -> Result<(), SecretsUnavailable> {
        self.map().insert(name.into(), secret.into());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), SecretsUnavailable> {
        self.map().remove(name);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Missing;

    impl Secrets for Missing {
        fn get(&self, _: &str) -> Result<Option<String>, SecretsUnavailable> {
            Err(missing())
        }
        fn set(&self, _: &str, _: &str) -> Result<(), SecretsUnavailable> {
            Err(missing())
        }
        fn remove(&self, _: &str) -> Result<(), SecretsUnavailable> {
            Err(missing())
        }
    }

    fn missing() -> SecretsUnavailable {
        SecretsUnavailable::Missing { detail: "no bus".into() }
    }

    #[test]
    fn without_a_keyring_a_secret_lasts_for_the_session_and_says_so() {
        let keyring = Keyring::new(Missing);
        assert_eq!(keyring.find("token"), Err(missing()));
        assert_eq!(keyring.keep("token", "s3cret"), Kept::SessionOnly(missing()));
        assert_eq!(keyring.find("token"), Ok(Some("s3cret".into())));
        assert_eq!(keyring.forget("token"), Err(missing()));
        assert_eq!(keyring.find("token"), Err(missing()));
    }

    #[test]
    fn a_secret_in_the_keyring_replaces_the_one_of_the_session() {
        let keyring = Keyring::new(MemorySecrets::default());
        keyring.session().insert("token".into(), "old".into());
        assert_eq!(keyring.keep("token", "new"), Kept::Keyring);
        assert_eq!(keyring.find("token"), Ok(Some("new".into())));
        assert_eq!(keyring.forget("token"), Ok(()));
        assert_eq!(keyring.find("token"), Ok(None));
    }

    #[test]
    fn nothing_secret_is_printed() {
        let keyring = Keyring::new(MemorySecrets::default());
        keyring.keep("token", "s3cret");
        assert!(!format!("{keyring:?}").contains("s3cret"));
    }
}
