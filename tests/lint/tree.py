"""What the lints share: the root to look at, the repository's own files, and how faults are told."""
import argparse
import os
import pathlib
import sys

SKIPPED_FOLDERS = {".git", "build", "node_modules", "__pycache__", ".cache"}


def arguments(doc, *extra):
    """`--root` (the repository by default) and the lint's own options, as (name, help) pairs."""
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    for name, help_text in extra:
        parser.add_argument(name, help=help_text)
    return parser.parse_args()


def files(root, *suffixes, under=""):
    """Files with one of the suffixes (all when none is named), sorted, without what is built or installed."""
    found = []
    for folder, names, file_names in os.walk(root / under):
        names[:] = sorted(name for name in names if name not in SKIPPED_FOLDERS)
        found += [pathlib.Path(folder) / name for name in file_names if not suffixes or name.endswith(suffixes)]
    return sorted(found)


def finish(lint, faults, looked_at):
    """Prints the faults and ends with status 1, or says what was looked at. A lint that saw nothing has failed."""
    for fault in faults:
        print(fault)
    if not faults and not looked_at:
        print(f"{lint}: found nothing to look at")
    elif not faults:
        print(f"{lint}: {looked_at} looked at, no fault")
    else:
        print(f"{lint}: {len(faults)} faults")
    sys.exit(1 if faults or not looked_at else 0)
