//! Lays a document out from where things stood before.
//!
//! The compiler learns where things stand (page numbers, notes, headings) by laying everything
//! out until nothing moves any more, and begins each time with nothing: two runs at least, for
//! every key stroke. Begun with what was true before the key stroke, one run is enough unless a
//! page number changed. What comes out is the same: a run counts only when all that it asked of
//! the places of things is still true of the pages it made.

use comemo::{Constraint, Track};
use typst::World;
use typst::diag::SourceResult;
use typst::engine::{Engine, Route, Sink, Traced};
use typst::foundations::{Content, Output, StyleChain, Target, TargetElem};
use typst::introspection::{Introspector, MAX_ITERS};
use typst::utils::Protected;
use typst_layout::PagedDocument;

/// Lays out what the world holds, from the pages as they were before, if they were.
pub(crate) fn compile(
    world: &dyn World,
    before: Option<&PagedDocument>,
) -> SourceResult<PagedDocument> {
    if let Some(before) = before
        && let Some(made) = from(world, before)
    {
        return Ok(made);
    }
    typst::compile::<PagedDocument>(world).output
}

/// Returns the pages, or nothing where they do not settle or hold a fault: then the compiler
/// does it from the beginning, and tells the fault.
fn from(world: &dyn World, before: &PagedDocument) -> Option<PagedDocument> {
    let room = world.track();
    let library = room.library();
    let base = StyleChain::new(&library.styles);
    let target = TargetElem::target.set(Target::Paged).wrap();
    let styles = base.chain(&target);
    let main = room.source(room.main()).ok()?;
    let traced = Traced::default();
    let mut sink = Sink::new();
    let content = typst_eval::eval(
        room,
        library,
        traced.track(),
        sink.track_mut(),
        Route::default().track(),
        &main,
    )
    .ok()?
    .content();
    let mut last: Option<PagedDocument> = None;
    for _ in 0..MAX_ITERS {
        let known = last.as_ref().unwrap_or(before);
        let run = run(world, known, &traced, &content, styles)?;
        if run.settled {
            return sink.delayed().is_empty().then_some(run.made);
        }
        last = Some(run.made);
    }
    None
}

struct Run {
    made: PagedDocument,
    /// Whether all that was asked of the pages known is true of those made.
    settled: bool,
}

/// Lays the content out once, knowing where things stood.
fn run(
    world: &dyn World,
    known: &PagedDocument,
    traced: &Traced,
    content: &Content,
    styles: StyleChain<'_>,
) -> Option<Run> {
    let constraint = Constraint::new();
    let mut sink = Sink::new();
    let mut engine = Engine {
        library: world.library(),
        world: world.track(),
        introspector: Protected::new(places(known).track_with(&constraint)),
        traced: traced.track(),
        sink: sink.track_mut(),
        route: Route::default(),
    };
    let made = PagedDocument::create(&mut engine, content, styles).ok()?;
    let settled = constraint.validate(places(&made));
    (!settled || sink.delayed().is_empty()).then_some(Run { made, settled })
}

/// Returns where things stand on pages.
fn places(pages: &PagedDocument) -> &dyn Introspector {
    Output::introspector(pages)
}
