#!/usr/bin/env python3
"""The table of rules/README.md that shows three cases under five states of the penal law is what `hjemmel decide` says of them.

The cases are the facts files in rules/no/penal/compared. `--update` writes the table anew; read the difference before keeping it."""
import argparse
import pathlib
import re
import subprocess

import tree
import written_part

PENAL = "rules/no/penal"
CASES = ["dependent_adult", "seventeen_year_old", "only_used"]
STATES = {
    "current_law": "the law in force",
    "minor_narcotics": "NOU 2024: 12, proposed",
    "act_2025_83": "the act of 2025, adopted and not in force",
    "bill_2021": "the bill of 2021, rejected",
    "rusreform_2019": "NOU 2019: 26, rejected",
}


def paragraphs(text):
    """The parts of a text between empty lines, each a list of lines with what was broken put together again."""
    parts, lines = [], []
    for line in text.splitlines() + [""]:
        if not line.strip():
            parts += [lines] if lines else []
            lines = []
        elif lines and line.startswith("    ") and not lines[-1].endswith(":"):
            lines[-1] += " " + line.strip()
        else:
            lines.append(line)
    return parts


def outcome_of(parts):
    """What is said below the decision's name: `normally: fine; may also be: …`."""
    for lines in parts[1:]:
        if not lines[0].startswith(" "):
            return "; ".join(line.strip() for line in lines[1:])
    raise SystemExit("no outcome in what `hjemmel decide` prints")


def law_of(parts):
    """The citations under `why`, each once and without the ids of the catalogue."""
    for lines in parts:
        if lines[0].startswith("why"):
            said = [line.strip() for line in lines[1:] if not re.match(r"  (rules?:|grounds? )", line)]
            bare = [re.sub(r" ?\[[^\]]*\]$", "", line) for line in said]
            return "; ".join(dict.fromkeys(line for line in bare if line))
    return ""


def decide(hjemmel, root, state, case):
    words = [hjemmel, "decide", f"{PENAL}/{state}", "--decision", "reaction", "--facts", f"{PENAL}/compared/{case}.yaml"]
    ran = subprocess.run(words, cwd=root, capture_output=True, text=True, timeout=60)
    if ran.returncode != 0:
        raise SystemExit(f"{' '.join(words)} ended with {ran.returncode}: {ran.stderr or ran.stdout}")
    parts = paragraphs(ran.stdout)
    return outcome_of(parts), law_of(parts)


def case_in_words(root, case):
    first = (root / PENAL / "compared" / f"{case}.yaml").read_text(encoding="utf-8").splitlines()[0]
    return first.lstrip("# ").strip()


def table(hjemmel, root):
    lines = []
    for case in CASES:
        lines += [f"**{case_in_words(root, case)}** (`{PENAL}/compared/{case}.yaml`)", "",
                  "| state of the law | reaction | law behind it |", "|---|---|---|"]
        for state, words in STATES.items():
            outcome, law = decide(hjemmel, root, state, case)
            if outcome.startswith("undetermined"):
                raise SystemExit(f"{case} leaves something open under {state}")
            lines.append(f"| [{words}](no/penal/{state}/README.md) | {outcome} | {law} |")
        lines.append("")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--hjemmel", type=pathlib.Path, default=pathlib.Path("build/dev/hjemmel"))
    parser.add_argument("--update", action="store_true")
    given = parser.parse_args()
    told = table(str(given.hjemmel.resolve()), given.root)
    faults = []
    marks = written_part.marks("compared", "compared_states")
    written_part.hold("compared_states", given.root / "rules/README.md", marks, told, given.update, faults)
    tree.finish("compared_states", faults, len(CASES) * len(STATES))


if __name__ == "__main__":
    main()
