// A table by columns and by the machine: the same bytes and the same tally, for records with all, some and none of their facts known.
#include <random>

#include <gtest/gtest.h>

#include "engine/api/batch.h"

namespace hjemmel::api {
namespace {

using Draw = std::mt19937;

std::uint32_t below(Draw& draw, std::uint32_t end) { return static_cast<std::uint32_t>(draw() % end); }

// Left out, `unknown`, not applicable, or the value.
void add(std::string& record, Draw& draw, std::uint32_t share_open, std::string const& key, std::string const& value) {
  if (below(draw, 100) < share_open) {
    std::uint32_t const how = below(draw, 8);
    record += how < 4 ? "" : ",\"" + key + "\":" + (how < 7 ? "\"unknown\"" : "\"not_applicable\"");
    return;
  }
  record += ",\"" + key + "\":" + value;
}

std::string truth(Draw& draw) { return below(draw, 2) == 0 ? "true" : "false"; }

std::string act(Draw& draw, std::uint32_t share_open) {
  constexpr char const* kSubstances[] = {"cannabis", "heroin", "khat", "lsd", "ghb", "tobacco"};
  std::string record;
  add(record, draw, share_open, "age_at_act", std::to_string(14 + below(draw, 14)));
  add(record, draw, share_open, "prior_offences", std::to_string(below(draw, 5)));
  for (char const* const name : {"addicted", "at_risk", "own_use", "penal_purpose_requires"}) {
    add(record, draw, share_open, name, truth(draw));
  }
  std::string list = "[";
  for (std::uint32_t left = below(draw, 4); left > 0; --left) {
    std::string element;
    add(element, draw, share_open / 3, "name",
        "\"" + std::string(kSubstances[below(draw, 100) == 0 ? 5 : below(draw, 5)]) + "\"");
    add(element, draw, share_open / 3, "grams", "\"" + std::to_string(below(draw, 12)) + ".25\"");
    list += (list.size() > 1 ? ",{" : "{") + (element.empty() ? "" : element.substr(1)) + "}";
  }
  add(record, draw, share_open / 2, "substances", list + "]");
  return "{" + (record.empty() ? "" : record.substr(1)) + "}";
}

std::string person(Draw& draw, std::uint32_t share_open) {
  std::string record;
  for (std::uint32_t at = 0; at < 20; ++at) {
    add(record, draw, share_open, "b" + std::to_string(at), truth(draw));
    add(record, draw, share_open, "n" + std::to_string(at), std::to_string(below(draw, 1000)));
  }
  for (std::uint32_t at = 0; at < 10; ++at) {
    add(record, draw, share_open, "e" + std::to_string(at), "\"v" + std::to_string(below(draw, 6)) + "\"");
    add(record, draw, share_open, "d" + std::to_string(at),
        "\"" + std::to_string(1940 + below(draw, 86)) + "-02-1" + std::to_string(below(draw, 10)) + "\"");
  }
  return "{" + record.substr(1) + "}";
}

// Counts what its decider settles.
class Counting : public BlockDecider {
 public:
  Counting(std::unique_ptr<BlockDecider> inner, std::size_t& settled) : inner_(std::move(inner)), settled_(settled) {}
  void decide(columns::Block const& block, std::span<SettledRow> rows) override {
    inner_->decide(block, rows);
    for (SettledRow const& row : rows) {
      settled_ += row.settled ? 1 : 0;
    }
  }

 private:
  std::unique_ptr<BlockDecider> inner_;
  std::size_t& settled_;
};

// How many records columns settled.
template <class Record>
std::size_t compare(std::string const& folder, bool services, std::uint32_t share_open, std::size_t records,
                    Record record) {
  LoadResult const loaded = load_package(folder);
  EXPECT_TRUE(loaded.package);
  Draw draw(share_open + 1);
  std::vector<std::string> texts;
  for (std::size_t at = 0; at < records; ++at) {
    texts.push_back(at % 50 == 49 ? "{\"age_at_act\":" : record(draw, share_open));
  }
  std::vector<RecordText> given;
  for (std::size_t at = 0; at < records; ++at) {
    given.push_back({at + 1, texts[at], at % 97 == 96 ? "too long" : ""});
  }
  BatchQuestion question;
  question.services = services;
  question.write = BatchWrite::table;
  std::size_t settled = 0;
  MakeBlockDecider const make = column_deciders();
  Batch const by_columns(loaded.package, question,
                         [&](Package const& package, BatchQuestion const& asked) -> std::unique_ptr<BlockDecider> {
                           auto inner = make(package, asked);
                           return inner ? std::make_unique<Counting>(std::move(inner), settled) : nullptr;
                         });
  DecidedRecords const fast = by_columns.decide(given);
  DecidedRecords const slow = Batch(loaded.package, question).decide(given);
  EXPECT_EQ(by_columns.head(), Batch(loaded.package, question).head());
  EXPECT_EQ(fast.text, slow.text);
  EXPECT_EQ(fast.tally.faulty, slow.tally.faulty);
  EXPECT_EQ(fast.tally.undetermined, slow.tally.undetermined);
  EXPECT_EQ(fast.tally.rules_at_fault, slow.tally.rules_at_fault);
  return settled;
}

TEST(ColumnDecider, acts_are_decided_as_by_the_machine) {
  std::string const package = "tests/bench/packages/reaction";
  EXPECT_GT(compare(package, false, 0, 2500, act), 2300U);
  EXPECT_GT(compare(package, false, 10, 1500, act), 1000U);
  compare(package, false, 40, 600, act);
}

TEST(ColumnDecider, services_are_told_as_by_the_machine) {
  std::string const package = "tests/bench/packages/eligibility";
  EXPECT_GT(compare(package, true, 0, 300, person), 250U);
  compare(package, true, 5, 40, person);
}

TEST(ColumnDecider, what_columns_cannot_hold_is_left_to_the_machine) {
  LoadResult const loaded = load_package("tests/bench/packages/reaction");
  ASSERT_TRUE(loaded.package);
  EXPECT_EQ(column_deciders()(*loaded.package, {}), nullptr) << "documents tell more than columns";
  BatchQuestion services;
  services.write = BatchWrite::table;
  services.services = true;
  EXPECT_EQ(column_deciders()(*loaded.package, services), nullptr) << "the package has none";
}

}  // namespace
}  // namespace hjemmel::api
