// plugins/abi/author.h: what becomes of functions that return, know nothing, refuse and throw; signatures, texts, batches.
#include "plugins/abi/author.h"

#include <cstring>
#include <stdexcept>

#include <gtest/gtest.h>

namespace plugin_functions {
namespace {

bool is_even(std::int64_t value) { return value % 2 == 0; }
std::optional<std::string> repeat(std::string_view word, std::int64_t count) {
  if (count == 0) {
    return std::nullopt;
  }
  if (count < 0) {
    throw jur::BadArgument{};
  }
  if (count > 100) {
    throw std::runtime_error("too long");
  }
  std::string text;
  for (std::int64_t at = 0; at < count; ++at) {
    text += word;
  }
  return text;
}
jur::Decimal halved(jur::Decimal value) { return {value.coefficient * 5, value.scale + 1}; }
jur::Date day_after(jur::Date day) { return {day.days + 1}; }
std::int64_t seven() { return 7; }
bool throws_a_number(bool) { throw 7; }
std::string taken(std::string const& word, bool const& flag, jur::Date const&) { return flag ? word : ""; }

constexpr std::array kFunctions{
    jur::function<is_even>("is_even", "…"), jur::function<repeat>("repeat", "…"),
    jur::function<halved>("halved", "…"),   jur::function<day_after>("day_after", "…"),
    jur::function<seven>("seven", "…"),     jur::function<throws_a_number>("throws_a_number", "…"),
    jur::function<taken>("taken", "…"),     jur::function<+[](std::int64_t x) { return x; }>("same", "…"),
};

jur_function const& named(std::string_view name) {
  return *std::find_if(kFunctions.begin(), kFunctions.end(), [&](jur_function const& one) { return one.name == name; });
}

jur_value whole(std::int64_t value) {
  jur_value made{};
  made.type = JUR_INT;
  made.number = value;
  return made;
}

jur_value word(char const* text) {
  jur_value made{};
  made.type = JUR_TEXT;
  made.text = text;
  made.text_size = std::strlen(text);
  return made;
}

TEST(Author, signatures_follow_from_types) {
  EXPECT_STREQ(named("is_even").signature, "int -> bool");
  EXPECT_STREQ(named("repeat").signature, "text, int -> text");
  EXPECT_STREQ(named("halved").signature, "decimal -> decimal");
  EXPECT_STREQ(named("day_after").signature, "date -> date");
  EXPECT_STREQ(named("seven").signature, " -> int");
  EXPECT_STREQ(named("taken").signature, "text, bool, date -> text");
}

TEST(Author, what_is_thrown_never_crosses) {
  jur_value result{};
  std::array arguments{word("ab"), whole(101)};
  EXPECT_EQ(named("repeat").scalar(arguments.data(), 2, &result), JUR_INTERNAL);
  arguments[1] = whole(-1);
  EXPECT_EQ(named("repeat").scalar(arguments.data(), 2, &result), JUR_BAD_ARGUMENT);
  arguments[1] = whole(0);
  EXPECT_EQ(named("repeat").scalar(arguments.data(), 2, &result), JUR_UNKNOWN);
  jur_value flag{};
  flag.type = JUR_BOOL;
  EXPECT_EQ(named("throws_a_number").scalar(&flag, 1, &result), JUR_INTERNAL);
}

TEST(Author, a_call_of_another_shape_is_refused) {
  jur_value result{};
  std::array arguments{whole(1), whole(2)};
  EXPECT_EQ(named("is_even").scalar(arguments.data(), 0, &result), JUR_BAD_ARGUMENT);
  EXPECT_EQ(named("is_even").scalar(arguments.data(), 2, &result), JUR_BAD_ARGUMENT);
  jur_value const text = word("1");
  EXPECT_EQ(named("is_even").scalar(&text, 1, &result), JUR_BAD_ARGUMENT);
  EXPECT_EQ(named("seven").scalar(nullptr, 0, &result), JUR_OK);
  EXPECT_EQ(result.number, 7);
}

TEST(Author, dates_stay_in_the_calendar) {
  jur_value argument{};
  argument.type = JUR_DATE;
  jur_value result{};
  argument.number = jur::kLastDate.days - 1;
  EXPECT_EQ(named("day_after").scalar(&argument, 1, &result), JUR_OK);
  argument.number = jur::kLastDate.days;
  EXPECT_EQ(named("day_after").scalar(&argument, 1, &result), JUR_BAD_ARGUMENT);
  argument.number = jur::kFirstDate.days - 1;
  EXPECT_EQ(named("day_after").scalar(&argument, 1, &result), JUR_BAD_ARGUMENT);
}

TEST(Author, a_buffer_that_is_too_small_is_left_alone_and_told_the_size) {
  std::array arguments{word("abc"), whole(2)};
  std::array<char, 8> buffer{'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x'};
  jur_value result{};
  result.buffer = buffer.data();
  result.capacity = 5;
  EXPECT_EQ(named("repeat").scalar(arguments.data(), 2, &result), JUR_BUFFER_TOO_SMALL);
  EXPECT_EQ(result.text_size, 6U);
  EXPECT_EQ(std::string_view(buffer.data(), 8), "xxxxxxxx");
  result.capacity = 6;
  EXPECT_EQ(named("repeat").scalar(arguments.data(), 2, &result), JUR_OK);
  EXPECT_EQ(std::string_view(buffer.data(), 8), "abcabcxx");
}

TEST(Author, decimals_have_no_batch_form) {
  EXPECT_EQ(named("halved").batch, nullptr);
  jur_value argument{};
  argument.type = JUR_DECIMAL;
  argument.number = 25;
  argument.scale = 1;
  jur_value result{};
  EXPECT_EQ(named("halved").scalar(&argument, 1, &result), JUR_OK);
  EXPECT_EQ(result.number, 125);
  EXPECT_EQ(result.scale, 2);
}

TEST(Author, a_batch_has_a_status_a_row) {
  std::array<std::int64_t, 5> const counts{2, 0, -1, 101, 1};
  std::string const texts = "abcdefghij";
  std::array<std::uint64_t, 6> const starts{0, 2, 4, 6, 8, 10};
  std::array<jur_column, 2> columns{};
  columns[0] = {JUR_TEXT, 0, nullptr, texts.data(), starts.data()};
  columns[1] = {JUR_INT, 0, counts.data(), nullptr, nullptr};
  std::array<jur_status, 5> statuses{};
  std::array<std::uint64_t, 6> ends{9, 9, 9, 9, 9, 9};
  std::array<char, 6> room{};
  jur_results results{JUR_TEXT, 0, nullptr, statuses.data(), room.data(), ends.data(), room.size(), 0};
  EXPECT_EQ(named("repeat").batch(columns.data(), 2, 5, &results), JUR_OK);
  EXPECT_EQ(statuses, (std::array<jur_status, 5>{JUR_OK, JUR_UNKNOWN, JUR_BAD_ARGUMENT, JUR_INTERNAL, JUR_OK}));
  EXPECT_EQ(ends, (std::array<std::uint64_t, 6>{0, 4, 4, 4, 4, 6}));
  EXPECT_EQ(std::string_view(room.data(), 6), "ababij");
  results.capacity = 5;
  EXPECT_EQ(named("repeat").batch(columns.data(), 2, 5, &results), JUR_BUFFER_TOO_SMALL);
  EXPECT_EQ(results.text_size, 6U);
  EXPECT_EQ(named("repeat").batch(columns.data(), 1, 5, &results), JUR_BAD_ARGUMENT);
}

jur::Converted backwards(std::string_view header, std::string_view record) {
  if (record.empty()) {
    throw std::runtime_error("no record");
  }
  return {header.empty(), std::string(record.rbegin(), record.rend())};
}

TEST(Author, an_adapter_gives_facts_or_a_sentence) {
  constexpr jur_adapter adapter = jur::adapter<backwards>("backwards", "x/y", "…");
  std::array<char, 4> facts{};
  std::uint64_t size = 0;
  EXPECT_EQ(adapter.convert("", 0, "abc", 3, facts.data(), 2, &size), JUR_BUFFER_TOO_SMALL);
  EXPECT_EQ(size, 3U);
  EXPECT_EQ(adapter.convert("", 0, "abc", 3, facts.data(), 4, &size), JUR_OK);
  EXPECT_EQ(std::string_view(facts.data(), size), "cba");
  EXPECT_EQ(adapter.convert("h", 1, "abc", 3, facts.data(), 4, &size), JUR_BAD_ARGUMENT);
  EXPECT_EQ(adapter.convert("h", 1, "", 0, facts.data(), 4, &size), JUR_INTERNAL);
}

std::string fault_of_test() { return "something is wrong"; }

TEST(Author, a_self_test_tells_its_fault_as_far_as_there_is_room) {
  std::array<char, 9> message{};
  std::uint64_t size = 0;
  EXPECT_EQ(jur::self_test<fault_of_test>()(message.data(), message.size(), &size), JUR_INTERNAL);
  EXPECT_EQ(std::string_view(message.data(), size), "something");
}

}  // namespace
}  // namespace plugin_functions
