// Batches: row by row the same as single calls, also where the plugin has no batch form; and batches that break the contract.
#include <map>
#include <numeric>

#include "tests/plugin/built_plugins.h"

namespace hjemmel::host {
namespace {

using base::Decimal;
using base::ForeignScratch;
using base::ForeignStatus;
using base::ForeignType;
using base::ForeignValue;

// Owns what a column of arguments refers to.
struct Column {
  jur_type type = JUR_INT;
  std::int32_t scale = 0;
  std::vector<std::int64_t> numbers;
  std::string text;
  std::vector<std::uint64_t> offsets;

  [[nodiscard]] jur_column border() const { return {type, scale, numbers.data(), text.data(), offsets.data()}; }
  [[nodiscard]] std::size_t rows() const { return type == JUR_TEXT ? offsets.size() - 1 : numbers.size(); }
  [[nodiscard]] ForeignValue value(std::size_t row) const {
    return type == JUR_TEXT
               ? ForeignValue{Decimal(), std::string_view(text).substr(offsets[row], offsets[row + 1] - offsets[row])}
               : ForeignValue{Decimal::of(numbers[row], scale), {}};
  }
};

Column numbers(jur_type type, std::vector<std::int64_t> values, std::int32_t scale = 0) {
  return {type, scale, std::move(values), {}, {}};
}

Column texts(std::vector<std::string> const& values) {
  Column column{JUR_TEXT, 0, {}, {}, {0}};
  for (std::string const& value : values) {
    column.text += value;
    column.offsets.push_back(column.text.size());
  }
  return column;
}

std::string shown(ForeignStatus status, ForeignType type, ForeignValue const& value) {
  if (status != ForeignStatus::ok) {
    return "status " + std::to_string(static_cast<int>(status));
  }
  return type == ForeignType::text ? std::string(value.text) : to_string(value.number);
}

std::vector<std::string> one_by_one(Jurisdiction const& plugin, std::size_t function, Column const& column) {
  std::vector<std::string> answers;
  ForeignScratch scratch;
  for (std::size_t row = 0; row < column.rows(); ++row) {
    auto const answer = plugin.call(function, std::vector{column.value(row)}, scratch);
    answers.push_back(shown(answer.status, plugin.functions()[function].result, answer.value));
  }
  return answers;
}

std::vector<std::string> rows_of(BatchAnswer const& answer, std::size_t rows) {
  std::vector<std::string> shown_rows;
  for (std::size_t row = 0; row < rows; ++row) {
    ForeignStatus const status = answer.status_of(row);
    shown_rows.push_back(shown(status, answer.type, status == ForeignStatus::ok ? answer.value(row) : ForeignValue()));
  }
  return shown_rows;
}

std::vector<std::string> at_once(Jurisdiction const& plugin, std::size_t function, Column const& column,
                                 BatchScratch& scratch) {
  jur_column const border = column.border();
  return rows_of(plugin.call_batch(function, {&border, 1}, column.rows(), scratch), column.rows());
}

std::map<std::string, Column> samples() {
  std::vector<std::int64_t> days(3000);
  std::iota(days.begin(), days.end(), 18'000);
  std::vector<std::int64_t> sizes(700);
  std::iota(sizes.begin(), sizes.end(), 0);
  sizes.push_back(4096);
  return {{"next_day", numbers(JUR_DATE, days)},
          {"is_even", numbers(JUR_INT, {4, 5, -1, 1'000'001, 0})},
          {"tenth", numbers(JUR_DECIMAL, {125, -3, 0, 1000}, 2)},
          {"greeting", texts({"Åse", "", "nobody in particular", std::string(300, 'y')})},
          {"letters", numbers(JUR_INT, sizes)}};
}

TEST(Batch, answers_as_single_calls_do_in_both_languages) {
  for (std::string const name : {"aa", "bb"}) {
    auto const plugin = built(name, name);
    BatchScratch scratch;
    for (auto const& [function_name, column] : samples()) {
      std::size_t const function = function_of(*plugin, function_name);
      EXPECT_EQ(at_once(*plugin, function, column, scratch), one_by_one(*plugin, function, column)) << function_name;
    }
  }
}

TEST(Batch, a_batch_of_no_rows_has_no_answers) {
  auto const plugin = built("aa", "aa");
  BatchScratch scratch;
  for (auto const& [function_name, column] : samples()) {
    jur_column const border = column.border();
    auto const answer = plugin->call_batch(function_of(*plugin, function_name), {&border, 1}, 0, scratch);
    EXPECT_EQ(answer.status, ForeignStatus::ok) << answer.fault;
    EXPECT_TRUE(answer.statuses.empty());
  }
}

TEST(Batch, the_most_rows_are_answered) {
  auto const plugin = built("aa", "aa");
  BatchScratch scratch;
  Column const column = numbers(JUR_DATE, std::vector<std::int64_t>(kMaxBatchRows, 5));
  auto const answers = at_once(*plugin, function_of(*plugin, "next_day"), column, scratch);
  EXPECT_EQ(answers, std::vector<std::string>(kMaxBatchRows, "6"));
}

TEST(Batch, a_row_with_a_bad_argument_is_told_beside_the_sound_ones) {
  auto const plugin = built("aa", "aa");
  BatchScratch scratch;
  Column const column = numbers(JUR_INT, {2, 1'000'001});
  jur_column const border = column.border();
  auto const answer = plugin->call_batch(function_of(*plugin, "is_even"), {&border, 1}, 2, scratch);
  EXPECT_EQ(answer.status, ForeignStatus::ok);
  EXPECT_EQ(answer.fault, "function `is_even` of jurisdiction `aa` does not take these arguments");
  EXPECT_EQ(rows_of(answer, 2), (std::vector<std::string>{"1", "status 2"}));
}

TEST(Batch, what_the_border_has_no_form_for_is_a_bad_argument_of_all_rows) {
  auto const plugin = built("aa", "aa");
  BatchScratch scratch;
  Column const column = texts({"a", std::string(4097, 'x')});
  jur_column const border = column.border();
  auto const answer = plugin->call_batch(function_of(*plugin, "greeting"), {&border, 1}, 2, scratch);
  EXPECT_EQ(answer.status, ForeignStatus::bad_argument);
  EXPECT_EQ(answer.status_of(0), ForeignStatus::bad_argument);
}

struct Wrong {
  std::string words;
  std::vector<std::string> rows;  // of the arguments 7, 8, 9
};

TEST(BadBatches, each_wrong_batch_has_its_words) {
  auto const plugin = built("bad_calls", "hh");
  std::vector<std::string> const none(3, "status 3");
  std::map<std::string, Wrong> const expected{
      {"batch_forgets_row", {"returned a status that the contract does not have there", {"7", "status 3", "9"}}},
      {"batch_large_row", {"gives a number of more than 18 digits", {"7", "status 3", "9"}}},
      {"batch_scaled", {"gives a number with a scale that its type cannot have", none}},
      {"batch_unknown", {"returned a status that the contract does not have there", none}},
      {"batch_offsets", {"gives texts whose offsets do not fit together", none}},
      {"batch_invalid_utf8", {"gives a text that is not valid UTF-8", {"x", "status 3", "x"}}},
  };
  BatchScratch scratch;
  Column const column = numbers(JUR_INT, {7, 8, 9});
  jur_column const border = column.border();
  for (auto const& [name, wrong] : expected) {
    auto const answer = plugin->call_batch(function_of(*plugin, name), {&border, 1}, 3, scratch);
    EXPECT_EQ(answer.fault, "function `" + name + "` of jurisdiction `hh` " + wrong.words);
    EXPECT_EQ(rows_of(answer, 3), wrong.rows) << name;
  }
}

TEST(HostileBatches, what_is_thrown_ends_at_the_border) {
  auto const plugin = built("throws_in_calls", "hh");
  BatchScratch scratch;
  auto const answer = plugin->call_batch(function_of(*plugin, "misbehaves_in_batch"), {}, 3, scratch);
  EXPECT_EQ(answer.status, ForeignStatus::fault);
  EXPECT_EQ(answer.fault, "function `misbehaves_in_batch` of jurisdiction `hh` threw an exception across the border");
}

TEST(HostileBatches, a_plugin_that_writes_outside_is_not_called_again) {
  for (std::string const name : {"writes_behind", "writes_before", "writes_behind_result"}) {
    auto const plugin = built(name, "hh");
    BatchScratch scratch;
    std::string const words =
        "function `misbehaves_in_batch` of jurisdiction `hh` wrote outside of the memory that it was given, and the "
        "plugin "
        "is not called again";
    EXPECT_EQ(plugin->call_batch(function_of(*plugin, "misbehaves_in_batch"), {}, 3, scratch).fault, words) << name;
    EXPECT_EQ(plugin->call_batch(function_of(*plugin, "sound"), {}, 3, scratch).fault, words) << name;
  }
}

// Without a batch form of its own: the second row is not asked any more.
TEST(HostileBatches, a_call_that_writes_outside_ends_the_rows_behind_it) {
  auto const plugin = built("writes_behind", "hh");
  BatchScratch scratch;
  auto const answer = plugin->call_batch(function_of(*plugin, "misbehaves"), {}, 2, scratch);
  EXPECT_EQ(rows_of(answer, 2), (std::vector<std::string>{"status 3", "status 3"}));
  EXPECT_TRUE(answer.fault.starts_with("function `misbehaves` of jurisdiction `hh` wrote outside")) << answer.fault;
}

}  // namespace
}  // namespace hjemmel::host
