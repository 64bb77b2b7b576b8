#!/usr/bin/env python3
"""Runs clang-tidy 14 over the .cpp files of engine/ that changed since they last passed, two at a time and more.

A file passes for as long as its own text, the project's headers that it reaches and .clang-tidy stay the same; what passed is
kept as empty files in --passed. Headers are looked at with the files that include them. Recursion is a finding except in the
files of recursion.txt, each with what bounds its depth.
"""
import argparse
import concurrent.futures
import hashlib
import pathlib
import re
import subprocess
import sys

import tree

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include "(engine/[^"]+)"', re.MULTILINE)


FINDING = re.compile(r"^(?P<path>\S+?):\d+:\d+: (?:warning|error): .*\[(?P<check>[\w.,-]+)\]$")


def read_recursion():
    """File -> what bounds its recursion. A line without a reason, or of a file that is gone, is a fault."""
    bounded = {}
    for line in (ROOT / "tests/lint/recursion.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, reason = (part.strip() for part in line.partition("|"))
            if not reason or not (ROOT / name).is_file():
                sys.exit(f"tests/lint/recursion.txt: `{name}` is gone or has no reason")
            bounded[name] = reason
    return bounded


def reached(path, seen):
    """The file and every header of the project that it reaches."""
    if path not in seen and path.is_file():
        seen.add(path)
        for header in INCLUDE.findall(path.read_text(encoding="utf-8")):
            reached(ROOT / header, seen)
    return seen


def fingerprint(path):
    digest = hashlib.sha256()
    for part in [*sorted(ROOT.glob("engine/**/.clang-tidy")), ROOT / ".clang-tidy", ROOT / "tests/lint/recursion.txt"]:
        digest.update(part.read_bytes())
    for part in sorted(reached(path, set())):
        digest.update(part.read_bytes())
    return digest.hexdigest()


def check(path, build, bounded):
    """What clang-tidy says of the file, each finding with its lines; empty when it passes."""
    command = ["clang-tidy-14", "-p", str(build), "--quiet", str(path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    kept, keep = [], False
    for line in done.stdout.splitlines():
        finding = FINDING.match(line)
        if finding:
            name = finding["path"].removeprefix(f"{ROOT}/")
            keep = finding["path"].startswith(str(ROOT)) and not (finding["check"].startswith("misc-no-recursion") and name in bounded)
        if keep:
            kept.append(line)
    if done.returncode and not kept and not done.stdout.strip():
        kept.append(done.stderr)
    return "\n".join(kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/dev", help="where compile_commands.json stands")
    parser.add_argument("--passed", type=pathlib.Path, default=ROOT / "build/tidy")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*", type=pathlib.Path, help="these only")
    given = parser.parse_args()
    given.passed.mkdir(parents=True, exist_ok=True)
    paths = [path.resolve() for path in given.files] or tree.files(ROOT, ".cpp", under="engine")
    waiting = {path: given.passed / fingerprint(path) for path in paths}
    waiting = {path: stamp for path, stamp in waiting.items() if not stamp.exists()}
    print(f"clang-tidy: {len(waiting)} of {len(paths)} files to look at", flush=True)
    bounded = read_recursion()
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(max_workers=given.jobs) as pool:
        for path, said in zip(waiting, pool.map(lambda path: check(path, given.build, bounded), waiting)):
            if said:
                failed += 1
                print(f"{path.relative_to(ROOT)}\n{said}", flush=True)
            else:
                waiting[path].touch()
    print(f"clang-tidy: {failed} files with findings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
