// The registry of kinds, read from diag_kind.def, and the sink.
#include "engine/diag/diagnostic.h"

#include <algorithm>
#include <array>

namespace hjemmel::diag {
namespace {

struct KindInfo {
  std::string_view name;
  Severity severity;
};

constexpr std::array kKinds{
#define DIAG(name, severity) KindInfo{#name, Severity::severity},
#include "engine/diag/diag_kind.def"
#undef DIAG
};

}  // namespace

std::string_view kind_name(Kind kind) { return kKinds[static_cast<std::size_t>(kind)].name; }

Severity severity(Kind kind) { return kKinds[static_cast<std::size_t>(kind)].severity; }

void Sink::add(Diagnostic diagnostic) {
  ++(severity(diagnostic.kind) == Severity::error ? errors_ : warnings_);
  if (all_.size() < kMax) {
    all_.push_back(std::move(diagnostic));
  } else {
    ++dropped_;
  }
}

void Sink::sort() {
  std::stable_sort(all_.begin(), all_.end(), [](Diagnostic const& a, Diagnostic const& b) { return a.span < b.span; });
}

}  // namespace hjemmel::diag
