#!/usr/bin/env python3
"""`./dev new-plugin` in a temporary folder: what it makes builds against plugins/abi alone, passes its own test and exports one
symbol, in C++ (with the functions of plugins/README.md) and in C, outside of the repository and inside; and it refuses names, ids and folders that do not do."""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
faults = []


def run(*words, cwd):
    return subprocess.run([str(word) for word in words], cwd=cwd, capture_output=True, text=True, check=False)


def expect(holds, what, done):
    if not holds:
        faults.append(f"{what} (status {done.returncode}):\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def new_plugin(repository, *words, cwd):
    return run(repository / "dev", "new-plugin", *words, cwd=cwd)


def builds(folder, plugin):
    """Configures, builds and tests the folder by itself; looks at the symbols of what comes out."""
    for words in (("cmake", "-S", folder, "-B", folder / "build", "-G", "Ninja"), ("cmake", "--build", folder / "build"),
                  ("ctest", "--test-dir", folder / "build", "--output-on-failure", "--no-tests=error")):
        done = run(*words, cwd=folder)
        expect(done.returncode == 0, f"{folder.name}: {words[0]} fails", done)
        if done.returncode != 0:
            return
    library = folder / "build" / f"{plugin}.so"
    symbols = run("nm", "-D", "--defined-only", library, cwd=folder)
    expect(symbols.stdout.split()[2:] == ["hjemmel_jurisdiction_v1"], f"{library.name} exports something else", symbols)
    listed = run(ROOT / "plugins/write_list.py", folder / "build/plugins.yaml", f"{plugin}={library.name}", cwd=folder)
    expect(listed.returncode == 0, "the list of plugins is not written", listed)


def with_readme_steps(folder):
    """Writes into the plugin what steps 1 and 2 of plugins/README.md say; nothing when the README has them no more."""
    blocks = re.findall(r"^```cpp\n(.*?)^```$", (ROOT / "plugins/README.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    source = folder / "table.cpp"
    text = source.read_text(encoding="utf-8")
    text = text.replace("constexpr std::array kFunctions{\n", blocks[0] + "\nconstexpr std::array kFunctions{\n" + blocks[1])
    source.write_text(text, encoding="utf-8")


def outside(scratch):
    made = new_plugin(ROOT, "./lotteries", "lot", cwd=scratch)
    expect(made.returncode == 0 and "ctest" in made.stdout, "no plugin in C++ is made outside", made)
    with_readme_steps(scratch / "lotteries")
    builds(scratch / "lotteries", "lot")
    made = new_plugin(ROOT, "--c", scratch / "deep/er/fishing_rights", cwd="/")
    expect(made.returncode == 0, "no plugin in C is made outside", made)
    builds(scratch / "deep/er/fishing_rights", "fishingr")


def inside(scratch):
    """In a copy of what the command needs of the repository."""
    copy = scratch / "copy"
    copy.mkdir()
    shutil.copy(ROOT / "dev", copy / "dev")
    shutil.copy(ROOT / ".clang-format", copy / ".clang-format")
    shutil.copytree(ROOT / "plugins", copy / "plugins")
    made = new_plugin(copy, "lotteries", cwd=scratch)
    expect(made.returncode == 0, "no plugin is made inside", made)
    text = (copy / "plugins/CMakeLists.txt").read_text(encoding="utf-8")
    expect("hjemmel_add_plugin(lotteries lotterie)\nhjemmel_finish_bundle()" in text, "plugins/CMakeLists.txt lacks it", made)
    expect(not (copy / "plugins/lotteries/plugins").exists(), "the border is copied although it is there", made)
    builds(copy / "plugins/lotteries", "lotterie")
    for words, said in ((("lotteries",), "is there already"), (("Lotteries",), "is no name"), (("lot-teries",), "is no name"),
                        (("other", "no"), "is taken"), (("other", "NO"), "is no id"), (("other", "toolongid"), "is no id"),
                        (("x",), "is no id")):
        refused = new_plugin(copy, *words, cwd=scratch)
        expect(refused.returncode != 0 and said in refused.stderr, f"`{' '.join(words)}` is not refused", refused)


def main():
    with tempfile.TemporaryDirectory() as folder:
        outside(pathlib.Path(folder))
        inside(pathlib.Path(folder))
    for fault in faults:
        print(fault)
    print(f"new_plugin_test: {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
