// What is plain and what is not, value by value; and the law of the scanner over texts in which anything may have been changed.
#include "engine/records/record_scanner.h"

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "engine/lower/lower.h"
#include "tests/unit/facts/reading_facts.h"
#include "tests/unit/records/agreement.h"

namespace hjemmel::records {
namespace {

struct Sample {
  ir::Program program = facts::sample_program();
  eval::Plan plan = lower::lower(program, {});
  Agreement agreement{program, plan};

  bool takes(std::string_view text) {
    bool taken = false;
    EXPECT_EQ(agreement.difference(text, taken), "") << text;
    return taken;
  }
};

// One fact of the sample under `case`, with this value.
std::string of_case(std::string const& key, std::string const& value) {
  return R"({"case": {")" + key + "\": " + value + "}}";
}

constexpr std::string_view kEvery = R"({"case":{"act":"holding","own_use":true,"act_date":"2026-02-28","persons":12,)"
                                    R"("factor":1.25,"weight":"300 mg","fine":"12.5 kr","term":"2 years",)"
                                    R"("sheets":"3 blotter","seizures":[{"substance":"cannabis","amount":"12.5 g"},)"
                                    R"({"amount":"unknown","substance":"lsd"},{}]},"offender":{"dependent":false}})";

TEST(RecordScanner, a_plain_record_of_every_type_is_taken) {
  Sample sample;
  for (int again = 0; again < 3; ++again) {
    EXPECT_TRUE(sample.takes(kEvery));
    EXPECT_TRUE(sample.takes(R"( {	"offender" : { } , "case":{ "persons" : 1 , "act" : "unknown" }
 } )"));
    EXPECT_TRUE(sample.takes("{}"));
  }
}

TEST(RecordScanner, plain_values_are_taken) {
  Sample sample;
  std::array const plain = {of_case("act", "\"use\""),
                            of_case("own_use", "\"unknown\""),
                            of_case("act_date", "\"2024-02-29\""),
                            of_case("persons", "20"),
                            of_case("factor", "\"-0.000001\""),
                            of_case("factor", "-0"),
                            of_case("factor", "123456789"),
                            of_case("weight", "\"1kg\""),
                            of_case("weight", "\"500 \xC2\xB5g\""),
                            of_case("weight", "\"1000 g\""),
                            of_case("fine", "\"50 øre\""),
                            of_case("term", "\"0.5 years\""),
                            of_case("seizures", "[]"),
                            of_case("seizures", "\"unknown\""),
                            of_case("note", "\"unknown\""),
                            of_case("sheets", "\"1 blotter\""),
                            of_case("seizures", R"([{"amount":"2 blotter","substance":"lsd"}])")};
  for (std::string const& text : plain) {
    EXPECT_TRUE(sample.takes(text)) << text;
  }
}

TEST(RecordScanner, what_is_not_plain_is_left_to_the_reader) {
  Sample sample;
  std::array const doubtful = {of_case("act", "\"flying\""),
                               of_case("act", "\"us\\u0065\""),
                               of_case("act", "use"),
                               of_case("own_use", "1"),
                               of_case("own_use", "\"true\""),
                               of_case("own_use", "null"),
                               of_case("act_date", "\"2026-02-29\""),
                               of_case("act_date", "\"1899-12-31\""),
                               of_case("act_date", "\"not_applicable\""),
                               of_case("persons", "0"),
                               of_case("persons", "21"),
                               of_case("persons", "2.0"),
                               of_case("persons", "\"2\""),
                               of_case("persons", "02"),
                               of_case("persons", "2e0"),
                               of_case("factor", "1.0000001"),
                               of_case("factor", "1234567890123456"),
                               of_case("factor", "1."),
                               of_case("factor", ".5"),
                               of_case("factor", "\"1,5\""),
                               of_case("factor", "{\"between\": [1, 2]}"),
                               of_case("weight", "5"),
                               of_case("weight", "\"5\""),
                               of_case("weight", "\"5 l\""),
                               of_case("weight", "\"1001 g\""),
                               of_case("weight", "\"5  g\""),
                               of_case("weight", "\"5e3 g\""),
                               of_case("term", "\"0.1 years\""),
                               of_case("note", "\"seen\""),
                               of_case("seizures", "{\"at_least\": []}"),
                               of_case("seizures", "[{},{},{},{}]"),
                               of_case("seizures", R"([{"amount":"2 g"}])"),
                               of_case("seizures", R"([{"substance":"lsd","amount":"2 g"}])"),
                               of_case("seizures", R"([{"note":"a"}])"),
                               of_case("seizures", "[{},]"),
                               of_case("other", "1"),
                               of_case("act", "{\"value\": \"use\"}")};
  for (std::string const& text : doubtful) {
    EXPECT_FALSE(sample.takes(text)) << text;
  }
  for (std::string_view const text :
       {"", " ", "[]", "{", "{}}", "{} 1", "{\"case\":{},\"case\":{}}", "{\"case\":1}", "{\"reference\":\"A-7\"}",
        "{\"case\":{\"persons\":1,\"persons\":1}}", "\xEF\xBB\xBF{}", "{\"case\":{\"persons\":1},}", "{\r}",
        "{\"case\" \"act\":1}", "{\"act\":\"use\"}", "{\"\":1}"}) {
    EXPECT_FALSE(sample.takes(text)) << text;
  }
}

TEST(RecordScanner, every_beginning_of_a_record_but_the_whole_is_left_to_the_reader) {
  Sample sample;
  for (std::size_t size = 0; size <= kEvery.size(); ++size) {
    std::string const part(kEvery.substr(0, size));  // its own bytes, so that reading behind its end is seen
    EXPECT_EQ(sample.takes(part), size == kEvery.size()) << part;
  }
}

TEST(RecordScanner, the_law_holds_where_any_byte_is_another_one_or_left_out) {
  Sample sample;
  constexpr std::string_view kSigns = "\"\\{}[]:,.-+019eE tfnu_\x01\x7F\x80\xC3\r\n";
  std::size_t taken = 0;
  for (std::size_t at = 0; at < kEvery.size(); ++at) {
    std::string without(kEvery);
    taken += sample.takes(without.erase(at, 1)) ? 1U : 0U;
    for (char const sign : kSigns) {
      std::string changed(kEvery);
      changed[at] = sign;
      taken += sample.takes(changed) ? 1U : 0U;
      taken += sample.takes(std::string(kEvery).insert(at, 1, sign)) ? 1U : 0U;
    }
  }
  EXPECT_GT(taken, 400U);
}

// Pieces of records that are cut out, doubled, and put elsewhere.
TEST(RecordScanner, the_law_holds_for_records_that_are_mixed_up) {
  Sample sample;
  std::mt19937 random(7);
  constexpr std::array<std::string_view, 12> kPieces = {R"("act":"use")",
                                                        R"("persons":3)",
                                                        R"("factor":"0.5")",
                                                        R"("weight":"2 g")",
                                                        R"("own_use":null)",
                                                        R"("term":"6 months")",
                                                        R"("sheets":"unknown")",
                                                        R"("seizures":[{"substance":"ghb","amount":"2 dl"}])",
                                                        R"("seizures":[])",
                                                        R"("dependent":true)",
                                                        R"("act_date":"2026-13-01")",
                                                        R"("fine":"1 NOK")"};
  std::size_t taken = 0;
  for (int round = 0; round < 20'000; ++round) {
    std::string text = R"({"case":{)";
    for (std::size_t count = random() % 6; count > 0; --count) {
      text += std::string(kPieces.at(random() % kPieces.size())) + (count > 1 ? "," : "");
    }
    text += random() % 2 == 0 ? "}}" : R"(},"offender":{"place":"use"}})";
    taken += sample.takes(text) ? 1U : 0U;
  }
  EXPECT_GT(taken, 2000U);
}

TEST(RecordScanner, more_rows_than_one_block_and_elements_than_it_had_room_for) {
  Sample sample;
  for (std::uint32_t row = 0; row < 3 * columns::kBlockRows; ++row) {
    std::string text = R"([{"substance":"heroin","amount":")";
    text += std::to_string(row) + R"( mg"},{"substance":"lsd","amount":"1 blotter"},)";
    ASSERT_TRUE(sample.takes(of_case("seizures", text + "{}]")));
    ASSERT_FALSE(sample.takes(of_case("seizures", text + "{\"substance\":7}]")));
  }
}

}  // namespace
}  // namespace hjemmel::records
