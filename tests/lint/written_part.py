"""A part of a document that a script writes: it stands between two marks, and the lint compares it with what would be written."""


def hold(lint, document, marks, told, update, faults):
    """`document`: its path. With `update` the part is written anew; otherwise a fault is added where it is stale."""
    begin, end = marks
    text = document.read_text(encoding="utf-8") if document.is_file() else ""
    if text.count(begin) != 1 or text.count(end) != 1:
        faults.append(f"{document.name} needs the lines `{begin}` and `{end}` once each")
        return
    before, rest = text.split(begin)
    stands, after = rest.split(end)
    wanted = f"\n\n{told}\n"
    if update:
        document.write_text(before + begin + wanted + end + after, encoding="utf-8")
    elif stands != wanted:
        faults.append(f"{document.name} is stale; `tests/lint/{lint}.py --update` writes it anew")


def marks(name, lint):
    return f"<!-- {name}: tests/lint/{lint}.py --update writes what follows -->", f"<!-- {name}: end -->"
