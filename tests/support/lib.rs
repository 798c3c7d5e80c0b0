//! What the tests share: peers to talk to, and things to hand over.

pub mod bundles;
pub mod corpus;
pub mod everything;
pub mod generated;
pub mod machine;
pub mod packages;
pub mod pages;
pub mod pandoc;
pub mod peers;
pub mod pictures;
pub mod post_office;
pub mod readable;
pub mod sample;
pub mod word;
pub mod written;
