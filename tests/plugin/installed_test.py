#!/usr/bin/env python3
"""Installs the build into an empty folder and uses it there: one search path finds plugins, packages and schemas.

  installed_test.py --build build/dev

What is tried: the installed place, HJEMMEL_BUNDLE and `--bundle` each find the plugins and, by its name, a package; the option
goes before the variable, and the variable before what is installed; a bundle may lack `plugins`, and one that is no folder is told.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FACTS = ROOT / "rules/no/penal/minor_narcotics/demo/sixteen_year_old.yaml"
PACKAGE = "no.penal.minor_narcotics"


def run(program, *words, bundle=None, status=0):
    """What it prints, on both streams; a wrong exit status ends the test."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("HJEMMEL_")}
    if bundle is not None:
        environment["HJEMMEL_BUNDLE"] = str(bundle)
    done = subprocess.run([program, *map(str, words)], capture_output=True, text=True, env=environment, check=False,
                          cwd=program.parent, timeout=120)
    if done.returncode != status:
        sys.exit(f"`hjemmel {' '.join(map(str, words))}` ended with {done.returncode}, not {status}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def require(found, text):
    if found not in text:
        sys.exit(f"`{found}` is not in what was printed:\n{text}")


def try_installed(program, share):
    require(f"{share}/plugins/no.so", run(program, "plugin", "verify", "no"))
    require("normally: conditional waiver of prosecution", run(program, "decide", PACKAGE, "--facts", FACTS))
    require("no bundle has a package of that name", run(program, "decide", "no.penal.nothing", "--facts", FACTS, status=3))


def try_order(program, share, scratch):
    """Copies of the bundle: of two that offer the same, the first counts."""
    first, second = scratch / "first", scratch / "second"
    for copy in (first, second):
        shutil.copytree(share, copy)
    told = run(program, "plugin", "verify", "no", "--bundle", first, bundle=second)
    require(f"no 1.0.0, Norway: listed\n  file      {first}/plugins/no.so", told)
    require(f"hidden by {first}/plugins", told)
    manifest = first / "rules/no/penal/minor_narcotics/package.yaml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("version: 0.1.0", "version: 0.9.9"), encoding="utf-8")
    require(f"{PACKAGE} 0.9.9", run(program, "check", PACKAGE, "--bundle", first, bundle=second))
    require(f"{PACKAGE} 0.1.0", run(program, "check", PACKAGE, bundle=second))


def try_without_plugins(program, share, scratch):
    bare = scratch / "bare"
    bare.mkdir()
    (bare / "rules").symlink_to(share / "rules")
    (bare / "schemas").symlink_to(share / "schemas")
    require("no findings", run(program, "check", PACKAGE, bundle=bare))
    require("is not a folder", run(program, "check", PACKAGE, bundle=scratch / "nowhere", status=3))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", type=pathlib.Path, required=True)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder).resolve()
        prefix = scratch / "prefix"
        subprocess.run(["cmake", "--install", given.build, "--prefix", prefix], check=True, stdout=subprocess.DEVNULL)
        program, share = prefix / "bin/hjemmel", prefix / "share/hjemmel"
        try_installed(program, share)
        try_order(program, share, scratch)
        try_without_plugins(program, share, scratch)
    print("installed: the search path finds plugins, packages and schemas")


if __name__ == "__main__":
    main()
