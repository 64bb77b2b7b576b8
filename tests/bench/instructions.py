#!/usr/bin/env python3
"""Counts the instructions of fixed work and compares them with the figures kept in tests/bench/instructions.yaml.

  instructions.py             counts; 1 where a figure is more than 5 % above the kept one
  instructions.py --update    counts and keeps what was counted, with the compiler's version

Time differs from run to run, the number of instructions hardly: `bench_fixed` (tests/bench/fixed_main.cpp) runs under
`valgrind --tool=callgrind`, once a mode; what comes before deciding is taken off. The figures hold for one
version of one compiler: where another built the program, differences are told and nothing fails. Run after
`./dev build dev bench_fixed`, from the root of the repository.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys

KEPT = pathlib.Path(__file__).resolve().parent / "instructions.yaml"
HEAD = """# How many instructions fixed work takes, by mode of bench_fixed, and the compiler that built it.
# Written by tests/bench/instructions.py --update; see there.
"""
UPDATE = "tests/bench/instructions.py --update"
BEFORE = {"decide": "acts", "trace": "acts", "rows": "kernel", "columns": "kernel", "entitle": "persons"}  # the modes that do only what comes before
MODES = ("decide", "trace", "rows", "columns", "entitle", "plan")
MORE, LESS = 1.05, 0.95


def read():
    """The compiler's version, and instructions by mode."""
    pairs = dict(re.findall(r"^(\w+): (.*)$", KEPT.read_text(encoding="utf-8"), re.MULTILINE))
    return pairs.pop("compiler", ""), {mode: int(figure) for mode, figure in pairs.items()}


def write(compiler, measured):
    figures = "".join(f"{mode}: {figure}\n" for mode, figure in measured.items())
    KEPT.write_text(f"{HEAD}compiler: {compiler}\n{figures}", encoding="utf-8")


def count(program, mode):
    """Instructions of the whole process."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, mode]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or not found:
        sys.exit(f"instructions: `{program} {mode}` ended with {done.returncode}\n{done.stderr}")
    return int(found.group(1))


def measure(program):
    whole = {mode: count(program, mode) for mode in {*MODES, *BEFORE.values()}}
    return {mode: whole[mode] - (whole[BEFORE[mode]] if mode in BEFORE else 0) for mode in MODES}


def compiler_of(build):
    """The first line of what the compiler of that build says of itself."""
    cache = (build / "CMakeCache.txt").read_text(encoding="utf-8")
    path = re.search(r"^CMAKE_CXX_COMPILER:\w+=(.*)$", cache, re.MULTILINE).group(1)
    return subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[0]


def compare(measured, kept):
    """A sentence for each mode, and whether it is too much."""
    for mode, figure in measured.items():
        if mode not in kept:
            yield f"{mode}: {figure:,} instructions, and none are kept; `{UPDATE}` keeps them", True
            continue
        ratio = figure / kept[mode]
        said = f"{mode}: {figure:,} instructions, kept {kept[mode]:,} ({ratio - 1:+.1%})"
        if ratio > MORE:
            yield f"{said}: more than 5 % above; where that is meant, `{UPDATE}` keeps it", True
        elif ratio < LESS:
            yield f"{said}: well below; `{UPDATE}` lowers what is kept", False
        else:
            yield said, False


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/dev"), help="where bench_fixed is")
    parser.add_argument("--update", action="store_true", help="keep what is counted")
    options = parser.parse_args()
    if shutil.which("valgrind") is None:
        sys.exit("instructions: valgrind is not installed; `./dev setup` installs it")
    compiler = compiler_of(options.build)
    measured = measure(options.build / "bench_fixed")
    if options.update:
        write(compiler, measured)
        print("\n".join(f"{mode}: {figure:,} instructions are kept" for mode, figure in measured.items()))
        return 0
    kept_compiler, kept = read()
    findings = list(compare(measured, kept))
    print("\n".join(sentence for sentence, _ in findings))
    if compiler != kept_compiler:
        print(f"the figures are of `{kept_compiler}`, this build is of `{compiler}`: nothing fails")
        return 0
    return 1 if any(too_much for _, too_much in findings) else 0


if __name__ == "__main__":
    sys.exit(main())
