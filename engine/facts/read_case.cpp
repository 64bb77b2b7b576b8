// Walks the keys of a facts document along the paths of the fact schema.
#include "engine/facts/read_case.h"

#include <map>

#include "engine/base/nearest_name.h"
#include "engine/facts/list.h"
#include "engine/facts/long_form.h"
#include "engine/facts/read_value.h"
#include "engine/facts/reading.h"

namespace hjemmel::facts {
namespace {

using diag::Kind;
using document::Node;
using document::NodeKind;

// The facts by the keys of a document: `case` -> `act_date` -> its place; facts without a group stand under the empty group.
using Names = std::map<std::string, std::uint32_t, std::less<>>;
using Groups = std::map<std::string, Names, std::less<>>;

Groups group_facts(ir::Program const& program) {
  Groups groups;
  for (std::uint32_t at = 0; at < program.facts.size(); ++at) {
    if (!program.facts[at].open_law.empty()) {
      continue;  // no fact of a case
    }
    std::string const& path = program.facts[at].info.name;
    std::size_t const point = path.find('.');
    bool const grouped = point != std::string::npos;
    groups[grouped ? path.substr(0, point) : ""].emplace(grouped ? path.substr(point + 1) : path, at);
  }
  return groups;
}

// Every key that a document may have at this place, in alphabetical order.
std::vector<std::string> keys_at(Groups const& groups, std::string const& group) {
  std::vector<std::string> keys;
  if (group.empty()) {
    for (auto const& [name, facts] : groups) {
      if (!name.empty()) {
        keys.push_back(name);
      }
    }
  }
  if (auto const found = groups.find(group); found != groups.end()) {
    for (auto const& [name, fact] : found->second) {
      keys.push_back(name);
    }
  }
  return keys;
}

// `birth_date` under `case`, or `case.act_date` in one: the place where the key belongs; empty when no fact has that name.
std::string belongs_under(Groups const& groups, std::string_view key) {
  std::size_t const point = key.find('.');
  std::string_view const leaf = point == std::string_view::npos ? key : key.substr(point + 1);
  for (auto const& [group, names] : groups) {
    bool const right_group = point == std::string_view::npos || group == key.substr(0, point);
    if (right_group && names.find(leaf) != names.end()) {
      return group.empty() ? "`" + std::string(leaf) + "` belongs at the top level"
                           : "`" + std::string(leaf) + "` belongs under `" + group + "`";
    }
  }
  return "";
}

void report_key(document::Entry const& entry, Groups const& groups, std::string const& group, diag::Sink& sink) {
  std::vector<std::string> const keys = keys_at(groups, group);
  std::string help = belongs_under(groups, entry.key);
  std::string const nearest = base::nearest_name(entry.key, keys);
  if (help.empty()) {
    help = nearest.empty() ? "the fact schema has " + one_of(keys) + " here" : "did you mean `" + nearest + "`?";
  }
  std::string const where =
      group.empty() ? " is not a fact of this package's fact schema" : " is not a key of `" + group + "`";
  sink.add(Kind::fact_unknown_key, entry.key_span, quote(entry.key) + where, help);
}

// The value of one fact without its long form.
void read_plain(Node const& node, std::uint32_t fact, Slot const& slot, Reading& reading) {
  if (slot.info.type.kind == ir::TypeKind::list) {
    if (auto list = read_list(node, fact, reading)) {
      reading.facts.lists[fact] = *std::move(list);
    }
    return;
  }
  if (auto const value = read_value(node, slot, reading)) {
    reading.facts.scalars[fact] = *value;
  }
}

void read_fact(Node const& node, std::uint32_t fact, Reading& reading) {
  ir::FactInfo const& info = reading.program.facts[fact].info;
  Slot const slot{info, info.name};
  if (!is_long_form(node)) {
    return read_plain(node, fact, slot, reading);
  }
  auto form = read_long_form(node, slot, reading.sink);
  if (!form) {
    return;
  }
  read_plain(*form->value, fact, slot, reading);
  bool const judged = may_judge(fact, kWholeFact, slot, *form, reading);
  if (judged && !became_known_later(*form, reading)) {
    form->origin.fact = fact;
    reading.facts.origins.push_back(std::move(form->origin));
    return;
  }
  reading.facts.scalars[fact] = eval::Value{};
  if (info.type.kind == ir::TypeKind::list) {
    reading.facts.lists[fact] = empty_case(reading.program).lists[fact];
  }
}

void read_group(document::Entry const& group, Groups const& groups, Names const& names, Reading& reading) {
  if (group.value.kind != NodeKind::mapping) {
    std::vector<std::string> const keys = keys_at(groups, group.key);
    reading.sink.add(
        Kind::fact_wrong_form, group.value.span, "`" + group.key + "` holds facts by their names",
        keys.empty() ? "" : "write `" + keys.front() + ": …` and the like under it, or leave `" + group.key + "` out");
    return;
  }
  for (document::Entry const& entry : group.value.entries) {
    if (auto const found = names.find(entry.key); found != names.end()) {
      read_fact(entry.value, found->second, reading);
    } else {
      report_key(entry, groups, group.key, reading.sink);
    }
  }
}

void read_entry(document::Entry const& entry, Groups const& groups, Reading& reading) {
  auto const group = entry.key.empty() ? groups.end() : groups.find(entry.key);
  if (group != groups.end()) {
    return read_group(entry, groups, group->second, reading);
  }
  if (auto const top = groups.find(""); top != groups.end()) {
    if (auto const fact = top->second.find(entry.key); fact != top->second.end()) {
      return read_fact(entry.value, fact->second, reading);
    }
  }
  report_key(entry, groups, "", reading.sink);
}

}  // namespace

eval::Case empty_case(ir::Program const& program) {
  eval::Case facts;
  facts.scalars.resize(program.facts.size());
  facts.lists.resize(program.facts.size());
  for (std::size_t at = 0; at < program.facts.size(); ++at) {
    ir::Type const& type = program.facts[at].info.type;
    if (type.kind == ir::TypeKind::list) {
      facts.lists[at].fields = static_cast<std::uint32_t>(program.records[type.record.index].fields.size());
    }
  }
  return facts;
}

void fill_decision_date(eval::Case& facts, ir::Program const& program, base::Date at) {
  eval::Value& value = facts.scalars[program.decided_on.index];
  if (value.state == eval::State::not_asked) {
    value = eval::Value::known(base::Decimal::of(at.days));
    facts.origins.push_back({program.decided_on.index, "", "", "given with the question"});
  }
}

std::optional<eval::Case> read_case(Node const& root, ir::Program const& program, diag::Sink& sink,
                                    std::optional<base::Date> as_known_on) {
  Groups const groups = group_facts(program);
  if (root.kind != NodeKind::mapping) {
    sink.add(Kind::fact_wrong_form, root.span, "the facts are not written as keys with values",
             "write " + one_of(keys_at(groups, "")) + ", a colon, and the facts under it");
    return std::nullopt;
  }
  std::size_t const errors_before = sink.errors();
  eval::Case facts = empty_case(program);
  Reading reading{program, sink, facts, as_known_on};
  for (document::Entry const& entry : root.entries) {
    read_entry(entry, groups, reading);
  }
  return sink.errors() == errors_before ? std::optional(std::move(facts)) : std::nullopt;
}

}  // namespace hjemmel::facts
