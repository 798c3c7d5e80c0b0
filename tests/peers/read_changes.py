"""Reads a Word file with python-docx, with its changes accepted or rejected, and prints the
paragraphs as JSON."""

import json
import sys

import docx
from docx.oxml.ns import qn

KEPT = {
    "accept": ("w:ins", "w:moveTo"),
    "reject": ("w:del", "w:moveFrom"),
}
how, path = sys.argv[1:]
kept = {qn(name) for name in KEPT[how]}
changes = {qn(name) for names in KEPT.values() for name in names}


def words(node):
    out = []
    for child in node:
        if child.tag in changes and child.tag not in kept:
            continue
        if child.tag in (qn("w:t"), qn("w:delText")):
            out.append(child.text or "")
        elif child.tag in (qn("w:tab"), qn("w:br")):
            out.append(" ")
        elif child.tag != qn("w:pPr"):
            out.append(words(child))
    return "".join(out)


document = docx.Document(path)
paragraphs = []
for paragraph in document.element.body.iter(qn("w:p")):
    mark = paragraph.find(qn("w:pPr") + "/" + qn("w:rPr"))
    marks = {child.tag for child in mark} if mark is not None else set()
    if not (marks & changes) - kept:
        paragraphs.append(words(paragraph))
print(json.dumps(paragraphs))
