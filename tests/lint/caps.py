#!/usr/bin/env python3
"""The table of caps in engine/README.md states the value of every constant that it names."""
import re

import tree

ROW = re.compile(r"^\| [^|]+ \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
CONSTANT = re.compile(r"constexpr [\w:]+ (k(?:Max|Most|Longest)\w*) = ([\dU' *]+);")
LIMITS = re.compile(r"struct (Limits) \{\s*[\w:]+ \w+ = ([\dU' *]+);")


def stated(text):
    """The numbers of a cell, `16 MiB` in bytes."""
    return [int(number.replace(",", "")) * (2**20 if unit else 1)
            for number, unit in re.findall(r"(\d{1,3}(?:,\d{3})+|\d+)( MiB)?", text)]


def value(text):
    product = 1
    for factor in re.sub(r"[U' ]", "", text).split("*"):
        product *= int(factor)
    return product


def main():
    root = tree.arguments(__doc__).root
    actual = {}
    for path in tree.files(root, ".h", ".cpp", under="engine"):
        code = path.read_text(encoding="utf-8")
        for name, text in CONSTANT.findall(code) + LIMITS.findall(code):
            actual[str(path.relative_to(root)), name] = value(text)
    section = (root / "engine/README.md").read_text(encoding="utf-8").partition("## What is capped")[2].partition("\n## ")[0]
    faults, named = [], set()
    for most, where in ROW.findall(section):
        pending, places = [], []
        for word in re.findall(r"`([^`]+)`", where):
            if "/" in word:
                places += [(word, name) for name in pending]
                pending = []
            else:
                pending.append(word)
        numbers = stated(most)
        if len(numbers) != len(places):
            faults.append(f"engine/README.md: `{most}` has {len(numbers)} numbers for {len(places)} constants")
        for place, number in zip(places, numbers):
            named.add(place)
            if actual.get(place) != number:
                faults.append(f"engine/README.md: `{place[1]}` is {actual.get(place, 'not')} in {place[0]}, the table says {number}")
    tree.finish("caps", faults, len(named))


if __name__ == "__main__":
    main()
