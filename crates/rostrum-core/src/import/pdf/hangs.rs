//! Knows at which places labels hang before their words, and at which words run on under them.

use super::joints::is_short;
use super::measure::Usual;
use super::rows::Row;

/// How far apart two labels may stand that are set alike.
const PLAY: f32 = 3.0;

/// What the lines under labels do, by the place of the label.
#[derive(Debug, Default)]
pub(super) struct Hangs {
    places: Vec<Place>,
}

/// What the lines do under the labels that stand at one place.
#[derive(Debug)]
struct Place {
    /// Left edge of the labels.
    label: f32,
    /// Left edge of the lines that hang under the words of most labels.
    words: f32,
    hanging: usize,
    flush: usize,
}

impl Hangs {
    /// Looks at every label whose line is full: the line tight under it goes on with its words.
    pub(super) fn new(rows: &[Row], usual: &[Usual]) -> Self {
        let mut hangs = Self::default();
        for (at, pair) in rows.windows(2).enumerate() {
            let (row, next) = (&pair[0], &pair[1]);
            let Some(opening) = &row.label else { continue };
            let Some(page) = usual.get(row.page as usize) else { continue };
            let tight = next.page == row.page
                && next.y > row.y
                && next.y - row.y < page.leading + row.size * 0.13
                && (next.size - row.size).abs() < 0.75;
            if !tight || next.label.is_some() || is_short(rows, at, next, page) {
                continue;
            }
            let hanging = (next.x0 - opening.words_at).abs() < 4.0;
            let flush = next.x0 < row.x0 + PLAY;
            if hanging || flush {
                let place = hangs.place(row.x0);
                if hanging {
                    place.hanging += 1;
                    place.words = next.x0;
                } else {
                    place.flush += 1;
                }
            }
        }
        hangs
    }

    /// Returns where the words of labels at this place hang under each other, if they do. A long
    /// label such as `100quater.` pushes only its first line aside.
    pub(super) fn words(&self, x: f32) -> Option<f32> {
        let place = self.places.iter().find(|place| (place.label - x).abs() <= PLAY)?;
        (place.hanging > place.flush * 2).then_some(place.words)
    }

    fn place(&mut self, x: f32) -> &mut Place {
        let known = self.places.iter().position(|place| (place.label - x).abs() <= PLAY);
        let at = known.unwrap_or_else(|| {
            self.places.push(Place { label: x, words: x, hanging: 0, flush: 0 });
            self.places.len() - 1
        });
        &mut self.places[at]
    }
}
