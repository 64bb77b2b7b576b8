// Adapters: a record in, facts out, within the caps; and adapters that break the contract.
#include <map>

#include "tests/plugin/built_plugins.h"

namespace hjemmel::host {
namespace {

using base::ForeignScratch;
using base::ForeignStatus;

std::string converted(Jurisdiction const& plugin, std::string_view header, std::string_view record) {
  ForeignScratch scratch;
  Converted const made = plugin.convert(0, header, record, scratch);
  return made.status == ForeignStatus::ok             ? "ok " + std::string(made.facts)
         : made.status == ForeignStatus::bad_argument ? "bad record: " + made.fault
                                                      : "fault: " + made.fault;
}

TEST(Convert, facts_come_out_in_both_languages) {
  for (std::string const name : {"aa", "bb"}) {
    auto const plugin = built(name, name);
    EXPECT_EQ(converted(*plugin, "..", "age: 16\n"), "ok age: 16\nage: 16\n");
    EXPECT_EQ(converted(*plugin, "", "age: 16\n"), "ok ");
    EXPECT_EQ(converted(*plugin, "", ""), "ok ");
    EXPECT_EQ(converted(*plugin, ".", "bad"), "bad record: the field `x` is empty");
  }
}

TEST(Convert, facts_grow_to_their_cap_and_no_further) {
  auto const plugin = built("aa", "aa");
  std::string const kibibyte(1024, 'x');
  ForeignScratch scratch;
  for (std::size_t const size : {15U, 16U, 17U, 1024U, 2U}) {
    EXPECT_EQ(plugin->convert(0, std::string(size, 'h'), kibibyte, scratch).facts.size(), size * 1024);
  }
  EXPECT_EQ(converted(*plugin, std::string(1025, 'h'), kibibyte),
            "fault: adapter `repeated` of jurisdiction `aa` gives a text that is longer than a text may be");
}

TEST(Convert, records_are_capped) {
  auto const plugin = built("aa", "aa");
  std::string const large(JUR_MAX_RECORD, 'x');
  EXPECT_EQ(converted(*plugin, ".", large).size(), 3 + large.size());
  EXPECT_EQ(converted(*plugin, ".", large + "x"), "bad record: the record is larger than 1048576 bytes");
  EXPECT_EQ(converted(*plugin, large + "x", "x"), "bad record: the record is larger than 1048576 bytes");
}

TEST(Convert, a_call_for_a_text_may_use_the_scratch_behind_it) {
  auto const plugin = built("aa", "aa");
  ForeignScratch scratch;
  ASSERT_EQ(plugin->convert(0, std::string(100, 'h'), std::string(1024, 'x'), scratch).status, ForeignStatus::ok);
  std::vector<base::ForeignValue> const most{{base::Decimal::of(4096), {}}};
  std::vector<base::ForeignValue> const more{{base::Decimal::of(4097), {}}};
  std::size_t const letters = function_of(*plugin, "letters");
  EXPECT_EQ(plugin->call(letters, most, scratch).value.text.size(), 4096U);
  EXPECT_EQ(plugin->call(letters, more, scratch).status, ForeignStatus::fault);
}

TEST(BadConvert, each_wrong_answer_has_its_words) {
  auto const plugin = built("bad_calls", "hh");
  std::map<std::string, std::string> const expected{
      {"u", "returned a status that the contract does not have there"},
      {"i", "reports a fault of its own"},
      {"s", "asks for a larger buffer where none is needed"},
      {"m", "gives a text that is longer than a text may be"},
      {"l", "gives a text that is longer than a text may be"},
      {"d", "gives a text that is longer than a text may be"},
      {"8", "gives a text that is not valid UTF-8"},
      {"n", "says that it has a result and gives none"},
  };
  for (auto const& [record, words] : expected) {
    EXPECT_EQ(converted(*plugin, "", record), "fault: adapter `convert_status` of jurisdiction `hh` " + words)
        << record;
  }
}

TEST(BadConvert, what_is_said_of_a_record_is_capped) {
  EXPECT_EQ(converted(*built("bad_calls", "hh"), "", "c"), "bad record: " + std::string(1024, 'x'));
}

TEST(HostileConvert, what_is_thrown_ends_at_the_border) {
  EXPECT_EQ(converted(*built("throws_in_calls", "hh"), "", "x"),
            "fault: adapter `misbehaves` of jurisdiction `hh` threw an exception across the border");
}

TEST(HostileConvert, a_plugin_that_writes_outside_is_not_called_again) {
  for (std::string const name : {"writes_behind", "writes_before", "writes_behind_result"}) {
    auto const plugin = built(name, "hh");
    std::string const words =
        "fault: adapter `misbehaves` of jurisdiction `hh` wrote outside of the memory that it was given, and the "
        "plugin is "
        "not called again";
    EXPECT_EQ(converted(*plugin, "", "x"), words) << name;
    ForeignScratch scratch;
    EXPECT_EQ("fault: " + plugin->call(function_of(*plugin, "sound"), {}, scratch).fault, words) << name;
  }
}

}  // namespace
}  // namespace hjemmel::host
