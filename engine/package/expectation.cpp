// Compares an outcome with what a case expects, and words the differences.
#include "engine/package/expectation.h"

#include <algorithm>
#include <set>

#include "engine/package/mapping.h"

namespace hjemmel::package {
namespace {

using Lines = std::vector<std::string>;

std::string names_text(NameList const& names) { return names.empty() ? "none" : join_names(names, ", "); }

NameList option_names(std::vector<eval::OutcomeOption> const& options) {
  NameList names;
  for (eval::OutcomeOption const& option : options) {
    names.push_back(option.name);
  }
  return names;
}

NameList condition_names(eval::OutcomeOption const& option) {
  NameList names;
  for (eval::OutcomeCondition const& condition : option.conditions) {
    names.push_back(condition.name);
  }
  return names;
}

bool same_set(NameList const& left, NameList const& right) {
  return std::set(left.begin(), left.end()) == std::set(right.begin(), right.end());
}

// The names of `list` that are not in `other`.
NameList without(NameList const& list, NameList const& other) {
  NameList rest;
  std::copy_if(list.begin(), list.end(), std::back_inserter(rest),
               [&](std::string const& name) { return std::find(other.begin(), other.end(), name) == other.end(); });
  return rest;
}

std::string set_difference_text(NameList const& expected, NameList const& got) {
  NameList const lacks = without(expected, got);
  NameList const has = without(got, expected);
  std::string text = lacks.empty() ? "" : "lacks " + names_text(lacks);
  text += lacks.empty() || has.empty() ? "" : ", ";
  return text + (has.empty() ? "" : "has also " + names_text(has));
}

void compare_sets(std::optional<NameList> const& expected, NameList const& got, std::string const& place,
                  Lines& lines) {
  if (expected && !same_set(*expected, got)) {
    lines.push_back(place + ": " + set_difference_text(*expected, got) + "; expected " + names_text(*expected));
  }
}

void compare_words(std::string_view expected, std::string_view got, std::string const& place, Lines& lines) {
  if (expected != got) {
    lines.push_back(place + ": expected `" + std::string(expected) + "`, got `" + std::string(got) + "`");
  }
}

std::string_view modality_text(std::optional<eval::Modality> modality) {
  return modality ? eval::modality_name(*modality) : "none";
}

// An option that the case names and the outcome lacks is told under `options`, or here where the case does not list them.
void compare_conditions(Expectation const& expected, std::vector<eval::OutcomeOption> const& options,
                        std::string const& place, Lines& lines) {
  for (auto const& [name, conditions] : expected.conditions) {
    auto const option = std::find_if(options.begin(), options.end(),
                                     [&wanted = name](auto const& other) { return other.name == wanted; });
    std::string here = place;
    here.append("conditions of `").append(name).append("`");
    if (option == options.end()) {
      lines.push_back(here + ": it is not among the options");
    } else {
      compare_sets(conditions, condition_names(*option), here, lines);
    }
  }
}

eval::ParameterBound const* bound_of(std::vector<eval::OutcomeOption> const& options, ExpectedBound const& wanted) {
  for (eval::OutcomeOption const& option : options) {
    for (eval::ParameterBound const& bound : option.bounds) {
      if (option.name == wanted.option && bound.parameter == wanted.parameter) {
        return &bound;
      }
    }
  }
  return nullptr;
}

void compare_figure(ExpectedFigure const& expected, eval::ParameterBound const* bound, eval::BoundSide side,
                    std::string const& place, Lines& lines) {
  std::string const got = other_figure(expected, bound, side);
  if (!got.empty()) {
    lines.push_back(place + ": expected `" + expected.text + "`, got `" + got + "`");
  }
}

void compare_figures(Expectation const& expected, std::vector<eval::OutcomeOption> const& options,
                     std::string const& place, Lines& lines) {
  for (ExpectedBound const& bound : expected.bounds) {
    compare_figure(bound.figure, bound_of(options, bound), bound.side,
                   place + "bounds of `" + bound.option + "`: " + bound.parameter, lines);
  }
  if (expected.figure) {
    bool const has_one = !options.empty() && !options.front().bounds.empty();
    compare_figure(*expected.figure, has_one ? &options.front().bounds.front() : nullptr, eval::BoundSide::exactly,
                   place + "figure", lines);
  }
}

// The parts that a whole outcome and a possible one share.
template <class Some>
void compare_common(Expectation const& expected, Some const& got, std::string const& place, Lines& lines) {
  if (expected.status) {
    compare_words(eval::status_name(*expected.status), eval::status_name(got.status), place + "status", lines);
  }
  if (expected.modality) {
    compare_words(eval::modality_name(*expected.modality), modality_text(got.modality), place + "modality", lines);
  }
  compare_sets(expected.options, option_names(got.options), place + "options", lines);
  if (expected.status && *expected.status != eval::Status::conflict && got.status == eval::Status::conflict) {
    lines.push_back(place + "rules: " + join_names(got.rules, " and ") + " clash");
  } else {
    compare_sets(expected.rules, got.rules, place + "rules", lines);
  }
  compare_conditions(expected, got.options, place, lines);
  compare_figures(expected, got.options, place, lines);
}

bool fits(Expectation const& expected, eval::PossibleOutcome const& got) {
  Lines lines;
  compare_common(expected, got, "", lines);
  return lines.empty();
}

std::string text_of(std::string_view status, std::string_view modality, NameList const* options) {
  std::string text(status);
  text += modality.empty() || modality == "none" ? "" : " " + std::string(modality);
  return options == nullptr || options->empty() ? text : text + " " + join_names(*options, ", ");
}

std::string text_of(Expectation const& expected) {
  return text_of(expected.status ? eval::status_name(*expected.status) : "any status",
                 expected.modality ? eval::modality_name(*expected.modality) : "",
                 expected.options ? &*expected.options : nullptr);
}

std::string text_of(eval::PossibleOutcome const& got) {
  NameList const options = option_names(got.options);
  return text_of(eval::status_name(got.status), modality_text(got.modality), &options);
}

// Each expected outcome paired with one of its own that it fits: augmenting paths, since an expectation may leave keys out.
class Pairing {
 public:
  Pairing(std::vector<Expectation> const& expected, std::vector<eval::PossibleOutcome> const& got)
      : expected_(expected), got_(got), partner_(got.size(), kFree) {}

  // False when no pairing of all so far takes this one in.
  bool add(std::size_t at) {
    std::vector<bool> tried(got_.size());
    return pair(at, tried);
  }
  [[nodiscard]] bool is_free(std::size_t got) const { return partner_[got] == kFree; }

 private:
  static constexpr std::size_t kFree = SIZE_MAX;

  // As deep as there are possible outcomes, whose number the completions bound.
  bool pair(std::size_t at, std::vector<bool>& tried) {  // NOLINT(misc-no-recursion)
    for (std::size_t other = 0; other < got_.size(); ++other) {
      if (tried[other] || !fits(expected_[at], got_[other])) {
        continue;
      }
      tried[other] = true;
      if (partner_[other] == kFree || pair(partner_[other], tried)) {
        partner_[other] = at;
        return true;
      }
    }
    return false;
  }

  std::vector<Expectation> const& expected_;
  std::vector<eval::PossibleOutcome> const& got_;
  std::vector<std::size_t> partner_;
};

void compare_possible(std::vector<Expectation> const& expected, std::vector<eval::PossibleOutcome> const& got,
                      std::string const& place, Lines& lines) {
  Pairing pairing(expected, got);
  for (std::size_t at = 0; at < expected.size(); ++at) {
    if (!pairing.add(at)) {
      lines.push_back(place + ": lacks " + text_of(expected[at]));
    }
  }
  for (std::size_t at = 0; at < got.size(); ++at) {
    if (pairing.is_free(at)) {
      lines.push_back(place + ": has also " + text_of(got[at]));
    }
  }
}

NameList missing_names(eval::Outcome const& outcome) {
  NameList names;
  for (eval::Missing const& missing : outcome.missing) {
    names.push_back(missing_name(missing));
  }
  return names;
}

void compare_missing(Expectation const& expected, eval::Outcome const& outcome, std::string const& place,
                     Lines& lines) {
  NameList const got = missing_names(outcome);
  bool const status_differs = expected.status && *expected.status != outcome.status;
  if (expected.missing && *expected.missing != got) {
    lines.push_back(place + "missing: expected " + names_text(*expected.missing) + ", got " + names_text(got));
  } else if (!expected.missing && status_differs && !got.empty()) {
    lines.push_back(place + "missing: " + names_text(got));
  }
}

void compare_departing(Expectation const& expected, eval::Outcome const& outcome, std::string const& place,
                       Lines& lines) {
  if (expected.if_departing.empty()) {
    return;
  }
  if (!outcome.if_departing) {
    lines.push_back(place + "if_departing: there is none, for the outcome is no presumption");
    return;
  }
  Lines const inner = differences(expected.if_departing.front(), *outcome.if_departing, place + "if_departing");
  lines.insert(lines.end(), inner.begin(), inner.end());
}

}  // namespace

std::string missing_name(eval::Missing const& missing) {
  return missing.key.empty() ? missing.name : missing.name + "[" + missing.key + "]";
}

std::vector<std::string> differences(Expectation const& expected, eval::Outcome const& outcome,
                                     std::string const& place) {
  Lines lines;
  std::string const inside = place + ".";
  compare_common(expected, outcome, inside, lines);
  NameList grounds;
  for (eval::HeldGround const& held : outcome.grounds) {
    grounds.push_back(held.ground);
  }
  compare_sets(expected.grounds, grounds, inside + "grounds", lines);
  NameList rests_on;
  for (eval::RestsOn const& basis : outcome.rests_on) {
    rests_on.push_back(basis.name);
  }
  compare_sets(expected.rests_on, rests_on, inside + "rests_on", lines);
  compare_missing(expected, outcome, inside, lines);
  if (expected.possible) {
    compare_possible(*expected.possible, outcome.possible, inside + "possible", lines);
  }
  if (expected.exact && *expected.exact != outcome.exact) {
    lines.push_back(inside + "exact: expected " + (*expected.exact ? "true, got false" : "false, got true"));
  }
  compare_departing(expected, outcome, inside, lines);
  return lines;
}

}  // namespace hjemmel::package
