#!/usr/bin/env python3
"""Writes plugins.yaml, the list of a bundle's plugins: write_list.py LIST ID=FILE…, each FILE beside the list.

The host compares the hash with the file that it loads. A signature (Ed25519 of the file's bytes, in base64) is added to a line as
`signature: …` by whoever publishes the plugin, with a key that no build has.
"""
import hashlib
import os
import pathlib
import re
import sys


def entry(folder, word):
    plugin, _, name = word.partition("=")
    if not re.fullmatch(r"[a-z]{2,8}", plugin) or not re.fullmatch(r"[\w.-]+\.so", name):
        sys.exit(f"write_list: `{word}` is not ID=FILE, with two to eight letters a to z and a file name that ends in .so")
    digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    return f"  - {{id: {plugin}, file: {name}, sha256: {digest}}}\n"


def main():
    if len(sys.argv) < 3:
        sys.exit("usage: write_list.py LIST ID=FILE…")
    target = pathlib.Path(sys.argv[1])
    text = "plugins:\n" + "".join(entry(target.parent, word) for word in sorted(sys.argv[2:]))
    part = target.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    os.replace(part, target)


if __name__ == "__main__":
    main()
