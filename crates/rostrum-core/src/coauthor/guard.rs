//! Looks over the bytes of an update before anything is built from them.
//!
//! The decoder of yrs reserves memory for whatever number of clients five bytes declare,
//! follows nested values as deep as they go, and counts clocks without looking for
//! overflow. Here every count is held against the bytes that are left, depth and clocks are
//! limited, and only the kinds of content a statement is made of pass.

/// Largest update that is read, in bytes: a body of a million words with its history fits.
pub const MAX_UPDATE: usize = 64 * 1024 * 1024;

/// Largest clock a client may reach; far above any real history, far below overflow.
const MAX_CLOCK: u64 = 1 << 30;
/// Client ids are whole numbers that JavaScript can hold.
const MAX_CLIENT: u64 = (1 << 53) - 1;
/// Values of a statement are flat; this leaves room for later formats.
const MAX_DEPTH: u8 = 8;

/// Why an update of the shared document was not taken in; the document is as before.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UpdateRefused {
    /// The update is larger than [`MAX_UPDATE`].
    #[error("read a change of {bytes} bytes: more than {MAX_UPDATE} are not taken in at once")]
    TooLarge {
        /// Size of the update.
        bytes: usize,
    },
    /// The bytes are not an update.
    #[error("read a change: the bytes are damaged at {at}; ask the sender for the file again")]
    Damaged {
        /// Offset of the byte at which reading stopped.
        at: usize,
    },
    /// The update holds content that statements of this format do not have.
    #[error(
        "read a change: it holds content of kind {kind}, which a statement does not have; \
         it may come from a newer Rostrum"
    )]
    Foreign {
        /// Number of the content kind in the Yjs format.
        kind: u8,
    },
    /// The update builds on changes that are not here.
    #[error(
        "take in a change: it builds on earlier changes that are not here; merge the whole file"
    )]
    Gap,
    /// The update is well formed and still cannot be joined to this document.
    #[error("take in a change: it does not fit this statement; nothing was changed")]
    Misfit,
}

/// Looks over an update (Yjs format, version 1) without building anything.
pub(super) fn look_over(update: &[u8]) -> Result<(), UpdateRefused> {
    if update.len() > MAX_UPDATE {
        return Err(UpdateRefused::TooLarge { bytes: update.len() });
    }
    let mut bytes = Bytes { all: update, at: 0 };
    for _ in 0..bytes.count()? {
        let blocks = bytes.count()?;
        bytes.client()?;
        let mut clock = bytes.clock()?;
        for _ in 0..blocks {
            clock += bytes.block()?;
            bytes.hold(clock <= MAX_CLOCK)?;
        }
    }
    for _ in 0..bytes.count()? {
        bytes.client()?;
        for _ in 0..bytes.count()? {
            let from = bytes.clock()?;
            let len = bytes.clock()?;
            bytes.hold(from + len <= MAX_CLOCK)?;
        }
    }
    bytes.hold(bytes.at == update.len())
}

/// Looks over a state vector (Yjs format, version 1).
pub(super) fn look_over_state(state: &[u8]) -> Result<(), UpdateRefused> {
    if state.len() > MAX_UPDATE {
        return Err(UpdateRefused::TooLarge { bytes: state.len() });
    }
    let mut bytes = Bytes { all: state, at: 0 };
    for _ in 0..bytes.count()? {
        bytes.client()?;
        bytes.clock()?;
    }
    bytes.hold(bytes.at == state.len())
}

/// A place in the bytes of an update.
struct Bytes<'a> {
    all: &'a [u8],
    at: usize,
}

impl<'a> Bytes<'a> {
    fn damaged(&self) -> UpdateRefused {
        UpdateRefused::Damaged { at: self.at }
    }

    fn hold(&self, fine: bool) -> Result<(), UpdateRefused> {
        if fine { Ok(()) } else { Err(self.damaged()) }
    }

    fn byte(&mut self) -> Result<u8, UpdateRefused> {
        let byte = *self.all.get(self.at).ok_or_else(|| self.damaged())?;
        self.at += 1;
        Ok(byte)
    }

    fn skip(&mut self, count: usize) -> Result<&'a [u8], UpdateRefused> {
        let end = self.at.checked_add(count).ok_or_else(|| self.damaged())?;
        let slice = self.all.get(self.at..end).ok_or_else(|| self.damaged())?;
        self.at = end;
        Ok(slice)
    }

    /// Reads an unsigned number of seven bits a byte; more than 63 bits are damage.
    fn number(&mut self) -> Result<u64, UpdateRefused> {
        let mut value = 0u64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(value);
            }
        }
        Err(self.damaged())
    }

    /// Reads a count of things that take at least one byte each.
    fn count(&mut self) -> Result<usize, UpdateRefused> {
        let count = self.number()?;
        let left = self.all.len() - self.at;
        usize::try_from(count).ok().filter(|count| *count <= left).ok_or_else(|| self.damaged())
    }

    fn clock(&mut self) -> Result<u64, UpdateRefused> {
        let clock = self.number()?;
        self.hold(clock <= MAX_CLOCK)?;
        Ok(clock)
    }

    fn client(&mut self) -> Result<(), UpdateRefused> {
        let client = self.number()?;
        self.hold(client <= MAX_CLIENT)
    }

    fn id(&mut self) -> Result<(), UpdateRefused> {
        self.client()?;
        self.clock().map(drop)
    }

    fn text(&mut self) -> Result<&'a str, UpdateRefused> {
        let length = self.count()?;
        let start = self.at;
        let slice = self.skip(length)?;
        std::str::from_utf8(slice)
            .map_err(|fault| UpdateRefused::Damaged { at: start + fault.valid_up_to() })
    }

    /// Reads one block and returns how many clock ticks it takes.
    fn block(&mut self) -> Result<u64, UpdateRefused> {
        let info = self.byte()?;
        if info == 0 || info == 10 {
            // A stretch that was collected (0) or left out (10).
            let length = self.clock()?;
            self.hold(length > 0)?;
            return Ok(length);
        }
        let (left, right, keyed) = (info & 0x80 != 0, info & 0x40 != 0, info & 0x20 != 0);
        if left {
            self.id()?;
        }
        if right {
            self.id()?;
        }
        if !left && !right {
            if self.number()? == 1 {
                self.text()?;
            } else {
                self.id()?;
            }
            if keyed {
                self.text()?;
            }
        }
        match info & 0x1f {
            1 => self.clock(),
            4 => Ok(self.text()?.encode_utf16().count() as u64),
            7 => {
                let kind = self.byte()?;
                // 1 is a map, 2 a text.
                if kind == 1 || kind == 2 { Ok(1) } else { Err(UpdateRefused::Foreign { kind }) }
            }
            8 => {
                let values = self.count()?;
                for _ in 0..values {
                    self.value(0)?;
                }
                Ok(values as u64)
            }
            kind @ (2 | 3 | 5 | 6 | 9 | 11) => Err(UpdateRefused::Foreign { kind }),
            _ => Err(self.damaged()),
        }
    }

    /// Reads one value of the kinds JSON has.
    fn value(&mut self, depth: u8) -> Result<(), UpdateRefused> {
        self.hold(depth < MAX_DEPTH)?;
        match self.byte()? {
            120 | 121 | 126 | 127 => Ok(()),
            125 => {
                while self.byte()? >= 0x80 {}
                Ok(())
            }
            124 => self.skip(4).map(drop),
            122 | 123 => self.skip(8).map(drop),
            119 => self.text().map(drop),
            118 => {
                for _ in 0..self.count()? {
                    self.text()?;
                    self.value(depth + 1)?;
                }
                Ok(())
            }
            117 => {
                for _ in 0..self.count()? {
                    self.value(depth + 1)?;
                }
                Ok(())
            }
            116 => {
                let length = self.count()?;
                self.skip(length).map(drop)
            }
            _ => Err(self.damaged()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_bytes_cannot_ask_for_gigabytes() {
        let bomb = [0x80, 0x80, 0x80, 0x80, 0x01];
        assert_eq!(look_over(&bomb), Err(UpdateRefused::Damaged { at: 5 }));
    }

    #[test]
    fn a_block_count_is_held_against_the_bytes_that_are_left() {
        let bomb = [1, 0xff, 0xff, 0xff, 0xff, 0x0f, 1, 0];
        assert!(matches!(look_over(&bomb), Err(UpdateRefused::Damaged { .. })));
    }

    #[test]
    fn nesting_a_million_deep_is_refused_before_anything_follows_it() {
        let mut bomb = vec![1, 1, 1, 0, 8, 1, 1, b'h', 1];
        bomb.extend(std::iter::repeat_n([117u8, 1], 1_000_000).flatten());
        assert!(matches!(look_over(&bomb), Err(UpdateRefused::Damaged { .. })));
    }

    #[test]
    fn kinds_of_content_a_statement_does_not_have_are_named() {
        // A sub-document (9) in the map "h".
        let update = [1, 1, 1, 0, 9, 1, 1, b'h', 1, b'x', 118, 0, 0];
        assert_eq!(look_over(&update), Err(UpdateRefused::Foreign { kind: 9 }));
    }

    #[test]
    fn an_empty_update_is_fine_and_trailing_bytes_are_not() {
        assert_eq!(look_over(&[0, 0]), Ok(()));
        assert_eq!(look_over(&[0, 0, 0]), Err(UpdateRefused::Damaged { at: 2 }));
    }
}
