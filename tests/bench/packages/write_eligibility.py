#!/usr/bin/env python3
"""Writes the package bench.eligibility and its fact schema: services with three to six criteria each, drawn from a fixed seed.

  write_eligibility.py                             the 40 services that stand beside this script
  write_eligibility.py --check                     compares what stands with what would be written; 1 where they differ
  write_eligibility.py --count 10000 --to FOLDER   another number, to FOLDER/eligibility and FOLDER/schemas

The first services are the same whatever the count is. A rules file holds at most 5,000 of them, as one file may have 16 MiB; a package
of 40 has one. The names of the criteria tell field and operator: `n4_at_least`, `d3_before`.
"""
import argparse
import dataclasses
import datetime
import pathlib
import sys

import draw

HERE = pathlib.Path(__file__).resolve().parent
COUNT = 40
SEED = 88172645463325252
MOST_IN_A_FILE = 5000
FIRST_DAY = datetime.date(1940, 1, 1)
CHOICES = [f"v{number}" for number in range(6)]

HEAD = """# The workload `eligibility`: {count} invented services over 60 facts. No law stands behind them.
# Written by tests/bench/packages/write_eligibility.py, which tells how; do not change it by hand.

package bench.eligibility
  title   "{count} services, a workload"
  status  invented
  facts   "bench/eligibility"

source act  "The benchmark's act"
"""

FURTHER = """# The workload `eligibility`, services {first} to {last}; eligibility.rules is the first file.
# Written by tests/bench/packages/write_eligibility.py, which tells how; do not change it by hand.
"""

BY_HAND_HEAD = """// The services of the workload `eligibility` as a programmer writes them: of each, one bit for every criterion that fails.
// Written by tests/bench/packages/write_eligibility.py, which tells how; do not change it by hand.
"""

COLUMNS_HEAD = """// The same services over columns: of each, one byte a person. Included in tests/bench/columns_by_hand.cpp.
// Written by tests/bench/packages/write_eligibility.py, which tells how; do not change it by hand.
"""

SCHEMA_HEAD = """# The facts of the workload `eligibility`: 60 facts about a person, invented, as a line of the measured files has them.
# Written by tests/bench/packages/write_eligibility.py, which tells how; do not change it by hand.
$schema: https://json-schema.org/draft/2020-12/schema
$id: bench/eligibility
title: A person, invented for measuring
type: object
additionalProperties: false
properties:
  id: {x-label: {en: the number of the person}, type: integer, minimum: 0}
"""


@dataclasses.dataclass(frozen=True)
class Criterion:
    """One line of a service: a field (`n4`), what is asked of it (`at_least`), and with what (400)."""
    field: str
    asked: str
    bound: object

    @property
    def name(self):
        return f"{self.field}_{self.asked}"

    def condition(self):
        """As the rule language writes it."""
        if self.asked in ("true", "false"):
            return self.field if self.asked == "true" else f"not {self.field}"
        if self.asked == "among":
            return f"{self.field} in {{{', '.join(self.bound)}}}"
        return f"{self.field} {'>=' if self.asked in ('at_least', 'from') else '<'} {self.bound}"

    def by_hand(self, row=""):
        """As a programmer writes it in C++ over the arrays of a person, or with `row` over columns; days count from 1970."""
        value = f"p.{self.field[0]}[{self.field[1:]}]{row}"
        if self.asked in ("true", "false"):
            return value if self.asked == "true" else f"!{value}"
        if self.asked == "among" and row:
            return f"among<{', '.join(str(CHOICES.index(choice)) for choice in self.bound)}>({value})"
        if self.asked == "among":
            return f"among({value}, {sum(1 << CHOICES.index(choice) for choice in self.bound):#04x})"
        bound = (self.bound - datetime.date(1970, 1, 1)).days if isinstance(self.bound, datetime.date) else self.bound
        return f"{value} {'>=' if self.asked in ('at_least', 'from') else '<'} {bound}"

    def holds(self, person):
        """Of a person whose fields stand under their names: by hand, without the engine."""
        value = person[self.field]
        if self.asked in ("true", "false"):
            return value == (self.asked == "true")
        if self.asked == "among":
            return value in self.bound
        return value >= self.bound if self.asked in ("at_least", "from") else value < self.bound


def draw_criterion(source):
    """The kind of field comes first, then which one, what is asked, and the bound; each takes its numbers in this order."""
    kind = "bned"[source.below(4)]
    field = f"{kind}{source.below(20 if kind in 'bn' else 10)}"
    if kind == "b":
        return Criterion(field, "true" if source.below(5) else "false", None)
    if kind == "e":
        return Criterion(field, "among", tuple(CHOICES[:2] + [choice for choice in CHOICES[2:] if source.below(3)]))
    upwards = bool(source.below(2))
    if kind == "n":
        lowest = 100 if upwards else 600
        return Criterion(field, "at_least" if upwards else "below", lowest + source.below(300))
    earliest, days = (3000, 8000) if upwards else (20000, 9000)
    return Criterion(field, "from" if upwards else "before", FIRST_DAY + datetime.timedelta(earliest + source.below(days)))


def draw_services(count):
    """The criteria of each service, in order; a field is asked of once, and a second criterion on it is drawn again."""
    source = draw.Splitmix(SEED)
    for _ in range(count):
        wanted = 3 + source.below(4)
        criteria = {}
        while len(criteria) < wanted:
            criterion = draw_criterion(source)
            criteria.setdefault(criterion.field, criterion)
        yield list(criteria.values())


def service_text(number, criteria):
    width = max(len(criterion.name) for criterion in criteria)
    lines = [f"    {criterion.name:{width}}  {criterion.condition()}\n" for criterion in criteria]
    return f"\nservice svc{number}\n  cites act \"section {number + 1}\"\n  as of right\n  criteria\n{''.join(lines)}"


def schema_text():
    # No criterion names `other`: a criterion that takes all of v0 to v5 would else be one that cannot fail, a fault of a real package.
    kinds = [("b", 20, "type: boolean"), ("n", 20, "type: integer, minimum: 0, maximum: 999"),
             ("e", 10, f"type: string, x-enum: Choice, enum: [{', '.join(CHOICES)}, other]"), ("d", 10, "type: string, format: date")]
    return SCHEMA_HEAD + "".join(f"  {kind}{number}: {{{form}}}\n" for kind, many, form in kinds for number in range(many))


def by_hand_text(count):
    """Statements over a person `p` that fill `failed`."""
    lines = []
    for number, criteria in enumerate(draw_services(count)):
        bits = " | ".join(f"bit(!({criterion.by_hand()}), {place})" for place, criterion in enumerate(criteria))
        lines.append(f"failed[{number}] = {bits};\n")
    return BY_HAND_HEAD + "".join(lines)


def columns_text(count):
    """One loop a service over the columns of a block of persons `p`."""
    lines = []
    for number, criteria in enumerate(draw_services(count)):
        bits = " | ".join(f"bit<{place}>(!({criterion.by_hand('[r]')}))" for place, criterion in enumerate(criteria))
        lines.append(f"fill({number}, [&](std::size_t r) {{ return {bits}; }});\n")
    return COLUMNS_HEAD + "".join(lines)


def package_files(count):
    """(path below the folder, text) of everything that is written; the last is the package file, which names the others."""
    yield "schemas/bench/eligibility.schema.yaml", schema_text()
    if count == COUNT:
        yield "eligibility_by_hand.inc", by_hand_text(count)
        yield "eligibility_columns_by_hand.inc", columns_text(count)
    names, parts = [], []
    for number, criteria in enumerate(draw_services(count)):
        if number % MOST_IN_A_FILE == 0:
            last = min(number + MOST_IN_A_FILE, count) - 1
            parts = [FURTHER.format(first=number, last=last) if number else HEAD.format(count=count)]
            names.append(f"eligibility_{len(names) + 1}.rules" if number else "eligibility.rules")
        parts.append(service_text(number, criteria))
        if number + 1 in (count, len(names) * MOST_IN_A_FILE):
            yield f"eligibility/{names[-1]}", "".join(parts)
    yield "eligibility/package.yaml", f"package: bench.eligibility\nversion: 0.1.0\nrules: [{', '.join(names)}]\ncases: cases\n"


def differences(folder, files):
    """The names of the files that do not stand there as they would be written."""
    for name, text in files:
        file = folder / name
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            yield name


def write(folder, files):
    for name, text in files:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def settle(folder, files, check, script):
    """Writes the files, or compares them and says which differ: what the program ends with."""
    if not check:
        write(folder, files)
        return 0
    faults = list(differences(folder, files))
    for name in faults:
        print(f"{name} is not what {script} writes; run it anew", file=sys.stderr)
    return 1 if faults else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=COUNT, help="how many services; 40 where it is left out")
    parser.add_argument("--to", type=pathlib.Path, default=HERE, help="the folder to write to; needed with --count")
    parser.add_argument("--check", action="store_true", help="write nothing and compare")
    options = parser.parse_args()
    if options.count < 1:
        parser.error("--count is at least 1")
    if options.count != COUNT and options.to.resolve() == HERE:
        parser.error("the package beside this script has 40 services; --to names a folder for another number")
    if not options.check:
        (options.to / "eligibility/cases").mkdir(parents=True, exist_ok=True)
    return settle(options.to, package_files(options.count), options.check, "write_eligibility.py")


if __name__ == "__main__":
    sys.exit(main())
