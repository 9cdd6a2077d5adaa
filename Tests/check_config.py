#!/usr/bin/env python3
"""Holds docs/belofte.schema.json against the program: what one accepts the other accepts, and what one refuses the other refuses.

    check_config.py PROGRAM

check-jsonschema validates the schema itself, and reads the configurations by it."""
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SCHEMA = ROOT / "docs" / "belofte.schema.json"

ALL_KEYS = """version: 1
languages: [nl, en]
base_url: https://www.coolbank.example/
organisation: coolbank.example
pages:
  - {match: "/service/**", role: service-policy, authority: 90}
  - {match: "/nieuws/**", role: news}
calendar: {working_days: mo-fr, hours: "09:00-17:30", holidays: nl}
aliases: {product: {Zekervast: [zeker vast, vast contract]}, audience: {business: [zzp]}, region: {north: [Noord]}}
rules: {customer-central-vs-standard-process: error, orphan-promise: off, opening-hours-conflict: "note"}
fail_on: never
exceptions:
  - {finding: b1-7f3a51c06e2b9d84, reason: campaign ends, owner: marketing, until: 2027-01-31}
  - {pair: [c-9f3a6c1e, c-0b7d2e55], reason: two brands share this page}
cache: .cache/belofte
catalogue: https://rules.coolbank.example/
"""

SOUND = [ALL_KEYS, "version: 1\n", "version: 1\ncache: off\n", "version: 1\nfail_on: warning\nrules: {gap: off}\n"]

WRONG = [
    "languages: [nl]\n", "version: 2\n", "version: 1\nlanguage: [nl]\n", "version: 1\nlanguages: [la]\n", "version: 1\nfail_on: sometimes\n",
    "version: 1\nbase_url: www.coolbank.example\n", "version: 1\npages: [{role: news}]\n", "version: 1\npages: [{match: a, role: gossip}]\n",
    "version: 1\npages: [{match: a, authority: 101}]\n", "version: 1\nrules: {gap: fatal}\n", "version: 1\npacks: [{path: a, sha256: 12}]\n",
    "version: 1\nexceptions: [{finding: b1-7f3a51c06e2b9d84}]\n", "version: 1\nexceptions: [{reason: because}]\n",
    "version: 1\nexceptions: [{finding: b1-7f3a51c06e2b9d84, pair: [c-9f3a6c1e, c-0b7d2e55], reason: both}]\n",
    "version: 1\ncalendar: {holidays: atlantis}\n", "version: 1\naliases: {planet: {}}\n", "version: 1\ncatalogue: docs/rules\n",
]


def run(*command, cwd=None):
    return subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True)


def by_schema(file):
    return run(sys.executable, "-m", "check_jsonschema", "--schemafile", SCHEMA, file)


def by_program(program, file):
    return run(program, "config", "check", "--config", file)


def check(program, file, accepted, text):
    for name, done in (("the schema", by_schema(file)), ("belofte config check", by_program(program, file))):
        if (done.returncode == 0) != accepted:
            sys.exit(f"{name} {'refuses' if accepted else 'accepts'} this:\n{text}\n{done.stdout}{done.stderr}")


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    done = run(sys.executable, "-m", "check_jsonschema", "--check-metaschema", SCHEMA)
    if done.returncode != 0:
        sys.exit(f"{SCHEMA.name} is no schema: {done.stdout}{done.stderr}")
    if run(program, "config", "schema").stdout != SCHEMA.read_text(encoding="utf-8"):
        sys.exit(f"{SCHEMA.name} is out of step. Write it anew with: belofte config schema > docs/{SCHEMA.name}")
    with tempfile.TemporaryDirectory() as place:
        file = pathlib.Path(place) / ".belofte.yml"
        for text, accepted in [(text, True) for text in SOUND] + [(text, False) for text in WRONG]:
            file.write_text(text, encoding="utf-8")
            check(program, file, accepted, text)
        # What the program writes is read by both as well.
        file.write_text(ALL_KEYS, encoding="utf-8")
        shown = run(program, "config", "show", "--config", file).stdout
        file.write_text(shown, encoding="utf-8")
        check(program, file, True, shown)
        for site in sorted((ROOT / "Samples").glob("www.*")):
            file.unlink()
            run(program, "init", site, cwd=place)
            check(program, file, True, file.read_text(encoding="utf-8"))
    print(f"{SCHEMA.name} and the program agree on {len(SOUND)} sound and {len(WRONG)} wrong configurations.")


if __name__ == "__main__":
    main()
