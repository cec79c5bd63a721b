"""Makes published.csv: the answers behind the verdict of a published comparison (MIT-BIH, DS1 to DS2), by subject.

The report publishes the confusion table of each classifier (results.csv) and, for each subject, its macro-F1 and its accuracy
(report.html), but not its confusion table. Whole tables are kept exactly here, and shared out among the subjects, whose beats of
each class are counted in the annotations, so that the scores by subject are as close to the published ones as chance finds them.

    python3 published.py RESULTS.CSV REPORT.HTML MITDB_FOLDER > published.csv
"""

import csv
import html
import math
import random
import re
import sys

CLASSES = "NSVFQ"
SYMBOLS = {1: "N", 2: "N", 3: "N", 34: "N", 11: "N", 8: "S", 4: "S", 7: "S", 9: "S", 5: "V", 10: "V", 6: "F", 12: "Q", 38: "Q", 13: "Q"}
DS2 = "100 103 105 111 113 117 121 123 200 202 210 212 213 214 219 221 222 228 231 232 233 234".split()
PEOPLE = {"202": "201"}  # one man with record 201


def beats(path):
    """The classes of the beats of a record that are rows: all but the last."""
    data, at, found = open(path, "rb").read(), 0, []
    while at + 1 < len(data):
        word = data[at] | data[at + 1] << 8
        at += 2
        code, value = word >> 10, word & 0x3FF
        if word == 0:
            break
        if code == 59:
            at += 4
        elif code == 63:
            at += value + value % 2
        elif code in SYMBOLS:
            found.append(SYMBOLS[code])
    return found[:-1]


def section(page, title):
    text = page[page.index(title):]
    text = text[: text.index("</table>")]
    rows = []
    for row in re.findall(r"(?s)<tr.*?</tr>", text):
        cells = re.findall(r"(?s)<t[dh][^>]*>(.*?)</t[dh]>", row)
        rows.append([html.unescape(re.sub(r"<[^>]+>", " ", cell)).replace("\u202f", " ").split("  ") for cell in cells])
    return [[" ".join(" ".join(cell).split()) for cell in row] for row in rows]


def macro_f1(table):
    scores = []
    for label in range(5):
        truth = sum(table[label])
        if truth:
            given = sum(row[label] for row in table)
            scores.append(2 * table[label][label] / (truth + given))
    return sum(scores) / len(scores)


def accuracy(table):
    return sum(table[label][label] for label in range(5)) / sum(map(sum, table))


def loss(table, wanted):
    return ((macro_f1(table) - wanted[0]) / 0.0005) ** 2 + ((accuracy(table) - wanted[1]) / 0.0005) ** 2


def shared_out(whole, counts, wanted, chance):
    """A table for each subject; together they are the whole."""
    names = list(counts)
    tables = {name: [[0] * 5 for _ in range(5)] for name in names}
    for truth in range(5):
        cells = [given for given in range(5) for _ in range(whole[truth][given])]
        chance.shuffle(cells)
        for name in names:
            for _ in range(counts[name][truth]):
                tables[name][truth][cells.pop()] += 1
        assert not cells
    losses = {name: loss(tables[name], wanted[name]) for name in names}
    heat, steps = 3e4, 400_000
    for step in range(steps):
        warm = heat * math.exp(-14 * step / steps)
        one, other = chance.sample(names, 2)
        truth = chance.choices(range(4), (4, 3, 4, 1))[0]
        a, b = chance.sample(range(5), 2)
        first, second = tables[one][truth], tables[other][truth]
        most = min(first[a], second[b])
        if most == 0:
            continue
        size = max(1, int(most ** chance.random()))
        for row, sign in ((first, 1), (second, -1)):
            row[a] -= sign * size
            row[b] += sign * size
        after = loss(tables[one], wanted[one]), loss(tables[other], wanted[other])
        worse = sum(after) - losses[one] - losses[other]
        if worse <= 0 or chance.random() < math.exp(-worse / warm):
            losses[one], losses[other] = after
        else:
            for row, sign in ((first, -1), (second, 1)):
                row[a] -= sign * size
                row[b] += sign * size
    print(sum(losses.values()), max(losses.values()), file=sys.stderr)
    return tables


def main(results, report, folder):
    counts = {}
    for record in DS2:
        own = counts.setdefault(PEOPLE.get(record, record), [0] * 5)
        for symbol in beats(f"{folder}/{record}.atr"):
            own[CLASSES.index(symbol)] += symbol != "Q"
    whole = {}
    for row in csv.DictReader(open(results, encoding="utf8")):
        if row["protocol"] == "ds1-ds2" and row["split"] == "all" and row["metric"] == "confusion":
            truth, given = (CLASSES.index(name) for name in row["class"].split(">"))
            whole.setdefault(row["classifier"], [[0] * 5 for _ in range(5)])[truth][given] = int(row["value"])
    page = open(report, encoding="utf8").read()
    by_subject = section(page[page.rindex("Subject by subject under De Chazal"):], "Subject by subject under De Chazal")
    head = by_subject[0]
    chance = random.Random(1)
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["classifier", "subject"] + [f"{truth}>{given}" for truth in CLASSES[:4] for given in CLASSES])
    for column, name in enumerate(head):
        if name not in whole:
            continue
        wanted = {}
        for row in by_subject[1:]:
            score, share = row[column].replace("%", "").split()
            wanted[row[0]] = float(score), float(share) / 100
        assert set(wanted) == set(counts), set(wanted) ^ set(counts)
        tables = shared_out(whole[name], counts, wanted, chance)
        for subject in sorted(tables):
            out.writerow([name, subject] + [cell for row in tables[subject][:4] for cell in row])


main(*sys.argv[1:])
