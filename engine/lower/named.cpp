// A hash of the letters, and a comparison with what has the same one.
#include "engine/lower/named.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace hjemmel::lower {
namespace {

constexpr std::uint64_t kMix = 0x9e3779b97f4a7c15;

template <class Word>
std::uint64_t word_at(char const* at) {
  Word word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

// Most names are short: their first and last bytes are all of them.
std::uint64_t hash_of_text(std::string_view text) {
  std::size_t const size = text.size();
  char const* const end = text.data() + size;
  std::uint64_t first = size;
  std::uint64_t last = 0;
  if (size > 16) {
    first ^= std::hash<std::string_view>()(text);
  } else if (size >= 8) {
    first ^= word_at<std::uint64_t>(text.data()) * kMix;
    last = word_at<std::uint64_t>(end - 8);
  } else if (size >= 4) {
    first ^= word_at<std::uint32_t>(text.data()) << 32U;
    last = word_at<std::uint32_t>(end - 4);
  } else if (size > 0) {
    first ^= word_at<std::uint8_t>(text.data()) << 16U;
    last = word_at<std::uint8_t>(end - 1) | word_at<std::uint8_t>(text.data() + size / 2) << 8U;
  }
  std::uint64_t const mixed = (first ^ first >> 32U ^ last) * kMix;
  return mixed ^ mixed >> 32U;
}

}  // namespace

eval::Words Namer::name(std::string_view name) {
  auto const found =
      numbered_.find_or_add(hash_of_text(name), [&](std::uint32_t number) { return text_of(names_[number]) == name; });
  if (found.is_new) {
    names_.push_back(new_name(name));
  }
  return names_[found.number];
}

eval::Words Namer::new_name(std::string_view name) {
  eval::Words const made{static_cast<std::uint32_t>(words_.size()), static_cast<std::uint32_t>(name.size())};
  words_ += name;
  return made;
}

eval::Citations named(ir::Program const& program, ir::Citations const& citations) {
  eval::Citations named;
  named.reserve(citations.size());
  for (ir::Citation const& citation : citations) {
    eval::OutcomeCitation& made = named.emplace_back();
    if (citation.source.has_value()) {
      made.source = program.sources[citation.source.index].name;
    }
    made.place = citation.place;
    made.catalogue = citation.catalogue;
  }
  return named;
}

eval::Shared<eval::Citations> Citer::shared(ir::Citations const& citations) {
  if (citations.empty()) {
    return {};
  }
  for (std::uint32_t const likely : {last_ + 1, last_}) {
    if (likely < met_.size() && same(*met_[likely], citations)) {
      last_ = likely;
      return {likely};
    }
  }
  auto const found =
      numbered_.find_or_add(hash_of(citations), [&](std::uint32_t number) { return same(*met_[number], citations); });
  if (found.is_new) {
    lists_.push_back(named(program_, citations));
    met_.push_back(&citations);
  }
  last_ = found.number;
  return {last_};
}

std::uint64_t Citer::hash_of(ir::Citations const& citations) {
  std::uint64_t hash = citations.size();
  for (ir::Citation const& citation : citations) {
    hash = (hash ^ hash_of_text(citation.place)) * kMix + citation.source.index;
    for (std::string const& entry : citation.catalogue) {
      hash = (hash ^ hash_of_text(entry)) * kMix;
    }
    hash ^= hash >> 32U;
  }
  return hash;
}

bool Citer::same(ir::Citations const& known, ir::Citations const& asked) {
  return &*known == &*asked || std::equal(known.begin(), known.end(), asked.begin(), asked.end(),
                                          [](ir::Citation const& left, ir::Citation const& right) {
                                            return left.source == right.source && left.place == right.place &&
                                                   left.catalogue == right.catalogue;
                                          });
}

}  // namespace hjemmel::lower
