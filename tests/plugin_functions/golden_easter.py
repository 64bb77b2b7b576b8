#!/usr/bin/env python3
"""Writes easter.txt: Easter Sunday of 1900 to 2099, after Gauss with his two exceptions, another way than the plugins compute it."""
import datetime
import pathlib


def easter(year):
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    p = (13 + 8 * k) // 25
    m = (15 - p + k - k // 4) % 30
    n = (4 + k - k // 4) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if d == 29 and e == 6:
        return datetime.date(year, 4, 19)
    if d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        return datetime.date(year, 4, 18)
    return datetime.date(year, 3, 22) + datetime.timedelta(days=d + e)


if __name__ == "__main__":
    lines = [f"{easter(year).isoformat()}\n" for year in range(1900, 2100)]
    pathlib.Path(__file__).with_name("easter.txt").write_text("".join(lines), encoding="utf-8")
