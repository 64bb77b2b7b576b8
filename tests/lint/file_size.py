#!/usr/bin/env python3
"""No source file is over 500 lines, and each C or C++ file begins with a comment that says what it is for."""
import tree

MAX_LINES = 500
# Headers that C reads too guard themselves in the C way.
GUARD = "#ifndef HJEMMEL_"


def main():
    root = tree.arguments(__doc__).root
    faults = []
    looked_at = 0
    for path in tree.files(root, ".h", ".cpp", ".c", ".def", ".py", ".mjs", ".cmake", ".rules", "CMakeLists.txt"):
        name = path.relative_to(root)
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
        looked_at += 1
        if "golden" in name.parts and name.suffix == ".rules":
            continue
        if len(lines) > MAX_LINES:
            faults.append(f"{name}: {len(lines)} lines; split it, {MAX_LINES} is the most")
        if name.suffix in (".h", ".cpp", ".c", ".def") and not (lines and lines[0].startswith(("//", "/*"))):
            faults.append(f"{name}:1: the file begins without a comment on what comes in, what goes out, and where it is tested")
        if name.suffix == ".h" and not any(line == "#pragma once" or line.startswith(GUARD) for line in lines):
            faults.append(f"{name}:1: the header has no `#pragma once`")
    tree.finish("file_size", faults, looked_at)


if __name__ == "__main__":
    main()
