#!/usr/bin/env python3
"""Writes the cases of bench.reaction and bench.eligibility: facts drawn from a fixed seed, and the answers by hand.

  write_cases.py                                      the files beside this script: */cases/drawn.yaml and reaction/cases/limits.yaml
  write_cases.py --check                              compares what stands with what would be written; 1 where they differ
  write_cases.py --count 300 --first 5000 --to FOLDER copies both packages there, and gives them the cases 5000 to 5299 and no others
  write_cases.py --tally 10000                        how often each answer comes up among the first 10,000 of each workload

Case number i is the same wherever it is drawn. The answers are worked out here, in Python; what comes from no drawing,
cases in which something is not known, is written by hand in */cases/unknown.yaml.
"""
import argparse
import collections
import dataclasses
import datetime
import pathlib
import shutil
import sys

import draw
import write_eligibility

HERE = pathlib.Path(__file__).resolve().parent
CASE_STEP = 0x632BE59BD9B4E019  # what the seeds of two neighbouring cases are apart
REACTION_SEED = 0x5EED * 1000003
PERSON_SEED = 0xE11F * 7919
PERSONS = 20
MOST_IN_A_FILE = 500
LOOKED_THROUGH = 2000  # drawn cases, for those that show something new

# Hundredths of a gram, in the order in which substances are drawn.
LIMITS = {"cannabis": 1000, "hash": 1000, "amphetamine": 200, "cocaine": 200, "heroin": 100, "mdma": 150, "ghb": 2000, "lsd": 25,
          "psilocybin": 3000, "khat": 50000, "ketamine": 250, "benzodiazepine": 500}
ACTS = ["use", "acquire", "possess"]
FINES = [3000, 5000, 8000, 12000]
WRITTEN_BY = "# Written by tests/bench/packages/write_cases.py, which tells how; do not change it by hand.\n"


@dataclasses.dataclass(frozen=True)
class Act:
    """The facts of one case of `reaction`; weights in hundredths of a gram."""
    number: int
    age: int
    addicted: bool
    at_risk: bool
    own_use: bool
    act: str
    substances: tuple
    earlier: int
    penalty_required: bool

    def facts(self):
        """The lines of the case, as YAML."""
        found = ", ".join(f"{{name: {name}, grams: {grams(weight)}}}" for name, weight in self.substances)
        return [f"id: {self.number}",
                f"age_at_act: {self.age}",
                f"addicted: {yes_or_no(self.addicted)}",
                f"at_risk: {yes_or_no(self.at_risk)}",
                f"own_use: {yes_or_no(self.own_use)}",
                f"act: {self.act}",
                f"substances: [{found}]",
                f"prior_offences: {self.earlier}",
                f"penal_purpose_requires: {yes_or_no(self.penalty_required)}"]


def yes_or_no(value):
    return "true" if value else "false"


def grams(hundredths):
    return f"{hundredths // 100}.{hundredths % 100:02}"


def draw_act(number):
    source = draw.Splitmix(REACTION_SEED + number * CASE_STEP)
    age = 14 + source.below(47)
    addicted = source.below(5) == 0
    at_risk = source.below(4) == 0
    own_use = source.below(20) < 17
    penalty_required = source.below(3) == 0
    act = ACTS[source.below(3)]
    several = 1 + (source.below(10) < 4) + (source.below(10) < 2)
    earlier = 0 if source.below(2) else source.below(6)
    names = list(LIMITS)
    substances = {}
    while len(substances) < several:
        name = names[source.below(len(names))]
        if name not in substances:
            substances[name] = 1 + source.below(LIMITS[name] * 128 // 100)
    return Act(number, age, addicted, at_risk, own_use, act, tuple(substances.items()), earlier, penalty_required)


@dataclasses.dataclass(frozen=True)
class Answer:
    """What a case of `reaction` comes to, the rule that says so, and why in one sentence."""
    option: str
    rule: str
    why: str
    bounds: str = ""
    grounds: tuple = ()

    def lines(self):
        lines = ["reaction:", "  status: decided", "  modality: is", f"  options: [{self.option}]", f"  rules: [{self.rule}]"]
        if self.bounds:
            lines.append(f"  bounds: {{{self.option}: {{{self.bounds}}}}}")
        if self.grounds:
            lines.append(f"  grounds: [{', '.join(self.grounds)}]")
        return lines


def answer(case):
    """The outcome by hand: the first that fits, from what goes before all else to what is left."""
    above = next((name for name, weight in case.substances if weight > LIMITS[name]), None)
    if not case.own_use or above:
        return Answer("section_231", "not_small", f"the {above} is above its limit" if above else "it is not for own use")
    if case.age < 18:
        meetings = 3 if case.earlier else 1
        return Answer("conditional_waiver", "under_18", f"{case.age} years, {case.earlier} earlier: {meetings} to attend",
                      f"meetings: {meetings}, within: 3 months")
    if case.addicted:
        return Answer("unconditional_waiver", "dependent", f"{case.age} years and dependent")
    grounds = tuple(name for name, holds in (("young", case.age < 25), ("risk", case.at_risk)) if holds)
    if grounds and not case.penalty_required:
        return Answer("waiver_or_deferral", "young_or_at_risk", f"{case.age} years, {' and '.join(grounds)}, and no penalty is required",
                      grounds=grounds)
    return Answer("fine", "ordinary", f"{case.age} years, {case.earlier} earlier, and nothing milder fits",
                  f"amount: {FINES[min(case.earlier, 3)]} NOK")


def shown_by(case):
    """What a case shows beside what others of its outcome do; a case is taken that shows something new."""
    outcome = answer(case)
    yield outcome.option, outcome.grounds
    yield len(case.substances), outcome.option == "section_231"
    if outcome.option == "section_231":
        yield case.own_use
    else:
        yield case.act
        if case.age in (17, 18, 24, 25):
            yield case.age, outcome.option
        if outcome.bounds and case.earlier < 5:
            yield case.earlier, outcome.option


def telling_acts():
    """Of the first drawn cases those that show something new, as few as that gives."""
    shown = set()
    for number in range(LOOKED_THROUGH):
        case = draw_act(number)
        new = set(shown_by(case)) - shown
        if new:
            shown |= new
            yield case


def acts_at_limits():
    """For each substance the first drawn case that is for own use and has nothing else, weighing a hundredth below its limit, at it, above."""
    for name, limit in LIMITS.items():
        found = next(case for case in map(draw_act, range(LOOKED_THROUGH))
                     if case.own_use and [other for other, _ in case.substances] == [name])
        for place, weight in (("below", limit - 1), ("at", limit), ("above", limit + 1)):
            yield f"{name}_{place}_its_limit", dataclasses.replace(found, substances=((name, weight),))


def case_text(name, why, facts, expected):
    lines = [f"  - name: {name}", f"    why: \"{why}\"", "    facts:", *(f"      {line}" for line in facts),
             "    expect:", *(f"      {line}" for line in expected)]
    return "".join(f"{line}\n" for line in lines)


def reaction_text(title, named):
    """A file of cases of `reaction`."""
    cases = [(name, case, answer(case)) for name, case in named]
    return f"# {title}\n{WRITTEN_BY}cases:\n" + "".join(case_text(name, said.why, case.facts(), said.lines()) for name, case, said in cases)


def draw_person(number):
    """The 60 facts of one person, under their names."""
    source = draw.Splitmix(PERSON_SEED + number * CASE_STEP)
    person = {f"b{place}": bool(source.below(2)) for place in range(20)}
    person.update((f"n{place}", source.below(1000)) for place in range(20))
    person.update((f"e{place}", write_eligibility.CHOICES[source.below(6)]) for place in range(10))
    person.update((f"d{place}", write_eligibility.FIRST_DAY + datetime.timedelta(source.below(31500))) for place in range(10))
    return person


def failed_criteria(person, services):
    """For each service the names of the criteria that fail, in their order."""
    return [[criterion.name for criterion in criteria if not criterion.holds(person)] for criteria in services]


def person_text(number, services):
    person = draw_person(number)
    written = {name: yes_or_no(value) if isinstance(value, bool) else str(value) for name, value in person.items()}
    failed = failed_criteria(person, services)
    expected = [f"svc{place}: {{status: refused, failed: [{', '.join(names)}]}}" if names else f"svc{place}: {{status: entitled}}"
                for place, names in enumerate(failed)]
    entitled = [f"svc{place}" for place, names in enumerate(failed) if not names]
    return case_text(f"person_{number}", f"entitled to {len(entitled)} of {len(services)}: {', '.join(entitled) or 'none'}",
                     [f"id: {number}", *(f"{name}: {value}" for name, value in written.items())], expected)


def persons_text(numbers):
    services = list(write_eligibility.draw_services(write_eligibility.COUNT))
    title = f"# Persons {numbers[0]} to {numbers[-1]} of those drawn, with the state of each service.\n"
    return f"{title}{WRITTEN_BY}cases:\n" + "".join(person_text(number, services) for number in numbers)


def standing_files():
    yield "reaction/cases/drawn.yaml", reaction_text(
        f"Of the first {LOOKED_THROUGH:,} drawn cases those that show something that none before them does.",
        [(f"drawn_{case.number}", case) for case in telling_acts()])
    yield "reaction/cases/limits.yaml", reaction_text(
        "Each substance below, at and above its limit; all else as in a drawn case, whose number stands under `id`.", acts_at_limits())
    yield "eligibility/cases/drawn.yaml", persons_text(range(PERSONS))


def copied_files(numbers):
    """The cases of these numbers for both packages, so many to a file as the program reads in one document."""
    for first in range(numbers.start, numbers.stop, MOST_IN_A_FILE):
        part = range(first, min(first + MOST_IN_A_FILE, numbers.stop))
        yield f"reaction/cases/drawn_{first}.yaml", reaction_text(f"Cases {part[0]} to {part[-1]} of those drawn.",
                                                                  [(f"drawn_{number}", draw_act(number)) for number in part])
        yield f"eligibility/cases/drawn_{first}.yaml", persons_text(part)


def copy_packages(folder):
    for name in ("schemas", "reaction", "eligibility"):
        shutil.copytree(HERE / name, folder / name, ignore=shutil.ignore_patterns("cases"))


def tally(count):
    """Prints how often each answer comes up."""
    outcomes, bounds = collections.Counter(), collections.Counter()
    for number in range(count):
        said = answer(draw_act(number))
        outcomes[said.option] += 1
        bounds[said.bounds] += 1
    for option in ("section_231", "conditional_waiver", "unconditional_waiver", "waiver_or_deferral", "fine"):
        print(f"{option} {outcomes[option]:,}")
    for bound, times in sorted(bounds.items()):
        if bound:
            print(f"  {bound}: {times:,}")
    services = list(write_eligibility.draw_services(write_eligibility.COUNT))
    results = [names for number in range(count) for names in failed_criteria(draw_person(number), services)]
    print(f"entitled {sum(not names for names in results):,}")
    print(f"refused {sum(bool(names) for names in results):,}")
    print(f"  criteria that fail: {sum(map(len, results)):,}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing and compare")
    parser.add_argument("--count", type=int, help="how many cases, with --to")
    parser.add_argument("--first", type=int, default=0, help="the number of the first of them; 0 where it is left out")
    parser.add_argument("--to", type=pathlib.Path, help="a folder to copy the packages to; they must not stand there yet")
    parser.add_argument("--tally", type=int, metavar="COUNT", help="count the answers of the first COUNT and write nothing")
    options = parser.parse_args()
    if (options.count is None) != (options.to is None) or (options.count is not None and options.count < 1):
        parser.error("--count, at least 1, and --to go together")
    if options.tally is not None:
        tally(options.tally)
        return 0
    if options.to:
        copy_packages(options.to)
        write_eligibility.write(options.to, copied_files(range(options.first, options.first + options.count)))
        return 0
    return write_eligibility.settle(HERE, standing_files(), options.check, "write_cases.py")


if __name__ == "__main__":
    sys.exit(main())
