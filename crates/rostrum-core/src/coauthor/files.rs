//! Files whose words are part of the statement while their bytes are kept elsewhere: those that
//! go with it, and the pictures of the body.

use yrs::Transact;

use super::history::{State, Thing};
use super::projection::{ANNEX, PICTURE, annexes, pictures, same_picture};
use super::shared::{Change, SharedStatement};
use crate::model::{Annex, Picture};

impl SharedStatement {
    /// Saves a file that goes with the statement, or what was decided about it.
    ///
    /// Its bytes are kept elsewhere, under their hash.
    ///
    /// # Panics
    /// Never: an annex always has a JSON form.
    pub fn put_annex(&mut self, annex: &Annex) -> Change {
        let value = serde_json::to_string(annex).expect("values of the model have a JSON form");
        self.step(Thing::Head(format!("{ANNEX}{}", annex.id)), &State::Word(value))
    }

    /// Takes a file that goes with the statement out; undo brings it back.
    ///
    /// A file that two people attached apart goes as a whole.
    pub fn remove_annex(&mut self, id: &str) -> Change {
        let all = annexes(&self.shared, &self.shared.doc.transact());
        let Some(gone) = all.iter().find(|annex| annex.id == id) else { return Change::default() };
        let same = all.iter().filter(|annex| annex.sha256 == gone.sha256);
        self.clear(same.map(|annex| format!("{ANNEX}{}", annex.id)).collect())
    }

    /// Saves a picture, or another name or width of it.
    ///
    /// Its bytes are kept elsewhere, under their hash.
    ///
    /// # Panics
    /// Never: a picture always has a JSON form.
    pub fn put_picture(&mut self, picture: &Picture) -> Change {
        let twins = self.twins(&picture.id);
        let value = serde_json::to_string(picture).expect("values of the model have a JSON form");
        let save = |shared: &mut Self| {
            let thing = Thing::Head(format!("{PICTURE}{}", picture.id));
            shared.step(thing, &State::Word(value.clone()))
        };
        if twins.is_empty() {
            return save(self);
        }
        // One that a partner added apart must not come out from behind it.
        self.as_one(|shared| Change::of(vec![save(shared), shared.clear(twins)]))
    }

    /// Takes a picture out; undo brings it back. What shows it in the body stays.
    pub fn remove_picture(&mut self, id: &str) -> Change {
        let mut fields = self.twins(id);
        fields.push(format!("{PICTURE}{id}"));
        self.clear(fields)
    }

    /// Returns the fields of the same picture as others added it apart.
    fn twins(&self, id: &str) -> Vec<String> {
        let all = pictures(&self.shared, &self.shared.doc.transact());
        let Some(own) = all.iter().find(|picture| picture.id == id) else { return Vec::new() };
        let twins = all.iter().filter(|picture| picture.id != id && same_picture(picture, own));
        twins.map(|picture| format!("{PICTURE}{}", picture.id)).collect()
    }

    /// Empties fields of the head as one act.
    fn clear(&mut self, fields: Vec<String>) -> Change {
        self.as_one(|shared| {
            let nothing = State::Word(String::new());
            let made = fields.into_iter().map(|field| shared.step(Thing::Head(field), &nothing));
            Change::of(made.collect())
        })
    }
}
