#!/usr/bin/env python3
"""Compares the engine with hand-written C++ and with its peers, in one run, and prints the tables of tests/bench/README.md.

  compare.py                     everything: bench_throughput, bench_muparser, and the engines of tests/bench/peers
  compare.py --peers NAME …      of the peers these only, as in tests/bench/peers/engines.mjs; none: by hand and ours alone

In: the programs in --build, which `./dev bench` builds. Out: the tables; the raw figures in FOLDER/figures.json (--to). A peer that
answers otherwise than by hand is told of and has dashes, and the exit status is 1; one that is not installed has dashes.
Run from the root of the repository.
"""
import argparse
import json
import pathlib
import shutil
import statistics
import subprocess
import sys

import compare_tables

HERE = pathlib.Path(__file__).resolve().parent
ENGINES = ["JavaScript by hand", "json-logic-engine build", "json-logic-engine", "json-logic-js", "@marcbachmann/cel-js", "cel-js",
           "json-rules-engine", "@gorules/zen-engine"]
PEERS = ["muParser", "DuckDB", *ENGINES]
NOT_INSTALLED = 3
SERVICES = (10, 1000, 10_000)
MANY_SERVICES = 100_000
READS_MANY = {"json-logic-js"}  # the peer that loads the fastest; others take minutes
OUR_SERVICES = (*SERVICES, MANY_SERVICES)
PATIENCE = 300  # seconds, of one program


class Run:
    """The figures of one run, and whether a program has failed."""

    def __init__(self, folder):
        self.folder = folder
        self.figures = {}
        self.failed = False

    def take(self, what, command):
        """Runs the command and, where it ends well, keeps its figures; its other words are passed on. False where it cannot go on."""
        try:
            done = subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=PATIENCE, check=False)
            output, status = done.stdout, done.returncode
        except subprocess.TimeoutExpired as expired:
            output, status = (expired.stdout or b"").decode(), None
        figures = {}
        for line in output.splitlines():
            words = line.split("\t")
            if len(words) == 3 and words[0] == "figure":
                figures[words[1]] = float(words[2])
            else:
                print(line, flush=True)
        if status in (0, NOT_INSTALLED):
            self.figures |= figures
            return status == 0
        ended = f"took more than {PATIENCE} s" if status is None else f"ended with {status}"
        print(f"compare: {what} {ended}", file=sys.stderr, flush=True)
        self.failed = True
        return False


    def take_median(self, what, command, count):
        """The same, of as many processes: what a process does first, it does once."""
        before, found = self.figures, []
        for _ in range(count):
            self.figures = {}
            if not self.take(what, command):
                break
            found.append(self.figures)
        self.figures = before | {name: statistics.median(one[name] for one in found) for name in (found[0] if found else {})}


def times(services):
    """Processes that load so many."""
    return 1 if services > 10_000 else 5


def write_inputs(folder):
    """The services for all: as packages for us, in two other forms for peers."""
    folder.mkdir(parents=True, exist_ok=True)
    for count in (40, *OUR_SERVICES):
        subprocess.run([sys.executable, HERE / "peers/write_services.py", "--count", str(count), "--to", folder], check=True)
    for count in OUR_SERVICES:
        target = folder / f"package-{count}"
        shutil.rmtree(target, ignore_errors=True)
        subprocess.run([sys.executable, HERE / "packages/write_eligibility.py", "--count", str(count), "--to", target], check=True)


def measure_ours(run, build):
    print("by hand and ours", flush=True)
    if not run.take("bench_throughput", [build / "bench_throughput", run.folder]):
        return False
    for count in OUR_SERVICES:
        folder, ten = (run.folder / f"package-{many}/eligibility" for many in (count, 10))
        run.take_median("loading", [build / "bench_throughput", "--load", folder, str(count), ten], times(count))
    return True


def measure_muparser(run, build):
    program = build / "bench_muparser"
    if program.exists():
        run.take("muParser", [program, run.folder])
    else:
        print("muParser is not installed")


def measure_duckdb(run):
    for threads in ("1", "2"):
        if not run.take("DuckDB", ["node", HERE / "peers/duckdb.mjs", run.folder, threads]):
            return


def measure_engine(run, name):
    script = HERE / "peers/run.mjs"
    if run.take(name, ["node", script, name, run.folder]):
        for count in OUR_SERVICES if name in READS_MANY else SERVICES:
            run.take_median(name, ["node", script, name, run.folder, "load", str(count)], times(count))


def measure_peer(run, name, build):
    print(name, flush=True)
    if name == "muParser":
        measure_muparser(run, build)
    elif shutil.which("node") is None:
        print("node is not installed")
    elif name == "DuckDB":
        measure_duckdb(run)
    else:
        measure_engine(run, name)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=pathlib.Path("build/release"), help="where the programs are")
    parser.add_argument("--to", type=pathlib.Path, default=pathlib.Path("build/bench"), metavar="FOLDER", help="for what is drawn and measured")
    parser.add_argument("--peers", nargs="*", default=PEERS, choices=PEERS, metavar="NAME", help="all where it is left out")
    options = parser.parse_args()
    write_inputs(options.to)
    run = Run(options.to)
    if not measure_ours(run, options.build):
        return 1
    for name in options.peers:
        measure_peer(run, name, options.build)
    run.take("bench_throughput", [options.build / "bench_throughput", "--again"])
    (options.to / "figures.json").write_text(json.dumps(run.figures, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(compare_tables.tables(run.figures, options.peers))
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
