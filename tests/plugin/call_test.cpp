// Single calls: what crosses the border and comes back, and every way in which a result can be wrong.
#include <map>
#include <thread>

#include "tests/plugin/built_plugins.h"

namespace hjemmel::host {
namespace {

using base::Decimal;
using base::ForeignAnswer;
using base::ForeignScratch;
using base::ForeignStatus;
using base::ForeignValue;

ForeignValue number(std::int64_t value, int scale = 0) { return {Decimal::of(value, scale), {}}; }
ForeignValue text(std::string_view value) { return {Decimal(), value}; }

// `ok 12.5`, `ok "text"`, `unknown`, or the sentence of a fault.
std::string shown(Jurisdiction const& plugin, std::size_t function, ForeignAnswer const& answer) {
  switch (answer.status) {
    case ForeignStatus::ok:
      return plugin.functions()[function].result == base::ForeignType::text
                 ? "ok \"" + std::string(answer.value.text) + "\""
                 : "ok " + to_string(answer.value.number);
    case ForeignStatus::unknown:
      return "unknown";
    case ForeignStatus::bad_argument:
      return "bad argument: " + answer.fault;
    case ForeignStatus::fault:
      break;
  }
  return "fault: " + answer.fault;
}

std::string called(Jurisdiction const& plugin, std::string_view name, std::vector<ForeignValue> const& arguments = {}) {
  ForeignScratch scratch;
  std::size_t const function = function_of(plugin, name);
  return shown(plugin, function, plugin.call(function, arguments, scratch));
}

class Call : public ::testing::TestWithParam<std::string> {
 protected:
  std::shared_ptr<Jurisdiction const> plugin_ = built(GetParam(), GetParam());
};
INSTANTIATE_TEST_SUITE_P(InBothLanguages, Call, ::testing::Values("aa", "bb"),
                         [](auto const& one) { return one.param == "aa" ? "c" : "cpp"; });

TEST_P(Call, values_of_each_type_cross) {
  EXPECT_EQ(called(*plugin_, "next_day", {number(20'513)}), "ok 20514");
  EXPECT_EQ(called(*plugin_, "next_day", {number(-719'162)}), "ok -719161");
  EXPECT_EQ(called(*plugin_, "is_even", {number(4)}), "ok 1");
  EXPECT_EQ(called(*plugin_, "is_even", {number(5)}), "ok 0");
  EXPECT_EQ(called(*plugin_, "tenth", {number(-125, 1)}), "ok -1.25");
  EXPECT_EQ(called(*plugin_, "tenth", {number(100)}), "ok 10");
  EXPECT_EQ(called(*plugin_, "greeting", {text("Åse")}), "ok \"håper Åse\"");
  EXPECT_EQ(called(*plugin_, "greeting", {text("")}), "ok \"håper \"");
  EXPECT_EQ(called(*plugin_, "greeting", {ForeignValue()}), "ok \"håper \"");
  EXPECT_EQ(called(*plugin_, "holds"), "ok 1");
}

TEST_P(Call, no_answer_is_unknown_and_a_bad_argument_is_told_with_the_function) {
  EXPECT_EQ(called(*plugin_, "is_even", {number(-1)}), "unknown");
  EXPECT_EQ(called(*plugin_, "is_even", {number(1'000'001)}),
            "bad argument: function `is_even` of jurisdiction `" + GetParam() + "` does not take these arguments");
}

TEST_P(Call, what_the_border_has_no_form_for_is_a_bad_argument) {
  std::string const words = "bad argument: function `%` of jurisdiction `" + GetParam() +
                            "` takes decimals of at most 9 decimals, whole numbers without any, and texts of at most "
                            "4096 bytes";
  auto const of = [&](std::string const& name) { return std::string(words).replace(words.find('%'), 1, name); };
  EXPECT_EQ(called(*plugin_, "tenth", {number(1, 10)}), of("tenth"));
  EXPECT_EQ(called(*plugin_, "tenth", {number(1, 8)}), "ok 0.000000001");
  EXPECT_EQ(called(*plugin_, "is_even", {number(1, 1)}), of("is_even"));
  EXPECT_EQ(called(*plugin_, "greeting", {text(std::string(4097, 'x'))}), of("greeting"));
}

TEST_P(Call, a_text_grows_to_its_cap_and_no_further) {
  ForeignScratch scratch;
  std::size_t const letters = function_of(*plugin_, "letters");
  for (std::int64_t const size : {0, 1, 255, 256, 257, 4095, 4096, 3}) {
    auto const answer = plugin_->call(letters, std::vector{number(size)}, scratch);
    EXPECT_EQ(answer.status, ForeignStatus::ok) << answer.fault;
    EXPECT_EQ(answer.value.text, std::string(static_cast<std::size_t>(size), 'x'));
  }
  EXPECT_EQ(called(*plugin_, "letters", {number(4097)}), "fault: function `letters` of jurisdiction `" + GetParam() +
                                                             "` gives a text that is longer than a text may be");
}

TEST(CallInC, takes_eight_arguments) {
  std::vector<ForeignValue> const eight{number(1), number(2), number(3), number(4),
                                        number(5), number(6), number(7), number(-8)};
  EXPECT_EQ(called(*built("aa", "aa"), "sum", eight), "ok 20");
}

// date_late is the same of any plugin; the wrapper for authors in C++ looks at its dates itself.
TEST(CallInC, a_date_past_the_last_is_a_fault) {
  EXPECT_EQ(called(*built("aa", "aa"), "next_day", {number(base::kLastDate.days)}),
            "fault: function `next_day` of jurisdiction `aa` gives a date outside of the years 1 to 9999");
}

TEST(CallInCpp, what_the_authors_code_throws_is_a_fault_of_the_plugin) {
  EXPECT_EQ(called(*built("bb", "bb"), "throws_something", {number(1)}),
            "fault: function `throws_something` of jurisdiction `bb` reports a fault of its own");
}

TEST(BadCalls, each_wrong_result_has_its_words) {
  auto const plugin = built("bad_calls", "hh");
  std::string const status = "returned a status that the contract does not have there";
  std::string const scale = "gives a number with a scale that its type cannot have";
  std::string const no_value = "says that it has a result and gives none";
  std::string const date = "gives a date outside of the years 1 to 9999";
  std::string const changed = "changed the type or the buffer of its result, which are the host's";
  std::map<std::string, std::string> const expected{
      {"garbage_status", status},
      {"negative_status", status},
      {"internal_fault", "reports a fault of its own"},
      {"number_asks_for_buffer", "asks for a larger buffer where none is needed"},
      {"bool_two", "gives a bool that is neither 0 nor 1"},
      {"bool_minus", "gives a bool that is neither 0 nor 1"},
      {"date_early", date},
      {"date_late", date},
      {"int_large", "gives a number of more than 18 digits"},
      {"int_scaled", scale},
      {"decimal_scale_ten", scale},
      {"decimal_scale_minus", scale},
      {"gives_nothing", no_value},
      {"gives_no_text", no_value},
      {"other_type", changed},
      {"own_buffer", changed},
      {"invalid_utf8", "gives a text that is not valid UTF-8"},
      {"past_capacity", "gives a text that is longer than a text may be"},
  };
  for (auto const& [name, words] : expected) {
    EXPECT_EQ(called(*plugin, name), "fault: function `" + name + "` of jurisdiction `hh` " + words);
  }
}

TEST(BadCalls, what_lies_at_the_limit_is_sound) {
  auto const plugin = built("bad_calls", "hh");
  EXPECT_EQ(called(*plugin, "date_first"), "ok -719162");
  EXPECT_EQ(called(*plugin, "date_last"), "ok 2932896");
  EXPECT_EQ(called(*plugin, "int_largest"), "ok 999999999999999999");
  EXPECT_EQ(called(*plugin, "decimal_scale_nine"), "ok 0.000000001");
}

TEST(BadCalls, a_buffer_is_grown_once) {
  auto const plugin = built("bad_calls", "hh");
  std::string const of = "fault: function `always_too_small` of jurisdiction `hh` ";
  EXPECT_EQ(called(*plugin, "always_too_small", {number(0)}), of + "asks for a larger buffer where none is needed");
  EXPECT_EQ(called(*plugin, "always_too_small", {number(300)}), of + "asks for a larger buffer where none is needed");
  EXPECT_EQ(called(*plugin, "always_too_small", {number(4097)}), of + "gives a text that is longer than a text may be");
}

TEST(HostileCalls, many_threads_may_call_also_while_the_plugin_is_given_up) {
  auto const plugin = built("writes_behind", "hh");
  std::size_t const sound = function_of(*plugin, "sound");
  std::vector<int> wrong(4);
  std::vector<std::thread> threads;
  for (int& count : wrong) {
    threads.emplace_back([&plugin, &count, sound] {
      ForeignScratch scratch;
      for (int times = 0; times < 2000; ++times) {
        auto const answer = plugin->call(sound, {}, scratch);
        count += answer.status == ForeignStatus::ok || answer.status == ForeignStatus::fault ? 0 : 1;
      }
    });
  }
  EXPECT_NE(called(*plugin, "misbehaves"), "");
  for (std::thread& thread : threads) {
    thread.join();
  }
  EXPECT_EQ(wrong, std::vector<int>(4));
}

TEST(HostileCalls, what_is_thrown_ends_at_the_border_and_the_plugin_is_still_called) {
  auto const plugin = built("throws_in_calls", "hh");
  std::string const words = "fault: function `misbehaves` of jurisdiction `hh` threw an exception across the border";
  EXPECT_EQ(called(*plugin, "misbehaves"), words);
  EXPECT_EQ(called(*plugin, "misbehaves"), words);
  EXPECT_EQ(called(*plugin, "sound"), "ok 1");
}

TEST(HostileCalls, a_plugin_that_writes_outside_is_not_called_again) {
  for (std::string const name : {"writes_behind", "writes_before", "writes_behind_result"}) {
    auto const plugin = built(name, "hh");
    std::string const words =
        "fault: function `misbehaves` of jurisdiction `hh` wrote outside of the memory that it was given, and the "
        "plugin is "
        "not called again";
    EXPECT_EQ(called(*plugin, "sound"), "ok 1");
    EXPECT_EQ(called(*plugin, "misbehaves"), words) << name;
    EXPECT_EQ(called(*plugin, "sound"), words) << name;
    BatchScratch batch;
    EXPECT_EQ("fault: " + plugin->call_batch(function_of(*plugin, "sound"), {}, 3, batch).fault, words);
    ForeignScratch scratch;
    EXPECT_EQ("fault: " + plugin->convert(0, "", "", scratch).fault, words);
  }
}

}  // namespace
}  // namespace hjemmel::host
