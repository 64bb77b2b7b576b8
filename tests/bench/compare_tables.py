"""The tables of tests/bench/compare.py: ratios, as seconds differ from machine to machine. What was not measured is a dash."""
import math

NOT_AN_ENGINE = {"JavaScript by hand"}  # shown, and no peer
BATCH = "reaction"
MOST_DRIFT = 1.5
# Title, the figure by hand, ours, that of peers, and how many threads.
SPEEDS = [
    ("reaction in columns, 1 thread", "reaction_columns_1", "reaction_columns_1", BATCH, 1),
    ("… as native code", "reaction_columns_1", "reaction_native_1", BATCH, 1),
    ("reaction in columns, 2 threads", "reaction_columns_2", "reaction_columns_2", BATCH, 2),
    ("reaction, one case at a time", "reaction_rows", "reaction_rows", BATCH, 1),
    ("… as native code", "reaction_rows", "reaction_rows_native", BATCH, 1),
    ("… with its full trace", "reaction_trace", "reaction_trace", "reaction_trace", 1),
    ("… with 10 % of facts unknown", "open_rows", "open_rows", None, 1),
    ("eligibility, one person at a time", "eligibility_rows", "eligibility_rows", "eligibility", 1),
    ("… as native code", "eligibility_rows", "eligibility_rows_native", "eligibility", 1),
    ("eligibility in columns, 1 thread", "eligibility_columns_1", "eligibility_columns_1", "eligibility", 1),
    ("… as native code", "eligibility_columns_1", "eligibility_native_1", "eligibility", 1),
    ("eligibility in columns, 2 threads", "eligibility_columns_2", "eligibility_columns_2", "eligibility", 2),
    ("JSON lines to outcomes, 1 thread", "file_simdjson_1", "file_1", "file_1", 1),
    ("JSON lines to outcomes, 2 threads", "file_simdjson_2", "file_2", "file_1", 2),
    ("… 10 % of facts unknown, 1 thread", "file_simdjson_1", "file_open_1", None, 1),
    ("… 10 % of facts unknown, 2 threads", "file_simdjson_2", "file_open_2", None, 2),
]
TIMES = [
    ("reaction, one call, median", "ours", "reaction_median", 1e-9),
    ("reaction, one call, 99th percentile", "ours", "reaction_p99", 1e-9),
    ("… as native code, median", "ours", "reaction_native_median", 1e-9),
    ("… as native code, 99th percentile", "ours", "reaction_native_p99", 1e-9),
    *((f"load {count:,} services, decide one person", "ours", f"load_{count}", 1e-3) for count in (10, 1000, 10_000, 100_000)),
    *((f"… {count:,} again, in the same process", "ours", f"reload_{count}", 1e-3) for count in (10, 1000, 10_000, 100_000)),
    ("… 10,000 from the saved form", "ours", "reload_saved_10000", 1e-3),
    ("… 100,000 from the saved form", "ours", "reload_saved_100000", 1e-3),
    ("… 10,000, all of the package from it", "ours", "reload_saved_whole_10000", 1e-3),
    ("… 10,000 by the API, with documents", "api", "reload_10000", 1e-3),
]
WIDTHS = (42, 11, 10, 10, 10, 2)


def short(value, unit=""):
    """Three digits that matter: `0.0213`, `41.3`, `2,060`."""
    if value is None or not math.isfinite(value) or value <= 0:
        return "-"
    digits = 2 - math.floor(math.log10(value))
    return f"{round(value, digits):,.{max(digits, 0)}f}{unit}"


def rate_text(value):
    """`412 M/s`."""
    if value is None:
        return "-"
    for size, name in ((1e6, "M"), (1e3, "k")):
        if value >= size:
            return short(value / size, f" {name}/s")
    return short(value, " /s")


def time_text(seconds):
    """`2.9 ns`, `531 ms`."""
    if seconds is None:
        return "-"
    for size, name in ((1, "s"), (1e-3, "ms"), (1e-6, "µs")):
        if seconds >= size:
            return short(seconds / size, f" {name}")
    return short(seconds / 1e-9, " ns")


def quotient(above, below):
    return above / below if above and below else None


def row(cells, widths=WIDTHS):
    first, *rest = cells
    line = f"{first:{widths[0]}}" + "".join(f"{cell:>{width}}" for cell, width in zip(rest, widths[1:]))
    return line.rstrip()


class Figures:
    """What was measured, by whom."""

    def __init__(self, figures, peers):
        self.figures = figures
        self.peers = [name for peer in peers for name in ((peer, "DuckDB, 2 threads") if peer == "DuckDB" else (peer,))]

    def by_hand(self, name):
        """The faster pass of those at the beginning and at the end, where there are two: what is by hand is the limit."""
        found = [value for value in (self.figures.get(f"by_hand/{name}"), self.figures.get(f"again/{name}")) if value]
        return max(found, default=None)

    def of(self, who, name):
        """Loading includes the first decision."""
        value = self.figures.get(f"{who}/{name}")
        first = self.figures.get(f"{who}/{name.replace('load', 'first')}", 0) if name.startswith("load") else 0
        return None if value is None else value + first

    def best_peer(self, name, threads, better):
        """(figure, peer), or nothing. A peer that runs on one thread counts among those with two as well."""
        found = [(self.of(peer, name), peer) for peer in self.peers
                 if name and peer not in NOT_AN_ENGINE and (threads > 1 or "threads" not in peer)]
        found = [(value, peer) for value, peer in found if value]
        return better(found) if found else (None, "")


def speed_row(figures, title, hand, ours, peers, threads):
    by_hand, mine = figures.by_hand(hand), figures.of("ours", ours)
    best, peer = figures.best_peer(peers, threads, max)
    return row([title, rate_text(by_hand), short(quotient(mine, by_hand)), short(quotient(best, by_hand)), short(quotient(mine, best)), f"  {peer}"])


def time_row(figures, title, who, name, unit):
    plain = name.replace("saved_", "").replace("whole_", "").replace("native_", "")  # a peer has the text alone, and the function by hand one form
    by_hand, mine = figures.by_hand(plain), figures.of(who, name)
    best, peer = figures.best_peer(plain, 1, min)
    cells = [time_text(value and value * unit) for value in (by_hand, mine, best)]
    return row([title, *cells, short(quotient(best, mine)), f"  {peer}"])


def peer_row(figures, peer):
    share = [short(quotient(figures.by_hand(hand), figures.of(peer, name)))
             for hand, name in (("reaction_rows", "reaction"), ("eligibility_rows", "eligibility"), ("file_simdjson_1", "file_1"))]
    median = figures.of(peer, "reaction_median")
    loads = [figures.of(peer, f"load_{count}") for count in (10, 1000, 10_000)]
    return row([peer, *share, time_text(median and median * 1e-9), *(time_text(load and load * 1e-3) for load in loads)], (26, 10, 12, 12, 10, 10, 10, 10))


def drift(figures):
    """How much slower or faster the machine was at the end, and what to think of it."""
    names = [name.removeprefix("again/") for name in figures if name.startswith("again/") and f"by_hand/{name.removeprefix('again/')}" in figures]
    ratios = [figures[f"again/{name}"] / figures[f"by_hand/{name}"] for name in names]
    if not ratios:
        return ""
    steady = min(ratios) >= 1 / MOST_DRIFT and max(ratios) <= MOST_DRIFT
    judged = "" if steady else " It had other things to do: trust no ratio of this run that is not far from 1."
    return f"From the first to the last pass by hand the machine's speed went to {min(ratios):.2f} to {max(ratios):.2f} of what it was.{judged}"


def tables(measured, peers):
    figures = Figures(measured, peers)
    head = row(["", "by hand", "ours", "best peer", "ours/peer"])
    lines = ["", "Cases a second: by hand, then what share of that ours and the best peer reach; greater is better:", "", head]
    lines += [speed_row(figures, *speed) for speed in SPEEDS]
    lines += ["", "Time; in the last column greater is better:", "", head]
    lines += [time_row(figures, *time) for time in TIMES]
    from_text, saved = figures.of("ours", "reload_10000"), figures.of("ours", "reload_saved_10000")
    if from_text and saved:
        whole = quotient(from_text, figures.of("ours", "reload_saved_whole_10000"))
        lines += ["", f"10,000 services: {short(from_text / saved)} times faster from the saved form than from text; "
                      f"{short(whole)} times where all of the package is restored."]
    lines += ["", "The peers: how many times slower than by hand; the median of one call; load so many services and decide one person:", "",
              row(["", "reaction", "eligibility", "JSON lines", "one call", "10", "1,000", "10,000"], (26, 10, 12, 12, 10, 10, 10, 10))]
    lines += [peer_row(figures, peer) for peer in figures.peers]
    return "\n".join([*lines, "", drift(measured)])
