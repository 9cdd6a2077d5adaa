#!/usr/bin/env python3
"""Score `belofte` against labelled data: whole sites (findings) and single pages (claims).

    score.py all CORPUS [--belofte .build/release/belofte] [--floors FILE [--raise-floors]] [--verbose]
    score.py sites CORPUS/sites… [--belofte …] [--require contradiction_recall=0.8 ...] [--verbose]
    score.py pages CORPUS/pages… [--belofte …] [--require fact_recall=0.8 ...] [--verbose]

all: every folder of the corpus, in one table by language. Pages and fragments are shown in two halves, by a hash of their names:
    whoever looks at the first half to write a rule sees on the second what the rule is worth.
    A floor is kept for each row; --raise-floors lifts the floors to just under the figures of this run, and lowers none.
sites: each folder holds site/ (the dump) and gold.json. `belofte audit site --format json` is run on it.
pages: facts.jsonl beside the pages. `belofte extract DIR` is run once.
Several folders are summed; a line a language comes before the total.
Cues are compared after folding quotes, dashes, spaces and case. Needs nothing but Python 3.
Exit status 1 where a --require or a floor is not met, 2 where belofte could not be run.
"""
import argparse, collections, hashlib, json, pathlib, re, subprocess, sys

FOLD = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "\u00a0": " ", "\u202f": " ", "\u00ad": None})


def fold(text):
    return re.sub(r"\s+", " ", (text or "").translate(FOLD)).strip().lower()


def words(text):
    return re.findall(r"[^\W_]+", fold(text))


def same_place(place, claim):
    """A gold place {page, cue} and a claim that quotes it."""
    if claim.get("source", {}).get("file", "").removeprefix("./") != place["page"]:
        return False
    cue, quote = fold(place.get("cue")), fold(claim.get("quote"))
    if not cue or cue in quote or (len(quote) > 12 and quote in cue):
        return True
    cue_words = set(words(cue))
    return len(cue_words) > 3 and len(cue_words & set(words(quote))) >= 0.75 * len(cue_words)


def places_of(item):
    return [item["evidence"][i] for i in range(len(item["evidence"]))]


def pair_hits(item, finding):
    """Both sides of a gold pair are among the finding's claims (two different claims). A place under "also" may say its side, "a" or "b"."""
    sides = places_of(item)
    claims = finding.get("claims", [])
    if len(sides) < 2 or len(claims) < 2:
        return False
    also = item.get("also", [])
    left = [sides[0]] + [p for p in also if p.get("side", "a") == "a"]
    right = [sides[1]] + [p for p in also if p.get("side", "b") == "b"]
    sided = all("side" in p for p in also)
    for i, a in enumerate(claims):
        for j, b in enumerate(claims):
            if i == j or not any(same_place(p, a) for p in left) or not any(same_place(p, b) for p in right):
                continue
            if sided or same_place(sides[0], a) or same_place(sides[1], b):
                return True
    return False


def single_hits(item, finding):
    spots = places_of(item) + item.get("also", [])
    for claim in finding.get("claims", []):
        if any(same_place(p, claim) for p in spots):
            return True
        hrefs = [p["href"] for p in spots if p.get("href")]
        if hrefs and any(h in json.dumps(finding, ensure_ascii=False) for h in hrefs):
            return True
    return False


def run(command):
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        print(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr[-2000:]}", file=sys.stderr); sys.exit(2)
    return done.stdout


PAIR = {"contradiction", "narrowing"}
ABSENT = {"missing-link", "weak-promise", "gap"}


def score_sites(corpus, belofte, verbose, totals):
    for folder in sorted(p.parent for p in pathlib.Path(corpus).glob("*/gold.json")):
        gold = json.loads((folder / "gold.json").read_text())
        n = totals["+".join(gold["languages"])]
        result = json.loads(run([belofte, "audit", str(folder / "site"), "--format", "json", "--fail-on", "never"]))
        findings = [f for o in result["organisations"] for f in o["findings"]]
        pairs = [f for f in findings if f["type"] in PAIR]
        absent = [f for f in findings if f["type"] in ABSENT and f.get("claims")]   # a gap without evidence has no place to compare
        orphans = [f for f in findings if f["type"] == "orphan-promise"]
        excused = [g for g in gold["tolerated"] if any(p.get("href") for p in g["evidence"])]
        broken = [f for f in findings if f["type"] == "broken-reference" and not any(single_hits(g, f) for g in excused)]
        want_pairs = [g for g in gold["findings"] if g["type"] in PAIR]
        want_absent = [g for g in gold["findings"] if g["type"] in ABSENT]
        want_orphans = [g for g in gold["findings"] if g["type"] == "orphan-promise"]
        want_broken = [g for g in gold["findings"] if g["type"] == "broken-reference"]
        missed = [g for g in want_pairs if not any(pair_hits(g, f) for f in pairs)]
        true_pairs = [f for f in pairs if any(pair_hits(g, f) for g in want_pairs)]
        tolerated = [f for f in pairs if f not in true_pairs and any(pair_hits(g, f) for g in gold["tolerated"])]
        decoys = [d for d in gold["decoys"] if len(d["evidence"]) == 2 and any(pair_hits(d, f) for f in pairs if f not in true_pairs)]
        noise = [z for z in gold["noise"] if any(same_place(z, c) for f in findings for c in f.get("claims", []))]
        n["contradictions"] += len(want_pairs); n["contradictions_found"] += len(want_pairs) - len(missed)
        n["pairs_reported"] += len(pairs) - len(tolerated); n["pairs_true"] += len(true_pairs)
        n["decoys"] += sum(len(d["evidence"]) == 2 for d in gold["decoys"]); n["decoys_hit"] += len(decoys)
        n["noise"] += len(gold["noise"]); n["noise_hit"] += len(noise)
        n["absent"] += len(want_absent); n["absent_found"] += sum(any(single_hits(g, f) for f in absent) for g in want_absent)
        n["absent_reported"] += len(absent)
        n["absent_true"] += sum(any(single_hits(g, f) for g in want_absent) for f in absent)
        n["absent_tolerated"] += sum(any(single_hits(g, f) for g in gold["tolerated"]) and not any(single_hits(g, f) for g in want_absent) for f in absent)
        n["orphans"] += len(want_orphans); n["orphans_found"] += sum(any(single_hits(g, f) for f in orphans) for g in want_orphans)
        n["broken"] += len(want_broken); n["broken_found"] += sum(any(single_hits(g, f) for f in broken) for g in want_broken)
        n["broken_reported"] += len(broken)
        if verbose:
            print(f"== {gold['site']}: {len(findings)} findings")
            for g in missed:
                print("   missed ", g["id"], g["topic"], "|", " <> ".join(p["cue"] for p in places_of(g)))
            for d in decoys:
                print("   decoy  ", d["id"], d["why"], "|", " <> ".join(p.get("cue", "") for p in places_of(d)))
            for f in pairs:
                if f not in true_pairs and f not in tolerated:
                    print("   extra  ", f["rule"], "|", " <> ".join(c["quote"][:70] for c in f["claims"]))
            for z in noise:
                print("   noise  ", z["cue"], "|", z.get("why", ""))
            for g in want_absent:
                if not any(single_hits(g, f) for f in absent):
                    print("   missed ", g["id"], g["type"], g["topic"], "|", *(p.get("cue", "") for p in places_of(g)))


def site_figures(n):
    ratio = lambda a, b: round(n[a] / n[b], 3) if n[b] else 0.0
    absent_judged = n["absent_reported"] - n["absent_tolerated"]
    return {"contradiction_recall": ratio("contradictions_found", "contradictions"), "contradiction_precision": ratio("pairs_true", "pairs_reported"),
            "decoy_rate": ratio("decoys_hit", "decoys"), "noise_rate": ratio("noise_hit", "noise"),
            "absence_recall": ratio("absent_found", "absent"), "absence_precision": round(n["absent_true"] / absent_judged, 3) if absent_judged else 0.0,
            "orphan_recall": ratio("orphans_found", "orphans"), "broken_recall": ratio("broken_found", "broken"), "broken_precision": ratio("broken_found", "broken_reported")}


WINDOWS = {"refund-period", "return-window"}   # the labels call both refund-period


DAYS = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"]


def hours(text):
    """An opening_hours text of the simple forms as a set of (day, from, to)."""
    if (text or "").strip() == "24/7":
        return {(day, "00:00", "24:00") for day in DAYS}
    slots = set()
    for days, spans in re.findall(r"((?:[A-Z][a-z](?:-[A-Z][a-z])?,?)+)\s+((?:\d\d:\d\d-\d\d:\d\d,?)+)", text or ""):
        for part in days.split(","):
            first, _, last = part.partition("-")
            if first in DAYS:
                run = DAYS[DAYS.index(first):(DAYS.index(last) if last in DAYS else DAYS.index(first)) + 1]
                slots |= {(day, *span.split("-")) for day in run for span in spans.strip(",").split(",")}
    return slots


def same_metric(got, wanted):
    return got == wanted or (got in WINDOWS and wanted in WINDOWS)


def fact_match(fact, claim):
    """0 where a claim does not answer a fact, else higher for a closer answer."""
    if fact["kind"] != claim.get("kind"):
        return 0
    cue, quote = words(fact.get("cue", "")), words(claim.get("quote", ""))
    stems = {w[:5] for w in quote}
    overlap = sum(w[:5] in stems for w in cue) / max(1, len(cue))
    measure, bound = claim.get("measure") or {}, fact.get("bound") or {}
    if bound.get("value") is not None:
        equal = measure.get("value") == bound["value"] and measure.get("unit") == bound.get("unit")
        return overlap + 1 + same_metric(measure.get("metric"), fact.get("metric")) if equal and overlap >= 0.34 else (overlap if overlap >= 0.8 else 0)
    return overlap + (claim.get("theme") == fact.get("theme")) if overlap >= 0.6 else 0


def half_of(name):
    """`first` or `second`, the same for ever: by the file's name."""
    return "second" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 else "first"


def score_pages(corpus, belofte, verbose, totals, key=lambda page: page["language"]):
    corpus = pathlib.Path(corpus)
    claims = collections.defaultdict(list)
    for line in run([belofte, "extract", str(corpus)]).splitlines():
        claim = json.loads(line)
        if "record" in claim:   # a page or something not judged
            continue
        claims[pathlib.PurePath(claim["source"]["file"]).name].append(claim)
    for line in (corpus / "facts.jsonl").read_text().splitlines():
        page = json.loads(line)
        n = totals[key(page)]
        got = list(claims.get(page["page"], []))
        if not page["facts"]:
            n["silent_pages"] += 1; n["alarms"] += len([c for c in got if c["kind"] != "process-constraint"])
            if verbose:
                for c in got:
                    print("   alarm  ", page["page"], c["rule"], "|", c["quote"][:100])
            continue
        n["claims_on_labelled_pages"] += len(got)
        for fact in page["facts"]:
            n["facts"] += 1; n["facts_" + fact["kind"]] += 1
            best = max(got, key=lambda c: fact_match(fact, c), default=None)
            if best is None or fact_match(fact, best) == 0:
                if verbose:
                    print("   missed ", page["page"], fact["kind"], fact.get("theme"), fact.get("bound") or "", "|", fact["cue"])
                continue
            got.remove(best)
            n["found"] += 1; n["found_" + fact["kind"]] += 1
            n["theme_right"] += best.get("theme") == fact.get("theme")
            n["hedge_right"] += (best.get("commitment") == "hedged") == bool(fact.get("hedge"))
            bound = fact.get("bound") or {}
            if bound.get("value") is not None:
                n["bounds"] += 1
                m = best.get("measure") or {}
                right = all(m.get(k) == bound.get(k) for k in ("op", "value", "unit"))
                n["bounds_right"] += right
                if fact.get("metric") not in (None, "none"):
                    n["metrics"] += 1; n["metric_right"] += same_metric(m.get("metric"), fact["metric"])
                if verbose and not right:
                    print("   bound  ", page["page"], bound, "got", m, "|", fact["cue"])
            if bound.get("opening_hours"):
                n["hours"] += 1; n["hours_right"] += hours((best.get("measure") or {}).get("opening_hours")) == hours(bound["opening_hours"])
            if fact.get("channel") not in (None, "any"):
                n["channels"] += 1; n["channels_right"] += best.get("channel") == fact["channel"]


def page_figures(n):
    ratio = lambda a, b: round(n[a] / n[b], 3) if n[b] else 0.0
    return {"fact_recall": ratio("found", "facts"), "brand_recall": ratio("found_brand-promise", "facts_brand-promise"),
            "service_recall": ratio("found_service-promise", "facts_service-promise"), "constraint_recall": ratio("found_process-constraint", "facts_process-constraint"),
            "claim_precision_floor": ratio("found", "claims_on_labelled_pages"), "bound_accuracy": ratio("bounds_right", "bounds"),
            "hours_accuracy": ratio("hours_right", "hours"), "metric_accuracy": ratio("metric_right", "metrics"), "theme_accuracy": ratio("theme_right", "found"), "hedge_accuracy": ratio("hedge_right", "found"),
            "channel_accuracy": ratio("channels_right", "channels"), "alarms_per_silent_page": ratio("alarms", "silent_pages")}


SITE_COLUMNS = {"contradiction_recall": "recall", "contradiction_precision": "precision", "decoy_rate": "decoys", "noise_rate": "noise",
                "absence_recall": "absent", "absence_precision": "abs.prec", "orphan_recall": "orphan", "broken_recall": "broken", "broken_precision": "brk.prec"}
PAGE_COLUMNS = {"fact_recall": "facts", "brand_recall": "brand", "service_recall": "service", "constraint_recall": "constr", "claim_precision_floor": "prec≥",
                "bound_accuracy": "bounds", "hours_accuracy": "hours", "metric_accuracy": "metric", "theme_accuracy": "theme", "hedge_accuracy": "hedge",
                "channel_accuracy": "channel", "alarms_per_silent_page": "alarms"}


def is_ceiling(name):
    return name.endswith(("_rate", "_page"))


def measure_all(corpus, belofte, verbose):
    """Two tables: {row: figures} of the sites and of the pages and fragments."""
    corpus = pathlib.Path(corpus)
    sites = collections.defaultdict(collections.Counter)
    score_sites(corpus / "sites", belofte, verbose, sites)
    site_rows = {f"sites {language}": sites[language] for language in sorted(sites)}
    site_rows["sites nl and en"] = sum((n for language, n in sites.items() if set(language.split("+")) <= {"nl", "en"}), collections.Counter())
    site_rows["sites all"] = sum(sites.values(), collections.Counter())
    pages = collections.defaultdict(collections.Counter)
    for folder in sorted(p.parent for p in corpus.glob("*/facts.jsonl")):
        kind = folder.name.split("-")[0]
        score_pages(folder, belofte, verbose, pages, key=lambda page: (page["language"], kind, half_of(page["page"])))
    page_rows = {}
    for language in sorted({row[0] for row in pages}):
        rows = {row: n for row, n in pages.items() if row[0] == language}
        page_rows |= {" ".join(row): n for row, n in sorted(rows.items())}
        for half in ("first", "second"):
            page_rows[f"{language} {half}"] = sum((n for row, n in rows.items() if row[2] == half), collections.Counter())
    page_rows["all second"] = sum((n for row, n in pages.items() if row[2] == "second"), collections.Counter())
    page_rows["all"] = sum(pages.values(), collections.Counter())
    figures = lambda rows, figure: {row: figure(n) for row, n in rows.items()}
    return figures(site_rows, site_figures), figures(page_rows, page_figures)


def show(title, columns, rows):
    print(f"{title:26}" + "".join(f"{head:>10}" for head in columns.values()))
    for row, figures in rows.items():
        print(f"{row:26}" + "".join(f"{figures[name]:>10.3f}" for name in columns))
    print()


MARGIN = 0.02   # one fact more or less in a small row is no change
KEPT = {"contradiction_recall", "contradiction_precision", "decoy_rate", "noise_rate", "absence_recall", "absence_precision", "broken_recall",
        "fact_recall", "claim_precision_floor", "bound_accuracy", "metric_accuracy", "theme_accuracy", "hedge_accuracy", "alarms_per_silent_page"}


def raised(floors, rows):
    """Floors just under the figures, never lower than they were; ceilings just above, never higher. Kept for whole languages, not for each folder."""
    for row, figures in rows.items():
        if "fragments" in row or "pages" in row:
            continue
        kept = floors.setdefault(row, {})
        silent = not (figures.get("fact_recall") or figures.get("contradiction_recall"))
        for name, figure in figures.items():
            if name not in KEPT:   # few cases: one more or less would say too much
                continue
            if is_ceiling(name):
                if not silent:   # a language that is not read yet raises no alarm, and must be free to begin
                    kept[name] = min(kept.get(name, 1e9), round(figure + MARGIN, 3))
            elif figure > MARGIN:
                kept[name] = max(kept.get(name, 0), round(figure - MARGIN, 3))
    return {row: kept for row, kept in floors.items() if kept}


def shortfalls(floors, rows):
    for row, needs in floors.items():
        for name, need in needs.items():
            figure = rows.get(row, {}).get(name)
            if figure is None:
                yield f"{row}: {name} is not measured (floor {need})"
            elif figure > need if is_ceiling(name) else figure < need:
                yield f"{row}: {name} {figure} ({'ceiling' if is_ceiling(name) else 'floor'} {need})"


def score_all(options):
    sites, pages = measure_all(options.corpus[0], options.belofte, options.verbose)
    show("whole sites", SITE_COLUMNS, sites)
    show("pages and fragments", PAGE_COLUMNS, pages)
    if not options.floors:
        return []
    file = pathlib.Path(options.floors)
    floors = json.loads(file.read_text()) if file.exists() else {}
    short = list(shortfalls(floors, sites | pages))
    if options.raise_floors:
        file.write_text(json.dumps(raised(floors, sites | pages), indent=1) + "\n")
    if not short:
        print(f"{sum(map(len, floors.values()))} floors held.")
    return short


def score_kind(options):
    totals = collections.defaultdict(collections.Counter)
    score, figure = (score_sites, site_figures) if options.what == "sites" else (score_pages, page_figures)
    for corpus in options.corpus:
        score(corpus, options.belofte, options.verbose, totals)
    everything = sum(totals.values(), collections.Counter())
    if options.verbose:
        print(json.dumps(everything, indent=1))
    if len(totals) > 1:
        for language in sorted(totals):
            print(f"{language}: {json.dumps(figure(totals[language]))}")
    figures = figure(everything)
    print(json.dumps(figures))
    needs = {name: float(value) for name, value in (need.split("=") for need in options.require)}
    return list(shortfalls({options.what: needs}, {options.what: figures}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["all", "sites", "pages"]); parser.add_argument("corpus", nargs="+")
    parser.add_argument("--belofte", default=".build/release/belofte")
    parser.add_argument("--require", action="append", default=[], metavar="NAME=VALUE", help="a floor; for names that end in _rate or _page, a ceiling")
    parser.add_argument("--floors", metavar="FILE", help="floors of each row, with `all`")
    parser.add_argument("--raise-floors", action="store_true", help="lift the floors to just under these figures")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    short = (score_all if options.what == "all" else score_kind)(options)
    if short:
        print("short of:\n  " + "\n  ".join(short)); sys.exit(1)


if __name__ == "__main__":
    try:
        main()
    except FileNotFoundError as problem:
        print(f"cannot run: {problem}", file=sys.stderr); sys.exit(2)
