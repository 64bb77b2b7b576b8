#!/usr/bin/env python3
"""Writes the services of the workload `eligibility` for engines that do not read our rules, the same draw as write_eligibility.py's.

  write_services.py --count 1000 --to FOLDER

FOLDER/services-1000.json is one list. A service: `{"id": "svc0", "criteria": [{"field": "n4", "op": ">=", "value": 391}, …]}`; `op` is
`==` with true or false, `>=`, `<`, or `in` with a list; a date is a text, `2009-03-20`.
FOLDER/services-1000.txt has a line a service for evaluators that know numbers only: its criteria with commas between, dates as days
since 1970-01-01, and `v3` as 3.
"""
import argparse
import datetime
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "packages"))
import write_eligibility  # noqa: E402  the folder stands beside this one

OPERATORS = {"at_least": ">=", "from": ">=", "below": "<", "before": "<"}


def criterion(drawn):
    if drawn.asked in ("true", "false"):
        return {"field": drawn.field, "op": "==", "value": drawn.asked == "true"}
    if drawn.asked == "among":
        return {"field": drawn.field, "op": "in", "value": list(drawn.bound)}
    value = drawn.bound.isoformat() if isinstance(drawn.bound, datetime.date) else drawn.bound
    return {"field": drawn.field, "op": OPERATORS[drawn.asked], "value": value}


def in_numbers(drawn):
    if drawn.asked in ("true", "false"):
        return f"{drawn.field} == {1 if drawn.asked == 'true' else 0}"
    if drawn.asked == "among":
        return "(" + " || ".join(f"{drawn.field} == {choice[1:]}" for choice in drawn.bound) + ")"
    bound = (drawn.bound - datetime.date(1970, 1, 1)).days if isinstance(drawn.bound, datetime.date) else drawn.bound
    return f"{drawn.field} {OPERATORS[drawn.asked]} {bound}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=write_eligibility.COUNT, help="how many; 40 where it is left out")
    parser.add_argument("--to", type=pathlib.Path, required=True, help="the folder to write to")
    options = parser.parse_args()
    drawn = list(write_eligibility.draw_services(options.count))
    services = [{"id": f"svc{number}", "criteria": [criterion(one) for one in criteria]} for number, criteria in enumerate(drawn)]
    lines = [", ".join(in_numbers(one) for one in criteria) + "\n" for criteria in drawn]
    options.to.mkdir(parents=True, exist_ok=True)
    (options.to / f"services-{options.count}.json").write_text(json.dumps(services), encoding="utf-8")
    (options.to / f"services-{options.count}.txt").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
