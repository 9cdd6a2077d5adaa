#!/usr/bin/env python3
"""Has every output format read by a tool that nobody here wrote, on a site whose pages are hostile.

    check_outputs.py PROGRAM

SARIF: pydantic-sarif, sarif-tools. JUnit: xmllint with docs/junit.xsd, junitparser. Markdown: cmarkgfm. GitHub: github-action-utils,
which writes the same commands. GitLab: a schema of the documented fields, by check-jsonschema. CSV: csv. JSON: json. HTML: see make report-check.
What is not installed is skipped, loudly."""
import contextlib
import csv
import importlib.util
import io
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SKIPPED = []

# What a page may say to break out of a format: a workflow command, a formula, markup, an end of CDATA, a mention, an accent on a sign.
HOSTILE = (
    "=1+1 ::error::x%0A::stop-commands::y ]]&gt; &lt;script&gt;alert(1)&lt;/script&gt; [a](https://evil.example) @somebody | \\| `c` "
    "www.evil.example https://evil.example ![i](x) &amp;lt; \",\u0301\"\u0301 :\u0301 100% \u202e"
)
HOURS = "is telefonisch bereikbaar op werkdagen van"
NAME = "a,b=c:d%0A'&[x](y)@z.html"


def page(text):
    return f'<!DOCTYPE html><html lang="nl"><title>T</title><main><h1>Klantenservice</h1>{text}</main></html>\n'


def hostile_site(folder):
    site = folder / "site"
    (site / "service").mkdir(parents=True)
    (site / "service" / NAME).write_text(page(f"<p>De klantenservice {HOURS} 9.00 tot 17.00 uur {HOSTILE}.</p>"), encoding="utf-8")
    (site / "service" / "b.html").write_text(page(f"<p>De klantenservice {HOURS} 8.00 tot 20.00 uur.</p>"), encoding="utf-8")
    (site / "start.html").write_text(page("<p>Bij ons staat de klant centraal. Wij zijn de beste.</p>"), encoding="utf-8")
    return site


def audit(program, folder, *options, status=(0, 1)):
    done = subprocess.run([program, "audit", "site", *options], cwd=folder, capture_output=True)
    if done.returncode not in status:
        sys.exit(f"{' '.join(options)} ended with {done.returncode}: {done.stderr.decode(errors='replace')}")
    return done.stdout


def need(condition, words):
    if not condition:
        sys.exit(words)


def skip(what, why):
    SKIPPED.append(what)
    print(f"SKIPPED {what}: {why}", file=sys.stderr)


def has(module, what):
    if importlib.util.find_spec(module):
        return True
    skip(what, f"the Python package {module} is not installed")
    return False


def tool(name):
    beside = pathlib.Path(sys.executable).with_name(name)
    return str(beside) if beside.exists() else shutil.which(name)


def check_junit(file, findings):
    if shutil.which("xmllint"):
        schema = HERE.parent / "docs" / "junit.xsd"
        done = subprocess.run(["xmllint", "--noout", "--schema", schema, file], capture_output=True, text=True)
        need(done.returncode == 0, f"xmllint: {done.stderr}")
    else:
        skip("JUnit against its schema", "xmllint (libxml2-utils) is not installed")
    if has("junitparser", "JUnit by junitparser"):
        from junitparser import Failure, JUnitXml
        cases = [case for suite in JUnitXml.fromfile(str(file)) for case in suite]
        need(len(cases) == len(findings), f"junitparser sees {len(cases)} cases, there are {len(findings)} findings")
        failed = sum(any(isinstance(result, Failure) for result in case.result) for case in cases)
        errors = sum(finding["severity"] == "error" for finding in findings)
        need(failed == errors > 0, f"junitparser sees {failed} failures, there are {errors} errors")


def check_csv(data, findings):
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    need([row["fingerprint"] for row in rows] == [finding["fingerprint"] for finding in findings], "the rows are not the findings")
    for row in rows:
        need(None not in row, f"a row has too many cells: {row}")
        bad = [cell for cell in row.values() if cell and cell[0] in "=+-@\t\r"]
        need(not bad, f"a cell is a formula: {bad}")


def check_markdown(data):
    if not has("cmarkgfm", "Markdown by cmark-gfm"):
        return
    import cmarkgfm
    from cmarkgfm.cmark import Options
    html = cmarkgfm.github_flavored_markdown_to_html(data.decode(), options=Options.CMARK_OPT_UNSAFE)
    for wrong in ("<script", "<a ", "<img", "<code"):
        need(wrong not in html, f"the page made {wrong} in Markdown: {html}")
    need(html.count("<table>") >= 2 and "Findings" in html, f"no table in {html}")
    need("evil.example" in html, "the quote is not there")


def check_gitlab(data, findings, folder):
    issues = json.loads(data)
    need(len({issue["fingerprint"] for issue in issues}) == len(findings), "fingerprints are not one an issue")
    for issue in issues:
        path = pathlib.PurePosixPath(issue["location"]["path"])
        need(not path.is_absolute() and not str(path).startswith("./"), f"{path} is not relative")
        need((folder / path).exists(), f"{path} does not exist")
    if has("check_jsonschema", "GitLab against its documented fields"):
        file = folder / "gitlab.json"
        file.write_bytes(data)
        schema = HERE / "Schemas" / "gitlab-code-quality.json"
        done = subprocess.run([sys.executable, "-m", "check_jsonschema", "--schemafile", schema, file], capture_output=True, text=True)
        need(done.returncode == 0, f"check-jsonschema: {done.stdout}{done.stderr}")


def decode(text, signs):
    for sign, code in signs:
        text = text.replace(code, sign)
    return text.replace("%25", "%")


def check_github(data, findings, folder):
    """What github-action-utils writes for the same annotations is the same; only the order of properties may differ."""
    lines = data.decode().split("\n")[:-1]
    kinds = {"error": 0, "warning": 0, "notice": 0}
    commands = []
    for line in lines:
        head, _, text = line[2:].partition("::")
        kind, _, values = head.partition(" ")
        need(kind in kinds, f"no annotation: {line}")
        kinds[kind] += 1
        pairs = [value.split("=", 1) for value in values.split(",") if value]
        properties = {key: decode(value, [("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")]) for key, value in pairs}
        if "file" in properties:
            need((folder / properties["file"]).exists(), f"{properties['file']} does not exist")
        commands.append((kind, decode(text, [("\r", "%0D"), ("\n", "%0A")]), properties))
    need(max(kinds.values()) <= 10, f"too many annotations: {kinds}")
    need(kinds["error"] == sum(finding["severity"] == "error" for finding in findings) > 0, f"{kinds} are not the findings")
    oracle(lines, commands)


def oracle(lines, commands):
    if not has("github_action_utils", "GitHub annotations by github-action-utils"):
        return

    import github_action_utils
    names = {"endColumn": "end_column", "endLine": "end_line"}
    with contextlib.redirect_stdout(io.StringIO()) as written:
        for kind, text, properties in commands:
            getattr(github_action_utils, kind)(text, **{names.get(key, key): value for key, value in properties.items()})

    def parts(line):
        head, text = line[2:].split("::", 1)
        kind, _, values = head.partition(" ")
        return kind, sorted(filter(None, values.split(","))), text

    theirs = [parts(line) for line in written.getvalue().splitlines()]
    need(theirs == [parts(line) for line in lines], f"github-action-utils writes it otherwise:\n{written.getvalue()}")


def check_sarif(data, findings):
    log = json.loads(data)
    results = log["runs"][0]["results"]
    need(len(results) == len(findings), "the results are not the findings")
    for result in results:
        for location in result["locations"] + result.get("relatedLocations", []):
            uri = location.get("physicalLocation", {}).get("artifactLocation", {}).get("uri", "")
            need(not uri.startswith("/") and ":" not in uri, f"{uri} is not relative")
    if has("pydantic_sarif", "SARIF by pydantic-sarif"):
        from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log
        Log.model_validate(log)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        hostile_site(folder)
        formats = ["json", "ndjson", "sarif", "github", "gitlab", "junit", "markdown", "csv", "html", "text"]
        reports = [part for name in formats for part in ("--report", f"{name}=out.{name}")]
        audit(program, folder, *reports, status=(1,))
        data = {name: (folder / f"out.{name}").read_bytes() for name in formats}
        findings = [json.loads(line) for line in data["ndjson"].splitlines()]
        whole = json.loads(data["json"])
        need([f for o in whole["organisations"] for f in o["findings"]] == findings, "JSON and NDJSON differ")
        need(any(NAME in claim["source"]["file"] for finding in findings for claim in finding["claims"]), "the hostile page is not found")
        check_sarif(data["sarif"], findings)
        check_github(data["github"], findings, folder)
        check_gitlab(data["gitlab"], findings, folder)
        check_junit(folder / "out.junit", findings)
        check_markdown(data["markdown"])
        check_csv(data["csv"], findings)
        need(b"\x1b" not in data["text"] and "\u202e" not in data["text"].decode(), "the terminal would obey a quote")
    print(f"Outputs: {len(findings)} findings of a hostile site, read in {len(formats)} formats" + (f"; skipped: {', '.join(SKIPPED)}" if SKIPPED else "."))


if __name__ == "__main__":
    main()
