//! Items of a list that follow each other, as lists within lists.

use rostrum_core::model::Document;
use rostrum_core::model::document::{Content, DocumentBlock, Inline};
use serde_json::{Map, Value, json};

use super::blocks::turned;
use super::lines::Lines;

/// How items are numbered, by depth; under numbered paragraphs from the second on.
const NUMBERINGS: [&str; 3] = ["1.", "(a)", "(i)"];

struct Item<'d> {
    depth: u8,
    number: Option<u32>,
    text: &'d [Inline],
}

/// Returns how many items follow each other from here on.
pub(super) fn run(blocks: &[DocumentBlock]) -> usize {
    blocks.iter().take_while(|block| matches!(block.content, Content::ListItem { .. })).count()
}

/// Returns the lists that these items make: a deeper item stands inside the one before it.
pub(super) fn lists(
    blocks: &[DocumentBlock],
    document: &Document,
    lines: &Lines<'_>,
) -> Vec<Value> {
    let items: Vec<Item<'_>> = blocks
        .iter()
        .filter_map(|block| match &block.content {
            Content::ListItem { depth, number, text } => {
                Some(Item { depth: (*depth).min(8), number: *number, text })
            }
            _ => None,
        })
        .collect();
    nested(&items, 0, document, lines)
}

fn nested(items: &[Item<'_>], base: u8, document: &Document, lines: &Lines<'_>) -> Vec<Value> {
    let mut out = Vec::new();
    let mut rest = items;
    while let Some(first) = rest.first() {
        // Those of the same depth and kind are one list, with what stands deeper between.
        let kind = first.number.is_some();
        let length = rest
            .iter()
            .take_while(|item| {
                item.depth > first.depth
                    || (item.depth == first.depth && item.number.is_some() == kind)
            })
            .count();
        let (group, after) = rest.split_at(length);
        out.push(one(group, base, document, lines));
        rest = after;
    }
    out
}

fn one(group: &[Item<'_>], base: u8, document: &Document, lines: &Lines<'_>) -> Value {
    let (depth, numbered) = (group[0].depth, group[0].number.is_some());
    let mut items = Vec::new();
    let mut rest = group;
    while let Some((item, after)) = rest.split_first() {
        let inner = after.iter().take_while(|next| next.depth > depth).count();
        let mut out = Map::new();
        let language = turned(&mut out, item.text, document);
        let room = lines.whole(language);
        out.insert("t".into(), lines.line(item.text, room).into());
        out.insert("n".into(), item.number.unwrap_or(1).into());
        if inner > 0 {
            let lists = nested(&after[..inner], depth.saturating_add(1), document, lines);
            out.insert("c".into(), lists.into());
        }
        items.push(Value::Object(out));
        rest = &after[inner..];
    }
    let mut out = json!({ "k": "l", "x": depth.saturating_sub(base), "items": items });
    if numbered {
        let level = usize::from(depth) + usize::from(document.look.numbered);
        out["f"] = NUMBERINGS[level % NUMBERINGS.len()].into();
    }
    out
}
