#!/usr/bin/env python3
"""The last section of rules/LANGUAGE.md lists every word of engine/syntax/keyword.def in English and bokmål, under the headings
of that file and in its order. `--update` writes the list anew."""
import argparse
import pathlib
import re

import tree

SECTION = "## 20. All words in English and bokmål"
HEADING = re.compile(r"^// ---- (.+)$")
LINE = re.compile(r'^KEYWORD\("([^"]+)", "([^"]+)"\)$')


def words(definitions):
    """Of each heading its pairs, `by|key` as `by` with `key` behind it."""
    found = []
    for line in definitions.splitlines():
        heading, pair = HEADING.match(line), LINE.match(line)
        if heading:
            found.append((heading.group(1), []))
        elif pair:
            english, _, place = pair.group(1).partition("|")
            found[-1][1].append((f"`{english}`" + (f" ({place})" if place else ""), f"`{pair.group(2)}`"))
    return found


def listed(sections):
    tables = []
    for heading, pairs in sections:
        rows = "".join(f"| {english} | {bokmaal} |\n" for english, bokmaal in pairs)
        tables.append(f"**{heading[0].upper()}{heading[1:]}**\n\n| English | bokmål |\n|---|---|\n{rows}")
    return "\n".join(tables)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--update", action="store_true")
    given = parser.parse_args()
    document = given.root / "rules/LANGUAGE.md"
    text = document.read_text(encoding="utf-8")
    sections = words((given.root / "engine/syntax/keyword.def").read_text(encoding="utf-8"))
    count = sum(len(pairs) for _, pairs in sections)
    start = text.find("\n**", text.find(SECTION)) + 1
    faults = []
    if SECTION not in text or not count:
        faults = ["rules/LANGUAGE.md has no section of words, or engine/syntax/keyword.def no words"]
    elif given.update:
        before = text[:start] if start > 0 else text
        document.write_text(before + listed(sections), encoding="utf-8")
    elif start == 0 or text[start:] != listed(sections):
        shown = set(text[start:].splitlines())
        lacking = [line for line in listed(sections).splitlines() if line and line not in shown]
        faults = ["rules/LANGUAGE.md does not list the words as engine/syntax/keyword.def has them; `tests/lint/keyword_appendix.py "
                  "--update` writes the list anew" + "".join(f"\n  lacks {line}" for line in lacking)]
    tree.finish("keyword_appendix", faults, count)


if __name__ == "__main__":
    main()
