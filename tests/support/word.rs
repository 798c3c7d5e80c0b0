//! A partner with Word: changes a document as Word does, by its parts.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// A Word document that is being edited.
pub struct Word {
    parts: Vec<(String, String)>,
    /// Pictures.
    files: Vec<(String, Vec<u8>)>,
    revision: u32,
}

impl Word {
    /// Opens a document.
    ///
    /// # Panics
    /// If the bytes are no package of text parts and pictures.
    pub fn open(bytes: &[u8]) -> Self {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a package");
        let (mut parts, mut files) = (Vec::new(), Vec::new());
        for at in 0..zip.len() {
            let mut part = zip.by_index(at).expect("a part");
            let name = part.name().expect("a name").into_owned();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).expect("a whole part");
            if name.starts_with("word/media/") {
                files.push((name, bytes));
            } else {
                parts.push((name, String::from_utf8(bytes).expect("text")));
            }
        }
        Self { parts, files, revision: 900 }
    }

    /// Returns the document as it is now.
    ///
    /// # Panics
    /// Never with memory to write to.
    pub fn save(&self) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("memory");
            zip.write_all(text.as_bytes()).expect("memory");
        }
        for (name, bytes) in &self.files {
            zip.start_file(name.as_str(), SimpleFileOptions::default()).expect("memory");
            zip.write_all(bytes).expect("memory");
        }
        zip.finish().expect("memory").into_inner()
    }

    /// Puts other bytes in the place of a picture.
    ///
    /// # Panics
    /// If there is no such picture.
    pub fn redraw(&mut self, name: &str, bytes: &[u8]) {
        let file = self.files.iter_mut().find(|(own, _)| own == name);
        file.expect("the picture is there").1 = bytes.to_vec();
    }

    /// Returns the text of a part; nothing when there is none.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.parts.iter().find(|(own, _)| own == name).map(|(_, text)| text.as_str())
    }

    /// Returns a part for changing it.
    ///
    /// # Panics
    /// If there is no such part.
    pub fn part(&mut self, name: &str) -> &mut String {
        let part = self.parts.iter_mut().find(|(own, _)| own == name);
        &mut part.expect("the part is there").1
    }

    /// Adds a part with a relationship to the main one.
    pub fn add(&mut self, name: &str, kind: &str, text: &str) {
        self.parts.push((format!("word/{name}"), text.to_owned()));
        let types = match kind {
            "commentsExtended" => "http://schemas.microsoft.com/office/2011/relationships",
            _ => "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        };
        let relation = format!(
            "<Relationship Id=\"r{kind}\" Type=\"{types}/{kind}\" Target=\"{name}\"/></Relationships>"
        );
        let relations = self.part("word/_rels/document.xml.rels");
        *relations = relations.replace("</Relationships>", &relation);
        let listed = format!(
            "<Override PartName=\"/word/{name}\" ContentType=\"application/vnd.openxmlformats-\
             officedocument.wordprocessingml.{kind}+xml\"/></Types>"
        );
        let contents = self.part("[Content_Types].xml");
        *contents = contents.replace("</Types>", &listed);
    }

    /// Changes words without recording it.
    ///
    /// # Panics
    /// If the words are not there.
    pub fn rewrite(&mut self, from: &str, to: &str) {
        let text = self.part("word/document.xml");
        assert!(text.contains(from), "{from} stands in {text}");
        *text = text.replacen(from, to, 1);
    }

    /// Replaces words inside a run and records it; empty words insert or delete.
    ///
    /// # Panics
    /// If the words are not there, inside one run.
    pub fn record(&mut self, author: &str, before: &str, from: &str, to: &str) {
        let find = format!("{before}{from}");
        let (start, end) = self.run(&find);
        let text = self.part("word/document.xml").clone();
        let run = &text[start..end];
        let open = run.find("<w:t").expect("a run of words");
        let words_at = run[open..].find('>').expect("an element") + open + 1;
        let words_end = run.find("</w:t>").expect("words");
        let (properties, words) = (&run[..open], &run[words_at..words_end]);
        let at = words.find(&find).expect("words") + before.len();
        let piece = |words: &str, tag: &str| match words {
            "" => String::new(),
            words => format!("{properties}<w:{tag} xml:space=\"preserve\">{words}</w:{tag}></w:r>"),
        };
        let by = self.by(author);
        let gone = match from {
            "" => String::new(),
            from => format!("<w:del {by}>{}</w:del>", piece(from, "delText")),
        };
        let by = self.by(author);
        let come = match to {
            "" => String::new(),
            to => format!("<w:ins {by}>{}</w:ins>", piece(to, "t")),
        };
        let new = format!(
            "{}{gone}{come}{}",
            piece(&words[..at], "t"),
            piece(&words[at + from.len()..], "t")
        );
        self.part("word/document.xml").replace_range(start..end, &new);
    }

    /// Returns the attributes of a change by somebody.
    pub fn by(&mut self, author: &str) -> String {
        self.revision += 1;
        format!("w:id=\"{}\" w:author=\"{author}\" w:date=\"2026-11-20T09:00:00Z\"", self.revision)
    }

    /// Returns where the run with these words begins and ends.
    ///
    /// # Panics
    /// If no run has them.
    pub fn run(&mut self, words: &str) -> (usize, usize) {
        let text = self.part("word/document.xml");
        let at = text.find(words).unwrap_or_else(|| panic!("{words} stands in {text}"));
        let start = text[..at].rfind("<w:r>").expect("inside a run");
        let end = at + text[at..].find("</w:r>").expect("inside a run") + "</w:r>".len();
        (start, end)
    }

    /// Returns where the paragraph with these words begins and ends.
    ///
    /// # Panics
    /// If no paragraph has them.
    pub fn paragraph(&mut self, words: &str) -> (usize, usize) {
        let text = self.part("word/document.xml");
        let at = text.find(words).unwrap_or_else(|| panic!("{words} stands in {text}"));
        let start = text[..at].rfind("<w:p>").expect("inside a paragraph");
        let end = at + text[at..].find("</w:p>").expect("inside a paragraph") + "</w:p>".len();
        (start, end)
    }

    /// Takes a whole paragraph out and records it.
    pub fn strike_paragraph(&mut self, author: &str, words: &str) {
        let (start, end) = self.paragraph(words);
        let (mark, by) = (self.by(author), self.by(author));
        let text = self.part("word/document.xml");
        let paragraph = text[start..end]
            .replacen("</w:pPr>", &format!("<w:rPr><w:del {mark}/></w:rPr></w:pPr>"), 1)
            .replace("<w:r>", &format!("<w:del {by}><w:r>"))
            .replace("</w:r>", "</w:r></w:del>")
            .replace("<w:t ", "<w:delText ")
            .replace("<w:t>", "<w:delText>")
            .replace("</w:t>", "</w:delText>");
        text.replace_range(start..end, &paragraph);
    }

    /// Puts a paragraph in after the one with these words and records it.
    pub fn add_paragraph(&mut self, author: &str, after: &str, words: &str) {
        let (start, end) = self.paragraph(after);
        let (mark, by) = (self.by(author), self.by(author));
        let text = self.part("word/document.xml");
        let own = text[start..end].to_owned();
        let marked =
            own.replacen("</w:pPr>", &format!("<w:rPr><w:ins {mark}/></w:rPr></w:pPr>"), 1);
        let properties = own.find("</w:pPr>").map_or("", |at| &own["<w:p>".len()..at + 8]);
        let new = format!(
            "{marked}<w:p>{properties}<w:ins {by}><w:r><w:t xml:space=\"preserve\">{words}</w:t></w:r></w:ins></w:p>"
        );
        text.replace_range(start..end, &new);
    }

    /// Writes a comment on words, with answers, and marks it as dealt with or not.
    pub fn comment(&mut self, on: &str, said: &[(&str, &str)], resolved: bool) {
        let (start, end) = self.run(on);
        let (mut comments, mut threads) = (String::new(), String::new());
        let (mut open, mut close) = (String::new(), String::new());
        for (id, (author, words)) in said.iter().enumerate() {
            comments.push_str(&format!(
                "<w:comment w:id=\"{id}\" w:author=\"{author}\" w:date=\"2026-11-20T10:0{id}:00Z\">\
                 <w:p w14:paraId=\"0000000{id}\"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>"
            ));
            let parent = if id > 0 { "w15:paraIdParent=\"00000000\"" } else { "" };
            let done = u8::from(resolved && id == 0);
            threads.push_str(&format!(
                "<w15:commentEx w15:paraId=\"0000000{id}\" {parent} w15:done=\"{done}\"/>"
            ));
            open.push_str(&format!("<w:commentRangeStart w:id=\"{id}\"/>"));
            close.push_str(&format!(
                "<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"
            ));
        }
        let text = self.part("word/document.xml");
        text.insert_str(end, &close);
        text.insert_str(start, &open);
        let spaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
                      xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\" \
                      xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"";
        self.add(
            "comments.xml",
            "comments",
            &format!("<w:comments {spaces}>{comments}</w:comments>"),
        );
        self.add(
            "commentsExtended.xml",
            "commentsExtended",
            &format!("<w15:commentsEx {spaces}>{threads}</w15:commentsEx>"),
        );
    }
}
