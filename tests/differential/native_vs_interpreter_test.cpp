// Compiled code against the interpreter of a kernel: the same planes, figures and open rows, bit for bit.
//
// The two workloads of tests/bench/packages, and as many random programs as HJEMMEL_NATIVE_PROGRAMS says (12 without it), all in one
// library. The compiler is CXX, or c++.
#include <cstdlib>
#include <iostream>

#include <gtest/gtest.h>

#include "engine/columns/build.h"
#include "engine/lower/lower.h"
#include "engine/native/compile.h"
#include "engine/native/library.h"
#include "engine/native/library_text.h"
#include "engine/native/runner.h"
#include "engine/package/loader.h"
#include "tests/differential/drawn_block.h"
#include "tests/differential/from_environment.h"
#include "tests/differential/generate.h"

namespace hjemmel::differential {
namespace {

constexpr std::uint32_t kBlocks = 8;

struct Subject {
  std::string name;
  eval::Plan const* plan = nullptr;
  columns::Kernel kernel;
  columns::Schedule schedule;
};

std::unique_ptr<Subject> subject_of(std::string name, eval::Plan const& plan, bool services) {
  auto subject = std::make_unique<Subject>();
  subject->name = std::move(name);
  subject->plan = &plan;
  subject->kernel = columns::build(plan);
  std::vector<std::uint32_t> all(services ? plan.services.size() : plan.decisions.size());
  for (std::uint32_t at = 0; at < all.size(); ++at) {
    all[at] = at;
  }
  subject->schedule =
      services ? columns::schedule(subject->kernel, {}, all) : columns::schedule(subject->kernel, all, {});
  return subject;
}

native::Compiler compiler() {
  char const* const named = std::getenv("CXX");
  return {named == nullptr ? "c++" : named, native::processor_level()};
}

// Of the first `rows` of each.
template <class Column>
bool same(Column const& a, Column const& b, std::uint32_t rows) {
  std::uint32_t row = 0;
  while (row < rows && a[row] == b[row]) {
    ++row;
  }
  return row == rows;
}

template <class Column>
bool same_all(std::vector<Column> const& a, std::vector<Column> const& b, std::uint32_t rows) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [rows](auto const& one, auto const& other) {
           return same(one, other, rows);
         });
}

// Empty where they are the same.
std::string difference(columns::Answers const& native, columns::Answers const& interpreted, std::uint32_t rows) {
  for (std::size_t at = 0; at < interpreted.decisions.size(); ++at) {
    columns::DecisionAnswers const& one = native.decisions[at];
    columns::DecisionAnswers const& other = interpreted.decisions[at];
    std::string const name = "decision " + std::to_string(at);
    if (one.any_open != other.any_open || (one.any_open && !same(one.open, other.open, rows))) {
      return name + ": open elsewhere";
    }
    if (!same_all(one.planes, other.planes, rows)) {
      return name + ": other marks";
    }
    if (!same_all(one.figures, other.figures, rows)) {
      return name + ": other figures";
    }
  }
  for (std::size_t at = 0; at < interpreted.services.size(); ++at) {
    columns::ServiceAnswers const& one = native.services[at];
    columns::ServiceAnswers const& other = interpreted.services[at];
    if (one.any_open != other.any_open || (one.any_open && !same(one.open, other.open, rows)) ||
        !same_all(one.failed, other.failed, rows)) {
      return "service " + std::to_string(at) + ": others fail";
    }
  }
  return "";
}

// Empty where both leave the same sum of each decision's figures, and it is that of the figures told by `interpreter` before.
std::string difference_of_sums(columns::BlockRunner& native, columns::BlockRunner& interpreter,
                               columns::Inputs const& inputs) {
  columns::Answers const& told = interpreter.run(inputs);
  for (std::size_t at = 0; at < told.decisions.size(); ++at) {
    std::vector<std::int32_t> expected(inputs.rows);
    bool is_near = true;
    for (columns::FigureColumn const& figure : told.decisions[at].figures) {
      is_near = is_near && !figure.near.empty();
      for (std::uint32_t row = 0; is_near && row < inputs.rows; ++row) {
        expected[row] = static_cast<std::int32_t>(static_cast<std::uint32_t>(expected[row]) +
                                                  static_cast<std::uint32_t>(figure.near[row]));
      }
    }
    for (columns::BlockRunner* runner : {&native, &interpreter}) {
      std::vector<std::int32_t> sums(is_near ? inputs.rows : 0, -1);
      if (is_near) {
        runner->leave_figures(at, sums.data());
        runner->run(inputs);
        runner->leave_figures(at, nullptr);
        if (sums != expected) {
          return "decision " + std::to_string(at) + ": another sum of its figures";
        }
      }
    }
    interpreter.run(inputs);  // tells the next decision's figures again
  }
  return "";
}

columns::Block many_rows(Subject const& subject, Random& random) {
  std::vector<columns::Block> blocks;
  for (std::uint32_t rows = 0; rows < columns::kMostRows; rows += columns::kBlockRows) {
    blocks.push_back(drawn_block(*subject.plan, subject.kernel, columns::kBlockRows, random));
  }
  return joined(std::move(blocks));
}

std::string compare(Subject const& subject, native::Unit const& unit, native::Runner::Code code, Random& random) {
  native::Runner native(subject.kernel, subject.schedule, unit, code, columns::kMostRows);
  columns::Runner interpreter(subject.kernel, subject.schedule, columns::loops(), columns::kMostRows);
  for (std::uint32_t block = 0; block < kBlocks; ++block) {
    std::uint32_t const rows = block == 0 ? 1 : block == 1 ? 37 : columns::kBlockRows;
    columns::Block const drawn =
        block + 1 == kBlocks ? many_rows(subject, random) : drawn_block(*subject.plan, subject.kernel, rows, random);
    columns::Inputs const inputs = columns::inputs_of(drawn);
    std::string found = difference(native.run(inputs), interpreter.run(inputs), drawn.rows);
    if (found.empty()) {
      found = difference_of_sums(native, interpreter, inputs);
    }
    if (!found.empty()) {
      return subject.name + ", block " + std::to_string(block) + ", " + found;
    }
  }
  return "";
}

// One library of all.
void compare_all(std::vector<std::unique_ptr<Subject>> const& subjects, Random& random) {
  std::vector<native::Unit> units;
  for (auto const& subject : subjects) {
    auto unit = native::write_unit(subject->kernel, subject->schedule);
    ASSERT_TRUE(unit) << subject->name << ": " << unit.error().message;
    units.push_back(*std::move(unit));
  }
  std::string const text = native::library_text(units, std::string(64, '0'));
  auto const bytes = native::compile(text, compiler());
  ASSERT_TRUE(bytes) << bytes.error().message << "\n" << text;
  auto const library = native::load_library(*bytes);
  ASSERT_TRUE(library) << library.error().message;
  for (std::size_t at = 0; at < subjects.size(); ++at) {
    auto const code = (*library)->code(native::code_digest(units[at]));
    ASSERT_NE(code, nullptr);
    EXPECT_EQ(compare(*subjects[at], units[at], code, random), "");
  }
}

class NativeVsInterpreter : public testing::TestWithParam<char const*> {};

TEST_P(NativeVsInterpreter, workload_has_the_same_answers) {
  source::Sources sources;
  diag::Sink sink;
  auto const loaded = package::load(std::string("tests/bench/packages/") + GetParam(), sources, sink);
  ASSERT_TRUE(loaded && *loaded);
  std::vector<std::unique_ptr<Subject>> subjects;
  subjects.push_back(subject_of(GetParam(), (*loaded)->plan, false));
  if (!(*loaded)->plan.services.empty()) {
    subjects.push_back(subject_of(std::string(GetParam()) + ", services", (*loaded)->plan, true));
  }
  Random random(7);
  compare_all(subjects, random);
}

INSTANTIATE_TEST_SUITE_P(Workloads, NativeVsInterpreter, testing::Values("reaction", "eligibility"));

TEST(NativeVsInterpreter, random_programs_have_the_same_answers) {
  std::uint64_t const wanted = from_environment("HJEMMEL_NATIVE_PROGRAMS", 12);
  std::vector<std::unique_ptr<eval::Plan>> plans;
  std::vector<std::unique_ptr<Subject>> subjects;
  std::size_t figures = 0;
  for (std::uint64_t seed = from_environment("HJEMMEL_SEED", 1); subjects.size() < wanted; ++seed) {
    auto const [program, values] = generate_program(seed);
    plans.push_back(std::make_unique<eval::Plan>(lower::lower(program, {})));
    auto subject = subject_of("seed " + std::to_string(seed), *plans.back(), false);
    if (subject->schedule.decisions.empty()) {
      continue;
    }
    for (std::uint32_t const decision : subject->schedule.decisions) {
      figures += subject->kernel.decisions[decision].figures.size();
    }
    subjects.push_back(std::move(subject));
  }
  std::cout << subjects.size() << " programs of " << plans.size() << ", " << figures << " computed figures\n";
  Random random(11);
  compare_all(subjects, random);
}

}  // namespace
}  // namespace hjemmel::differential
