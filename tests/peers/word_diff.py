#!/usr/bin/env python3
"""How long diff-match-patch takes to compare two texts word by word, in milliseconds.

    python3 word_diff.py OLD.txt NEW.txt ROUNDS

Its usual way to words: each word becomes one character, the characters are compared. Printed is
the median of ROUNDS."""
import re
import statistics
import sys
import time

from diff_match_patch import diff_match_patch


def main():
    old, new = (open(path, encoding="utf-8").read() for path in sys.argv[1:3])
    times = []
    for _ in range(int(sys.argv[3])):
        begun = time.perf_counter()
        numbers = {}

        def coded(text):
            # The private planes hold no surrogates, so every number is one character.
            words = re.findall(r"\S+\s*", text)
            return "".join(chr(0xF0000 + numbers.setdefault(word, len(numbers))) for word in words)

        peer = diff_match_patch()
        peer.diff_main(coded(old), coded(new), False)
        times.append(1000 * (time.perf_counter() - begun))
    print(statistics.median(times))


if __name__ == "__main__":
    main()
