"""Golden cases that plant one mistake in a real package: an .edit file says what is replaced, run_golden.py compares the rest.

  # why a lawyer would write this
  package rules/no/penal/minor_narcotics
  exit 0
  replace minor_narcotics.rules
  |  cannabis     15 g  [M5-1.5-25]
  with
  |  cannabis     15 kr  [M5-1.5-25]

`exit 0` is for a mistake that is a warning; without it the folder's own status holds. What is replaced stands in the file exactly
once; `\\u00a0` is the character of that number; several `replace` may follow one another; `with` and no line takes away. The
package is copied with the folders `schemas` and `rules/catalogue`, and `hjemmel check` must have exactly one thing to say.
"""
import pathlib
import re
import shutil
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FINDING = re.compile(r"^\S+:\d+:\d+: (error|warning): ", re.MULTILINE)


class Fault(Exception):
    """An .edit file that cannot be read or laid on, or a check that says more or less than one thing."""


def unescaped(line):
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found.group(1), 16)), line)


def read_edit(path):
    """Package, exit status (or None), and (file, old, new) for each replacement."""
    package, status, edits, lines = None, None, [], None
    for line in path.read_text(encoding="utf-8").splitlines():
        words = line.split()
        if line.startswith("|") and lines is not None:
            lines.append(unescaped(line[1:]) + "\n")
        elif not words or line.startswith("#"):
            continue
        elif words[0] == "package" and len(words) == 2:
            package = words[1]
        elif words[0] == "exit" and len(words) == 2:
            status = int(words[1])
        elif words[0] == "replace" and len(words) == 2:
            lines = []
            edits.append((words[1], lines, []))
        elif words == ["with"] and edits:
            lines = edits[-1][2]
        else:
            raise Fault(f"`{line}` is no line of an .edit file")
    if package is None or not edits:
        raise Fault("the .edit file names no package, or replaces nothing")
    return package, status, [(name, "".join(old), "".join(new)) for name, old, new in edits]


def lay_on(folder, edits):
    for name, old, new in edits:
        file = folder / name
        text = file.read_text(encoding="utf-8")
        if text.count(old) != 1 or not old:
            raise Fault(f"what is replaced stands {text.count(old)} times in {name}:\n{old}")
        file.write_text(text.replace(old, new), encoding="utf-8")


def run(path, run_command):
    """What `hjemmel check` says of the edited package, and the status that it must have (or None)."""
    package, status, edits = read_edit(path)
    with tempfile.TemporaryDirectory() as place:
        root = pathlib.Path(place)
        for folder in (package, "schemas", "rules/catalogue"):
            shutil.copytree(ROOT / folder, root / folder)
        lay_on(root / package, edits)
        text, got = run_command(["check", package], root)
    findings = len(FINDING.findall(text))
    if findings != 1:
        raise Fault(f"`hjemmel check` says {findings} things of one mistake\n{text}")
    text = re.sub(r"sha256:[0-9a-f]{64}", "sha256:…", text)  # of the whole package
    return text, got, status
