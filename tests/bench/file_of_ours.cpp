// A file of lines to a table, as `hjemmel batch --write table` does it: engine/batch, engine/records, engine/columns.
#include <algorithm>
#include <bit>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>

#include "engine/api/batch.h"
#include "engine/batch/chunks.h"
#include "engine/batch/in_order.h"
#include "tests/bench/open_by_hand.h"
#include "tests/bench/ours.h"

namespace hjemmel::bench::ours {
namespace {

constexpr std::size_t kPasses = 3;

[[noreturn]] void fail(std::string const& what) {
  std::cerr << "bench: " << what << "; nothing is timed\n";
  std::exit(EXIT_FAILURE);
}

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Closer>;

File open(std::string const& name, char const* mode) {
  File file(std::fopen(name.c_str(), mode));
  if (!file) {
    fail(name + " cannot be opened");
  }
  return file;
}

void decide_file(api::Batch const& batch, std::string const& from, std::string const& to, unsigned threads) {
  File const in = open(from, "rb");
  File const out = open(to, "wb");
  batch::FileSource source(in.get());
  batch::Chunks chunks(source);
  std::fputs(batch.head().c_str(), out.get());
  batch::in_order(
      threads, [&] { return chunks.next(); },
      [&](batch::Chunk const& chunk) {
        std::vector<api::RecordText> records;
        records.reserve(chunk.records.size());
        for (batch::Record const& record : chunk.records) {
          records.push_back({record.line, chunk.of(record)});
        }
        return batch.decide(records);
      },
      [&](api::DecidedRecords const& decided) {
        return std::fwrite(decided.text.data(), 1, decided.text.size(), out.get()) == decided.text.size();
      });
}

// A row of the table as a line of the file by hand: the line's number is one more than the case's.
std::string as_by_hand(std::string const& row) {
  auto const first = row.find(',');
  auto const second = row.find(',', first + 1);
  auto const third = row.find(',', second + 1);
  std::string const option = row.substr(second + 1, third - second - 1);
  auto const figure = option.find('=');
  std::string text = std::to_string(std::stoul(row.substr(0, first)) - 1);
  text += "\t";
  text += option.substr(0, option.find('{'));
  text += "\t";
  text += figure == std::string::npos ? "0" : std::to_string(std::stol(option.substr(figure + 1)));
  return text;
}

void compare(std::string const& table, std::string const& expected) {
  std::ifstream rows(table);
  std::ifstream lines(expected);
  std::string row;
  std::string line;
  std::getline(rows, row);  // the head
  while (std::getline(lines, line)) {
    if (!std::getline(rows, row) || as_by_hand(row) != line) {
      fail("the table has `" + row.append("` where by hand it is `").append(line) + "`");
    }
  }
  if (std::getline(rows, row)) {
    fail("the table has more rows than there are cases");
  }
}

// A row may be undetermined although one outcome alone is possible: where nobody knows of earlier offences the figure of a fine, or the
// meetings, are still open.
bool is_as_by_hand(std::string const& row, drawn::OpenAct const& open) {
  drawn::Outcomes const possible = drawn::possible_outcomes(open);
  auto const first = row.find(',');
  auto const second = row.find(',', first + 1);
  std::string const status = row.substr(first + 1, second - first - 1);
  std::string const option = row.substr(second + 1, row.find_first_of(",{", second + 1) - second - 1);
  if (status == "undetermined") {
    auto const with_figure = [](drawn::Outcome outcome) { return 1U << static_cast<unsigned>(outcome); };
    bool const may_be_a_figure =
        open.earlier &&
        (possible & (with_figure(drawn::Outcome::fine) | with_figure(drawn::Outcome::conditional_waiver))) != 0;
    return std::popcount(possible) > 1 || may_be_a_figure;
  }
  auto const name = std::find(drawn::kOutcomeNames.begin(), drawn::kOutcomeNames.end(), option);
  return status == "decided" && name != drawn::kOutcomeNames.end() &&
         possible == 1U << static_cast<unsigned>(name - drawn::kOutcomeNames.begin());
}

void compare_open(std::string const& table) {
  std::ifstream rows(table);
  std::string row;
  std::getline(rows, row);  // the head
  for (std::uint64_t number = 0; number < kActs; ++number) {
    if (!std::getline(rows, row) || !is_as_by_hand(row, drawn::draw_open_act(number))) {
      fail("the table of acts with unknown facts has `" + row + "`, which is not so by hand");
    }
  }
}

template <class Compare>
double measure(std::string const& folder, std::string const& name, unsigned threads, Compare compare_table) {
  api::LoadResult const loaded = api::load_package("tests/bench/packages/reaction");
  if (!loaded.package) {
    fail("tests/bench/packages/reaction does not load");
  }
  api::BatchQuestion question;
  question.write = api::BatchWrite::table;
  api::Batch const batch(loaded.package, question, api::column_deciders());
  std::string const to = folder + "/ours.csv";
  auto const decide = [&] { decide_file(batch, folder + "/" + name + ".jsonl", to, threads); };
  decide();
  compare_table(to);
  return per_second(kActs, kPasses, decide);
}

}  // namespace

std::optional<double> reaction_file(std::string const& folder, unsigned threads) {
  return measure(folder, "reaction", threads,
                 [&](std::string const& table) { compare(table, folder + "/reaction.tsv"); });
}

std::optional<double> open_file(std::string const& folder, unsigned threads) {
  return measure(folder, "open", threads, compare_open);
}

}  // namespace hjemmel::bench::ours
