"""Counts what Word files record, straight off their XML, and prints a line of JSON a file.

usage: count_changes.py FILE...

Knows nothing of how Rostrum reads: letters under an element that puts in or takes out, marks of
paragraphs, comments, and changes of the look, each once.
"""

import json
import re
import sys
import zipfile
from xml.etree import ElementTree

INS, DEL = {"ins", "moveTo"}, {"del", "moveFrom"}
LOOK = {"rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange",
        "tblGridChange", "tblPrExChange"}
CELLS = {"cellIns", "cellDel", "cellMerge"}
# What stands there twice, or is no text of the document.
ASIDE = {"Fallback", "txbxContent"}


def local(node):
    return node.tag.rsplit("}", 1)[-1]


def get(node, name):
    return next((v for k, v in node.attrib.items() if k.rsplit("}", 1)[-1] == name), "")


def walk(node, put, out, out_of, above=()):
    name = local(node)
    if name in ASIDE or name.endswith("Change") and name not in LOOK:
        return
    if name in LOOK:
        # How the mark of a paragraph looks is seen by nobody.
        out["look"] += above[-2:] != ("pPr", "rPr")
        return
    if name in CELLS:
        out["cells"] += 1
    parent = above[-1] if above else ""
    if name in INS | DEL:
        if parent == "rPr":
            out["ends_in" if name in INS else "ends_out"] += 1
        elif parent == "trPr":
            out["rows_in" if name in INS else "rows_out"] += 1
        elif parent != "numPr":
            put, out_of = put or name in INS, out_of or name in DEL
            out["moves"] += name in ("moveTo", "moveFrom")
    if name in ("t", "delText"):
        letters = len(node.text or "")
        out["put_in"] += letters if put else 0
        out["taken_out"] += letters if out_of else 0
    for child in node:
        walk(child, put, out, out_of, (*above, name))


def count(path):
    out = dict.fromkeys(
        ("put_in", "taken_out", "ends_in", "ends_out", "rows_in", "rows_out", "moves", "look",
         "cells", "comments", "replies", "resolved"), 0)
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        types = package.read("[Content_Types].xml").decode("utf-8", "replace")
        # The main text by its kind; some keep it elsewhere than in word/document.xml.
        main = re.search(r'PartName="/([^"]+)"[^>]*main\+xml|document\.main', types)
        name = main.group(1) if main and main.group(1) else "word/document.xml"
        walk(ElementTree.fromstring(package.read(name)), False, out, False)
        by_paragraph = {}
        for part in names:
            if part.endswith("/comments.xml") or re.fullmatch(r"word/comments\d*\.xml", part):
                for at, comment in enumerate(ElementTree.fromstring(package.read(part))):
                    out["comments"] += 1
                    for paragraph in comment.iter():
                        if local(paragraph) == "p":
                            by_paragraph[get(paragraph, "paraId")] = at
        for part in names:
            if re.fullmatch(r"word/commentsExtended\d*\.xml", part):
                for thread in ElementTree.fromstring(package.read(part)):
                    if get(thread, "paraId") in by_paragraph:
                        out["replies"] += get(thread, "paraIdParent") in by_paragraph
                        out["resolved"] += get(thread, "done") in ("1", "true", "on")
    return out


for path in sys.argv[1:]:
    try:
        print(json.dumps(count(path)))
    except Exception as error:
        print(json.dumps({"error": type(error).__name__}))
