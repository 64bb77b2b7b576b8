// bench_throughput: how fast many cases are decided by hand and by the engine. tests/bench/compare.py runs it.
//
//   bench_throughput FOLDER            compares, writes the drawn cases to FOLDER, and measures
//   bench_throughput --again           measures only what one decision takes by hand
//   bench_throughput --files FOLDER    measures only files, with what is known of all facts and of nine in ten
//   bench_throughput --columns         measures only columns, by hand and ours
//   bench_throughput --rows            measures only one case at a time, by hand and ours
//   bench_throughput --load FOLDER N FOLDER10   loads FOLDER, a package of N services, after FOLDER10, one of ten
//
// Run from the root of the repository. Out: figures (tests/bench/figures.h); exit status 1 where two ways of deciding differ, of
// which nothing is timed then.
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "tests/bench/throughput.h"
#include "tests/bench/write_lines.h"

namespace {

namespace bench = hjemmel::bench;

constexpr std::size_t kPersonsWritten = 20'000;

bool is_same(std::string const& difference) {
  if (!difference.empty()) {
    std::cerr << "bench: " << difference << "; nothing is timed\n";
  }
  return difference.empty();
}

std::string open_lines() {
  std::vector<bench::drawn::OpenAct> acts;
  for (std::uint64_t number = 0; number < bench::kActs; ++number) {
    acts.push_back(bench::drawn::draw_open_act(number));
  }
  return bench::files::lines_of(acts);
}

bool write_drawn(bench::Drawn const& drawn, std::string const& folder, std::string const& expected) {
  namespace files = bench::files;
  std::span const persons = std::span(drawn.persons).first(kPersonsWritten);
  bool const good = files::write_file(folder + "/reaction.jsonl", files::lines_of(drawn.acts)) &&
                    files::write_file(folder + "/open.jsonl", open_lines()) &&
                    files::write_file(folder + "/reaction.tsv", expected) &&
                    files::write_file(folder + "/eligibility.jsonl", files::lines_of(persons)) &&
                    files::write_file(folder + "/eligibility.failed", files::expected_bytes(persons));
  if (!good) {
    std::cerr << "bench: " << folder << " cannot be written to\n";
  }
  return good;
}

int measure_all(std::string const& folder) {
  bench::Drawn const drawn = bench::draw_all();
  std::string const expected = bench::files::expected_lines(drawn.acts);
  auto const reaction = bench::load_workload("reaction");
  auto const eligibility = bench::load_workload("eligibility");
  if (!write_drawn(drawn, folder, expected) || !is_same(bench::compare_sums(drawn)) ||
      !is_same(bench::compare_steps(drawn.acts)) || !is_same(bench::compare_columns(drawn)) ||
      !is_same(bench::compare_files(folder, expected)) || !is_same(bench::compare_open(*reaction->package)) ||
      !is_same(bench::compare_reactions(*reaction->package)) ||
      !is_same(bench::compare_eligibility(*eligibility->package))) {
    return EXIT_FAILURE;
  }
  std::cout << "by hand, rows, columns, trace and files agree on all " << bench::kActs << " acts and "
            << bench::kPersons << " persons; the engine agrees on " << bench::kOpenActsCompared
            << " acts with unknown facts too\n";
  bench::measure_by_hand(drawn, "by_hand");
  bench::measure_by_hand_further(drawn, folder);
  bench::measure_engine(drawn, *reaction->package, *eligibility->package);
  bench::measure_columns_of_ours(drawn, *reaction->package, *eligibility->package, folder);
  return EXIT_SUCCESS;
}

}  // namespace

int main(int count, char** given) {
  std::vector<std::string> const words(given + 1, given + count);
  if (words.size() == 4 && words[0] == "--load") {
    bench::measure_load(words[1], std::stoul(words[2]), words[3]);
    return EXIT_SUCCESS;
  }
  if (words.size() == 1 && words[0] == "--columns") {
    bench::measure_columns_alone(bench::draw_all(), *bench::load_workload("reaction")->package,
                                 *bench::load_workload("eligibility")->package);
    return EXIT_SUCCESS;
  }
  if (words.size() == 1 && words[0] == "--rows") {
    bench::measure_rows_alone(bench::draw_all(), *bench::load_workload("reaction")->package,
                              *bench::load_workload("eligibility")->package);
    return EXIT_SUCCESS;
  }
  if (words.size() == 2 && words[0] == "--files") {
    bench::Drawn const drawn = bench::draw_all();
    if (!write_drawn(drawn, words[1], bench::files::expected_lines(drawn.acts))) {
      return EXIT_FAILURE;
    }
    bench::measure_files_alone(words[1]);
    return EXIT_SUCCESS;
  }
  if (words.size() == 1 && words[0] == "--again") {
    bench::measure_by_hand(bench::draw_all(), "again");
    return EXIT_SUCCESS;
  }
  if (words.size() == 1 && words[0].rfind("--", 0) != 0) {
    return measure_all(words[0]);
  }
  std::cerr << "bench_throughput FOLDER | --again | --columns | --rows | --files FOLDER | --load FOLDER N FOLDER10\n";
  return 2;
}
