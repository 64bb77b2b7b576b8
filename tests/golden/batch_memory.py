#!/usr/bin/env python3
"""Memory of `hjemmel batch` over a pipe: what the kernel says of the peak is below the cap, and does not grow with the cases.

  batch_memory.py --hjemmel build/dev/hjemmel
"""
import argparse
import pathlib
import re
import subprocess
import sys
import zlib

PACKAGE = pathlib.Path(__file__).resolve().parents[1] / "bench/packages/reaction"
MOST_KIB = 32 * 1024
MOST_GROWTH_KIB = 4 * 1024
RECORD = (b'{"id":%d,"age_at_act":30,"addicted":false,"at_risk":false,"own_use":true,"act":"use",'
          b'"substances":[{"name":"heroin","grams":1}],"prior_offences":0,"penal_purpose_requires":false}\n')


def high_water_kib(process):
    """Of the program itself: what wait4 tells is also of the process that it was forked from."""
    status = pathlib.Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return int(re.search(r"^VmHWM:\s+(\d+) kB", status, re.MULTILINE).group(1))


def peak_kib(hjemmel, records, packed):
    """The greatest resident set over so many records on a pipe, one of them faulty and far longer than may be."""
    process = subprocess.Popen([hjemmel, "batch", str(PACKAGE), "--facts", "-", "--threads", "2", "--write", "table"],
                               stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    packer = zlib.compressobj(wbits=31)
    with process.stdin as pipe:
        for first in range(0, records, 1000):
            text = b"".join(RECORD % number for number in range(first, first + 1000))
            text += b"x" * 5_000_000 + b"\n" if first == 0 else b""
            pipe.write(packer.compress(text) + packer.flush(zlib.Z_SYNC_FLUSH) if packed else text)
        peak = high_water_kib(process.pid)  # most of it was decided: a pipe holds little
        pipe.write(packer.flush() if packed else b"")
    told = process.stderr.read().decode()
    process.wait()
    expected = f"{records + 1:,} cases, 1 could not be decided"
    if process.returncode != 1 or expected not in told:
        sys.exit(f"batch ended with {process.returncode} and said `{told.strip()}`, not `{expected}`")
    return peak


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--hjemmel", required=True)
    hjemmel = parser.parse_args().hjemmel
    for packed in (False, True):
        few, many = (peak_kib(hjemmel, records, packed) for records in (60_000, 180_000))
        print(f"{'packed' if packed else 'plain'}: {few:,} KiB over 60,000 cases, {many:,} KiB over 180,000")
        if many > MOST_KIB or many > few + MOST_GROWTH_KIB:
            sys.exit(f"the peak is above {MOST_KIB:,} KiB, or grows with the cases")


if __name__ == "__main__":
    main()
