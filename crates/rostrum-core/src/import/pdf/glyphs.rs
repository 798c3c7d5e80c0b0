//! Takes the glyphs of a page, with their places, from hayro's interpreter.

use hayro_interpret::font::{Glyph as HayroGlyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::kurbo::{BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::page::Page;

use super::rtl;

/// Most glyphs kept of one page; a page of dense print has about 8,000.
const MOST_GLYPHS: usize = 200_000;

/// Points that lie farther away than this are on no page; the largest page that PDF knows has
/// 14,400 points.
const FARTHEST: f64 = 1e6;

/// One glyph in page space: points, origin at the top left, y downwards.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// What the glyph says; `None` when the font does not tell.
    pub(super) text: Option<Said>,
    /// Left end of the baseline.
    pub(super) x: f32,
    /// Baseline.
    pub(super) y: f32,
    /// Advance.
    pub(super) width: f32,
    /// Height of the font.
    pub(super) size: f32,
    /// Whether the font is a bold one.
    pub(super) bold: bool,
    /// Whether the font is a slanted one.
    pub(super) italic: bool,
    /// Whether the glyph is drawn with no ink, as text under a scan is.
    pub(super) unseen: bool,
}

/// The character or characters that one glyph stands for.
#[derive(Debug, Clone)]
pub(super) enum Said {
    /// One character.
    Char(char),
    /// Several, as a ligature.
    Many(Box<str>),
}

/// What a page holds besides its glyphs.
#[derive(Debug, Default)]
pub(super) struct PageContent {
    /// Glyphs in the order in which they are drawn.
    pub(super) glyphs: Vec<Glyph>,
    /// Thin horizontal rules: left, right, y.
    pub(super) rules: Vec<(f32, f32, f32)>,
    /// Share of the page that images cover, at most 1 for each image.
    pub(super) images: f32,
    /// Width of the page.
    pub(super) width: f32,
    /// Height of the page.
    pub(super) height: f32,
    /// Whether the page runs from right to left and is held as in a mirror.
    pub(super) mirrored: bool,
}

/// Returns what stands on a page.
pub(super) fn content<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    settings: &InterpreterSettings,
) -> PageContent {
    let (width, height) = page.render_dimensions();
    let (width, height) = (width.clamp(1.0, FARTHEST as f32), height.clamp(1.0, FARTHEST as f32));
    let page_content = PageContent { width, height, ..PageContent::default() };
    let mut pen = Pen { page: page_content, ways: Vec::new() };
    let start = page.initial_transform(true).to_kurbo();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let mut settings = settings.clone();
    settings.render_content = RenderContent::PAGE;
    let mut context = Context::new(start, area, cache, page.xref(), settings);
    interpret_page(page, &mut context, &mut pen);
    pen.finish()
}

struct Pen {
    page: PageContent,
    /// For each glyph, the way its row runs.
    ways: Vec<Way>,
}

/// The way a row of glyphs runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Right,
    Down,
    Left,
    Up,
}

impl Way {
    /// Returns the way from the direction of the baseline; rows set askew have none.
    fn of(a: f64, b: f64) -> Option<Self> {
        if b.abs() <= a.abs() * 0.2 {
            Some(if a > 0.0 { Self::Right } else { Self::Left })
        } else if a.abs() <= b.abs() * 0.2 {
            Some(if b > 0.0 { Self::Down } else { Self::Up })
        } else {
            None
        }
    }
}

impl Pen {
    /// Returns a place in the frame of a reader who turns the page so that the row runs right.
    fn along(&self, way: Way, x: f32, y: f32) -> (f32, f32) {
        match way {
            Way::Right => (x, y),
            Way::Left => (self.page.width - x, self.page.height - y),
            Way::Down => (y, self.page.width - x),
            Way::Up => (self.page.height - y, x),
        }
    }

    /// Keeps the rows that run the way most rows run: the others are bar codes, stamps and
    /// labels in the margin.
    fn finish(mut self) -> PageContent {
        let count = |way: Way| self.ways.iter().filter(|other| **other == way).count();
        let most = [Way::Right, Way::Down, Way::Left, Way::Up]
            .into_iter()
            .rev()
            .max_by_key(|way| count(*way))
            .unwrap_or(Way::Right);
        let mut ways = self.ways.iter();
        self.page.glyphs.retain(|_| ways.next().is_some_and(|way| *way == most));
        if matches!(most, Way::Down | Way::Up) {
            std::mem::swap(&mut self.page.width, &mut self.page.height);
            self.page.rules.clear();
        }
        if rtl::runs_left(&self.page.glyphs) {
            rtl::mirror(&mut self.page);
        }
        self.page
    }

    /// Returns whether the font of a run is bold and whether it is slanted.
    fn style(run: &GlyphRun<'_, '_>) -> (bool, bool) {
        let Some(first) = run.glyphs().first() else { return (false, false) };
        let HayroGlyph::Outline(glyph) = &**first else { return (false, false) };
        let Some(font) = glyph.font_data() else { return (false, false) };
        let name = font.postscript_name.unwrap_or_default();
        let bold = name.contains("Bold")
            || name.contains("Black")
            || name.contains("Heavy")
            || font.weight.is_some_and(|weight| weight >= 600);
        (bold, font.is_italic || name.contains("Italic") || name.contains("Oblique"))
    }
}

impl<'a> Device<'a> for Pen {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if self.page.glyphs.len() + run.glyphs().len() > MOST_GLYPHS {
            return;
        }
        let (bold, italic) = Self::style(run);
        let unseen = matches!(mode, DrawMode::Invisible);
        let upright = run.writing_mode() == WritingMode::Horizontal;
        let mut last: Option<usize> = None;
        for positioned in run.glyphs() {
            let place = props.transform * positioned.transform();
            let [along, up, across, down, left, base] = place.as_coeffs();
            let near = |number: f64| number.abs() < FARTHEST;
            if !(near(left) && near(base) && [along, up, across, down].into_iter().all(near)) {
                continue;
            }
            let way = if upright { Way::of(along, up) } else { Some(Way::Down) };
            let Some(way) = way else { continue };
            let size = (across.hypot(down) * 1000.0) as f32;
            let advance = match &**positioned {
                HayroGlyph::Outline(glyph) => glyph.advance_width(),
                HayroGlyph::Type3(glyph) => glyph.advance_width(),
            };
            let (x, y) = self.along(way, left as f32, base as f32);
            // The advance of a substituted font is not the document's: the next glyph of the run
            // tells better.
            if let Some(before) = last.map(|at| &mut self.page.glyphs[at]) {
                let step = x - before.x;
                if step > 0.0 && step < before.width {
                    before.width = step;
                }
            }
            let width = advance.map_or(size * 0.5, |units| {
                let end = place * Point::new(f64::from(units), 0.0);
                if upright { (end - Point::new(left, base)).hypot() as f32 } else { size }
            });
            let width = if f64::from(width) < FARTHEST { width } else { size * 0.5 };
            let text = positioned.as_unicode().map(|said| match said {
                BfString::Char(char) => Said::Char(char),
                BfString::String(many) => Said::Many(many.into()),
            });
            last = Some(self.page.glyphs.len());
            self.ways.push(way);
            self.page.glyphs.push(Glyph {
                text,
                x,
                y,
                width: width.max(0.0),
                size,
                bold,
                italic,
                unseen,
            });
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, _: &DrawMode) {
        if path.elements().len() > 6 || self.page.rules.len() > 2000 {
            return;
        }
        let area = props.transform.transform_rect_bbox(path.control_box());
        let near = [area.x0, area.x1, area.y0].into_iter().all(|edge| edge.abs() < FARTHEST);
        if near && area.height() < 1.5 && area.width() > 30.0 {
            self.page.rules.push((area.x0 as f32, area.x1 as f32, area.y0 as f32));
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let size = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        let area = props.transform.transform_rect_bbox(size);
        let page = f64::from(self.page.width * self.page.height).max(1.0);
        self.page.images += (area.area() / page).clamp(0.0, 1.0) as f32;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn pop_clip(&mut self) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_transparency_group(&mut self) {}
}
