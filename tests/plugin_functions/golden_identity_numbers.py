#!/usr/bin/env python3
"""Writes identity_numbers.txt: numbers, their kind and day of birth, worked out apart from the plugin.

Only numbers that nobody has: synthetic ones (month + 80), and births before 1871 or after 2030. Columns: number, kind or `-`, day
of birth or `-`. Every fifth line has a digit changed, and is therefore no number (one changed digit always breaks a control sum).
"""
import datetime
import pathlib
import random

# As folkeregisterforskriften words it: years of birth, and the individual numbers they get.
SERIES = [((1854, 1899), (500, 749)), ((1900, 1999), (0, 499)), ((1940, 1999), (900, 999)), ((2000, 2039), (500, 999))]


def control(digits, weights):
    rest = sum(int(digit) * weight for digit, weight in zip(digits, weights)) % 11
    return None if rest == 1 else str((11 - rest) % 11)


def complete(nine):
    first = control(nine, (3, 7, 6, 1, 8, 9, 4, 5, 2))
    second = first and control(nine + first, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))
    return nine + first + second if second else None


def individuals(year):
    return [number for years, numbers in SERIES if years[0] <= year <= years[1] for number in numbers]


def number_of(birth, individual, d_number, synthetic):
    day = birth.day + (40 if d_number else 0)
    month = birth.month + (80 if synthetic else 0)
    return complete(f"{day:02}{month:02}{birth.year % 100:02}{individual:03}")


def lines(chance):
    for year in range(1854, 2040):
        for _ in range(4):
            birth = datetime.date(year, 1, 1) + datetime.timedelta(days=chance.randrange(365))
            for individual in individuals(year):
                d_number = chance.random() < 0.4
                synthetic = 1871 <= year <= 2030 or chance.random() < 0.5
                number = number_of(birth, individual, d_number, synthetic)
                if number:
                    kind = ("synthetic_d_number" if d_number else "synthetic") if synthetic else ("d_number" if d_number else "birth_number")
                    yield number, kind, birth.isoformat()


def main():
    chance = random.Random(232)
    text = ""
    for at, (number, kind, birth) in enumerate(lines(chance)):
        if at % 5 == 0:
            place = chance.randrange(6, 11)
            number = number[:place] + str((int(number[place]) + chance.randrange(1, 10)) % 10) + number[place + 1:]
            kind = birth = "-"
        text += f"{number} {kind} {birth}\n"
    pathlib.Path(__file__).with_name("identity_numbers.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
