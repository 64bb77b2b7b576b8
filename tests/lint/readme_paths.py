#!/usr/bin/env python3
"""Every path and every command that a document names exists.

Looked at: README.md in any folder and rules/LANGUAGE.md. In them: back-ticked words, links, and code blocks.
A path is a back-ticked word that begins with a folder or file of the repository's root, or ends like a file of it; `<x>` and `*`
stand for anything. A command is `./dev VERB` or `hjemmel VERB`: the verb, its --options and the paths in it must be real
(hjemmel's are asked of the program itself, given by --hjemmel). A code block that begins with `$ hjemmel …` shows what the
program prints (`< FILE` gives it standard input); a last line `…` leaves the rest out. A code block whose first line names a file behind the language (```yaml a/b.yaml)
shows that file, whole.
"""
import fnmatch
import pathlib
import re
import subprocess

import tree

ENDINGS = ("md", "h", "cpp", "def", "py", "mjs", "sh", "yaml", "yml", "json", "rules", "cmake", "txt", "apt", "html", "toml")
INLINE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
COMMAND = re.compile(r"^(?:\$ )?(\./dev|(?:\./)?(?:build/\w+/)?hjemmel)(?: (.*))?$")
GENERATED = ("build/", "node_modules/", "tests/tools/node_modules/")
ANYTHING = re.compile(r"<[^<>]*>")
PLACEHOLDER = re.compile(r"^[A-Z][A-Z_0-9]*…?$")


class Checker:
    def __init__(self, root, hjemmel):
        self.root = root
        self.hjemmel = hjemmel
        self.files = tree.files(root)
        self.names = {path.name for path in self.files}
        verbs = re.search(r'^verbs="([^"]*)"', (root / "dev").read_text(encoding="utf-8"), re.MULTILINE)
        self.dev_verbs = verbs.group(1).split() if verbs else []
        self.helps = {}

    def hjemmel_help(self, *verb):
        """The help of a verb, or of a part of it such as `plugin list`; nothing when there is no such verb."""
        if verb not in self.helps:
            run = subprocess.run([self.hjemmel, *verb, "--help"], capture_output=True, text=True, timeout=60, check=False)
            self.helps[verb] = run.stdout + run.stderr if run.returncode == 0 else None
        return self.helps[verb]

    def path_fault(self, word, folder):
        word = word.rstrip("/").removeprefix("./")
        if word.startswith(GENERATED) or word == "build" or "…" in word or " " in word:
            return None
        first = word.split("/")[0]
        looks_like_file = re.search(rf"[\w>*]\.(?:{'|'.join(ENDINGS)})$", word) is not None
        stem = pathlib.PurePosixPath(word).stem
        if "/" not in word:
            known = not looks_like_file or PLACEHOLDER.match(stem) or fnmatch.filter(self.names, ANYTHING.sub("*", word))
            return None if known or self.any_match(word, folder) else f"there is no file `{word}`"
        if not re.fullmatch(r"[\w.*<>/{},-]+", word) or not ((self.root / first).exists() or looks_like_file):
            return None
        return None if PLACEHOLDER.match(stem) or self.any_match(word, folder) else f"`{word}` does not exist"

    def any_match(self, word, folder):
        """`a/{b,c}/<x>` against the tree: from the root, from the document's own folder, and from any folder below that."""
        brace = re.search(r"\{([^{}]*)\}", word)
        if brace:
            choices = [word[:brace.start()] + part.strip() + word[brace.end():] for part in brace.group(1).split(",")]
            return all(self.any_match(choice, folder) for choice in choices)
        pattern = ANYTHING.sub("*", word)
        for base in (self.root, folder):
            if (base / word).exists() or ("*" in pattern and next(base.glob(pattern), None) is not None):
                return True
        # A path inside each of the things that the document's folder holds: `cases/*.yaml` in rules/README.md.
        return any(path.is_relative_to(folder) and path.match(pattern) for path in self.files)

    def command_faults(self, program, words, folder):
        verb = words[0] if words else ""
        if PLACEHOLDER.match(verb) or not verb:
            return
        if program == "./dev":
            if verb not in self.dev_verbs:
                yield f"`./dev {verb}`: there is no such verb"
        elif self.hjemmel and verb.startswith("-"):
            return
        elif self.hjemmel:
            part = [word for word in words[1:2] if re.fullmatch("[a-z]+", word)]
            text = self.hjemmel_help(verb, *part)
            if text is None:
                yield f"`hjemmel {verb}`: there is no such verb"
            for option in (word.split("=")[0] for word in words[1:] if word.startswith("--")):
                if text is not None and not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", text):
                    yield f"`hjemmel {verb}` has no option `{option}`"
        for word in words[1:]:
            if "/" in word and (self.root / word.split("/")[0]).exists() and self.path_fault(word, folder):
                yield f"`{word}` does not exist"

    def text_faults(self, text, folder):
        """`text`: a back-ticked word, or a line of a code block."""
        command = COMMAND.match(text.strip())
        if command:
            words = re.sub(r"\s+#.*$|\s*[|>].*$", "", command.group(2) or "").split()
            yield from self.command_faults(command.group(1), words, folder)

    def sample_fault(self, block):
        """`block`: the lines of a code block that begins with a command of the program; `< FILE` gives it standard input."""
        words, _, given = block[0].removeprefix("$ hjemmel ").partition(" < ")
        run = subprocess.run([self.hjemmel, *words.split()], cwd=self.root, capture_output=True, text=True, timeout=60, check=False,
                             input=(self.root / given).read_text(encoding="utf-8") if given else "")
        printed, shown = run.stdout.splitlines(), block[1:]
        if shown and shown[-1] == "…":
            shown = shown[:-1]
            printed = printed[:len(shown)]
        return None if printed == shown else "the program prints something else:\n" + "\n".join(printed)

    def sample_faults(self, path, text):
        for block in re.findall(r"^```\w*\n(\$ hjemmel .*?)\n```$", text, re.MULTILINE | re.DOTALL):
            fault = self.sample_fault(block.splitlines()) if self.hjemmel else None
            if fault:
                yield f"{path.relative_to(self.root)}: {fault}"

    def copy_faults(self, path, text):
        for file, shown in re.findall(r"^```\w+ (\S+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
            if not (self.root / file).is_file():
                yield f"{path.relative_to(self.root)}: there is no file `{file}` to show"
            elif (self.root / file).read_text(encoding="utf-8") != shown:
                yield f"{path.relative_to(self.root)}: `{file}` is not as it is shown"

    def document_faults(self, path):
        folder = path.parent
        in_block = False
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.lstrip().startswith("```"):
                in_block = not in_block
                continue
            faults = list(self.text_faults(line, folder)) if in_block else list(self.line_faults(line, folder))
            for fault in faults:
                yield f"{path.relative_to(self.root)}:{number}: {fault}"
        yield from self.sample_faults(path, path.read_text(encoding="utf-8"))
        yield from self.copy_faults(path, path.read_text(encoding="utf-8"))

    def line_faults(self, line, folder):
        for word in INLINE.findall(line):
            yield from self.text_faults(word, folder)
            fault = None if COMMAND.match(word) else self.path_fault(word, folder)
            if fault:
                yield fault
        for target in LINK.findall(line):
            target = target.split("#")[0]
            if target and "://" not in target and not (folder / target).exists():
                yield f"the link to `{target}` leads nowhere"


def main():
    given = tree.arguments(__doc__, ("--hjemmel", "the program whose verbs and options are real; not asked when left out"))
    checker = Checker(given.root, given.hjemmel)
    documents = [path for path in tree.files(given.root, ".md") if path.name in ("README.md", "LANGUAGE.md")]
    tree.finish("readme_paths", [fault for path in documents for fault in checker.document_faults(path)], len(documents))


if __name__ == "__main__":
    main()
