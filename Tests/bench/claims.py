#!/usr/bin/env python3
"""Write NDJSON claims for `belofte judge`: claims.py COUNT [ORGANISATIONS]. The same arguments give the same bytes."""
import json, random, sys

CHANNELS = ["any", "any", "email", "phone", "chat", "post", "counter", "whatsapp"]
THINGS = ["shipping", "return", "refund", "repair", "appointment", "complaint", "room", "booking", "meter", "card", "account", "move"]
KINDS = [
    ("response-within", "speed", "service-promise", "response-time", "ask"),
    ("resolved-within", "resolution", "service-promise", "resolution-time", "disturbance"),
    ("delivered-within", "speed", "service-promise", "delivery-time", "deliver"),
    ("opening-hours", "reachability", "service-promise", "opening-hours", "ask"),
    ("price", "low-price", "service-promise", "price", "order"),
    ("customer-central", "customer-central", "brand-promise", None, None),
    ("human-contact", "human-contact", "brand-promise", None, None),
    ("no-exceptions", "no-exceptions", "process-constraint", None, None),
]


def measure(metric, pick):
    if metric == "opening-hours":
        start, end = pick.randint(7, 10), pick.randint(16, 22)
        return {"metric": metric, "opening_hours": f"Mo-{pick.choice(['Fr', 'Sa'])} {start:02}:00-{end:02}:00"}
    if metric == "price":
        return {"metric": metric, "op": "=", "value": pick.randint(0, 60), "unit": "eur"}
    return {"metric": metric, "op": "<=", "value": pick.randint(1, 72), "unit": pick.choice(["h", "day", "workday"])}


def claim(number, organisation, pages, pick):
    rule, theme, kind, metric, touchpoint = pick.choice(KINDS)
    page = pick.randrange(pages)
    record = {
        "schema": 1, "id": f"c-{number:08x}", "organisation": organisation, "kind": kind, "theme": theme, "stance": "affirms",
        "commitment": pick.choice(["firm", "firm", "hedged"]), "channel": pick.choice(CHANNELS) if metric else "any",
        "topics": sorted(["thing-" + pick.choice(THINGS)] + [f"~word{pick.randrange(4000)}" for _ in range(6)]),
        "language": "en", "quote": f"Sentence number {number} says something about {rule}.", "context": ["Service"],
        "source": {"file": f"{organisation}/section-{page % 20}/page-{page}.html", "line": number % 900 + 1, "column": 1,
                   "end_line": number % 900 + 1, "end_column": 60, "page_role": pick.choice(["marketing", "service-policy", "legal"])},
        "rule": "en." + rule, "occurrences": 1,
    }
    if metric:
        record["measure"] = measure(metric, pick)
    if touchpoint:
        record["touchpoint"] = touchpoint
    return record


def main():
    count, organisations = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1
    pick = random.Random(7)
    each = count // organisations
    for index in range(organisations):
        name = f"org{index:06}.example" if organisations > 1 else "org.example"
        for number in range(each):
            print(json.dumps(claim(index * each + number, name, max(3, each // 8), pick), separators=(",", ":")))


if __name__ == "__main__":
    main()
