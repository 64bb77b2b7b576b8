#!/usr/bin/env python3
"""Every example of rules/LANGUAGE.md goes through the program: a ```rules block as a package of its own through `check`, its
properties through `test`; a ```rules-fragment block through the parser (`format -`). Fails with the block's line and the program's own words."""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]


def blocks(text):
    """Each fenced block of rules: its first line's number, whether it is a fragment, its text."""
    for found in re.finditer(r"^```(rules(?:-fragment)?)\n(.*?)^```", text, re.S | re.M):
        yield text.count("\n", 0, found.start()) + 2, found.group(1) == "rules-fragment", found.group(2)


def run_block(hjemmel, fragment, rules):
    if fragment:
        return subprocess.run([hjemmel, "format", "-"], input=rules, text=True, capture_output=True, check=False)
    with tempfile.TemporaryDirectory() as folder:
        package = pathlib.Path(folder) / "package"
        package.mkdir()
        shutil.copytree(ROOT / "schemas", pathlib.Path(folder) / "schemas")
        name = re.search(r"^(?:package|pakke) (\S+)", rules, re.M).group(1)
        (package / "package.yaml").write_text(f"package: {name}\nversion: 0.1.0\nrules: [example.rules]\n", encoding="utf-8")
        (package / "example.rules").write_text(rules, encoding="utf-8")
        done = subprocess.run([hjemmel, "check", package], text=True, capture_output=True, check=False)
        properties = [f"--property={name}" for name in re.findall(r"^property (\S+)", rules, re.M)]
        if done.returncode == 0 and properties:
            done = subprocess.run([hjemmel, "test", package, *properties], text=True, capture_output=True, check=False)
        return done


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hjemmel", required=True)
    arguments = parser.parse_args()
    count = 0
    faults = 0
    for line, fragment, rules in blocks((ROOT / "rules/LANGUAGE.md").read_text(encoding="utf-8")):
        count += 1
        done = run_block(pathlib.Path(arguments.hjemmel).resolve(), fragment, rules)
        if done.returncode != 0:
            faults += 1
            print(f"rules/LANGUAGE.md:{line}: the example is refused\n{done.stdout}{done.stderr}")
    print(f"language_examples: {count} examples, {faults} refused")
    return 1 if faults or count < 5 else 0


if __name__ == "__main__":
    sys.exit(main())
