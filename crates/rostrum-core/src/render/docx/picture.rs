//! Pictures of a document, and the files in which they lie.

use std::fmt::Write as _;
use std::sync::Arc;

use super::xml::escaped;
use crate::model::{Picture, PictureBytes, PictureKind};

/// Hundredths of a millimetre → English metric units, in which Word measures pictures.
const UNITS: u32 = 360;

/// The pictures of a file: each is stored once, however often it is shown.
#[derive(Debug)]
pub(super) struct Media<'p> {
    known: &'p PictureBytes,
    /// Hash and kind of each, in the order in which they are first shown.
    stored: Vec<(String, PictureKind)>,
    /// How many pictures are shown.
    shown: usize,
}

impl<'p> Media<'p> {
    pub(super) fn new(known: &'p PictureBytes) -> Self {
        Self { known, stored: Vec::new(), shown: 0 }
    }

    /// Writes a picture of this size, in hundredths of a millimetre, as it stands in a line.
    ///
    /// Its name in the file is that by which the statement knows it: by that, and by what it
    /// shows, a copy that comes back is read.
    pub(super) fn picture(
        &mut self,
        out: &mut String,
        picture: &Picture,
        alt: &str,
        size: (u32, u32),
    ) {
        let known = self.stored.iter().position(|(hash, _)| *hash == picture.sha256);
        let at = known.unwrap_or_else(|| {
            self.stored.push((picture.sha256.clone(), picture.kind));
            self.stored.len() - 1
        });
        self.shown += 1;
        let (id, name, alt) = (self.shown, escaped(&picture.name), escaped(alt));
        let (wide, high) = (size.0 * UNITS, size.1 * UNITS);
        let relationship = relationship(at);
        let _ = write!(
            out,
            "<w:r><w:drawing><wp:inline xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
             distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{wide}\" cy=\"{high}\"/>\
             <wp:docPr id=\"{id}\" name=\"{name}\" descr=\"{alt}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a=\"{DRAWING}\" noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic xmlns:a=\"{DRAWING}\"><a:graphicData uri=\"{DRAWN}\"><pic:pic xmlns:pic=\"{DRAWN}\">\
             <pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"{name}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"{relationship}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{wide}\" cy=\"{high}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>\
             </wp:inline></w:drawing></w:r>"
        );
    }

    /// Returns the files in which the pictures lie.
    pub(super) fn files(&self) -> Vec<MediaFile> {
        self.stored
            .iter()
            .enumerate()
            .map(|(at, (hash, kind))| MediaFile {
                relationship: relationship(at),
                path: format!("word/media/image{}.{}", at + 1, kind.ending()),
                kind: *kind,
                bytes: self.known.get(hash).cloned().unwrap_or_default(),
            })
            .collect()
    }
}

/// One picture as a file of the package.
#[derive(Debug)]
pub(super) struct MediaFile {
    /// Id of the relationship of the text to it.
    pub relationship: String,
    pub path: String,
    pub kind: PictureKind,
    pub bytes: Arc<[u8]>,
}

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const DRAWN: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

fn relationship(at: usize) -> String {
    format!("rIdPicture{}", at + 1)
}
