#!/usr/bin/env python3
"""Write a site of an invented organisation: site.py FOLDER [PAGES]. The same arguments give the same bytes; a page has about 9 kB."""
import pathlib, random, sys

SECTIONS = ["help", "orders", "returns", "contact", "business", "stores", "repairs", "accounts", "delivery", "about"]
WORDS = """the a one this that cover panel lid jug tray hose board lamp shelf hinge screw bolt red small round second upper wooden spare metal
turn press hold lift place clean dry fold store check count read open close with under beside into from over near behind slowly twice evenly
kitchen garden cellar window table corner manual drawing figure label model series part number size width""".split()
PROMISES = [
    "We answer every e-mail within {n} hours.", "Your parcel is delivered within {n} working days.", "We repair {thing} within {n} days.",
    "You can return {thing} within {n} days.", "Our customer service can be reached by phone from 9:00 to 17:00 on weekdays.",
    "You get your money back within {n} days.", "We solve your complaint within {n} working days.", "The customer comes first with us.",
    "We are always there for you.", "Delivery of {thing} costs {n} euros.",
]
THINGS = ["a lamp", "a shelf", "a board", "a jug", "a tray", "a hose", "a spare part"]


def sentence(pick):
    words = [pick.choice(WORDS) for _ in range(pick.randint(8, 16))]
    return " ".join(words).capitalize() + "."


def promise(pick):
    return pick.choice(PROMISES).format(n=pick.choice([2, 3, 5, 10, 14, 24, 30]), thing=pick.choice(THINGS))


def page(number, count, pick):
    links = "".join(f'<li><a href="/{s}/page-{i}.html">{s} {i}</a></li>\n' for i, s in enumerate(SECTIONS * 3) if i < count)
    near = "".join(f'<a href="page-{(number + step) % count}.html">See also {step}</a>\n' for step in (10, 20, 30))
    parts = []
    for block in range(9):
        text = [sentence(pick) for _ in range(6)]
        if block % 2 == 0:
            text.insert(2, promise(pick))
        parts.append(f"<h2>{sentence(pick)}</h2>\n<p>{' '.join(text)}</p>\n")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Page {number}</title></head>\n<body><header><nav><ul>\n{links}'
        f"</ul></nav></header>\n<main><h1>Page {number}</h1>\n{''.join(parts)}{near}</main>\n<footer><p>We are reachable by phone from 9:00 to "
        "17:00 on weekdays.</p><p>We answer within two working days.</p></footer></body></html>\n")


def main():
    folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    for section in SECTIONS:
        (folder / section).mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / SECTIONS[number % 10] / f"page-{number}.html").write_text(page(number, count, random.Random(number)), encoding="utf-8")


if __name__ == "__main__":
    main()
