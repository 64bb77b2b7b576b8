#!/usr/bin/env python3
"""Runs the golden cases: what `hjemmel` prints is compared with what stands in the repository.

A case is two files in tests/golden/<topic>/good or tests/golden/<topic>/bad:

  NAME.cmd   the arguments of one command a line, without the leading `hjemmel`; run in the case's own folder.
             `< FILE` at the end of a line gives FILE as standard input. Lines that begin with # are comments;
             `# exit N` states another exit status than the folder's own (good: 0, bad: 1).
             `$SCRATCH` in a word is a folder that the case's commands share, empty at first and gone afterwards.
  NAME.out   standard output, a line `-- stderr` with standard error after it (left out where there is none), and a
             line `-- exit N`. With several commands, each part begins with `$ hjemmel ARGUMENTS`.

  run_golden.py [--hjemmel build/dev/hjemmel] [--update] [TOPIC…]     all topics where none is named

A case may also be NAME.edit instead of NAME.cmd: one mistake planted in a real package, see edited_package.py.

--update writes the .out files anew; read the difference before keeping it. A wrong exit status, a crash and a time-out
are never written.
"""
import argparse
import difflib
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

import edited_package

HERE = pathlib.Path(__file__).resolve().parent
TIMEOUT_SECONDS = 60
EXIT = {"good": 0, "bad": 1}


class Fault(Exception):
    """A case that cannot be compared: unreadable, crashed, or ended with the wrong status."""


def read_commands(case):
    """The commands of a .cmd file as word lists, and the exit status that each must have."""
    status = EXIT[case.parent.name]
    commands = []
    for line in case.read_text(encoding="utf-8").splitlines():
        stated = re.fullmatch(r"#\s*exit\s+(\d+)\s*", line)
        if stated:
            status = int(stated.group(1))
        elif line.strip() and not line.startswith("#"):
            commands.append(shlex.split(line))
    if not commands:
        raise Fault("the .cmd file holds no command")
    return commands, status


def build_words(hjemmel):
    """What differs from build to build -> what stands for it: the folder of the bundle, and the hashes of its plugins."""
    bundle = pathlib.Path(hjemmel).resolve().parent / "bundle"
    listed = bundle / "plugins/plugins.yaml"
    found = {str(bundle): "BUNDLE"}
    if listed.is_file():
        text = listed.read_text(encoding="utf-8")
        for name, sha256 in re.findall(r"file: ([\w.]+), sha256: ([0-9a-f]{64})", text):
            found["sha256:" + sha256] = f"sha256:(of {name})"
    return found


def run_command(hjemmel, words, folder, scratch):
    """One run: its output as a .out file holds it, and its exit status. `scratch`: the folder behind `$SCRATCH`."""
    words = [word.replace("$SCRATCH", scratch) for word in words]
    stdin = subprocess.DEVNULL
    if len(words) >= 2 and words[-2] == "<":
        stdin = open(folder / words[-1], "rb")
        words = words[:-2]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "HJEMMEL_DUCKDB": "/not/there/libduckdb.so"}
    try:
        done = subprocess.run([hjemmel, *words], cwd=folder, stdin=stdin, capture_output=True, env=environment,
                              timeout=TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired as late:
        raise Fault(f"`hjemmel {' '.join(words)}` did not end within {TIMEOUT_SECONDS} s") from late
    finally:
        if stdin is not subprocess.DEVNULL:
            stdin.close()
    out = done.stdout.decode("utf-8", "backslashreplace")
    error = done.stderr.decode("utf-8", "backslashreplace")
    if done.returncode < 0 or "Sanitizer" in error or "runtime error:" in error:
        raise Fault(f"`hjemmel {' '.join(words)}` crashed (status {done.returncode})\n{error}")
    text = out + ("" if out.endswith("\n") or not out else "\n")
    if error:
        text += "-- stderr\n" + error + ("" if error.endswith("\n") else "\n")
    text = text.replace(scratch, "$SCRATCH")
    for found, stands_for in build_words(hjemmel).items():
        text = text.replace(found, stands_for)
    return text + f"-- exit {done.returncode}\n", done.returncode


def run_edit(hjemmel, case):
    text, got, status = edited_package.run(case, lambda words, folder: run_command(hjemmel, words, folder, str(folder)))
    if got != (EXIT[case.parent.name] if status is None else status):
        raise Fault(f"`hjemmel check` ended with {got}\n{text}")
    return text


def run_case(hjemmel, case):
    if case.suffix == ".edit":
        return run_edit(hjemmel, case)
    commands, status = read_commands(case)
    parts = []
    with tempfile.TemporaryDirectory() as scratch:
        for words in commands:
            text, got = run_command(hjemmel, words, case.parent, scratch)
            if got != status:
                raise Fault(f"`hjemmel {' '.join(words)}` ended with {got}, not with {status}\n{text}")
            parts.append((f"$ hjemmel {' '.join(words)}\n" if len(commands) > 1 else "") + text)
    text = "".join(parts)
    if str(HERE.parent.parent) in text:
        raise Fault("the output names a path of this machine\n" + text)
    return text


def compare(case, got, update):
    """Nothing when the case holds, else what to show."""
    expected_file = case.with_suffix(".out")
    expected = expected_file.read_text(encoding="utf-8") if expected_file.exists() else None
    if got == expected:
        return None
    if update:
        expected_file.write_text(got, encoding="utf-8")
        print(f"wrote {expected_file.relative_to(HERE)}")
        return None
    if expected is None:
        return f"{expected_file.name} does not exist; `run_golden.py --update` would write:\n{got}"
    return "".join(difflib.unified_diff(expected.splitlines(True), got.splitlines(True), "expected", "got"))


def run_topic(hjemmel, topic, update):
    """How many cases ran and how many failed."""
    folder = HERE / topic
    cases = sorted(path for kind in EXIT for ending in ("*.cmd", "*.edit") for path in (folder / kind).glob(ending))
    failed = 0
    for case in cases:
        try:
            fault = compare(case, run_case(hjemmel, case), update)
        except (Fault, edited_package.Fault, OSError, UnicodeDecodeError) as caught:
            fault = str(caught)
        if fault:
            failed += 1
            print(f"FAILED {case.relative_to(HERE)}\n{fault}\n")
    strays = [path for kind in EXIT for path in (folder / kind).glob("*.out") 
              if not path.with_suffix(".cmd").exists() and not path.with_suffix(".edit").exists()]
    for stray in strays:
        print(f"FAILED {stray.relative_to(HERE)}: there is no .cmd or .edit file for it")
    if not cases:
        print(f"FAILED {topic}: it has no case")
    return len(cases), failed + len(strays) + (not cases)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hjemmel", default=str(HERE.parent.parent / "build/dev/hjemmel"))
    parser.add_argument("--update", action="store_true")
    parser.add_argument("topics", nargs="*", metavar="TOPIC")
    wanted = parser.parse_args()
    hjemmel = str(pathlib.Path(wanted.hjemmel).resolve())
    topics = wanted.topics or sorted(p.name for p in HERE.iterdir() if (p / "good").is_dir() or (p / "bad").is_dir())
    counts = [run_topic(hjemmel, topic, wanted.update) for topic in topics]
    ran, failed = sum(c[0] for c in counts), sum(c[1] for c in counts)
    print(f"{ran} golden cases in {len(topics)} topics, {failed} failed")
    return 1 if failed or not topics else 0


if __name__ == "__main__":
    sys.exit(main())
