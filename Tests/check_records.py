#!/usr/bin/env python3
"""Compares the records and responses that belofte sees in every WARC of the corpus with what warcio and FastWARC see there.

Usage: check_records.py BELOFTE [FOLDER]. Readers that are not installed are passed over; with neither of them nothing is checked."""
import collections
import pathlib
import re
import subprocess
import sys


def by_warcio(path):
    from warcio.archiveiterator import ArchiveIterator
    with open(path, "rb") as stream:
        return collections.Counter(record.rec_type for record in ArchiveIterator(stream))


def by_fastwarc(path):
    from fastwarc.warc import ArchiveIterator
    with open(path, "rb") as stream:
        return collections.Counter(record.headers.get("WARC-Type") for record in ArchiveIterator(stream, parse_http=False))


def by_belofte(program, path):
    """Every response or revisit is a line of its own; the other records are counted in one."""
    lines = subprocess.run([program, "pages", str(path)], capture_output=True, text=True, check=False).stdout.splitlines()
    captures, others, before = 0, collections.Counter(), []
    for columns in (line.split("\t") for line in lines):
        if "!" in columns[0]:
            # A remark on a page follows the line of that page.
            is_remark = columns[1] == "not judged" and before and before[0] == columns[0] and before[1] != "not judged"
            captures += not is_remark
            before = columns
        elif len(columns) > 3 and columns[2] == "no-page-records":
            for count, kind in re.findall(r"(\d+) ([a-z]+)(?=,|$)", columns[3].split(": ", 1)[1]):
                others[kind] += int(count)
    return captures, sum(others.values())


def main():
    program = sys.argv[1]
    folder = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "Tests/Corpus/crawls")
    wrong = checked = 0
    for path in sorted(folder.rglob("*.warc*")):
        captures, others = by_belofte(program, path)
        for name, read in (("warcio", by_warcio), ("FastWARC", by_fastwarc)):
            try:
                types = read(path)
            except ImportError:
                continue
            except Exception as error:  # a reader may not know a file that we do read
                print(f"{path}: {name} cannot read it ({type(error).__name__})")
                continue
            own = types["response"] + types["revisit"]
            checked += 1
            if (captures, others) != (own, sum(types.values()) - own):
                print(f"{path}: {name} has {own} captures and {sum(types.values()) - own} others, belofte {captures} and {others}")
                wrong += 1
    print(f"{checked} counts compared, {wrong} differ.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
