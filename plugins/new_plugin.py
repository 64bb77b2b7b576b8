#!/usr/bin/env python3
"""`./dev new-plugin [--c] NAME [ID]`: a folder with a plugin that builds, passes its test, and waits for functions.

NAME alone makes plugins/NAME in this repository and adds it to plugins/CMakeLists.txt. PATH/NAME makes that folder, anywhere, with
a copy of plugins/abi, so that it builds without the repository. ID is what packages call the jurisdiction, two to eight letters;
without one it is the name's first eight letters. In C++ from plugins/template, with --c from plugins/example.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys

PLUGINS = pathlib.Path(__file__).resolve().parent


def fail(text):
    sys.exit(f"dev new-plugin: {text}")


def read_arguments():
    parser = argparse.ArgumentParser(prog="dev new-plugin", description=__doc__.splitlines()[0])
    parser.add_argument("--c", action="store_true", help="in C instead of C++")
    parser.add_argument("--from", dest="started_in", default=".", help=argparse.SUPPRESS)
    parser.add_argument("name", help="the plugin's name, or a path that ends in it")
    parser.add_argument("id", nargs="?", help="two to eight letters a to z")
    return parser.parse_args()


def listed():
    """Folder -> id of what plugins/CMakeLists.txt builds."""
    text = (PLUGINS / "CMakeLists.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^hjemmel_add_plugin\((\w+) (\w+)\)$", text, re.MULTILINE))


def checked(name, plugin, folder, inside):
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        fail(f"`{name}` is no name: small letters a to z, digits and _, beginning with a letter")
    if not re.fullmatch(r"[a-z]{2,8}", plugin):
        fail(f"`{plugin}` is no id: two to eight letters a to z; write one behind the name")
    if folder.exists():
        fail(f"`{folder}` is there already")
    if inside and plugin in listed().values():
        fail(f"the id `{plugin}` is taken (plugins/CMakeLists.txt); write another one behind the name")


def c_source(name, title, plugin):
    """The example, with the names of the new plugin."""
    text = (PLUGINS / "example/example.c").read_text(encoding="utf-8")
    comment = (f"/* {title}'s plugin, `{plugin}`, in plain C: its table, and a function to begin with.\n *\n"
               " * It compiles as C11 and as C++ alike. Tested in test/plugin_test.c. */\n")
    text = comment + text[text.index("*/\n") + 3:]
    for old, new in (('"example", /* id */', f'"{plugin}", /* id */'), ('"1.0.0",   /* version */', '"0.1.0", /* version */'),
                     ('"Example", /* title */', f'"{title}", /* title */')):
        if old not in text:
            fail(f"plugins/example/example.c has no line `{old}`")
        text = text.replace(old, new)
    return text


def write(folder, name, plugin, in_c, inside):
    title = name.replace("_", " ").capitalize()

    def filled(path):
        text = (PLUGINS / "template" / path).read_text(encoding="utf-8")
        return text.replace("@NAME@", name).replace("@ID@", plugin).replace("@TITLE@", title)

    (folder / "test").mkdir(parents=True)
    source = c_source(name, title, plugin) if in_c else filled("plugin.cpp.in")
    (folder / (f"{name}.c" if in_c else "table.cpp")).write_text(source, encoding="utf-8")
    (folder / "CMakeLists.txt").write_text(filled("CMakeLists.txt.in"), encoding="utf-8")
    (folder / "test/plugin_test.c").write_text(filled("test/plugin_test.c"), encoding="utf-8")
    if not inside:
        shutil.copytree(PLUGINS / "abi", folder / "plugins/abi")


def laid_out(folder):
    """As the repository lays out its files, where the program for it is installed; how lines break depends on the names."""
    if shutil.which("clang-format-14"):
        sources = [str(path) for path in folder.rglob("*") if path.suffix in (".cpp", ".c")]
        subprocess.run(["clang-format-14", "-i", *sources], check=True)


def register(name, plugin):
    path = PLUGINS / "CMakeLists.txt"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("hjemmel_finish_bundle()", f"hjemmel_add_plugin({name} {plugin})\nhjemmel_finish_bundle()"),
                    encoding="utf-8")


def main():
    given = read_arguments()
    inside = "/" not in given.name
    name = given.name.rstrip("/").rpartition("/")[2]
    folder = PLUGINS / name if inside else (pathlib.Path(given.started_in) / given.name).resolve()
    plugin = given.id or name.replace("_", "")[:8]
    checked(name, plugin, folder, inside)
    write(folder, name, plugin, given.c, inside)
    if inside:
        register(name, plugin)
        laid_out(folder)
        print(f"plugins/{name} is there, and plugins/CMakeLists.txt builds it: ./dev build dev hjemmel_bundle")
    else:
        print(f"{folder} is there; in it: cmake -S . -B build && cmake --build build && ctest --test-dir build")


if __name__ == "__main__":
    main()
