// Records of a batch through the stable face.
#include "engine/api/batch.h"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/batch/in_order.h"

namespace hjemmel::api {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

constexpr char const* kNarcotics = "rules/no/penal/minor_narcotics";

std::shared_ptr<Package const> narcotics() {
  LoadResult result = load_package(kNarcotics);
  EXPECT_TRUE(result.package);
  return result.package;
}

std::string record(int year_of_birth, std::string const& grams) {
  return R"({"case": {"act": "holding", "act_date": "2026-05-04", "for_own_use": true, "seizures": [{"substance": "cannabis", "amount": ")" +
         grams + R"( g"}]}, "offender": {"birth_date": ")" + std::to_string(year_of_birth) + R"(-01-01"}})";
}

DecidedRecords decided(std::shared_ptr<Package const> const& package, std::string const& text, std::uint64_t line,
                       BatchQuestion question = {}) {
  question.name = "cases.jsonl";
  return Batch(package, question).decide(std::vector<RecordText>{{line, text}});
}

TEST(Batch, a_record_is_one_line_with_the_outcome_document) {
  auto const package = narcotics();
  DecidedRecords const one = decided(package, record(2009, "2"), 7);
  EXPECT_EQ(one.tally.faulty, 0U);
  EXPECT_THAT(one.text, StartsWith(R"({"line":7,"outcome":{)"));
  EXPECT_THAT(one.text, EndsWith("}}\n"));
  EXPECT_EQ(one.text.find('\n'), one.text.size() - 1);
  EXPECT_THAT(one.text, HasSubstr("conditional_waiver"));
}

TEST(Batch, what_is_wrong_with_a_record_is_its_line) {
  auto const package = narcotics();
  for (std::string const text :
       {"{", "7", "[]", R"({"case": {"act": "flying"}})", R"({"case": {"colour": 1}})", "\xff"}) {
    DecidedRecords const one = decided(package, text, 9);
    EXPECT_EQ(one.tally.faulty, 1U) << text;
    EXPECT_THAT(one.text, StartsWith(R"({"line":9,"findings":[{)")) << text;
    EXPECT_THAT(one.text, HasSubstr("cases.jsonl line 9")) << text;
  }
  EXPECT_EQ(Batch(package, {}).decide(std::vector<RecordText>{{3, "", "too long"}}).text,
            "{\"line\":3,\"findings\":[],\"not_shown\":0,\"error\":\"too long\"}\n");
}

TEST(Batch, services_are_the_entitlements_document) {
  LoadResult const loaded = load_package("tests/golden/entitlements/packages/other");
  ASSERT_TRUE(loaded.package);
  BatchQuestion services;
  services.services = true;
  DecidedRecords const one = decided(loaded.package, R"({"case": {"late": true}})", 4, services);
  EXPECT_EQ(one.tally.undetermined, 1U);
  EXPECT_EQ(one.tally.faulty + one.tally.rules_at_fault, 0U);
  EXPECT_THAT(one.text, StartsWith(R"({"line":4,"entitlements":{"packages":[{)"));
  EXPECT_EQ(one.text.find('\n'), one.text.size() - 1);
  EXPECT_EQ(decided(loaded.package, R"({"case": {"late": 3}})", 4, services).tally.faulty, 1U);
}

TEST(Batch, options_are_refused_before_any_record) {
  auto const package = narcotics();
  EXPECT_EQ(Batch(package, {}).refuse(), "");
  BatchQuestion question;
  question.decide.decision = "reaktion";
  EXPECT_THAT(Batch(package, question).refuse(), HasSubstr("reaktion"));
  question.decide = {};
  question.decide.at = "4.5.2026";
  EXPECT_THAT(Batch(package, question).refuse(), HasSubstr("4.5.2026"));
}

// Settles the rows in which the first whole number of the package is even; what it says is its own.
class EvenOnes final : public BlockDecider {
 public:
  explicit EvenOnes(std::size_t fact) : fact_(fact) {}
  void decide(columns::Block const& block, std::span<SettledRow> rows) override {
    EXPECT_EQ(rows.size(), block.rows);
    for (std::uint32_t row = 0; row < block.rows; ++row) {
      columns::Column const& column = block.scalars[fact_];
      bool const even = block.irregular[row] == 0 && column.open[row] == 0 && column.get(row) % 2 == 0;
      rows[row] = {even, even, false, even ? ",even}\n" : ""};
    }
  }

 private:
  std::size_t fact_;
};

TEST(Batch, rows_that_columns_settle_and_rows_of_the_machine_keep_their_order) {
  LoadResult const loaded = load_package("tests/bench/packages/reaction");
  ASSERT_TRUE(loaded.package);
  auto const by_columns = [](Package const&, BatchQuestion const&) { return std::make_unique<EvenOnes>(0); };
  Batch const with(loaded.package, {}, by_columns);
  Batch const without(loaded.package, {});
  std::vector<std::string> texts;
  for (int id = 0; id < 2500; ++id) {
    texts.push_back(id % 50 == 7 ? "{\"id\": tru}" : "{\"own_use\":false,\"id\":" + std::to_string(id) + "}");
  }
  std::vector<RecordText> records;
  std::string expected;
  for (std::size_t at = 0; at < texts.size(); ++at) {
    records.push_back({at + 1, texts[at], at % 100 == 9 ? "it is no record" : ""});
    bool const even = at % 2 == 0 && at % 50 != 7;
    expected += even ? "{\"line\":" + std::to_string(at + 1) + ",even}\n"
                     : without.decide(std::span(records).subspan(at, 1)).text;
  }
  DecidedRecords const decided = with.decide(records);
  EXPECT_EQ(decided.text, expected);
  EXPECT_EQ(decided.tally.records, 2500U);
  EXPECT_EQ(decided.tally.faulty, 75U);
  EXPECT_EQ(decided.tally.undetermined, 1250U) << "the even ones say so";
}

class CountRegular final : public BlockDecider {
 public:
  explicit CountRegular(std::size_t& regular) : regular_(regular) {}
  void decide(columns::Block const& block, std::span<SettledRow> rows) override {
    auto const end = block.irregular.begin() + static_cast<std::ptrdiff_t>(rows.size());
    regular_ += static_cast<std::size_t>(std::count(block.irregular.begin(), end, 0));
  }

 private:
  std::size_t& regular_;
};

// A column does not tell a date that was not asked from one that is not known; `--at` fills the one and not the other.
TEST(Batch, a_date_that_is_given_for_all_cases_is_no_matter_of_columns_where_it_stands_in) {
  auto const package = narcotics();
  std::size_t settled = 0;
  auto const by_columns = [&](Package const&, BatchQuestion const&) { return std::make_unique<CountRegular>(settled); };
  BatchQuestion at;
  at.decide.at = "2026-05-04";
  std::string const text = record(2000, "2");
  std::vector<RecordText> const records{{1, text}};
  static_cast<void>(Batch(package, {}, by_columns).decide(records));
  EXPECT_EQ(settled, 1U);
  EXPECT_EQ(Batch(package, at, by_columns).decide(records).text, Batch(package, at).decide(records).text);
  EXPECT_EQ(settled, 1U);
}

TEST(Batch, a_table_has_a_head_and_as_many_cells_in_every_row) {
  auto const package = narcotics();
  BatchQuestion table;
  table.write = BatchWrite::table;
  Batch const batch(package, table);
  EXPECT_EQ(batch.head(), "line,reaction.status,reaction,reaction.rules,fault\n");
  std::string const good = record(2009, "2");
  std::vector<RecordText> const records{{1, good}, {2, "{}"}, {4, R"({"case": {"act": "flying, \"high\""}})"}};
  DecidedRecords const rows = batch.decide(records);
  EXPECT_THAT(rows.text, StartsWith("1,decided,"));
  EXPECT_THAT(rows.text, HasSubstr("\n2,undetermined,,,\n4,,,,"));
  EXPECT_THAT(rows.text, HasSubstr("[fact_unknown_value]"));
  EXPECT_EQ(rows.tally.faulty, 1U);
}

TEST(Batch, threads_say_what_one_says) {
  auto const package = narcotics();
  auto const run = [&](std::size_t threads) {
    std::string all;
    int next = 0;
    batch::in_order(
        threads, [&]() -> std::optional<int> { return next < 60 ? std::optional(next++) : std::nullopt; },
        [&](int const& at) {
          std::string const text = at % 9 == 4 ? "{" : record(1990 + at % 20, std::to_string(at % 12));
          return decided(package, text, static_cast<std::uint64_t>(at)).text;
        },
        [&](std::string const& line) {
          all += line;
          return true;
        });
    return all;
  };
  std::string const alone = run(1);
  EXPECT_THAT(alone, HasSubstr("undetermined"));
  EXPECT_EQ(run(2), alone);
  EXPECT_EQ(run(5), alone);
}

}  // namespace
}  // namespace hjemmel::api
