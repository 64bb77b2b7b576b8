// Amend: a package's trees and a stack of amendments to the trees of the amended package.
//
// In: trees that parsed, the package's and one for each amendment file. Out: trees in which every stretch of text knows the
// file it came from, so that what later stages say points at the author's line, in the package or in the amendment. What the
// order of the stack does not settle is an error that names both amendments; so the order in which they are given never
// matters. Names are matched by declaration, not resolved. Tested in tests/golden/amend and tests/unit/amend.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/ir/program.h"
#include "engine/source/source_file.h"
#include "engine/syntax/tree.h"

namespace hjemmel::amend {

struct AmendedPackage {
  std::vector<syntax::Tree> trees;
  std::vector<std::size_t> order;  // the amendments as they were laid on: by `after`, then by name
};

// What an amendment calls itself, and which ones it says it comes `after`; empty where the file has no head.
struct AmendmentHead {
  std::string name;
  std::vector<std::string> after;
};
[[nodiscard]] AmendmentHead head_of(syntax::Tree const& amendment);

// The name in the amendment's head; nothing, with a message, when the file has no head, or two.
[[nodiscard]] std::optional<std::string> amendment_name(syntax::Tree const& amendment, diag::Sink& sink);

// Nothing when a message says what is wrong. `package` is the name that the amendments have to be `to`.
[[nodiscard]] std::optional<AmendedPackage> amend(std::span<syntax::Tree const> base, std::string_view package,
                                                  std::span<syntax::Tree const> amendments, source::Sources& sources,
                                                  diag::Sink& sink);

// A message for what only an amendment can say, standing in a package.
void refuse_operations(std::span<syntax::Tree const> package, diag::Sink& sink);

// A warning for each pair of rules, both in the package before and after, between which the stack changed the precedence.
void report_changed_precedence(ir::Program const& before, ir::Program const& after, diag::Sink& sink);

}  // namespace hjemmel::amend
