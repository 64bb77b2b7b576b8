#!/usr/bin/env python3
"""Finds a function that two .cpp files of the engine define: in static libraries such a pair links without a word, and one wins."""
import collections
import pathlib
import subprocess
import sys

import tree


def definitions(archive, nm):
    """(mangled name, file that defines it) of every function and variable that other files can see; inline ones left out."""
    listed = subprocess.run([nm, "--defined-only", "--extern-only", "--print-file-name", str(archive)],
                            capture_output=True, text=True, check=True).stdout
    for line in listed.splitlines():
        place, _, rest = line.rpartition(" ")[0].rpartition(":")
        address_and_kind = rest.split()
        if len(address_and_kind) == 2 and address_and_kind[1] in "TDBR":
            yield line.rpartition(" ")[2], f"{archive.name}:{place.rpartition(':')[2]}"


def readable(name):
    """The name as the source writes it."""
    done = subprocess.run(["c++filt", name], capture_output=True, text=True, check=False)
    return done.stdout.strip() or name


def main():
    options = tree.arguments(__doc__, ("--archives", "the folder that the libraries were built into"),
                             ("--nm", "the program that lists symbols"))
    folder = pathlib.Path(options.archives) if options.archives else options.root / "build" / "dev"
    places = collections.defaultdict(list)
    for archive in sorted(folder.glob("lib*.a")):
        for name, place in definitions(archive, options.nm or "nm"):
            places[name].append(place)
    faults = [f"`{readable(name)}` is defined in {' and in '.join(where)}; make one of them static, or give it another name"
              for name, where in sorted(places.items()) if len(where) > 1]
    tree.finish("duplicates", faults, len(places))


if __name__ == "__main__":
    sys.exit(main())
