#!/usr/bin/env python3
"""Each kind of engine/diag/diag_kind.def is produced by a test: `[kind]` in a golden .out file, or named in a *_test.cpp.

The command line cannot reach some kinds with a file of the repository; those are named in a unit test, as `[kind]` in the text
that is expected or as `Kind::kind`. And each is explained in engine/diag/kind_help.def.
"""
import re

import tree

DECLARED = re.compile(r"^DIAG\((\w+),", re.MULTILINE)
HELPED = re.compile(r"^HELP\((\w+),", re.MULTILINE)
IN_OUTPUT = re.compile(r"\[(\w+)\]|\"kind\":\s*\"(\w+)\"")
IN_TEST = re.compile(r"\[(\w+)\]|\bKind::(\w+)")


def named(paths, pattern):
    found = set()
    for path in paths:
        for groups in pattern.findall(path.read_text(encoding="utf-8", errors="replace")):
            found.update(groups)
    return found


def main():
    root = tree.arguments(__doc__).root
    kinds = DECLARED.findall((root / "engine/diag/diag_kind.def").read_text(encoding="utf-8"))
    produced = named(tree.files(root, ".out", under="tests/golden"), IN_OUTPUT)
    produced |= named(tree.files(root, "_test.cpp", under="tests/unit"), IN_TEST)
    faults = [f"engine/diag/diag_kind.def: no test produces `{kind}`" for kind in kinds if kind not in produced]
    explained = HELPED.findall((root / "engine/diag/kind_help.def").read_text(encoding="utf-8"))
    faults += [f"engine/diag/kind_help.def: it says nothing of `{kind}`" for kind in kinds if kind not in explained]
    faults += [f"engine/diag/kind_help.def: there is no kind `{kind}`" for kind in explained if kind not in kinds]
    faults += [f"engine/diag/diag_kind.def: `{kind}` stands there twice" for kind in sorted(set(kinds)) if kinds.count(kind) > 1]
    tree.finish("diag_golden", faults, len(kinds))


if __name__ == "__main__":
    main()
