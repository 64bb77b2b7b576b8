// One walk over the bytes. Every function looks at the record's end before it reads a byte, and gives up at the first doubt.
#include "engine/records/record_scanner.h"

#include <algorithm>
#include <bit>

namespace hjemmel::records {
namespace {

using columns::Block;
using columns::Column;

// False where it was seen before.
bool mark(std::vector<std::uint64_t>& seen, std::uint32_t bit) {
  std::uint64_t const one = std::uint64_t{1} << (bit % 64);
  std::uint64_t& word = seen[bit / 64];
  bool const first = (word & one) == 0;
  word |= one;
  return first;
}

bool has(std::vector<std::uint64_t> const& seen, std::uint32_t bit) { return (seen[bit / 64] >> (bit % 64) & 1U) != 0; }

// Calls `open` with each bit below `size` that was not seen.
template <class Open>
void each_unseen(std::vector<std::uint64_t> const& seen, std::uint32_t size, Open open) {
  for (std::uint32_t first = 0; first < size; first += 64) {
    std::uint64_t const all = size - first >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (size - first)) - 1;
    for (std::uint64_t unseen = all & ~seen[first / 64]; unseen != 0; unseen &= unseen - 1) {
      open(first + static_cast<std::uint32_t>(std::countr_zero(unseen)));
    }
  }
}

std::size_t most_fields(eval::Plan const& plan) {
  std::size_t most = 0;
  for (eval::FactPlan const& fact : plan.facts) {
    most = std::max(most, fact.fields.size());
  }
  return most;
}

}  // namespace

RecordScanner::RecordScanner(ir::Program const& program, eval::Plan const& plan, columns::Slots const& slots)
    : layout_(program, plan, slots),
      values_(program, most_fields(plan)),
      seen_((layout_.facts.size() + layout_.groups.size()) / 64 + 1),
      seen_fields_(most_fields(plan) / 64 + 1) {}

bool RecordScanner::scan(std::string_view record, Block& block) {
  std::uint32_t const row = columns::add_row(block);
  end_ = record.data() + record.size();
  values_.begin(end_);
  bool const good = record.size() <= kLongestScanned && scan_root(record.data(), block) == end_ && !record.empty();
  if (!good) {
    columns::set_irregular(block, row);
  }
  return good;
}

inline char const* RecordScanner::skip_blank(char const* at) const {
  while (at < end_ && *at <= ' ' && (*at == ' ' || *at == '\t' || *at == '\n')) {
    ++at;
  }
  return at;
}

// Behind the opening quote of a key; gives where its value begins. `key` is the one that is expected, and then the one that was found.
inline char const* RecordScanner::scan_key(char const* at, Object const& object, std::uint32_t& key) const {
  std::string const& expected = object.keys[key].text;
  bool const as_expected =
      static_cast<std::size_t>(end_ - at) >= expected.size() && same_bytes(at, expected.data(), expected.size());
  return as_expected ? skip_blank(at + expected.size()) : find_key(at, object, key);
}

char const* RecordScanner::find_key(char const* at, Object const& object, std::uint32_t& key) const {
  char const* const quote = find_quote(at, end_);
  std::uint32_t const found = quote == end_ ? Names::kNone : object.names.find(at, quote, end_);
  if (found == Names::kNone) {
    return nullptr;
  }
  key = found;
  at = skip_blank(quote + 1);
  return is(at, ':') ? skip_blank(at + 1) : nullptr;
}

// Behind a value: behind the opening quote of the next key, or behind the closing brace, which `ended` tells.
inline char const* RecordScanner::scan_comma(char const* at, bool& ended) const {
  if (end_ - at >= 2 && at[0] == ',' && at[1] == '"') {
    return at + 2;
  }
  at = skip_blank(at);
  ended = is(at, '}');
  if (ended || !is(at, ',')) {
    return ended ? at + 1 : nullptr;
  }
  at = skip_blank(at + 1);
  return is(at, '"') ? at + 1 : nullptr;
}

// Behind the opening brace. `value` gives where the value of a key ends.
template <class Value>
inline char const* RecordScanner::scan_members(char const* at, Object& object, Value value) {
  at = skip_blank(at);
  if (is(at, '}')) {
    return at + 1;
  }
  if (object.keys.empty() || !is(at, '"')) {
    return nullptr;
  }
  ++at;
  std::uint32_t* expected = &object.first;
  for (bool ended = false; at != nullptr && !ended;) {
    at = scan_key(at, object, *expected);
    if (at != nullptr) {
      Key& key = object.keys[*expected];
      expected = &key.next;
      at = value(at, key);
    }
    at = at == nullptr ? nullptr : scan_comma(at, ended);
  }
  return at;
}

char const* RecordScanner::scan_root(char const* at, Block& block) {
  std::fill(seen_.begin(), seen_.end(), 0);
  at = skip_blank(at);
  if (!is(at, '{')) {
    return nullptr;
  }
  auto const fact = [&](char const* value, Key& key) {
    return mark(seen_, key.bit) ? scan_fact(value, key.place, block) : nullptr;
  };
  at = scan_members(at + 1, layout_.root, [&](char const* value, Key& key) -> char const* {
    if (key.place.form != Form::group) {
      return fact(value, key);
    }
    return mark(seen_, key.bit) && is(value, '{') ? scan_members(value + 1, layout_.groups[key.place.index], fact)
                                                  : nullptr;
  });
  if (at != nullptr) {
    open_unseen(block, block.rows - 1);
    at = skip_blank(at);
  }
  return at;
}

void RecordScanner::open_unseen(Block& block, std::uint32_t row) const {
  each_unseen(seen_, static_cast<std::uint32_t>(layout_.facts.size()), [&](std::uint32_t fact) {
    if (layout_.facts[fact].form == Form::list) {
      columns::set_list_open(block, fact, row);
    } else if (layout_.facts[fact].has_column) {
      block.scalars[fact].set_open(row);
    }
  });
}

inline char const* RecordScanner::scan_fact(char const* at, Place& place, Block& block) {
  return place.form == Form::list
             ? scan_list(at, place.index, block)
             : values_.scan(at, place, layout_.enumerations.data(), {block.scalars[place.index], block.rows - 1});
}

char const* RecordScanner::scan_list(char const* at, std::uint32_t fact, Block& block) {
  constexpr std::string_view kUnknown = "\"unknown\"";
  if (static_cast<std::size_t>(end_ - at) >= kUnknown.size() && same_bytes(at, kUnknown.data(), kUnknown.size())) {
    columns::set_list_open(block, fact, block.rows - 1);
    return at + kUnknown.size();
  }
  if (!is(at, '[')) {
    return nullptr;
  }
  at = skip_blank(at + 1);
  return is(at, ']') ? at + 1 : scan_rows(at, fact, block);
}

char const* RecordScanner::scan_rows(char const* at, std::uint32_t fact, Block& block) {
  Row& row = layout_.rows[fact];
  for (std::uint32_t count = 1; count <= row.most && is(at, '{'); ++count) {
    at = scan_row(at + 1, row, block.lists[fact], columns::add_element(block, fact));
    if (at == nullptr || is(at = skip_blank(at), ']')) {
      return at == nullptr ? nullptr : at + 1;
    }
    if (!is(at, ',')) {
      return nullptr;
    }
    at = skip_blank(at + 1);
  }
  return nullptr;
}

char const* RecordScanner::scan_row(char const* at, Row& row, columns::ListColumn& list, std::uint32_t element) {
  std::fill(seen_fields_.begin(), seen_fields_.end(), 0);
  at = scan_members(at, row.fields, [&](char const* value, Key& key) {
    return mark(seen_fields_, key.bit)
               ? values_.scan(value, key.place, layout_.enumerations.data(), {list.fields[key.place.index], element})
               : nullptr;
  });
  if (at == nullptr) {
    return nullptr;
  }
  each_unseen(seen_fields_, static_cast<std::uint32_t>(list.fields.size()), [&](std::uint32_t field) {
    if (list.fields[field].values.size() > 0) {
      list.fields[field].set_open(element);
    }
  });
  return amounts_fit(row, list, element) ? at : nullptr;
}

// An amount must be measured in what its key is measured in. Where that is not known, or any unit will do, a column cannot hold it.
bool RecordScanner::amounts_fit(Row const& row, columns::ListColumn const& list, std::uint32_t element) const {
  return std::all_of(row.amounts.begin(), row.amounts.end(), [&](Amount const& amount) {
    if (list.fields[amount.field].open[element] != 0) {
      return true;
    }
    Column const& key = list.fields[amount.key_field];
    if (!has(seen_fields_, amount.key_field) || key.open[element] != 0) {
      return false;
    }
    base::Dimension const of_key = layout_.measured[amount.enumeration][static_cast<std::size_t>(key.get(element))];
    return of_key != base::kNoDimension && of_key == values_.measured(amount.field);
  });
}

}  // namespace hjemmel::records
