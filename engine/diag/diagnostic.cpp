// The registry of kinds, read from diag_kind.def, and the sink.
#include "engine/diag/diagnostic.h"

#include <algorithm>
#include <array>
#include <numeric>

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

struct KindHelp {
  std::string_view name;
  std::string_view text;
};

constexpr std::array kHelp{
#define HELP(name, text) KindHelp{#name, text},
#include "engine/diag/kind_help.def"
#undef HELP
};

}  // namespace

std::string_view kind_help(Kind kind) {
  auto const at =
      std::find_if(kHelp.begin(), kHelp.end(), [&](KindHelp const& one) { return one.name == kind_name(kind); });
  return at == kHelp.end() ? "" : at->text;
}

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

void Sink::add_all(Sink const& other) {
  errors_ += other.errors_;
  warnings_ += other.warnings_;
  dropped_ += other.dropped_;
  for (Diagnostic const& one : other.all_) {
    if (all_.size() < kMax) {
      all_.push_back(one);
    } else {
      ++dropped_;
    }
  }
}

void Sink::sort() {
  // Not std::stable_sort: libstdc++ 12 calls there what it has itself deprecated.
  std::vector<std::size_t> order(all_.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
    return all_[a].span != all_[b].span ? all_[a].span < all_[b].span : a < b;
  });
  std::vector<Diagnostic> sorted;
  sorted.reserve(all_.size());
  for (std::size_t const at : order) {
    sorted.push_back(std::move(all_[at]));
  }
  all_ = std::move(sorted);
}

}  // namespace hjemmel::diag
