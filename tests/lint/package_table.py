#!/usr/bin/env python3
"""The table of packages in rules/README.md lists every package under rules/, with its title and how many cases and amendments it has.
`--update` writes it anew."""
import argparse
import pathlib
import re

import tree
import written_part

GROUPS = {
    "no/penal": "penal law of Norway",
    "no/health": "health",
    "no/welfare": "welfare",
    "no/municipal": "services of the municipality",
    "no": "other law of Norway",
    "": "other countries, told for comparison",
    "example": "nothing real: the examples of this page",
}


def group_of(name):
    folders = [group for group in GROUPS if group and (name + "/").startswith(group + "/")]
    return max(folders, key=len, default="")


def title_of(folder):
    """The English title of the head, or the one that it has."""
    for file in sorted(folder.glob("*.rules")):
        head = file.read_text(encoding="utf-8").split("\n\n")
        for part in head[:3]:
            found = re.search(r'^  (?:title|tittel) +"([^"]*)"(?: +nb +"[^"]*")?(?: +en +"([^"]*)")?', part, re.MULTILINE)
            if found:
                return found.group(2) or found.group(1)
    return ""


def cases_of(folder):
    return sum(len(re.findall(r"^  - name:", file.read_text(encoding="utf-8"), re.MULTILINE))
               for file in (folder / "cases").rglob("*.yaml"))


def table(root):
    rules = root / "rules"
    packages = sorted(path.parent.relative_to(rules).as_posix() for path in rules.rglob("package.yaml"))
    lines = [f"{len(packages)} packages with {sum(cases_of(rules / name) for name in packages):,} cases.", "",
             "| package | what it decides | cases | amendments |", "|---|---|---|---|"]
    for group, words in GROUPS.items():
        lines.append(f"| **{words}** | | | |")
        for name in packages:
            if group_of(name) == group:
                amendments = len(list((rules / name / "amendments").glob("*.rules")))
                lines.append(f"| `rules/{name}` | {title_of(rules / name)} | {cases_of(rules / name)} | {amendments or ''} |")
    return "\n".join(lines) + "\n", len(packages)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--update", action="store_true")
    given = parser.parse_args()
    told, packages = table(given.root)
    faults = []
    marks = written_part.marks("packages", "package_table")
    written_part.hold("package_table", given.root / "rules/README.md", marks, told, given.update, faults)
    tree.finish("package_table", faults, packages)


if __name__ == "__main__":
    main()
