#!/usr/bin/env python3
"""Checks belofte's SARIF with two readers that nobody here wrote: pydantic-sarif (strict about the schema) and sarif-tools.

    check_sarif.py PROGRAM FOLDER"""
import json
import pathlib
import subprocess
import sys
import tempfile

from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log


def output(program, folder, kind):
    done = subprocess.run([program, "audit", folder, "--format", kind, "--fail-on", "never"], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{program} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def main():
    program, folder = sys.argv[1:]
    text = output(program, folder, "sarif")
    log = json.loads(text)
    Log.model_validate(log)
    wanted = json.loads(output(program, folder, "json"))["totals"]["findings"]
    results = [result for run in log["runs"] for result in run["results"]]
    if len(results) != wanted:
        sys.exit(f"{len(results)} results in SARIF, {wanted} findings in JSON")
    for result in results:
        rule = log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]
        if rule["id"] != result["ruleId"]:
            sys.exit(f"ruleIndex of {result['ruleId']} points at {rule['id']}")
    with tempfile.TemporaryDirectory() as place:
        file = pathlib.Path(place, "audit.sarif")
        file.write_bytes(text)
        tool = pathlib.Path(sys.executable).with_name("sarif")
        summary = subprocess.run([tool, "summary", file], capture_output=True, text=True)
        if summary.returncode != 0:
            sys.exit(f"sarif-tools cannot read it: {summary.stderr}")
    print(f"SARIF: {wanted} results are valid, and read by sarif-tools.")


if __name__ == "__main__":
    main()
