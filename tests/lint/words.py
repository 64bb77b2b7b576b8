#!/usr/bin/env python3
"""Words that have no place in the repository's text: a note without its reason, and paths of somebody's machine."""
import re

import tree

TEXT = (".md", ".h", ".cpp", ".c", ".def", ".py", ".mjs", ".rules", ".yaml", ".json", ".cmake", ".txt", ".apt", "/dev", "LAYERS",
        ".cmd", ".out")
# The lints' own sources name what they look for.
EXEMPT = {"tests/lint/words.py", "tests/lint/lint_selftest.py"}
FORBIDDEN = [
    (re.compile(r"\b(?:TODO|FIXME|XXX)\b(?!: \S+(?: \S+){2,})"), "a TODO has a reason: `TODO: what, and why not now`"),
    (re.compile(r"(?<![\w.*}>])/(?:work|tmp|home|root|Users|mnt)/"), "a path of one machine; write it from the repository's root"),
    (re.compile(r"\b[Ii]ssue #?\d"), "the text says itself what it means, without a number from elsewhere"),
]


def main():
    root = tree.arguments(__doc__).root
    faults = []
    looked_at = 0
    for path in tree.files(root):
        name = path.relative_to(root).as_posix()
        if name in EXEMPT or not path.as_posix().endswith(TEXT):
            continue
        looked_at += 1
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for pattern, reason in FORBIDDEN:
                found = pattern.search(line)
                if found:
                    faults.append(f"{name}:{number}: `{found.group(0)}`: {reason}")
    tree.finish("words", faults, looked_at)


if __name__ == "__main__":
    main()
