//! Short ways of saying what the tests say often.

use rostrum_core::model::draft::Footnote;
use rostrum_core::model::{Block, BlockKind, Draft, DraftFix, Fix};

/// Makes a draft of blocks written as `label|text`, `# heading` or text.
pub(crate) fn draft(lines: &[&str]) -> Draft {
    let mut path: Vec<String> = Vec::new();
    let block = |(at, line): (usize, &&str)| {
        let mut block = Block { id: format!("b{}", at + 1), confidence: 1.0, ..Block::default() };
        if let Some(text) = line.strip_prefix("# ") {
            block.kind = BlockKind::Heading;
            block.level = 1;
            block.text = text.into();
            path = vec![text.into()];
            return block;
        }
        let line = if let Some(line) = line.strip_prefix('?') {
            block.confidence = 0.5;
            line
        } else {
            line
        };
        match line.split_once('|') {
            Some((label, text)) => {
                block.label = Some(label.into());
                block.text = text.into();
            }
            None => block.text = line.into(),
        }
        block.heading_path.clone_from(&path);
        block
    };
    Draft { blocks: lines.iter().enumerate().map(block).collect(), ..Draft::default() }
}

/// Writes a draft as [`draft`] reads it.
pub(crate) fn lines(draft: &Draft) -> Vec<String> {
    let line = |block: &Block| match (&block.kind, &block.label) {
        (BlockKind::Heading, _) => format!("# {}", block.text),
        (BlockKind::Footnote, label) => {
            format!("^{}|{}", label.as_deref().unwrap_or_default(), block.text)
        }
        (_, Some(label)) => format!("{label}|{}", block.text),
        (_, None) => block.text.clone(),
    };
    draft.blocks.iter().map(line).collect()
}

pub(crate) fn ids(draft: &Draft) -> Vec<&str> {
    draft.blocks.iter().map(|block| block.id.as_str()).collect()
}

/// Makes fixes of the draft `d`, numbered in their order.
pub(crate) fn made(fixes: impl IntoIterator<Item = Fix>) -> Vec<DraftFix> {
    let number = |(at, fix): (usize, Fix)| DraftFix {
        id: format!("f{at}"),
        draft: "d".into(),
        seen: String::new(),
        fix,
    };
    fixes.into_iter().enumerate().map(number).collect()
}

pub(crate) fn split(block: &str, offset: usize) -> Fix {
    Fix::Split { block: block.into(), offset: offset as u32 }
}

pub(crate) fn merge(block: &str) -> Fix {
    Fix::Merge { block: block.into() }
}

pub(crate) fn label(block: &str, label: &str) -> Fix {
    let label = (!label.is_empty()).then(|| label.to_owned());
    Fix::Label { block: block.into(), label }
}

pub(crate) fn drop_it(block: &str) -> Fix {
    Fix::Drop { block: block.into() }
}

pub(crate) fn note(mark: &str, text: &str, offset: usize) -> Footnote {
    Footnote { mark: mark.into(), text: text.into(), offset: offset as u32 }
}
