// Combinations: `fine and imprisonment` is an option of its own beside its parts.
//
// The first one gives the decision an enumeration of its own, which begins with the values of the declared one, so that an
// unknown fact of that enumeration never turns out to be a combination. Tested in tests/golden/effect.
#include <algorithm>

#include "engine/check/effects.h"

namespace hjemmel::check {
namespace {

// Who gives a value: whom it names itself, else whom its decision names; nobody is named: anybody.
std::vector<std::string> givers(ir::EnumValue const& value, ir::Decision const& decision) {
  return value.authorities.empty() ? *decision.by : value.authorities;
}

// Neither milder than a part nor given by whom one part is not given by.
void join(ir::EnumValue& combined, ir::EnumValue const& part, ir::Decision const& decision) {
  auto const joined = [&](std::string const& left, std::string const& word, std::string const& right) {
    return left.empty() || right.empty() ? left + right : left + word + right;
  };
  combined.name = joined(combined.name, " and ", part.name);
  combined.label.en = joined(combined.label.en, " and ", part.label.en);
  combined.label.nb = joined(combined.label.nb, " og ", part.label.nb);
  combined.rank = std::max(combined.rank, part.rank);
  combined.unranked = combined.unranked || part.unranked;
  std::vector<std::string> const by = givers(part, decision);
  if (by.empty() || combined.by_nobody) {
    return;
  }
  if (combined.authorities.empty()) {
    combined.authorities = by;
    return;
  }
  std::erase_if(combined.authorities,
                [&](std::string const& authority) { return std::find(by.begin(), by.end(), authority) == by.end(); });
  combined.by_nobody = combined.authorities.empty();
}

}  // namespace

bool Effects::add_parameters(ir::EnumValue& combined, ir::EnumValue const& part, source::Span span) {
  for (ir::Parameter const& parameter : part.parameters) {
    bool const taken = std::any_of(combined.parameters.begin(), combined.parameters.end(),
                                   [&](ir::Parameter const& other) { return other.name == parameter.name; });
    if (taken) {
      bench_.sink.add(diag::Kind::duplicate_name, span,
                      "two parts of this combination have a parameter `" + parameter.name + "`",
                      "give the parameters of the two options different names");
      return false;
    }
    combined.parameters.push_back(parameter);
  }
  return true;
}

void Effects::warn_of_nobody(std::vector<std::uint32_t> const& parts, source::Span span) {
  std::string who;
  for (std::uint32_t const part : parts) {
    ir::EnumValue const& value = bench_.program.enums[options().index].values[part];
    std::string names;
    for (std::string const& name : givers(value, bench_.program.decisions[decision_.index])) {
      names += (names.empty() ? "`" : " or `") + name + "`";
    }
    who += (who.empty() ? "`" : ", `") + value.name + "` by " + (names.empty() ? "anybody" : names);
  }
  bench_.sink.add(diag::Kind::combination_by_nobody, span, "no authority may give all of this together: " + who,
                  "name one authority behind `by` of each of them, or let two decisions answer");
}

std::optional<std::uint32_t> Effects::combination(std::vector<std::uint32_t> parts, source::Span span) {
  std::sort(parts.begin(), parts.end());
  ir::Enum const declared = bench_.program.enums[options().index];
  ir::Decision const& decision = bench_.program.decisions[decision_.index];
  ir::EnumValue combined;
  for (std::uint32_t const part : parts) {
    join(combined, declared.values[part], decision);
    if (!add_parameters(combined, declared.values[part], span)) {
      return std::nullopt;
    }
  }
  combined.span = span;
  auto const known = std::find_if(declared.values.begin(), declared.values.end(),
                                  [&](ir::EnumValue const& value) { return value.name == combined.name; });
  if (known != declared.values.end()) {
    return static_cast<std::uint32_t>(known - declared.values.begin());
  }
  if (combined.by_nobody) {
    warn_of_nobody(parts, span);
  }
  bool const has_own = std::any_of(declared.values.begin(), declared.values.end(), [](ir::EnumValue const& value) {
    return value.name.find(' ') != std::string::npos;
  });
  if (!has_own) {
    bench_.program.enums.push_back(declared);
    bench_.program.decisions[decision_.index].options = ir::EnumId(bench_.program.enums.size() - 1);
  }
  std::vector<ir::EnumValue>& values = bench_.program.enums[options().index].values;
  values.push_back(std::move(combined));
  return static_cast<std::uint32_t>(values.size() - 1);
}

}  // namespace hjemmel::check
