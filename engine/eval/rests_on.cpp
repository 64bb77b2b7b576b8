// Deciding again with one thing changed, and comparing completion by completion.
#include "engine/eval/rests_on.h"

#include <algorithm>

#include "engine/eval/complete.h"
#include "engine/eval/missing.h"
#include "engine/eval/value_text.h"

namespace hjemmel::eval {
namespace {

constexpr std::uint32_t kMostBoxes = 256;  // of one comparison; past that the answer is that the outcome rests on it

// Can the two be the same completion? Without `by_atoms` what was assumed of comparisons does not tell them apart.
bool overlap(Box const& left, Box const& right, bool by_atoms) {
  return std::all_of(left.regions.begin(), left.regions.end(), [&](auto const& entry) {
    if (!by_atoms && !entry.first.atom.empty()) {
      return true;
    }
    auto const other = right.regions.find(entry.first);
    return other == right.regions.end() || overlaps(entry.second, other->second);
  });
}

bool differ(Completions const& left, Completions const& right) {
  if (left.anything || right.anything) {
    return true;
  }
  // Of two readings a comparison says different things: that an assumption of it gives the same in both proves nothing.
  bool const by_atoms = left.exact && right.exact;
  return std::any_of(left.boxes.begin(), left.boxes.end(), [&](Box const& box) {
    return std::any_of(right.boxes.begin(), right.boxes.end(),
                       [&](Box const& other) { return !alike(box, other) && overlap(box, other, by_atoms); });
  });
}

class Basing {
 public:
  Basing(Plan const& plan, Case const& facts, std::uint32_t decision, std::uint32_t departures, LawChoice choice)
      : plan_(plan),
        facts_(facts),
        decision_(decision),
        departures_(departures),
        choice_(choice),
        base_(completions(facts)) {}

  std::vector<RestsOn> run() {
    std::vector<BasisRead> reads = base_.basis;
    std::sort(reads.begin(), reads.end());
    std::vector<RestsOn> named;
    for (BasisRead const& read : reads) {
      if (matters(read)) {
        named.push_back(describe(read));
      }
    }
    return named;
  }

 private:
  Completions completions(Case const& facts) const {
    return complete(plan_, facts, decision_, departures_, {.max_splits = kMostBoxes}, choice_);
  }

  bool matters(BasisRead const& read) const {
    switch (read.kind) {
      case BasisKind::reading:
        return other_reading_differs(read.of.index);
      case BasisKind::parameter:
        return !plan_.parameters[read.of.index].range || matters_when_freed(read.of);
      case BasisKind::default_value:
        return matters_when_freed(read.of);
      case BasisKind::presumption:
        break;
    }
    return true;
  }

  bool matters_when_freed(Unknown const& unknown) const {
    Case open = facts_;
    open.basis.freed.push_back(unknown);
    return can_change(plan_, open, completions(open), unknown);
  }

  bool other_reading_differs(std::uint32_t reading) const {
    Case other = facts_;
    other.basis.readings.resize(plan_.readings.size());
    std::uint32_t const taken = other.basis.readings[reading];
    for (std::uint32_t choice = 0; choice < plan_.readings[reading].choices.size(); ++choice) {
      other.basis.readings[reading] = choice;
      if (choice != taken && differ(base_, completions(other))) {
        return true;
      }
    }
    return false;
  }

  RestsOn describe(BasisRead const& read) const {
    switch (read.kind) {
      case BasisKind::reading: {
        ReadingPlan const& reading = plan_.readings[read.of.index];
        auto const& taken = facts_.basis.readings;
        ReadingChoicePlan const& choice = reading.choices[read.of.index < taken.size() ? taken[read.of.index] : 0];
        std::vector<OutcomeCitation> citations = choice.citations;
        citations.insert(citations.end(), reading.citations.begin(), reading.citations.end());
        return {read.kind, reading.name, choice.name, std::move(citations)};
      }
      case BasisKind::parameter: {
        LawParameterPlan const& parameter = plan_.parameters[read.of.index];
        return {read.kind, parameter.name, constant_text(plan_, kind_of(parameter), parameter.value),
                parameter.citations};
      }
      case BasisKind::default_value:
      case BasisKind::presumption:
        break;
    }
    FactPlan const& list = plan_.facts[read.of.index];
    FactPlan const& fact = read.of.kind == UnknownKind::cell ? list.fields[read.of.field] : list;
    bool const is_default = read.kind == BasisKind::default_value;
    Value const value = is_default ? fact.default_value : plan_.presumptions[fact.presumption].value;
    return {read.kind, unknown_name(plan_, read.of), constant_text(plan_, kind_of(fact), value),
            is_default ? std::vector<OutcomeCitation>{} : plan_.presumptions[fact.presumption].citations};
  }

  Plan const& plan_;
  Case const& facts_;
  std::uint32_t decision_;
  std::uint32_t departures_;
  LawChoice choice_;
  Completions base_;
};

}  // namespace

std::vector<RestsOn> rests_on(Plan const& plan, Case const& facts, std::uint32_t decision, std::uint32_t departures,
                              LawChoice choice) {
  return plan.has_basis ? Basing(plan, facts, decision, departures, choice).run() : std::vector<RestsOn>{};
}

}  // namespace hjemmel::eval
