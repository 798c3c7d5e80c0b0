//! The language of a few words among words of another one.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Language of a run of words where it is another than the document's: the first part of a
/// BCP 47 tag, such as `fr`. The default is the language of the document.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tongue([u8; 3]);

impl Tongue {
    /// The language of the document.
    pub const OWN: Self = Self([0; 3]);

    /// Returns the tongue of a tag; that of the document for what is no tag.
    pub fn of(tag: &str) -> Self {
        let main = tag.split(['-', '_']).next().unwrap_or_default();
        let mut letters = [0; 3];
        if !(2..=3).contains(&main.len()) || !main.bytes().all(|c| c.is_ascii_alphabetic()) {
            return Self::default();
        }
        for (letter, c) in letters.iter_mut().zip(main.bytes()) {
            *letter = c.to_ascii_lowercase();
        }
        Self(letters)
    }

    /// Returns the tag; none for the language of the document.
    pub fn tag(&self) -> Option<&str> {
        let end = self.0.iter().position(|c| *c == 0).unwrap_or(self.0.len());
        std::str::from_utf8(&self.0[..end]).ok().filter(|tag| !tag.is_empty())
    }

    /// Tells whether it is the language of the document.
    pub fn is_own(&self) -> bool {
        *self == Self::OWN
    }
}

impl Serialize for Tongue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.tag().unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for Tongue {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::of(&String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tongue_is_the_first_part_of_a_tag() {
        assert_eq!(Tongue::of("fr-CA").tag(), Some("fr"));
        assert_eq!(Tongue::of("").tag(), None);
        assert!(Tongue::of("x").is_own());
        assert_eq!(serde_json::from_str::<Tongue>("\"ru\"").ok(), Some(Tongue::of("ru")));
    }
}
