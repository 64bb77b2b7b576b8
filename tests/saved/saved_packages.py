#!/usr/bin/env python3
"""Packages under `rules`, built into files: each file loads as the package that it is, and gives what the package gives.

  saved_packages.py --hjemmel build/dev/hjemmel [--part 2/4]     the second of four parts of the packages; all where left out

A file that is built from a file is the same byte for byte: so nothing of what is saved was lost or read as something else. Of each
package the first facts of its cases or demo are decided from the folder and from the file too, with a trace; of every fourth its cases are
run from both. A disk that is full leaves the file that was there, and no other. HJEMMEL_SAVED_EVERY=9 takes each ninth package of the
part only, and what it decides alone: for a build that is slow.
"""
import argparse
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES_OF_EACH = 4  # of every so manieth package the cases are run
SMALL_DISK = 1000  # bytes


class Fault(Exception):
    """What is not as it must be, in one sentence."""


def run(hjemmel, *words, **options):
    return subprocess.run([hjemmel, *map(str, words)], cwd=ROOT, capture_output=True, check=False, stdin=subprocess.DEVNULL, **options)


def need_same(what, left, right):
    if (left.returncode, left.stdout, left.stderr) != (right.returncode, right.stdout, right.stderr):
        raise Fault(f"{what} differs: {left.stderr.decode()[:300]} {right.stderr.decode()[:300]}")


def first_demo(package):
    return next(iter(sorted((ROOT / package / "demo").glob("*.yaml"))), None)


def check_package(hjemmel, package, scratch, all_of_it, with_cases):
    first, second = scratch / "first.hjc", scratch / "second.hjc"
    for source, target in ((package, first), (first, second)):
        built = run(hjemmel, "build", source, "-o", target)
        if built.returncode != 0:
            raise Fault(f"build of {source.name} ended with {built.returncode}: {built.stderr.decode()}")
    if first.read_bytes() != second.read_bytes():
        raise Fault("what was restored is saved as something else")
    facts = scratch / "facts.yaml"
    facts.write_text("{}\n", encoding="utf-8")
    for given in filter(None, (facts, first_demo(package))):
        question = ("--facts", given, "--at", "2026-05-04", "--format", "json")
        need_same("an outcome", run(hjemmel, "decide", package, *question, "--trace"), run(hjemmel, "decide", first, *question, "--trace"))
        for verb in ("explain", "entitlements") if all_of_it else ():
            need_same(f"what {verb} says", run(hjemmel, verb, package, *question), run(hjemmel, verb, first, *question))
    if with_cases:
        need_same("a case", run(hjemmel, "test", package, "--format", "tap"), run(hjemmel, "test", first, "--format", "tap"))


def check_full_disk(hjemmel, scratch):
    target = scratch / "kept.hjc"
    target.write_bytes(b"what was there")

    def be_small():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL_DISK, SMALL_DISK))

    done = run(hjemmel, "build", "rules/example/library", "-o", target, preexec_fn=be_small)
    if done.returncode != 3 or target.read_bytes() != b"what was there":
        raise Fault(f"a full disk ended with {done.returncode}, or the file that was there is another")
    left = [path.name for path in scratch.iterdir() if path.name.startswith("kept.hjc.")]
    if left:
        raise Fault(f"a full disk left {left}")


def part_of(packages, part):
    number, of = map(int, part.split("/"))
    return packages[number - 1::of]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hjemmel", required=True, type=lambda path: str(pathlib.Path(path).resolve()))
    parser.add_argument("--part", default="1/1")
    options = parser.parse_args()
    packages = [manifest.parent.relative_to(ROOT) for manifest in sorted((ROOT / "rules").rglob("package.yaml"))]
    faults = []
    every = int(os.environ.get("HJEMMEL_SAVED_EVERY", "1"))
    chosen = part_of(packages, options.part)[::every]
    for at, package in enumerate(chosen):
        with tempfile.TemporaryDirectory() as scratch:
            try:
                check_package(options.hjemmel, package, pathlib.Path(scratch), every == 1, every == 1 and at % CASES_OF_EACH == 0)
                if at == 0:
                    check_full_disk(options.hjemmel, pathlib.Path(scratch))
            except Fault as fault:
                faults.append(f"{package}: {fault}")
    print("\n".join([*faults, f"saved_packages: {len(chosen)} of {len(packages)} packages, {len(faults)} faults"]))
    return 1 if faults or not chosen else 0


if __name__ == "__main__":
    sys.exit(main())
