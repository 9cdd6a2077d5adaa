"""Results of audits, made by number: many findings, hostile texts, nothing at all."""
import copy


def claim(number, kind="service-promise", quote=None, **more):
    quote = quote or f"Wij antwoorden op vraag {number} binnen {number % 24 + 1} uur, ook per e-mail"
    return {
        "schema": 1, "id": f"c-{number:08x}", "organisation": "veel.example", "kind": kind, "theme": "speed", "stance": "affirms",
        "commitment": "firm", "channel": "any", "language": "nl", "quote": quote, "context": ["Service"],
        "source": {"url": f"https://veel.example/p{number % 2000}/", "file": f"p{number % 2000}/index.html", "line": 3, "column": 1, "end_line": 3,
                   "end_column": 40, "page_role": "service-policy"},
        "rule": "nl.response-within", "occurrences": number % 40 + 1, **more}


def finding(number, claims, **more):
    return {
        "schema": 1, "rule": "response-time-conflict", "type": "contradiction", "severity": ["error", "warning", "note"][number % 3],
        "certainty": "exact", "organisation": "veel.example", "theme": "speed",
        "message": f"De ene pagina belooft antwoord binnen {number % 24 + 1} uur, de andere binnen {number % 9 + 2} werkdagen.",
        "advice": "Kies één norm en zet die op beide pagina’s.", "claims": claims, "trace": ["Beide gaan over e-mail."],
        "fingerprint": f"b1-{number:016x}", **more}


def result(name="veel.example", claims=(), promises=(), findings=(), pages=1, not_judged=()):
    page = {"file": "index.html", "role": "marketing", "charset": "utf-8", "language": "nl"}
    organisation = {"name": name, "pages": [page] * pages, "claims": list(claims), "promises": list(promises), "coverage": [], "findings": list(findings)}
    return {
        "schema": 1, "tool": {"name": "belofte", "version": "0.0.0", "rules": {"belofte": "0" * 64}}, "inputs": ["veel"],
        "organisations": [organisation], "not_judged": list(not_judged),
        "totals": {"pages_read": pages, "files_not_read": len(not_judged), "claims": len(claims), "findings": len(findings), "errors": 0,
                   "warnings": 0, "notes": 0}}


def many(count, sides=2):
    """`count` findings, each about sentences of its own, and 40 promises."""
    pairs = [(claim(2 * n), claim(2 * n + 1, quote=f"Op vraag {n} volgt binnen {n % 9 + 2} werkdagen een antwoord"))[:sides] for n in range(count)]
    brand = [claim(9_000_000 + n, "brand-promise", f"Wij zijn altijd snel bij vraag {n}") for n in range(40)]
    verdicts = ["contradicted", "nothing-behind", "no-norm", "kept"]
    promises = [{"claim": c["id"], "theme": "speed", "verdict": verdicts[n % 4], "support": []} for n, c in enumerate(brand)]
    return result(
        claims=brand + [c for pair in pairs for c in pair], promises=promises,
        findings=[finding(n, list(pair), type=["weak-promise", "contradiction"][sides - 1]) for n, pair in enumerate(pairs)], pages=2000)


ATTACK = '=cmd|\' /C calc\'!A0</script></style><img src=x onerror=alert(1)><!-- "\' \u202eomgekeerd\u0000 {n}'


def hostile():
    """Every text from outside an attack."""
    source = claim(1)["source"] | {"url": "javascript:alert(1)", "file": ATTACK}
    one = claim(1, "brand-promise", ATTACK, marked=ATTACK[:20], context=[ATTACK], source=source)
    two = claim(2, quote=ATTACK + "2", source=source | {"url": "https://a.example/\"><script>alert(1)</script>"})
    promise = {"claim": one["id"], "theme": ATTACK, "verdict": "contradicted", "support": [two["id"]]}
    skipped = {"schema": 1, "record": "not-judged", "source": {"file": "."}, "file": ATTACK, "reason": ATTACK, "detail": ATTACK, "unread": True}
    found = finding(1, [one, two], message=ATTACK, advice=" \uff1d" + ATTACK, rule=ATTACK, theme=ATTACK, trace=[ATTACK], touchpoint=ATTACK)
    return result(ATTACK, [one, two], [promise], [found], not_judged=[skipped])


def nothing():
    empty = result(pages=0)
    empty["organisations"] = []
    return empty


def no_promise():
    return result(claims=[claim(1)], pages=3)


def no_finding():
    brand = claim(1, "brand-promise", "U krijgt snel antwoord")
    norm = claim(2) | {"measure": {"metric": "response-time", "op": "<=", "value": 24, "unit": "h"}}
    return result(claims=[brand, norm], promises=[{"claim": brand["id"], "theme": "speed", "verdict": "kept", "support": [norm["id"]]}])


def several(count):
    one = many(20)["organisations"][0]
    whole = many(0)
    whole["organisations"] = [dict(copy.deepcopy(one), name=f"organisatie{n}.example") for n in range(count)]
    for n, organisation in enumerate(whole["organisations"]):
        for found in organisation["findings"]:
            found["fingerprint"] = f"b1-{n:02x}" + found["fingerprint"][5:]
    return whole
