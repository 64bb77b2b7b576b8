#!/usr/bin/env python3
"""No floating point in engine/: no type, no literal, no conversion. Numbers are base/decimal.h."""
import re

import tree

# Comments and texts go first, so that what they say is free.
IGNORED = re.compile(r'//[^\n]*|/\*.*?\*/|R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'(?!\w)', re.DOTALL)
FLOATING = re.compile(r"\b(?:double|float|stod|stof|strtod|strtof|atof|get_double|as_double)\b"
                      r"|(?<![\w.'])\d[\d']*(?:\.\d*(?!\.)(?:[eE][+-]?\d+)?|[eE][+-]?\d+)[fFlL]?(?![\w.])")


def blank(match):
    """As many lines as the text had, and nothing on them."""
    return "\n" * match.group(0).count("\n") or " "


def main():
    root = tree.arguments(__doc__).root
    faults = []
    paths = tree.files(root, ".h", ".cpp", ".def", under="engine")
    for path in paths:
        code = IGNORED.sub(blank, path.read_text(encoding="utf-8"))
        for number, line in enumerate(code.splitlines(), 1):
            for found in FLOATING.finditer(line):
                faults.append(f"{path.relative_to(root)}:{number}: `{found.group(0)}`: floating point has no place in a decision")
    tree.finish("no_float", faults, len(paths))


if __name__ == "__main__":
    main()
