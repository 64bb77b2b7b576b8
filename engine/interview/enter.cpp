// A list may be in its long form, `{value: […], from: police}`, and known in part, `{at_least: […]}`; both are kept.
#include "engine/interview/enter.h"

#include <algorithm>

#include "engine/facts/long_form.h"

namespace hjemmel::interview {
namespace {

using document::Entry;
using document::Node;
using document::NodeKind;

Node* find(Node& node, std::string_view key) {
  auto const found =
      std::find_if(node.entries.begin(), node.entries.end(), [&](Entry const& entry) { return entry.key == key; });
  return found == node.entries.end() ? nullptr : &found->value;
}

Node empty(NodeKind kind) {
  Node node;
  node.kind = kind;
  return node;
}

// The value under `key`, made where there is none.
Node& at(Node& node, std::string_view key, NodeKind kind) {
  if (Node* const found = find(node, key)) {
    return *found;
  }
  node.entries.push_back({std::string(key), {}, empty(kind)});
  return node.entries.back().value;
}

struct Keys {
  std::string_view group;  // empty: the fact stands at the top
  std::string_view name;
};

Keys keys_of(ir::Program const& program, Place const& place) {
  std::string_view const path = program.facts[place.fact].info.name;
  std::size_t const point = path.find('.');
  return point == std::string_view::npos ? Keys{"", path} : Keys{path.substr(0, point), path.substr(point + 1)};
}

Node& fact_node(Node& root, ir::Program const& program, Place const& place, NodeKind kind) {
  Keys const keys = keys_of(program, place);
  Node& group = keys.group.empty() ? root : at(root, keys.group, NodeKind::mapping);
  return at(group, keys.name, kind);
}

// Behind the long form, where it has one.
Node& plain_form(Node& node) {
  Node* const value = facts::is_long_form(node) ? find(node, "value") : nullptr;
  return value == nullptr ? node : *value;
}

std::vector<Node>& elements(Node& list) {
  Node* const least = find(list, "at_least");
  return least == nullptr ? list.items : least->items;
}

}  // namespace

void enter_value(Node& root, ir::Program const& program, Place const& place, Node value) {
  if (!place.is_cell()) {
    fact_node(root, program, place, NodeKind::scalar) = std::move(value);
    return;
  }
  ir::Record const& record = program.records[program.facts[place.fact].info.type.record.index];
  std::vector<Node>& rows = elements(plain_form(fact_node(root, program, place, NodeKind::sequence)));
  if (place.row < rows.size()) {
    at(rows[place.row], record.fields[place.field].info.name, NodeKind::scalar) = std::move(value);
  }
}

void enter_element(Node& root, ir::Program const& program, Place const& place, ElementAnswer answer) {
  Node& list = plain_form(fact_node(root, program, place, NodeKind::sequence));
  std::vector<Node> rows = std::move(elements(list));
  bool const first = rows.empty();
  bool const closes = answer == ElementAnswer::no;
  if (first && !closes && answer != ElementAnswer::yes) {
    list = empty(NodeKind::scalar);
    list.text = answer == ElementAnswer::unknown ? "unknown" : "not_applicable";
    return;
  }
  if (answer == ElementAnswer::yes) {
    rows.push_back(empty(NodeKind::mapping));
  }
  Node told = empty(NodeKind::sequence);
  told.items = std::move(rows);
  if (closes) {
    list = std::move(told);
    return;
  }
  list = empty(NodeKind::mapping);
  list.entries.push_back({"at_least", {}, std::move(told)});
}

bool has_entry(Node const& root, ir::Program const& program, Place const& place) {
  Keys const keys = keys_of(program, place);
  Node const* const group = keys.group.empty() ? &root : root.find(keys.group);
  return group != nullptr && group->find(keys.name) != nullptr;
}

}  // namespace hjemmel::interview
