//! Settings of the document.

use crate::model::Document;
use crate::model::call::NotesPlace;
use crate::render::docx::runs::Kind;
use crate::render::docx::tongues::languages;

/// Returns `settings.xml`.
///
/// No revision ids, no path of a template, no personal marks; compatibility mode 15 is
/// that of every Word since 2013.
pub(in super::super) fn settings(document: &Document) -> String {
    let (language, east_asian, bidi) = languages(&document.language);
    let Kind { element, .. } = Kind::of(document.look.notes);
    let figures = match document.look.notes {
        NotesPlace::Foot => "",
        // Without it Word counts endnotes in Roman figures.
        NotesPlace::End => "<w:numFmt w:val=\"decimal\"/>",
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
         <w:zoom w:percent=\"100\"/>\
         <w:defaultTabStop w:val=\"567\"/>\
         <w:characterSpacingControl w:val=\"doNotCompress\"/>\
         <w:{element}Pr>{figures}<w:{element} w:id=\"-1\"/><w:{element} w:id=\"0\"/></w:{element}Pr>\
         <w:compat>\
         <w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>\
         </w:compat>\
         <w:themeFontLang w:val=\"{language}\" w:eastAsia=\"{east_asian}\" w:bidi=\"{bidi}\"/>\
         <w:clrSchemeMapping w:bg1=\"light1\" w:t1=\"dark1\" w:bg2=\"light2\" w:t2=\"dark2\" \
         w:accent1=\"accent1\" w:accent2=\"accent2\" w:accent3=\"accent3\" w:accent4=\"accent4\" \
         w:accent5=\"accent5\" w:accent6=\"accent6\" w:hyperlink=\"hyperlink\" \
         w:followedHyperlink=\"followedHyperlink\"/>\
         <w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/>\
         </w:settings>"
    )
}
