#!/usr/bin/env python3
"""Checks the laws between the modules of Sources/ that the compiler does not: see ARCHITECTURE.md.

Prints path:line: what is wrong, and ends with 1 where a law is broken."""
import pathlib
import re
import sys

# Who may import whom. Everything that is not named is forbidden.
IMPORTS = {
    "Claims": set(),
    "RuleBook": {"Claims", "Yams", "Foundation", "Dispatch", "Synchronization"},   # languages are compiled at once
    "Configuration": {"Claims", "RuleBook", "Yams", "Foundation"},
    "Crawl": {"Claims", "CArchive", "CBrotli", "CPublicSuffix", "CZlib", "CZstd", "Foundation", "Subprocess", "System", "SystemPackage"},
    "Extraction": {"Claims", "RuleBook", "CLibXML2", "Foundation"},
    "Judgement": {"Claims", "RuleBook"},
    "Ledger": {"Claims", "Judgement", "GRDB", "Foundation"},
    "Reporting": {"Claims", "RuleBook", "Foundation"},
    "belofte": {"Claims", "RuleBook", "Configuration", "Crawl", "Extraction", "Judgement", "Ledger", "Reporting", "ArgumentParser", "Dispatch", "Foundation", "Synchronization"},
}

# The files at a C border: nobody else imports C or writes `unsafe`.
BORDERS = ("Sources/Extraction/Markup/LibXML.swift", "Sources/Extraction/Documents/LibXMLDocuments.swift", "Sources/Crawl/Borders/")

C_LIBRARIES = {folder.parent.name for folder in pathlib.Path("Sources").glob("*/module.modulemap")}

# Only the command does these.
COMMAND_ONLY = {
    "prints": re.compile(r"(?<![\w.])(?:print|debugPrint|fputs|puts)\(|FileHandle\.standard(?:Output|Error)"),
    "ends the process": re.compile(r"(?<![\w.])(?:exit|abort|_exit)\("),
    "reads the clock": re.compile(r"\bDate\(\)|\bDate\.now\b|\b(?:Continuous|Suspending)Clock\b|\bclock_gettime\b"),
    "reads the environment": re.compile(r"\bProcessInfo\b|(?<![\w.])getenv\("),
}
IMPORT = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|func|protocol|typealias|var|let)\s+)?(\w+)")


def code(line):
    """The line without its comment and the text of its literals."""
    return re.sub(r"//.*", "", re.sub(r'"(?:\\.|[^"\\])*"', '""', line))


def broken(path, module):
    is_border = path.as_posix().startswith(BORDERS)
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = code(raw)
        found = IMPORT.match(line)
        if found and found[1] not in IMPORTS[module]:
            yield number, f"{module} may not import {found[1]}"
        if found and found[1] in C_LIBRARIES and not is_border:
            yield number, f"{found[1]} is imported at its border only"
        if not is_border and re.search(r"\bunsafe\b|\bUnsafe\w*Pointer\b", line):
            yield number, "unsafe code belongs in the file at its C border"
        if module != "belofte":
            for what, pattern in COMMAND_ONLY.items():
                if pattern.search(line):
                    yield number, f"{module} {what}; only the command does"


def main():
    problems = 0
    for folder in sorted(p for p in pathlib.Path("Sources").iterdir() if p.is_dir()):
        if folder.name in C_LIBRARIES:
            continue
        if folder.name not in IMPORTS:
            print(f"{folder}: a module without a law: add it to .ci/laws.py and ARCHITECTURE.md")
            problems += 1
            continue
        for path in sorted(folder.rglob("*.swift")):
            for number, what in broken(path, folder.name):
                print(f"{path}:{number}: {what}")
                problems += 1
    if not problems:
        print("The laws between the modules hold.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
