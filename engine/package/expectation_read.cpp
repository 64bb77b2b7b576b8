// Reads what a case expects; every name is held against the package, so that a slip of the pen does not pass as a difference.
#include <algorithm>
#include <array>

#include "engine/package/expectation.h"
#include "engine/package/mapping.h"

namespace hjemmel::package {
namespace {

using diag::Kind;
using document::Node;

constexpr std::array<std::string_view, 13> kOutcomeKeys{"status",     "modality",     "options", "figure",  "bounds",
                                                        "conditions", "rules",        "grounds", "missing", "possible",
                                                        "rests_on",   "if_departing", "exact"};
constexpr std::array<std::string_view, 7> kPossibleKeys{"status", "modality",   "options", "figure",
                                                        "bounds", "conditions", "rules"};

constexpr std::array kStatuses{eval::Status::decided,  eval::Status::undetermined, eval::Status::not_applicable,
                               eval::Status::conflict, eval::Status::no_rule,      eval::Status::error};
constexpr std::array kModalities{eval::Modality::is, eval::Modality::normally_is, eval::Modality::should_be,
                                 eval::Modality::may_be, eval::Modality::may_also_be};

// The names that a case may use of one decision.
struct Names {
  NameList statuses, modalities, options, conditions, rules, grounds;
};

template <class List>
NameList names_in(List const& things) {
  NameList names;
  for (auto const& thing : things) {
    names.push_back(thing.name);
  }
  return names;
}

Names names_of(ir::Decision const& decision, ir::Program const& program) {
  Names names;
  for (eval::Status const status : kStatuses) {
    names.statuses.emplace_back(eval::status_name(status));
  }
  for (eval::Modality const modality : kModalities) {
    names.modalities.emplace_back(eval::modality_name(modality));
  }
  if (!decision.of_figure) {
    names.options = names_in(program.enums[decision.options.index].values);
  }
  names.conditions = names_in(program.conditions);
  for (ir::RuleId const rule : decision.rules) {
    names.rules.push_back(program.rules[rule.index].name);
    NameList const grounds = names_in(program.rules[rule.index].grounds);
    names.grounds.insert(names.grounds.end(), grounds.begin(), grounds.end());
  }
  return names;
}

// Reads one mapping; `good` turns false at the first fault and the rest is read all the same.
class Reader {
 public:
  Reader(Names const& names, ir::Decision const& decision, ir::Program const& program, diag::Sink& sink)
      : names_(names), decision_(decision), program_(program), sink_(sink) {}

  Expectation read(Node const& node, bool possible) {
    Expectation expected;
    if (possible) {
      good_ = has_only_keys(node, kPossibleKeys, "a possible outcome", sink_) && good_;
    } else {
      good_ = has_only_keys(node, kOutcomeKeys, "an expected outcome", sink_) && good_;
    }
    read_words_of(node, expected);
    read_lists(node, expected);
    read_conditions(node, expected);
    read_figures(node, expected);
    read_nested(node, expected);
    return expected;
  }
  [[nodiscard]] bool good() const { return good_; }

 private:
  template <class Value, std::size_t size>
  std::optional<Value> one_of(Node const& node, std::string_view key, std::array<Value, size> const& values,
                              NameList const& names) {
    Node const* const value = node.find(key);
    auto const word = value == nullptr ? std::nullopt : read_word(*value, key, sink_);
    if (!word) {
      good_ = good_ && value == nullptr;
      return std::nullopt;
    }
    auto const at = std::find(names.begin(), names.end(), word->text) - names.begin();
    if (!is_known(*word, key, names)) {
      return std::nullopt;
    }
    return values[static_cast<std::size_t>(at)];
  }

  bool is_known(Word const& word, std::string_view key, NameList const& names) {
    if (std::find(names.begin(), names.end(), word.text) != names.end()) {
      return true;
    }
    sink_.add(Kind::case_unknown_name, word.span,
              "`" + word.text + "` under `" + std::string(key) + "` is not a name that this decision can have",
              names.empty() ? "this decision has none" : suggest(word.text, names));
    good_ = false;
    return false;
  }

  std::optional<NameList> list(Node const& node, std::string_view key, NameList const* names) {
    Node const* const value = node.find(key);
    return value == nullptr ? std::nullopt : list_at(*value, key, names);
  }

  std::optional<NameList> list_at(Node const& node, std::string_view key, NameList const* names) {
    auto const words = read_words(node, key, sink_);
    good_ = good_ && words;
    NameList found;
    for (Word const& word : words.value_or(std::vector<Word>())) {
      if (names == nullptr || is_known(word, key, *names)) {
        found.push_back(word.text);
      }
    }
    return found;
  }

  void read_words_of(Node const& node, Expectation& expected) {
    expected.status = one_of(node, "status", kStatuses, names_.statuses);
    expected.modality = one_of(node, "modality", kModalities, names_.modalities);
    Node const* const exact = node.find("exact");
    if (exact == nullptr) {
      return;
    }
    if (exact->is_plain("true") || exact->is_plain("false")) {
      expected.exact = exact->text == "true";
      return;
    }
    sink_.add(Kind::document_wrong_form, exact->span, "`exact` is neither true nor false",
              "write `true` or `false`, without quotes");
    good_ = false;
  }

  void read_lists(Node const& node, Expectation& expected) {
    expected.options = list(node, "options", &names_.options);
    expected.rules = list(node, "rules", &names_.rules);
    expected.grounds = list(node, "grounds", &names_.grounds);
    expected.missing = list(node, "missing", nullptr);
    expected.rests_on = list(node, "rests_on", nullptr);
  }

  void read_conditions(Node const& node, Expectation& expected) {
    Node const* const conditions = node.find("conditions");
    if (conditions == nullptr) {
      return;
    }
    if (conditions->kind != document::NodeKind::mapping) {
      sink_.add(Kind::document_wrong_form, conditions->span, "`conditions` does not say on which option they are",
                "write the option, and its conditions in brackets, as in `{" +
                    (names_.options.empty() ? std::string("option") : names_.options.front()) + ": [" +
                    (names_.conditions.empty() ? std::string("condition") : names_.conditions.front()) + "]}`");
      good_ = false;
      return;
    }
    for (document::Entry const& entry : conditions->entries) {
      if (is_known(Word{entry.key, entry.key_span}, "conditions", names_.options)) {
        expected.conditions[entry.key] = list_at(entry.value, entry.key, &names_.conditions).value_or(NameList());
      }
    }
  }

  void read_figures(Node const& node, Expectation& expected) {
    ir::Enum const& options = program_.enums[decision_.options.index];
    if (Node const* const bounds = node.find("bounds")) {
      auto read = read_bounds(*bounds, options, program_, sink_);
      good_ = good_ && read;
      expected.bounds = read.value_or(std::vector<ExpectedBound>());
    }
    Node const* const figure = node.find("figure");
    if (figure == nullptr) {
      return;
    }
    if (!decision_.of_figure) {
      sink_.add(Kind::case_unknown_name, figure->span, "`" + decision_.name + "` has options, and no figure",
                "write `bounds` for a figure of an option");
      good_ = false;
      return;
    }
    expected.figure =
        read_figure(*figure, {decision_.name, options.values.front().parameters.front().type}, program_, sink_);
    good_ = good_ && expected.figure;
  }

  void read_nested(Node const& node, Expectation& expected) {
    if (Node const* const departing = node.find("if_departing")) {
      expected.if_departing.push_back(read(*departing, false));
    }
    Node const* const possible = node.find("possible");
    if (possible == nullptr) {
      return;
    }
    if (possible->kind != document::NodeKind::sequence) {
      sink_.add(Kind::document_wrong_form, possible->span, "`possible` is not a list",
                "write one item in braces for each possible outcome");
      good_ = false;
      return;
    }
    expected.possible.emplace();
    for (Node const& item : possible->items) {
      expected.possible->push_back(read(item, true));
    }
  }

  Names const& names_;
  ir::Decision const& decision_;
  ir::Program const& program_;
  diag::Sink& sink_;
  bool good_ = true;
};

}  // namespace

std::optional<Expectation> read_expectation(Node const& node, ir::Decision const& decision, ir::Program const& program,
                                            diag::Sink& sink) {
  Names const names = names_of(decision, program);
  Reader reader(names, decision, program, sink);
  Expectation expected = reader.read(node, false);
  return reader.good() ? std::optional(std::move(expected)) : std::nullopt;
}

}  // namespace hjemmel::package
