#!/usr/bin/env python3
"""Every entry of the law catalogue has one disposition: encoded, because a declaration of a package under rules/ cites it; left
out, with a reason, in rules/catalogue/left_out.yaml; or open. An entry of penal law (rules/catalogue/penal.yaml) may be open only
while rules/catalogue/to_be_encoded.yaml says so, which also names what is encoded in part. `--update` writes the list of ids that
packages name as their catalogue, and the tables of rules/README.md, anew; `--list` prints each entry with its disposition."""
import argparse
import collections
import fnmatch
import pathlib
import re

import catalogue
import tree

BEGIN, END = "<!-- coverage: tests/lint/dispositions.py --update writes what follows -->", "<!-- coverage: end -->"
STALE = "; `tests/lint/dispositions.py --update` writes it anew"
LEFT_OUT, TO_BE_ENCODED, PENAL = "left_out.yaml", "to_be_encoded.yaml", "penal.yaml"


def encoded_by(cited, known, faults):
    """Of each entry the declarations that cite it, package first."""
    found = collections.defaultdict(list)
    for citation in cited:
        if citation.id not in known:
            faults.append(f"{citation.place}: {citation.by} cites {citation.id}, which is not in the catalogue")
        elif f"{citation.package}: {citation.by}" not in found[citation.id]:
            found[citation.id].append(f"{citation.package}: {citation.by}")
    return found


def left_out(root, known, faults):
    """Of each entry that is left out the name of its reason."""
    lists = catalogue.sections(root, LEFT_OUT, faults)
    reasons = {name: meaning for _, name, meaning in lists.pop("reasons", [])}
    found, instead = {}, []
    for reason, items in lists.items():
        if reason not in reasons:
            faults.append(f"{catalogue.FOLDER}/{LEFT_OUT}: `{reason}` is not among the reasons at the top")
        for place, name, word in items:
            if name not in known:
                faults.append(f"{place}: {name} is not in the catalogue")
            elif name in found:
                faults.append(f"{place}: {name} is left out twice")
            else:
                found[name] = reason
            if reason == "superseded":
                instead.append((place, name, word))
    faults += [f"{reason} is a reason of {LEFT_OUT} that no entry has" for reason in reasons if reason not in lists]
    for place, name, word in instead:
        if word not in known or word in found:
            faults.append(f"{place}: {name} is superseded by `{word}`, which is no entry, or is itself left out")
    return found


def penal(root, known, faults):
    """The entries of penal law, each with the pattern that makes it one."""
    found = {}
    for place, pattern, _ in catalogue.sections(root, PENAL, faults).get("penal", []):
        matching = fnmatch.filter(known, pattern)
        if not matching:
            faults.append(f"{place}: no entry is called `{pattern}`")
        found.update((name, pattern.rstrip("-*")) for name in matching)
    return found


def waiting_list(root, dispositions, faults):
    """The entries that are open on purpose, and those that are encoded in part."""
    lists = catalogue.sections(root, TO_BE_ENCODED, faults)
    for section, wanted in (("to_be_encoded", "open"), ("in_part", "encoded")):
        for place, name, word in lists.get(section, []):
            found = dispositions.get(name, "not in the catalogue")
            if found != wanted:
                faults.append(f"{place}: {name} is {found}; take it off this list")
            elif section == "in_part" and not word:
                faults.append(f"{place}: say behind a colon what of {name} is not encoded")
    faults += [f"{catalogue.FOLDER}/{TO_BE_ENCODED} has no list `{section}`" for section in ("to_be_encoded", "in_part")
               if section not in lists]
    named = collections.Counter(name for items in lists.values() for _, name, _ in items)
    faults += [f"{catalogue.FOLDER}/{TO_BE_ENCODED}: {name} stands there twice" for name, count in named.items() if count > 1]
    return {section: [name for _, name, _ in items] for section, items in lists.items()}


def chapter(name, penal_chapters):
    """The row of an entry: a chapter of penal law by itself, else the white paper's chapter, else the source's prefix."""
    if name in penal_chapters:
        return penal_chapters[name]
    prefix = name.rpartition("-")[0]
    return re.match(r"M5-\d+", prefix).group(0) if prefix.startswith("M5-") else prefix


def table(head, rows):
    """Rows of (name, Counter of dispositions) as Markdown, with their sum."""
    total = sum((counts for _, counts in rows), collections.Counter())
    lines = [f"| {head} | entries | encoded | left out | open |", "|---|---|---|---|---|"]
    for name, counts in [*rows, ("**all**", total)]:
        lines.append(f"| {name} | {sum(counts.values())} | {counts['encoded']} | {counts['left out']} | {counts['open']} |")
    return "\n".join(lines) + "\n"


def order_of(row):
    number = re.match(r"M5-([\d.]+)$", row)
    return (0, [int(part) for part in number[1].split(".")], row) if number else (1, [], row)


def coverage(known, dispositions, reasons, in_part, penal_chapters):
    """What stands between the two marks of rules/README.md."""
    chapters, kinds = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for name, entry in known.items():
        chapters[chapter(name, penal_chapters)][dispositions[name]] += 1
        kinds[entry.fields.get("kind", "")][dispositions[name]] += 1
    law = set(penal_chapters.values())
    rows = [(f"`{row}` (penal)" if row in law else f"`{row}`", chapters[row]) for row in sorted(chapters, key=order_of)]
    by_kind = [(kind, kinds[kind]) for kind in catalogue.KINDS if kind in kinds]
    counted = collections.Counter(reasons.values())
    why = "".join(f"| {reason} | {count} |\n" for reason, count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0])))
    return (f"{BEGIN}\n\n{table('chapter or source', rows)}\n{table('kind', by_kind)}\n"
            f"Encoded in part: {len(in_part)} of the encoded entries.\n\n"
            f"| left out because | entries |\n|---|---|\n{why}\n{END}\n")


def generated(root, known, text):
    """Path, what stands there, what is to stand there."""
    names = root / catalogue.FOLDER / f"{catalogue.NAME}.txt"
    readme = root / "rules/README.md"
    shown = readme.read_text(encoding="utf-8") if readme.is_file() else ""
    start, end = shown.find(BEGIN), shown.find(END)
    whole = shown[:start] + text + shown[end + len(END) + 1:] if 0 <= start < end else None
    yield names, names.read_text(encoding="utf-8") if names.is_file() else "", catalogue.LIST_HEAD + "".join(f"{name}\n" for name in known)
    yield readme, shown, whole


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=pathlib.Path, default=pathlib.Path(__file__).resolve().parents[2])
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    root, faults = given.root, []
    known = catalogue.entries(root, faults)
    encoded = encoded_by(catalogue.citations(root, known, faults), known, faults)
    out = left_out(root, known, faults)
    law = penal(root, known, faults)

    dispositions = {name: "encoded" if name in encoded else "left out" if name in out else "open" for name in known}
    faults += [f"{name} is left out ({reason}), and {encoded[name][0]} cites it" for name, reason in out.items() if name in encoded]
    waiting = waiting_list(root, dispositions, faults)
    faults += [f"{known[name].place}: {name} is penal law, and neither encoded nor left out nor in {TO_BE_ENCODED}"
               for name in law if dispositions[name] == "open" and name not in waiting.get("to_be_encoded", [])]

    for path, shown, wanted in generated(root, known, coverage(known, dispositions, out, waiting.get("in_part", []), law)):
        if wanted is None:
            faults.append(f"{path.relative_to(root)} has no two lines `{BEGIN}` and `{END}`")
        elif shown != wanted and given.update:
            path.write_text(wanted, encoding="utf-8")
        elif shown != wanted:
            faults.append(f"{path.relative_to(root)} is stale{STALE}")

    if given.list:
        for name, disposition in dispositions.items():
            print(f"{name}: {disposition} {'; '.join(encoded.get(name, [])) or out.get(name, '')}".rstrip())
    counts = collections.Counter(dispositions.values())
    of_law = collections.Counter(dispositions[name] for name in law)
    for what, count in (("all", counts), ("penal law", of_law)):
        print(f"{what}: {sum(count.values())} entries, {count['encoded']} encoded, {count['left out']} left out, {count['open']} open")
    print(f"of the encoded in part: {len(waiting.get('in_part', []))}")
    tree.finish("dispositions", faults, len(known))


if __name__ == "__main__":
    main()
