// Facts, then lists, then fields.
#include "engine/native/row_reads.h"

#include <algorithm>
#include <set>

namespace hjemmel::native {
namespace {

using columns::kNone;
using columns::Op;

template <class T>
std::size_t place_in(std::vector<T> const& all, T const& one) {
  return static_cast<std::size_t>(std::lower_bound(all.begin(), all.end(), one) - all.begin());
}

}  // namespace

RowReads reads_of(columns::Kernel const& kernel, std::vector<std::uint32_t> const& nodes) {
  std::set<std::uint32_t> facts;
  std::set<std::uint32_t> lists;
  std::set<Read> fields;
  for (std::uint32_t const index : nodes) {
    columns::Node const& node = kernel.nodes[index];
    if (node.op == Op::every || node.op == Op::total || node.op == Op::count) {
      lists.insert(static_cast<std::uint32_t>(node.k));
    }
    if (node.op == Op::load && node.list == kNone) {
      facts.insert(node.a);
    } else if (node.op == Op::load) {
      fields.insert({node.a, node.b});
    }
  }
  return {{facts.begin(), facts.end()}, {lists.begin(), lists.end()}, {fields.begin(), fields.end()}};
}

std::size_t RowReads::fact_at(std::uint32_t fact) const { return place_in(facts, fact); }

std::size_t RowReads::list_at(std::uint32_t list) const { return facts.size() + kPlacesOfList * place_in(lists, list); }

std::size_t RowReads::field_at(Read const& field) const {
  return facts.size() + kPlacesOfList * lists.size() + place_in(fields, field);
}

std::optional<std::vector<std::uint32_t>> places_of(RowReads const& reads, rows::Layout const& layout) {
  std::vector<std::uint32_t> places;
  bool whole = true;
  for (std::uint32_t const fact : reads.facts) {
    places.push_back(layout.scalars[fact].offset);
    whole = whole && places.back() != kNone;
  }
  for (std::uint32_t const fact : reads.lists) {
    rows::ListPlace const& list = layout.lists[fact];
    places.insert(places.end(), {list.count, static_cast<std::uint32_t>(list.count_width), list.elements,
                                 list.by_pointer ? 1U : 0U, list.stride, list.readable});
    whole = whole && list.count != kNone;
  }
  for (Read const& read : reads.fields) {
    rows::ListPlace const& list = layout.lists[read.fact];
    rows::FieldPlace const field = read.field < list.fields.size() ? list.fields[read.field] : rows::FieldPlace{};
    places.push_back(field.offset);
    whole = whole && field.offset != kNone && field.open == kNone;
  }
  return whole ? std::optional(std::move(places)) : std::nullopt;
}

std::vector<std::uint32_t> opens_of(RowReads const& reads, rows::Layout const& layout) {
  std::vector<std::uint32_t> opens;
  for (std::uint32_t const fact : reads.facts) {
    opens.push_back(layout.scalars[fact].open);
  }
  for (std::uint32_t const list : reads.lists) {
    opens.push_back(layout.lists[list].open);
  }
  std::erase(opens, kNone);
  std::sort(opens.begin(), opens.end());
  opens.erase(std::unique(opens.begin(), opens.end()), opens.end());
  return opens;
}

}  // namespace hjemmel::native
