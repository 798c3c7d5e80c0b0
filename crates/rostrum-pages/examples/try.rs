use rostrum_core::model::call::Marking;
use rostrum_core::model::document::*;
use std::time::Instant;
fn doc(n: usize) -> Document {
    let mut d = Document { title: "A statement with a title".into(), subject: "Call".into(), organisation: "Organisation".into(), language: "en".into(), ..Document::default() };
    d.cover = vec![CoverLine { label: "Submitted by".into(), value: "An Organisation".into() }, CoverLine { label: "Agenda item".into(), value: "94 Developments".into() }];
    d.look = Look { font: "Times New Roman".into(), size_pt: 12, justified: true, page_numbers: true, marking: Marking::BoldUnderline };
    let b = |content| DocumentBlock { part: Part::Body, section: None, content, origin: Origin::Made };
    for i in 0..n {
        if i % 8 == 0 { d.blocks.push(b(Content::Heading { level: 1, text: vec![Inline::plain(format!("Heading {i}"))] })); d.blocks.push(b(Content::Heading { level: 3, text: vec![Inline::plain(format!("Sub {i}"))] })); }
        let mut text = vec![Inline::plain(format!("Paragraph number {i} says that States should cooperate, #panic(\"x\") *not bold* $x$, and that ")), Inline::marked("many words of a draft ", Marks { bold: true, ..Marks::default() }), Inline::marked("went out", Marks { deleted: true, ..Marks::default() }), Inline::marked(" came in", Marks { inserted: true, ..Marks::default() })];
        for k in 0..12 { text.push(Inline::plain(format!(" and so the text number {k} goes on with common words of {i} in it,"))); }
        if i % 3 == 0 { let at = d.notes.len() as u32; d.notes.push(vec![Inline::plain(format!("Note {at} with words, see A/79/214, para. {i}."))]); text.push(Inline::Note(at)); }
        if i % 5 == 0 { text.push(Inline::Link { url: "https://www.un.org".into(), text: vec![Inline::plain("a link")] }); }
        d.blocks.push(b(Content::Paragraph { number: Some(i as u32 + 1), quoted: i % 7 == 3, text }));
        if i % 6 == 2 { for (depth, number) in [(0, Some(1)), (0, Some(2)), (1, None), (1, None), (0, Some(3))] { d.blocks.push(b(Content::ListItem { depth, number, text: vec![Inline::plain("An item of a list")] })); } }
        if i == 5 { d.blocks.push(b(Content::Paragraph { number: None, quoted: false, text: vec![Inline::plain("تقرير الفريق العامل A/AC.292/2025 عن أمن المعلومات")] }));
            let c = |s: &str| vec![Inline::plain(s)];
            d.blocks.push(b(Content::Table { widths: vec![14, 30, 30, 26], rows: vec![vec![c("Paragraph"), c("Draft"), c("Proposal"), c("Why")], vec![c("23"), c("Text text Доклад группы"), c("averyveryverylongwordthatdoesnotfitintothecolumnofatable"), c("Έκθεση")], vec![c("24"), c("x"), c("y"), c("z")]] })); }
    }
    d
}
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let fonts = rostrum_pages::Fonts::new(["LiberationSerif-Regular", "LiberationSerif-Bold", "LiberationSerif-Italic", "LiberationSerif-BoldItalic", "LiberationSans-Regular", "LiberationSans-Bold", "LiberationSans-Italic", "LiberationSans-BoldItalic", "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"].map(|n| std::fs::read(format!("templates/fonts/{n}.ttf")).unwrap().into()));
    for n in [14, 320] {
        let mut d = doc(n);
        let t = Instant::now();
        let pdf = rostrum_pages::pdf(&d, &fonts, None).unwrap();
        println!("{n}: {} pages, {:?}, {} bytes, {:?} {:#?}", pdf.pages, pdf.standard, pdf.bytes.len(), t.elapsed(), pdf.findings.iter().map(|f| &f.message).take(3).collect::<Vec<_>>());
        std::fs::write(format!("{dir}/{n}.pdf"), &pdf.bytes).unwrap();
        assert!(pdf.bytes == rostrum_pages::pdf(&d, &fonts, None).unwrap().bytes);
        let mut press = rostrum_pages::Press::new(&fonts);
        press.set(&d).unwrap();
        std::fs::write(format!("{dir}/{n}.svg"), press.svg(1).unwrap()).unwrap();
        println!("marks {} {:?}", press.marks().len(), &press.marks()[..6]);
        println!("touch {:?}", press.touched(1, 200.0, 300.0));
        println!("touch {:?}", press.touched(0, 200.0, 760.0));
        for e in 0..8 {
            let at = d.blocks.iter().enumerate().filter(|(_, b)| matches!(b.content, Content::Paragraph{..})).map(|(i, _)| i).nth(n / 2 + e / 2).unwrap();
            if let Content::Paragraph { text, .. } = &mut d.blocks[at].content { text.push(Inline::plain(format!(" edited{e}"))) }
            let before: Vec<String> = press.sheets().iter().map(|s| s.key.clone()).collect();
            let t = Instant::now();
            press.set(&d).unwrap();
            let t1 = t.elapsed();
            let changed: Vec<usize> = press.sheets().iter().enumerate().filter(|(i, s)| before.get(*i) != Some(&s.key)).map(|(i, _)| i).collect();
            let svg = press.svg(changed.first().copied().unwrap_or(0) as u32).unwrap();
            println!("edit {t1:?}, changed {changed:?}, svg {} {:?}", svg.len(), t.elapsed() - t1);
        }
    }
}
