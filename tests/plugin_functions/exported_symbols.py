#!/usr/bin/env python3
"""Each shared library of a folder exports exactly one symbol, the entry of plugins/abi/jurisdiction.h, and the list of plugins
has the hash of each: exported_symbols.py NM FOLDER [--listed]."""
import hashlib
import pathlib
import re
import subprocess
import sys

ENTRY = "hjemmel_jurisdiction_v1"
LINE = re.compile(r"  - \{id: ([a-z]{2,8}), file: (\S+\.so), sha256: ([0-9a-f]{64})\}")


def main():
    nm, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    libraries = sorted(folder.glob("*.so"))
    faults = [] if libraries else [f"no shared library in {folder}"]
    for library in libraries:
        listed = subprocess.run([nm, "-D", "--defined-only", str(library)], capture_output=True, text=True, check=True).stdout
        names = [line.split()[-1] for line in listed.splitlines()]
        if names != [ENTRY]:
            faults.append(f"{library.name} exports {names}")
    if "--listed" in sys.argv:
        lines = (folder / "plugins.yaml").read_text(encoding="utf-8").splitlines()
        entries = [LINE.fullmatch(line) for line in lines[1:]]
        files = sorted(entry.group(2) for entry in entries if entry)
        if lines[0] != "plugins:" or None in entries or files != [library.name for library in libraries]:
            faults.append("plugins.yaml does not list exactly the libraries beside it")
        for entry in filter(None, entries):
            if hashlib.sha256((folder / entry.group(2)).read_bytes()).hexdigest() != entry.group(3):
                faults.append(f"plugins.yaml has another hash of {entry.group(2)}")
    for fault in faults:
        print(fault)
    print(f"{len(libraries)} libraries looked at")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
