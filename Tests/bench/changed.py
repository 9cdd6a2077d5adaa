#!/usr/bin/env python3
"""How long an audit of 10,000 pages takes after one of them has changed, beside one without a cache.

    changed.py --belofte .build/release/belofte [--pages 10000] [--rounds 3]

Prints seconds of processor time and on the clock, the least of all rounds: on a busy machine only the first mean something."""
import argparse, pathlib, subprocess, sys, tempfile

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
import bench


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--belofte", default=".build/release/belofte")
    options.add_argument("--pages", type=int, default=10_000)
    options.add_argument("--rounds", type=int, default=3)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        site = pathlib.Path(place) / "www.larkhome.example"
        subprocess.check_call([sys.executable, str(HERE / "site.py"), str(site), str(options.pages)])
        audit = [options.belofte, "audit", site, "--no-config", "--quiet", "--fail-on", "never"]
        bench.run(audit + ["--cache", f"{place}/cache"])
        runs = {"without": [], "changed": []}
        for number in range(options.rounds):
            page = site / "help" / "page-0.html"
            page.write_text(page.read_text(encoding="utf-8") + f"<p>We answer every e-mail within {number + 2} hours.</p>\n", encoding="utf-8")
            runs["changed"].append(bench.run(audit + ["--cache", f"{place}/cache"]))
            runs["without"].append(bench.run(audit + ["--no-cache"]))
        for name, words in (("without", "without a cache"), ("changed", "one page changed")):
            cpu, wall = (min(run[part] for run in runs[name]) for part in (0, 1))
            print(f"{words:20} {cpu:6.2f} s of processor time, {wall:6.2f} s on the clock")


if __name__ == "__main__":
    main()
