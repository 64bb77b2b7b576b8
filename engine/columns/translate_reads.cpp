// What an expression reads: facts, fields, parameters, tables, and the elements of lists.
#include <algorithm>

#include "engine/columns/translate.h"

namespace hjemmel::columns {
namespace {

constexpr std::int64_t kMostElements = 10'000;  // of a list whose schema has no cap

}  // namespace

std::uint32_t Translator::fact(std::uint32_t index) {
  auto const& slot = kernel_.slots.scalars[index];
  if (!slot) {
    return kNone;
  }
  std::uint32_t const loaded = nodes_.load(index, kNone, *slot);
  return plan_.facts[index].domain == eval::Domain::boolean ? nodes_.is_set(loaded) : loaded;
}

// An amount of something that may be measured in any unit is open: it can be neither added nor compared.
std::uint32_t Translator::field(std::uint32_t variable, std::uint32_t index) {
  std::uint32_t const list = lists_[variable];
  if (list == kNone || loops_.empty() ||
      loops_.back() != variable) {  // an element of another loop is held against this one's
    return kNone;
  }
  eval::FactPlan const& plan = plan_.facts[list].fields[index];
  auto const& slot = kernel_.slots.fields[list][index];
  if (!slot) {
    return kNone;
  }
  std::uint32_t const loaded = nodes_.load(list, index, *slot);
  if (plan.domain == eval::Domain::boolean) {
    return nodes_.is_set(loaded);
  }
  if (plan.key_field == eval::kNoIndex || !plan_.enums[plan.enumeration].has_any_unit) {
    return loaded;
  }
  auto const& key = kernel_.slots.fields[list][plan.key_field];
  return key ? nodes_.open_where(loaded, nodes_.among(nodes_.load(list, plan.key_field, *key),
                                                      plan_.enums[plan.enumeration].any_unit))
             : kNone;
}

// Without a value it is open within its range; here it is open.
std::uint32_t Translator::parameter(std::uint32_t index) {
  eval::LawParameterPlan const& plan = plan_.parameters[index];
  bool const truth = plan.domain == eval::Domain::boolean;
  if (!plan.value.is_known()) {
    return truth ? nodes_.open_truth() : nodes_.open_number();
  }
  if (plan.domain == eval::Domain::text || plan.value.is_fraction()) {
    return kNone;
  }
  return truth ? nodes_.truth(plan.value.is_true()) : nodes_.constant(plan.value.number());
}

std::uint32_t Translator::class_of(eval::KeyPlan const& plan, std::uint32_t key) {
  key = as_number(key);
  if (plan.by_value) {
    return key;
  }
  std::vector<std::uint32_t> behind;
  for (eval::CutPlan const& cut : plan.cuts) {
    Relation const relation = cut.included ? Relation::greater : Relation::greater_equal;
    behind.push_back(nodes_.compare(relation, key, nodes_.constant(cut.at)));
  }
  return nodes_.count_of(behind);
}

// The one number of a combination of classes.
std::uint32_t Translator::classify(eval::Classifier const& classifier) {
  std::vector<std::uint32_t> keys(classifier.keys.size());
  for (std::size_t at = keys.size(); at-- > 0;) {
    keys[at] = pop();
  }
  std::uint32_t so_far = kNone;
  for (std::size_t at = 0; at < keys.size(); ++at) {
    std::uint32_t const own = class_of(classifier.keys[at], keys[at]);
    if (own == kNone) {
      return kNone;
    }
    std::uint32_t const classes = nodes_.constant(base::Decimal::of(classifier.keys[at].classes));
    so_far = so_far == kNone ? own : nodes_.add(nodes_.multiply(so_far, classes), own);
  }
  return so_far;
}

// Each once, in the order of the rows.
std::vector<std::uint32_t> Translator::row_blocks(std::uint32_t table) const {
  std::vector<std::uint32_t> blocks;
  for (eval::TableEntry const& entry : plan_.tables[table].entries) {
    if (!entry.open_law && std::find(blocks.begin(), blocks.end(), entry.block) == blocks.end()) {
      blocks.push_back(entry.block);
    }
  }
  return blocks;
}

void Translator::begin_rows(std::uint32_t table, Task const& next) {
  tasks_.insert(tasks_.end(), {next, {Task::Kind::rows, table, 0}});
  std::vector<std::uint32_t> const blocks = row_blocks(table);
  std::for_each(blocks.rbegin(), blocks.rend(), [this](std::uint32_t block) { begin_block(block, {}); });
}

// A column of which the schema knows no case where it does not apply: what is open there has a value.
bool Translator::applies_always(std::uint32_t node) const {
  if (node == kNone || nodes_.at(node).op != Op::load) {
    return false;
  }
  Node const& load = nodes_.at(node);
  eval::FactPlan const& fact = plan_.facts[load.a];
  return !(load.b == kNone ? fact : fact.fields[load.b]).may_be_not_applicable;
}

// Rows with constants only: their values by the key's ordinal.
void Translator::end_rows(std::uint32_t table) {
  std::vector<std::uint32_t> const blocks = row_blocks(table);
  std::vector<std::uint32_t> const values(stack_.end() - static_cast<std::ptrdiff_t>(blocks.size()), stack_.end());
  stack_.resize(stack_.size() - blocks.size());
  eval::TablePlan const& plan = plan_.tables[table];
  std::vector<std::optional<base::Decimal>> entries;
  for (eval::TableEntry const& entry : plan.entries) {
    auto const at = std::find(blocks.begin(), blocks.end(), entry.block) - blocks.begin();
    entries.push_back(entry.open_law ? std::nullopt : nodes_.constant_at(values[static_cast<std::size_t>(at)]));
    if (!entry.open_law && !entries.back()) {
      refuse("a row of a table that is no constant");
    }
  }
  std::uint32_t const key = as_number(pop());
  bool const open_amount = plan.is_amount && plan_.enums[plan.enumeration].has_any_unit;
  if (plan.domain == eval::Domain::text || open_amount || !refusal_.empty()) {
    refuse("a table of texts or amounts of any unit");
    return;
  }
  std::uint32_t const value = nodes_.lookup(key, entries, applies_always(key));
  bool const truth = plan.domain == eval::Domain::boolean && value != kNone;
  push(truth ? nodes_.compare(Relation::equal, value, nodes_.constant(base::Decimal::of(1))) : value, "a table");
}

void Translator::begin_loop(std::uint32_t index, Task const& next) {
  eval::Loop const& loop = plan_.loops[index];
  bool const plain = loop.group == eval::kNoIndex && loop.key_field == eval::kNoIndex;
  bool const known = loop.kind <= eval::LoopKind::count;
  if (!plain || !known) {
    refuse("a loop over groups, or one that picks an element");
    return;
  }
  lists_[loop.variable] = loop.fact;
  loops_.push_back(loop.variable);
  tasks_.insert(tasks_.end(), {next, {Task::Kind::loop, index, 0}});
  if (loop.body != eval::kNoIndex && loop.kind != eval::LoopKind::count) {
    begin_block(loop.body, {});
  }
  if (loop.where != eval::kNoIndex) {
    begin_block(loop.where, {});
  }
}

void Translator::end_loop(eval::Loop const& loop) {
  loops_.pop_back();
  bool const counts = loop.kind == eval::LoopKind::count;
  std::uint32_t body = counts ? kNone : pop();
  std::uint32_t const where = loop.where == eval::kNoIndex ? kNone : as_truth(pop());
  bool const totals = loop.kind == eval::LoopKind::total;
  body = totals ? as_number(body) : as_truth(body);
  if ((body == kNone && !counts) || (where == kNone && loop.where != eval::kNoIndex)) {
    refuse("a loop over something else");
    return;
  }
  std::int64_t const cap = plan_.facts[loop.fact].max_items;
  std::int64_t const most = cap == 0 ? kMostElements : cap;
  std::uint32_t node = kNone;
  switch (loop.kind) {
    case eval::LoopKind::every:
      node = nodes_.every(loop.fact, body, where);
      break;
    case eval::LoopKind::some:
      node = nodes_.some(loop.fact, body, where);
      break;
    case eval::LoopKind::no:
      node = nodes_.negation(nodes_.some(loop.fact, body, where));
      break;
    case eval::LoopKind::total:
      node = nodes_.total(loop.fact, body, where, most);
      break;
    default:
      node = nodes_.count(loop.fact, where == kNone ? nodes_.truth(true) : where, most);
      break;
  }
  push(node, "a loop over elements of two lists");
}

}  // namespace hjemmel::columns
