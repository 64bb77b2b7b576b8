// Compiled code of one case at a time against the interpreted row, answer by answer, and against the machine.
//
// Random programs, as many as HJEMMEL_NATIVE_PROGRAMS says (60 without it), with random cases in structs of both layouts, by code for any layout
// and by code for that one alone; all in one library. The compiler is CXX, or c++.
#include <cstdlib>
#include <iostream>

#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/eval/decide.h"
#include "engine/lower/lower.h"
#include "engine/native/compile.h"
#include "engine/native/library_text.h"
#include "engine/native/row_code.h"
#include "engine/rows/row.h"
#include "tests/differential/compare_columns.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/generate.h"
#include "tests/differential/packed_case.h"

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kCasesOfAProgram = 400;

struct Subject {
  std::string name;
  eval::Plan plan;
  columns::Kernel kernel;
  std::vector<eval::Case> cases;
};

struct Tally {
  std::size_t settled = 0;
  std::size_t open = 0;
  std::size_t figures = 0;
};

enum class Code : std::uint8_t { of_any_layout, of_this_layout };

// Half of the cases are fully known.
std::uint32_t unknown_share(std::uint32_t number) { return number % 2 == 0 ? 0 : 5 * (number / 2 % 8); }

std::unique_ptr<Subject> subject_of(std::uint64_t seed) {
  auto const [program, values] = generate_program(seed);
  auto subject = std::make_unique<Subject>();
  subject->name = "seed " + std::to_string(seed);
  subject->plan = lower::lower(program, {});
  subject->kernel = columns::build(subject->plan);
  Random random(seed * 811 + 3);
  for (std::uint32_t i = 0; i < kCasesOfAProgram; ++i) {
    subject->cases.push_back(generate_case(program, values, random, unknown_share(i)));
  }
  return subject;
}

bool has_code(columns::Kernel const& kernel) {
  return std::any_of(kernel.decisions.begin(), kernel.decisions.end(),
                     [](columns::DecisionCode const& decision) { return decision.refused.empty(); });
}

std::vector<rows::Layout> layouts_of(Subject const& subject) {
  return {known_layout(subject.plan, subject.kernel.slots), packed_layout(subject.plan, subject.kernel.slots)};
}

// Of every decision, for any layout or for each of the two; a field that may be open has no code.
std::vector<native::RowUnit> units_of(Subject const& subject, Code code) {
  std::vector<native::RowUnit> units;
  std::vector<rows::Layout> const layouts = layouts_of(subject);
  for (std::uint32_t decision = 0; decision < subject.kernel.decisions.size(); ++decision) {
    for (std::size_t at = 0; at < (code == Code::of_any_layout ? 1 : layouts.size()); ++at) {
      auto unit = native::write_row(subject.kernel, decision, code == Code::of_any_layout ? nullptr : &layouts[at]);
      if (unit) {
        units.push_back(*std::move(unit));
      }
    }
  }
  return units;
}

std::string figures_of(rows::RowAnswer const& answer) {
  std::string text;
  for (std::size_t at = 0; at < answer.outcome->figures.size(); ++at) {
    text += std::to_string(answer.outcome->figures[at]) + ": " + std::to_string(answer.figures[at]) + ", ";
  }
  return text;
}

// Empty where they are the same.
std::string difference_of_rows(rows::RowAnswer const& native, rows::RowAnswer const& interpreted) {
  if ((native.outcome == nullptr) != (interpreted.outcome == nullptr)) {
    return native.outcome == nullptr ? "open" : "not open";
  }
  if (native.outcome == nullptr) {
    return "";
  }
  if (native.outcome->code != interpreted.outcome->code || native.outcome->rules != interpreted.outcome->rules) {
    return "another code";
  }
  return figures_of(native) == figures_of(interpreted) ? "" : "figures " + figures_of(native);
}

class Comparison {
 public:
  Comparison(Subject const& subject, std::uint32_t decision, rows::Layout const& layout, rows::RowCode code,
             Tally& tally)
      : subject_(subject),
        decision_(decision),
        layout_(layout),
        native_(subject.plan, subject.kernel, layout, decision, std::move(code)),
        interpreted_(subject.plan, subject.kernel, layout, decision),
        tally_(tally) {}

  std::string run() {
    for (std::size_t at = 0; at < subject_.cases.size(); ++at) {
      PackedCase const packed(subject_.plan, subject_.kernel.slots, layout_, subject_.cases[at]);
      std::string const found = packed.is_whole() ? compare(packed, subject_.cases[at]) : "";
      if (!found.empty()) {
        return subject_.name + ", decision " + std::to_string(decision_) + ", case " + std::to_string(at) + ": " +
               found;
      }
    }
    return "";
  }

 private:
  std::string compare(PackedCase const& packed, eval::Case const& facts) {
    rows::RowAnswer const native = native_.decide(packed.data());
    std::string const found = difference_of_rows(native, interpreted_.decide(packed.data()));
    if (!found.empty()) {
      return found + ", which the interpreted row is not";
    }
    ++(native.outcome == nullptr ? tally_.open : tally_.settled);
    if (native.outcome == nullptr || !facts.basis.readings.empty() || !facts.basis.freed.empty()) {
      return "";
    }
    tally_.figures += native.outcome->figures.size();
    std::string const other =
        difference(subject_.plan, native_.conclusion(native), eval::decide(subject_.plan, facts, decision_));
    return other.empty() ? "" : other + " than the machine's";
  }

  Subject const& subject_;
  std::uint32_t decision_;
  rows::Layout const& layout_;
  rows::Row native_;
  rows::Row interpreted_;
  Tally& tally_;
};

void compare_all(std::vector<std::unique_ptr<Subject>> const& subjects, Code code) {
  std::vector<native::RowUnit> units;
  for (auto const& subject : subjects) {
    std::vector<native::RowUnit> own = units_of(*subject, code);
    std::move(own.begin(), own.end(), std::back_inserter(units));
  }
  ASSERT_FALSE(units.empty());
  char const* const named = std::getenv("CXX");
  std::string const text = native::library_text({}, std::string(64, '0'), units);
  auto const bytes = native::compile(text, {named == nullptr ? "c++" : named, native::processor_level()});
  ASSERT_TRUE(bytes) << bytes.error().message << "\n" << text;
  auto const library = native::load_library(*bytes);
  ASSERT_TRUE(library) << library.error().message;
  Tally tally;
  std::size_t bound = 0;
  for (auto const& subject : subjects) {
    for (rows::Layout const& layout : layouts_of(*subject)) {
      for (std::uint32_t decision = 0; decision < subject->kernel.decisions.size(); ++decision) {
        if (auto row = native::row_code(**library, subject->kernel, decision, layout)) {
          ++bound;
          EXPECT_EQ(Comparison(*subject, decision, layout, *std::move(row), tally).run(), "");
        }
      }
    }
  }
  std::cout << units.size() << " functions, bound " << bound << " times; " << tally.settled << " cases settled with "
            << tally.figures << " figures, " << tally.open << " open\n";
  EXPECT_GE(bound, units.size());
  EXPECT_GT(tally.settled, kCasesOfAProgram);
  EXPECT_GT(tally.figures, 0U);
  EXPECT_GT(tally.open * 100, tally.settled) << "hardly any case is open";
}

class NativeRows : public testing::TestWithParam<Code> {};

TEST_P(NativeRows, answer_as_interpreted_rows_do) {
  std::uint64_t const wanted = from_environment("HJEMMEL_NATIVE_PROGRAMS", 60);
  std::vector<std::unique_ptr<Subject>> subjects;
  for (std::uint64_t seed = from_environment("HJEMMEL_SEED", 1); subjects.size() < wanted; ++seed) {
    auto subject = subject_of(seed);
    if (has_code(subject->kernel)) {
      subjects.push_back(std::move(subject));
    }
  }
  compare_all(subjects, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Codes, NativeRows, testing::Values(Code::of_any_layout, Code::of_this_layout));

}  // namespace
}  // namespace hjemmel::differential
