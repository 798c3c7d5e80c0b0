#!/usr/bin/env python3
"""Makes the Word and PDF files of the shipped example from their source text.

    python3 templates/example/make.py            # every draft in this folder
    python3 templates/example/make.py --check    # fails when a DOCX is not what its source gives

What comes in: `zero-draft.md` and its later state `rev1.md`: a title, four lines of facts, headings
`## A. ...`, paragraphs `1.`, `(a)`, `(i)`, and notes `[^1]`.
What goes out: a DOCX with automatic numbers and real footnotes, as a secretariat writes it
(no number stands in the text, so a reader has to work the numbers out), and a PDF of it
made by LibreOffice. The same source gives the same DOCX, byte for byte; the PDF carries
LibreOffice's own clock and fonts and is therefore not compared.
Only the standard library is used, so that nobody needs our renderer to make our input.
"""

import io
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def read(source):
    """Reads a source text into (title, facts, blocks, notes)."""
    title, facts, blocks, notes = "", {}, [], {}
    for line in source.splitlines():
        text = line.strip()
        if not text:
            continue
        if note := re.match(r"\[\^(\d+)\]: (.+)", text):
            notes[int(note[1])] = note[2]
        elif text.startswith("# "):
            title = text[2:]
        elif heading := re.match(r"## [A-Z]\. (.+)", text):
            blocks.append(("Heading1", heading[1]))
        elif paragraph := re.match(r"\d+\. (.+)", text):
            blocks.append(("Numbered", paragraph[1]))
        elif sub := re.match(r"\(([a-z]+)\) (.+)", text):
            style = "Clause" if len(line) - len(line.lstrip()) < 6 else "Subclause"
            blocks.append((style, sub[2]))
        elif fact := re.match(r"(Symbol|Date|Status|Note): (.+)", text):
            facts[fact[1]] = fact[2]
        else:
            sys.exit(f"cannot place this line: {text}")
    used = [int(n) for _, text in blocks for n in re.findall(r"\[\^(\d+)\]", text)]
    if used != sorted(notes) or used != list(range(1, len(used) + 1)):
        sys.exit(f"notes and marks do not agree: {used} / {sorted(notes)}")
    return title, facts, blocks, notes


def runs(text):
    """Turns words with *emphasis* and [^1] marks into runs."""
    out = []
    for part in re.split(r"(\*[^*]+\*|\[\^\d+\])", text):
        if note := re.fullmatch(r"\[\^(\d+)\]", part):
            out.append('<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
                       f'<w:footnoteReference w:id="{note[1]}"/></w:r>')
        elif part.startswith("*") and len(part) > 2:
            out.append(f'<w:r><w:rPr><w:i/></w:rPr>{words(part[1:-1])}</w:r>')
        elif part:
            out.append(f"<w:r>{words(part)}</w:r>")
    return "".join(out)


def words(text):
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def paragraph(style, text):
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{runs(text)}</w:p>'


def field(code):
    """A field with a placeholder that Word and LibreOffice replace."""
    return ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
            f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def document(title, facts, blocks):
    body = [paragraph("Symbol", facts["Symbol"]), paragraph("Symbol", facts["Date"]),
            paragraph("Symbol", facts["Status"]), paragraph("Title", title),
            paragraph("Remark", facts["Note"])]
    body += [paragraph(style, text) for style, text in blocks]
    return (f'{HEAD}<w:document {W} {R}><w:body>{"".join(body)}<w:sectPr>'
            '<w:headerReference w:type="default" r:id="rId4"/>'
            '<w:footerReference w:type="default" r:id="rId5"/>'
            '<w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" '
            'w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>')


def footnotes(notes):
    rule = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
        for number, kind, mark in [(-1, "separator", "separator"),
                                   (0, "continuationSeparator", "continuationSeparator")])
    own = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> </w:t></w:r>{runs(text)}</w:p></w:footnote>'
        for number, text in sorted(notes.items()))
    return f"{HEAD}<w:footnotes {W}>{rule}{own}</w:footnotes>"


def numbering():
    def level(at, kind, text, style, left, hanging):
        return (f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
                f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>')
    headings = level(0, "upperLetter", "%1.", "Heading1", 567, 567)
    text = (level(0, "decimal", "%1.", "Numbered", 0, 0).replace(
                '<w:ind w:left="0" w:hanging="0"/>', '<w:ind w:left="0" w:firstLine="0"/>')
            + level(1, "lowerLetter", "(%2)", "Clause", 1134, 567)
            + level(2, "lowerRoman", "(%3)", "Subclause", 1701, 567))
    return (f'{HEAD}<w:numbering {W}>'
            f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{headings}</w:abstractNum>'
            f'<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>{text}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
            '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>')


def styles():
    def style(name, label, shape, letters="", base="Normal", kind="paragraph"):
        based = f'<w:basedOn w:val="{base}"/>' if base else ""
        default = ' w:default="1"' if name == "Normal" else ""
        shape = f"<w:pPr>{shape}</w:pPr>" if shape else ""
        letters = f"<w:rPr>{letters}</w:rPr>" if letters else ""
        return (f'<w:style w:type="{kind}"{default} w:styleId="{name}"><w:name w:val="{label}"/>'
                f'{based}<w:qFormat/>{shape}{letters}</w:style>')

    def numbered(at, num):
        return f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{num}"/></w:numPr>'
    after = '<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>'
    return (f'{HEAD}<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>'
            '<w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/>'
            '<w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
            + style("Normal", "Normal", after, base="")
            + style("Symbol", "Symbol", '<w:spacing w:after="0"/><w:jc w:val="right"/>')
            + style("Title", "Title", '<w:spacing w:before="360" w:after="240"/>',
                    '<w:b/><w:sz w:val="32"/>')
            + style("Remark", "Remark", '<w:spacing w:after="240"/>', '<w:i/><w:sz w:val="18"/>')
            + style("Heading1", "heading 1", '<w:keepNext/>' + numbered(0, 1)
                    + '<w:spacing w:before="300" w:after="140"/><w:outlineLvl w:val="0"/>',
                    '<w:b/><w:sz w:val="26"/>')
            + style("Numbered", "Numbered paragraph", numbered(0, 2) + after)
            + style("Clause", "Sub-paragraph", numbered(1, 2) + after)
            + style("Subclause", "Sub-sub-paragraph", numbered(2, 2) + after)
            + style("Header", "header", '<w:tabs><w:tab w:val="right" w:pos="9026"/></w:tabs>',
                    '<w:sz w:val="18"/>')
            + style("Footer", "footer", '<w:jc w:val="right"/>', '<w:sz w:val="18"/>')
            + style("FootnoteText", "footnote text", '<w:spacing w:after="0"/>', '<w:sz w:val="18"/>')
            + style("FootnoteReference", "footnote reference", "",
                    '<w:vertAlign w:val="superscript"/>', base="", kind="character")
            + "</w:styles>")


def docx(source):
    """Returns the bytes of the DOCX that a source text gives."""
    title, facts, blocks, notes = read(source)
    header = (f'{HEAD}<w:hdr {W}><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r>'
              f'{words(facts["Symbol"])}</w:r><w:r><w:tab/></w:r><w:r>{words(facts["Status"])}'
              '</w:r></w:p></w:hdr>')
    footer = (f'{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
              f'{field("PAGE")}<w:r><w:t>/</w:t></w:r>{field("NUMPAGES")}</w:p></w:ftr>')
    parts = [("styles", "styles"), ("numbering", "numbering"), ("footnotes", "footnotes"),
             ("header1", "header"), ("footer1", "footer")]
    types = "".join(f'<Override PartName="/word/{part}.xml" ContentType="{WORD}.{kind}+xml"/>'
                    for part, kind in parts)
    relations = "".join(f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{part}.xml"/>'
                        for at, (part, kind) in enumerate(parts, 1))
    package = "http://schemas.openxmlformats.org/package/2006"
    files = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{package}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{types}'
            '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
            f'<Relationship Id="rId2" Type="{package}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>',
        "docProps/core.xml": f'{HEAD}<cp:coreProperties xmlns:cp="{package}/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{escape(title)}</dc:title>'
            '<dc:language>en</dc:language></cp:coreProperties>',
        "word/document.xml": document(title, facts, blocks),
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{package}/relationships">{relations}</Relationships>',
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/footnotes.xml": footnotes(notes),
        "word/header1.xml": header,
        "word/footer1.xml": footer,
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode())
    return out.getvalue()


def entries(archive):
    """Returns names and contents, so that another zlib's packing is not taken for a change."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def main():
    stale = []
    for source in [HERE / "zero-draft.md", HERE / "rev1.md"]:
        target, made = source.with_suffix(".docx"), docx(source.read_text(encoding="utf-8"))
        if "--check" in sys.argv[1:]:
            if not target.exists() or entries(target.read_bytes()) != entries(made):
                stale.append(target.name)
            continue
        target.write_bytes(made)
        with tempfile.TemporaryDirectory() as profile:
            subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless",
                            "--convert-to", "pdf", "--outdir", HERE, target],
                           check=True, stdout=subprocess.DEVNULL)
        print(f"{target.name}: {len(made)} bytes; "
              f"{source.with_suffix('.pdf').name}: {source.with_suffix('.pdf').stat().st_size} bytes")
    if stale:
        sys.exit(f"not what the source gives: {', '.join(stale)}; run templates/example/make.py")


if __name__ == "__main__":
    main()
