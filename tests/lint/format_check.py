#!/usr/bin/env python3
"""clang-format 14 would change nothing in the C and C++ files of engine, plugins and tests (`./dev format` lays them out)."""
import os
import pathlib
import subprocess
import sys

import tree

STYLE = pathlib.Path(__file__).resolve().parents[2] / ".clang-format"


def main():
    root = tree.arguments(__doc__).root
    paths = [path for folder in ("engine", "plugins", "tests") for path in tree.files(root, ".h", ".cpp", ".c", under=folder)]
    # Argument lists have an end; halves keep two cores busy.
    workers = max(1, min(os.cpu_count() or 1, 8))
    command = ["clang-format-14", f"--style=file:{STYLE}", "--dry-run", "--Werror", "--ferror-limit=1"]
    shares = [share for share in (paths[start::workers] for start in range(workers)) if share]
    runs = [subprocess.Popen(command + [str(path) for path in share], cwd=root) for share in shares]
    if any([run.wait() for run in runs]):
        sys.exit("format_check: run `./dev format`")
    tree.finish("format_check", [], len(paths))


if __name__ == "__main__":
    main()
