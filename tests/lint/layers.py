#!/usr/bin/env python3
"""Compares every #include of engine/ with engine/LAYERS: folders, third-party headers, and that the folders have an order."""
import re

import tree

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
STANDARD = re.compile(r"[a-z0-9_]+$")


class Layer:
    def __init__(self, columns):
        self.name, number, neighbours, third_party = columns
        self.number = int(number)
        words = [word for word in neighbours.split() if word != "-"]
        self.steps_up = {word[1:] for word in words if word.startswith("^")}
        self.neighbours = {word.lstrip("^") for word in words}
        self.third_party = [word for word in third_party.split() if word != "-"]


def read_layers(path):
    rows = [line for line in path.read_text(encoding="utf-8").splitlines() if re.match("[a-z]", line)]
    return {layer.name: layer for layer in (Layer([part.strip() for part in row.split("|")]) for row in rows)}


def order_faults(layers):
    """A neighbour that is unknown, stands higher without ^, or leads back to the folder itself."""
    for layer in layers.values():
        for name in sorted(layer.neighbours):
            if name not in layers:
                yield f"engine/LAYERS: `{layer.name}` may include `{name}`, which has no line of its own"
            elif (layers[name].number > layer.number) != (name in layer.steps_up):
                yield f"engine/LAYERS: `{layer.name}` to `{name}`: a step up, and only that, is marked with ^"
            elif layer.name in reachable(layers, name):
                yield f"engine/LAYERS: `{layer.name}` and `{name}` include each other in a circle"


def reachable(layers, start):
    seen, waiting = set(), [start]
    while waiting:
        name = waiting.pop()
        if name not in seen and name in layers:
            seen.add(name)
            waiting += layers[name].neighbours
    return seen


def third_party_allowed(layer, inside, header):
    """`inside`: the file's path within the layer's folder."""
    for word in layer.third_party:
        word, _, folder = word.partition("@")
        only_cpp = word.endswith(".cpp")
        prefix = word.removesuffix(".cpp")
        if header == prefix or header.startswith((prefix + "/", prefix + ".")):
            if (not folder or inside.startswith(folder + "/")) and (not only_cpp or inside.endswith(".cpp")):
                return True
    return False


def include_fault(root, layer, inside, quote, header):
    if quote == "<":
        if STANDARD.match(header) or third_party_allowed(layer, inside, header):
            return None
        return f"<{header}> is not among the headers that engine/LAYERS gives this file"
    if third_party_allowed(layer, inside, header):  # `plugins/abi`, which stands outside of engine/
        return None
    if not header.startswith("engine/"):
        return f'"{header}": includes are written from the root of the repository'
    if not (root / header).is_file():
        return f'"{header}" does not exist'
    folder = header.split("/")[1]
    if folder != layer.name and folder not in layer.neighbours:
        return f"`{layer.name}` may not include `{folder}` (engine/LAYERS)"
    return None


def main():
    root = tree.arguments(__doc__).root
    layers = read_layers(root / "engine/LAYERS")
    faults = list(order_faults(layers))
    looked_at = 0
    for path in tree.files(root, ".h", ".cpp", ".def", under="engine"):
        folder, _, inside = path.relative_to(root / "engine").as_posix().partition("/")
        if folder not in layers:
            faults.append(f"{path.relative_to(root)}: engine/LAYERS has no line for `{folder}`")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            include = INCLUDE.match(line)
            if include:
                looked_at += 1
                fault = include_fault(root, layers[folder], inside, *include.groups())
                if fault:
                    faults.append(f"{path.relative_to(root)}:{number}: {fault}")
    tree.finish("layers", faults, looked_at)


if __name__ == "__main__":
    main()
