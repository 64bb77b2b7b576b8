#!/usr/bin/env python3
"""Every rules file of the repository, written in the other language and back, is what it was: comments and line breaks too.

A file is laid out first, then goes from its own language to the other and back. Looked at are the packages under `rules` and
`tests/expressiveness`, with their amendments.
"""
import argparse
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]


def rules_files():
    for folder in ("rules", "tests/expressiveness"):
        yield from sorted((ROOT / folder).rglob("*.rules"))


def formatted(hjemmel, text, language):
    command = [hjemmel, "format", "--language", language, "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


def language_of(text):
    first = next(line for line in text.splitlines() if line and not line.startswith(("#", " ")))
    return "nb" if first.split()[0] in ("pakke", "endring") else "en"


def fault_of(hjemmel, path):
    text = path.read_text(encoding="utf-8")
    own = language_of(text)
    other = {"en": "nb", "nb": "en"}[own]
    laid_out = formatted(hjemmel, text, own)
    turned = laid_out and formatted(hjemmel, laid_out, other)
    if turned is None:
        return "cannot be laid out"
    if turned == laid_out:
        return f"says in {other} what it said in {own}"
    return None if formatted(hjemmel, turned, own) == laid_out else "comes back another than it was"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hjemmel", required=True)
    hjemmel = parser.parse_args().hjemmel
    files = list(rules_files())
    faults = [(path, fault) for path in files if (fault := fault_of(hjemmel, path))]
    for path, fault in faults:
        print(f"{path.relative_to(ROOT)}: {fault}")
    print(f"round_trip: {len(files)} files, {len(faults)} faults")
    return 1 if faults or len(files) < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
