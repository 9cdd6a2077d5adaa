#!/usr/bin/env python3
"""How long an audit takes, as a ratio to a bare DOM parse in C of the same bytes; and how quiet it is on pages without promises.

    bench.py --belofte .build/release/belofte --cache .build/bench [--rounds 3]

Each round runs the parse and the program in turn, on the same pages, so that a noisy machine disturbs both. The least CPU time counts.
Prints ratios only: seconds say more about the machine than about the program. Never part of the tests.
"""
import argparse, json, os, pathlib, re, resource, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).parent


def run(command, output=subprocess.DEVNULL):
    """CPU seconds, wall seconds and peak memory in MB of a command."""
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"cannot run: {' '.join(map(str, command))}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024


def least(rounds, commands):
    """The least CPU time, wall time and the greatest memory of each command, run in turn."""
    results = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            results[name].append(run(command))
    return {name: (min(r[0] for r in runs), min(r[1] for r in runs), max(r[2] for r in runs)) for name, runs in results.items()}


def reference(cache):
    """Builds the program that only parses."""
    program = cache / "reference"
    flags = subprocess.check_output(["pkg-config", "--cflags", "--libs", "libxml-2.0"], text=True).split()
    subprocess.check_call(["cc", "-O2", str(HERE / "reference.c"), "-o", str(program), *flags])
    return program


def times_ten(rules, target):
    """A copy of the rules with every claim rule ten times, under other names: the same matches, ten times the patterns."""
    subprocess.check_call(["cp", "-r", str(rules), str(target)])
    for path in sorted((target / "claims").rglob("*.yaml")):
        text = path.read_text()
        name = re.search(r"^id: (.*)$", text, re.M).group(1)
        text = re.sub(r"^examples:.*", "", text, flags=re.M | re.S)
        for copy in range(1, 10):
            path.with_name(f"{path.stem}-x{copy}.yaml").write_text(text.replace(f"id: {name}", f"id: {name}-x{copy}", 1))


def claims(path):
    """Claims by kind in an NDJSON file."""
    counts = {}
    with open(path) as lines:
        for line in lines:
            record = json.loads(line)
            if "rule" in record:
                counts[record["kind"]] = counts.get(record["kind"], 0) + 1
    return counts


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--belofte", default=".build/release/belofte")
    options.add_argument("--rules", default="Rules")
    options.add_argument("--cache", default=".build/bench")
    options.add_argument("--rounds", type=int, default=3)
    options = options.parse_args()
    cache = pathlib.Path(options.cache)
    cache.mkdir(parents=True, exist_ok=True)
    subprocess.check_call(["sh", str(HERE / "corpus.sh"), str(cache / "corpus")])
    pages = cache / "corpus" / "docs"
    program = [options.belofte]
    times = least(options.rounds, {
        "parse": [reference(cache), pages],
        "extract": program + ["extract", pages, "--rules", options.rules, "--jobs", "1", "--no-cache", "--quiet"],
        "audit": program + ["audit", pages, "--rules", options.rules, "--jobs", "1", "--no-cache", "--quiet", "--fail-on", "never"],
        "audit on two": program + ["audit", pages, "--rules", options.rules, "--jobs", "2", "--quiet", "--fail-on", "never"],
    })
    base = times["parse"][0]
    for name, (cpu, wall, memory) in times.items():
        print(f"{name:14} {cpu / base:5.2f} of the parse   {memory:4.0f} MB")
    print(f"two workers    {times['audit'][1] / times['audit on two'][1]:5.2f} times as fast")
    with tempfile.TemporaryDirectory() as folder:
        many = pathlib.Path(folder) / "rules"
        times_ten(pathlib.Path(options.rules), many)
        site = HERE.parent / "Corpus"
        matching = least(options.rounds, {
            name: program + ["extract", site / "sites", site / "fragments-nl", site / "fragments-en", "--rules", rules, "--jobs", "1", "--no-cache", "--quiet"]
            for name, rules in (("once", options.rules), ("ten", many))
        })
        starting = least(options.rounds, {
            name: program + ["rules", "list", "--rules", rules] for name, rules in (("once", options.rules), ("ten", many))
        })
        own = {name: matching[name][0] - starting[name][0] for name in matching}
        print(f"ten times the rules: {own['ten'] / own['once']:5.2f} times the reading of pages, without loading the rules")
    out = cache / "claims.ndjson"
    with open(out, "wb") as output:
        run(program + ["extract", pages, "--rules", options.rules, "--jobs", "2", "--quiet"], output)
    counts = claims(out)
    promises = counts.get("brand-promise", 0) + counts.get("service-promise", 0)
    print(f"claims on pages without promises: {promises} promises, {counts.get('process-constraint', 0)} rules of work")


if __name__ == "__main__":
    main()
