// The names of substance.def in one sorted list, made by the compiler; a name is looked up as it is after folding.
#include "plugins/norway/substance.h"

namespace norway {
namespace {

struct Name {
  std::string_view folded;
  std::string_view canonical;
};

template <std::size_t N>
constexpr std::size_t size_of(std::string_view, std::array<std::string_view, N> const&) {
  return N;
}

// SUBSTANCE(canonical, names…) as a count, and as entries.
#define SUBSTANCE(canonical, ...) +size_of(canonical, std::to_array<std::string_view>({__VA_ARGS__}))
constexpr std::size_t kNameCount = 0
#include "plugins/norway/substance.def"
    ;
#undef SUBSTANCE

constexpr std::array<Name, kNameCount> sorted_names() {
  std::array<Name, kNameCount> names{};
  std::size_t at = 0;
  auto const add = [&](std::string_view canonical, auto const& list) {
    for (std::string_view const one : list) {
      names[at++] = Name{one, canonical};
    }
  };
#define SUBSTANCE(canonical, ...) add(canonical, std::to_array<std::string_view>({__VA_ARGS__}));
#include "plugins/norway/substance.def"
#undef SUBSTANCE
  std::sort(names.begin(), names.end(), [](Name const& a, Name const& b) { return a.folded < b.folded; });
  return names;
}

constexpr std::array<Name, kNameCount> kNames = sorted_names();

constexpr bool each_name_stands_once() {
  return std::adjacent_find(kNames.begin(), kNames.end(),
                            [](Name const& a, Name const& b) { return a.folded == b.folded; }) == kNames.end();
}
static_assert(each_name_stands_once());

struct Folding {
  std::string_view from;
  std::string_view to;
};

// What is more than one byte of UTF-8: capitals, no-break space and hyphen, dashes, and the two forms of a small Greek gamma.
constexpr std::array kFoldings{
    Folding{"Æ", "æ"},     Folding{"Ø", "ø"},     Folding{"Å", "å"}, Folding{"\u00a0", ""},   Folding{"\u2010", ""},
    Folding{"\u2011", ""}, Folding{"\u2013", ""}, Folding{"Γ", "γ"}, Folding{"A\u030a", "å"}, Folding{"a\u030a", "å"}};

// How much of the text is used up.
std::size_t fold_one(std::string_view text, std::string& folded) {
  for (Folding const& one : kFoldings) {
    if (text.starts_with(one.from)) {
      folded += one.to;
      return one.from.size();
    }
  }
  char const letter = text.front();
  if (letter >= 'A' && letter <= 'Z') {
    folded += static_cast<char>(letter - 'A' + 'a');
  } else if (letter != ' ' && letter != '\t' && letter != '-') {
    folded += letter;
  }
  return 1;
}

std::string fold(std::string_view text) {
  std::string folded;
  while (!text.empty()) {
    text.remove_prefix(fold_one(text, folded));
  }
  return folded;
}

}  // namespace

std::optional<std::string> canonical_substance(std::string_view name) {
  std::string const wanted = fold(name);
  auto const* const found = std::lower_bound(kNames.begin(), kNames.end(), std::string_view(wanted),
                                             [](Name const& one, std::string_view text) { return one.folded < text; });
  return found != kNames.end() && found->folded == wanted ? std::optional<std::string>(found->canonical) : std::nullopt;
}

}  // namespace norway
