#!/usr/bin/env python3
"""Tests what compare_tables.py and instructions.py make of figures. The figures themselves are no test's business."""
import unittest

import compare_tables
import instructions


class Tables(unittest.TestCase):
    FIGURES = {"by_hand/reaction_rows": 80e6, "again/reaction_rows": 20e6, "ours/reaction_rows": 10e6, "muParser/reaction": 8e6,
               "JavaScript by hand/reaction": 16e6, "DuckDB/reaction": 4e6, "DuckDB, 2 threads/reaction": 12e6,
               "by_hand/reaction_columns_2": 100e6, "ours/load_10": 4, "ours/first_10": 6, "muParser/load_10": 2, "muParser/first_10": 3,
               "by_hand/reaction_median": 10, "ours/reaction_median": 30, "ours/reaction_native_median": 20, "muParser/reaction_median": 70,
               "ours/reload_10000": 200, "ours/reload_saved_10000": 10, "ours/reload_saved_whole_10000": 50, "muParser/reload_10000": 40}

    def row(self, title):
        lines = compare_tables.tables(self.FIGURES, ["muParser", "JavaScript by hand", "DuckDB"]).splitlines()
        return next(line for line in lines if line.startswith(title)).removeprefix(title).split(maxsplit=5)

    def test_ratios_are_of_the_faster_pass_by_hand(self):
        self.assertEqual(self.row("reaction, one case at a time"), ["80.0", "M/s", "0.125", "0.100", "1.25", "muParser"])

    def test_two_threads_count_only_among_two_threads_and_what_is_missing_is_a_dash(self):
        self.assertEqual(self.row("reaction in columns, 2 threads"), ["100", "M/s", "-", "0.120", "-", "DuckDB, 2 threads"])
        self.assertEqual(self.row("reaction in columns, 1 thread"), ["-", "-", "-", "-", "muParser"])

    def test_loading_includes_the_first_decision(self):
        self.assertEqual(self.row("load 10 services, decide one person"), ["-", "10.0", "ms", "5.00", "ms", "0.500  muParser"])

    def test_what_is_loaded_again_stands_beside_what_peers_load_again(self):
        self.assertEqual(self.row("… 10,000 again, in the same process"), ["-", "200", "ms", "40.0", "ms", "0.200  muParser"])

    def test_the_saved_form_stands_beside_the_text_of_peers(self):
        self.assertEqual(self.row("… 10,000 from the saved form"), ["-", "10.0", "ms", "40.0", "ms", "4.00  muParser"])

    def test_it_is_told_how_much_faster_the_saved_form_is_than_text(self):
        self.assertIn("10,000 services: 20.0 times faster from the saved form than from text; 4.00 times where all of the package is restored.", compare_tables.tables(self.FIGURES, []))

    def test_one_call_as_native_code_stands_beside_the_same_call_by_hand(self):
        self.assertEqual(self.row("… as native code, median"), ["10.0", "ns", "20.0", "ns", "70.0", "ns      3.50  muParser"])
        self.assertEqual(self.row("… as native code, 99th percentile"), ["-", "-", "-", "-"])

    def test_the_machine_that_got_slower_is_told_of(self):
        told = compare_tables.tables(self.FIGURES, [])
        self.assertIn("went to 0.25 to 0.25", told)
        self.assertIn("trust no ratio", told)

    def test_numbers_have_three_digits(self):
        written = [compare_tables.short(value) for value in (0.021349, 0.5, 9.996, 41.26, 853.2, 2063.0, None)]
        self.assertEqual(written, ["0.0213", "0.500", "10.00", "41.3", "853", "2,060", "-"])


class Instructions(unittest.TestCase):
    def test_five_percent_more_is_allowed_and_no_more(self):
        found = list(instructions.compare({"a": 105, "b": 106, "c": 94, "d": 7}, {"a": 100, "b": 100, "c": 100}))
        self.assertEqual([too_much for _, too_much in found], [False, True, False, True])
        self.assertIn("more than 5 % above", found[1][0])
        self.assertIn("lowers what is kept", found[2][0])
        self.assertIn("none are kept", found[3][0])


if __name__ == "__main__":
    unittest.main()
