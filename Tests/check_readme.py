#!/usr/bin/env python3
"""Runs the commands that our documentation shows with their output, and holds that output against what the program says today.

    check_readme.py PROGRAM FILE…

An example is a fenced block whose first line is `$ belofte …`, run from the root of the repository; `[…]` on a line of its own stands
for lines left out. The output must begin with the lines shown. Exit status 1 with the first line that differs."""
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
EXAMPLE = re.compile(r"^```\w*\n\$ belofte (.*)\n((?:(?!```).*\n)*)```$", re.M)


def parts(shown):
    """The pieces of an output between lines left out."""
    return [piece.strip("\n").splitlines() for piece in shown.split("[…]\n")]


def difference(shown, said):
    """The first line shown that the program did not say in its place, or None."""
    at = 0
    for number, piece in enumerate(parts(shown)):
        if number > 0:
            at = next((i for i in range(at, len(said)) if piece and said[i] == piece[0]), len(said))
        for line in piece:
            if at >= len(said) or said[at] != line:
                return line, said[at] if at < len(said) else "(the end)"
            at += 1
    return None


def main():
    program, *files = sys.argv[1:]
    examples = 0
    for file in files:
        for command, shown in EXAMPLE.findall((ROOT / file).read_text(encoding="utf-8")):
            examples += 1
            run = subprocess.run([str(pathlib.Path(program).resolve()), *shlex.split(command)], cwd=ROOT, capture_output=True, text=True)
            if run.returncode not in (0, 1):
                sys.exit(f"{file}: belofte {command}: {run.stderr.strip()}")
            found = difference(shown, run.stdout.splitlines())
            if found:
                sys.exit(f"{file}: belofte {command}\n  shown: {found[0]}\n  said:  {found[1]}")
    if examples == 0:
        sys.exit("no example was found: are the blocks still fenced?")
    print(f"{examples} examples of the documentation say what the program says.")


if __name__ == "__main__":
    main()
