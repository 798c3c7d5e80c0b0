//! The keyring of the system.

use std::sync::Mutex;

use rostrum_core::ports::{Secrets, SecretsUnavailable};

use super::Namespace;

/// The keyring of the system: the Secret Service on Linux.
///
/// The connection is made on first use and again after a failure, so a keyring that the
/// user starts or unlocks later is found without a restart.
/// On other systems every call answers [`SecretsUnavailable::Missing`]; secrets then last for
/// the session (see [`Keyring`](super::Keyring)).
#[derive(Debug)]
pub struct SystemSecrets {
    namespace: Namespace,
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "no store there yet"))]
    store: Mutex<Option<Store>>,
}

impl SystemSecrets {
    /// Makes a keyring that sees one namespace; nothing is asked yet.
    pub fn new(namespace: Namespace) -> Self {
        Self { namespace, store: Mutex::new(None) }
    }
}

fn missing(detail: impl std::fmt::Display) -> SecretsUnavailable {
    SecretsUnavailable::Missing { detail: detail.to_string() }
}

#[cfg(target_os = "linux")]
type Store = std::sync::Arc<zbus_secret_service_keyring_store::Store>;

#[cfg(target_os = "linux")]
mod linux {
    use std::sync::PoisonError;

    use keyring_core::api::CredentialStoreApi;
    use keyring_core::{Entry, Error};
    use secret_service::EncryptionType;
    use secret_service::blocking::SecretService;

    use super::{Secrets, SecretsUnavailable, SystemSecrets, missing};

    const LOCKED: &str = "what it keeps cannot be seen";

    impl SystemSecrets {
        /// Tells whether the keyring would keep a secret now, without asking the user.
        ///
        /// # Errors
        /// Says what is in the way: no keyring, or a locked one.
        pub fn ready(&self) -> Result<(), SecretsUnavailable> {
            if is_locked().map_err(missing)? { Err(locked(LOCKED)) } else { Ok(()) }
        }

        fn with<T>(
            &self,
            name: &str,
            act: impl FnOnce(&Entry) -> Result<T, Error>,
        ) -> Result<Option<T>, SecretsUnavailable> {
            let mut store = self.store.lock().unwrap_or_else(PoisonError::into_inner);
            let connected = match store.take() {
                Some(connected) => connected,
                None => zbus_secret_service_keyring_store::Store::new().map_err(typed)?,
            };
            let entry = connected.build(self.namespace.as_str(), name, None).map_err(typed)?;
            match act(&entry) {
                Ok(value) => {
                    *store = Some(connected);
                    Ok(Some(value))
                }
                Err(Error::NoEntry) => {
                    *store = Some(connected);
                    Ok(None)
                }
                // The connection is dropped, so that the next call starts afresh.
                Err(other) => Err(typed(other)),
            }
        }
    }

    impl Secrets for SystemSecrets {
        fn get(&self, name: &str) -> Result<Option<String>, SecretsUnavailable> {
            let found = self.with(name, Entry::get_password)?;
            // A locked keyring hides its entries: none found is then no answer.
            if found.is_none() && is_locked().is_ok_and(|locked| locked) {
                return Err(locked(LOCKED));
            }
            Ok(found)
        }

        fn set(&self, name: &str, secret: &str) -> Result<(), SecretsUnavailable> {
            self.with(name, |entry| entry.set_password(secret))?
                .ok_or_else(|| missing("the keyring has no place for new secrets"))
        }

        fn remove(&self, name: &str) -> Result<(), SecretsUnavailable> {
            self.with(name, Entry::delete_credential).map(drop)
        }
    }

    /// Asks the Secret Service whether its default collection is locked.
    ///
    /// A service without a default collection would have to ask the user for a password
    /// to make one, which comes to the same.
    fn is_locked() -> Result<bool, secret_service::Error> {
        let service = SecretService::connect(EncryptionType::Plain)?;
        match service.get_default_collection() {
            Ok(collection) => collection.is_locked(),
            Err(secret_service::Error::NoResult) => Ok(true),
            Err(other) => Err(other),
        }
    }

    fn locked(detail: impl std::fmt::Display) -> SecretsUnavailable {
        SecretsUnavailable::Locked { detail: detail.to_string() }
    }

    fn typed(error: Error) -> SecretsUnavailable {
        match error {
            Error::NoStorageAccess(why) => locked(why),
            other => missing(other),
        }
    }
}

#[cfg(not(target_os = "linux"))]
type Store = ();

#[cfg(not(target_os = "linux"))]
mod elsewhere {
    use super::{Secrets, SecretsUnavailable, SystemSecrets, missing};

    const NONE: &str = "this build of Rostrum knows no keyring for this system";

    impl SystemSecrets {
        /// Tells whether the keyring would keep a secret now, without asking the user.
        ///
        /// # Errors
        /// Says what is in the way: no keyring, or a locked one.
        pub fn ready(&self) -> Result<(), SecretsUnavailable> {
            Err(missing(NONE))
        }
    }

    impl Secrets for SystemSecrets {
        fn get(&self, _: &str) -> Result<Option<String>, SecretsUnavailable> {
            Err(missing(NONE))
        }

        fn set(&self, _: &str, _: &str) -> Result<(), SecretsUnavailable> {
            Err(missing(NONE))
        }

        fn remove(&self, _: &str) -> Result<(), SecretsUnavailable> {
            Err(missing(NONE))
        }
    }
}
