//! Ids that no other copy of a statement makes.

use std::sync::atomic::{AtomicU32, Ordering};

use rostrum_core::ports::Ids;
use uuid::Uuid;

/// Ids from time and chance (UUID version 7), which sort by when they were made.
#[derive(Debug, Clone, Copy, Default)]
pub struct Uuid7;

impl Ids for Uuid7 {
    fn next(&self) -> String {
        Uuid::now_v7().hyphenated().to_string()
    }
}

/// Ids that count `id-1`, `id-2`, …: the same in every run, for tests and examples.
#[derive(Debug, Default)]
pub struct CountingIds(AtomicU32);

impl Ids for CountingIds {
    fn next(&self) -> String {
        format!("id-{}", self.0.fetch_add(1, Ordering::Relaxed) + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_and_sort_by_when_they_were_made() {
        let made: Vec<String> = (0..1000).map(|_| Uuid7.next()).collect();
        let mut sorted = made.clone();
        sorted.sort();
        sorted.dedup();
        assert_eq!(made, sorted);
        assert!(made.iter().all(|id| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
    }

    #[test]
    fn counting_ids_are_the_same_in_every_run() {
        let ids = CountingIds::default();
        assert_eq!([ids.next(), ids.next()], ["id-1", "id-2"]);
    }
}
