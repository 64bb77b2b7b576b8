// Namer: names in the plan's words, each different one once. Citer: citations in the plan's lists, likewise.
//
// Ten thousand services have few different names of criteria, and the rules of a service cite what it cites. Tested in
// tests/unit/lower/named_test.cpp.
#pragma once

#include <string_view>
#include <vector>

#include "engine/eval/plan.h"
#include "engine/ir/program.h"
#include "engine/lower/numbered.h"

namespace hjemmel::lower {

class Namer {
 public:
  explicit Namer(eval::Plan& plan) : plan_(plan) {}

  // The same stretch for the same name.
  [[nodiscard]] eval::Words name(std::string_view name);
  // Without a look at what is there: for names of which there is one each.
  [[nodiscard]] eval::Words new_name(std::string_view name);

 private:
  eval::Plan& plan_;
  Numbered numbered_;
  std::vector<eval::Words> names_;  // by number
};

// Citations by name, as outcomes show them.
class Citer {
 public:
  Citer(ir::Program const& program, eval::Plan& plan) : program_(program), plan_(plan) {}

  [[nodiscard]] eval::Citations named(std::vector<ir::Citation> const& citations) const;
  // None of no citations, and the same for the same.
  [[nodiscard]] eval::Shared<eval::Citations> shared(std::vector<ir::Citation> const& citations);

 private:
  [[nodiscard]] static std::uint64_t hash_of(std::vector<ir::Citation> const& citations);
  [[nodiscard]] static bool same(std::vector<ir::Citation> const& known, std::vector<ir::Citation> const& asked);

  ir::Program const& program_;
  eval::Plan& plan_;
  Numbered numbered_;                                  // as in the plan's list
  std::vector<std::vector<ir::Citation> const*> met_;  // of these, in the program
};

}  // namespace hjemmel::lower
