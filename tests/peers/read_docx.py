"""Reads a Word file with python-docx and lxml and prints what it holds as JSON."""

import json
import sys
import zipfile

import docx
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs(container):
    for block in container.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell)
        else:
            yield block


def number(paragraph):
    """Returns numId and level of a paragraph, its own or its style's."""
    for properties in (paragraph._p.pPr, paragraph.style.element.pPr):
        if properties is not None and properties.numPr is not None:
            found = properties.numPr
            level = found.ilvl.val if found.ilvl is not None else 0
            return [found.numId.val, level] if found.numId is not None else None
    return None


def note_texts(path):
    out = []
    for name, root in note_part(path):
        for note in root.findall(W + name):
            if note.get(W + "type") in (None, "normal"):
                words = []
                for node in note.iter(W + "t", W + "br", W + "tab"):
                    words.append(node.text or "" if node.tag == W + "t" else " ")
                out.append("".join(words).strip())
    return out


def languages(paragraph):
    """Returns runs with the language said for their letters, joined where it goes on."""
    out = []
    for run in paragraph._p.iter(qn("w:r")):
        text = "".join(t.text or "" for t in run.findall(qn("w:t")))
        said = run.find(qn("w:rPr") + "/" + qn("w:lang"))
        if not text.strip() or said is None:
            continue
        rtl = run.find(qn("w:rPr") + "/" + qn("w:rtl")) is not None
        asian = any("\u3000" < c < "\uffff" and not "\ufb00" < c < "\ufeff" for c in text)
        kind = "w:bidi" if rtl else "w:eastAsia" if asian else "w:val"
        tag = said.get(qn(kind))
        if tag is None:
            continue
        if out and out[-1][0] == tag:
            out[-1][1] += text
        else:
            out.append([tag, text])
    return out


def note_part(path):
    with zipfile.ZipFile(path) as package:
        for name in ("footnotes", "endnotes"):
            if f"word/{name}.xml" in package.namelist():
                yield name[:-1], etree.fromstring(package.read(f"word/{name}.xml"))


def core_properties(path):
    """Reads them from their part: LibreOffice 7.4 writes a relationship python-docx cannot follow."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("docProps/core.xml"))
    return {etree.QName(node).localname: node.text or "" for node in root}


document = docx.Document(sys.argv[1])
properties = core_properties(sys.argv[1])
found = [p for p in paragraphs(document)]
print(
    json.dumps(
        {
            "paragraphs": [
                {"text": p.text, "style": p.style.name, "number": number(p)} for p in found
            ],
            "inserted": ["".join(r.text for r in p.runs if r.underline and r.bold) for p in found],
            "deleted": ["".join(r.text for r in p.runs if r.font.strike) for p in found],
            "notes": note_texts(sys.argv[1]),
            "marks": sum(
                len(document.element.body.findall(".//" + qn(f"w:{kind}Reference")))
                for kind in ("footnote", "endnote")
            ),
            "languages": [said for p in found for said in languages(p)],
            "contents": [
                "".join(t.text or "" for t in p.iter(qn("w:t")))
                for p in document.element.body.findall(".//" + qn("w:sdtContent") + "/" + qn("w:p"))
            ],
            "header_rows": len(document.element.body.findall(".//" + qn("w:tblHeader"))),
            "links": [link.address for p in found for link in p.hyperlinks],
            "bookmarks": [
                b.get(qn("w:name")) for b in document.element.body.iter(qn("w:bookmarkStart"))
            ],
            "title": properties.get("title", ""),
            "subject": properties.get("subject", ""),
            "author": properties.get("creator", ""),
            "last_author": properties.get("lastModifiedBy", ""),
            "language": properties.get("language", ""),
        }
    )
)
