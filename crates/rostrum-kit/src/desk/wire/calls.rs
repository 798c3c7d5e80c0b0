//! What crosses about calls that users make, and about newer versions of a call.

pub use rostrum_core::calls::{CallDifference, CallFault};
use serde::{Deserialize, Serialize};

wire! {
    /// Makes a call of one's own from another.
    pub struct CallCopyRequest {
        /// Id of the call to begin with; empty begins with nothing.
        pub from: String,
        /// Id of the new call; empty makes one.
        pub id: String,
        /// Name of the new call; empty makes one.
        pub name: String,
    }

    /// A call of one's own, as it is being edited.
    pub struct CallTextRequest {
        /// Id under which it is kept.
        pub id: String,
        /// Its file.
        pub toml: String,
    }

    /// Sets one field of a call that is being edited; nothing is kept by it.
    pub struct CallFieldRequest {
        /// Id under which it is kept.
        pub id: String,
        /// Its file.
        pub toml: String,
        /// Path of the field, such as `limits[0].max`.
        pub path: String,
        /// What to put there; null takes the field out.
        #[cfg_attr(feature = "ts", ts(type = "unknown"))]
        pub value: serde_json::Value,
    }

    /// Brings a call in from a file.
    pub struct CallFileRequest {
        /// Path of the file.
        pub path: String,
    }

    /// Writes a call to a file, to give to others.
    pub struct CallExportRequest {
        /// Id of the call, own or shipped.
        pub id: String,
        /// Path of the file to write.
        pub out: String,
    }

    /// A call that is being edited: its text, its fields, its faults.
    pub struct CallEdit {
        /// Id under which it is kept.
        pub id: String,
        /// Its file.
        pub toml: String,
        /// The fields of the file, whether or not they make a sound call; null when the file
        /// cannot be read as TOML.
        #[cfg_attr(feature = "ts", ts(type = "unknown"))]
        pub fields: serde_json::Value,
        /// What is wrong with it; empty when nothing is.
        pub faults: Vec<CallFault>,
        /// Where it is kept; empty while it is not.
        pub path: String,
    }

    /// Calls that the user made.
    pub struct OwnCallList {
        /// By name.
        pub calls: Vec<OwnCall>,
    }

    /// A call that the user made.
    pub struct OwnCall {
        /// Id.
        pub id: String,
        /// Name; the id when the file has none.
        pub name: String,
        /// Version.
        pub version: u32,
        /// Number of faults; a call with faults cannot be begun with.
        pub faults: u32,
        /// Where it is kept.
        pub path: String,
    }

    /// What a newer version of the statement's call would change.
    pub struct Renewal {
        /// Version of the rules that hold in the statement.
        pub version: u32,
        /// The newest version that is known; the same when there is no newer one.
        pub newest: u32,
        /// Whether the newer version is offered: it is not when the user kept the present one.
        pub offered: bool,
        /// What differs, field by field.
        pub differences: Vec<CallDifference>,
        /// Version from which the rules were renewed last and to which they can go back; 0 for
        /// none.
        pub earlier: u32,
    }

    /// Decides about a newer version of the statement's call.
    pub struct RenewRequest {
        /// Path of the statement file.
        pub file: String,
        /// `accept` takes the newer rules, `keep` stays with the present ones, `back` takes the
        /// ones from before the last renewal again.
        pub act: String,
    }
}
