// The stages of amending in order: read and order the stack, lay it on, write the package out anew.
#include "engine/amend/amend.h"

#include "engine/amend/draft.h"

namespace hjemmel::amend {

std::optional<AmendedPackage> amend(std::span<syntax::Tree const> base, std::string_view package,
                                    std::span<syntax::Tree const> amendments, source::Sources& sources,
                                    diag::Sink& sink) {
  auto const stack = build_stack(amendments, package, sink);
  if (!stack) {
    return std::nullopt;
  }
  Draft draft = open_draft(base, stack->amendments);
  bool good = true;
  for (std::size_t const index : stack->order) {
    for (Operation const& operation : stack->amendments[index].operations) {
      good = apply(draft, index, operation, sink) && good;
    }
  }
  good = check_groups(draft, sink) && good;
  auto trees = good ? write_draft(draft, sources, sink) : std::nullopt;
  return trees ? std::optional(AmendedPackage{*std::move(trees), stack->order}) : std::nullopt;
}

}  // namespace hjemmel::amend
