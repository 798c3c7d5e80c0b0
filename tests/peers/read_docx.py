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
    with zipfile.ZipFile(path) as package:
        if "word/footnotes.xml" not in package.namelist():
            return []
        root = etree.fromstring(package.read("word/footnotes.xml"))
    out = []
    for note in root.findall(W + "footnote"):
        if note.get(W + "type") in (None, "normal"):
            words = []
            for node in note.iter(W + "t", W + "br", W + "tab"):
                words.append(node.text or "" if node.tag == W + "t" else " ")
            out.append("".join(words).strip())
    return out


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
            "marks": len(document.element.body.findall(".//" + qn("w:footnoteReference"))),
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
