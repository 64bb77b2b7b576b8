// Namer: names in a text, each different one once. Citer: citations in a list of lists, likewise.
//
// Ten thousand services have few different names of criteria, and the rules of a service cite what it cites. Tested in
// tests/unit/lower/named_test.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/lower/numbered.h"

namespace hjemmel::lower {

class Namer {
 public:
  // The text must outlive it.
  explicit Namer(std::string& words) : words_(words) {}

  // The same stretch for the same name.
  [[nodiscard]] eval::Words name(std::string_view name);
  // Without a look at what is there: for names of which there is one each.
  [[nodiscard]] eval::Words new_name(std::string_view name);

 private:
  [[nodiscard]] std::string_view text_of(eval::Words words) const {
    return std::string_view(words_).substr(words.begin, words.size);
  }

  std::string& words_;
  Numbered numbered_;
  std::vector<eval::Words> names_;  // by number
};

// Citations by name, as outcomes show them.
[[nodiscard]] eval::Citations named(ir::Program const& program, ir::Citations const& citations);

class Citer {
 public:
  // Both must outlive it.
  Citer(ir::Program const& program, std::vector<eval::Citations>& lists) : program_(program), lists_(lists) {}

  // None of no citations, and the same for the same.
  [[nodiscard]] eval::Shared<eval::Citations> shared(ir::Citations const& citations);

 private:
  [[nodiscard]] static std::uint64_t hash_of(ir::Citations const& citations);
  [[nodiscard]] static bool same(ir::Citations const& known, ir::Citations const& asked);

  ir::Program const& program_;
  std::vector<eval::Citations>& lists_;
  Numbered numbered_;                      // as in the lists
  std::vector<ir::Citations const*> met_;  // of these, in the program
  // Given last. Rules of one service cite the same, and services come in the order of their rules: it, or the next, is likely.
  std::uint32_t last_ = 0;
};

}  // namespace hjemmel::lower
