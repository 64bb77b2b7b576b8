// An entry is `NAME: {nb: …, en: …}`, or, for what can be true or false, a mapping of `label`, `if_true` and `if_false`.
#include "engine/package/labels.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/package/mapping.h"

namespace hjemmel::package {
namespace {

using diag::Kind;
using document::Entry;
using document::Node;

constexpr std::array<std::string_view, 2> kLanguages{"nb", "en"};
constexpr std::array<std::string_view, 3> kForms{"label", "if_true", "if_false"};

// Every name that explanations may have to say, places of citations and reasons that the rules give included. The labels of facts
// stand in the fact schema, those of options and units where they are declared.
class NameCollector {
 public:
  explicit NameCollector(ir::Program const& program) : program_(program) {}

  std::set<std::string> run() {
    add_named(program_.sources);
    add_named(program_.tables);
    add_named(program_.definitions);
    add_named(program_.parameters);
    add_named(program_.decisions);
    add_named(program_.services);
    for (ir::Condition const& condition : program_.conditions) {
      names_.insert(condition.name);
      add_named(condition.parameters);
    }
    for (ir::Enum const& one : program_.enums) {
      for (ir::EnumValue const& value : one.values) {
        names_.insert(value.name);
        add(value.authorities);
        add_named(value.parameters);
      }
    }
    for (ir::Reading const& reading : program_.readings) {
      names_.insert(reading.name);
      add_named(reading.choices);
    }
    for (ir::Duty const& duty : program_.duties) {
      add({duty.name, duty.on, duty.owed_to});
    }
    add_people();
    for (ir::Rule const& rule : program_.rules) {
      add_rule(rule);
    }
    return names_;
  }

 private:
  void add(std::vector<std::string> const& names) { names_.insert(names.begin(), names.end()); }
  template <class Thing>
  void add_named(std::vector<Thing> const& things) {
    for (Thing const& thing : things) {
      names_.insert(thing.name);
    }
  }

  void add_cited(ir::Citations const& citations) {
    for (ir::Citation const& citation : citations) {
      names_.insert(citation.place);
    }
  }

  void add_people() {
    for (ir::Assessment const& one : program_.assessments) {
      for (auto const* const names : {&one.by, &one.not_by, &one.factors}) {
        add(*names);
      }
      add_cited(one.citations);
    }
    for (ir::Fact const& fact : program_.facts) {
      for (auto const* const names : {&fact.judged_by, &fact.factors, &fact.info.from}) {
        add(*names);
      }
    }
    for (ir::Record const& record : program_.records) {
      for (ir::Field const& field : record.fields) {
        for (auto const* const names : {&field.judged_by, &field.factors, &field.info.from}) {
          add(*names);
        }
      }
    }
    for (ir::Decision const& decision : program_.decisions) {
      add(decision.by);
      names_.insert(decision.otherwise_says);
      add_cited(decision.citations);
    }
    for (ir::Definition const& definition : program_.definitions) {
      add_cited(definition.citations);
    }
    for (ir::Table const& table : program_.tables) {
      add_cited(table.citations);
      names_.insert(table.undetermined ? table.undetermined->reason : "");
    }
    for (ir::LawParameter const& parameter : program_.parameters) {
      names_.insert(parameter.reason);
    }
    for (ir::Service const& service : program_.services) {
      add({service.provider});
      for (ir::Given const& given : service.gives) {
        names_.insert(given.name);
        add_named(given.features);
        for (ir::GivenFeature const& feature : given.features) {
          add(feature.one_of);
        }
      }
      for (ir::Criterion const& criterion : service.criteria) {
        names_.insert(criterion.name);
      }
    }
  }

  void add_rule(ir::Rule const& rule) {
    names_.insert(rule.name);
    add_cited(rule.citations);
    add_named(rule.grounds);
    for (ir::Qualifier const& qualifier : rule.qualifiers) {
      add(qualifier.authorities);
    }
  }

  ir::Program const& program_;
  std::set<std::string> names_;
};

bool read_languages(Node const& node, ir::Label& label, diag::Sink& sink) {
  if (!has_only_keys(node, kLanguages, "a label", sink)) {
    return false;
  }
  auto const nb = node.find("nb") == nullptr ? std::optional(Word{}) : read_word(*node.find("nb"), "nb", sink);
  auto const en = node.find("en") == nullptr ? std::optional(Word{}) : read_word(*node.find("en"), "en", sink);
  if (!nb || !en) {
    return false;
  }
  label = {en->text, nb->text};
  return true;
}

bool is_plain_label(Node const& node) {
  return node.kind != document::NodeKind::mapping || node.find("nb") != nullptr || node.find("en") != nullptr;
}

bool read_entry(Entry const& entry, ir::NameLabel& label, diag::Sink& sink) {
  label.name = entry.key;
  if (is_plain_label(entry.value)) {
    return read_languages(entry.value, label.label, sink);
  }
  if (!has_only_keys(entry.value, kForms, "a label", sink)) {
    return false;
  }
  bool good = true;
  for (auto const& [key, into] :
       {std::pair{"label", &label.label}, {"if_true", &label.if_true}, {"if_false", &label.if_false}}) {
    Node const* const form = entry.value.find(key);
    good = (form == nullptr || read_languages(*form, *into, sink)) && good;
  }
  return good;
}

}  // namespace

std::optional<std::vector<ir::NameLabel>> read_labels(Node const& root, ir::Program const& program,
                                                      Manifest const& manifest, std::set<std::string> const& amendments,
                                                      diag::Sink& sink) {
  if (root.kind != document::NodeKind::mapping) {
    sink.add(Kind::document_wrong_form, root.span, "labels are not written as names with their labels",
             "write lines such as `minor_amount: {nb: mindre mengde, en: a smaller amount}`");
    return std::nullopt;
  }
  std::set<std::string> names = NameCollector(program).run();
  for (HealthGround const& stated : manifest.health) {
    names.insert(stated.ground.text);
  }
  std::vector<std::string> const known(names.begin(), names.end());
  std::vector<ir::NameLabel> labels;
  bool good = true;
  for (Entry const& entry : root.entries) {
    if (!names.contains(entry.key) && !amendments.contains(entry.key)) {
      std::string const nearest = suggest(entry.key, known);
      sink.add(Kind::label_unknown_name, entry.key_span, "the package has no name `" + entry.key + "`",
               nearest.starts_with("did") ? nearest
                                          : "label a rule, a definition, an authority or another name that the rules "
                                            "use; facts are labelled in the fact schema");
      good = false;
    } else {
      good = read_entry(entry, labels.emplace_back(), sink) && good;
    }
  }
  return good ? std::optional(std::move(labels)) : std::nullopt;
}

}  // namespace hjemmel::package
