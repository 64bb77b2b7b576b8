// Each fact gets the form that is read fastest: flags together, a row for each number, cuts that are counted in lanes, or one by one.
#include "engine/rows/fact_words.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace hjemmel::rows {
namespace {

constexpr std::uint32_t kBitsOfWord = 64;
constexpr std::uint32_t kFlagsAtOnce = 8;
constexpr std::size_t kFewestLanes = 3;    // of a window
constexpr std::size_t kMostLaneCuts = 16;  // of one fact in it
constexpr std::size_t kWordsOfVector = 4;
constexpr std::uint32_t kNearBytes = sizeof(std::int32_t);
constexpr std::uint32_t kWindowBytes = kLanes * kNearBytes;

// Where a truth may change: from the number below to this one.
void add_cuts(FactTruth const& truth, std::vector<std::int64_t>& cuts) {
  if (truth.between) {
    cuts.push_back(static_cast<std::int64_t>(truth.low));
    cuts.push_back(static_cast<std::int64_t>(truth.low + truth.span + 1));
    return;
  }
  for (std::uint32_t bit = 0; bit <= kBitsOfWord; ++bit) {
    cuts.push_back(static_cast<std::int64_t>(truth.low + bit));
  }
}

// One or two words, or whole vectors.
std::size_t padded(std::size_t words) {
  return words <= 2 ? std::max<std::size_t>(words, 1) : (words + kWordsOfVector - 1) / kWordsOfVector * kWordsOfVector;
}

}  // namespace

FactWords::FactWords(std::vector<std::uint64_t> start, Extent extent)
    : start_(std::move(start)), extent_(extent), words_(padded(start_.size())) {
  start_.resize(words_);
  rows_.assign(words_, 0);  // the first row: nothing
}

bool FactWords::charge(std::size_t rows) {
  std::size_t const more = rows * words_ * sizeof(std::uint64_t);
  if (bytes_ + more > kMostRowBytes) {
    return false;
  }
  bytes_ += more;
  return true;
}

bool FactWords::add(std::uint32_t offset, Width width, std::span<FactTruth const> truths) {
  columns::WidthRange const range = range_of(width);
  std::vector<std::int64_t> cuts;
  for (FactTruth const& truth : truths) {
    add_cuts(truth, cuts);
  }
  std::erase_if(cuts, [range](std::int64_t cut) { return cut <= range.least || cut > range.most; });
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  Fact fact{offset, width, {}, row_at(range.least, truths)};
  for (std::int64_t const cut : cuts) {
    std::vector<std::uint64_t> const row = row_at(cut, truths);
    bool const changes = !std::equal(row.rbegin(), row.rend(), fact.rows.rbegin());
    if (changes) {
      fact.cuts.push_back(cut);
      fact.rows.insert(fact.rows.end(), row.begin(), row.end());
    }
  }
  if (fact.cuts.size() >= kMostClasses || !charge(fact.cuts.size() + 1)) {
    return false;
  }
  facts_.push_back(std::move(fact));
  return true;
}

std::vector<std::uint64_t> FactWords::row_at(std::int64_t x, std::span<FactTruth const> truths) const {
  std::vector<std::uint64_t> row(words_);
  for (FactTruth const& truth : truths) {
    row[truth.word] |= truth.holds(x) ? truth.bit : 0;
  }
  return row;
}

std::uint64_t const* FactWords::row_of(Fact const& fact, std::int64_t x) const {
  auto const behind = std::upper_bound(fact.cuts.begin(), fact.cuts.end(), x) - fact.cuts.begin();
  return fact.rows.data() + static_cast<std::size_t>(behind) * words_;
}

// Where it is, in words.
std::uint32_t FactWords::add_row(std::uint64_t const* row) {
  auto const at = static_cast<std::uint32_t>(rows_.size());
  rows_.insert(rows_.end(), row, row + words_);
  return at;
}

void FactWords::finish() {
  std::sort(facts_.begin(), facts_.end(), [](Fact const& a, Fact const& b) { return a.offset < b.offset; });
  place_flags();
  std::erase_if(facts_, [this](Fact const& fact) { return place_direct(fact); });
  place_lanes();
  for (Fact const& fact : facts_) {
    place_counted(fact);
  }
  facts_.clear();
  finish_view();
}

// Bytes of which only counts whether they are 0, as many together as a table may have rows for.
void FactWords::place_flags() {
  std::uint32_t most = 1;
  while (most < kFlagsAtOnce && (std::size_t{2} << most) * words_ * sizeof(std::uint64_t) <= kMostDirectBytes) {
    ++most;
  }
  auto const is_flag = [](Fact const& fact) {
    return fact.width == Width::u8 && fact.cuts.size() == 1 && fact.cuts.front() == 1;
  };
  if (extent_.end < extent_.first + kFlagsAtOnce) {
    return;  // eight bytes are read at once
  }
  std::vector<Fact> flags;
  std::copy_if(facts_.begin(), facts_.end(), std::back_inserter(flags), is_flag);
  std::erase_if(facts_, is_flag);
  for (auto at = flags.begin(); at != flags.end();) {
    auto const end = std::find_if(at, flags.end(), [&](Fact const& one) { return one.offset - at->offset >= most; });
    std::vector<Fact> const group(at, end);
    std::size_t const rows = std::size_t{1} << (group.back().offset - group.front().offset + 1);
    if (group.size() > 1 && charge(rows)) {
      place_group(group);
    } else {
      facts_.insert(facts_.end(), group.begin(), group.end());
    }
    at = end;
  }
}

void FactWords::place_group(std::vector<Fact> const& group) {
  std::uint32_t const first = group.front().offset;
  FlagsPlace place;
  place.offset = std::min(first, extent_.end - kFlagsAtOnce);
  place.shift = kBitsOfWord - kFlagsAtOnce + (first - place.offset);
  place.first = static_cast<std::uint32_t>(rows_.size());
  for (Fact const& fact : group) {
    place.used |= std::uint64_t{0x80} << (8 * (fact.offset - place.offset));
  }
  std::size_t const sets = std::size_t{1} << (group.back().offset - first + 1);
  for (std::size_t set = 0; set < sets; ++set) {
    std::vector<std::uint64_t> row(words_);
    for (Fact const& fact : group) {
      std::uint64_t const* const own = row_of(fact, static_cast<std::int64_t>(set >> (fact.offset - first) & 1U));
      for (std::size_t word = 0; word < words_; ++word) {
        row[word] |= own[word];
      }
    }
    (void)add_row(row.data());
  }
  flags_.push_back(place);
}

bool FactWords::place_direct(Fact const& fact) {
  if (fact.width == Width::i64) {
    return false;
  }
  std::int64_t const most = fact.cuts.empty() ? 0 : fact.cuts.back();
  std::int64_t const least = fact.width == Width::u8 || fact.cuts.empty() ? 0 : fact.cuts.front() - 1;
  auto const rows = static_cast<std::size_t>(most - least + 1);
  if (rows * words_ * sizeof(std::uint64_t) > kMostDirectBytes || !charge(rows)) {
    return false;
  }
  DirectPlace const place{static_cast<std::int64_t>(rows_.size()) - least * static_cast<std::int64_t>(words_),
                          fact.offset, static_cast<std::int32_t>(least), static_cast<std::int32_t>(most)};
  for (std::int64_t x = least; x <= most; ++x) {
    (void)add_row(row_of(fact, x));
  }
  direct_[static_cast<std::size_t>(fact.width)].push_back(place);
  return true;
}

// Numbers of 32 bits, window by window.
void FactWords::place_lanes() {
  auto const fits = [](Fact const& fact) { return fact.width == Width::i32 && fact.cuts.size() <= kMostLaneCuts; };
  std::vector<Fact> near;
  std::copy_if(facts_.begin(), facts_.end(), std::back_inserter(near), fits);
  std::erase_if(facts_, fits);
  std::vector<Fact> left;
  while (!near.empty()) {
    if (!place_window(near)) {
      left.push_back(near.front());
      near.erase(near.begin());
    }
  }
  facts_.insert(facts_.end(), left.begin(), left.end());
}

// Those that lie in one window with the first; they are taken out. False where it is not worth one.
bool FactWords::place_window(std::vector<Fact>& near) {
  std::uint32_t begin = near.front().offset;
  while (begin + kWindowBytes > extent_.end && begin >= extent_.first + kNearBytes) {
    begin -= kNearBytes;
  }
  auto const is_in = [begin](Fact const& fact) {
    return fact.offset < begin + kWindowBytes && (fact.offset - begin) % kNearBytes == 0;
  };
  auto const count = static_cast<std::size_t>(std::count_if(near.begin(), near.end(), is_in));
  if (begin + kWindowBytes > extent_.end || count < kFewestLanes) {
    return false;
  }
  LanesPlace place;
  place.offset = begin;
  place.cuts = static_cast<std::uint32_t>(lane_cuts_.size());
  for (Fact const& fact : near) {
    if (!is_in(fact)) {
      continue;
    }
    std::size_t const lane = (fact.offset - begin) / kNearBytes;
    place.first[lane] = static_cast<std::int32_t>(rows_.size() / words_);
    rows_.insert(rows_.end(), fact.rows.begin(), fact.rows.end());
    for (std::size_t cut = 0; cut < fact.cuts.size(); ++cut) {
      std::size_t const at = place.cuts + cut * kLanes;
      lane_cuts_.resize(std::max(lane_cuts_.size(), at + kLanes), INT32_MAX);
      lane_cuts_[at + lane] = static_cast<std::int32_t>(fact.cuts[cut] - 1);
    }
  }
  place.cuts_end = static_cast<std::uint32_t>(lane_cuts_.size());
  lanes_.push_back(place);
  std::erase_if(near, is_in);
  return true;
}

void FactWords::place_counted(Fact const& fact) {
  auto const cuts = static_cast<std::uint32_t>(cuts_.size());
  std::transform(fact.cuts.begin(), fact.cuts.end(), std::back_inserter(cuts_),
                 [](std::int64_t cut) { return cut - 1; });
  cuts_.resize((cuts_.size() + kFarLanes - 1) / kFarLanes * kFarLanes, INT64_MAX);
  counted_.push_back({fact.offset, fact.width, cuts, static_cast<std::uint32_t>(cuts_.size()),
                      static_cast<std::uint32_t>(rows_.size())});
  rows_.insert(rows_.end(), fact.rows.begin(), fact.rows.end());
}

void FactWords::finish_view() {
  view_.rows = rows_.data();
  view_.start = start_.data();
  view_.words = words_;
  view_.flags = flags_.data();
  view_.flags_end = flags_.data() + flags_.size();
  for (std::size_t width = 0; width < direct_.size(); ++width) {
    view_.direct[width] = direct_[width].data();
    view_.direct_end[width] = direct_[width].data() + direct_[width].size();
  }
  view_.counted = counted_.data();
  view_.counted_end = counted_.data() + counted_.size();
  view_.lanes = lanes_.data();
  view_.lanes_end = lanes_.data() + lanes_.size();
  view_.cuts = cuts_.data();
  view_.lane_cuts = lane_cuts_.data();
}

}  // namespace hjemmel::rows
