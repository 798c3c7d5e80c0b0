//! What of the text follows when a picture gets another name or goes.

use rostrum_core::coauthor::{Change, SharedStatement};
use rostrum_core::finding::Edit;
use rostrum_core::model::{Picture, Statement};
use rostrum_core::pictures::{Mention, mentions, taken_out, written};

use super::shows;
use crate::desk::open::Open;
use crate::desk::wire::PictureWords;
use crate::failure::{Code, Failure};

impl Open {
    /// Saves a picture; places that show it follow its name, and one gets other words.
    ///
    /// # Errors
    /// [`Code::NotFound`] when no place that shows it begins where the words should go.
    pub(super) fn rename(
        &mut self,
        statement: &Statement,
        old: &Picture,
        new: &Picture,
        words: Option<&PictureWords>,
    ) -> Result<(), Failure> {
        let mut placed = words.is_none();
        let edits = edits(statement, old, |mention, start| {
            let own = words.filter(|words| words.start == start);
            placed |= own.is_some();
            let (alt, caption) = match own {
                Some(words) => (&words.alt, &words.caption),
                None if old.name == new.name => return None,
                None => (&mention.alt, &mention.caption),
            };
            Some(written(&new.name, alt, caption))
        });
        if !placed {
            let attempt = format!("set the words of \"{}\"", old.name);
            let detail = "the text shows it nowhere at this place; list the pictures again";
            return Err(Failure::new(Code::NotFound, attempt, detail).with("name", &old.name));
        }
        self.write_picture(&edits, |shared| shared.put_picture(new))
    }

    /// Takes a picture out, and the places that show it when asked to.
    pub(super) fn take_out(
        &mut self,
        statement: &Statement,
        picture: &Picture,
        mentioned: bool,
    ) -> Result<(), Failure> {
        let shown = mentions(&statement.body);
        let own = shown.iter().filter(|m| mentioned && shows(statement, &m.name, picture));
        let edits: Vec<Edit> = own.map(|mention| taken_out(&statement.body, mention)).collect();
        self.write_picture(&edits, |shared| shared.remove_picture(&picture.id))
    }

    /// Makes edits of the body, and something with the picture, as one act.
    fn write_picture(
        &mut self,
        body: &[Edit],
        act: impl FnOnce(&mut SharedStatement) -> Change,
    ) -> Result<(), Failure> {
        let changes = self.shared.as_one(|shared| {
            let mut changes = vec![act(shared)];
            if !body.is_empty() {
                changes.push(shared.renumber_body(body)?);
            }
            Ok::<_, Failure>(changes)
        })?;
        for change in changes {
            self.note(change);
        }
        Ok(())
    }
}

/// Returns the edits that write the places of the body that show a picture anew.
fn edits(
    statement: &Statement,
    picture: &Picture,
    mut written: impl FnMut(&Mention, u32) -> Option<String>,
) -> Vec<Edit> {
    let text = &statement.body;
    let units = |to: usize| text[..to].encode_utf16().count() as u32;
    let mut edits = Vec::new();
    for mention in mentions(text) {
        if shows(statement, &mention.name, picture) {
            let (start, end) = (units(mention.range.start), units(mention.range.end));
            edits.extend(written(&mention, start).map(|text| Edit { start, end, text }));
        }
    }
    edits
}
