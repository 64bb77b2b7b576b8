#!/usr/bin/env python3
"""Holds `hjemmel batch` over Parquet against the same cases as JSON lines, byte for byte.

  batch_test.py --hjemmel build/dev/hjemmel --stand-in FILE   over the stand-in for DuckDB's library (tests/parquet/stand_in.c)
  batch_test.py --hjemmel build/dev/hjemmel                   over DuckDB's own, which writes the Parquet files too

DuckDB's own library is the one that HJEMMEL_DUCKDB names, else that of tests/bench/peers. Where there is none, this says so and ends
with 77, which ctest counts as skipped. The cases are those of tests/bench/packages: decimals in lists, dates, texts, cells left empty.
"""
import argparse
import ctypes
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PACKAGES = HERE.parent / "bench/packages"
sys.path.insert(0, str(PACKAGES))
import write_cases  # noqa: E402 (its folder is no package)

SKIPPED = 77
INSTALLED = HERE.parent / "bench/peers/node_modules/@duckdb/node-bindings-linux-x64/libduckdb.so"
ACTS = 20_000
PERSONS = 1000
TIMEOUT_SECONDS = 300
ACT_COLUMNS = {"id": "BIGINT", "age_at_act": "INTEGER", "addicted": "BOOLEAN", "at_risk": "BOOLEAN", "own_use": "BOOLEAN",
               "act": "ENUM('use', 'acquire', 'possess')", "substances": "STRUCT(name VARCHAR, grams DECIMAL(9, 2))[]",
               "prior_offences": "UTINYINT", "penal_purpose_requires": "BOOLEAN"}
PERSON_TYPES = {"i": "BIGINT", "b": "BOOLEAN", "n": "INTEGER", "e": "VARCHAR", "d": "DATE"}


class Failed(Exception):
    """Something is not as it must be."""


class Duckdb:
    """DuckDB's library by its C API, to write files with."""

    def __init__(self, path):
        self.library = ctypes.CDLL(str(path))
        self.library.duckdb_result_error.restype = ctypes.c_char_p
        database = ctypes.c_void_p()
        self.connection = ctypes.c_void_p()
        if self.library.duckdb_open(None, ctypes.byref(database)) or \
                self.library.duckdb_connect(database, ctypes.byref(self.connection)):
            raise Failed("DuckDB opens no database")

    def run(self, query):
        result = (ctypes.c_uint64 * 6)()
        if self.library.duckdb_query(self.connection, query.encode(), ctypes.byref(result)):
            raise Failed(f"{query}: {self.library.duckdb_result_error(ctypes.byref(result)).decode()}")
        self.library.duckdb_destroy_result(ctypes.byref(result))

    def write(self, select, path, options=""):
        self.run(f"COPY ({select}) TO '{path}' (FORMAT parquet{options})")


class Batch:
    def __init__(self, hjemmel, library):
        self.hjemmel = hjemmel
        self.environment = {**os.environ, "LC_ALL": "C.UTF-8", "HJEMMEL_DUCKDB": str(library)}

    def __call__(self, package, facts, *options, status=0):
        """Standard output and standard error."""
        done = subprocess.run([self.hjemmel, "batch", PACKAGES / package, "--facts", facts, *options], capture_output=True,
                              env=self.environment, timeout=TIMEOUT_SECONDS, check=False)
        if done.returncode != status:
            raise Failed(f"{facts} {options}: ended with {done.returncode}, not {status}: {done.stderr.decode()[-2000:]}")
        return done.stdout, done.stderr.decode()

    def compare(self, package, lines, rows, *options):
        """The same cases twice, for every form, several numbers of threads, and in parts."""
        for form in ("documents", "table"):
            expected = self(package, lines, "--write", form, *options)
            for threads in ("1", "3"):
                same(self(package, rows, "--input", "parquet", "--write", form, "--threads", threads, *options), expected,
                     f"{rows} as {form} on {threads} threads")
            parts = [self(package, rows, "--input", "parquet", "--write", form, "--shard", f"{at}/3", *options)[0] for at in (1, 2, 3)]
            same(b"".join(parts), expected[0], f"{rows} as {form} in three parts")

    def refused(self, package, rows, words, *options):
        out, told = self(package, rows, "--input", "parquet", *options, status=3)
        if words not in told or out:
            raise Failed(f"{rows}: `{words}` is not in `{told}`, or there is output")


def same(got, expected, what):
    if got != expected:
        raise Failed(f"{what}: not the same bytes as of JSON lines")


def act_line(number):
    case = write_cases.draw_act(number)
    found = ",".join(f'{{"name":"{name}","grams":{write_cases.grams(weight)}}}' for name, weight in case.substances)
    facts = {"id": str(number), "age_at_act": str(case.age), "addicted": json.dumps(case.addicted), "at_risk": json.dumps(case.at_risk),
             "own_use": json.dumps(case.own_use), "act": json.dumps(case.act), "substances": f"[{found}]",
             "prior_offences": str(case.earlier), "penal_purpose_requires": json.dumps(case.penalty_required)}
    if number % 7 == 0:  # not asked
        del facts[list(facts)[1 + number // 7 % 8]]
    return "{" + ",".join(f'"{name}":{value}' for name, value in facts.items()) + "}\n"


def person_line(number):
    person = write_cases.draw_person(number)
    return json.dumps({"id": number, **{name: value if isinstance(value, (bool, int)) else str(value) for name, value in person.items()}}) + "\n"


def lines_of(path, columns):
    told = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items() if "ENUM" not in kind)
    told += "".join(f", {name}: 'VARCHAR'" for name, kind in columns.items() if "ENUM" in kind)
    cast = ", ".join(f"{name}::{kind} AS {name}" for name, kind in columns.items())
    return f"SELECT {cast} FROM read_json('{path}', format = 'newline_delimited', columns = {{{told}}})"


def over_stand_in(batch, folder):
    lines = folder / "acts.jsonl"
    lines.write_text("".join(map(act_line, range(1000))), encoding="utf-8")
    batch.compare("reaction", lines, lines)
    wrong = folder / "wrong.jsonl"
    wrong.write_text('{"id": 1, "no_fact": 2}\n', encoding="utf-8")
    expected = batch("reaction", wrong, status=1)
    same(batch("reaction", wrong, "--input", "parquet", status=1), expected, "a column that is no fact")
    cut = folder / "cut.rows"
    cut.write_text(act_line(1) + act_line(2) + "!the page is damaged\n", encoding="utf-8")
    out, told = batch("reaction", cut, "--input", "parquet", status=3)
    if out.count(b"\n") != 2 or "to their end: DuckDB says: the page is damaged" not in told:
        raise Failed(f"an error among the rows is told as `{told}`")


def over_acts(batch, duckdb, folder):
    lines, rows = folder / "acts.jsonl", folder / "a[1]'*.parquet"
    lines.write_text("".join(map(act_line, range(ACTS))), encoding="utf-8")
    plain = folder / "plain.parquet"
    duckdb.write(lines_of(lines, ACT_COLUMNS), plain, ", row_group_size 4096")
    rows.write_bytes(plain.read_bytes())
    batch.compare("reaction", lines, rows)
    with rows.open("rb") as stream:
        done = subprocess.run([batch.hjemmel, "batch", PACKAGES / "reaction", "--facts", "-", "--input", "parquet"], stdin=stream,
                              capture_output=True, env=batch.environment, timeout=TIMEOUT_SECONDS, check=True)
    same(done.stdout, batch("reaction", lines)[0], "Parquet on standard input")
    cut = folder / "cut.parquet"
    cut.write_bytes(plain.read_bytes()[:-100])
    batch.refused("reaction", cut, "DuckDB says: ")
    batch.refused("reaction", lines, "No magic bytes")


def over_damage(batch, duckdb, folder):
    """Behind the middle, of a file that DuckDB does not unpack at once."""
    rows = folder / "long.parquet"
    duckdb.write("SELECT i AS id, CAST(hash(i) % 90 AS INTEGER) AS age_at_act, repeat(md5(i::VARCHAR), 3) AS act FROM range(100000) t(i)",
                 rows, ", row_group_size 4096, compression uncompressed")
    whole = bytearray(rows.read_bytes())
    middle = len(whole) * 3 // 4
    whole[middle:middle + 4096] = b"\xA5" * 4096
    rows.write_bytes(whole)
    out, told = batch("reaction", rows, "--write", "table", status=3)
    if not 1000 < out.count(b"\n") < 99_000 or "cannot be read to their end: DuckDB says: " not in told:
        raise Failed(f"damage in the middle: {out.count(10)} lines, `{told}`")


def over_persons(batch, duckdb, folder):
    lines, rows = folder / "persons.jsonl", folder / "persons.parquet"
    lines.write_text("".join(map(person_line, range(PERSONS))), encoding="utf-8")
    names = json.loads(person_line(0))
    duckdb.write(lines_of(lines, {name: PERSON_TYPES[name[0]] for name in names}), rows)
    batch.compare("eligibility", lines, rows, "--services")


def over_odd_cells(batch, duckdb, folder):
    """Cells that are refused or left out as the same JSON is."""
    rows, lines = folder / "odd.parquet", folder / "odd.jsonl"
    odd = [("2 AS foo", '"foo":2'), ("'æ' || chr(10) || '\"\\' AS act", '"act":"æ\\n\\"\\\\"'), ("NULL::INTEGER AS prior_offences", ""),
           ("[{'name': 'heroin', 'grams': NULL::DECIMAL(9, 2)}, NULL] AS substances", '"substances":[{"name":"heroin"},null]'),
           ("30.00::DECIMAL(9, 2) AS age_at_act", '"age_at_act":30.00'), ("true AS \"a'.\"\"b\"", '"a\'.\\"b":true'),
           ("99999999999999999999999999999.999999999::DECIMAL(38, 9) AS id", '"id":99999999999999999999999999999.999999999'),
           ("{'a': {'b': [[1, 2], []]}, 'c': NULL::INTEGER} AS x", '"x":{"a":{"b":[[1,2],[]]}}'), ("NULL::STRUCT(a INTEGER) AS x", ""),
           ("'2026-03-01'::DATE AS act", '"act":"2026-03-01"')]
    for select, text in odd:
        duckdb.write(f"SELECT {select}", rows)
        lines.write_text("{" + text + "}\n", encoding="utf-8")
        status = 1 if text and "heroin" not in text or "null" in text else 0
        expected, _ = batch("reaction", lines, status=status)
        got, _ = batch("reaction", rows, status=status)
        same(got.replace(b"odd.parquet", b"odd.jsonl"), expected, f"{select}: {got.decode()[:600]}")
    for select, words in [("0.1::DOUBLE AS x", "the column `x` holds floating-point"), ("[{'a': [0.1::FLOAT]}] AS x", "`x[].a[]` holds floating"),
                          ("now() AS x", "`x` holds points in time"), ("{'a': 'b'::BLOB} AS x", "`x.a` is of a type that no fact has"),
                          ("map {'a': 1} AS x", "`x` is of a type")]:
        duckdb.write(f"SELECT {select}", rows)
        batch.refused("reaction", rows, words)
    duckdb.write("SELECT 1 AS id WHERE false", rows)
    if batch("reaction", rows)[0]:
        raise Failed("no rows give lines")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hjemmel", default="build/dev/hjemmel", type=pathlib.Path)
    parser.add_argument("--stand-in", type=pathlib.Path)
    options = parser.parse_args()
    hjemmel = options.hjemmel.resolve()
    library = pathlib.Path(os.environ.get("HJEMMEL_DUCKDB") or INSTALLED)
    if not options.stand_in and not os.environ.get("HJEMMEL_DUCKDB") and not library.exists():
        print("skipped: DuckDB's library is not installed; HJEMMEL_DUCKDB may name it, `npm ci --prefix tests/bench/peers` installs it")
        return SKIPPED
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(scratch)
        if options.stand_in:
            over_stand_in(Batch(hjemmel, options.stand_in.resolve()), folder)
        else:
            duckdb = Duckdb(library)
            for step in (over_acts, over_damage, over_persons, over_odd_cells):
                step(Batch(hjemmel, library), duckdb, folder)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failed as failed:
        print(failed)
        sys.exit(1)
