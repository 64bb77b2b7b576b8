"""Reads the law catalogue (rules/catalogue), its lists, and what the packages under rules/ cite. For tests/lint/dispositions.py.

The YAML is read line by line, so the files keep the form that rules/catalogue/README.md tells: a line that is not in it is a fault.
"""
import re

import tree

NAME = "no/drug_policy"
FOLDER = "rules/catalogue"
LIST_HEAD = """# The entries of the law catalogue on drug policy in Norway, one id a line: what the rules may cite in brackets.
#
# Written by `tests/lint/dispositions.py --update` from the entries in the folder of the same name. `package.yaml` names this list by
# `catalogue: no/drug_policy`, and `hjemmel check` then tells of an id that is not here. Meld. St. 5 (2024-2025): M5; consultation
# papers: NKROP20, NKROP23, PSY, EXP18; other sources: X.
"""
KINDS = ["reaction", "condition", "threshold", "procedure", "eligibility", "entitlement", "exclusion", "payment", "deadline",
         "duty", "definition", "factors", "comparison"]
STATES = ["in_force", "proposed", "practice", "historical", "foreign", "rejected"]
CERTAINTIES = ["read", "snippet", "outside_knowledge"]
REQUIRED = ["title", "kind", "status", "by", "subject", "when", "then", "facts", "law", "source"]
FIELDS = REQUIRED + ["numbers", "assessment", "terms", "note", "certainty"]
CLOSED = {"kind": KINDS, "status": STATES, "certainty": CERTAINTIES}

ID = r"[A-Z][A-Z0-9]*(?:-[A-Za-z0-9.]*[A-Za-z0-9])+"
CITED = re.compile(rf"({ID})(?:\s*\.\.\s*({ID}))?")
FIELD = re.compile(r"^  ([a-z]+):(.*)$")
SECTION = re.compile(r"^([a-z_]+):(?: (.+))?$")
ITEM = re.compile(rf"^  - ({ID})(?:: (.+))?$")
# `rule under_18`, `replace assessment offender.drug_dependent`, `tilføy regel x`: a word in column 1 and what it names.
DECLARATION = re.compile(r"^(?:(?:add|replace|repeal|tilføy|erstatt|opphev) )?[^\W\d]\w*(?: [^\W\d][\w.]*)?", re.MULTILINE)
PAIR = re.compile(r"^  (\S+): (.+)$")


def span(first, last):
    """The ids from the one to the other, as `hjemmel` counts them; nothing when they are no range."""
    one, other = (re.fullmatch(r"(.*?)(\d+)", text) for text in (first, last))
    if not one or not other or one[1] != other[1] or int(one[2]) > int(other[2]):
        return None
    return [f"{one[1]}{number:0{len(one[2])}d}" for number in range(int(one[2]), int(other[2]) + 1)]


class Entry:
    def __init__(self, place, name):
        self.place = place
        self.id = name
        self.fields = {}


def entries(root, faults):
    """The entries by id, in the order of the files."""
    found = {}
    for path in tree.files(root, ".yaml", under=f"{FOLDER}/{NAME}"):
        name = path.relative_to(root)
        entry = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            head, field = re.fullmatch(rf"- id: ({ID})", line), FIELD.match(line)
            if head:
                entry = Entry(f"{name}:{number}", head[1])
                if entry.id in found:
                    faults.append(f"{entry.place}: the id {entry.id} is taken at {found[entry.id].place}")
                found[entry.id] = entry
            elif entry and field:
                if field[1] not in FIELDS or field[1] in entry.fields:
                    faults.append(f"{name}:{number}: {entry.id} has no field `{field[1]}`, or has it twice")
                entry.fields[field[1]] = field[2].strip().strip('"')
            elif line and not line.startswith(("#", "   ", "  - ")):
                faults.append(f"{name}:{number}: this line is neither an entry's id nor a field of one")
    for entry in found.values():
        lacking = [field for field in REQUIRED if field not in entry.fields]
        if lacking:
            faults.append(f"{entry.place}: {entry.id} lacks {', '.join(lacking)}")
        for field, values in CLOSED.items():
            if entry.fields.get(field, values[0]) not in values:
                faults.append(f"{entry.place}: `{entry.fields[field]}` is no {field} ({', '.join(values)})")
    return found


def sections(root, name, faults):
    """A file of lists: its sections, each a list of (place, key, rest) with `  - ID`, `  - ID: rest` or `  key: rest` a line."""
    found = {}
    path = root / FOLDER / name
    if not path.is_file():
        faults.append(f"{FOLDER}/{name} is not there")
        return found
    inside = None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        section, item = SECTION.match(line), ITEM.match(line) or PAIR.match(line)
        if section and section[1] not in found and section[2] in (None, "[]"):
            inside = found.setdefault(section[1], [])
        elif item and inside is not None:
            inside.append((f"{FOLDER}/{name}:{number}", item[1], item[2] or ""))
        elif line.strip() and not line.lstrip().startswith("#"):
            faults.append(f"{FOLDER}/{name}:{number}: this line is neither a section nor a line of one")
    return found


def without_comments(text):
    """The rules with every comment and every text in quotes blanked, lines and columns kept."""
    return re.sub(r'"[^"\n]*"|#[^\n]*', lambda found: " " * len(found[0]), text)


def manifest_of(root, path):
    """`package:` and `catalogue:` of the nearest package.yaml, from the file's folder upwards."""
    for folder in path.parents:
        if (folder / "package.yaml").is_file():
            text = (folder / "package.yaml").read_text(encoding="utf-8")
            values = dict(re.findall(r"^(package|catalogue): *(\S+)", text, re.MULTILINE))
            return values.get("package", folder.relative_to(root).as_posix()), values.get("catalogue")
        if folder == root:
            break
    return path.relative_to(root).as_posix(), None


class Citation:
    """An id, where it is cited, in which package, and by which declaration there."""

    def __init__(self, name, place, package, declaration):
        self.id = name
        self.place = place
        self.package = package
        self.by = declaration


def citations(root, known, faults):
    """What the packages with this catalogue cite, declaration by declaration, ranges written out."""
    found = []
    for path in tree.files(root, ".rules", under="rules"):
        name = path.relative_to(root)
        package, catalogue = manifest_of(root, path)
        text = without_comments(path.read_text(encoding="utf-8"))
        amendment = re.search(r"^(?:amendment|endring) (\S+)", text, re.MULTILINE)
        starts = [(one.start(), one[0]) for one in DECLARATION.finditer(text)]
        for bracket in re.finditer(r"\[([^\[\]]*)\]", text):
            cited = [CITED.fullmatch(" ".join(part.split())) for part in bracket[1].split(",")]
            if not all(cited):
                continue
            place = f"{name}:{text.count(chr(10), 0, bracket.start()) + 1}"
            declaration = next((words for start, words in reversed(starts) if start < bracket.start()), "")
            by = f"amendment {amendment[1]}: {declaration}" if amendment and not declaration.startswith(amendment[0]) else declaration
            for one in cited:
                ids = span(one[1], one[2]) if one[2] else [one[1]]
                if catalogue != NAME:
                    if catalogue is None and known.keys() & set(ids or []):
                        faults.append(f"{place}: cites {one[0]}, and package.yaml names no catalogue (`catalogue: {NAME}`)")
                elif ids is None:
                    faults.append(f"{place}: `{one[0]}` is no range of entries")
                else:
                    found += [Citation(each, place, package, by) for each in ids]
    return found
