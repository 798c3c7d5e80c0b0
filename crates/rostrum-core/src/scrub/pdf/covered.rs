//! Words under boxes: blacked out for the eye, and still there for whoever copies them.

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, Paint, RenderContent, SoftMask, TransformExt,
    interpret_page,
};
use hayro_syntax::page::Page;

/// Most glyphs of one page that are looked at.
const MOST: usize = 50_000;

/// Most boxes of one page that are looked at; who blacks words out paints fewer.
const MOST_BOXES: usize = 400;

/// A box hides words of a line: at least this high and wide, in points.
const LEAST: f64 = 4.0;

/// Returns the words of a page over which something opaque was painted later; nothing when the
/// page cannot be drawn.
pub(super) fn words<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>) -> String {
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        let (width, height) = page.render_dimensions();
        let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let settings = InterpreterSettings {
            // What is drawn for comments is told with the comments.
            render_content: RenderContent::PAGE,
            ..InterpreterSettings::default()
        };
        let start = page.initial_transform(true).to_kurbo();
        let mut context = Context::new(start, area, cache, page.xref(), settings);
        let mut brush = Brush::default();
        interpret_page(page, &mut context, &mut brush);
        brush
    }));
    drawn.map(Brush::under).unwrap_or_default()
}

/// Tells whether nothing shines through what is painted so.
fn is_opaque(props: &DrawProps<'_>) -> bool {
    let Paint::Color(color) = &props.paint else { return false };
    props.soft_mask.is_none()
        && props.blend_mode == BlendMode::Normal
        && color.to_rgba().to_rgba8()[3] == u8::MAX
}

/// Hears what is painted, in its order.
#[derive(Default)]
struct Brush {
    /// What a glyph says, its middle, its height, and how many boxes were painted before it.
    glyphs: Vec<(String, Point, f64, usize)>,
    boxes: Vec<Rect>,
    /// Groups that are open: what is painted in them may be seen through.
    groups: u32,
    /// Clips that are open; nothing for one that is no box.
    clips: Vec<Option<Rect>>,
}

impl Brush {
    fn under(self) -> String {
        let mut out = String::new();
        let mut last: Option<(Point, f64)> = None;
        for (said, middle, size, before) in &self.glyphs {
            let covered = self.boxes[*before..].iter().any(|area| area.contains(*middle));
            if !covered {
                continue;
            }
            if let Some((place, height)) = last
                && (place.distance(*middle) > height * 1.6)
                && !out.ends_with(' ')
            {
                out.push(' ');
            }
            out.push_str(said);
            last = Some((*middle, *size));
        }
        out.trim().to_owned()
    }
}

impl<'a> Device<'a> for Brush {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        if matches!(mode, DrawMode::Invisible) {
            // Text under a scan is no secret: the picture shows it.
            return;
        }
        for positioned in run.glyphs() {
            if self.glyphs.len() >= MOST {
                return;
            }
            let place: Affine = props.transform * positioned.transform();
            let advance = match &**positioned {
                Glyph::Outline(glyph) => glyph.advance_width(),
                Glyph::Type3(glyph) => glyph.advance_width(),
            };
            let advance = f64::from(advance.unwrap_or(500.0));
            let middle = place * Point::new(advance / 2.0, 300.0);
            let [_, _, across, down, _, _] = place.as_coeffs();
            let said = match positioned.as_unicode() {
                Some(BfString::Char(char)) => char.to_string(),
                Some(BfString::String(many)) => many.clone(),
                None => continue,
            };
            let size = across.hypot(down) * 1000.0;
            self.glyphs.push((said, middle, size, self.boxes.len()));
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let filled = matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..));
        if !filled || self.groups > 0 || path.elements().len() > 6 || self.boxes.len() >= MOST_BOXES
        {
            return;
        }
        let mut area = props.transform.transform_rect_bbox(path.control_box());
        for clip in &self.clips {
            let Some(clip) = clip else { return };
            area = area.intersect(*clip);
        }
        if area.height() >= LEAST && area.width() >= LEAST && is_opaque(&props) {
            self.boxes.push(area);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let simple = clip.path.elements().len() <= 6;
        self.clips.push(simple.then(|| clip.path.control_box()));
    }

    fn push_clip_rect(&mut self, clip: &Rect) {
        self.clips.push(Some(*clip));
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.groups += 1;
    }

    fn pop_transparency_group(&mut self) {
        self.groups = self.groups.saturating_sub(1);
    }
}
