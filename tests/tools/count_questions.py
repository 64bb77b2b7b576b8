#!/usr/bin/env python3
"""How many questions `hjemmel ask --services` needs for a person.

A person is a facts file (rules/no/persons). The conversation starts from what is known at once (known_at_once.yaml beside the files), each
question is answered from the person's file, `unknown` where the file has nothing, and the questions are counted until the program says that
all is settled or that nothing more can be asked. Prints a table in Markdown. A conversation over all packages must come to what the whole file
comes to, of each service and duty; 1 where it does not.

  tests/tools/count_questions.py --hjemmel build/hjemmel [--package DIR ...] [--package-by-package] [--trace DIR] rules/no/persons/PERSON.yaml ...

One conversation over all packages takes seconds for each question. `--package-by-package` holds one conversation a package, each starting from
all that the earlier ones heard: it asks the same facts but for those that only matter for which of two packages is asked first.

Needs nothing but Python 3. Reads the part of YAML that facts files are written in here: groups, values, lists of records in braces.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import tempfile

KNOWN_AT_ONCE = "known_at_once.yaml"
PROMPT = b"\n> "


def read_facts(path):
    """The facts of a file by their dotted path; a list is a list of dicts."""
    facts, group, listed = {}, "", None
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            text = line.split(" #")[0].rstrip()
            if not text.strip() or text.lstrip().startswith("#"):
                continue
            record = re.fullmatch(r"\s+- \{(.*)\}", text)
            entry = re.fullmatch(r"(\s*)([^\s:]+):\s*(.*)", text)
            if record and listed is not None:
                pairs = (pair.split(":", 1) for pair in record[1].split(","))
                listed.append({key.strip(): value.strip() for key, value in pairs})
            elif entry and not entry[1] and not entry[3]:
                group, listed = entry[2], None
            elif entry and entry[3]:
                name = f"{group}.{entry[2]}" if entry[1] else entry[2]
                facts[name], listed = ([] if entry[3] == "[]" else entry[3]), None
            elif entry and entry[1]:
                listed = facts[f"{group}.{entry[2]}"] = []
            else:
                sys.exit(f"{path}:{number}: not read: {text.strip()}")
    return facts


def read_names(path):
    with open(path, encoding="utf-8") as file:
        return [line[2:].strip() for line in file if line.startswith("- ")]


def in_words(value):
    return {"true": "yes", "false": "no", "not_applicable": "not applicable"}.get(value, value)


def answer_of(place, facts):
    """The answer to the question for a place such as `person.pregnant`, `referral.contacts[2]` or `referral.contacts[2].held_on`."""
    item = re.fullmatch(r"(.+)\[(\d+)\](?:\.(.+))?", place)
    if not item:
        value = facts.get(place, "unknown")
        return "unknown" if isinstance(value, list) else in_words(value)
    records, index = facts.get(item[1]), int(item[2])
    if not isinstance(records, list):
        return "unknown"
    if item[3] is None:
        return "yes" if index <= len(records) else "no"
    return in_words(records[index - 1].get(item[3], "unknown")) if index <= len(records) else "unknown"


def read_to_prompt(stream):
    """What is said up to the next prompt, and whether there is one."""
    said = b""
    while not (said.endswith(PROMPT) or said == PROMPT[1:]):
        byte = stream.read(1)
        if not byte:
            return said.decode(), False
        said += byte
    return said.decode(), True


def ask(command, facts, trace):
    """The places asked for, in order, and the facts that the packages do not know. The trace gets questions, answers and the last words."""
    asked, last = [], ""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        while True:
            said, prompted = read_to_prompt(process.stdout)
            if not prompted:
                foreign = re.findall(r"`([\w.]+)` is not a fact", said) + [f"{group}.{key}" for key, group in re.findall(r"`(\w+)` is not a key of `(\w+)`", said)]
                if "error:" in said and not foreign:
                    sys.exit(said)
                trace.write("" if foreign else said)
                return asked, foreign
            question = re.findall(r"^\d+\. [^\n]*(?:\n {3,}[^\n]*)*?\n {3}(\S+)\n {3}asked for:", said, re.MULTILINE)
            place = question[-1] if question else None
            if place is None or place in asked:
                process.kill()
                sys.exit(f"the answer `{last}` to {asked[-1:]} was not taken, or the question was not read:\n{said}")
            asked.append(place)
            last = answer_of(place, facts)
            trace.write(f"{place} = {last}\n")
            trace.flush()
            process.stdin.write(last.encode() + b"\n")
            process.stdin.flush()


# What a person is not given is one answer: which of the two it is may hang on a question that nobody asks any more.
NOT_GIVEN = {"refused", "not_offered"}


def answers(hjemmel, packages, path):
    """Of each service and duty what it comes to."""
    done = subprocess.run([hjemmel, "entitlements", "--facts", path, "--format", "json", *packages], stdout=subprocess.PIPE, check=True)
    found = json.loads(done.stdout)
    told = {}
    for service in found["services"]:
        states = set(service["possible"]) if service["state"] == "unknown" and service.get("possible") else {service["state"]}
        told[f"{service['package']}.{service['service']}"] = "not given" if states <= NOT_GIVEN else service["state"]
    told.update((f"{duty['package']}.{duty['name']}", duty["state"]) for duty in found["duties"])
    return told


def differences(hjemmel, packages, path, heard):
    """What the conversation came to otherwise than the person's whole file."""
    whole, after = answers(hjemmel, packages, path), answers(hjemmel, packages, heard)
    return [f"{name}: {state} by the file, {after[name]} after the conversation" for name, state in whole.items() if after[name] != state]


def write_facts(path, facts):
    with open(path, "w", encoding="utf-8") as file:
        file.write("" if facts else "{}\n")
        for group in dict.fromkeys(name.split(".")[0] for name in facts):
            file.write(f"{group}:\n")
            for name, value in facts.items():
                if name.startswith(group + "."):
                    if isinstance(value, list):
                        records = ("{" + ", ".join(f"{key}: {one}" for key, one in record.items()) + "}" for record in value)
                        value = "[" + ", ".join(records) + "]"
                    file.write(f"  {name.split('.', 1)[1]}: {value}\n")


def ask_package_by_package(command, packages, start, facts, path, trace):
    known, asked = dict(start), []
    for package in packages:
        trace.write(f"# {package}\n")
        of_package, foreign = dict(known), True
        while foreign:  # a fact that the package does not know is a fault, told before the first question
            write_facts(path, of_package)
            new, foreign = ask([*command, "--facts", path, package], facts, trace)
            of_package = {name: value for name, value in of_package.items() if not any(name == one or name.startswith(one + ".") for one in foreign)}
        asked += [place for place in new if place not in asked]
        for place in new:
            name = re.sub(r"\[.*", "", place)
            known[name] = facts.get(name, "unknown")
    return asked


def facts_read(hjemmel, packages):
    """What the services wait for when nothing is known, and what else the duties wait for."""
    done = subprocess.run([hjemmel, "entitlements", "--facts", "-", "--format", "json", *packages], input=b"{}", stdout=subprocess.PIPE, check=True)
    answer = json.loads(done.stdout)
    services = {name for service in answer["services"] for criterion in service["criteria"] for name in criterion.get("unknowns", [])}
    services.update(missing["fact"] for missing in answer["missing"] if missing["kind"] == "fact" and missing["services"])
    duties = {missing["fact"] for duty in answer["duties"] for missing in duty.get("missing", []) if missing["kind"] == "fact"}
    services, duties = ({re.sub(r"\[.*", "", name) for name in names if "." in name} for names in (services, duties))
    return services, duties - services


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hjemmel", default="build/hjemmel", help="the program")
    parser.add_argument("--package", action="append", help="a package; all under rules/no where left out")
    parser.add_argument("--package-by-package", action="store_true", help="one conversation a package, with what the earlier ones heard")
    parser.add_argument("--trace", help="a folder: the places asked for, in order, and the end of each conversation are written there")
    parser.add_argument("persons", nargs="+")
    options = parser.parse_args()
    packages = options.package or sorted(folder for folder, _, files in os.walk("rules/no") if "package.yaml" in files)
    services, duties = facts_read(options.hjemmel, packages)
    print(f"The services read {len(services)} facts, the duties another {len(duties)}.\n")
    print("| person | facts in the file | that the services read | questions asked | for a service | for a duty alone | answered `unknown` |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for path in options.persons:
        facts = read_facts(path)
        start = {name: facts[name] for name in read_names(os.path.join(os.path.dirname(path), KNOWN_AT_ONCE)) if name in facts}
        name = os.path.splitext(os.path.basename(path))[0]
        trace_path = os.path.join(options.trace, name + ".txt") if options.trace else os.devnull
        with tempfile.TemporaryDirectory() as folder, open(trace_path, "w", encoding="utf-8") as trace:
            known, command = os.path.join(folder, "known.yaml"), [options.hjemmel, "ask", "--services", "--lang", "en"]
            if options.package_by_package:
                asked = ask_package_by_package(command, packages, start, facts, known, trace)
            else:
                write_facts(known, start)
                heard = os.path.join(folder, "heard.yaml")
                asked, _ = ask([*command, "--facts", known, "--out", heard, *packages], facts, trace)
                for difference in differences(options.hjemmel, packages, path, heard):
                    sys.exit(f"{path}: {difference}")
        unknown = sum(answer_of(place, facts) == "unknown" for place in asked)
        of_duties = sum(re.sub(r"\[.*", "", place) in duties for place in asked)
        numbers = [len(facts), len(services & facts.keys()), len(asked), len(asked) - of_duties, of_duties, unknown]
        print(f"| {name.replace('_', ' ')} | " + " | ".join(map(str, numbers)) + " |", flush=True)


if __name__ == "__main__":
    main()
