#!/usr/bin/env python3
"""A plugin includes headers of plugins/abi, of its own folder and of the standard library, and nothing of the engine; plugins/abi
includes nothing but itself. So a plugin builds anywhere, and another one never breaks it."""
import re

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
STANDARD = re.compile(r"(?:[a-z0-9_]+|[a-z]+\.h)$")


def fault(root, folder, quote, header):
    if quote == "<":
        return None if STANDARD.match(header) else f"<{header}> is no header of the standard library"
    if not header.startswith(("plugins/abi/", f"plugins/{folder}/")):
        return f'"{header}": a plugin knows plugins/abi and its own folder'
    return None if (root / header).is_file() else f'"{header}" does not exist'


def main():
    root = tree.arguments(__doc__).root
    faults = []
    looked_at = 0
    for path in tree.files(root, ".h", ".cpp", ".c", ".def", under="plugins"):
        folder = path.relative_to(root / "plugins").parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            if include and folder != "template":
                looked_at += 1
                found = fault(root, folder, *include.groups())
                if found:
                    faults.append(f"{path.relative_to(root)}:{number}: {found}")
    tree.finish("plugin_includes", faults, looked_at)


if __name__ == "__main__":
    main()
