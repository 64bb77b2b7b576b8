#!/usr/bin/env python3
"""Verifies what every package under rules/no cites, against a folder with the texts of the acts.

  norwegian_packages.py --hjemmel build/dev/hjemmel

The folder is the one that the environment variable HJEMMEL_STATUTES names, or else ../shared/statutes, seen from the root of the
repository. The texts are no part of the repository: where there is no such folder, this says so and ends with 77, which ctest counts
as skipped. A folder that HJEMMEL_STATUTES names must be there.
"""
import argparse
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--hjemmel", required=True, help="the program")
    given = arguments.parse_args()
    named = os.environ.get("HJEMMEL_STATUTES", "")
    acts = pathlib.Path(named) if named else ROOT.parent / "shared/statutes"
    if not named and not acts.is_dir():
        print("skipped: there is no folder with the texts of the acts; HJEMMEL_STATUTES may name one")
        return SKIPPED
    packages = sorted(str(manifest.parent.relative_to(ROOT)) for manifest in ROOT.glob("rules/no/**/package.yaml"))
    run = subprocess.run([given.hjemmel, "sources", "verify", *packages, "--corpus", str(acts)], cwd=ROOT, check=False)
    return 0 if run.returncode == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
