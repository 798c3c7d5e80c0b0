#!/usr/bin/env python3
"""The plain way to align two revisions, for comparison: Python's difflib, best match.

    python3 difflib_match.py PAIR.json THRESHOLD ANSWER.json

PAIR.json holds {"old": [texts], "new": [texts]}. Every old text is linked to the new text whose
words match best (difflib.SequenceMatcher.ratio over words), when the ratio reaches THRESHOLD.
ANSWER.json is what the scorer of the corpus reads. Standard library only."""
import difflib
import json
import re
import sys

WORD = re.compile(r"\w+")


def main():
    pair, threshold, answer = sys.argv[1], float(sys.argv[2]), sys.argv[3]
    with open(pair, encoding="utf-8") as file:
        texts = json.load(file)
    old = [WORD.findall(text.lower()) for text in texts["old"]]
    new = [WORD.findall(text.lower()) for text in texts["new"]]
    best = [(0.0, -1)] * len(old)
    for j, words in enumerate(new):
        if not words:
            continue
        matcher = difflib.SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(words)
        for i, other in enumerate(old):
            least = max(best[i][0], threshold)
            matcher.set_seq1(other)
            if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
                continue
            ratio = matcher.ratio()
            if ratio >= threshold and ratio > best[i][0]:
                best[i] = (ratio, j)
    answers = [
        {
            "old_text": text,
            "new_texts": [texts["new"][j]] if j >= 0 else [],
            "relation": "gone" if j < 0 else "same" if ratio == 1.0 else "edited",
        }
        for text, (ratio, j) in zip(texts["old"], best)
    ]
    with open(answer, "w", encoding="utf-8") as file:
        json.dump({"answers": answers, "new_paragraphs": texts["new"]}, file)


if __name__ == "__main__":
    main()
